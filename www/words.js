/** Filling in the widget's words. */

/**
 * @param {string} template with `{name}` for each value
 * @param {Record<string, string | number>} values
 */
export const fill = (template, values) =>
  template.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? `${values[name]}` : whole));

/** @param {import('./labels.js').Labels} labels @param {number} count how many sentences are ready */
export const ready = ({ lang, ready }, count) => {
  const form = new Intl.PluralRules(lang).select(count);
  return fill(ready[form] ?? ready.other, { count: count.toLocaleString(lang) });
};

/** A text without what only lays it out. @param {string} text */
export const squeeze = (text) => text.replace(/\s+/g, ' ').trim();

/** Enough of a sentence to know it by. @param {string} text */
export const beginning = (text) => {
  const characters = Array.from(text.slice(0, 120));
  if (characters.length <= 40) return text;
  return `${characters.slice(0, 40).join('').replace(/\s+\S*$/, '')}…`;
};
