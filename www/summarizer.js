/**
 * The Summarizer of the W3C's Writing Assistance APIs on nutgraf's engine, for browsers that have none: the same calls,
 * options, events and errors. The summary is made of the input's own sentences, so no context can change it, and it is in
 * the input's language.
 */
import * as engine from './engine.js';
import { escaped, squeeze } from './words.js';

/**
 * @typedef {'key-points' | 'tldr' | 'teaser' | 'headline'} SummarizerType
 * @typedef {'markdown' | 'plain-text'} SummarizerFormat
 * @typedef {'short' | 'medium' | 'long'} SummarizerLength
 * @typedef {'unavailable' | 'downloadable' | 'downloading' | 'available'} Availability
 *
 * @typedef {object} CoreOptions
 * @property {SummarizerType} [type] default key-points
 * @property {SummarizerFormat} [format] default markdown
 * @property {SummarizerLength} [length] default short
 * @property {readonly string[]} [expectedInputLanguages] BCP 47; where there is one, the input is read as that
 * @property {readonly string[]} [expectedContextLanguages] BCP 47
 * @property {string} [outputLanguage] BCP 47
 *
 * @typedef {object} CreateOnly
 * @property {AbortSignal} [signal] ends the making, and later the summarizer
 * @property {(monitor: CreateMonitor) => void} [monitor]
 * @property {string} [sharedContext] kept, and of no effect
 * @typedef {CoreOptions & CreateOnly} CreateOptions
 *
 * @typedef {object} SummarizeOptions
 * @property {AbortSignal} [signal]
 * @property {string} [context] of no effect
 *
 * @typedef {ReturnType<typeof read>} Wishes
 */

/** In bytes of UTF-8: of a longer text the core would read the first part only. */
const QUOTA_BYTES = 1_000_000;

/** The values of each enumeration, its default first. */
const TYPES = /** @type {const} */ (['key-points', 'tldr', 'teaser', 'headline']);
const FORMATS = /** @type {const} */ (['markdown', 'plain-text']);
const LENGTHS = /** @type {const} */ (['short', 'medium', 'long']);

/** What the specification calls a failure of ours. @type {Readonly<Record<string, string>>} */
const NAMES = {
  network: 'NetworkError',
  http: 'NetworkError',
  mime: 'NetworkError',
  csp: 'NotAllowedError',
  unsupported: 'NotSupportedError',
  'invalid-option': 'NotSupportedError',
  'no-article': 'NotReadableError',
};

/** Languages written without spaces between sentences. */
const UNSPACED = /^(zh|ja)/;

/**
 * @template {string} T
 * @param {readonly T[]} values
 * @param {unknown} value
 * @returns {T}
 */
const oneOf = (values, value = values[0]) => {
  const found = values.find((known) => known === `${value}`);
  if (!found) throw new TypeError(`“${value}” must be one of ${values.join(', ')}`);
  return found;
};

/** Throws a RangeError for what is no language tag. @param {Iterable<string>} [tags] */
const canonical = (tags) => (tags === undefined ? null : Object.freeze(Intl.getCanonicalLocales([...tags])));

/** @param {CoreOptions} options */
const read = ({ type, format, length, expectedInputLanguages, expectedContextLanguages, outputLanguage }) => ({
  type: oneOf(TYPES, type),
  format: oneOf(FORMATS, format),
  length: oneOf(LENGTHS, length),
  expectedInputLanguages: canonical(expectedInputLanguages),
  expectedContextLanguages: canonical(expectedContextLanguages),
  outputLanguage: canonical(outputLanguage === undefined ? undefined : [outputLanguage])?.[0] ?? null,
});

/** @param {string} tag */
const baseOf = (tag) => tag.split('-')[0];

/** Nothing is translated: the output's language must be one of the input's. @param {Wishes} wishes */
const canServe = ({ expectedInputLanguages, outputLanguage }) =>
  'WebAssembly' in globalThis &&
  (!expectedInputLanguages?.length || !outputLanguage || expectedInputLanguages.some((tag) => baseOf(tag) === baseOf(outputLanguage)));

/** @param {string} name @param {string} message */
const failure = (name, message) => new DOMException(`nutgraf: ${message}`, name);

/** @param {number} requested */
const tooMuch = (requested) => {
  const message = `the input has ${requested} bytes, and ${QUOTA_BYTES} are read`;
  const figures = { quota: QUOTA_BYTES, requested };
  const { QuotaExceededError } = /** @type {any} */ (globalThis);
  return QuotaExceededError ? new QuotaExceededError(message, figures) : Object.assign(failure('QuotaExceededError', message), figures);
};

/**
 * What `work` promises, unless one of the signals comes first; failures of the engine get the specification's names.
 *
 * @template T
 * @param {(AbortSignal | undefined)[]} signals
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
const unlessAborted = async (signals, work) => {
  const over = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      for (const signal of signals) {
        signal?.addEventListener('abort', () => reject(signal.reason), { signal: over.signal });
        if (signal?.aborted) return reject(signal.reason);
      }
      work().then(resolve, ({ code, message, name }) => reject(failure(NAMES[code] ?? 'OperationError', message || name)));
    });
  } finally {
    over.abort();
  }
};

/** Tells how far the download is: at its beginning, and at its end. */
export class CreateMonitor extends EventTarget {
  static name = 'CreateMonitor';
  /** @type {((event: ProgressEvent) => void) | null} */
  ondownloadprogress = null;
}

