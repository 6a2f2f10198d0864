/** What is shown where the WebAssembly cannot run: the article's first sentences, named as that. */

/** The sentences of a short summary. */
const SENTENCES = 3;
/** The least UTF-16 units of a paragraph: what is shorter is a byline, a date or a caption. */
const PARAGRAPH_UNITS = 60;
/** Elements that are not the story. */
const FURNITURE = 'nut-graf,header,footer,nav,aside,form,figure,[hidden],[aria-hidden=true]';

/** @param {Element} root @param {Element | null} node */
const within = (root, node) => node !== null && node !== root && root.contains(node);

/** Codes of the failures in which the article can still be read. */
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
