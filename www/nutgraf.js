/**
 * What a page loads: defines <nut-graf>, and with `data-auto="<selector>"` on its own script tag gives each matching
 * article one.
 */
import { NutGraf, articleOf } from './element.js';

export { NutGraf };

const TAG = 'nut-graf';

/** What belongs to the headline and stands after it. */
const STANDFIRST = '[class*=standfirst i],[class*=subtitle i],[class*=deck i],[class*=byline i],[role=doc-subtitle],time';

// A second copy of this script, or another version, leaves the first in charge.
if (!customElements.get(TAG)) customElements.define(TAG, NutGraf);

/** Articles that were looked at: one whose button the page removed stays without. @type {WeakSet<Element>} */
const seen = new WeakSet();

/** @param {Element} article */
const insert = (article) => {
  const headline = article.querySelector('h1') ?? article.querySelector(':scope > header');
  const head = headline?.closest('header,hgroup');
  let place = head && head !== article && article.contains(head) ? head : headline;
  while (place?.nextElementSibling?.matches(STANDFIRST)) place = place.nextElementSibling;
  const button = document.createElement(TAG);
  if (place) place.after(button);
  else article.prepend(button);
};

/** @param {string} selector */
const attach = (selector) => {
  const pointed = new Set(Array.from(document.querySelectorAll(TAG), articleOf));
  for (const article of document.querySelectorAll(selector)) {
    if (seen.has(article)) continue;
    seen.add(article);
    // An article within an article is a comment on it.
    if (pointed.has(article) || article.querySelector(TAG) || article.parentElement?.closest(selector)) continue;
    insert(article);
  }
};

/** @param {string} selector */
const watch = (selector) => {
  try {
    attach(selector);
  } catch {
    console.warn(`nutgraf: data-auto="${selector}" is not a valid selector`);
    return;
  }
  // News sites load the next article while the reader scrolls.
  new MutationObserver(() => attach(selector)).observe(document, { childList: true, subtree: true });
};

for (const script of document.scripts) {
  const { auto } = script.dataset;
  // A module's address is the one after redirects, which the tag does not know.
  if (auto && (script.src === import.meta.url || /nutgraf/.test(script.src))) watch(auto);
}
