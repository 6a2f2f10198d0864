/** Notices when an open summary no longer fits its article: a correction, an update, a page that became another. */

/** The least time between two checks, in milliseconds: changes come in bursts, and tickers never stop. */
const PAUSE_MS = 500;

/**
 * @param {Element} root the article
 * @param {() => Promise<boolean>} changed whether the summary would be another now
 * @param {() => void} onstale called once
 * @returns {() => void} ends the watch
 */
export const watchArticle = (root, changed, onstale) => {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let stopped = false;
  const check = async () => {
    timer = undefined;
    // What can no longer be read has changed.
    const stale = !root.isConnected || (await changed().catch(() => true));
    if (!stale || stopped) return;
    stop();
    onstale();
  };
  const observer = new MutationObserver((records) => {
    // What changes elsewhere on the page, perhaps all the time, is no reason to read the article again.
    if (!root.isConnected || records.some(({ target }) => root.contains(target))) timer ??= setTimeout(check, PAUSE_MS);
  });
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    observer.disconnect();
  };
  // The whole tree, because the article itself may be removed from it.
  observer.observe(root.getRootNode(), { childList: true, subtree: true, characterData: true });
  return stop;
};
