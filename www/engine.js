/**
 * Loads what makes the summaries, once a page, and turns every failure into an Error with a code.
 * The only file that knows where the lazy chunk and the WebAssembly are. Before the click this is all there is, so
 * what is needed only later (diagnosis, words, the panel) is in the chunk.
 *
 * @typedef {object} Options
 * @property {'key-points' | 'tldr' | 'teaser' | 'headline'} [type]
 * @property {'short' | 'medium' | 'long'} [length]
 * @property {number} [sentences]
 * @property {number} [words]
 * @property {string} [lang] BCP 47
 *
 * @typedef {object} Signals What each signal adds to a sentence's rankScore.
 * @property {number} entityDensity
 * @property {number} novelty
 * @property {number} position
 * @property {number} centrality
 * @property {number} headline
 * @property {number} selfContained
 *
 * @typedef {object} Sentence
 * @property {string} text verbatim from the article
 * @property {number} offset in UTF-16 units, into article.text
 * @property {number} length in UTF-16 units
 * @property {number} paragraph
 * @property {number} rankScore in (0, 1]; the sentence chosen first has the highest
 * @property {Signals} signals
 * @property {string[]} entities
 *
 * @typedef {object} Entity
 * @property {string} name
 * @property {string} kind
 * @property {number} weight
 * @property {number} mentions
 *
 * @typedef {object} Summary
 * @property {string} language
 * @property {string} headline
 * @property {Sentence[]} sentences in document order
 * @property {Entity[]} entities
 * @property {number} words
 * @property {number} readingSeconds
 * @property {{ words: number, sentences: number, readingSeconds: number, text?: string }} article
 * @property {boolean} truncated
 *
 * @typedef {Error & { code: string }} Failure
 * @typedef {typeof import('./panel.js')} Panel
 * @typedef {Pick<Panel, 'default' | 'summarizeElement' | 'summarizeText' | 'locate' | 'mentions'>} Glue what wasm-bindgen made
 */
const base = import.meta.url;
/** Unbundled, the glue is a module of its own; bundled, it is in the panel's chunk. */
const inSource = /\/engine\.js\b/.test(base);
const WASM = new URL(inSource ? './pkg/nutgraf_bg.wasm' : './nutgraf.wasm', base).href;

/** So long may a download take: one that hangs must not leave a dead button. */
const PATIENCE_MS = 30_000;

let warned = '';

/**
 * @param {string} code
 * @param {string} [hint] for the site's developers: cause and mend
 * @param {unknown} [cause]
 * @returns {Failure}
 */
const fail = (code, hint, cause) => {
  if (hint && hint !== warned) console.warn(`nutgraf: ${(warned = hint)}`);
  return Object.assign(new Error(hint || code, { cause }), { code });
};

/** A page may have filled Object.prototype, which would count as options. @param {string} url @param {RequestInit} [init] */
const get = (url, init) =>
  fetch(url, Object.assign(Object.create(null), { signal: AbortSignal.timeout?.(PATIENCE_MS) }, init));

/** Grows when an import failed, which browsers remember by address, and when the glue's instance is broken. */
let generation = 0;

/** @param {string} file */
const load = async (file) => {
  const url = new URL(file, base).href + (generation ? `?gen=${generation}` : '');
  try {
    return await Promise.race([
      import(/* webpackIgnore: true */ /* @vite-ignore */ url),
      new Promise((_, reject) => {
        setTimeout(reject, PATIENCE_MS);
      }),
    ]);
  } catch {
    generation++;
    const { ok, status, headers } = await get(url).catch(() => {
      throw fail('network', `${url} cannot be fetched: is it there, allowed by the Content-Security-Policy, and sent with CORS if of another origin?`);
    });
    if (!ok) throw fail('http', `${url} answers ${status}`);
    throw /javascript/.test(headers.get('content-type') ?? '')
      ? fail('network', `${url} does not load: script-src must allow it, and so must CORS if it is of another origin`)
      : fail('mime', `${url} must be sent as text/javascript`);
  }
};

/** Whether to ask past the browser's cache, which may hold the wrong answer. */
let distrust = false;

/** @type {Promise<Panel> | undefined} */
let chunk;
/** The lazy chunk's code, once loaded. @type {Panel | undefined} */
export let panel;

/** Fetches the lazy chunk alone. A failure is not kept: the next call tries again. */
export const open = () =>
  (chunk ??= load('./panel.js').then(
    (code) => (panel ??= code),
    (error) => {
      chunk = undefined;
      throw error;
    },
  ));

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @typedef {{ glue: Glue, memory: WebAssembly.Memory }} Core an instance at work */
/** @type {Promise<Core> | undefined} */
let core;
/** @type {Core | undefined} */
let current;
/** Whether the chunk's own glue has been at work: an instance that broke needs a fresh one. */
let used = false;

const start = async () => {
  const init = /** @type {RequestInit} */ (distrust ? { cache: 'reload' } : {});
  // Both downloads begin together; the chunk knows what to do with a bad answer.
  const response = compiled ? undefined : get(WASM, init);
  response?.catch(() => {});
  const code = await open();
  compiled ??= code.compile(session, WASM, init, response).catch((/** @type {unknown} */ error) => {
    compiled = undefined;
    distrust = true;
    throw error;
  });
  const module = await compiled;
  const glue = inSource ? await load('./pkg/nutgraf.js') : used ? await load('./panel.js') : code;
  used = true;
  const { memory } = await glue.default({ module_or_path: module });
  return (current = { glue, memory });
};

/** Fetches and compiles, unless that is done or under way. A failure is not kept: the next call tries again. */
export const warm = () =>
  (core ??= start().catch((error) => {
    core = undefined;
    if (typeof error.code === 'string') throw error;
    // The glue and the wasm do not fit together, as between two releases: fetch both anew next time.
    compiled = undefined;
    distrust = true;
    generation++;
    throw fail('crash', '', error);
  }));

/** Lets a broken or bloated instance go: what follows runs on a new one. @param {Core} held */
const renew = (held) => {
  if (held !== current) return;
  core = current = undefined;
  generation++;
};

/** What the lazy chunk needs of this file, which it must not bundle a second time. */
export const session = { warm, renew, fail, get };
/** @typedef {typeof session} Session */
