/**
 * Walks the live page: everything that touches the tree, in one call, because each call from WebAssembly that carries
 * a string costs more than a step of the walk. src/page/dom.rs reads the stream that this writes.
 *
 * The stream is one string. Each event begins with a control character: 0 enters an element that begins a block (its name,
 * then, each after a 1, its class, id, role and itemprop), 2 enters what stands in a line (`a` a link, `b` a button or a
 * drawing, `s` what may be the mark of a note), 3 leaves any of them, 4 is a line break, or an element that holds no text of a story (its name), 5 a text node, 6 the
 * page's titles (what it tells those who share it, that of its linked data, its own, the site's name, its only first-rank
 * heading where that stands elsewhere) and its description, with a 1 between, 7 its language, 8 the text that stands for an image. Text holds none of them.
 */

/** What takes part in the layout but is `visibility: hidden` is not shown either. */
const WISHES = { visibilityProperty: true };

const HTML = 'http://www.w3.org/1999/xhtml';

/** @param {string} text */
// eslint-disable-next-line no-control-regex -- they are what this is about
const clean = (text) => text.replace(/[\0-\x08]/g, '\ufffd');

/** What a reader unfolds, and the browser when it finds something in it. */
const FOLDED = 'details:not([open]),[hidden=until-found]';

/** @param {Element} element */
const isShown = (element) => {
  if (element.checkVisibility?.(WISHES)) return true;
  const { display, visibility } = getComputedStyle(element);
  if (display === 'contents') return true;
  // No box is not hidden yet. Browsers before 2024 do not have the call.
  return display !== 'none' && visibility !== 'hidden' && (!element.checkVisibility || Boolean(element.parentElement?.closest(FOLDED)));
};

/** @param {Element} element */
const isPassedOver = (element) => element.getAttribute('aria-hidden') === 'true';

/**
 * Whether an element that assistive technology passes over holds the story all the same, as while a dialog is open: the
 * headline or the main part of the page, or most of its paragraphs.
 *
 * @param {Element} element
 */
const holdsStory = (element) => {
  const all = element.ownerDocument.getElementsByTagName('p').length;
  return (
    element.matches('h1,main,[role=main]') ||
    element.querySelector('h1,main,[role=main]') ||
    (all > 2 && 2 * element.getElementsByTagName('p').length > all)
  );
};

/** @param {Node | null} node */
const isText = (node) => node?.nodeType === Node.TEXT_NODE && /[^ \t\n\r\f]/.test(/** @type {Text} */ (node).data);

/** @param {Element} element */
const attributesOf = (element) => {
  let found = '';
  for (const name of ['class', 'id', 'role', 'itemprop']) found += `\x01${clean(element.getAttribute(name) ?? '')}`;
  return found;
};

/** The first headline in the page's linked data. @param {Document} page */
const linkedHeadline = (page) => {
  for (const { textContent } of page.querySelectorAll("script[type*='ld+json']")) {
    const [, headline] = /"headline"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(textContent ?? '') ?? [];
    try {
      if (headline) return JSON.parse(headline.replace(/\s/g, ' '));
    } catch {
      // Broken escapes: the other titles will do.
    }
  }
  return '';
};

/** The content of a `meta` element. @param {Document} page @param {string} selector */
const contentOf = (page, selector) => page.querySelector(selector)?.getAttribute('content') ?? '';

/** The page's titles, and what it says it is about. @param {Document} page @param {Element} root */
const titlesOf = (page, root) => {
  const meta = (/** @type {string} */ name) => contentOf(page, `meta[property='og:${name}']`);
  const [heading, another] = page.querySelectorAll('h1');
  const elsewhere = heading && !another && !root.contains(heading) ? heading.textContent : '';
  const description = contentOf(page, "meta[name='description']") || meta('description');
  return [meta('title'), linkedHeadline(page), page.title, meta('site_name'), elsewhere, description].map((title) => clean(title ?? '')).join('\x01');
};

/** The language in force, across the borders of shadow trees. @param {Element} element @returns {string} */
const languageOf = (element) => {
  const declared = element.closest('[lang]')?.getAttribute('lang');
  const host = declared == null && /** @type {ShadowRoot} */ (element.getRootNode()).host;
  return host ? languageOf(host) : (declared ?? '');
};

