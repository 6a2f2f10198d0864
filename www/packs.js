/** Fetches the language packs that the WebAssembly lacks: English is inside, the others are files beside it. In the lazy chunk. */
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

/** @param {Session} session @param {string} code */
const addresses = ({ wasm }, code) => (FILES[code] ?? [code]).map((file) => new URL(`languages/${file}.txt`, wasm).href);

/** A failure is not kept: the next call tries again. @param {Session} session @param {string} url */
const text = ({ get }, url) => {
  const fetch = async () => {
    const response = await get(url);
    if (!response.ok) throw new Error(`the answer is ${response.status}`);
    return response.text();
  };
  const known = fetched.get(url) ?? fetch();
  fetched.set(url, known);
  known.catch(() => fetched.delete(url));
  return known;
};

/** Begins to fetch the packs that a page in this language needs. @param {Session} session @param {string} tag BCP 47 */
export const prefetch = (session, tag) => {
  const code = packOf(tag);
  if (code !== 'en') addresses(session, code).forEach((url) => text(session, url).catch(() => {}));
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
  const install = async (/** @type {string} */ url) => {
    const late = new Promise((_, reject) => {
      setTimeout(() => reject(new Error('it takes too long')), PATIENCE_MS);
    });
    try {
      glue.installPack(code, await Promise.race([text(session, url), late]));
    } catch (error) {
      console.warn(`nutgraf: ${url} is not used (${/** @type {Error} */ (error).message}): “${code}” is read by rules`);
      glue.installPack(code);
    }
  };
  const given = languages.get(code) ?? Promise.all(addresses(session, code).map(install));
  languages.set(code, given);
  await given;
};
