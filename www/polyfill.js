/** Makes our Summarizer the global one where there is none: what `nutgraf/polyfill` does when it is imported. */
import { install } from './summarizer.js';

export const installation = install({ where: 'missing' });
