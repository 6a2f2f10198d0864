/** Filling in the widget's words. */

/**
 * @param {string} template with `{name}` for each value
 * @param {Record<string, string | number>} values
 */
export const fill = (template, values) =>
  template.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? `${values[name]}` : whole));

/** Languages with digits of their own. */
const OWN_DIGITS = /^(ar|fa)/;

/** A number below a thousand. The first use of Intl's takes a slow phone 100 ms. @param {number} value @param {string} lang */
export const digits = (value, lang) => (OWN_DIGITS.test(lang) ? value.toLocaleString(lang) : `${value}`);

/** @param {import('./labels.js').Labels} labels @param {number} count how many sentences are ready */
export const ready = ({ lang, ready }, count) => {
  const form = 'few' in ready ? new Intl.PluralRules(lang).select(count) : count === 1 ? 'one' : 'other';
  return fill(ready[form] ?? ready.other, { count: digits(count, lang) });
};

/** Characters of scripts that are written without spaces, and their marks. */
const SOLID = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\u3001-\\u301f\\uff01-\\uff60';
/** Line ends inside words: src/fold.rs knows the same. */
const INSIDE = new RegExp(`([${SOLID}])\\s*[\\n\\r\\u2028\\u2029]\\s*(?=[${SOLID}])|([\\p{L}\\d]-)\\s*[\\n\\r]\\s*(?=[\\p{L}\\d])`, 'gu');

/** A text without what only lays it out. @param {string} text */
export const squeeze = (text) => text.replace(INSIDE, '$1$2').replace(/\s+/g, ' ').trim();

/** Enough of a sentence to know it by. @param {string} text */
export const beginning = (text) => {
  const characters = Array.from(text.slice(0, 120));
  if (characters.length <= 40) return text;
  return `${characters.slice(0, 40).join('').replace(/\s+\S*$/, '')}…`;
};

/** Text that Markdown shows as it is. @param {string} text */
export const escaped = (text) =>
  squeeze(text)
    .replace(/[\\`*_[\]<>&|~]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[#+=-]/, '\\$&');