/** Whether the style draws the marks of a quotation, which has none of its own. @param {Element} element */
const isQuoted = (element) => !/^\s*["“”„‟«»‹›「」『』＂]/.test(element.textContent ?? '') && /quote|"[^"]/.test(getComputedStyle(element, '::before').content);

/**
 * What an element that stands in a line is to the reader of the stream: the letters of the events that enter it.
 *
 * @param {Element} element
 * @param {string} name
 */
const lettersOf = (element, name) => {
  // Only links that lead to a place on the page may be marks of notes.
  if (name === 'a') return element.getAttribute('href')?.includes('#') ? 'sa' : 'a';
  if (name === 'button' || name === 'svg') return 'b';
  return name === 'sup' ? 's' : '';
};

/**
 * What the reader sees of an element: slots filled, open shadow roots entered, hidden elements left out.
 *
 * @param {Element} root
 * @param {string} never names of elements that hold no text of an article, by spaces
 * @param {string} inline names of elements that stand in a line, by spaces
 * @param {string} block names of elements that begin a block, by commas
 * @param {Node[]} nodes gets the text nodes and images of the stream, in its order
 */
export function walk(root, never, inline, block, nodes) {
  const isNever = new Set(never.split(' '));
  const isInline = new Set(inline.split(' '));
  const isBlock = new Set(block.split(','));
  // Whether text came since the last border of a block: before any, white space is nothing.
  let growing = false;
  /** Of custom elements, and of those that stand beside text, the style says it. @param {Element} element @param {string} name */
  const standsInLine = (element, name) => {
    if (isInline.has(name)) return true;
    if (isBlock.has(name) && !growing && !isText(element.nextSibling)) return false;
    if (element.namespaceURI !== HTML) return true;
    if (element.querySelector(block) || element.shadowRoot?.querySelector(block)) return false;
    return /^(inline|contents|ruby)/.test(getComputedStyle(element).display);
  };
  let stream = `\x06${titlesOf(root.ownerDocument, root)}\x07${clean(languageOf(root))}`;
  // A stack of its own: a deep page must not overflow the real one. `node` is the next to visit; the siblings after it
  // follow, unless it stands alone.
  /** @type {{ node: Node | null, alone: boolean, begins: boolean, end: string, quoted?: Element }[]} */
  const stack = [{ node: root, alone: true, begins: false, end: '' }];
  for (let top; (top = stack.at(-1)); ) {
    const { node } = top;
    if (!node) {
      stream += top.end;
      if (top.quoted) nodes.push(top.quoted);
      growing &&= !top.begins;
      stack.pop();
      continue;
    }
    top.node = top.alone ? null : node.nextSibling;
    // By number, not `instanceof`: a node adopted from a frame is of that frame's classes.
    const { nodeType } = node;
    if (nodeType === Node.TEXT_NODE || nodeType === Node.CDATA_SECTION_NODE) {
      const { data } = /** @type {Text} */ (node);
      if (growing || /[^ \t\n\r\f]/.test(data)) {
        growing = true;
        stream += `\x05${clean(data)}`;
        nodes.push(node);
      }
      continue;
    }
    if (nodeType !== Node.ELEMENT_NODE) continue;
    const element = /** @type {Element} */ (node);
    const name = element.localName;
    if (name === 'br') stream += '\x04';
    else if (isNever.has(name) || name === 'img' || name === 'button') stream += `\x04${name}`;
    if (name === 'br' || isNever.has(name)) continue;
    // Most drawings are icons, and what is longer than any emoji is no sign of a sentence.
    if (name === 'svg' && !element.querySelector('text')) continue;
    const sign = name === 'img' ? (element.getAttribute('alt') ?? '') : undefined;
    if (sign === '' || Number(sign?.length) > 20) continue;
    const begins = !standsInLine(element, name);
    const bare = !element.hasAttributes();
    // The style of an inline element without attributes is that of its surroundings, as good as always. Of a formula
    // there is often one that is drawn and one that is read: this one, seen or not.
    if ((begins || !bare) && name !== 'math' && ((isPassedOver(element) && !holdsStory(element)) || !isShown(element))) {
      if (!begins) for (const math of [...element.querySelectorAll('math')].reverse()) stack.push({ node: math, alone: true, begins: false, end: '' });
      continue;
    }
    if (sign) {
      stream += `\x08${clean(sign)}`;
      nodes.push(node);
      continue;
    }
    growing &&= !begins;
    const letters = begins ? '' : lettersOf(element, name);
    if (begins) stream += `\0${name}${bare ? '' : attributesOf(element)}`;
    else if (letters) stream += letters.replace(/./g, '\x02$&');
    const given = name === 'slot' ? /** @type {HTMLSlotElement} */ (element).assignedNodes?.() ?? [] : [];
    const quoted = name === 'q' && isQuoted(element) ? element : undefined;
    if (quoted) {
      stream += '\x08“';
      nodes.push(quoted);
    }
    // What was entered is left again.
    const end = quoted ? '\x08”' : begins ? '\x03' : letters && '\x03'.repeat(letters.length);
    stack.push({ node: given.length > 0 ? null : (element.shadowRoot ?? element).firstChild, alone: false, begins, end, quoted });
    for (const each of given.reverse()) stack.push({ node: each, alone: true, begins: false, end: '' });
  }
  return stream;
}

/** Farther than so many pixels to the left or above a page is out of sight. */
const OUT_OF_SIGHT = -500;

/** The element around a node as it is shown. @param {Node} node @returns {Element | undefined} */
const around = (node) => /** @type {Element} */ (node).assignedSlot ?? node.parentElement ?? /** @type {ShadowRoot | null} */ (node.parentNode)?.host;

/** @param {Element | null} element */
const initialOf = (element) => element?.textContent?.match(/[\p{L}\p{N}]/u)?.[0];

/**
 * Whether an element says to screen readers what the one beside it, which they pass over, shows: what is seen is not read
 * (`isPassedOver`), so this is.
 *
 * @param {Element} element
 */
const standsForNeighbour = (element) =>
  [element.previousElementSibling, element.nextElementSibling].some((other) => other && isPassedOver(other) && initialOf(other) && initialOf(other) === initialOf(element));

/** Whether nothing is seen of an element's box. @param {Element} element @param {CSSStyleDeclaration} style @param {boolean} apart */
const isCutOff = (element, style, apart) => {
  if (apart) {
    const [top, right, bottom, left] = style.clip.match(/-?[\d.]+/g) ?? [];
    if (Number(bottom) <= Number(top) || Number(right) <= Number(left)) return true;
    const box = element.getBoundingClientRect();
    const isOutside = box.right + scrollX <= 0 || box.bottom + scrollY <= 0 || box.left + scrollX > innerWidth - OUT_OF_SIGHT;
    if (isOutside && [style.left, style.top, style.right].some((side) => parseFloat(side) < OUT_OF_SIGHT)) return true;
  }
  if (style.transform.startsWith('matrix(0, 0, 0, 0,') || /^(inset\((50|100)%|circle\(0)/.test(style.clipPath)) return true;
  // The page's own overflow is the window's.
  const { offsetWidth, offsetHeight } = /** @type {HTMLElement} */ (element);
  return style.overflowY !== 'visible' && (offsetWidth < 2 || offsetHeight < 2) && !element.matches('html,body');
};

/** Whether a text in an element with this style is seen. @param {CSSStyleDeclaration} style */
const isLegible = (style) =>
  parseFloat(style.fontSize) >= 2 && !(parseFloat(style.textIndent) < OUT_OF_SIGHT) && (!/^rgba.*, 0\)$/.test(style.color) || style.backgroundClip.includes('text'));

/**
 * How an element with what is in it stands on the page.
 *
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 */
const sightOf = (element, style) => {
  const apart = /^(abs|fix)/.test(style.position);
  if (style.textDecorationLine.includes('line-through')) return 2;
  if (isCutOff(element, style, apart) && !standsForNeighbour(element)) return 2;
  // What is animated is there to be faded in.
  return Number(style.opacity) < 0.02 && (apart || !/[1-9]/.test(style.transitionDuration + style.animationDuration)) ? 1 : 0;
};

/** Whether an element has nothing by which a page tells it from others, so that its style is that of its surroundings. @param {Element} element */
const isPlain = (element) => !element.hasAttributes() && !/^(s|del|strike)$/.test(element.localName);

/**
 * How texts and images stand on the page: 0 seen, 1 transparent, 2 cut off, out of sight, without size or struck out. Asked
 * of the few that are to be shown: the style of every element would cost as much as the walk.
 *
 * @param {Node[]} nodes
 * @param {Uint32Array} numbers which of them
 */
export function look(nodes, numbers) {
  /** Of an element, how it stands on the page, and how its text does. @type {Map<Element, [element: number, text: number]>} */
  const known = new Map();
  return Uint8Array.from(numbers, (number) => {
    const path = [];
    let element = around(nodes[number]);
    for (; element && !known.has(element); element = around(element)) {
      if (element.localName === 'math') return 0;
      path.push(element);
    }
    let [sight, text] = (element && known.get(element)) ?? [0, 0];
    for (const each of path.reverse()) {
      if (!isPlain(each)) {
        const style = getComputedStyle(each);
        sight = Math.max(sight, sightOf(each, style));
        text = isLegible(style) ? sight : 2;
      }
      known.set(each, [sight, text]);
    }
    return text;
  });
}

/**
 * The range from one place to another. Offsets in UTF-16 units.
 *
 * @param {Node[]} nodes
 * @param {number} first index of the node it begins in
 * @param {number} from
 * @param {number} last
 * @param {number} to
 */
export function range(nodes, first, from, last, to) {
  const found = new Range();
  // An image has no place inside.
  if (nodes[first].nodeType === Node.ELEMENT_NODE) found.setStartBefore(nodes[first]);
  else found.setStart(nodes[first], from);
  if (nodes[last].nodeType === Node.ELEMENT_NODE) found.setEndAfter(nodes[last]);
  else found.setEnd(nodes[last], to);
  return found;
}
