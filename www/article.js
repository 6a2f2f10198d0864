/** Which article a widget is for. */

const ARTICLE = 'article,[role=article],[itemprop=articleBody],main,[role=main]';

/**
 * By the widget's `for` attribute, else by its place in the page.
 *
 * @param {Element} host
 * @returns {Element | null}
 */
export const articleOf = (host) => {
  const name = host.getAttribute('for');
  if (name) {
    for (const scope of /** @type {Document[]} */ ([host.getRootNode(), document])) {
      try {
        const found = scope.getElementById?.(name) ?? scope.querySelector(name);
        if (found) return found;
      } catch {
        // Neither an id nor a selector.
      }
    }
    return null;
  }
  for (let /** @type {Element | undefined} */ node = host; node; ) {
    const found = node.closest(ARTICLE);
    if (found) return found;
    node = /** @type {Partial<ShadowRoot>} */ (node.getRootNode()).host;
  }
  return document.body;
};
