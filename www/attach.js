/**
 * Gives articles their button: each that matches the selector in `data-auto` on the script's own tag. `data-position` says
 * where: after (the headline, and what belongs to it), before, end (of the article) or both (after and end).
 */
import { articleOf } from './article.js';
import { isTooShort } from './too-short.js';

const TAG = 'nut-graf';

/** What belongs to the headline and stands after it. */
const STANDFIRST = '[class*=standfirst i],[class*=subtitle i],[class*=deck i],[class*=byline i],[role=doc-subtitle],time';

/**
 * Articles that were examined: `true` means never again, so that one whose button the page removed stays without. A number is
 * the length of the text of one that was too short for a button: it is examined again when that has changed.
 *
 * @type {WeakMap<Element, true | number>}
 */
const examined = new WeakMap();

/** @param {Element} article @param {string} position */
const insert = (article, position) => {
  const headline = article.querySelector('h1') ?? article.querySelector(':scope > header');
  const head = headline?.closest('header,hgroup');
  let place = head && head !== article && article.contains(head) ? head : headline;
  if (position !== 'end') {
    const button = document.createElement(TAG);
    if (position === 'before' && place) place.before(button);
    else {
      while (place?.nextElementSibling?.matches(STANDFIRST)) place = place.nextElementSibling;
      if (place) place.after(button);
      else article.prepend(button);
    }
  }
  if (/end|both/.test(position)) article.append(document.createElement(TAG));
};

/** @param {string} selector @param {string} position */
const attach = (selector, position) => {
  const targets = new Set(Array.from(document.querySelectorAll(TAG), articleOf));
  for (const article of document.querySelectorAll(selector)) {
    const length = examined.get(article) === true || article.textContent.length;
    if (examined.get(article) === length) continue;
    const isShort = isTooShort(article);
    examined.set(article, !isShort || length);
    // An article within an article is a comment on it.
    if (isShort || targets.has(article) || article.querySelector(TAG) || article.parentElement?.closest(selector)) continue;
    insert(article, position);
  }
};

/** @type {MutationObserver[]} */
const observers = [];

/** @param {string} selector @param {string} [position] */
const watch = (selector, position = 'after') => {
  try {
    attach(selector, position);
  } catch {
    console.warn(`nutgraf: data-auto="${selector}" is no selector`);
    return;
  }
  // News sites load the next article while the reader scrolls.
  const observer = new MutationObserver(() => attach(selector, position));
  observer.observe(document, { childList: true, subtree: true });
  observers.push(observer);
};

/** Articles added from now on get no button; those that have one keep it. */
export const stop = () => {
  for (const observer of observers.splice(0)) observer.disconnect();
};

/** Does what the tag of the script at `url` asks for. @param {string} url */
export const attachByScript = (url) => {
  for (const { dataset, src } of document.scripts) {
    // A module's address is the one after redirects, which the tag does not know.
    if (dataset.auto && (src === url || /nutgraf/.test(src))) watch(dataset.auto, dataset.position);
  }
};
