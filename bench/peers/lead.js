/** The floor: the first sentences of the text by the browser's own segmentation. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

export const ready = async () => {};

/** @param {string} text @param {number} count */
export const summarize = (text, count) => {
  const sentences = [];
  for (const { segment } of segmenter.segment(text)) {
    const sentence = segment.trim();
    if (sentence) sentences.push(sentence);
    if (sentences.length === count) break;
  }
  return sentences;
};
