/**
 * The widget's words. English for the button travels with it; all else is one file a language (labels/xx.js), fetched
 * when needed. `{…}` is filled in; plural forms go by the categories of Intl.PluralRules.
 *
 * @typedef {typeof import('./labels/en.js').default} Labels
 * @typedef {typeof english & { errors?: Readonly<Record<string, string>> }} ButtonLabels
 */

/** Beside English. */
const LANGUAGES = /da|de|fr|es|pt|it|nl|sv|pl|cs|ru|uk|tr|ar|fa|hi|id|vi|zh|ja|ko|th/;

export const english = {
  lang: 'en',
  question: 'No time to read?',
  call: 'Get a summary',
  hide: 'Hide the summary',
  busy: 'Getting the summary…',
  retry: 'Try again',
  failed: 'The summary could not be loaded.',
};

/** The one of our languages that a BCP 47 tag means. @param {string} tag */
export const languageOf = (tag) => {
  const [code] = tag.toLowerCase().split('-');
  return code.length === 2 && LANGUAGES.test(code) ? code : 'en';
};

/** @type {Map<string, Promise<ButtonLabels>>} */
const loaded = new Map();

/** @param {string} language @returns {Promise<ButtonLabels>} */
export const load = (language) => {
  const url = new URL(`./labels/${language}.js`, import.meta.url).href;
  const words =
    loaded.get(language) ??
    import(/* webpackIgnore: true */ /* @vite-ignore */ url).then(
      (file) => file.default,
      () => {
        console.warn(`nutgraf: ${url} does not load; the words are English`);
        return english;
      },
    );
  loaded.set(language, words);
  return words;
};
