/**
 * The widget's labels, by language (labels/xx.json). English for the button is bundled with it; every other language is
 * fetched when it is needed, as the module that the build makes of its file (dist/labels/xx.js). So is what puts the site's
 * own labels over them (custom-labels.js).
 */
import { importCustomLabels, importLabels } from './by-address.js';
import { session } from './engine.js';
import { busy, call, dir, failed, hide, lang, question, retry } from './labels/en.json';

/**
 * @typedef {Readonly<Record<string, string>>} Texts
 * @typedef {typeof import('./labels/en.json') & { ready: Texts, signals: Texts, errors: Texts }} Labels
 * @typedef {typeof english & { errors?: Texts }} ButtonLabels
 * @typedef {import('./types/nutgraf.js').CustomLabels} CustomLabels
 */

/** As in the modules, a space follows the question. */
export const english = { lang, dir, question: `${question} `, call, hide, busy, retry, failed };

/**
 * The labels for a BCP 47 tag, by lookup (RFC 4647, 3.4): the name of their file, which is in small letters.
 *
 * @param {string | null} [tag]
 */
export const languageOf = (tag) => `${tag}`.toLowerCase().match(`^(${LABEL_LANGUAGES})\\b`)?.[0] ?? 'en';

/** By language. @type {Record<string, ButtonLabels | Promise<ButtonLabels>>} */
const loaded = { en: english };

/**
 * @param {string} language
 * @param {CustomLabels | string | null} [own] of one widget, over those of the page
 * @returns {Promise<ButtonLabels>}
 */
export const load = async (language, own) => {
  const base = (loaded[language] ??= importLabels(language).then((file) => file.default, () => english));
  return own || document.querySelector('script[data-labels]')
    ? importCustomLabels().then((code) => code.customize(base, own, session), () => base)
    : base;
};
