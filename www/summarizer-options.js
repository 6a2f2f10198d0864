/** What the Summarizer's calls take: the dictionaries of the draft, each member with its type, and the tags in them. */
import { callback, dictionary, enumeration, instance, sequence, string } from './webidl.js';

/**
 * @typedef {Required<import('./types/summarizer.js').SummarizerCreateCoreOptions>} CoreOptions
 * @typedef {{ expectedContextLanguages: readonly string[] | null, expectedInputLanguages: readonly string[] | null, outputLanguage: string | null, sharedContext: string }} Texts
 * @typedef {Omit<CoreOptions, keyof Texts> & Texts} Config what a summarizer is made with
 */

const signal = instance(AbortSignal, 'aborted');

const CORE = {
  expectedContextLanguages: sequence(string),
  expectedInputLanguages: sequence(string),
  format: enumeration(['plain-text', 'markdown']),
  length: enumeration(['short', 'medium', 'long']),
  outputLanguage: string,
  preference: enumeration(['auto', 'speed', 'capability']),
  type: enumeration(['tldr', 'teaser', 'key-points', 'headline']),
};
const CORE_DEFAULTS = { format: 'markdown', length: 'short', preference: 'auto', type: 'key-points', sharedContext: '' };

export const availabilityOptions = dictionary(CORE, CORE_DEFAULTS);
/** `worker` is ours. */
export const createOptions = dictionary({ ...CORE, monitor: callback, sharedContext: string, signal, worker: Boolean }, CORE_DEFAULTS);
export const summarizeOptions = dictionary({ context: string, signal }, { context: '' });
/** Ours. */
export const installOptions = dictionary({ where: enumeration(['missing', 'unavailable', 'always']) }, { where: 'unavailable' });

/** Null for no tags; throws a RangeError for a malformed one. @param {string[]} [tags] */
const canonical = (tags) => (tags?.length ? Object.freeze(Intl.getCanonicalLocales(tags)) : null);

/** The options with canonical tags. @param {any} options @returns {Config} */
export const configOf = (options) => ({
  ...options,
  expectedContextLanguages: canonical(options.expectedContextLanguages),
  expectedInputLanguages: canonical(options.expectedInputLanguages),
  outputLanguage: options.outputLanguage === undefined ? null : Intl.getCanonicalLocales(options.outputLanguage)[0],
});

/** The language of a tag, without script and region. @param {string} tag */
export const baseOf = (tag) => tag.split('-')[0];
