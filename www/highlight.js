/** Scrolls to a sentence in the page and marks it by the CSS Custom Highlight API; the article's own tree is left alone. */
import { stylesheet } from './template.js';

const NAME = 'nutgraf';
const RULE = `::highlight(${NAME}){background-color:#ffe48a;color:#16130a}@media (forced-colors:active){::highlight(${NAME}){background-color:Mark;color:MarkText}}`;

/** What is marked now: one sentence a page. @type {{ owner: object, undo: () => void } | undefined} */
let current;

/** @param {object} owner */
export const clear = (owner) => {
  if (current?.owner !== owner) return;
  current.undo();
  current = undefined;
};

/**
 * @param {Element} owner the widget, whose `--nutgraf-highlight` and `--nutgraf-highlight-color` count
 * @param {Range} range
 * @param {() => void} onclear
 */
const mark = (owner, range, onclear) => {
  if (current) clear(current.owner);
  // The rule counts in the tree that holds the text.
  const root = /** @type {Document | ShadowRoot} */ (range.startContainer.getRootNode());
  const sheet = stylesheet(RULE);
  const rule = /** @type {CSSStyleRule} */ (sheet.cssRules[0]);
  const style = getComputedStyle(owner);
  for (const [property, name] of [['background-color', '--nutgraf-highlight'], ['color', '--nutgraf-highlight-color']]) {
    const value = style.getPropertyValue(name).trim();
    if (value) rule.style.setProperty(property, value);
  }
  /** @param {KeyboardEvent} event */
  const onkeydown = (event) => {
    if (event.key === 'Escape') clear(owner);
  };
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  CSS.highlights.set(NAME, new Highlight(range));
  addEventListener('keydown', onkeydown);
  current = {
    owner,
    undo: () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
      CSS.highlights.delete(NAME);
      removeEventListener('keydown', onkeydown);
      onclear();
    },
  };
};

/** @param {Node} node */
const parentOf = (node) => node.parentNode ?? /** @type {Partial<ShadowRoot>} */ (node).host ?? null;

/** Brings the range to the middle of every box that scrolls it, the page last. @param {Range} range */
const scrollTo = (range) => {
  const page = document.scrollingElement ?? document.documentElement;
  for (let node = parentOf(range.startContainer); node; node = parentOf(node)) {
    if (!(node instanceof Element) || node === page || node === document.body) continue;
    if (node.scrollHeight <= node.clientHeight || !/auto|scroll/.test(getComputedStyle(node).overflowY)) continue;
    const box = node.getBoundingClientRect();
    centre(node, range, box.top + node.clientTop, node.clientHeight, 'instant');
  }
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  centre(page, range, 0, innerHeight, calm ? 'instant' : 'smooth');
};

/**
 * @param {Element} scroller
 * @param {Range} range
 * @param {number} top of the scroller, in the viewport
 * @param {number} height of the scroller
 * @param {ScrollBehavior} behavior
 */
const centre = (scroller, range, top, height, behavior) => {
  const { top: start, height: length } = range.getBoundingClientRect();
  // What is taller than the box begins at its top.
  scroller.scrollBy({ top: start - top - Math.max(0, (height - length) / 2), behavior });
};

/**
 * @param {Element} owner
 * @param {Range} range
 * @param {() => void} onclear called when the mark goes away, or at once where nothing can be marked
 */
export const reveal = (owner, range, onclear) => {
  if (CSS.highlights) mark(owner, range, onclear);
  else onclear();
  scrollTo(range);
};
