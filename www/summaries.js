/** Runs the glue on the live page: each summary once, and on a new instance when one broke. In the lazy chunk. */
import { core, renew } from './core.js';
import { languageOf } from './labels.js';
import { prefetch, provide } from './packs.js';
import { recall } from './preference.js';
import { published } from './published.js';

/**
 * @typedef {import('./element.js').NutGraf} NutGraf
 * @typedef {import('./engine.js').Failure} Failure
 * @typedef {import('./core.js').Glue} Glue
 * @typedef {import('./engine.js').Options} Options
 * @typedef {import('./engine.js').Sentence} Sentence
 * @typedef {import('./engine.js').Session} Session
 * @typedef {import('./engine.js').Summary} Summary
 */

/** Above this the instance is let go after use: WebAssembly memory never shrinks. */
const MEMORY_CEILING = 32 << 20;

/**
 * @template T
 * @param {Session} session
 * @param {(glue: Glue) => T} use
 * @param {string} [language] of what is read, as far as that is known: a BCP 47 tag
 * @param {boolean} [again] whether to try once more when the instance breaks
 * @returns {Promise<T>}
 */
const run = async (session, use, language = '', again = true) => {
  prefetch(session, language);
  const held = await core(session);
  await provide(session, held, languageOf(language));
  try {
    const result = use(held.glue);
    if (held.memory.buffer.byteLength > MEMORY_CEILING) renew(session, held);
    return result;
  } catch (error) {
    const { code } = /** @type {Failure} */ (error);
    if (code === 'language-pack') {
      const identified = /** @type {Error} */ (error).message;
      await provide(session, held, identified);
      return run(session, use, identified, again);
    }
    // An error with a word for a code is an answer; all else is a trap or a stack overflow.
    if (typeof code === 'string') throw session.fail(code, '', error);
    renew(session, held);
    if (again) return run(session, use, language, false);
    throw session.fail('crash', '', error);
  }
};

/** What a BCP 47 tag looks like: one that is none would be refused. */
const TAG = /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i;

/** What the widget asks for; without a prototype, which the page may have filled. @param {NutGraf} host @returns {Options} */
const optionsOf = ({ type, length, lang }) =>
  Object.assign(Object.create(null), { type, length }, TAG.test(lang) && { lang });

/** @param {Options} options @returns {Options} */
const shortest = (options) => Object.assign(Object.create(null), options, { length: 'short' });

/** The glue takes a string for a string without looking, and a lone surrogate has no UTF-8. @param {unknown} value */
const wellFormed = (value) => `${value}`.replace(/\p{Cs}/gu, '\uFFFD');

/** A page in the background is not painted at all. */
const FRAME_MS = 100;

/** Lets what the reader has just done show before the work begins. */
const painted = async () => {
  if (!navigator.userActivation?.isActive) return;
  await new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, FRAME_MS);
  });
};

/** Summaries of articles that are too short to shorten. @type {WeakSet<Summary>} */
const refused = new WeakSet();

/** Whether the panel is to say that an article is too short instead of showing its summary. @param {Summary} summary */
export const isRefused = (summary) => refused.has(summary);

/** By article, then by options. @type {WeakMap<Element, Map<string, { text: string, summary: Promise<Summary> }>>} */
const summaries = new WeakMap();

/**
 * The summary of the article in `root`, computed once for the same text and options; or the one made at publish time.
 *
 * @param {Session} session
 * @param {NutGraf} host
 * @param {Element | null} root
 * @returns {Promise<Summary>}
 */
export const summarize = async (session, host, root) => {
  if (!root) throw session.fail('not-found');
  if (!root.isConnected) throw session.fail('article-removed');
  if (host.open) recall(host);
  const options = optionsOf(host);
  const known = summaries.get(root) ?? new Map();
  summaries.set(root, known);
  const key = JSON.stringify(options);
  // What is shown, not all that is there: "read more" may reveal what was hidden.
  const text = /** @type {Partial<HTMLElement>} */ (root).innerText ?? root.textContent ?? '';
  let entry = known.get(key);
  if (entry?.text !== text) {
    const compute = async () => {
      const language = options.lang ?? root.closest('[lang]')?.getAttribute('lang') ?? '';
      const of = (/** @type {Options} */ asked) => run(session, (glue) => glue.summarizeElement(root, asked), language);
      const prepared = published(host, root);
      // A panel that stands open shows the summary of before: the new one takes its place before anything is painted.
      if (!prepared && host.open && !host.summary) await painted();
      const summary = prepared ?? (await of(options));
      // Where the shortest is worth while, a longer one that is not is what the page or the reader asked for.
      if (summary.worthwhile === false && (options.length === 'short' || !(await of(shortest(options))).worthwhile)) refused.add(summary);
      return summary;
    };
    entry = { text, summary: compute() };
    known.set(key, entry);
    entry.summary.catch(() => known.delete(key));
  }
  return entry.summary;
};

/** @param {Session} session @param {string} text @param {Options} options @returns {Promise<Summary>} */
export const summarizeString = (session, text, options) =>
  run(session, (glue) => glue.summarizeText(wellFormed(text), Object.assign(Object.create(null), options)), options?.lang);

/**
 * @param {Session} session
 * @param {Element} root
 * @param {Sentence} sentence
 * @returns {Promise<Range | undefined>}
 */
export const locateSentence = (session, root, { text, offset }) =>
  run(session, (glue) => glue.locate(root, wellFormed(text), offset >>> 0));

/**
 * Everything in the article that names an entity.
 *
 * @param {Session} session
 * @param {Element} root
 * @param {string} name
 * @param {string} language
 * @returns {Promise<Range[]>}
 */
export const mentionsOf = (session, root, name, language) =>
  run(session, (glue) => glue.mentions(root, wellFormed(name), wellFormed(language)), language);
