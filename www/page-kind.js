/**
 * Whether what `data-auto` found is an article at all, by its prose, before anything that could tell better is loaded. A button
 * that a publisher placed is never asked.
 */
import { LEAST_WORDS, wordsOf } from './too-short.js';

/**
 * A text of fewer words is a label, a name, a date, a price or the title of a teaser. Most pieces of a paragraph with markup in
 * it are longer.
 */
const PROSE_WORDS = 10;

/** @param {Element} root */
export const isArticle = (root) => wordsOf(root, PROSE_WORDS) >= LEAST_WORDS;
