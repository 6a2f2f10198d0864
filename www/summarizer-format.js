/** The Summarizer's result as text: the types and formats of the draft. */
import { collapseSpace, escapeMarkdown } from './text.js';

/** Languages written without spaces between sentences. */
const UNSPACED = /^(zh|ja)/;

/**
 * The summary in the configured type and format, sentence by sentence.
 *
 * @param {import('./engine.js').Summary} summary
 * @param {import('./summarizer-options.js').Config} config
 */
export const formatSentences = ({ language, sentences }, { type, format }) => {
  const points = type === 'key-points';
  const bullet = points && format === 'markdown' ? '* ' : '';
  const gap = points ? '\n' : UNSPACED.test(language) ? '' : ' ';
  return sentences.map(({ text }, at) => {
    const content = format === 'markdown' ? escapeMarkdown(text) : collapseSpace(text);
    return (at > 0 ? gap : '') + bullet + content;
  });
};
