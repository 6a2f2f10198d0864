/**
 * The Summarizer of the W3C's Writing Assistance APIs on nutgraf's engine: the same calls, options, events and errors. The
 * summary is made of the input's own sentences, in its language; the contexts say which of them are asked for.
 */
import { importOffThread } from './by-address.js';
import { CreateMonitor, monitor } from './create-monitor.js';
import * as engine from './engine.js';
import { iterable } from './iterable.js';
import { formatSentences } from './summarizer-format.js';
import { availabilityOptions, baseOf, configOf, createOptions, installOptions, summarizeOptions } from './summarizer-options.js';
import { asInterface, checkArguments, string } from './webidl.js';
import { within } from './within.js';

export { CreateMonitor };

/**
 * @typedef {import('./engine.js').Failure} Failure
 * @typedef {import('./engine.js').Options} Options
 * @typedef {import('./engine.js').Summary} Summary
 * @typedef {import('./types/summarizer.js').Availability} Availability
 * @typedef {import('./types/summarizer.js').DraftSummarizerClass} DraftSummarizerClass
 * @typedef {import('./types/summarizer.js').Installation} Installation
 * @typedef {import('./types/summarizer.js').InstallOptions} InstallOptions
 * @typedef {import('./types/summarizer.js').SummarizerCreateCoreOptions} CoreOptions
 * @typedef {import('./types/summarizer.js').SummarizerCreateOptions} CreateOptions
 * @typedef {import('./types/summarizer.js').SummarizerSummarizeOptions} SummarizeOptions
 * @typedef {import('./summarizer-options.js').Config} Config
 *
 * @typedef {object} Call a call of an operation, converted
 * @property {string} input
 * @property {string} context
 * @property {AbortSignal[]} signals any of which ends it
 */

/** What the core calls a language that it does not know. */
const UNKNOWN = 'und';

/** In bytes of UTF-8. Of a longer text the core would read the first part only. */
const QUOTA_BYTES = 1_000_000;

/** The draft's name for each code of failure; all others are an UnknownError. @type {Readonly<Record<string, string>>} */
const EXCEPTION_NAMES = {
  network: 'NetworkError',
  http: 'NetworkError',
  mime: 'NetworkError',
  csp: 'NotAllowedError',
  unsupported: 'NotSupportedError',
};

/** The output's language must be one of the input's, because nothing is translated. @param {Config} config */
const canServe = ({ expectedInputLanguages, outputLanguage }) =>
  'WebAssembly' in globalThis &&
  (!expectedInputLanguages || !outputLanguage || expectedInputLanguages.some((tag) => baseOf(tag) === baseOf(outputLanguage)));

/** Kept, because Chromium takes it from the window of a removed frame. */
const { DOMException } = globalThis;

/** @param {string} name @param {string} message */
const exception = (name, message) => new DOMException(`nutgraf: ${message}`, name);

/** A document that has gone, as that of a removed frame, has no summarizers. */
const checkActive = () => {
  if (globalThis.document && !document.defaultView) throw exception('InvalidStateError', 'the document has gone');
};

/** By the permissions policy, where the browser has one for summarizers and tells it. */
const isAllowed = () => {
  const { permissionsPolicy, featurePolicy } = /** @type {any} */ (globalThis.document ?? {});
  const policy = permissionsPolicy ?? featurePolicy;
  return !policy?.features().includes('summarizer') || policy.allowsFeature('summarizer');
};

/** @param {string[]} texts in bytes of UTF-8; never 0, as the draft wants */
const usageOf = (texts) => new TextEncoder().encode(texts.join('')).length || 1;

/** @param {string[]} texts */
const checkQuota = (texts) => {
  const figures = { quota: QUOTA_BYTES, requested: usageOf(texts) };
  if (figures.requested <= QUOTA_BYTES) return;
  const message = `the input and its contexts have ${figures.requested} bytes, and ${QUOTA_BYTES} are read`;
  const { QuotaExceededError } = /** @type {any} */ (globalThis);
  throw QuotaExceededError ? new QuotaExceededError(message, figures) : Object.assign(exception('QuotaExceededError', message), figures);
};

/**
 * The promise of `work`, unless one of the signals is aborted first. Failures of the engine get the draft's names.
 *
 * @template T
 * @param {AbortSignal[]} signals
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
const unlessAborted = async (signals, work) => {
  const settled = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      for (const signal of signals) signal.addEventListener('abort', () => reject(signal.reason), { signal: settled.signal });
      work().then(resolve, (/** @type {Failure} */ { code, message, name }) => reject(exception(EXCEPTION_NAMES[code] ?? 'UnknownError', message || name)));
    });
  } finally {
    settled.abort();
  }
};

