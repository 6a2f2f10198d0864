/** What the playground shows of a result. Text is set as text. */

/** @typedef {import('../types/nutgraf.js').Summary} Summary */

/** The signals in words, in the order of the table; the last one is there with a context alone. @type {Record<keyof import('../types/nutgraf.js').Signals, string>} */
const SIGNALS = {
  novelty: 'Novelty',
  entityDensity: 'Entity density',
  position: 'Position',
  centrality: 'Centrality',
  headline: 'Headline',
  selfContained: 'Self-contained',
  cue: 'Cue',
  context: 'Context',
};

/** @param {string} name @param {(string | Node)[]} content */
const element = (name, ...content) => {
  const made = document.createElement(name);
  made.append(...content);
  return made;
};

/**
 * A table that scrolls by itself where it is wider than the page.
 *
 * @param {string} label
 * @param {string[]} head
 * @param {(string | Node)[][]} rows
 */
const table = (label, head, rows) => {
  const header = head.map((text) => Object.assign(element('th', text), { scope: 'col' }));
  const body = rows.map((cells) => element('tr', ...cells.map((cell) => element('td', cell))));
  const box = element('div', element('table', element('thead', element('tr', ...header)), element('tbody', ...body)));
  box.className = 'scroll';
  box.tabIndex = 0;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', label);
  return box;
};

/** @param {Summary} found */
export const reasons = ({ sentences }) => {
  const names = /** @type {(keyof typeof SIGNALS)[]} */ (Object.keys(SIGNALS)).filter((name) => sentences.some(({ signals }) => name in signals));
  return table(
    'The parts of each score',
    ['Sentence', ...names.map((name) => SIGNALS[name]), 'Score'],
    sentences.map(({ text, signals, rankScore }) => [text, ...names.map((name) => (signals[name] ?? 0).toFixed(3)), rankScore.toFixed(3)]),
  );
};

/** @param {Summary} found */
export const entities = ({ entities: names }) =>
  names.length === 0
    ? element('p', 'None were found.')
    : table(
        'Names and figures',
        ['Name', 'Kind', 'Weight', 'Mentions'],
        names.map(({ name, kind, weight, mentions }) => [name, kind, weight.toFixed(2), String(mentions)]),
      );

/** The text that was read, the chosen sentences marked. @param {Summary} found @param {string} input */
export const marked = ({ sentences, article }, input) => {
  const text = article.text ?? input;
  let end = 0;
  const pieces = sentences.flatMap(({ offset, length }) => {
    const before = text.slice(end, offset);
    end = offset + length;
    return [before, element('mark', text.slice(offset, end))];
  });
  return [...pieces, text.slice(end)];
};
