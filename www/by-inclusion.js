/** Where the parts are in the one file that has them all: in it. It has what by-address.js has. */
import { tagsOf } from './script-tag.js';

export { embedded, importCustomLabels, importLabels, importOffThread, importPanel, integrity, packText } from './by-import.js';

/** The script tags that are the widget's. */
export const tags = tagsOf(import.meta.url);

/** No address: the WebAssembly is inside. */
export const address = () => '';

/** Nothing is elsewhere. */
export const setBase = () => {};
