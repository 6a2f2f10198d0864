/**
 * The texts of the benchmark: the five seeds, and longer ones of any length. No two sentences of a text are the same,
 * and names, numbers and dates go on appearing, as they do in news: a summarizer that keeps what it has seen gains nothing.
 * The same seed gives the same text everywhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from '../scripts/environment.mjs';

const RANDOM_SEED = 20_201_030;
/** Sentences a paragraph, words a sentence: what the seeds have. */
const PARAGRAPH_SENTENCES = [2, 4];
const SENTENCE_WORDS = [9, 34];
/** So many sentences a new person or place. */
const SENTENCES_A_NAME = 6;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const OFFICES = ['Minister', 'Ambassador', 'General', 'Professor', 'Mayor', 'Commissioner'];
const UNITS = ['people', 'kilometres', 'villages', 'percent', 'million dollars', 'observers', 'tonnes', 'days'];

/** The five articles as given, by file name. @type {Readonly<Record<string, string>>} */
export const SEEDS = Object.fromEntries(
  readdirSync(`${ROOT}/seeds`)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => [name.replace(/\.txt$/, ''), readFileSync(`${ROOT}/seeds/${name}`, 'utf8')]),
);

/** The story's paragraphs in a seed; the lines around them (headline, standfirst, links, forms) are all shorter. @param {string} seed */
export const storyOf = (seed) => seed.split('\n').map((line) => line.trim()).filter((line) => line.length > 200);

/** Letters and digits only: peers and pages change signs and spaces. @param {string} text */
export const bare = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Mulberry32 (Tommy Ettinger, 2017). @param {number} state */
const generator = (state) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** For each word of the seeds, the words that follow it. */
const readChain = () => {
  /** @type {Map<string, string[]>} */
  const next = new Map();
  /** @type {string[]} */
  const openings = [];
  for (const paragraph of Object.values(SEEDS).flatMap(storyOf)) {
    // Quotation marks and brackets are left out: cut up, they would not come in pairs.
    const words = paragraph.replace(/["“”()/]/g, ' ').split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word));
    openings.push(words[0]);
    words.forEach((word, at) => {
      if (at === 0) return;
      next.set(words[at - 1], [...(next.get(words[at - 1]) ?? []), word]);
      if (/[.?!]$/.test(words[at - 1])) openings.push(word);
    });
  }
  return { next, openings: openings.filter((word) => /^\p{Lu}/u.test(word)) };
};

/** @param {number} words how many, at least; the last sentence is whole */
export function longText(words) {
  const random = generator(RANDOM_SEED);
  /** @param {number[]} range */
  const between = ([low, high]) => low + Math.floor(random() * (high - low + 1));
  /** @template T @param {readonly T[]} list */
  const pick = (list) => list[Math.floor(random() * list.length)];
  const { next, openings } = readChain();
  const syllables = [...next.keys()].filter((word) => /^\p{Lu}\p{Ll}{4,}$/u.test(word)).map((word) => word.slice(0, 3));

  const name = () => `${pick(syllables)}${pick(syllables).toLowerCase()}${pick(['a', 'en', 'ov', 'ian', ''])}`;
  /** @type {string[]} */
  const names = [`${pick(OFFICES)} ${name()}`, `${pick(OFFICES)} ${name()}`];
  const facts = [
    () => `on ${between([1, 28])} ${pick(MONTHS)} ${between([1988, 2023])}`,
    () => `with ${between([3, 9900])} ${pick(UNITS)}`,
    () => `near ${name()}`,
    () => `as ${pick(names)} said`,
    () => `after talks with ${pick(names)}`,
  ];

  const sentence = () => {
    const wanted = between(SENTENCE_WORDS);
    const made = [pick(openings)];
    while (made.length < wanted) {
      const last = made[made.length - 1];
      made.push(pick(next.get(last) ?? openings));
      // A full stop inside would end the sentence early.
      made[made.length - 1] = made[made.length - 1].replace(/[.?!,;:]+$/, made.length % 7 ? '' : ',');
    }
    const text = `${made.join(' ').replace(/[,.?!]+$/, '')} ${pick(facts)()} ${pick(facts)()}.`;
    return { text, words: text.split(' ').length };
  };

  const seen = new Set();
  const paragraphs = ['Talks on Nagorno-Karabakh go on as observers arrive'];
  let count = paragraphs[0].split(' ').length;
  while (count < words) {
    /** @type {string[]} */
    const paragraph = [];
    for (let left = between(PARAGRAPH_SENTENCES); left > 0 && count < words; left--) {
      const made = sentence();
      if (seen.has(made.text)) continue;
      seen.add(made.text);
      if (seen.size % SENTENCES_A_NAME === 0) names.push(`${pick(OFFICES)} ${name()}`);
      paragraph.push(made.text);
      count += made.words;
    }
    if (paragraph.length > 0) paragraphs.push(paragraph.join(' '));
  }
  return `${paragraphs.join('\n\n')}\n`;
}
