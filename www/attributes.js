/** The element's attributes, and the properties that reflect them. */
import { emit } from './events.js';

/**
 * @typedef {object} Reflected
 * @property {string} htmlFor
 * @property {string} label
 * @property {string} uiLang
 * @property {import('./types/nutgraf.js').SummaryType} type
 * @property {import('./types/nutgraf.js').SummaryLength} length
 * @property {'bullets' | 'paragraph'} shape
 * @property {'lazy' | 'visible' | 'eager'} loading
 */

/**
 * Each attribute, its values where it is enumerated, the default first, and its property where that has another name.
 *
 * @type {[string, (string[] | null)?, string?][]}
 */
const REFLECTED = [
  ['for', null, 'htmlFor'],
  ['label'],
  ['ui-lang', null, 'uiLang'],
  ['type', ['key-points', 'tldr', 'teaser', 'headline']],
  ['length', ['short', 'medium', 'long']],
  ['shape', ['bullets', 'paragraph']],
  ['loading', ['lazy', 'visible', 'eager']],
];

/** A server has no HTMLElement, and importing must not fail there. */
const Base = /** @type {new () => HTMLElement & Reflected} */ (globalThis.HTMLElement ?? class {});

export class Attributes extends Base {
  static observedAttributes = [...REFLECTED.map(([attribute]) => attribute), 'lang', 'open'];

  connectedCallback() {
    // A property that was set before the element was defined is on the instance, where it hides the accessor.
    const self = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    for (const [name, value] of Object.entries(self)) {
      if (name in Object.getPrototypeOf(self)) {
        delete self[name];
        self[name] = value;
      }
    }
    this.attributeChangedCallback();
  }

  /** What follows from a change is the element's own. */
  attributeChangedCallback() {}

  get open() {
    return this.hasAttribute('open');
  }

  /** The page may keep the state, unless it changes the attribute itself. */
  set open(value) {
    const open = Boolean(value);
    if (open !== this.open && emit(this, 'before-toggle', { open }, true)) this.toggleAttribute('open', open);
  }
}

for (const [attribute, values, property = attribute] of REFLECTED) {
  Object.defineProperty(Attributes.prototype, property, /** @type {PropertyDescriptor} */ ({
    // What a page put into Object.prototype would count.
    __proto__: null,
    /** @this {Attributes} */
    get() {
      const value = this.getAttribute(attribute);
      // All types but the first are running text.
      const byDefault = property === 'shape' && this.type !== 'key-points' ? 1 : 0;
      return values ? (values.find((known) => known === value?.toLowerCase()) ?? values[byDefault]) : (value ?? '');
    },
    /** @this {Attributes} @param {string} value */
    set(value) {
      this.setAttribute(attribute, value);
    },
  }));
}
