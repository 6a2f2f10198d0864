/** Notices when an open summary no longer fits its article: a correction, an update, a page that became another. */

/** @typedef {import('./engine.js').Summary} Summary */

/** Changes come in bursts, and tickers never stop: looked at so often at most. */
const PAUSE_MS = 500;

/** @type {WeakMap<Element, () => void>} */
const watches = new WeakMap();

/** @param {Element} host */
export const unwatch = (host) => {
  watches.get(host)?.();
  watches.delete(host);
};

/**
 * @param {Element} host
 * @param {Element} root the article
 * @param {() => Promise<boolean>} changed
 * @param {() => void} onstale called once
 */
export const watch = (host, root, changed, onstale) => {
  unwatch(host);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const look = async () => {
    timer = undefined;
    // What cannot be read any more has changed.
    const stale = !root.isConnected || (await changed().catch(() => true));
    if (!stale || watches.get(host) !== stop) return;
    unwatch(host);
    onstale();
  };
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, PAUSE_MS);
  });
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  watches.set(host, stop);
  // The whole tree, because an article may be taken out of it.
  observer.observe(root.getRootNode(), { childList: true, subtree: true, characterData: true });
};
