/** The names and figures of a summary: marked in its sentences, and listed by the question that they answer. */
import { element, plainList } from './dom.js';
import { formatMessage, formatNumber } from './messages.js';
import { mentionsOf } from './summaries.js';
import { visit } from './visit.js';

/**
 * @typedef {import('./engine.js').Entity} Entity
 * @typedef {import('./engine.js').Summary} Summary
 * @typedef {import('./panel.js').Shown} Shown
 */

/** The reporter's questions, and the kinds of entity that answer each. */
const QUESTIONS = /** @type {const} */ ([
  ['who', ['person', 'organisation']],
  ['where', ['place']],
  ['amounts', ['money', 'percent', 'quantity', 'number']],
  ['also', ['other']],
]);

/** The most names that a question's list has: those of the highest weight. */
const MOST = 6;

/** Scripts without spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** @param {Entity} entity @returns {string[]} how a sentence may name it */
const formsOf = ({ name, kind }) => {
  const last = name.split(' ').at(-1) ?? '';
  return kind === 'person' && last.length > 2 && last !== name ? [name, last] : [name];
};

/** A character of a word. One pattern with every name in it would take a slow phone 150 ms to compile. */
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Where a name next occurs in a text as whole words, or -1. @param {string} text @param {string} form @param {number} from */
const find = (text, form, from) => {
  const isInWord = (/** @type {number} */ at) => WORD_CHARACTER.test(text.charAt(at - 1)) || WORD_CHARACTER.test(text.charAt(at + form.length));
  let at = text.indexOf(form, from);
  if (!UNSPACED.test(form)) while (at >= 0 && isInWord(at)) at = text.indexOf(form, at + 1);
  return at;
};

/** The entities that are listed. @param {Summary} summary */
const listed = ({ entities }) =>
  QUESTIONS.map(([question, kinds]) => {
    const answers = entities.filter(({ kind }) => /** @type {readonly string[]} */ (kinds).includes(kind));
    return { question, answers: answers.slice(0, MOST) };
  }).filter(({ answers }) => answers.length > 0);

/**
 * Makes a function that gives a sentence's text with its names marked.
 *
 * @param {Summary} summary
 * @returns {(text: string) => (Node | string)[]}
 */
export const entityMarker = (summary) => {
  const forms = listed(summary).flatMap(({ answers }) => answers.flatMap(formsOf)).filter(Boolean);
  // Of two names that begin at one place the longer counts.
  forms.sort((a, b) => b.length - a.length);
  return (text) => {
    const spaced = text.replace(/\s/g, ' ');
    const pieces = [];
    for (let done = 0; ; ) {
      let start = Infinity;
      let name = '';
      for (const form of forms) {
        const at = find(spaced, form, done);
        if (at >= 0 && at < start) [start, name] = [at, form];
      }
      if (!name) return [...pieces, text.slice(done)];
      const end = start + name.length;
      pieces.push(text.slice(done, start), element('span', 'entity', text.slice(start, end)));
      done = end;
    }
  };
};

/** A press goes to the entity's first mention, each further one to the next. @param {Shown} shown @param {Entity} entity */
const nameButton = (shown, { name }) => {
  const { session, root, summary, labels, announce } = shown;
  const button = element('button', 'name', name);
  button.type = 'button';
  button.lang = summary.language;
  let at = 0;
  button.addEventListener('click', async () => {
    const ranges = await mentionsOf(session, root, name, summary.language).catch(() => []);
    if (!button.isConnected) return;
    if (ranges.length === 0) return announce(labels.unmentioned);
    at = button.hasAttribute('aria-current') ? (at + 1) % ranges.length : 0;
    visit(shown, button, button, ranges, ranges[at]);
    announce(formatMessage(labels.mention, { number: formatNumber(at + 1, labels.lang), count: formatNumber(ranges.length, labels.lang) }));
  });
  return button;
};

/** Who, where and how much. @param {Shown} shown @returns {Node[]} */
export const entityLists = (shown) =>
  listed(shown.summary).map(({ question, answers }) => {
    const title = element('span', 'question', shown.labels[question]);
    const list = plainList('', answers.map((entity) => element('li', '', nameButton(shown, entity))));
    list.setAttribute('aria-label', shown.labels[question]);
    title.setAttribute('aria-hidden', 'true');
    return element('div', 'names', title, list);
  });
