/** nutgraf's core as its own panel loads it: the glue, and the wasm streamed beside it. */
import { filesOf } from '../../www/packs.js';
import init, { installPack, summarizeElement, summarizeText } from '../../www/pkg/nutgraf.js';

/** @type {WebAssembly.Memory} */
let memory;

export const ready = async () => {
  ({ memory } = await init({ module_or_path: new URL('/dist/nutgraf.wasm', location.href) }));
};

/** @param {string} text @param {number} count @returns {string[]} */
export const summarize = (text, count) => summarizeText(text, { sentences: count }).sentences.map((sentence) => sentence.text);

/** How many words of a text are read: there is a limit. @param {string} text @returns {number} */
export const wordsRead = (text) => summarizeText(text, {}).article.words;

/** @param {Element} root */
export const summarizePage = (root) => summarizeElement(root, {});

/** Fetches the language packs that a page needs, as the panel does before its first summary. @param {Element} root */
export const readyFor = async (root) => {
  await ready();
  try {
    summarizePage(root);
  } catch (error) {
    const { code, message } = /** @type {Error & { code?: string }} */ (error);
    if (code !== 'language-pack') return;
    for (const file of filesOf(message)) installPack(message, await (await fetch(`/dist/languages/${file}.txt`)).text());
  }
};

export { summarizeText };

export const memoryBytes = () => memory.buffer.byteLength;
