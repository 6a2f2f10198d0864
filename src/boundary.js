/**
 * What crosses between WebAssembly and JavaScript besides text, in as few calls as can be: each call that carries a
 * string takes a microsecond. src/wasm.rs and src/json.rs are the other side.
 */

/** The options, in the order in which the other side reads them. */
const NAMES = ['type', 'length', 'sentences', 'words', 'lang'];

/**
 * A member: nothing when it is absent, else a letter for what it is (s: a string, n: a whole number, x: neither) and its
 * value, or of what cannot be shown its type.
 *
 * @param {unknown} options
 * @param {string} name
 */
const member = (options, name) => {
  try {
    // Of what is no object every member is absent.
    const value = Reflect.get(/** @type {object} */ (options), name);
    if (value == null) return '';
    if (typeof value === 'string') return `s${value.replaceAll('\0', '\ufffd')}`;
    if (typeof value !== 'number') return `x${typeof value}`;
    return `${value >= 0 && value < 2 ** 32 && value % 1 === 0 ? 'n' : 'x'}${value}`;
  } catch {
    return '';
  }
};

/** The options as one string, a NUL behind each member. @param {unknown} options */
export const members = (options) => NAMES.map((name) => `${member(options, name)}\0`).join('');

/** @param {string} code @param {string} message */
export const failure = (code, message) => Object.assign(new Error(message), { code });

/** What a score is divided by (SCORE_STEPS in src/summary.rs). */
const STEPS = 10_000;

/** The kinds of entities, in the order of EntityKind in src/entity/kind.rs. */
const KINDS = ['person', 'place', 'organisation', 'other', 'number', 'quantity', 'money', 'percent', 'date', 'time'];

/** @typedef {import('../www/engine.js').Summary} Summary */

/**
 * A sentence, given as a list: four values, seven scores, and the names that it mentions.
 *
 * @param {any[]} list
 * @returns {Summary['sentences'][number]}
 */
const sentence = ([text, offset, length, paragraph, score, entityDensity, novelty, position, centrality, headline, selfContained, ...entities]) => ({
  text,
  offset,
  length,
  paragraph,
  rankScore: score / STEPS,
  signals: {
    entityDensity: entityDensity / STEPS,
    novelty: novelty / STEPS,
    position: position / STEPS,
    centrality: centrality / STEPS,
    headline: headline / STEPS,
    selfContained: selfContained / STEPS,
  },
  entities,
});

/** The summary that src/json.rs wrote: lists, whose members get their names here. @param {string} lists @returns {Summary} */
export const named = (lists) => {
  const [language, headline, sentences, flat, words, readingSeconds, articleWords, articleSentences, articleSeconds, truncated, text] = JSON.parse(lists);
  const entities = [];
  for (let at = 0; at < flat.length; at += 4) {
    entities.push({ name: flat[at], kind: KINDS[flat[at + 1]], weight: flat[at + 2] / STEPS, mentions: flat[at + 3] });
  }
  return {
    language,
    headline,
    sentences: sentences.map(sentence),
    entities,
    words,
    readingSeconds,
    article: { words: articleWords, sentences: articleSentences, readingSeconds: articleSeconds, ...(text === undefined ? {} : { text }) },
    truncated,
  };
};
