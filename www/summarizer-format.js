/** The Summarizer's result as text: the types and formats of the draft. */
import { collapseSpace, escapeMarkdown, spaceAfter } from './text.js';

/**
 * The summary in the configured type and format, sentence by sentence.
 *
 * @param {import('./engine.js').Summary} summary
 * @param {import('./summarizer-options.js').Config} config
 */
export const formatSentences = ({ sentences }, { type, format }) => {
  const points = type === 'key-points';
  const bullet = points && format === 'markdown' ? '* ' : '';
  return sentences.map(({ text }, at) => {
    const gap = at === 0 ? '' : points ? '\n' : spaceAfter(sentences[at - 1].text);
    return gap + bullet + (format === 'markdown' ? escapeMarkdown(text) : collapseSpace(text));
  });
};
