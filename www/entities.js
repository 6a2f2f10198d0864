/** The names and figures of a summary: marked in its sentences, and listed by what they answer. */
import { element } from './template.js';

/**
 * @typedef {import('./engine.js').Entity} Entity
 * @typedef {import('./engine.js').Summary} Summary
 * @typedef {import('./panel.js').View} View
 */

/** The questions of the trade, and the kinds of entity that answer each. */
const QUESTIONS = /** @type {const} */ ([
  ['who', ['person', 'organisation']],
  ['where', ['place']],
  ['amounts', ['money', 'percent', 'quantity', 'number']],
  ['also', ['other']],
]);

/** A name of a question's list is one of the heaviest so many. */
const MOST = 6;

/** @param {string} text */
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+');

/** Scripts that put no space between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** @param {Entity} entity @returns {string[]} how a sentence may name it */
const formsOf = ({ name, kind }) => {
  const last = name.split(' ').at(-1) ?? '';
  return kind === 'person' && last.length > 2 && last !== name ? [name, last] : [name];
};

/** @param {Entity[]} entities @returns {RegExp | undefined} what finds them in a text, the longest first */
const patternOf = (entities) => {
  const forms = entities.flatMap(formsOf).filter(Boolean);
  if (forms.length === 0) return undefined;
  forms.sort((a, b) => b.length - a.length);
  const alternatives = forms.map((form) =>
    UNSPACED.test(form) ? escaped(form) : `(?<![\\p{L}\\p{N}])${escaped(form)}(?![\\p{L}\\p{N}])`,
  );
  return new RegExp(`(${alternatives.join('|')})`, 'u');
};

/** The entities that are listed. @param {Summary} summary */
const listed = ({ entities }) =>
  QUESTIONS.map(([question, kinds]) => {
    const answers = entities.filter(({ kind }) => /** @type {readonly string[]} */ (kinds).includes(kind));
    return { question, answers: answers.slice(0, MOST) };
  }).filter(({ answers }) => answers.length > 0);

/**
 * Gives a function that sets a sentence's text with its names marked.
 *
 * @param {Summary} summary
 * @returns {(text: string) => (Node | string)[]}
 */
export const marker = (summary) => {
  const pattern = patternOf(listed(summary).flatMap(({ answers }) => answers));
  // Splitting by a group gives text and names by turns.
  return (text) => (pattern ? text.split(pattern).map((piece, at) => (at % 2 ? element('span', 'entity', piece) : piece)) : [text]);
};

/**
 * Who, where and how much; a press on a name calls `choose`.
 *
 * @param {Summary} summary
 * @param {View} view
 * @param {(entity: Entity, control: HTMLElement) => void} choose
 * @returns {Node[]}
 */
export const lists = (summary, { labels }, choose) =>
  listed(summary).map(({ question, answers }) => {
    const items = answers.map((entity) => {
      const control = element('button', 'name', entity.name);
      control.type = 'button';
      control.lang = summary.language;
      control.addEventListener('click', () => choose(entity, control));
      return element('li', '', control);
    });
    const title = element('span', 'question', labels[question]);
    const list = element('ul', '', ...items);
    // Without its bullets a list is none to VoiceOver, unless told.
    list.setAttribute('role', 'list');
    list.setAttribute('aria-label', labels[question]);
    title.setAttribute('aria-hidden', 'true');
    return element('div', 'names', title, list);
  });
