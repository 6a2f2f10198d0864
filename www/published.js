/**
 * The summary that was made at publish time and is in the page (`nutgraf summarize --format html`): used while it fits the
 * article.
 *
 * @typedef {import('./engine.js').Summary} Summary
 * @typedef {import('./element.js').NutGraf} NutGraf
 */

/** Elements that hold an article's text, and elements that hold none of it anywhere; src/bin/nutgraf/html.rs has the same. */
const TEXT = 'p,li,blockquote,h1,h2,h3,h4,h5,h6';
const NO_TEXT = 'nut-graf,script,style,noscript,template,nav,aside,footer,form,button';

/** FNV-1a over UTF-16 units, in 32 bits. @param {string} text */
export const fingerprint = (text) => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** The article's text without white space, in which copies of a page may differ. @param {Element} root */
const textOf = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(NO_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let text = '';
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode instanceof Text && currentNode.parentElement?.closest(TEXT)) text += currentNode.data;
  }
  return text.replace(/\s+/g, '');
};

/**
 * Whether it has the members of a summary that the panel relies on: the page's HTML can hold anything.
 *
 * @param {any} value
 * @returns {value is Summary}
 */
const isSummary = (value) =>
  typeof value?.language === 'string' &&
  /^[a-z]{2,3}$/.test(value.language) &&
  Array.isArray(value.sentences) &&
  value.sentences.length > 0 &&
  Array.isArray(value.entities) &&
  value.sentences.every(
    (/** @type {any} */ { text, offset, signals, mentions }) =>
      typeof text === 'string' &&
      typeof offset === 'number' &&
      typeof signals === 'object' &&
      mentions.every((/** @type {any} */ mention) => mention.offset >= offset && mention.length > 0),
  ) &&
  typeof value.article?.readingSeconds === 'number';

/**
 * @param {NutGraf} host
 * @param {Element} root
 * @returns {Summary | undefined}
 */
export const published = (host, root) => {
  const data = host.querySelector(':scope>script[type="application/json"]')?.textContent;
  if (!data) return undefined;
  try {
    const { hash, type, length, summary } = JSON.parse(data);
    const fits = type === host.type && length === host.length && hash === fingerprint(textOf(root));
    return fits && isSummary(summary) ? summary : undefined;
  } catch {
    return undefined;
  }
};
