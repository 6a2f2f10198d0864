/** Pages with the Summarizer's module, for the tests of it. */
import { CONTENT_SECURITY_POLICY, STORY, pageOf } from './harness.mjs';

/** @typedef {import('./harness.mjs').Page} Page */

export const TEXT = `${STORY.join(' ')} The first ships are expected in three years. The town has waited for this since the last dredging.`;

/** Of pages that may have a worker: with Trusted Types no policy of which there is a name lets a script's address through. */
export const WITH_WORKERS = CONTENT_SECURITY_POLICY.replace(/; require-trusted-types-for.*/, '');

/** @param {Page} page */
export const open = (page, attributes = '') => page.openHTML(pageOf('<p>Nothing</p>', { script: '/dist/summarizer.js', attributes }), { defined: false });

/**
 * Runs a function in the page with the module, and gives its value or its error's name and message.
 *
 * @param {Page} page
 * @param {(module: any, ...args: any[]) => unknown} work
 * @param {...unknown} args
 * @returns {Promise<any>}
 */
export const use = (page, work, ...args) =>
  page.driver.executeScript(
    `return import('/dist/summarizer.js')
       .then((module) => (${work})(module, ...arguments))
       .catch((error) => ({ name: error.name, message: error.message, isDOM: error instanceof DOMException, quota: error.quota, requested: error.requested }));`,
    ...args,
  );
