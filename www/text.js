/** Texts of the article, for display and for formats. */

/** Characters of scripts without spaces between words, and their punctuation. */
export const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\u3001-\\u301f\\uff01-\\uff60';
/** Line breaks that separate no words; src/text/fold.rs has the same rule. */
const INNER_BREAK = new RegExp(`([${UNSPACED}])\\s*[\\n\\r\\u2028\\u2029]\\s*(?=[${UNSPACED}])|([\\p{L}\\d]-)\\s*[\\n\\r]\\s*(?=[\\p{L}\\d])`, 'gu');

/** The text on one line, without the white space that only lays it out. @param {string} text */
export const collapseSpace = (text) => text.replace(INNER_BREAK, '$1$2').replace(/\s+/g, ' ').trim();

/** Full-width punctuation has its space in it, also before a closing mark that is as narrow as others. */
const WITH_SPACE = /[\u3001-\u301f\uff01-\uff60][”’»"')]*$/;

/** What stands between a sentence and the next one. @param {string} text */
export const spaceAfter = (text) => (WITH_SPACE.test(text) ? '' : ' ');

/** @param {string[]} sentences */
export const joinSentences = (sentences) => sentences.map((text, at) => (at < sentences.length - 1 ? text + spaceAfter(text) : text)).join('');

/**
 * The words of a text, and what stands between them. Browsers before 2024 may have no segmenter.
 *
 * @param {string} text
 * @param {string} [language]
 * @returns {{ segment: string, index: number, isWordLike?: boolean }[]}
 */
export const segmentsOf = (text, language) =>
  Intl.Segmenter
    ? [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    : [...text.matchAll(/\s+|\S+/g)].map(({ 0: segment, index }) => ({ segment, index, isWordLike: /\S/.test(segment) }));

/** The most characters of an excerpt; a character has up to two UTF-16 units. */
const EXCERPT_CHARACTERS = 40;

/** The beginning of a sentence, long enough to recognize it. @param {string} text */
export const excerpt = (text) => {
  const characters = [...text.slice(0, 2 * EXCERPT_CHARACTERS + 1)];
  if (characters.length <= EXCERPT_CHARACTERS) return text;
  return `${characters.slice(0, EXCERPT_CHARACTERS).join('').replace(/\s+\S*$/, '')}…`;
};

/** The text as Markdown that shows it unchanged. @param {string} text */
export const escapeMarkdown = (text) =>
  collapseSpace(text)
    .replace(/[\\`*_[\]<>&|~]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[#+=-]/, '\\$&');
