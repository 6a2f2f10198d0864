/**
 * Where the parts are when a page loads the files as they are published: beside the script, or where the page says, by
 * address. scripts/build.mjs takes by-import.js instead for the package that bundlers read.
 */
import { folderAt } from './base.js';
import { tagsOf } from './script-tag.js';
import { DOWNLOAD_MS, within } from './within.js';

/** The script tags that are the widget's. */
export const tags = /* @__PURE__ */ tagsOf(import.meta.url);

/** Without a prototype, because what a page put into Object.prototype would count. @type {DOMStringMap} */
const { base = import.meta.url, integrity } = /** @type {any} */ ({ __proto__: null, ...tags[0]?.dataset });

/** The hash that the WebAssembly must have, if the page gives one. */
export { integrity };

/** Where the files are. */
let folder = /* @__PURE__ */ folderAt(base);

/** Says where the files are. @param {string} address of the folder, with a slash at the end */
export const setBase = (address) => {
  folder = folderAt(address);
};

/** The address of a file. @param {string} file */
export const address = (file) => new URL(file, folder).href;

/** @param {string} url @returns {Promise<any>} */
const importPart = (url) =>
  within(DOWNLOAD_MS, import(/* webpackIgnore: true */ /* @vite-ignore */ url)).catch((error) => {
    console.warn(`nutgraf: ${url}`, error);
    throw error;
  });

/** The WebAssembly is nowhere but at its address. @type {(() => Promise<Uint8Array<ArrayBuffer>>) | undefined} */
export const embedded = undefined;

/**
 * The lazy chunk.
 *
 * @param {number} attempt browsers remember by its address that an import failed; but hashes are kept by address too
 * @returns {Promise<typeof import('./panel.js')>}
 */
export const importPanel = (attempt) => importPart(address('panel.js') + (attempt && !integrity ? `?gen=${attempt}` : ''));

/** The page's end of a worker that summarizes, and the worker's. @returns {Promise<typeof import('./off-thread.js')>} */
export const importOffThread = () => importPart(address('off-thread.js'));

/** The labels of a language besides English. @param {string} language */
export const importLabels = (language) => importPart(address(`labels/${language}.js`));

/** What puts a site's own labels over those. @returns {Promise<typeof import('./custom-labels.js')>} */
export const importCustomLabels = () => importPart(address('custom-labels.js'));

/** The text of a language pack. @param {string} file @param {Pick<import('./engine.js').Session, 'get' | 'address'>} session */
export const packText = async (file, session) => {
  const response = await session.get(session.address(`languages/${file}.txt`));
  if (!response.ok) throw new Error(`the answer is ${response.status}`);
  return response.text();
};
