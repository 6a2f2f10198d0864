/** The CreateMonitor of the Writing Assistance APIs, which tells how far a download is. */
import { asInterface, eventHandler } from './webidl.js';

/** Lets `monitor` alone call the constructor. */
const KEY = Symbol('monitor');

export class CreateMonitor extends EventTarget {
  /** @type {any} */
  #handler = null;

  /** @param {symbol[]} key */
  constructor(...key) {
    if (key[0] !== KEY) throw new TypeError('Illegal constructor');
    super();
  }

  get ondownloadprogress() {
    return this.#handler;
  }

  /** Its place among the listeners is the one of the moment when it was set first. */
  set ondownloadprogress(handler) {
    if (!this.#handler) this.addEventListener('downloadprogress', this.#call);
    this.#handler = eventHandler(handler);
    if (!this.#handler) this.removeEventListener('downloadprogress', this.#call);
  }

  #call = (/** @type {Event} */ event) => {
    if (typeof this.#handler === 'function') this.#handler(event);
  };
}

asInterface(CreateMonitor, 'CreateMonitor');

/** Its event: a ProgressEvent, or what looks like one where the runtime is no browser and has none. @param {number} loaded */
const progress = (loaded) => {
  const figures = { lengthComputable: true, loaded, total: 1 };
  return globalThis.ProgressEvent ? new ProgressEvent('downloadprogress', figures) : Object.assign(new Event('downloadprogress'), figures);
};

/** A task of its own, in which the browser reports what a listener throws. */
const task = () => new Promise((done) => setTimeout(done));

/**
 * Calls back with a monitor, and gives what reports to it how much is loaded, from 0 to 1.
 *
 * @param {((monitor: CreateMonitor) => void) | undefined} callback
 * @param {AbortSignal | undefined} signal after which no more is reported
 * @returns {(loaded: number) => Promise<void>}
 */
export const monitor = (callback, signal) => {
  if (!callback) return async () => {};
  const made = new CreateMonitor(KEY);
  callback(made);
  return async (loaded) => {
    await task();
    if (!signal?.aborted) made.dispatchEvent(progress(loaded));
    // Whoever waits for the event may abort before what follows it.
    await task();
  };
};
