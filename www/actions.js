/** Copying and sharing a summary. */
import { address } from './links.js';
import { collapseSpace, escapeMarkdown, joinSentences } from './text.js';

/**
 * @typedef {import('./engine.js').Summary} Summary
 */

/** @param {Summary} summary */
const headlineOf = ({ headline }) => collapseSpace(headline || document.title);

/** @param {Summary} summary @param {string} shape */
export const plainText = (summary, shape) => {
  const sentences = summary.sentences.map(({ text }) => collapseSpace(text));
  const body = shape === 'paragraph' ? joinSentences(sentences) : sentences.map((text) => `• ${text}`).join('\n');
  return `${headlineOf(summary)}\n\n${body}\n\n${address()}`;
};

/** @param {Summary} summary @param {string} shape */
export const markdown = (summary, shape) => {
  const sentences = summary.sentences.map(({ text }) => escapeMarkdown(text));
  const body = shape === 'paragraph' ? joinSentences(sentences) : sentences.map((text) => `- ${text}`).join('\n');
  return `## ${escapeMarkdown(headlineOf(summary))}\n\n${body}\n\n<${address()}>\n`;
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
 * @param {string} sentence
 * @param {string} url of the sentence
 * @returns {Promise<'share' | 'copy' | 'failed' | 'closed'>} how it went: by the browser's dialog, by a copied link, in neither
 *   way, or not at all, because the reader closed the dialog
 */
export const share = async (summary, sentence, url) => {
  const data = { title: headlineOf(summary), text: collapseSpace(sentence), url };
  try {
    if (navigator.canShare?.(data)) {
      await navigator.share(data);
      return 'share';
    }
  } catch (error) {
    // Else the browser or the page forbids sharing.
    if (/** @type {Error} */ (error).name === 'AbortError') return 'closed';
  }
  return (await copy(url)) ? 'copy' : 'failed';
};
