import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { densest } from './density.js';

/** Only the stages that a summary needs. */
const nlp = winkNLP(model, ['sbd', 'pos']);

export const ready = async () => {};

/** @param {string} text @param {number} count */
export const summarize = (text, count) => {
  const { its } = nlp;
  /** @type {{ text: string, entities: string[] }[]} */
  const sentences = [];
  nlp.readDoc(text).sentences().each((sentence) => {
    const tokens = sentence.tokens();
    /** @type {string[]} */
    const parts = tokens.out(its.pos);
    /** @type {string[]} */
    const words = tokens.out(its.normal);
    sentences.push({ text: sentence.out().trim(), entities: words.filter((_, at) => parts[at] === 'PROPN') });
  });
  return densest(sentences, count);
};
