/**
 * The Summarizer of the W3C's Writing Assistance APIs on nutgraf's engine, for browsers that have none: the same calls,
 * options, events and errors. The summary is made of the input's own sentences, so no context can change it, and it is in
 * the input's language.
 */
import * as engine from './engine.js';
import { collapseSpace, escapeMarkdown } from './text.js';

/**
 * @typedef {import('./engine.js').Failure} Failure
 * @typedef {import('./types/summarizer.js').Availability} Availability
 * @typedef {import('./types/summarizer.js').CoreOptions} CoreOptions
 * @typedef {import('./types/summarizer.js').CreateOptions} CreateOptions
 * @typedef {import('./types/summarizer.js').SummarizeOptions} SummarizeOptions
 * @typedef {ReturnType<typeof parse>} Config the options with their defaults
 */

/** In bytes of UTF-8. Of a longer text the core would read the first part only. */
const QUOTA_BYTES = 1_000_000;

/** The values of each enumeration, the default first. */
const TYPES = /** @type {const} */ (['key-points', 'tldr', 'teaser', 'headline']);
const FORMATS = /** @type {const} */ (['markdown', 'plain-text']);
const LENGTHS = /** @type {const} */ (['short', 'medium', 'long']);

/** The specification's name for each code of failure. @type {Readonly<Record<string, string>>} */
const EXCEPTION_NAMES = {
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

/** Throws a RangeError for a malformed language tag. @param {Iterable<string>} [tags] */
const canonical = (tags) => (tags === undefined ? null : Object.freeze(Intl.getCanonicalLocales([...tags])));

/** @param {CoreOptions} options */
const parse = ({ type, format, length, expectedInputLanguages, expectedContextLanguages, outputLanguage }) => ({
  type: oneOf(TYPES, type),
  format: oneOf(FORMATS, format),
  length: oneOf(LENGTHS, length),
  expectedInputLanguages: canonical(expectedInputLanguages),
  expectedContextLanguages: canonical(expectedContextLanguages),
  outputLanguage: canonical(outputLanguage === undefined ? undefined : [outputLanguage])?.[0] ?? null,
});

/** @param {string} tag */
const baseOf = (tag) => tag.split('-')[0];

/** The output's language must be one of the input's, because nothing is translated. @param {Config} config */
const canServe = ({ expectedInputLanguages, outputLanguage }) =>
  'WebAssembly' in globalThis &&
  (!expectedInputLanguages?.length || !outputLanguage || expectedInputLanguages.some((tag) => baseOf(tag) === baseOf(outputLanguage)));

/** @param {string} name @param {string} message */
const exception = (name, message) => new DOMException(`nutgraf: ${message}`, name);

/** @param {number} requested */
const quotaExceeded = (requested) => {
  const message = `the input has ${requested} bytes, and ${QUOTA_BYTES} are read`;
  const figures = { quota: QUOTA_BYTES, requested };
  const { QuotaExceededError } = /** @type {any} */ (globalThis);
  return QuotaExceededError ? new QuotaExceededError(message, figures) : Object.assign(exception('QuotaExceededError', message), figures);
};

/**
 * The promise of `work`, unless one of the signals is aborted first. Failures of the engine get the specification's names.
 *
 * @template T
 * @param {(AbortSignal | undefined)[]} signals
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
const unlessAborted = async (signals, work) => {
  const settled = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      for (const signal of signals) {
        signal?.addEventListener('abort', () => reject(signal.reason), { signal: settled.signal });
        if (signal?.aborted) return reject(signal.reason);
      }
      work().then(resolve, (/** @type {Failure} */ { code, message, name }) => reject(exception(EXCEPTION_NAMES[code] ?? 'OperationError', message || name)));
    });
  } finally {
    settled.abort();
  }
};

/** Tells how far the download is: at its beginning, and at its end. */
export class CreateMonitor extends EventTarget {
  static name = 'CreateMonitor';
  /** @type {((event: ProgressEvent) => void) | null} */
  ondownloadprogress = null;
}

/** @param {CreateMonitor | undefined} monitor @param {number} loaded from 0 to 1 */
const reportProgress = (monitor, loaded) => {
  const event = new ProgressEvent('downloadprogress', { lengthComputable: true, loaded, total: 1 });
  monitor?.dispatchEvent(event);
  monitor?.ondownloadprogress?.(event);
};

/** @type {Availability} */
let coreState = 'downloadable';

const download = async () => {
  if (coreState !== 'available') coreState = 'downloading';
  try {
    await engine.loadCore();
    coreState = 'available';
  } catch (error) {
    coreState = 'downloadable';
    throw error;
  }
};

/**
 * The summary in the configured type and format, sentence by sentence.
 *
 * @param {import('./engine.js').Summary} summary
 * @param {Config} config
 */
