/** Fetches the language packs that the WebAssembly lacks: English is inside, the others are files beside it. In the lazy chunk. */
import { packText } from './by-address.js';
import { within } from './within.js';

/**
 * @typedef {import('./engine.js').Session} Session
 * @typedef {import('./core.js').Core} Core
 */

/** The packs of a language that has more than one. @type {Readonly<Record<string, string[]>>} */
const FILES = { de: ['de', 'de-names'] };

/** The language whose packs are for a BCP 47 tag; English where there is none. @param {string} tag */
export const packOf = (tag) => {
  const [code] = tag.toLowerCase().split('-');
  return PACK_LANGUAGES.split(' ').includes(code) ? code : 'en';
};

/** So long may a pack keep a summary waiting that could be made without. */
const PATIENCE_MS = 3000;

/** @type {Map<string, Promise<string>>} */
const fetched = new Map();

/** The files of a language, without their ending. @param {string} code */
export const filesOf = (code) => FILES[code] ?? [code];

/** A failure is not kept: the next call tries again. @param {Session} session @param {string} file */
const text = (session, file) => {
  const known = fetched.get(file) ?? packText(file, session);
  fetched.set(file, known);
  known.catch(() => fetched.delete(file));
  return known;
};

/** Begins to fetch the packs that a page in this language needs. @param {Session} session @param {string} tag BCP 47 */
export const prefetch = (session, tag) => {
  const code = packOf(tag);
  if (code !== 'en') filesOf(code).forEach((file) => text(session, file).catch(() => {}));
};

/**
 * Gives an instance the packs of a language, once: where one cannot be had in time, the instance reads the language by the
 * rules for its script from then on, so that all that it says of an article agrees.
 *
 * @param {Session} session
 * @param {Core} core
 * @param {string} code ISO 639-1
 */
export const provide = async (session, { glue, languages }, code) => {
  if (code === 'en') return;
  const install = async (/** @type {string} */ file) => {
    try {
      glue.installPack(code, await within(PATIENCE_MS, text(session, file)));
    } catch (error) {
      console.warn(`nutgraf: languages/${file}.txt is not used (${/** @type {Error} */ (error).message}): “${code}” is read by rules`);
      glue.installPack(code);
    }
  };
  const given = languages.get(code) ?? Promise.all(filesOf(code).map(install));
  languages.set(code, given);
  await given;
};
