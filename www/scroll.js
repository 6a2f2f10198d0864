/** Scrolls the reader to a place in the page, and again where the page moves it away. */

/** So long after the place last moved is it looked after, in milliseconds: images arrive late, and what is laid out late. */
const WATCH_MS = 2500;
/** How often it is looked at, and how often at most: a page may never stand still. */
const STEP_MS = 100;
const MOST_STEPS = 100;

/** What a reader does who goes elsewhere. */
const TAKEOVER = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

/** The tree as it is laid out: slots filled. @param {Node} node @returns {Node | null} */
export const parentOf = (node) =>
  /** @type {Partial<Element>} */ (node).assignedSlot ?? node.parentNode ?? /** @type {Partial<ShadowRoot>} */ (node).host ?? null;

/** What is not laid out yet has no box, but something around it has. @param {Range | Element} place */
const boxOf = (place) => {
  let box = place.getBoundingClientRect();
  /** @type {Node | null} */
  let node = place instanceof Range ? place.startContainer : null;
  for (; node && !box.width && !box.height; node = parentOf(node)) if (node instanceof Element) box = node.getBoundingClientRect();
  return box;
};

/**
 * How far to scroll along an axis: to the centre, or for what is longer than the scroller to its beginning.
 *
 * @param {number} start of the place
 * @param {number} length of the place
 * @param {number} from where the scroller begins
 * @param {number} room of the scroller
 * @param {number} margin within which the place is not well in sight
 * @param {boolean} backwards whether the axis begins at its far end
 */
const distance = (start, length, from, room, margin, backwards) => {
  if (start >= from + margin - 1 && start + length <= from + room - margin + 1) return 0;
  const spare = room - length;
  return start - from - (spare > 0 ? spare / 2 : backwards ? spare : 0);
};

/**
 * Brings a place into each of its scroll containers, the page last.
 *
 * @param {Range | Element} place
 * @param {ScrollBehavior} behavior of the page; what scrolls within it jumps
 * @param {number} [margin] for which share of a scroller the place must be away from its ends, where its lines follow one
 *   another: a page may have something fixed there
 * @returns {boolean} whether anything scrolled by now
 */
const centre = (place, behavior, margin = 0.1) => {
  const page = document.scrollingElement ?? document.documentElement;
  const start = place instanceof Range ? place.startContainer : place;
  const { writingMode, direction } = getComputedStyle(/** @type {Element} */ (start instanceof Element ? start : parentOf(start)));
  const vertical = !writingMode.startsWith('horizontal');
  const [backX, backY] = vertical ? [writingMode.endsWith('-rl'), direction === 'rtl'] : [direction === 'rtl', false];
  let scrolled = false;
  /** @param {Element} scroller @param {string} overflowX @param {string} overflowY @param {number} left @param {number} top @param {number} width @param {number} height */
  const scroll = (scroller, overflowX, overflowY, left, top, width, height) => {
    const box = boxOf(place);
    // What a page hides it may have its own way to show: it scrolls only as far as it must.
    const scrolls = /auto|scroll/;
    const x = distance(box.left, box.width, left, width, vertical && scrolls.test(overflowX) ? margin * width : 0, backX);
    const y = distance(box.top, box.height, top, height, !vertical && scrolls.test(overflowY) ? margin * height : 0, backY);
    if (!x && !y) return;
    const { scrollLeft, scrollTop } = scroller;
    // Not scrollBy, which in WebKit ends elsewhere if a smooth scroll is under way; and not the element's own method, which
    // Prototype.js replaces.
    /** @type {(options: ScrollToOptions) => void} */ (Element.prototype.scrollTo).call(scroller, {
      left: scrollLeft + x,
      top: scrollTop + y,
      behavior: scroller === page ? behavior : 'instant',
    });
    scrolled ||= scroller.scrollLeft !== scrollLeft || scroller.scrollTop !== scrollTop;
  };
  // The overflow of the body is the page's, unless the root element has one of its own.
  const isBodyPage = getComputedStyle(document.documentElement).overflowY === 'visible';
  for (let node = parentOf(start); node; node = parentOf(node)) {
    if (!(node instanceof Element) || node === page || (node === document.body && isBodyPage)) continue;
    const { overflowX, overflowY } = getComputedStyle(node);
    const [canX, canY] = [node.scrollWidth > node.clientWidth, node.scrollHeight > node.clientHeight];
    if (!/auto|scroll|hidden/.test(`${canX && overflowX} ${canY && overflowY}`)) continue;
    const { left, top } = node.getBoundingClientRect();
    scroll(node, canX ? overflowX : '', canY ? overflowY : '', left + node.clientLeft, top + node.clientTop, node.clientWidth, node.clientHeight);
  }
  scroll(page, 'auto', 'auto', 0, 0, innerWidth, innerHeight);
  return scrolled;
};

/** Ends the watch over the last place. */
let release = () => {};

/** Scrolls a place to the centre, and keeps it in sight while the page is still being laid out. @param {Range | Element} place */
export const scrollToCentre = (place) => {
  release();
  centre(place, matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth', Infinity);
  let { left, top } = boxOf(place);
  let still = 0;
  let steps = 0;
  const timer = setInterval(() => {
    const box = boxOf(place);
    still = Math.abs(box.left - left) + Math.abs(box.top - top) < 1 ? still + STEP_MS : 0;
    ({ left, top } = box);
    if (still > WATCH_MS || ++steps > MOST_STEPS) release();
    // Not while it is scrolling.
    else if (still && centre(place, 'instant')) still = 0;
  }, STEP_MS);
  release = () => {
    clearInterval(timer);
    for (const type of TAKEOVER) removeEventListener(type, release, true);
  };
  for (const type of TAKEOVER) addEventListener(type, release, { capture: true, passive: true });
};
