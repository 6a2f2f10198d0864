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

export const english = { lang, dir, question, call, hide, busy, retry, failed };

/**
 * The language of the labels for a BCP 47 tag, by lookup (RFC 4647, 3.4): in small letters, as in the name of its file. Taiwan,
 * Hong Kong and Macau write Chinese in traditional characters.
 *
 * @param {string} tag
 */
export const languageOf = (tag) => {
  const range = tag.toLowerCase().replace(/^zh-(tw|hk|mo)\b/, 'zh-hant');
  // The build lists a tag before those that it begins with.
  return range.match(`^(${LABEL_LANGUAGES})\\b`)?.[0] ?? lang;
};

/** By language. @type {Record<string, ButtonLabels | Promise<ButtonLabels>>} */
const loaded = { [lang]: english };

/**
 * @param {string} language
 * @param {CustomLabels | string | null} [own] of one widget, over those of the page
 * @returns {Promise<ButtonLabels>}
 */
export const load = async (language, own) => {
  const base = (loaded[language] ??= importLabels(language).then((file) => file.default, () => english));
  const page = /** @type {HTMLElement | null} */ (document.querySelector('script[data-labels]'))?.dataset.labels;
  return page || own ? importCustomLabels().then(async (code) => code.customize(await base, [page, own], session.get)).catch(() => base) : base;
};
