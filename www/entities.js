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

/** Scripts that put no space between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** @param {Entity} entity @returns {string[]} how a sentence may name it */
const formsOf = ({ name, kind }) => {
  const last = name.split(' ').at(-1) ?? '';
  return kind === 'person' && last.length > 2 && last !== name ? [name, last] : [name];
};

/** What a word is made of. One pattern with every name in it would take a slow phone 150 ms to compile. */
const INSIDE = /[\p{L}\p{N}]/u;

/** Where a name next stands in a text as words of their own, or -1. @param {string} text @param {string} form @param {number} from */
const find = (text, form, from) => {
  let at = text.indexOf(form, from);
  while (at >= 0 && !UNSPACED.test(form) && (INSIDE.test(text.charAt(at - 1)) || INSIDE.test(text.charAt(at + form.length)))) {
    at = text.indexOf(form, at + 1);
  }
  return at;
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
  const forms = listed(summary).flatMap(({ answers }) => answers.flatMap(formsOf)).filter(Boolean);
  // Of two names that begin at one place the longer counts.
  forms.sort((a, b) => b.length - a.length);
  return (text) => {
    const even = text.replace(/\s/g, ' ');
    const pieces = [];
    for (let done = 0; ; ) {
      let start = Infinity;
      let name = '';
      for (const form of forms) {
        const at = find(even, form, done);
        if (at >= 0 && at < start) [start, name] = [at, form];
      }
      if (!name) return [...pieces, text.slice(done)];
      const end = start + name.length;
      pieces.push(text.slice(done, start), element('span', 'entity', text.slice(start, end)));
      done = end;
    }
  };
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
