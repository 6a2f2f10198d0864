/**
 * Loads what makes the summaries, once a page, and turns every failure into an Error with a code.
 * The only file that knows where the lazy chunk and the WebAssembly are. Before the click this is all there is, so
 * what is needed only later (the instance, diagnosis, words, the panel) is in the chunk.
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
 * @property {number} cue
 *
 * @typedef {object} Sentence
 * @property {string} text verbatim from the article
 * @property {number} offset in UTF-16 units, into article.text; where that is not given, into the text that was summarized
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
 * @property {boolean} worthwhile whether it is worth reading in the article's place; of a text too short to shorten it is not
 * @property {boolean} truncated
 *
 * @typedef {Error & { code: string }} Failure
 * @typedef {typeof import('./panel.js')} Panel
 *
 * @typedef {object} Session What the lazy chunk needs of this file, which it must not bundle a second time.
 * @property {string} wasm its address
 * @property {string} glue the module that holds what wasm-bindgen made: the chunk itself
 * @property {number} generation grows when an import failed, which browsers remember by address, and when the glue's
 *   instance is broken
 * @property {Promise<Response>} [asked] the first request for the WebAssembly
 * @property {typeof fail} fail
 * @property {typeof get} get
 * @property {typeof load} load
 */
const base = import.meta.url;

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

/** @param {string} file */
const load = async (file) => {
  const url = new URL(file, base).href + (session.generation ? `?gen=${session.generation}` : '');
  try {
    return await Promise.race([
      import(/* webpackIgnore: true */ /* @vite-ignore */ url),
      new Promise((_, reject) => {
        setTimeout(reject, PATIENCE_MS);
      }),
    ]);
  } catch {
    session.generation++;
    const { ok, status, headers } = await get(url).catch(() => {
      throw fail('network', `${url} cannot be fetched: is it there, allowed by the CSP, sent with CORS?`);
    });
    if (!ok) throw fail('http', `${url} answers ${status}`);
    throw /javascript/.test(headers.get('content-type') ?? '')
      ? fail('network', `${url} does not load: is it there, allowed by the CSP, sent with CORS?`)
      : fail('mime', `${url} must be sent as text/javascript`);
  }
};

/** @type {Session} */
export const session = {
  wasm: new URL('./nutgraf.wasm', base).href,
  glue: './panel.js',
  generation: 0,
  fail,
  get,
  load,
};

/** @type {Promise<Panel> | undefined} */
let chunk;
/** The lazy chunk's code, once loaded. @type {Panel | undefined} */
export let panel;

/** Fetches the lazy chunk alone. A failure is not kept: the next call tries again. */
export const open = () =>
  (chunk ??= load('./panel.js').then(
    (code) => (panel ??= code),
    (error) => {
      chunk = session.asked = undefined;
      throw error;
    },
  ));

/** Fetches and compiles, unless that is done or under way. A failure is not kept: the next call tries again. */
export const warm = async () => {
  // Both downloads begin together; the chunk knows what to do with a bad answer.
  session.asked ??= get(session.wasm);
  session.asked.catch(() => {});
  return (await open()).core(session);
};
