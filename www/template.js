/** The widget's shadow tree: the button, and the frame that the panel opens in. */
import { element, stylesheet } from './dom.js';
import css from './styles/button.css';

/** One for all widgets of the page; made at first use, because a server has no style sheets. @type {CSSStyleSheet} */
let shared;

/** Builds the tree into a shadow root and returns the parts that change; what they show is set later. @param {ShadowRoot} root */
export const build = (root) => {
  root.adoptedStyleSheets = [(shared ??= stylesheet(css))];
  const lead = new Text();
  const call = element('b');
  const button = element('button', 'button', element('span', 'label', lead, call));
  const content = element('div', 'content');
  const slot = element('slot');
  const panel = element('div', 'panel', content, slot);
  const status = element('p', 'status');
  status.setAttribute('role', 'status');
  root.append(button, panel, status);
  return { button, lead, call, panel, content, slot, status };
};
