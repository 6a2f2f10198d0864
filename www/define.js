/** Defines <nut-graf>, where there is a document. */
import { NutGraf } from './element.js';

export { NutGraf };

const { customElements } = globalThis;
// A second copy of the script, or another version, leaves the first in charge. A server that renders pages has no registry.
customElements?.get('nut-graf') ?? customElements?.define('nut-graf', NutGraf);
