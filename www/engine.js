/**
 * Loads what makes the summaries, once a page; every failure is an Error with a code. It is in the bundle that every page
 * view pays for, so what is needed only after a click (the instance, the diagnosis of failures, the panel) is in the lazy
 * chunk.
 *
 * @typedef {import('./types/nutgraf.js').Entity} Entity
 * @typedef {import('./types/nutgraf.js').Sentence} Sentence
 * @typedef {import('./types/nutgraf.js').Summary} Summary
 *
 * @typedef {object} Options of a summary
 * @property {import('./types/nutgraf.js').SummaryType} [type]
 * @property {import('./types/nutgraf.js').SummaryLength} [length]
 * @property {number} [sentences]
 * @property {number} [words]
 * @property {string} [lang] BCP 47
 * @property {string} [context] what the summary is for
 *
 * @typedef {Error & { code: string }} Failure
 * @typedef {typeof import('./panel.js')} Chunk
 *
 * @typedef {object} Session What the lazy chunk needs of this file, which it must not bundle a second time.
 * @property {(file: string) => string} address of a file
 * @property {string} [integrity] the hash that the WebAssembly must have
 * @property {Promise<Response>} [asked] the first request for the WebAssembly
 * @property {typeof get} get
 * @property {boolean} [distrust] whether to ask past the browser's cache, which may hold the wrong answer
 * @property {() => void} reload lets the lazy chunk be loaded anew the next time
 */
import { address, importPanel, integrity } from './by-address.js';
import { DOWNLOAD_MS } from './within.js';

/**
 * The options have no prototype, because what a page put into Object.prototype would count.
 *
 * @param {string} url
 * @param {RequestInit} [init]
 */
const get = (url, init) => fetch(url, /** @type {any} */ ({ __proto__: null, signal: AbortSignal.timeout?.(DOWNLOAD_MS), ...init }));

/** How often the lazy chunk was asked for in vain, or did not fit the WebAssembly. */
let attempt = 0;

/** @type {Session} */
export const session = {
  address,
  integrity,
  get,
  reload() {
    attempt++;
    chunk = chunkLoading = undefined;
  },
};

/** @type {Promise<Chunk> | undefined} */
let chunkLoading;
/** The lazy chunk, once loaded. @type {Chunk | undefined} */
export let chunk;

/** Loads the lazy chunk alone. A failure is not kept: the next call tries again. */
export const loadChunk = () =>
  (chunkLoading ??= importPanel(attempt).then(
    (code) => (chunk = code),
    (error) => {
      session.reload();
      session.asked = undefined;
      throw Object.assign(error, { code: 'network' });
    },
  ));

/** Loads and compiles, unless that is done or under way. A failure is not kept: the next call tries again. */
export const loadCore = async () => {
  // Both downloads begin together; the chunk knows what to do with a bad answer.
  const wasm = address('nutgraf.wasm');
  if (wasm) (session.asked ??= get(wasm, { integrity })).catch(() => {});
  return (await loadChunk()).core(session);
};