/** @param {CreateMonitor | undefined} monitor @param {number} loaded a share */
const report = (monitor, loaded) => {
  const event = new ProgressEvent('downloadprogress', { lengthComputable: true, loaded, total: 1 });
  monitor?.dispatchEvent(event);
  monitor?.ondownloadprogress?.(event);
};

/** @type {Availability} */
let state = 'downloadable';

const download = async () => {
  if (state !== 'available') state = 'downloading';
  try {
    await engine.warm();
    state = 'available';
  } catch (error) {
    state = 'downloadable';
    throw error;
  }
};

/** The summary in the form that was asked for, a sentence a piece. @param {import('./engine.js').Summary} summary @param {Wishes} wishes */
const piecesOf = ({ language, sentences }, { type, format }) => {
  const points = type === 'key-points';
  const bullet = points && format === 'markdown' ? '* ' : '';
  const gap = points ? '\n' : UNSPACED.test(language) ? '' : ' ';
  return sentences.map(({ text }, at) => {
    const words = format === 'markdown' ? escaped(text) : squeeze(text);
    return (at > 0 ? gap : '') + bullet + words;
  });
};

/** Only `Summarizer.create` knows it. */
const KEY = Symbol('create');

export class Summarizer {
  /** Bundlers shorten it. */
  static name = 'Summarizer';
  /** @type {Wishes} */
  #wishes;
  #sharedContext;
  /** Aborted when the summarizer is destroyed. */
  #end = new AbortController();

  /** @param {symbol} key @param {Wishes} wishes @param {string} sharedContext */
  constructor(key, wishes, sharedContext) {
    if (key !== KEY) throw new TypeError('Illegal constructor');
    this.#wishes = wishes;
    this.#sharedContext = sharedContext;
  }

  /** @param {CoreOptions} [options] @returns {Promise<Availability>} */
  static async availability(options = {}) {
    return canServe(read(options)) ? state : 'unavailable';
  }

  /** @param {CreateOptions} [options] @returns {Promise<Summarizer>} */
  static async create(options = {}) {
    const wishes = read(options);
    const { signal, sharedContext = '' } = options;
    signal?.throwIfAborted();
    const monitor = options.monitor && new CreateMonitor();
    if (monitor) options.monitor?.(monitor);
    if (!canServe(wishes)) {
      throw failure('NotSupportedError', `a summary in ${wishes.outputLanguage} is not made of a text in ${wishes.expectedInputLanguages}`);
    }
    const summarizer = new Summarizer(KEY, wishes, `${sharedContext}`);
    await unlessAborted([signal], async () => {
      report(monitor, 0);
      await download();
      report(monitor, 1);
    });
    signal?.addEventListener('abort', () => summarizer.#end.abort(signal.reason), { signal: summarizer.#end.signal });
    return summarizer;
  }

  get type() {
    return this.#wishes.type;
  }

  get format() {
    return this.#wishes.format;
  }

  get length() {
    return this.#wishes.length;
  }

  get sharedContext() {
    return this.#sharedContext;
  }

  get expectedInputLanguages() {
    return this.#wishes.expectedInputLanguages;
  }

  get expectedContextLanguages() {
    return this.#wishes.expectedContextLanguages;
  }

  get outputLanguage() {
    return this.#wishes.outputLanguage;
  }

  /** In bytes of UTF-8. */
  get inputQuota() {
    return QUOTA_BYTES;
  }

  /** @param {string} input @param {SummarizeOptions} [options] @returns {Promise<string>} */
  async summarize(input, options) {
    return (await this.#pieces(input, options)).join('');
  }

  /** The summary sentence by sentence. @param {string} input @param {SummarizeOptions} [options] @returns {ReadableStream<string>} */
  summarizeStreaming(input, options) {
    const made = this.#pieces(input, options);
    return new ReadableStream({
      async start(controller) {
        for (const piece of await made) controller.enqueue(piece);
        controller.close();
      },
    });
  }

  /** @param {string} input @param {SummarizeOptions} [options] @returns {Promise<number>} in bytes of UTF-8 */
  async measureInputUsage(input, { signal } = {}) {
    return unlessAborted([this.#end.signal, signal], async () => new TextEncoder().encode(input).length);
  }

  /** What is under way, and every later call, is rejected with an AbortError. */
  destroy() {
    this.#end.abort(failure('AbortError', 'the summarizer was destroyed'));
  }

  /** @param {string} input @param {SummarizeOptions} [options] @returns {Promise<string[]>} */
  async #pieces(input, options) {
    const usage = await this.measureInputUsage(input, options);
    if (usage > QUOTA_BYTES) throw tooMuch(usage);
    // What holds no word is summarized by nothing.
    if (!/\S/.test(input)) return [];
    const { type, length, expectedInputLanguages } = this.#wishes;
    const lang = expectedInputLanguages?.length === 1 ? expectedInputLanguages[0] : undefined;
    return unlessAborted([this.#end.signal, options?.signal], async () => {
      const { summarizeString } = await engine.open();
      return piecesOf(await summarizeString(engine.session, input, { type, length, lang }), this.#wishes);
    });
  }

  get [Symbol.toStringTag]() {
    return 'Summarizer';
  }
}

/** Gives pages the class as a global, unless the browser or another script has one; says which one they have now. */
export const install = () => {
  const scope = /** @type {{ Summarizer?: unknown }} */ (globalThis);
  if (!('Summarizer' in scope)) Object.defineProperty(scope, 'Summarizer', { value: Summarizer, writable: true, configurable: true });
  return scope.Summarizer;
};

for (const script of globalThis.document?.scripts ?? []) {
  if ('install' in script.dataset && (script.src === import.meta.url || /summarizer/.test(script.src))) install();
}
