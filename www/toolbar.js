/** The row below the summary: its length and layout, and what to do with it. */
import { copy, listen, markdown, plain, print, share } from './actions.js';
import { choose } from './preference.js';
import { element } from './template.js';

/**
 * @typedef {import('./engine.js').Sentence} Sentence
 * @typedef {import('./engine.js').Summary} Summary
 * @typedef {import('./panel.js').View} View
 */

/** So long a button says that it is done. */
const DONE_MS = 2000;

/**
 * A group of radio buttons for an attribute of the widget.
 *
 * @param {View} view
 * @param {'length' | 'shape'} name
 * @param {readonly ('short' | 'medium' | 'long' | 'bullets' | 'paragraph')[]} values
 */
const choice = ({ host, labels }, name, values) => {
  const inputs = values.map((value) => {
    const input = element('input');
    Object.assign(input, { type: 'radio', name, value });
    input.addEventListener('change', () => choose(host, name, value));
    return input;
  });
  const options = inputs.map((input, at) => element('label', '', input, element('span', 'option', labels[values[at]])));
  const group = element('div', 'choice', ...options);
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-label', labels[name]);
  const sync = () => {
    for (const input of inputs) input.checked = input.value === host[name];
  };
  return { group, sync };
};

/** @param {string} part @param {string} words @param {(button: HTMLButtonElement) => unknown} onclick */
const action = (part, words, onclick) => {
  const button = element('button', `action ${part}`, words);
  button.type = 'button';
  button.addEventListener('click', () => onclick(button));
  return button;
};

/**
 * @param {View} view
 * @param {() => Summary | undefined} summaryOf what is shown now
 * @param {() => Sentence | undefined} sentenceOf the one to share
 */
export const tools = (view, summaryOf, sentenceOf) => {
  const { host, labels, say } = view;
  /** Says on the button, and to screen readers, how it went. @param {HTMLButtonElement} button @param {string} usual @param {boolean} done @param {string} words */
  const report = (button, usual, done, words) => {
    say(done ? words : labels.uncopied);
    if (!done) return;
    button.textContent = words;
    setTimeout(() => {
      button.textContent = usual;
    }, DONE_MS);
  };
  /** @param {typeof plain} format @param {string} usual */
  const copier = (format, usual) => async (/** @type {HTMLButtonElement} */ button) => {
    const summary = summaryOf();
    if (summary) report(button, usual, await copy(format(summary, host.shape)), labels.copied);
  };
  const sharer = async (/** @type {HTMLButtonElement} */ button) => {
    const summary = summaryOf();
    const sentence = sentenceOf();
    const copied = summary && sentence && (await share(summary, sentence.text));
    if (copied !== undefined) report(button, labels.share, copied, labels.link);
  };
  const listener = (/** @type {HTMLButtonElement} */ button) => {
    const summary = summaryOf();
    if (summary) listen(host, summary, (next) => {
      button.textContent = labels[next];
    });
  };
  const actions = element(
    'div',
    'actions',
    action('copy', labels.copy, copier(plain, labels.copy)),
    action('markdown', labels.markdown, copier(markdown, labels.markdown)),
    action('share', labels.share, sharer),
    ...('speechSynthesis' in globalThis ? [action('listen', labels.listen, listener)] : []),
    action('print', labels.print, () => print(host)),
  );
  const length = choice(view, 'length', ['short', 'medium', 'long']);
  const shape = choice(view, 'shape', ['bullets', 'paragraph']);
  const row = element('div', 'tools', element('div', 'choices', length.group, shape.group), actions);
  row.addEventListener('sync', () => {
    length.sync();
    shape.sync();
    // A headline is one clause.
    shape.group.hidden = host.type === 'headline';
  });
  return row;
};
