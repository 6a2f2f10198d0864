/** The time limit of a download, in milliseconds: one that hangs must not leave a dead button. */
export const DOWNLOAD_MS = 30_000;

/**
 * The promise, or a rejection where it takes longer than that. The timer ends with it: a server must not be kept running.
 *
 * @template T
 * @param {number} ms
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
export const within = (ms, promise) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ms, Error('timeout'));
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
