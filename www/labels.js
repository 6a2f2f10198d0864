/**
 * The widget's labels, by language (labels/xx.json). English for the button is bundled with it; every other language is
 * fetched when it is needed, as the module that the build makes of its file (dist/labels/xx.js). `{…}` is filled in; `ready`
 * has a form for each category of Intl.PluralRules.
 */
import { importLabels } from './by-address.js';
import { busy, call, failed, hide, lang, question, retry } from './labels/en.json';

/**
 * @typedef {Readonly<Record<string, string>>} Texts
 * @typedef {typeof import('./labels/en.json') & { ready: Texts, signals: Texts, errors: Texts }} Labels
 * @typedef {typeof english & { errors?: Texts }} ButtonLabels
 */

/** The languages besides English. */
const LANGUAGES = /^(da|de|fr|es|pt|it|nl|sv|pl|cs|ru|uk|tr|ar|fa|hi|id|vi|zh|ja|ko|th)\b/i;

export const english = { lang, question, call, hide, busy, retry, failed };

/** The language of the labels for a BCP 47 tag. @param {string} tag */
export const languageOf = (tag) => LANGUAGES.exec(tag)?.[0].toLowerCase() ?? 'en';

/** @type {Record<string, Promise<ButtonLabels>>} */
const loaded = {};

/** @param {string} language @returns {Promise<ButtonLabels>} */
export const load = (language) => {
  return (loaded[language] ??= importLabels(language).then(
    (file) => file.default,
    () => {
      console.warn(`nutgraf: the labels in “${language}” do not load`);
      return english;
    },
  ));
};
