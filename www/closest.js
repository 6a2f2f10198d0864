/** Ways up the tree that do not end at the border of a shadow tree. */

/**
 * As Element.closest, of any node, and through the hosts of shadow trees.
 *
 * @param {Node | null | undefined} node
 * @param {string} selector
 * @returns {Element | null}
 */
export const closest = (node, selector) => {
  // A link that stands in no tree is its own root, and its `host` is a text.
  while (node?.getRootNode) {
    const found = /** @type {Element | null} */ (/** @type {Partial<Element>} */ (node).closest ? node : node.parentElement)?.closest(selector);
    if (found) return found;
    node = /** @type {Partial<ShadowRoot>} */ (node.getRootNode()).host;
  }
  return null;
};
