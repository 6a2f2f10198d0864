/**
 * Where the parts are when a page loads the files as they are published: beside the script, by address. scripts/build.mjs
 * takes by-import.js instead for the package that bundlers read.
 */
import { DOWNLOAD_MS, within } from './within.js';

const base = import.meta.url;

/** The address of a part. @param {string} file */
const address = (file) => new URL(file, base).href;

/** @param {string} file @returns {Promise<any>} */
const importPart = (file) => {
  const url = address(file);
  return within(DOWNLOAD_MS, import(/* webpackIgnore: true */ /* @vite-ignore */ url)).catch((error) => {
    console.warn(`nutgraf: ${url} does not load: see MIME type, CORS, CSP`);
    throw error;
  });
};

/** The address of the WebAssembly. */
export const wasm = address('./nutgraf.wasm');

/** The WebAssembly is nowhere but at its address. @type {(() => Promise<Uint8Array<ArrayBuffer>>) | undefined} */
export const embedded = undefined;

/**
 * The lazy chunk.
 *
 * @param {number} attempt browsers remember by its address that an import failed
 * @returns {Promise<typeof import('./panel.js')>}
 */
export const importPanel = (attempt) => importPart(`./panel.js${attempt ? `?gen=${attempt}` : ''}`);

/** The page's end of a worker that summarizes, and the worker's. @returns {Promise<typeof import('./off-thread.js')>} */
export const importOffThread = () => importPart('./off-thread.js');

/** The labels of a language besides English. @param {string} language */
export const importLabels = (language) => importPart(`./labels/${language}.js`);

/** What puts a site's own labels over those. @returns {Promise<typeof import('./custom-labels.js')>} */
export const importCustomLabels = () => importPart('./custom-labels.js');

/** The text of a language pack. @param {string} file @param {import('./engine.js').Session['get']} get */
export const packText = async (file, get) => {
  const response = await get(address(`./languages/${file}.txt`));
  if (!response.ok) throw new Error(`the answer is ${response.status}`);
  return response.text();
};
