/**
 * The global `Summarizer`, for pages that use `nutgraf/polyfill` or `install`: `import type {} from 'nutgraf/global'`. Where
 * `@types/dom-chromium-ai` is used, that declares it.
 */
import type * as ours from './summarizer.js';

declare global {
  var Summarizer: typeof ours.Summarizer;
  type Summarizer = ours.Summarizer;
}
