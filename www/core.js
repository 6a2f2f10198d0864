/** The instance of the WebAssembly at work: one a page, replaced when it breaks. In the lazy chunk. */
import { compile } from './compile.js';
import { fail } from './failure.js';
import { prefetch } from './packs.js';
import init, { installPack, locate, mentions, summarizeElement, summarizeText } from './pkg/nutgraf.js';

/** What wasm-bindgen made: calls of the newest instance, as scripts/build.mjs lets it be given another one. */
const glue = { installPack, locate, mentions, summarizeElement, summarizeText };

/**
 * @typedef {import('./engine.js').Session} Session
 * @typedef {typeof glue} Glue
 * @typedef {{ glue: Glue, memory: WebAssembly.Memory, languages: Map<string, Promise<unknown>> }} Core with the languages whose packs it was given
 */

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @type {Promise<Core> | undefined} */
let working;
/** @type {Core | undefined} */
let current;

/** @param {Session} session @param {string} language of what is to be read first, as far as that is known: a BCP 47 tag */
const start = async (session, language) => {
  compiled ??= compile(session).catch((error) => {
    compiled = undefined;
    session.distrust = true;
    throw error;
  });
  prefetch(session, language || (globalThis.document?.documentElement?.lang ?? ''));
  const { memory } = await init({ module_or_path: await compiled });
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
    session.distrust = true;
    session.reload();
    throw fail('crash', '', error);
  }));

/**
 * Lets a broken or bloated instance go, for a new one: what it holds is free once the glue calls that.
 *
 * @param {Session} session
 * @param {Core} held
 */
export const renew = (session, held) => {
  if (held !== current) return;
  working = current = undefined;
  core(session).catch(() => {});
};
