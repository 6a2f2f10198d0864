/**
 * Whether an article is too short for a summary to be worth while, by its length alone: what decides on the button, before
 * anything that could summarize is loaded. The summary itself knows better (`worthwhile`), so in doubt it is not.
 */

/** What holds text that nobody reads. What else stands around the story counts for it. */
const UNREAD = /script|style/i;

/** The words of the shortest summary, of three sentences or one, and those that it must save (src/summary.rs). */
const LEAST_WORDS = 3 * 20 + 48;
const LEAST_WORDS_FOR_ONE = 20 + 48;

/** Two characters of a script without spaces are a word. */
const WORD = /[\u0e00-\u9fff]{1,2}|\S+/g;

/**
 * The words of a tree and of the open shadow trees in it, as far as they matter. A form may have fields by the names of what
 * it is asked for here: then they are no text.
 *
 * @param {Node} root
 * @returns {number}
 */
const wordsOf = (root) => {
  // 5 is SHOW_ELEMENT | SHOW_TEXT, 2 FILTER_REJECT, 1 FILTER_ACCEPT.
  const walker = document.createTreeWalker(root, 5, (node) => (UNREAD.test(/** @type {Element} */ (node).tagName) ? 2 : 1));
  let words = 0;
  for (let node; words < LEAST_WORDS && (node = walker.nextNode()); ) {
    const { nodeValue, shadowRoot } = /** @type {Node & Partial<Element>} */ (node);
    words += shadowRoot ? wordsOf(shadowRoot) : (nodeValue?.match?.(WORD)?.length ?? 0);
  }
  return words;
};

/**
 * An article without any text is not short: it may be on its way.
 *
 * @param {Element} article
 * @param {string} [type] of the summary, which is as short as that type is
 */
export const isTooShort = (article, type = 'key-points') => {
  const words = wordsOf(article);
  return words > 0 && words < (type === 'key-points' ? LEAST_WORDS : LEAST_WORDS_FOR_ONE);
};
