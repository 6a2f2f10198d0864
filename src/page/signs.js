/**
 * What a live page says of its kind outside its text, in one call; src/page/signs.rs reads it, and finds the same in HTML.
 */

const FIELDS = 'input,select,textarea';
const BUTTONS = 'button,input[type=submit],input[type=button]';
/** Inputs that are filled in have none of these types. */
const NOT_FILLED_IN = /^(hidden|submit|button|password)$/i;

/** The address of a page beside the one that links to it, or under it. */
const RELATIVE = /^(?=[.a-z\d])[^/?#:]*(?:[/?#]|$)/i;

/**
 * Texts parted by 1: types, address, title, names, sections, buttons; then what is there, a digit each (date, author, page
 * before or after); then the counts of src/page/signs.rs, in their order, by commas.
 *
 * @param {Element} root
 */
export function signs(root) {
  const page = root.ownerDocument;
  const all = (/** @type {string} */ selector) => [...page.querySelectorAll(selector)];
  const values = (/** @type {string} */ selector, /** @type {string} */ name) =>
    all(selector).map((element) => element.getAttribute(name) ?? '');
  const metaElements = all('meta');
  const metas = (/** @type {string} */ name) =>
    metaElements.filter((meta) => meta.getAttribute('property') === name || meta.getAttribute('name') === name).map((meta) => meta.getAttribute('content') ?? '');
  const has = (/** @type {string} */ selector) => page.querySelector(selector) !== null;
  const data = all('script[type="application/ld+json"]').map(({ textContent }) => textContent ?? '').join('\n');
  const inData = (/** @type {string} */ key) =>
    Array.from(data.matchAll(RegExp(`"${key}"\\s*:\\s*(?:"([^"]*)"|\\[([^\\]]*)\\])`, 'g')), ([, one, several]) => one ?? several);
  const there = [
    data.includes('"datePublished"') || has('[itemprop=datePublished]') || metas('article:published_time').length > 0,
    data.includes('"author"') || has('[rel=author],[itemprop=author]') || metas('author').length + metas('article:author').length > 0,
    has('[rel=next],[rel=prev]'),
  ];
  const inputs = values(FIELDS, 'type');
  const addresses = values('a[href]', 'href');
  const count = (/** @type {string[]} */ texts, /** @type {RegExp} */ pattern) => texts.filter((text) => pattern.test(text)).length;
  const number = (/** @type {string} */ name) => page.getElementsByTagName(name).length;
  const counts = [
    inputs.length - count(inputs, NOT_FILLED_IN),
    count(inputs, /^password$/i),
    number('pre'),
    number('code'),
    number('time'),
    count(addresses, /^(tel|mailto):/),
    count(addresses, /^#/),
    count(addresses, RELATIVE),
  ];
  return [
    [...values('[itemtype]', 'itemtype'), ...inData('@type'), ...metas('og:type').map((type) => `og${type}`)].join('\n'),
    values('link[rel=canonical]', 'href')[0] || metas('og:url')[0] || '',
    page.title,
    [page.body?.className ?? '', ...metas('generator')].join('\n'),
    [...inData('articleSection'), ...metas('article:section')].join('\n'),
    all(BUTTONS).map((button) => (button.getAttribute('value') ?? button.textContent ?? '').trim()).join('\n'),
    there.map(Number).join(''),
    counts.join(','),
  ]
    .map((text) => text.replaceAll('\x01', ' '))
    .join('\x01');
}
