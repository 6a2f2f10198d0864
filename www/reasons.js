/** Why these sentences: the share of each signal in the choice of each, explained to readers. */
import { element } from './dom.js';
import { formatPercent } from './messages.js';
import { excerpt } from './text.js';

/**
 * @typedef {import('./engine.js').Sentence} Sentence
 * @typedef {import('./labels.js').Labels} Labels
 */

/** The smallest share that is listed: less is rounded to 0 %. */
const LEAST_SHARE = 0.005;

/** The share of each signal, the largest first. @param {Sentence} sentence @param {Labels} labels */
const sharesOf = ({ signals, rankScore }, labels) =>
  Object.entries(signals)
    .filter(([name, part]) => part >= LEAST_SHARE * rankScore && Object.hasOwn(labels.signals, name))
    .map(([name, part]) => ({ name, share: Math.min(1, part / rankScore) }))
    .sort((a, b) => b.share - a.share);

/** @param {ReturnType<typeof sharesOf>} shares @param {number} largest share, whose bar is as wide as can be @param {Labels} labels */
const chart = (shares, largest, labels) =>
  shares.flatMap(({ name, share }) => {
    const bar = element('span', 'bar');
    bar.style.setProperty('inline-size', `${Math.round((share / largest) * 100)}%`);
    const percent = element('span', 'percent', formatPercent(share, labels.lang));
    return [element('dt', '', labels.signals[name]), element('dd', '', percent, bar)];
  });

/** @param {Sentence[]} sentences @param {string} language @param {Labels} labels */
export const reasons = (sentences, language, labels) => {
  const shares = sentences.map((sentence) => sharesOf(sentence, labels));
  // All charts have the same scale.
  const largest = Math.max(...shares.flat().map(({ share }) => share));
  const items = sentences.map((sentence, at) => {
    const quote = element('q', '', excerpt(sentence.text));
    quote.lang = language;
    quote.dir = 'auto';
    return element('li', '', quote, element('dl', 'shares', ...chart(shares[at], largest, labels)));
  });
  const list = element('ol', '', ...items);
  list.setAttribute('aria-label', labels.why);
  return [element('p', '', labels.reasons), list];
};
