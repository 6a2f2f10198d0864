/**
 * The site's own labels, put over those of the language. Loaded where a page or a widget has some, in a chunk of its own. What
 * is wrong in them is named in the console and left out: the language's label stays.
 */
import english from './labels/en.json';
import { spaceAfter } from './text.js';

/**
 * @typedef {import('./labels.js').ButtonLabels} ButtonLabels
 * @typedef {import('./labels.js').CustomLabels} CustomLabels
 * @typedef {import('./engine.js').Session} Session
 * @typedef {Record<string, unknown>} Members
 */

/** Labels that may be empty, because what stands beside them says enough. */
const DISPENSABLE = ['question', 'unchanged', 'saved', 'truncated'];

/** Scripts that run from right to left. */
const RIGHT_TO_LEFT = /^(Adlm|Arab|Aran|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi)$/;

/** @type {Set<string>} */
const told = new Set();

/** Tells the developers, once. @param {string} message */
const warn = (message) => {
  if (told.has(message)) return;
  told.add(message);
  console.warn(`nutgraf: labels: ${message}`);
};

/** @param {unknown} value @returns {value is Members} */
const isGroup = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {string} tag @returns {Intl.Locale | undefined} */
const localeOf = (tag) => {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
};

/** @param {string} text @returns {string[]} */
const placeholdersOf = (text) => text.match(/\{\w+\}/g) ?? [];

/** What keeps a text from being the label `key`, if anything does. @param {string} key @param {unknown} text @param {string} known the English label */
const faultOf = (key, text, known) => {
  if (typeof text !== 'string') return 'must be a text';
  if (!text.trim() && !DISPENSABLE.includes(key)) return 'must not be empty';
  if (key === 'lang' && !localeOf(text)) return `“${text}” is no language tag (BCP 47)`;
  if (key === 'dir' && !/^(ltr|rtl)$/.test(text)) return 'must be “ltr” or “rtl”';
  const allowed = placeholdersOf(known);
  const strange = placeholdersOf(text).find((name) => !allowed.includes(name));
  return strange && `has no value for ${strange}${allowed.length > 0 ? `, but for ${allowed.join(', ')}` : ''}`;
};

/** What is right in a group of labels. @param {Members} custom @param {Members} known the English labels @param {string} [path] */
const checked = (custom, known, path = '') => {
  /** Without a prototype, because what a page put into Object.prototype would count. @type {Members} */
  const right = Object.create(null);
  for (const [key, value] of Object.entries(custom)) {
    const name = path + key;
    if (!Object.hasOwn(known, key)) {
      warn(`“${name}” is no label`);
      continue;
    }
    const like = known[key];
    if (isGroup(like)) {
      if (isGroup(value)) right[key] = checked(value, like, `${name}.`);
      else warn(`“${name}” must be an object`);
      continue;
    }
    const fault = faultOf(name, value, /** @type {string} */ (like));
    if (fault) warn(`“${name}” ${fault}`);
    else right[key] = value;
  }
  return right;
};

/** The forms that Intl.PluralRules may ask for. */
const FORMS = Object.fromEntries(['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [form, english.ready.other]));
const KNOWN = { ...english, ready: FORMS };

/** @param {Members} labels @param {unknown} custom */
const put = (labels, custom) => {
  if (!isGroup(custom)) {
    warn('must be an object');
    return;
  }
  const { ready, kinds, signals, errors, ...texts } = /** @type {Record<string, Members>} */ (checked(custom, KNOWN));
  const { lang, dir } = /** @type {Record<string, any>} */ (texts);
  Object.assign(labels, texts);
  for (const [name, group] of Object.entries({ kinds, signals, errors })) labels[name] = { .../** @type {object} */ (labels[name]), ...group };
  // The forms of one language say nothing in another.
  if (ready?.other) labels.ready = { ...ready };
  else if (ready) warn('“ready.other” is missing');
  if (lang && !dir) labels.dir = RIGHT_TO_LEFT.test(localeOf(lang)?.maximize().script ?? '') ? 'rtl' : 'ltr';
};

/** By address. @type {Map<string, Promise<unknown>>} */
const fetched = new Map();

/** @param {string} url @param {Session['get']} get */
const fetchJSON = async (url, get) => {
  const response = await get(url);
  if (!response.ok) throw new Error(`the answer is ${response.status}`);
  return response.json();
};

/** @param {string} source JSON, or its address @param {Session['get']} get @returns {Promise<unknown>} */
const read = async (source, get) => {
  if (/^\s*\{/.test(source)) return JSON.parse(source);
  const known = fetched.get(source) ?? fetchJSON(source, get);
  fetched.set(source, known);
  return known;
};

/**
 * The labels of a language with those of the page and those of one widget over them. Never rejects.
 *
 * @param {ButtonLabels | Promise<ButtonLabels>} base
 * @param {CustomLabels | string | null | undefined} own of the widget
 * @param {Pick<Session, 'get'>} session
 * @returns {Promise<ButtonLabels>}
 */
export const customize = async (base, own, { get }) => {
  const labels = { ...english, ...(await base) };
  const { labels: page } = /** @type {HTMLElement | null} */ (document.querySelector('script[data-labels]'))?.dataset ?? {};
  for (const source of [page, own]) {
    try {
      if (source) put(labels, typeof source === 'string' ? await read(source, get) : source);
    } catch (error) {
      warn(`${typeof source === 'string' ? source : 'those of a widget'} cannot be read (${/** @type {Error} */ (error).message})`);
    }
  }
  const question = labels.question.trim();
  labels.question = question && question + spaceAfter(question);
  return labels;
};
