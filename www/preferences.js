/** The length and layout that the reader chose, kept for the next article. Without storage it lasts as long as the page. */

/** @typedef {import('./element.js').NutGraf} NutGraf */

const KEY = 'nutgraf';

/** What is stored, and its valid values: the storage can hold anything. */
const CHOICES = { length: ['short', 'medium', 'long'], shape: ['bullets', 'paragraph'] };

/** @typedef {keyof typeof CHOICES} Choice */

/** @type {Map<string, string> | undefined} */
let known;

/** By attribute. Reads the storage at the first call. @returns {Map<string, string>} */
export const preferences = () => {
  if (known) return known;
  const found = (known = new Map());
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    for (const name of /** @type {Choice[]} */ (Object.keys(CHOICES))) {
      if (Object.hasOwn(stored, name) && CHOICES[name].includes(stored[name])) found.set(name, stored[name]);
    }
  } catch {
    // No storage, or something else in it.
  }
  return found;
};

/** Stores the reader's choice, and makes it the widget's. @param {NutGraf} host @param {Choice} name @param {string} value */
export const setPreference = (host, name, value) => {
  preferences().set(name, value);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(preferences())));
  } catch {
    // Full or forbidden.
  }
  host.setAttribute(name, value);
};
