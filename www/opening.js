/** What stands in where the WebAssembly cannot run: the article's first sentences, and no claim that they are more. */

/** As many as a short summary has. */
const SENTENCES = 3;
/** Lines shorter than this are bylines, dates and captions. */
const PARAGRAPH_UNITS = 60;
const FURNITURE = 'nut-graf,header,footer,nav,aside,form,figure,[hidden],[aria-hidden=true]';

/** @param {Element} root @param {Element | null} node */
const within = (root, node) => node !== null && node !== root && root.contains(node);

/** Failures that leave the article readable. */
export const REPLACED = ['csp', 'network', 'http', 'mime', 'unsupported', 'crash'];

/** @param {Element} root @param {string} language @returns {string[]} */
export const openingOf = (root, language) => {
  const sentences = [];
  const segmenter = Intl.Segmenter && new Intl.Segmenter(language, { granularity: 'sentence' });
  for (const paragraph of root.querySelectorAll('p')) {
    const text = (paragraph.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text.length < PARAGRAPH_UNITS || within(root, paragraph.closest(FURNITURE)) || paragraph.checkVisibility?.() === false) continue;
    for (const { segment } of segmenter?.segment(text) ?? [{ segment: text }]) {
      sentences.push(segment.trim());
      if (sentences.length === SENTENCES) return sentences;
    }
  }
  return sentences;
};
