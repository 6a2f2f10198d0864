/** Fetches the language packs that the WebAssembly lacks: English is inside, the others are files beside it. In the lazy chunk. */
import { languageOf } from './labels.js';

/**
 * @typedef {import('./engine.js').Session} Session
 * @typedef {import('./core.js').Core} Core
 */

/** The packs of a language that has more than one. @type {Readonly<Record<string, string[]>>} */
const FILES = { de: ['de', 'de-names'] };

/** So long may a pack keep a summary waiting that could be made without. */
const PATIENCE_MS = 5000;

/** @type {Map<string, Promise<string>>} */
const fetched = new Map();

/** @param {Session} session @param {string} code */
const addresses = ({ wasm }, code) => (FILES[code] ?? [code]).map((file) => new URL(`languages/${file}.txt`, wasm).href);

/** A failure is not kept: the next call tries again. @param {Session} session @param {string} url */
const text = ({ get, fail }, url) => {
  const fetch = async () => {
    const response = await get(url);
    if (!response.ok) throw fail('http', `${url} answers ${response.status}`);
    return response.text();
  };
  const known = fetched.get(url) ?? fetch();
  fetched.set(url, known);
  known.catch(() => fetched.delete(url));
  return known;
};

/** Begins to fetch the packs that a page in this language needs. @param {Session} session @param {string} tag BCP 47 */
export const prefetch = (session, tag) => {
  const code = languageOf(tag);
  if (code !== 'en') addresses(session, code).forEach((url) => text(session, url).catch(() => {}));
};

/** @type {Set<string>} */
const warned = new Set();

/**
 * Gives an instance the packs of a language. Where one cannot be had, the language is read by the rules for its script.
 *
 * @param {Session} session
 * @param {Core} core
 * @param {string} code ISO 639-1
 */
export const provide = async (session, { glue, languages }, code) => {
  if (code === 'en' || languages.has(code)) return;
  const install = async (/** @type {string} */ url) => {
    const late = new Promise((_, reject) => {
      setTimeout(() => reject(new Error('it takes too long')), PATIENCE_MS);
    });
    try {
      glue.installPack(code, await Promise.race([text(session, url), late]));
    } catch (error) {
      fetched.delete(url);
      if (!warned.has(url)) console.warn(`nutgraf: ${url} is no language pack (${/** @type {Error} */ (error).message}); “${code}” is read by rules`);
      warned.add(url);
      glue.installPack(code);
      return false;
    }
    return true;
  };
  const done = await Promise.all(addresses(session, code).map(install));
  if (done.every(Boolean)) languages.add(code);
};
