/**
 * What a page loads: defines <nut-graf>, and with `data-auto="<selector>"` on its own script tag gives each matching
 * article one; where it stands is told by `data-position`: after (the headline, and what belongs to it), before, end (of
 * the article) or both (after and end).
 */
import { articleOf } from './article.js';
import { NutGraf } from './element.js';
import { isTooShort } from './worth.js';

export { NutGraf };

const TAG = 'nut-graf';

/** What belongs to the headline and stands after it. */
const STANDFIRST = '[class*=standfirst i],[class*=subtitle i],[class*=deck i],[class*=byline i],[role=doc-subtitle],time';

// A second copy of this script, or another version, leaves the first in charge.
if (!customElements.get(TAG)) customElements.define(TAG, NutGraf);

/**
 * Articles that were looked at: one whose button the page removed stays without. Of one that was too short for a button how
 * much text it had: it is looked at again when it has more.
 *
 * @type {WeakMap<Element, true | number>}
 */
const seen = new WeakMap();

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
  const pointed = new Set(Array.from(document.querySelectorAll(TAG), articleOf));
  for (const article of document.querySelectorAll(selector)) {
    const length = seen.get(article) === true || article.textContent.length;
    if (seen.get(article) === length) continue;
    const isShort = isTooShort(article);
    seen.set(article, !isShort || length);
    // An article within an article is a comment on it.
    if (isShort || pointed.has(article) || article.querySelector(TAG) || article.parentElement?.closest(selector)) continue;
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

/** No article that comes from now on gets a button of its own accord; those that have one keep it. */
export const stop = () => {
  for (const observer of observers.splice(0)) observer.disconnect();
};

for (const script of document.scripts) {
  const { auto, position } = script.dataset;
  // A module's address is the one after redirects, which the tag does not know.
  if (auto && (script.src === import.meta.url || /nutgraf/.test(script.src))) watch(auto, position);
}
