/** Where the parts are in the one file that has them all: in it. It has what by-address.js has. */
export { embedded, importCustomLabels, importLabels, importOffThread, importPanel, packText } from './by-import.js';

/** No address: the WebAssembly is inside. */
export const wasm = '';
