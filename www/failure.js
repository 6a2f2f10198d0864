/** The errors of what makes the summaries. In the lazy chunk. */

/** @typedef {import('./engine.js').Failure} Failure */

/**
 * @param {string} code
 * @param {string} [hint] for the site's developers: the cause and the remedy
 * @param {unknown} [cause]
 * @returns {Failure}
 */
export const fail = (code, hint, cause) => {
  if (hint) console.warn(`nutgraf: ${hint}`);
  return Object.assign(new Error(hint || code, { cause }), { code });
};
