/** Runs the glue on the live page: each summary once, and on a new instance when one broke. In the lazy chunk. */
import { core, renew } from './core.js';
import { fail } from './failure.js';
import { packOf, provide } from './packs.js';
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
  const held = await core(session, language);
  await provide(session, held, packOf(language));
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
    if (typeof code === 'string') throw fail(code, '', error);
    renew(session, held);
    if (again) return run(session, use, language, false);
    throw fail('crash', '', error);
  }
};

/** The shape of a BCP 47 tag: the core rejects anything else. */
const TAG = /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i;

/**
 * By the widget's attributes. Without a prototype, because what a page put into Object.prototype would count as options.
 *
 * @param {NutGraf} host
 * @returns {Options}
 */
const optionsOf = ({ type, length, lang }) =>
  Object.assign(Object.create(null), { type, length }, TAG.test(lang) && { lang });

/** @param {Options} options @returns {Options} */
const shortest = (options) => Object.assign(Object.create(null), options, { length: 'short' });

/** The glue does not check that it gets a string, and a lone surrogate has no UTF-8. @param {unknown} value */
const wellFormed = (value) => `${value}`.replace(/\p{Cs}/gu, '\uFFFD');

/** The longest wait for a frame, in milliseconds: a page in the background is not painted at all. */
const FRAME_MS = 100;

/** Lets the response to a click be painted before the work begins. */
const afterPaint = async () => {
  if (!navigator.userActivation?.isActive) return;
  await new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, FRAME_MS);
  });
};

/** Summaries of articles that are too short for one. @type {WeakSet<Summary>} */
const ofShortArticles = new WeakSet();

/** Whether the panel is to say that the article is too short, instead of showing its summary. @param {Summary} summary */
export const isOfShortArticle = (summary) => ofShortArticles.has(summary);

/** By article, then by options as JSON. @type {WeakMap<Element, Map<string, { text: string, summary: Promise<Summary> }>>} */
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
  if (!root) throw fail('not-found');
  if (!root.isConnected) throw fail('article-removed');
  const options = optionsOf(host);
  const ofArticle = summaries.get(root) ?? new Map();
  summaries.set(root, ofArticle);
  const key = JSON.stringify(options);
  // The rendered text, because "read more" may reveal what was hidden.
  const text = /** @type {Partial<HTMLElement>} */ (root).innerText ?? root.textContent ?? '';
  let entry = ofArticle.get(key);
  if (entry?.text !== text) {
    const compute = async () => {
      const language = options.lang ?? root.closest('[lang]')?.getAttribute('lang') ?? '';
      const withOptions = (/** @type {Options} */ chosen) => run(session, (glue) => glue.summarizeElement(root, chosen), language);
      const ready = published(host, root);
      // A panel that shows a summary already is to show the new one in the next frame.
      if (!ready && host.open && !host.summary) await afterPaint();
      const summary = ready ?? (await withOptions(options));
      // A long summary that saves too little is shown where a short one would save enough: it was asked for.
      if (summary.worthwhile === false && (options.length === 'short' || !(await withOptions(shortest(options))).worthwhile)) ofShortArticles.add(summary);
      return summary;
    };
    entry = { text, summary: compute() };
    ofArticle.set(key, entry);
    entry.summary.catch(() => ofArticle.delete(key));
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
