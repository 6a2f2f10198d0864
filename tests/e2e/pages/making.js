// Makes a summarizer from the page's own script: the page's policy does not hold for a driver's in every engine.
import { Summarizer } from '/dist/summarizer.js';

Summarizer.create().then(String, (error) => [error.name, error instanceof DOMException]).then((outcome) => Object.assign(globalThis, { outcome }));
