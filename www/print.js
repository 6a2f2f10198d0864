/** Prints the summary without the rest of the page. */
import { stylesheet } from './dom.js';
import css from './styles/print.css';

/** @param {HTMLElement} host */
export const print = (host) => {
  const sheet = stylesheet(css);
  /** The widget, or the shadow host in the document's own tree that holds it. @type {Element} */
  let outer = host;
  for (let root = host.getRootNode(); root instanceof ShadowRoot; root = outer.getRootNode()) outer = root.host;
  const marked = new Set([host, outer]);
  for (const node of marked) node.setAttribute('printing', '');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const undo = () => {
    for (const node of marked) node.removeAttribute('printing');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
  addEventListener('afterprint', undo, { once: true });
  globalThis.print();
};
