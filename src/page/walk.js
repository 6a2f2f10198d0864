/**
 * Walks the live page: everything that touches the tree, in one call, because each call from WebAssembly that carries
 * a string costs more than a step of the walk. src/page/dom.rs reads the stream that this writes.
 *
 * The stream is one string. Each event begins with a control character: 0 enters an element that begins a block (its name,
 * then, each after a 1, its class, id, role and itemprop), 2 enters a link, 3 leaves either, 4 is a line break, 5 a text
 * node, 6 the page's title (and after a 1 its description), 7 its language, 8 an element that holds no text (its name). Text holds none of them.
 */

/** The one wish: what takes part in the layout but is `visibility: hidden` is not shown either. */
const WISHES = { visibilityProperty: true };

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
const attributesOf = (element) => {
  let found = '';
  for (const name of ['class', 'id', 'role', 'itemprop']) found += `\x01${clean(element.getAttribute(name) ?? '')}`;
  return found;
};

/** What a page tells those who share it. @param {Document} page @param {string} what */
const told = (page, what) => page.querySelector(what)?.getAttribute('content') ?? '';

/** The page's only first-rank heading, else what it tells those who share it, else its title. @param {Document} page */
const titleOf = (page) => {
  const [heading, another] = page.querySelectorAll('h1');
  if (heading && !another) return heading.textContent ?? '';
  return told(page, "meta[property='og:title']") || page.title;
};

/** The language in force, across the borders of shadow trees. @param {Element} element @returns {string} */
const languageOf = (element) => {
  const declared = element.closest('[lang]')?.getAttribute('lang');
  const host = declared == null && /** @type {ShadowRoot} */ (element.getRootNode()).host;
  return host ? languageOf(host) : (declared ?? '');
};

/**
 * What the reader sees of an element: slots filled, open shadow roots entered, hidden elements left out.
 *
 * @param {Element} root
 * @param {string} never names of elements that hold no text of an article, by spaces
 * @param {string} inline names of elements that begin no block, by spaces
 * @param {Node[]} nodes gets the text nodes of the stream, in its order
 */
export function walk(root, never, inline, nodes) {
  const isNever = new Set(never.split(' '));
  const isInline = new Set(inline.split(' '));
  const page = root.ownerDocument;
  const description = told(page, "meta[name='description']") || told(page, "meta[property='og:description']");
  let stream = `\x06${clean(titleOf(page))}\x01${clean(description)}\x07${clean(languageOf(root))}`;
  // Whether text came since the last border of a block: before any, white space is nothing.
  let growing = false;
  // A stack of its own: a deep page must not overflow the real one. `node` is the next to visit; the siblings after it
  // follow, unless it stands alone.
  /** @type {{ node: Node | null, alone: boolean, begins: boolean, end: string }[]} */
  const stack = [{ node: root, alone: true, begins: false, end: '' }];
  for (let top; (top = stack.at(-1)); ) {
    const { node } = top;
    if (!node) {
      stream += top.end;
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
    else if (isNever.has(name)) stream += `\x08${name}`;
    if (name === 'br' || isNever.has(name)) continue;
    const begins = !isInline.has(name);
    const bare = !element.hasAttributes();
    // The style of an inline element without attributes is that of its surroundings, as good as always.
    if ((begins || !bare) && (element.getAttribute('aria-hidden') === 'true' || !isShown(element))) continue;
    growing &&= !begins;
    if (begins) stream += `\0${name}${bare ? '' : attributesOf(element)}`;
    else if (name === 'a') stream += '\x02';
    const given = name === 'slot' ? /** @type {HTMLSlotElement} */ (element).assignedNodes?.() ?? [] : [];
    const end = begins || name === 'a' ? '\x03' : '';
    stack.push({ node: given.length > 0 ? null : (element.shadowRoot ?? element).firstChild, alone: false, begins, end });
    for (const each of given.reverse()) stack.push({ node: each, alone: true, begins: false, end: '' });
  }
  return stream;
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
  found.setStart(nodes[first], from);
  found.setEnd(nodes[last], to);
  return found;
}
