/** The instance of the WebAssembly at work: one a page, replaced when it breaks. In the lazy chunk. */
import { compile } from './compile.js';
import { prefetch } from './packs.js';
import init, { installPack, locate, mentions, summarizeElement, summarizeText } from './pkg/nutgraf.js';

const own = { default: init, installPack, locate, mentions, summarizeElement, summarizeText };

/**
 * @typedef {import('./engine.js').Session} Session
 * @typedef {typeof own} Glue what wasm-bindgen made
 * @typedef {{ glue: Glue, memory: WebAssembly.Memory, languages: Map<string, Promise<unknown>> }} Core with the languages whose packs it was given
 */

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @type {Promise<Core> | undefined} */
let working;
/** @type {Core | undefined} */
let current;
/** Whether the chunk's own glue has been at work: an instance that broke needs a fresh one. */
let used = false;
/** Whether to ask past the browser's cache, which may hold the wrong answer. */
let distrust = false;

/** @param {Session} session @param {string} language of what is to be read first, as far as that is known: a BCP 47 tag */
const start = async (session, language) => {
  compiled ??= compile(session, distrust).catch((error) => {
    compiled = undefined;
    distrust = true;
    throw error;
  });
  prefetch(session, language || (globalThis.document?.documentElement?.lang ?? ''));
  const module = await compiled;
  const glue = used ? await session.load(session.glue) : own;
  used = true;
  const { memory } = await glue.default({ module_or_path: module });
  return (current = { glue, memory, languages: new Map() });
};

/**
 * Compiles, unless that is done or under way. A failure is not kept.
 *
 * @param {Session} session
 * @param {string} [language]
 * @returns {Promise<Core>}
 */
export const core = (session, language = '') =>
  (working ??= start(session, language).catch((error) => {
    working = undefined;
    if (typeof error.code === 'string') throw error;
    // The glue and the wasm do not fit together, as between two releases: fetch both anew next time.
    compiled = undefined;
    distrust = true;
    session.generation++;
    throw session.fail('crash', '', error);
  }));

/** Lets a broken or bloated instance go: what follows runs on a new one. @param {Session} session @param {Core} held */
export const renew = (session, held) => {
  if (held !== current) return;
  working = current = undefined;
  session.generation++;
};
