/**
 * Where the parts are in the package that bundlers read: behind imports and an address that they can follow. It has what
 * by-address.js has.
 */
import { folderAt } from './base.js';
import { tagsOf } from './script-tag.js';
import { DOWNLOAD_MS, within } from './within.js';

/** The script tags that are the widget's. */
export const tags = tagsOf(import.meta.url);

/** Where the page says that the WebAssembly is. @type {URL | undefined} */
let folder;

/** Says where the WebAssembly is; all else is imported. @param {string} address of the folder, with a slash at the end */
export const setBase = (address) => {
  folder = folderAt(address);
};

/** The address of the WebAssembly: there, else in the folder that the package has its modules in. */
export const address = () => (folder ? new URL('nutgraf.wasm', folder) : new URL('../nutgraf.wasm', import.meta.url)).href;

/** What bundlers write has hashes of its own. @type {string | undefined} */
export const integrity = undefined;

/** The WebAssembly in a module: for bundlers that do not copy what a `new URL` names, and for servers, which fetch no files. */
export const embedded = async () => (await import('./pkg/nutgraf_bg.wasm')).default;

export const importPanel = () => within(DOWNLOAD_MS, import('./panel.js'));

export const importOffThread = () => within(DOWNLOAD_MS, import('./off-thread.js'));

/** @param {string} language */
export const importLabels = (language) => within(DOWNLOAD_MS, import(`./dist/labels/${language}.js`));

export const importCustomLabels = () => within(DOWNLOAD_MS, import('./custom-labels.js'));

/** @param {string} file */
export const packText = async (file) => (await import(`./pkg/languages/${file}.txt`)).default;
