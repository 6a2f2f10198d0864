/**
 * Gives articles their button: each that matches a selector. `position` says where: after (the headline, and what belongs to
 * it), before, end (of the article) or both (after and end).
 *
 * A framework that hydrates the page compares it with what it renders, and a node that it does not know is an error to it.
 * So the first buttons come when that is over, some time after the page has loaded.
 */
import { articleOf } from './article.js';
import { closest } from './closest.js';
import { isArticle } from './page-kind.js';
import { SENTENCE_WORDS, wordsOf } from './too-short.js';

const TAG = 'nut-graf';

/**
 * The milliseconds between two looks whether the page has loaded, and from the look at which it had to the first buttons;
 * `wait` has another number, and 0 where nothing hydrates the page. How many looks at most: a page may load for ever.
 */
const WAIT_MS = 400;
const MOST_LOOKS = 12;

/** What each button gets, if it is given. */
const PROPERTIES = /** @type {const} */ (['type', 'length', 'label', 'lang']);

/** How often a button is put back at most: a page could remove it each time. */
const MOST_TIMES = 99;

/** What belongs to the headline and stands after it; src/bin/nutgraf/inject/place.rs has the same. */
const STANDFIRST = '[class*=standfirst i],[class*=subtitle i],[class*=deck i],[class*=byline i],[role=doc-subtitle],time';

/** What a click opens or follows: no button stands in it. */
const CONTROL = 'a,button,summary,label,[role=button],[role=link]';
/** What stands around a headline, for the button to come after it. */
const AROUND = `${CONTROL},details,header,hgroup`;

/**
 * What each article got. Beside the button stands a comment, its mark. A page that renders the article anew, or brings its
 * tree up to date, removes both, and the button is put back; a page that wants none removes the button alone, and it stays
 * removed.
 *
 * @typedef {Element & Partial<Record<typeof PROPERTIES[number], string>>} Button
 * @typedef {{ mark: Node, buttons: Button[], text?: string | null, times?: number }} Placed
 */

/** Words for screen readers alone are a pixel high: they rank below all others. @param {HTMLElement} heading */
const rankOf = ({ offsetHeight, localName }) => +(offsetHeight < 2) + localName;

/** The first heading of the highest rank before the text begins. @param {Element} article */
const headlineOf = (article) => {
  /** @type {HTMLElement[]} */
  const headings = [];
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll('p,h1,h2,h3,[itemprop=headline]'))) {
    if (node.localName !== 'p') {
      if (!node.closest('aside,nav')) headings.push(node);
    } else if (wordsOf(node) > SENTENCE_WORDS) break;
  }
  // Of one alone the rank, which takes a layout, is never asked.
  return headings.sort((one, other) => rankOf(one).localeCompare(rankOf(other)))[0];
};

/** What each call knows that was not stopped. @type {Set<object>} */
const running = new Set();

/** Articles added from now on get no button, by whatever call; those that have one keep it. */
export const stop = () => running.clear();

/**
 * @param {string} selector of articles
 * @param {import('./types/nutgraf.js').AutoOptions} [options]
 * @returns {() => void} as `stop`, for this call alone
 */
export const auto = (selector, options = {}) => {
  const { position, wait = WAIT_MS } = options;
  // The end first, so that the mark is with the other.
  const places = position === 'both' ? ['end', 'after'] : [position];
  // What is no selector is found out at once.
  document.querySelector(selector);
  /** @type {WeakMap<Element, Placed>} */
  const known = new WeakMap();
  /** To be examined. @type {Set<Element | null | undefined>} */
  const articles = new Set();

  /** Gives the article its button, if it is to have one and has none. @param {Element | null | undefined} article */
  const examine = (article) => {
    const had = known.get(/** @type {Element} */ (article));
    const times = had?.times ?? 0;
    if (
      !article?.isConnected ||
      times > MOST_TIMES ||
      article.contains(/** @type {Node} */ (had?.mark)) ||
      // An article within an article is a comment on it, one in a link a teaser.
      closest(article.parentNode, `${CONTROL},${selector}`) ||
      // What is none, or too short, is examined again when it has changed.
      !isArticle(article) ||
      [...document.querySelectorAll('nut-graf[for]')].some((host) => articleOf(host) === article)
    ) return;
    const headline = headlineOf(article);
    let place = /** @type {Element | null} */ (headline ?? article.querySelector(':scope>header'));
    for (let node = place; node && node !== article; node = node.parentElement) if (node.matches(AROUND)) place = node;
    const own = article.querySelector(TAG);
    const next = own?.nextSibling;
    const isMarked = next?.nodeValue === TAG;
    // The page has a button of its own, or was copied with the one that it had.
    if (own && !(had && isMarked)) {
      known.set(article, { mark: isMarked ? next : article, buttons: [] });
      return;
    }
    own?.remove();
    const text = headline?.textContent;
    const mark = new Comment(TAG);
    const buttons = places.map((where, at) => {
      // Another headline is another story.
      const button = (had?.text === text && had?.buttons[at]) || /** @type {Button} */ (document.createElement(TAG));
      for (const name of PROPERTIES) if (options[name]) button[name] = options[name];
      if (where === 'end') article.append(button, mark);
      else if (!place) article.prepend(button, mark);
      else if (where === 'before') place.before(button, mark);
      else {
        while (place.nextElementSibling?.matches(STANDFIRST)) place = place.nextElementSibling;
        place.after(button, mark);
      }
      return button;
    });
    known.set(article, { mark, buttons, text, times: times + 1 });
  };

  const look = () => {
    articles.forEach(examine);
    articles.clear();
  };
  /** @param {{ target: Node, addedNodes: Iterable<Node> }[]} records */
  const collect = (records) => {
    if (!running.has(known)) return observer.disconnect();
    // Changes come in bursts: once a frame is enough.
    if (!articles.size) requestAnimationFrame(look);
    for (const { target, addedNodes } of records) {
      // Of what was there before only the article around it, which may be what a text is in.
      articles.add(closest(target, selector));
      for (const node of /** @type {Iterable<Element>} */ (addedNodes)) {
        enter(node);
        node.querySelectorAll?.('*').forEach(enter);
      }
    }
  };
  const observer = new MutationObserver(collect);
  /** Collects what is in a document or an open shadow tree, and what will be added to it. @param {Node} root */
  const watch = (root) => {
    collect([{ target: root, addedNodes: root.childNodes }]);
    // News sites load the next article while the reader scrolls.
    observer.observe(root, { childList: true, subtree: true, characterData: true });
  };
  /** @param {Element} node that was added, which may be a text after all */
  const enter = (node) => {
    if (node.matches?.(selector)) articles.add(node);
    if (node.shadowRoot) watch(node.shadowRoot);
    // Its shadow tree comes with its definition, which no record tells.
    if (node.matches?.(':not(:defined)')) customElements.whenDefined(node.localName).then(() => enter(node));
  };
  const start = async () => {
    for (let looks = +wait && MOST_LOOKS; looks--; ) {
      if (document.readyState === 'complete') looks = 0;
      await new Promise((done) => setTimeout(done, +wait));
    }
    watch(document);
  };
  running.add(known);
  start();
  return () => {
    running.delete(known);
  };
};
