/**
 * What a live page says of its kind outside its text, in one call; src/page/signs.rs reads it, and finds the same in HTML.
 */

const BUTTONS = 'button,input[type=submit],input[type=button]';

/** Selectors of what is counted, in the order of the counts in src/page/signs.rs. */
const COUNTED = [
  'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=password]),select,textarea',
  'input[type=password]',
  'pre',
  'code',
  'time',
  'a[href^="tel:"],a[href^="mailto:"]',
  'a[href^="#"]',
];

/** The address of a page beside the one that links to it, or under it. */
const RELATIVE = /^(?=[.a-z\d])[^/?#:]*(?:[/?#]|$)/i;

/**
 * Texts parted by 1: types, address, title, names, sections, buttons; then what is there, a digit each (date, author, page
 * before or after); then the counts by commas.
 *
 * @param {Element} root
 */
export function signs(root) {
  const page = root.ownerDocument;
  const all = (/** @type {string} */ selector) => [...page.querySelectorAll(selector)];
  const values = (/** @type {string} */ selector, /** @type {string} */ name) =>
    all(selector).map((element) => element.getAttribute(name) ?? '');
  const metas = (/** @type {string} */ name) => values(`meta[property="${name}"],meta[name="${name}"]`, 'content');
  const has = (/** @type {string} */ selector) => page.querySelector(selector) !== null;
  const data = all('script[type="application/ld+json"]').map(({ textContent }) => textContent ?? '').join('\n');
  const inData = (/** @type {string} */ key) =>
    Array.from(data.matchAll(RegExp(`"${key}"\\s*:\\s*(?:"([^"]*)"|\\[([^\\]]*)\\])`, 'g')), ([, one, several]) => one ?? several);
  const there = [
    data.includes('"datePublished"') || has('[itemprop=datePublished]') || metas('article:published_time').length > 0,
    data.includes('"author"') || has('[rel=author],[itemprop=author]') || metas('author').length + metas('article:author').length > 0,
    has('[rel=next],[rel=prev]'),
  ];
  const relative = values('a[href]', 'href').filter((address) => RELATIVE.test(address));
  return [
    [...values('[itemtype]', 'itemtype'), ...inData('@type'), ...metas('og:type').map((type) => `og${type}`)].join('\n'),
    values('link[rel=canonical]', 'href')[0] || metas('og:url')[0] || '',
    page.title,
    [page.body?.className ?? '', ...metas('generator')].join('\n'),
    [...inData('articleSection'), ...metas('article:section')].join('\n'),
    all(BUTTONS).map((button) => (button.getAttribute('value') ?? button.textContent ?? '').trim()).join('\n'),
    there.map(Number).join(''),
    [...COUNTED.map((selector) => all(selector).length), relative.length].join(','),
  ]
    .map((text) => text.replaceAll('\x01', ' '))
    .join('\x01');
}