/** @type {Availability} */
let coreState = 'downloadable';

/** @param {() => Promise<unknown>} load */
const download = async (load) => {
  if (coreState !== 'available') coreState = 'downloading';
  try {
    await load();
    coreState = 'available';
  } catch (error) {
    coreState = 'downloadable';
    throw error;
  }
};

/** Where a summary is made: in the page, or in a worker. */
const onThread = {
  load: engine.loadCore,
  /** @param {string} text @param {Options} options @returns {Promise<Summary>} */
  summarize: async (text, options) => (await engine.loadChunk()).summarizeString(engine.session, text, options),
};

/** @param {{ text?: string, options?: Options }} request @param {() => Promise<any>} instead where the page may have no worker */
const askWorker = async (request, instead) => {
  const { ask, NO_WORKER } = await importOffThread();
  return ask(request).catch((/** @type {Failure} */ error) => {
    if (error.code !== NO_WORKER) throw error;
    return instead();
  });
};

/** @type {typeof onThread} */
const offThread = {
  load: () => askWorker({}, engine.loadCore),
  summarize: (text, options) => askWorker({ text, options }, () => onThread.summarize(text, options)),
};

/** Lets `Summarizer.create` alone call the constructor. */
const KEY = Symbol('create');

export class Summarizer {
  /** @type {Config} */
  #config;
  /** @type {typeof onThread} */
  #maker;
  /** Aborted when the summarizer is destroyed. */
  #destroyed = new AbortController();

  /** @param {any[]} made */
  constructor(...made) {
    const [key, config, maker] = made;
    if (key !== KEY) throw new TypeError('Illegal constructor');
    this.#config = config;
    this.#maker = maker;
  }

  /** @param {CoreOptions | null} [options] @returns {Promise<Availability>} */
  static async availability(options = undefined) {
    const given = availabilityOptions(options);
    checkActive();
    return canServe(configOf(given)) && isAllowed() ? coreState : 'unavailable';
  }

  /** @param {CreateOptions | null} [options] @returns {Promise<Summarizer>} */
  static async create(options = undefined) {
    const { monitor: hear, signal, worker, ...given } = createOptions(options);
    checkActive();
    const config = configOf(given);
    signal?.throwIfAborted();
    if (!isAllowed()) throw exception('NotAllowedError', "the page's permissions policy forbids it");
    const report = monitor(hear, signal);
    if (!canServe(config)) {
      throw exception('NotSupportedError', `a summary in ${config.outputLanguage} is not made of a text in ${config.expectedInputLanguages}`);
    }
    checkQuota([config.sharedContext]);
    const maker = worker ? offThread : onThread;
    const summarizer = new Summarizer(KEY, config, maker);
    await unlessAborted(signal ? [signal] : [], async () => {
      await report(0);
      await download(maker.load);
      await report(1);
    });
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => summarizer.#destroyed.abort(signal.reason), { signal: summarizer.#destroyed.signal });
    return summarizer;
  }

