/** Links to the article, and to a sentence in it. */
import { fragmentAt, fragmentOf, placeOfRange, placeOfText, readPage } from './fragment.js';
import { locateSentence } from './summaries.js';

/**
 * @typedef {import('./engine.js').Sentence} Sentence
 * @typedef {import('./panel.js').Shown} Shown
 */

/** Parameters that let a reader in or follow one: what is shared must do neither. */
const PRIVATE = /token|gift|unlock|passw|secret|signature|session|^(access|auth|code|sid|sig|st|(api[_-]?)?key|e?mail|utm_.*|[a-z]{1,2}clid|mc_[ce]id|share(d|id)?)$/i;

/** @param {string} address */
const withoutPrivate = (address) => {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (PRIVATE.test(name)) url.searchParams.delete(name);
  // Of the fragments only those are kept that say which page of an application it is.
  if (!/^#!?\//.test(url.hash)) url.hash = '';
  return url.href.replace(/#$/, '');
};

/**
 * The page's address as it may be shared: the canonical one, as long as it is that of the page which was loaded; an
 * application that changes the address may leave it behind.
 */
export const address = () => {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel~=canonical i][href]'))?.href;
  if (canonical && /^https?:/.test(canonical)) {
    const { pathname } = new URL(canonical);
    const loaded = performance.getEntriesByType?.('navigation')[0]?.name ?? document.baseURI;
    const isLoaded = new URL(loaded).pathname === location.pathname;
    // A home page is no article's address.
    if (pathname === location.pathname || (isLoaded && pathname !== '/')) return withoutPrivate(canonical);
  }
  return withoutPrivate(location.href);
};

/** @param {string} fragment */
const withFragment = (fragment) => {
  const url = address();
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${fragment}`;
};

/**
 * Makes links to sentences, for the page as it is now.
 *
 * @param {Shown} shown
 * @returns {(sentence: Sentence) => Promise<string>}
 */
export const linker = ({ session, root, summary }) => {
  const language = summary.language === 'und' ? undefined : summary.language;
  const page = readPage();
  return async (sentence) => {
    let place = placeOfText(page, sentence.text);
    // What is said twice, or broken up in the page, is found as a click on it finds it.
    if (!place) {
      const range = await locateSentence(session, root, sentence).catch(() => undefined);
      place = range && placeOfRange(page, range);
    }
    return withFragment(place ? fragmentAt(page, place, language) : fragmentOf(sentence.text, language));
  };
};
