/** The widget's shadow tree: the button, and the frame that the panel opens in. */
import css from './styles/button.css';

/** @param {string} css */
export const stylesheet = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

/** One for all widgets of the page; made at first use, for a server has no style sheets. @type {CSSStyleSheet} */
let shared;

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

/**
 * Gives a node an attribute, or takes it away. Writing what stands there already would make the browser compute the
 * style of all that is inside anew.
 *
 * @param {Element} node @param {string} name @param {string | null} value
 */
export const set = (node, name, value) => {
  if (node.getAttribute(name) === value) return;
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
};

/** Likewise for text, which would be laid out anew. @param {Node} node @param {string} words */
export const write = (node, words) => {
  if (node.textContent !== words) node.textContent = words;
};

/** Builds the tree into a shadow root and gives its moving parts. @param {ShadowRoot} root */
export const build = (root) => {
  root.adoptedStyleSheets = [(shared ??= stylesheet(css))];
  const lead = document.createTextNode('');
  const call = element('b');
  const button = element('button', 'button', element('span', 'label', lead, call));
  const content = element('div', 'content');
  const slot = element('slot');
  const panel = element('div', 'panel', content, slot);
  const status = element('p', 'status');
  button.type = 'button';
  panel.id = 'panel';
  panel.hidden = true;
  button.setAttribute('aria-controls', 'panel');
  button.setAttribute('aria-expanded', 'false');
  panel.setAttribute('role', 'region');
  status.setAttribute('role', 'status');
  root.append(button, panel, status);
  return { button, lead, call, panel, content, slot, status };
};
