/** Which article a widget is for. */
import { closest } from './closest.js';

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
  return closest(host, ARTICLE) ?? document.body;
};
