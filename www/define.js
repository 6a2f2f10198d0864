/** The definition of <nut-graf>, apart from its class, so that importing either has no effect. */
import { NutGraf } from './element.js';

/** A second copy of the script, or another version, leaves the first in charge. */
export const define = () => {
  if (!customElements.get('nut-graf')) customElements.define('nut-graf', NutGraf);
};