  get sharedContext() {
    return this.#config.sharedContext;
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

  get preference() {
    return this.#config.preference;
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
    this.#config;
    return QUOTA_BYTES;
  }

  /** @param {string} input @param {SummarizeOptions | null} [options] @returns {Promise<string>} */
  async summarize(input, options = undefined) {
    return (await this.#pieces(this.#begin(arguments.length, input, options))).join('');
  }

  /** The summary sentence by sentence. @param {string} input @param {SummarizeOptions | null} [options] @returns {ReadableStream<string>} */
  summarizeStreaming(input, options = undefined) {
    const call = this.#begin(arguments.length, input, options);
    const settled = new AbortController();
    const pieces = this.#pieces(call);
    pieces.catch(() => settled.abort());
    const stream = new ReadableStream(
      {
        start(controller) {
          for (const signal of call.signals) signal.addEventListener('abort', () => controller.error(signal.reason), { signal: settled.signal });
        },
        async pull(controller) {
          const rest = await pieces;
          const next = rest.shift();
          if (next) controller.enqueue(next);
          if (rest.length > 0) return;
          settled.abort();
          controller.close();
        },
        cancel: () => settled.abort(),
      },
      // A sentence is given when it is asked for, so that an abort comes before those that were not.
      { highWaterMark: 0 },
    );
    return iterable(stream);
  }

  /**
   * Beyond the draft: the whole result, with the place, score and names of each sentence. Null for input without words.
   *
   * @param {string} input
   * @param {SummarizeOptions | null} [options]
   * @returns {Promise<Summary | null>}
   */
  async extract(input, options = undefined) {
    return this.#summary(this.#begin(arguments.length, input, options));
  }

  /** @param {string} input @param {SummarizeOptions | null} [options] @returns {Promise<number>} in bytes of UTF-8, contexts included */
  async measureInputUsage(input, options = undefined) {
    const call = this.#begin(arguments.length, input, options);
    return unlessAborted(call.signals, async () => usageOf(this.#texts(call)));
  }

  /** What is under way, and every later call, is rejected with an AbortError. */
  destroy() {
    this.#destroyed.abort(exception('AbortError', 'the summarizer was destroyed'));
  }

  /**
   * Converts the arguments of a call, and throws where it cannot be made.
   *
   * @param {number} given how many there are
   * @param {unknown} input
   * @param {unknown} options
   * @returns {Call}
   */
  #begin(given, input, options) {
    const destroyed = this.#destroyed.signal;
    checkArguments(given, 1);
    const text = string(input);
    const { context, signal } = summarizeOptions(options);
    checkActive();
    const signals = signal ? [destroyed, signal] : [destroyed];
    for (const one of signals) one.throwIfAborted();
    return { input: text, context, signals };
  }

  /** All that counts against the quota. @param {Call} call */
  #texts({ input, context }) {
    return [input, context, this.#config.sharedContext];
  }

  /** @param {Call} call */
  async #pieces(call) {
    const summary = await this.#summary(call);
    return summary ? formatSentences(summary, this.#config) : [];
  }

  /** @param {Call} call @returns {Promise<Summary | null>} */
  async #summary(call) {
    checkQuota(this.#texts(call));
    const { type, length, expectedInputLanguages: expected, outputLanguage, sharedContext } = this.#config;
    const context = `${sharedContext}\n${call.context}`;
    const read = async (/** @type {string | undefined} */ lang) => {
      try {
        return await this.#maker.summarize(call.input, { type, length, lang, context });
      } catch (error) {
        // There is nothing to choose from. The draft wants an empty summary of that.
        if (/^(empty|no-article)$/.test(/** @type {Failure} */ (error).code)) return null;
        throw error;
      }
    };
    const output = outputLanguage && baseOf(outputLanguage);
    const { summary, detected } = await unlessAborted(call.signals, async () => {
      if (!output) return { summary: await read(expected?.length === 1 ? baseOf(expected[0]) : undefined) };
      // Without a language the core says which one it is.
      const found = await read(undefined);
      if (!found || found.language === output) return { summary: found };
      if (found.language === UNKNOWN) return { summary: await read(output) };
      // Which one the output's is read as, as Norwegian is as Danish: a number is of no language by itself.
      const { language } = await this.#maker.summarize('1', { lang: output });
      // What the core cannot tell from the language that it found is what the page says it is.
      const isServed = language === found.language || (language === UNKNOWN && expected);
      return { summary: found, detected: isServed ? '' : found.language };
    });
    if (detected) throw exception('NotSupportedError', `the input is in ${detected}, and a summary in ${outputLanguage} was asked for`);
    return summary;
  }
}

asInterface(Summarizer, 'Summarizer', ['availability', 'create']);

/** @typedef {{ Summarizer?: DraftSummarizerClass, CreateMonitor?: unknown }} Scope */

/** So long may the browser's own take to say whether it works, in milliseconds. */
const PATIENCE_MS = 1000;

/** The browser's own, or that of another script. @type {DraftSummarizerClass | undefined} */
let native;

/** Whether the browser's own makes summaries now, without a download first. */
const nativeWorks = async () => {
  try {
    return (await within(PATIENCE_MS, Promise.resolve(native?.availability()))) === 'available';
  } catch {
    return false;
  }
};

/**
 * Makes ours the global Summarizer where there is no other, or where that does not work now, or always. Where there is no
 * other, that is done when the call returns.
 *
 * @param {InstallOptions | null} [options]
 * @returns {Promise<Installation>}
 */
export const install = async (options) => {
  const { where } = installOptions(options);
  const scope = /** @type {Scope} */ (globalThis);
  if (scope.Summarizer !== Summarizer) {
    native = scope.Summarizer;
    if (!native || where === 'always' || (where === 'unavailable' && !(await nativeWorks()))) {
      for (const [name, value] of Object.entries({ Summarizer, CreateMonitor })) Object.defineProperty(scope, name, { value, writable: true, configurable: true, enumerable: false });
    }
  }
  return { Summarizer: /** @type {DraftSummarizerClass} */ (scope.Summarizer), native, installed: scope.Summarizer === Summarizer };
};

for (const script of globalThis.document?.scripts ?? []) {
  const { install: where } = script.dataset;
  if (where !== undefined && (script.src === import.meta.url || /summarizer/.test(script.src))) {
    install(/** @type {InstallOptions} */ ({ where: where || undefined }));
  }
}
