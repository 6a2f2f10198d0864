/** What a reader does with a summary: copy, share, listen, print. */
import css from './styles/print.css';
import { stylesheet } from './template.js';
import { escaped, squeeze } from './words.js';

/**
 * @typedef {import('./engine.js').Summary} Summary
 */

/** A sentence longer than this is named by its beginning and its end. */
const WHOLE_UNITS = 120;
/** So many words of each. */
const END_WORDS = 5;

/** @param {string} text @param {string} language */
const wordsOf = (text, language) => {
  const words = Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(text));
  return words.filter(({ isWordLike }) => isWordLike);
};

/** Percent-encoded, with the sign that parts a text fragment's pieces. @param {string} text */
const encode = (text) => encodeURIComponent(text.toWellFormed?.() ?? text.replace(/\p{Cs}/gu, '')).replaceAll('-', '%2D');

/** A link to a sentence, by a text fragment. @param {string} sentence @param {string} language */
export const linkTo = (sentence, language) => {
  const text = squeeze(sentence);
  let place = encode(text);
  const words = text.length > WHOLE_UNITS && Intl.Segmenter ? wordsOf(text, language) : [];
  if (words.length > 2 * END_WORDS) {
    const start = words[END_WORDS].index;
    const end = words[words.length - END_WORDS].index;
    place = `${encode(text.slice(0, start).trim())},${encode(text.slice(end))}`;
  }
  return `${location.href.split('#')[0]}#:~:text=${place}`;
};

/** @param {Summary} summary */
const headlineOf = ({ headline }) => squeeze(headline || document.title);

/** @param {Summary} summary @param {string} shape */
export const plain = (summary, shape) => {
  const sentences = summary.sentences.map(({ text }) => squeeze(text));
  const body = shape === 'paragraph' ? sentences.join(' ') : sentences.map((text) => `• ${text}`).join('\n');
  return `${headlineOf(summary)}\n\n${body}\n\n${location.href}`;
};

/** @param {Summary} summary @param {string} shape */
export const markdown = (summary, shape) => {
  const sentences = summary.sentences.map(({ text }) => escaped(text));
  const body = shape === 'paragraph' ? sentences.join(' ') : sentences.map((text) => `- ${text}`).join('\n');
  return `## ${escaped(headlineOf(summary))}\n\n${body}\n\n<${location.href}>\n`;
};

/** @param {string} text @returns {Promise<boolean>} whether it is in the clipboard */
export const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not allowed, or no secure page: the older way.
  }
  /** @param {ClipboardEvent} event */
  const oncopy = (event) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', oncopy, true);
  const done = document.execCommand('copy');
  removeEventListener('copy', oncopy, true);
  return done;
};

/**
 * Web Share where there is one, else the link is copied.
 *
 * @param {Summary} summary
 * @param {string} sentence that the link leads to
 * @returns {Promise<boolean | undefined>} whether the link was copied; nothing when the reader was asked
 */
export const share = async (summary, sentence) => {
  const url = linkTo(sentence, summary.language);
  const data = { title: headlineOf(summary), text: squeeze(sentence), url };
  if (!navigator.canShare?.(data)) return copy(url);
  try {
    await navigator.share(data);
  } catch (error) {
    // A reader who closes the dialog has been served; one whose browser or page forbids it has not.
    if (/** @type {Error} */ (error).name !== 'AbortError') return copy(url);
  }
  return undefined;
};

/** Who is speaking, and how to end it. @type {{ owner: Element, paused: boolean, stop: () => void } | undefined} */
let speaker;

/** @param {Element} owner */
export const hush = (owner) => {
  if (speaker?.owner !== owner) return;
  const { stop } = speaker;
  speaker = undefined;
  stop();
};

/**
 * Reads the summary aloud; while it does, pauses or goes on.
 *
 * @param {Element} owner
 * @param {Summary} summary
 * @param {(next: 'listen' | 'pause' | 'resume') => void} show what the next press will do
 */
export const listen = (owner, { language, sentences }, show) => {
  const { speechSynthesis: voice } = globalThis;
  if (speaker?.owner === owner) {
    speaker.paused = !speaker.paused;
    if (speaker.paused) voice.pause();
    else voice.resume();
    show(speaker.paused ? 'resume' : 'pause');
    return;
  }
  if (speaker) hush(speaker.owner);
  const stop = () => {
    voice.cancel();
    show('listen');
  };
  const mine = { owner, paused: false, stop };
  speaker = mine;
  // A queue that another page left paused would stay so.
  voice.cancel();
  voice.resume();
  let left = sentences.length;
  for (const { text } of sentences) {
    const utterance = new SpeechSynthesisUtterance(text);
    if (language !== 'und') utterance.lang = language;
    utterance.onend = utterance.onerror = () => {
      if (--left === 0 && speaker === mine) hush(owner);
    };
    voice.speak(utterance);
  }
  show('pause');
};

/** Prints the summary without the rest of the page. @param {HTMLElement} host */
export const print = (host) => {
  const sheet = stylesheet(css);
  /** The widget, or what holds it in the page's own tree. @type {Element} */
  let outer = host;
  for (let root = host.getRootNode(); root instanceof ShadowRoot; root = outer.getRootNode()) outer = root.host;
  const marked = new Set([host, outer]);
  for (const node of marked) node.setAttribute('printing', '');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const undo = () => {
    for (const node of marked) node.removeAttribute('printing');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
  addEventListener('afterprint', undo, { once: true });
  globalThis.print();
};
