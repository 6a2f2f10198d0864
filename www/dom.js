/** Building nodes, and changing them only where that changes something. */

/** @param {string} css */
export const stylesheet = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [part]
 * @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[T]}
 */
export const element = (tag, part, ...content) => {
  const node = document.createElement(tag);
  if (part) node.setAttribute('part', part);
  node.append(...content);
  return node;
};

/** A list without bullets, which VoiceOver takes for a list only if it has the role. @param {string} part @param {Node[]} items */
export const plainList = (part, items) => {
  const list = element('ul', part, ...items);
  list.setAttribute('role', 'list');
  return list;
};

/**
 * Sets an attribute, or removes it for `null`. Writing the value that it has already would make the browser recompute the
 * style of the whole subtree.
 *
 * @param {Element} node @param {string} name @param {string | null} value
 */
export const setAttribute = (node, name, value) => {
  if (node.getAttribute(name) === value) return;
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
};

/** The same for text, which would be laid out anew. @param {Node} node @param {string} [text] */
export const setText = (node, text = '') => {
  if (node.textContent !== text) node.textContent = text;
};
