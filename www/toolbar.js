/** The row below the summary: its length and layout, and the actions. */
import { copy, markdown, plainText, share } from './actions.js';
import { element } from './dom.js';
import { emit, sentenceDetail } from './events.js';
import { setPreference } from './preferences.js';
import { print } from './print.js';
import { speak } from './speech.js';

/**
 * @typedef {import('./element.js').NutGraf} NutGraf
 * @typedef {import('./engine.js').Sentence} Sentence
 * @typedef {import('./labels.js').Labels} Labels
 * @typedef {import('./panel.js').Shown} Shown
 */

/** How long a button says that it has done its work, in milliseconds. */
const DONE_MS = 2000;

/**
 * A group of radio buttons for an attribute of the widget.
 *
 * @param {NutGraf} host
 * @param {Labels} labels
 * @param {'length' | 'shape'} name
 * @param {readonly ('short' | 'medium' | 'long' | 'bullets' | 'paragraph')[]} values
 */
const choice = (host, labels, name, values) => {
  const inputs = values.map((value) => {
    const input = element('input');
    Object.assign(input, { type: 'radio', name, value });
    input.addEventListener('change', () => {
      setPreference(host, name, value);
      emit(host, name, { [name]: value });
    });
    return input;
  });
  const options = inputs.map((input, at) => element('label', '', input, element('span', 'option', labels[values[at]])));
  const group = element('div', 'choice', ...options);
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-label', labels[name]);
  const update = () => {
    for (const input of inputs) input.checked = input.value === host[name];
  };
  return { group, update };
};

/** @param {string} part @param {string} label @param {(button: HTMLButtonElement) => unknown} onclick */
const action = (part, label, onclick) => {
  const button = element('button', `action ${part}`, label);
  button.type = 'button';
  button.addEventListener('click', () => onclick(button));
  return button;
};

/**
 * @param {NutGraf} host
 * @param {Labels} labels
 * @param {(message: string) => void} announce to screen readers
 * @param {() => Pick<Shown, 'summary' | 'language'> | undefined} shown what is shown now
 * @param {() => Sentence | undefined} sentenceOf the one to share
 * @param {(sentence: Sentence) => Promise<string>} linkTo
 */
export const toolbar = (host, labels, announce, shown, sentenceOf, linkTo) => {
  /** Says on the button, and to screen readers, how it went. @param {HTMLButtonElement} button @param {string} label @param {boolean} done @param {string} message */
  const report = (button, label, done, message) => {
    announce(done ? message : labels.uncopied);
    if (!done) return;
    button.textContent = message;
    setTimeout(() => {
      button.textContent = label;
    }, DONE_MS);
  };
  /** @param {typeof plainText} format @param {string} label */
  const copier = (format, label) => async (/** @type {HTMLButtonElement} */ button) => {
    const summary = shown()?.summary;
    if (!summary) return;
    const text = format(summary, host.shape);
    const done = await copy(text);
    report(button, label, done, labels.copied);
    if (done) emit(host, 'copy', { format: format === markdown ? 'markdown' : 'plain-text', text });
  };
  const sharer = async (/** @type {HTMLButtonElement} */ button) => {
    const summary = shown()?.summary;
    const sentence = sentenceOf();
    if (!summary || !sentence) return;
    const url = await linkTo(sentence);
    const method = await share(summary, sentence.text, url);
    if (method === 'copy' || method === 'failed') report(button, labels.share, method === 'copy', labels.link);
    if (method === 'copy' || method === 'share') emit(host, 'share', { ...sentenceDetail(summary, sentence), url, method });
  };
  const speaker = (/** @type {HTMLButtonElement} */ button) => {
    const now = shown();
    if (!now) return;
    const { summary, language } = now;
    speak(host, language, summary.sentences, (next, state, sentence) => {
      button.textContent = labels[next];
      emit(host, 'listen', { state, ...sentenceDetail(summary, sentence) });
    });
  };
  const actions = element(
    'div',
    'actions',
    action('copy', labels.copy, copier(plainText, labels.copy)),
    action('markdown', labels.markdown, copier(markdown, labels.markdown)),
    action('share', labels.share, sharer),
    ...('speechSynthesis' in globalThis ? [action('listen', labels.listen, speaker)] : []),
    action('print', labels.print, () => {
      print(host);
      emit(host, 'print', {});
    }),
  );
  const length = choice(host, labels, 'length', ['short', 'medium', 'long']);
  const shape = choice(host, labels, 'shape', ['bullets', 'paragraph']);
  const row = element('div', 'tools', element('div', 'choices', length.group, shape.group), actions);
  /** Shows the attributes as they are now. */
  const update = () => {
    length.update();
    shape.update();
    // A headline is one clause.
    shape.group.hidden = host.type === 'headline';
  };
  return { row, update };
};
