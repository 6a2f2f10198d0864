import { Readability } from '@mozilla/readability';

/** It takes the document apart, so that its users give it a copy. */
export const findArticle = () => new Readability(/** @type {Document} */ (document.cloneNode(true))).parse()?.textContent ?? '';
