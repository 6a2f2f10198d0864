/** Why these sentences: the share of each signal in the choice, in words a reader understands. */
import { element } from './template.js';
import { beginning } from './words.js';

/**
 * @typedef {import('./engine.js').Sentence} Sentence
 * @typedef {import('./labels.js').Labels} Labels
 */

/** What would be rounded to 0 % is no reason. */
const SMALLEST = 0.005;

/** @param {Sentence} sentence @param {Labels} labels */
const sharesOf = ({ signals, rankScore }, labels) => {
  const parts = Object.entries(signals).filter(([name, part]) => part >= SMALLEST * rankScore && Object.hasOwn(labels.signals, name));
  parts.sort(([, a], [, b]) => b - a);
  return parts.flatMap(([name, part]) => {
    const share = Math.min(1, part / rankScore);
    const bar = element('span', 'bar');
    bar.style.setProperty('inline-size', `${Math.round(share * 100)}%`);
    const percent = share.toLocaleString(labels.lang, { style: 'percent' });
    return [element('dt', '', labels.signals[name]), element('dd', '', element('span', 'percent', percent), bar)];
  });
};

/** @param {Sentence[]} sentences @param {string} language @param {Labels} labels */
export const reasons = (sentences, language, labels) => {
  const items = sentences.map((sentence) => {
    const quote = element('q', '', beginning(sentence.text));
    quote.lang = language;
    quote.dir = 'auto';
    return element('li', '', quote, element('dl', 'shares', ...sharesOf(sentence, labels)));
  });
  const list = element('ol', '', ...items);
  list.setAttribute('aria-label', labels.why);
  return [element('p', '', labels.reasons), list];
};
