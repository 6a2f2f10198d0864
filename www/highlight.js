/** Highlights text in the page by the CSS Custom Highlight API, which does not change the article's tree, and scrolls to it. */
import { stylesheet } from './dom.js';
import { parentOf, scrollToCentre } from './scroll.js';
import css from './styles/highlight.css';

/** The highlight's name, which styles/highlight.css knows too. */
const NAME = 'nutgraf';

/** What is highlighted: a page has one highlight, of a sentence or of a name. @type {{ owner: Element, undo: () => void } | undefined} */
let current;

/** @param {Element} owner */
export const clearHighlight = (owner) => {
  if (current?.owner !== owner) return;
  const { undo } = current;
  current = undefined;
  undo();
};

/**
 * @param {Element} owner the widget, whose `--nutgraf-highlight` and `--nutgraf-highlight-color` count
 * @param {Range[]} ranges
 * @returns {() => void} removes the highlight
 */
const paint = (owner, ranges) => {
  if (!globalThis.CSS?.highlights) return () => {};
  // The rule must be in the tree that holds the text.
  const root = /** @type {Document | ShadowRoot} */ (ranges[0].startContainer.getRootNode());
  const sheet = stylesheet(css);
  const rule = /** @type {CSSStyleRule} */ (sheet.cssRules[0]);
  const style = getComputedStyle(owner);
  for (const [property, name] of [['background-color', '--nutgraf-highlight'], ['color', '--nutgraf-highlight-color']]) {
    const value = style.getPropertyValue(name).trim();
    if (value) rule.style.setProperty(property, value);
  }
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  CSS.highlights.set(NAME, new Highlight(...ranges));
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    CSS.highlights.delete(NAME);
  };
};

/** Opens what hides a node, as find-in-page does. @param {Node | null} node */
const unfold = (node) => {
  for (; node; node = parentOf(node)) {
    if (node instanceof HTMLDetailsElement) node.open = true;
    if (node instanceof Element && node.getAttribute('hidden') === 'until-found') {
      node.dispatchEvent(new CustomEvent('beforematch', { bubbles: true }));
      node.removeAttribute('hidden');
    }
  }
};

/**
 * Highlights ranges and scrolls to one of them. Escape removes the highlight.
 *
 * @param {Element} owner
 * @param {Range[]} ranges at least one
 * @param {Range} target the one to scroll to
 * @param {() => void} onescape called before Escape removes the highlight
 * @param {() => void} onclear called after the highlight was removed
 */
export const highlight = (owner, ranges, target, onescape, onclear) => {
  if (current) clearHighlight(current.owner);
  const erase = paint(owner, ranges);
  /** @param {KeyboardEvent} event */
  const onkeydown = (event) => {
    if (event.key !== 'Escape') return;
    onescape();
    clearHighlight(owner);
  };
  addEventListener('keydown', onkeydown);
  current = {
    owner,
    undo: () => {
      erase();
      removeEventListener('keydown', onkeydown);
      onclear();
    },
  };
  unfold(target.startContainer);
  scrollToCentre(target);
};