const formatSentences = ({ language, sentences }, { type, format }) => {
  const points = type === 'key-points';
  const bullet = points && format === 'markdown' ? '* ' : '';
  const gap = points ? '\n' : UNSPACED.test(language) ? '' : ' ';
  return sentences.map(({ text }, at) => {
    const content = format === 'markdown' ? escapeMarkdown(text) : collapseSpace(text);
    return (at > 0 ? gap : '') + bullet + content;
  });
};

/** Lets `Summarizer.create` alone call the constructor. */
const KEY = Symbol('create');

export class Summarizer {
  /** Minifiers shorten the class's own name. */
  static name = 'Summarizer';
  /** @type {Config} */
  #config;
  #sharedContext;
  /** Aborted when the summarizer is destroyed. */
  #destroyed = new AbortController();

  /** @param {symbol} key @param {Config} config @param {string} sharedContext */
  constructor(key, config, sharedContext) {
    if (key !== KEY) throw new TypeError('Illegal constructor');
    this.#config = config;
    this.#sharedContext = sharedContext;
  }

  /** @param {CoreOptions} [options] @returns {Promise<Availability>} */
  static async availability(options = {}) {
    return canServe(parse(options)) ? coreState : 'unavailable';
  }

  /** @param {CreateOptions} [options] @returns {Promise<Summarizer>} */
  static async create(options = {}) {
    const config = parse(options);
    const { signal, sharedContext = '' } = options;
    signal?.throwIfAborted();
    const monitor = options.monitor && new CreateMonitor();
    if (monitor) options.monitor?.(monitor);
    if (!canServe(config)) {
      throw exception('NotSupportedError', `a summary in ${config.outputLanguage} is not made of a text in ${config.expectedInputLanguages}`);
    }
    const summarizer = new Summarizer(KEY, config, `${sharedContext}`);
    await unlessAborted([signal], async () => {
      reportProgress(monitor, 0);
      await download();
      reportProgress(monitor, 1);
    });
    signal?.addEventListener('abort', () => summarizer.#destroyed.abort(signal.reason), { signal: summarizer.#destroyed.signal });
    return summarizer;
  }

  get type() {
    return this.#config.type;
  }

  get format() {
    return this.#config.format;
  }

  get length() {
    return this.#config.length;
  }

  get sharedContext() {
    return this.#sharedContext;
  }

  get expectedInputLanguages() {
    return this.#config.expectedInputLanguages;
  }

  get expectedContextLanguages() {
    return this.#config.expectedContextLanguages;
  }

  get outputLanguage() {
    return this.#config.outputLanguage;
  }

  /** In bytes of UTF-8. */
  get inputQuota() {
    return QUOTA_BYTES;
  }

  /** @param {string} input @param {SummarizeOptions} [options] @returns {Promise<string>} */
  async summarize(input, options) {
    return (await this.#sentences(input, options)).join('');
  }

  /** The summary sentence by sentence. @param {string} input @param {SummarizeOptions} [options] @returns {ReadableStream<string>} */
  summarizeStreaming(input, options) {
    const sentences = this.#sentences(input, options);
    return new ReadableStream({
      async start(controller) {
        for (const sentence of await sentences) controller.enqueue(sentence);
        controller.close();
      },
    });
  }

  /** @param {string} input @param {SummarizeOptions} [options] @returns {Promise<number>} in bytes of UTF-8 */
  async measureInputUsage(input, { signal } = {}) {
    return unlessAborted([this.#destroyed.signal, signal], async () => new TextEncoder().encode(input).length);
  }

  /** What is under way, and every later call, is rejected with an AbortError. */
  destroy() {
    this.#destroyed.abort(exception('AbortError', 'the summarizer was destroyed'));
  }

  /** @param {string} input @param {SummarizeOptions} [options] @returns {Promise<string[]>} */
  async #sentences(input, options) {
    const usage = await this.measureInputUsage(input, options);
    if (usage > QUOTA_BYTES) throw quotaExceeded(usage);
    // The core rejects a text without words; the specification wants an empty summary.
    if (!/\S/.test(input)) return [];
    const { type, length, expectedInputLanguages } = this.#config;
    const lang = expectedInputLanguages?.length === 1 ? expectedInputLanguages[0] : undefined;
    return unlessAborted([this.#destroyed.signal, options?.signal], async () => {
      const { summarizeString } = await engine.loadChunk();
      return formatSentences(await summarizeString(engine.session, input, { type, length, lang }), this.#config);
    });
  }

  get [Symbol.toStringTag]() {
    return 'Summarizer';
  }
}

/** Defines the global Summarizer, unless the browser or another script did; returns the one that is defined now. */
export const install = () => {
  const scope = /** @type {{ Summarizer?: unknown }} */ (globalThis);
  if (!('Summarizer' in scope)) Object.defineProperty(scope, 'Summarizer', { value: Summarizer, writable: true, configurable: true });
  return scope.Summarizer;
};

for (const script of globalThis.document?.scripts ?? []) {
  if ('install' in script.dataset && (script.src === import.meta.url || /summarizer/.test(script.src))) install();
}
