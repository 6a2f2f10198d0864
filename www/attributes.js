/** The element's attributes, and the properties that reflect them. */

/** The values of each enumerated attribute, the default first. */
const TYPES = /** @type {const} */ (['key-points', 'tldr', 'teaser', 'headline']);
const LENGTHS = /** @type {const} */ (['short', 'medium', 'long']);
const LOADING = /** @type {const} */ (['lazy', 'visible', 'eager']);
const SHAPES = /** @type {const} */ (['bullets', 'paragraph']);
const PROPERTIES = ['htmlFor', 'type', 'length', 'shape', 'label', 'labels', 'uiLang', 'open', 'loading'];

/**
 * @template {string} T
 * @param {readonly T[]} values the default first
 * @param {string | null} value
 * @returns {T}
 */
const oneOf = (values, value) => values.find((known) => known === value?.toLowerCase()) ?? values[0];

/** A server has no HTMLElement, and importing must not fail there. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

export class Attributes extends Base {
  static observedAttributes = ['for', 'type', 'length', 'shape', 'lang', 'ui-lang', 'label', 'open', 'loading'];

  /** A property that was set before the element was defined is on the instance, where it hides the accessor. */
  connectedCallback() {
    const self = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    for (const name of PROPERTIES) {
      if (Object.hasOwn(self, name)) {
        const value = self[name];
        delete self[name];
        self[name] = value;
      }
    }
  }

  get htmlFor() {
    return this.getAttribute('for') ?? '';
  }

  set htmlFor(value) {
    this.setAttribute('for', value);
  }

  get type() {
    return oneOf(TYPES, this.getAttribute('type'));
  }

  set type(value) {
    this.setAttribute('type', value);
  }

  get length() {
    return oneOf(LENGTHS, this.getAttribute('length'));
  }

  set length(value) {
    this.setAttribute('length', value);
  }

  get shape() {
    return oneOf(SHAPES, this.getAttribute('shape') ?? (this.type === 'key-points' ? null : 'paragraph'));
  }

  set shape(value) {
    this.setAttribute('shape', value);
  }

  get loading() {
    return oneOf(LOADING, this.getAttribute('loading'));
  }

  set loading(value) {
    this.setAttribute('loading', value);
  }

  get label() {
    return this.getAttribute('label') ?? '';
  }

  set label(value) {
    this.setAttribute('label', value);
  }

  get uiLang() {
    return this.getAttribute('ui-lang') ?? '';
  }

  set uiLang(value) {
    this.setAttribute('ui-lang', value);
  }

  get open() {
    return this.hasAttribute('open');
  }

  set open(value) {
    this.toggleAttribute('open', Boolean(value));
  }
}
