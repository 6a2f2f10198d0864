import sum from 'sum';

export const ready = async () => {};

/** It gives null for a sentence that it has lost. @param {string} text @param {number} count @returns {string[]} */
export const summarize = (text, count) =>
  sum({ corpus: text, nSentences: count }).sentences.filter((/** @type {string | null} */ sentence) => sentence !== null);
