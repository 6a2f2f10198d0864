/** The widget's events: they bubble, and out of shadow trees too. */

/**
 * Each has two names, because JSX and the templates of frameworks take none with a colon, which was there first.
 *
 * @param {Element} host
 * @param {string} name
 * @param {unknown} detail
 * @param {boolean} [cancelable]
 * @returns {boolean} false when a listener called `preventDefault`
 */
export const emit = (host, name, detail, cancelable) =>
  [...':-'].every((mark) => host.dispatchEvent(new CustomEvent(`nutgraf${mark}${name}`, { detail, cancelable, bubbles: true, composed: true })));

/**
 * Which sentence an event is of.
 *
 * @param {import('./engine.js').Summary} summary
 * @param {import('./engine.js').Sentence} sentence
 * @returns {import('./types/nutgraf.js').SentenceDetail}
 */
export const sentenceDetail = ({ sentences }, sentence) => ({ index: sentences.indexOf(sentence), text: sentence.text, offset: sentence.offset });
