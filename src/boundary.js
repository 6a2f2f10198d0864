/**
 * What crosses between WebAssembly and JavaScript besides text, in as few calls as can be: each call that carries a
 * string takes a microsecond. src/wasm.rs and src/flat.rs are the other side.
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

/** The kinds of entities, in the order of EntityKind in src/analysis/entity/kind.rs. @type {import('../www/types/nutgraf.js').EntityKind[]} */
const KINDS = ['person', 'place', 'organisation', 'other', 'number', 'quantity', 'money', 'percent', 'date', 'time'];

/** @typedef {import('../www/engine.js').Summary} Summary */

/**
 * The summary from what src/flat.rs wrote, in its order.
 *
 * @param {string | undefined} given the article's text; without it the text comes at the end of the string
 * @param {Uint32Array} numbers
 * @param {string} string
 * @returns {Summary}
 */
export const summary = (given, numbers, string) => {
  let at = 0;
  let from = 0;
  const number = () => numbers[at++];
  const score = () => number() / STEPS;
  const piece = () => string.slice(from, (from += number()));
  /** @template T @param {() => T} read */
  const list = (read) => {
    /** @type {T[]} */
    const all = [];
    for (let left = number(); left > 0; left--) all.push(read());
    return all;
  };
  const language = piece();
  const headline = piece() || null;
  const [words, readingSeconds, articleWords, articleSentences, articleSeconds] = [number(), number(), number(), number(), number()];
  const [worthwhile, truncated] = [number() === 1, number() === 1];
  const entities = list(() => ({ name: piece(), kind: KINDS[number()], weight: score(), mentions: number() }));
  const text = given ?? string.slice(from);
  const sentences = list(() => {
    const offset = number();
    const length = number();
    return {
      text: text.slice(offset, offset + length),
      offset,
      length,
      paragraph: number(),
      rankScore: score(),
      signals: {
        entityDensity: score(),
        novelty: score(),
        position: score(),
        centrality: score(),
        headline: score(),
        selfContained: score(),
        cue: score(),
      },
      entities: list(() => entities[number()].name),
    };
  });
  return {
    language,
    headline,
    sentences,
    entities,
    words,
    readingSeconds,
    article: { words: articleWords, sentences: articleSentences, readingSeconds: articleSeconds, ...(given === undefined ? { text } : {}) },
    worthwhile,
    truncated,
  };
};
