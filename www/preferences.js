/** The length and layout that the reader chose, kept for the next article. Without storage it lasts as long as the page. */

/** @typedef {import('./element.js').NutGraf} NutGraf */

const KEY = 'nutgraf';

/** What may be kept, and the only values it may have: a store can hold anything. */
const CHOICES = { length: ['short', 'medium', 'long'], shape: ['bullets', 'paragraph'] };

/** @typedef {keyof typeof CHOICES} Choice */

/** @type {Map<string, string> | undefined} */
let chosen;

/** What is chosen; a first look into the storage can take a slow phone 20 ms. @returns {Map<string, string>} */
export const preferences = () => {
  if (chosen) return chosen;
  const found = (chosen = new Map());
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    for (const name of /** @type {Choice[]} */ (Object.keys(CHOICES))) {
      if (Object.hasOwn(stored, name) && CHOICES[name].includes(stored[name])) found.set(name, stored[name]);
    }
  } catch {
    // No storage here, or something else in it.
  }
  return found;
};

/** @type {WeakSet<NutGraf>} */
const recalled = new WeakSet();

/** Gives a widget, when it first opens, what the reader chose before. @param {NutGraf} host */
export const recall = (host) => {
  if (recalled.has(host)) return;
  recalled.add(host);
  for (const [name, value] of preferences()) host.setAttribute(name, value);
};

/** @param {NutGraf} host @param {Choice} name @param {string} value */
export const choose = (host, name, value) => {
  preferences().set(name, value);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(preferences())));
  } catch {
    // Full or forbidden: the choice lasts as long as the page.
  }
  host.setAttribute(name, value);
};
