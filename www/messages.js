/** The widget's labels with values filled in. */

/**
 * @param {string} template with `{name}` for each value
 * @param {Record<string, string | number>} values
 */
export const formatMessage = (template, values) =>
  template.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? `${values[name]}` : whole));

/** Tags of languages that do not use the digits 0 to 9, or that ask for digits themselves (`-u-nu-…`). */
const OTHER_DIGITS = /^fa|-u-/;

/**
 * Avoids Intl where it can: its first use takes a slow phone 100 ms.
 *
 * @param {number} value below a thousand
 * @param {string} lang
 */
export const formatNumber = (value, lang) => (OTHER_DIGITS.test(lang) ? value.toLocaleString(lang) : `${value}`);

/**
 * As text. News in Arabic has the digits 0 to 9 as often as not, and which ones browsers take by themselves depends on their age.
 *
 * @param {number} share from 0 to 1
 * @param {string} lang
 */
export const formatPercent = (share, lang) => share.toLocaleString(/^ar(?!.*-u-)/.test(lang) ? `${lang}-u-nu-latn` : lang, { style: 'percent' });

/** Announces the summary. @param {import('./labels.js').Labels} labels @param {number} count of its sentences */
export const readyMessage = ({ lang, ready }, count) => {
  const hasMoreForms = Object.keys(ready).some((form) => !/one|other/.test(form));
  const form = hasMoreForms ? new Intl.PluralRules(lang).select(count) : count === 1 ? 'one' : 'other';
  return formatMessage(ready[form] ?? ready.other, { count: formatNumber(count, lang) });
};
