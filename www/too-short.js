/**
 * Whether an article is too short for a button, by its length alone, before anything that could summarize is loaded. The
 * summary tells better (`worthwhile`), so in doubt the article is not too short.
 */

/** Elements whose text is not read, or leads elsewhere. The text of all others counts, also around the story. */
const UNREAD = /^(a|script|style)$/i;

/** The words of a short sentence, and those that a summary must save (LEAST_SAVED in src/summary.rs). */
export const SENTENCE_WORDS = 20;
const SAVED_WORDS = 48;
/** The least words of an article that is worth a summary of three sentences, or of one. */
export const LEAST_WORDS = 3 * SENTENCE_WORDS + SAVED_WORDS;
const LEAST_WORDS_FOR_ONE = SENTENCE_WORDS + SAVED_WORDS;

/** Two characters of a script without spaces are a word. */
const WORD = /[\u0e00-\u9fff]{1,2}|[^\s\u0e00-\u9fff]+/g;

/**
 * How many words a tree has, open shadow trees included, up to the least that matters. A form may have fields by the names
 * of the properties that are read here: hence `match?.`.
 *
 * @param {Node} root
 * @param {number} [least] words of a piece of text, if it is to count
 * @returns {number}
 */
export const wordsOf = (root, least = 0) => {
  // 5 is SHOW_ELEMENT | SHOW_TEXT, 2 FILTER_REJECT, 1 FILTER_ACCEPT.
  const walker = document.createTreeWalker(root, 5, (node) => (UNREAD.test(/** @type {Element} */ (node).tagName) ? 2 : 1));
  let words = 0;
  for (let node; words < LEAST_WORDS && (node = walker.nextNode()); ) {
    const { nodeValue, shadowRoot } = /** @type {Node & Partial<Element>} */ (node);
    const found = shadowRoot ? wordsOf(shadowRoot, least) : (nodeValue?.match?.(WORD)?.length ?? 0);
    if (found >= least) words += found;
  }
  return words;
};

/**
 * An article without any text is not too short: its text may not have arrived yet.
 *
 * @param {Element} article
 * @param {string} type of the summary, because other types than key points are shorter
 */
export const isTooShort = (article, type) => {
  const words = wordsOf(article);
  return words > 0 && words < (type === 'key-points' ? LEAST_WORDS : LEAST_WORDS_FOR_ONE);
};
