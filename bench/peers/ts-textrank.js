import { AbsoluteSummarizerConfig, DefaultTextParser, NullLogger, SorensenDiceSimilarity, Summarizer } from 'ts-textrank';

const DAMPING = 0.85;

export const ready = async () => {};

/** @param {string} text @param {number} count @returns {string[]} */
export const summarize = (text, count) => {
  const config = new AbsoluteSummarizerConfig(count, new SorensenDiceSimilarity(), new DefaultTextParser(), DAMPING, Summarizer.SORT_OCCURENCE);
  return new Summarizer(config, new NullLogger()).summarize(text, 'en');
};
