/** What a page loads: defines <nut-graf>, and gives articles one where the script's own tag asks for it (`data-auto`). */
import { attachByScript } from './attach.js';
import { define } from './define.js';

export { stop } from './attach.js';
export { NutGraf } from './element.js';

// A server that renders pages may import this too; it has no document.
if (globalThis.document) {
  define();
  attachByScript(import.meta.url);
}
