/**
 * Text fragments (WICG Scroll To Text Fragment): which words of a sentence a link must quote for the browser to find that
 * sentence, and none before it. A quotation may not reach over the border of a block or a line break, so of a sentence with
 * such in it, and of a long one, the first and the last words are quoted; and words before it where the same is said earlier.
 */

import { segmentsOf } from './text.js';

/** The most UTF-16 units of a sentence that is quoted whole. */
const QUOTE_UNITS = 120;
/** How many words are quoted at each end, and the most before the sentence. */
const END_WORDS = 5;
const PREFIX_WORDS = 12;

/** Elements whose text no search looks at, and such as interrupt a text. */
const UNSEARCHED = /^(script|style|noscript|template|iframe|object|video|audio|select|textarea|meter|progress|svg|canvas|nut-graf)$/;
const INTERRUPTS = /^(br|hr|img|input|picture)$/;
/** Displays that begin no block. */
const INLINE = /^(inline|contents|ruby.*)$/;

/** Stands for the border of a block or a line break. */
const BREAK = '\n';
/** Stands for text that is not read here, such as a widget's. */
const UNREAD = '\u0001';

/**
 * The text of the page as the browser's search sees it.
 *
 * @typedef {object} PageText
 * @property {string} text
 * @property {string} folded the same without regard to case; of the same length
 * @property {(node: Node, offset: number) => number | undefined} positionOf
 *
 * @typedef {{ start: number, end: number }} Place in the text
 */

/** @param {string} text */
const fold = (text) => {
  const folded = text.toLowerCase();
  return folded.length === text.length ? folded : text;
};

/** @param {string} text */
const collapse = (text) => text.replace(/\s+/g, ' ');

/** @returns {PageText} */
export const readPage = () => {
  let text = BREAK;
  /** Where each text node begins, and what stands before it. @type {Map<Node, { at: number, last: string }>} */
  const begins = new Map();
  /** The block that each element's text belongs to. @type {Map<Node | null, Node>} */
  const blocks = new Map();
  /** What takes its room without being seen. @type {Set<Node>} */
  const unseen = new Set();
  /** @type {Node | undefined} */
  let block;
  const interrupt = (sign = BREAK) => {
    text = (text.endsWith(' ') ? text.slice(0, -1) : text) + sign;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    const { localName } = node;
    const { display, visibility } = getComputedStyle(node);
    if (display === 'none') return NodeFilter.FILTER_REJECT;
    if (visibility !== 'visible') unseen.add(node);
    if (INTERRUPTS.test(localName)) interrupt();
    if (UNSEARCHED.test(localName)) {
      interrupt(localName === 'nut-graf' ? BREAK + UNREAD + BREAK : BREAK);
      return NodeFilter.FILTER_REJECT;
    }
    blocks.set(node, INLINE.test(display) ? (blocks.get(node.parentNode) ?? document.body) : node);
    return NodeFilter.FILTER_ACCEPT;
  });
  for (let node; (node = walker.nextNode()); ) {
    if (!(node instanceof Text) || !node.parentElement) continue;
    const own = blocks.get(node.parentElement) ?? document.body;
    if (own !== block && /\S/.test(node.data)) {
      interrupt();
      block = own;
    }
    if (unseen.has(node.parentElement)) continue;
    const last = text[text.length - 1];
    begins.set(node, { at: text.length, last });
    text += collapse(/\s/.test(last) ? node.data.trimStart() : node.data);
  }
  return {
    text,
    folded: fold(text),
    positionOf(node, offset) {
      const begin = begins.get(node);
      const before = /** @type {Text} */ (node).data?.slice(0, offset);
      return begin && begin.at + collapse(/\s/.test(begin.last) ? before.trimStart() : before).length;
    },
  };
};

/** The place of a text, if it is the only one. @param {PageText} page @param {string} sentence @returns {Place | undefined} */
export const placeOfText = ({ folded }, sentence) => {
  const words = fold(collapse(sentence).trim());
  const start = folded.indexOf(words);
  return start < 0 || folded.includes(words, start + 1) ? undefined : { start, end: start + words.length };
};

/** @param {PageText} page @param {Range} range @returns {Place | undefined} */
export const placeOfRange = ({ positionOf }, { startContainer, startOffset, endContainer, endOffset }) => {
  const start = positionOf(startContainer, startOffset);
  const end = positionOf(endContainer, endOffset);
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
};

/** Where the words of a text begin and end. @param {string} text @param {string | undefined} language */
const wordsOf = (text, language) =>
  segmentsOf(text, language)
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ start: index, end: index + segment.length }));

/** Percent-encoded, and with it the hyphen, which separates the pieces of a text fragment. @param {string} text */
const encode = (text) => encodeURIComponent((text.toWellFormed?.() ?? text.replace(/\p{Cs}/gu, '')).trim()).replaceAll('-', '%2D');

/**
 * As many words before a place as make it the first of its kind.
 *
 * @param {PageText} page
 * @param {number} start
 * @param {number} end
 * @param {string | undefined} language
 * @returns {string} nothing where none do
 */
const prefixOf = ({ text, folded }, start, end, language) => {
  const before = text.slice(0, start).trimEnd();
  const from = before.lastIndexOf(BREAK) + 1;
  const words = wordsOf(before.slice(from), language).slice(-PREFIX_WORDS);
  for (const { start: at } of words.reverse()) {
    const begin = from + at;
    if (folded.indexOf(folded.slice(begin, end)) === begin) return before.slice(begin);
  }
  return '';
};

/**
 * What stands after `text=` in the link to a place.
 *
 * @param {PageText} page
 * @param {Place} place
 * @param {string} [language]
 */
export const fragmentAt = (page, { start, end }, language) => {
  const { text, folded } = page;
  const quoted = text.slice(start, end);
  const firstRun = quoted.split(BREAK, 1)[0];
  const isWhole = firstRun.length === quoted.length;
  /** Whether the browser finds a quotation from `from` there, and not before. @param {number} from @param {number} to */
  const isFirst = (from, to, after = 0) => folded.indexOf(folded.slice(from, to), after) === from;
  let startEnd = end;
  let endStart = end;
  if (!isWhole || quoted.length > QUOTE_UNITS) {
    const words = wordsOf(firstRun, language);
    const enough = words.slice(END_WORDS - 1).find((word) => isFirst(start, start + word.end)) ?? words[END_WORDS - 1];
    startEnd = start + (enough?.end ?? firstRun.trimEnd().length);
    const lastRun = Math.max(startEnd, start + quoted.lastIndexOf(BREAK) + 1);
    const starts = wordsOf(text.slice(lastRun, end), language).map((word) => lastRun + word.start);
    const last = starts.slice(0, 1 - END_WORDS).reverse();
    endStart = last.find((at) => isFirst(at, end, startEnd)) ?? (isWhole ? end : (starts[0] ?? end));
    // Nothing is left between the two.
    if (endStart === end && isWhole) startEnd = end;
  }
  const prefix = isFirst(start, startEnd) ? '' : prefixOf(page, start, startEnd, language);
  return [
    ...(prefix ? [`${encode(prefix)}-`] : []),
    encode(text.slice(start, startEnd)),
    ...(endStart < end ? [encode(text.slice(endStart, end))] : []),
  ].join(',');
};

/** The same for a sentence that is nowhere on the page. @param {string} sentence @param {string} [language] */
export const fragmentOf = (sentence, language) => {
  const text = collapse(sentence).trim();
  return fragmentAt({ text, folded: fold(text), positionOf: () => undefined }, { start: 0, end: text.length }, language);
};
