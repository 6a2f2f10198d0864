/**
 * Summaries off the main thread, by one worker for the whole page: the page's end, which the Summarizer loads where it is
 * asked for, and the worker's end. Both are one file, so that a site has one more to serve.
 */
import * as engine from './engine.js';

/**
 * @typedef {object} Request
 * @property {string} [text] what is summarized; without it the worker only loads what it needs for that
 * @property {import('./engine.js').Options} [options]
 *
 * @typedef {{ code?: string, message?: string }} Failure
 */

/** The worker's name, by which this file knows at which end it is. */
const NAME = 'nutgraf';

/** The code of the failure where the page may have no worker. */
export const NO_WORKER = 'no-worker';

/** @type {Map<number, { resolve: (summary: any) => void, reject: (failure: Failure) => void }>} */
const waiting = new Map();
/** @type {Worker | undefined} */
let worker;
/** Whether the page turned out to have none. */
let none = false;
let asked = 0;

/** @param {unknown} cause */
const giveUp = (cause) => {
  if (none) return;
  none = true;
  console.warn(`nutgraf: summaries are made on the main thread (${cause})`);
  for (const { reject } of waiting.values()) reject({ code: NO_WORKER });
  waiting.clear();
};

const start = () => {
  const { href, origin } = new URL(import.meta.url);
  // A worker's script must be of the page's origin, what that imports need not.
  const own = origin === location.origin ? href : URL.createObjectURL(new Blob([`import ${JSON.stringify(href)}`], { type: 'text/javascript' }));
  const made = new Worker(own, { type: 'module', name: NAME });
  made.onmessage = ({ data: { id, summary, failure } }) => {
    if (failure) waiting.get(id)?.reject(failure);
    else waiting.get(id)?.resolve(summary);
    waiting.delete(id);
  };
  made.onerror = () => giveUp(`a worker with ${href} does not start`);
  return made;
};

/** @param {Request} request @returns {Promise<any>} the summary; rejects with the code of the failure */
export const ask = (request) =>
  new Promise((resolve, reject) => {
    if (none) return reject({ code: NO_WORKER });
    const id = asked++;
    waiting.set(id, { resolve, reject });
    try {
      (worker ??= start()).postMessage({ id, ...request });
    } catch (error) {
      giveUp(error);
    }
  });

/** @param {MessageEvent<Request & { id: number }>} event */
const answer = async ({ data: { id, text, options = {} } }) => {
  try {
    await engine.loadCore();
    const { summarizeString } = await engine.loadChunk();
    postMessage({ id, summary: text === undefined ? null : await summarizeString(engine.session, text, options) });
  } catch (error) {
    const { code, message } = /** @type {Failure} */ (error);
    postMessage({ id, failure: { code, message } });
  }
};

if (!globalThis.document && globalThis.self?.name === NAME) addEventListener('message', answer);
