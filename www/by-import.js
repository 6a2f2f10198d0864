/**
 * Where the parts are in the package that bundlers read: behind imports and an address that they can follow. It has what
 * by-address.js has.
 */
import { DOWNLOAD_MS, within } from './within.js';

/** The address of the WebAssembly, from the folder that the package has its modules in. */
export const wasm = /* @__PURE__ */ new URL('../nutgraf.wasm', import.meta.url).href;

/** The WebAssembly in a module: for bundlers that do not copy what a `new URL` names, and for servers, which fetch no files. */
export const embedded = async () => (await import('./pkg/nutgraf_bg.wasm')).default;

export const importPanel = () => within(DOWNLOAD_MS, import('./panel.js'));

export const importOffThread = () => within(DOWNLOAD_MS, import('./off-thread.js'));

/** @param {string} language */
export const importLabels = (language) => within(DOWNLOAD_MS, import(`./dist/labels/${language}.js`));

export const importCustomLabels = () => within(DOWNLOAD_MS, import('./custom-labels.js'));

/** @param {string} file */
export const packText = async (file) => (await import(`./pkg/languages/${file}.txt`)).default;
