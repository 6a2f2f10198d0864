import lexrank from 'lexrank.js';

export const ready = async () => {};

/** @param {string} text @param {number} count */
export const summarize = (text, count) =>
  lexrank(text)
    .flat()
    .sort((one, other) => other.weight - one.weight)
    .slice(0, count)
    .map((sentence) => sentence.text);
