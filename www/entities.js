/** The names and figures of a summary: marked in its sentences, and listed by the question that they answer. */
import { element, plainList } from './dom.js';
import { emit } from './events.js';
import { formatMessage, formatNumber } from './messages.js';
import { mentionsOf } from './summaries.js';
import { visit } from './visit.js';

/**
 * @typedef {import('./engine.js').Entity} Entity
 * @typedef {import('./engine.js').Sentence} Sentence
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

/** The entities that are listed. @param {Summary} summary */
const listed = ({ entities }) =>
  QUESTIONS.map(([question, kinds]) => {
    const answers = entities.filter(({ kind }) => /** @type {readonly string[]} */ (kinds).includes(kind));
    return { question, answers: answers.slice(0, MOST) };
  }).filter(({ answers }) => answers.length > 0);

/**
 * Makes a function that gives a sentence's text with the listed names marked.
 *
 * @param {Summary} summary
 * @returns {(sentence: Sentence) => (Node | string)[]}
 */
export const entityMarker = (summary) => {
  const shown = new Set(listed(summary).flatMap(({ answers }) => answers));
  return ({ text, offset, mentions }) => {
    const pieces = [];
    let done = 0;
    for (const mention of mentions) {
      const start = mention.offset - offset;
      // Of two mentions that overlap the first counts.
      if (start < done || !shown.has(summary.entities[mention.entity])) continue;
      const end = start + mention.length;
      pieces.push(text.slice(done, start), element('span', 'entity', text.slice(start, end)));
      done = end;
    }
    return [...pieces, text.slice(done)];
  };
};

/** A press goes to the entity's first mention, each further one to the next. @param {Shown} shown @param {Entity} entity */
const nameButton = (shown, { name, kind }) => {
  const { session, host, root, summary, language, labels, announce } = shown;
  const button = element('button', 'name', name);
  button.type = 'button';
  button.lang = language;
  let at = 0;
  button.addEventListener('click', async () => {
    const ranges = await mentionsOf(session, root, name, summary.language).catch(() => []);
    if (!button.isConnected) return;
    if (ranges.length === 0) return announce(labels.unmentioned);
    at = button.hasAttribute('aria-current') ? (at + 1) % ranges.length : 0;
    visit(shown, button, button, ranges, ranges[at]);
    announce(formatMessage(labels.mention, { number: formatNumber(at + 1, labels.lang), count: formatNumber(ranges.length, labels.lang) }));
    emit(host, 'mention', { name, kind, number: at + 1, count: ranges.length });
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
