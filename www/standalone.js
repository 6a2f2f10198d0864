/** All in one file, for a classic script, a CDN or a service worker: the widget and the Summarizer, under `globalThis.nutgraf`. */
export * from './nutgraf.js';
export { install, Summarizer } from './summarizer.js';
