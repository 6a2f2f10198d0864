/**
 * The widget's words, one object a language. Another language is another file of this shape.
 *
 * @typedef {typeof english} Labels
 */

/** @param {number} count @param {string} one @param {string} many */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export const english = Object.freeze({
  lang: 'en',
  question: 'No time to read?',
  call: 'Get a summary',
  hide: 'Hide the summary',
  busy: 'Getting the summary…',
  retry: 'Try again',
  /** @param {number} count */
  ready: (count) => `Summary ready, ${plural(count, 'sentence', 'sentences')}`,
  /** @param {string} headline */
  region: (headline) => (headline ? `Summary of ${headline}` : 'Summary'),
  source: 'Show in the article',
  shown: 'Shown in the article',
  gone: 'This sentence is no longer in the article.',
  unchanged: 'Sentences taken unchanged from this article.',
  /** @param {number} minutes */
  saved: (minutes) => `Saves about ${minutes} min of reading.`,
  truncated: 'The article is very long: only its first part was read.',
  /** A word for every error code, for readers. @type {Readonly<Record<string, string>>} */
  errors: Object.freeze({
    empty: 'There is no text here to summarize.',
    'no-article': 'There is no article here to summarize.',
    'not-found': 'The article of this button is not on the page.',
    'article-removed': 'The article is no longer on the page.',
    network: 'The summary could not be loaded. Are you online?',
    http: 'The summary could not be loaded: the server does not have it.',
    mime: 'The summary could not be loaded: the server sent something else.',
    csp: 'The security policy of this page does not allow the summary.',
    unsupported: 'This browser cannot make the summary.',
    crash: 'The summary could not be made.',
  }),
});
