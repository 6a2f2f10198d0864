import nlp from 'compromise';
import { densest } from './density.js';

/** @typedef {{ text: string, terms: { normal: string, tags: string[] }[] }} Sentence */

export const ready = async () => {};

/** @param {string} text @param {number} count */
export const summarize = (text, count) => {
  /** @type {Sentence[]} */
  const sentences = nlp(text).json({ text: true, terms: { normal: true, tags: true } });
  return densest(
    sentences.map(({ text, terms }) => ({
      text,
      entities: terms.filter(({ tags }) => tags.includes('ProperNoun')).map(({ normal }) => normal),
    })),
    count,
  );
};
