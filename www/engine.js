/**
 * Loads what makes the summaries, once a page, and turns every failure into an Error with a code and words.
 * The only file that knows where the lazy chunk and the WebAssembly are.
 *
 * @typedef {object} Options
 * @property {'key-points' | 'tldr' | 'teaser'} [type]
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
 * @typedef {Pick<Panel, 'default' | 'summarizeElement' | 'locate'>} Glue what wasm-bindgen made
 */
import { english } from './labels.js';

const base = import.meta.url;
/** Unbundled, the glue is a module of its own; bundled, it is in the panel's chunk. */
const inSource = /\/engine\.js\b/.test(base);

/** So long may a download take: one that hangs must not leave a dead button. */
const PATIENCE_MS = 30_000;

/**
 * A module that takes an externref, as the glue's does: what cannot compile these 15 bytes cannot compile the real ones.
 */
const PROBE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0);

let warned = '';

/**
 * @param {string} code
 * @param {string} [hint] for the site's developers: cause and mend
 * @param {unknown} [cause]
 * @returns {Failure}
 */
export const fail = (code, hint, cause) => {
  if (hint && hint !== warned) console.warn(`nutgraf: ${(warned = hint)}`);
  const words = english.errors[code] ?? /** @type {Error} */ (cause)?.message;
  return Object.assign(new Error(words, { cause }), { code });
};

/**
 * Rejects with what the page's security policy, the network or the server have against this address.
 *
 * @param {string} url
 * @param {RequestInit} [init]
 */
const get = async (url, init) => {
  let blocked = false;
  /** @param {SecurityPolicyViolationEvent} event */
  const watch = (event) => {
    blocked ||= event.blockedURI !== '' && url.startsWith(event.blockedURI);
  };
  addEventListener('securitypolicyviolation', watch);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout?.(PATIENCE_MS), ...init }).catch(async () => {
      // The violation is reported in a task of its own.
      await new Promise((done) => setTimeout(done, 99));
      throw blocked
        ? fail('csp', `the Content-Security-Policy must let connect-src reach ${url}`)
        : fail('network', new URL(url).origin !== origin ? `${url} is of another origin and needs Access-Control-Allow-Origin` : '');
    });
    if (!response.ok) throw fail('http', `${url} answers ${response.status}`);
    return response;
  } finally {
    removeEventListener('securitypolicyviolation', watch);
  }
};

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
    const { headers } = await get(url);
    throw /javascript/.test(headers.get('content-type') ?? '')
      ? fail('network')
      : fail('mime', `${url} must be sent as text/javascript`);
  }
};

/** Whether to ask past the browser's cache, which may hold the wrong answer. */
let distrust = false;

const compile = async () => {
  const { href } = new URL(inSource ? './pkg/nutgraf_bg.wasm' : './nutgraf.wasm', base);
  try {
    // Safari refuses only the instance.
    new WebAssembly.Instance(new WebAssembly.Module(PROBE));
  } catch {
    throw globalThis.WebAssembly?.validate(PROBE)
      ? fail('csp', "the Content-Security-Policy must let script-src have 'wasm-unsafe-eval'")
      : fail('unsupported');
  }
  const response = await get(href, distrust ? { cache: 'reload' } : {});
  const spare = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    // Not sent as application/wasm, or not WebAssembly: the bytes tell.
    const bytes = await spare.arrayBuffer().catch(() => {
      throw fail('network');
    });
    return WebAssembly.compile(bytes).catch(() => {
      throw fail('mime', `${href} is not the WebAssembly file that was published`);
    });
  }
};

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @typedef {{ glue: Glue, memory: WebAssembly.Memory }} Core an instance at work */
/** @type {Promise<Core> | undefined} */
let core;
/** @type {Core | undefined} */
let current;
/** The panel's code, once loaded. @type {Panel} */
export let panel;

const start = async () => {
  compiled ??= compile().catch((error) => {
    compiled = undefined;
    distrust = true;
    throw error;
  });
  const chunk = load('./panel.js');
  const [view, glue, module] = await Promise.all([chunk, inSource ? load('./pkg/nutgraf.js') : chunk, compiled]);
  panel ??= view;
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
const session = { warm, renew, fail };
/** @typedef {typeof session} Session */

/**
 * The summary of the article in `root`, computed once for the same text and options.
 *
 * @param {Element} root
 * @param {Options} options
 * @returns {Promise<Summary>}
 */
export const summarize = async (root, options) => {
  await warm();
  return panel.summarize(session, root, options);
};

/**
 * Where a sentence of the summary stands in the page now.
 *
 * @param {Element} root
 * @param {Sentence} sentence
 * @returns {Promise<Range | undefined>}
 */
export const locate = (root, sentence) => panel.locateSentence(session, root, sentence);
