/** The widget's labels with values filled in. */

/**
 * @param {string} template with `{name}` for each value
 * @param {Record<string, string | number>} values
 */
export const formatMessage = (template, values) =>
  template.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? `${values[name]}` : whole));

/** Languages that do not use the digits 0 to 9. */
const OTHER_DIGITS = /^(ar|fa)/;

/**
 * Avoids Intl where it can: its first use takes a slow phone 100 ms.
 *
 * @param {number} value below a thousand
 * @param {string} lang
 */
export const formatNumber = (value, lang) => (OTHER_DIGITS.test(lang) ? value.toLocaleString(lang) : `${value}`);

/** Announces the summary. @param {import('./labels.js').Labels} labels @param {number} count of its sentences */
export const readyMessage = ({ lang, ready }, count) => {
  const form = 'few' in ready ? new Intl.PluralRules(lang).select(count) : count === 1 ? 'one' : 'other';
  return formatMessage(ready[form] ?? ready.other, { count: formatNumber(count, lang) });
};
