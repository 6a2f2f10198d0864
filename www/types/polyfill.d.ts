/** `nutgraf/polyfill` makes our Summarizer the global one where there is none. `nutgraf/global` has the type of that global. */
import type { Installation } from './summarizer.js';

/** Which Summarizer the page has. */
export const installation: Promise<Installation>;
