/** Copying and sharing a summary. */
import { collapseSpace, escapeMarkdown, joinSentences } from './text.js';

/**
 * @typedef {import('./engine.js').Summary} Summary
 */

/** The most UTF-16 units of a sentence that a link quotes whole; of a longer one it quotes the first and the last words. */
const QUOTE_UNITS = 120;
/** How many words at each end. */
const END_WORDS = 5;

/** @param {string} text @param {string} language */
const wordsOf = (text, language) => {
  const words = Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(text));
  return words.filter(({ isWordLike }) => isWordLike);
};

/** Percent-encoded, and with it the hyphen, which separates the pieces of a text fragment. @param {string} text */
const encode = (text) => encodeURIComponent(text.toWellFormed?.() ?? text.replace(/\p{Cs}/gu, '')).replaceAll('-', '%2D');

/** A link to a sentence, by a text fragment (WICG Scroll To Text Fragment). @param {string} sentence @param {string} language */
export const linkTo = (sentence, language) => {
  const text = collapseSpace(sentence);
  let fragment = encode(text);
  const words = text.length > QUOTE_UNITS && Intl.Segmenter ? wordsOf(text, language) : [];
  if (words.length > 2 * END_WORDS) {
    const start = words[END_WORDS].index;
    const end = words[words.length - END_WORDS].index;
    fragment = `${encode(text.slice(0, start).trim())},${encode(text.slice(end))}`;
  }
  return `${location.href.split('#')[0]}#:~:text=${fragment}`;
};

/** @param {Summary} summary */
const headlineOf = ({ headline }) => collapseSpace(headline || document.title);

/** @param {Summary} summary @param {string} shape */
export const plainText = (summary, shape) => {
  const sentences = summary.sentences.map(({ text }) => collapseSpace(text));
  const body = shape === 'paragraph' ? joinSentences(sentences) : sentences.map((text) => `• ${text}`).join('\n');
  return `${headlineOf(summary)}\n\n${body}\n\n${location.href}`;
};

/** @param {Summary} summary @param {string} shape */
export const markdown = (summary, shape) => {
  const sentences = summary.sentences.map(({ text }) => escapeMarkdown(text));
  const body = shape === 'paragraph' ? joinSentences(sentences) : sentences.map((text) => `- ${text}`).join('\n');
  return `## ${escapeMarkdown(headlineOf(summary))}\n\n${body}\n\n<${location.href}>\n`;
};

/** @param {string} text @returns {Promise<boolean>} whether it is in the clipboard */
export const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not allowed, or not a secure context: the older way.
  }
  /** @param {ClipboardEvent} event */
  const oncopy = (event) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', oncopy, true);
  const done = document.execCommand('copy');
  removeEventListener('copy', oncopy, true);
  return done;
};

/**
 * Shares by the Web Share API where there is one, else copies the link.
 *
 * @param {Summary} summary
 * @param {string} sentence that the link leads to
 * @returns {Promise<boolean | undefined>} whether the link was copied; undefined when the share dialog was shown
 */
export const share = async (summary, sentence) => {
  const url = linkTo(sentence, summary.language);
  const data = { title: headlineOf(summary), text: collapseSpace(sentence), url };
  if (!navigator.canShare?.(data)) return copy(url);
  try {
    await navigator.share(data);
  } catch (error) {
    // The reader closed the dialog, or else the browser or the page forbids sharing.
    if (/** @type {Error} */ (error).name !== 'AbortError') return copy(url);
  }
  return undefined;
};
