/** Reads summaries aloud, one at a time: a page has one voice. */
import { UNSPACED, segmentsOf } from './text.js';

/**
 * The most characters of an utterance: the network voices of Chromium stop after some 15 seconds. A character of a script
 * without spaces takes a voice about three times as long as a letter.
 */
const MOST_LETTERS = 200;
const LETTERS_OF_UNSPACED = 3;
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');

/** Where a voice pauses. */
const PAUSE = /[,;:)\]”»،؛、，；：」』–—]$/;

/** @param {string} text */
const lettersOf = (text) => {
  let letters = 0;
  for (const character of text) letters += IS_UNSPACED.test(character) ? LETTERS_OF_UNSPACED : 1;
  return letters;
};

/**
 * The text in pieces short enough for one utterance each, cut where a voice pauses, else between words.
 *
 * @param {string} text
 * @param {string} [language]
 * @returns {string[]}
 */
export const pieces = (text, language) => {
  if (lettersOf(text) <= MOST_LETTERS) return [text];
  let border = 0;
  let pause = 0;
  let letters = 0;
  for (const { segment: word } of segmentsOf(text, language)) {
    letters += lettersOf(word);
    if (letters > MOST_LETTERS) break;
    border += word.length;
    if (PAUSE.test(word.trim())) pause = border;
  }
  // A pause near the beginning would make a piece of a word or two. A word may itself be too long.
  const cut = (pause > border / 3 ? pause : border) || [...text].slice(0, MOST_LETTERS / LETTERS_OF_UNSPACED).join('').length;
  return [text.slice(0, cut).trim(), ...pieces(text.slice(cut).trim(), language)];
};

/**
 * @typedef {import('./engine.js').Sentence} Sentence
 * @typedef {import('./types/nutgraf.js').ListenState} ListenState
 *
 * @typedef {object} Speech what is being read
 * @property {Element} owner
 * @property {boolean} paused
 * @property {(state: ListenState) => void} report
 * @property {Map<SpeechSynthesisUtterance, Sentence>} left what is still to be read, the sentence in hand first
 */

/** @type {Speech | undefined} */
let current;

/** What the next press will do in each state. */
const NEXT = /** @type {const} */ ({ start: 'pause', pause: 'resume', resume: 'pause', end: 'listen', stop: 'listen' });

/** @param {Element} owner @param {'end' | 'stop'} [state] whether all has been read */
export const stopSpeaking = (owner, state = 'stop') => {
  if (current?.owner !== owner) return;
  const { report } = current;
  current = undefined;
  // First, because the end of what is cancelled may be told at once.
  report(state);
  globalThis.speechSynthesis.cancel();
};

/**
 * Reads the owner's summary aloud; if that is under way, pauses or resumes.
 *
 * @param {Element} owner
 * @param {string} language BCP 47
 * @param {Sentence[]} sentences
 * @param {(next: 'listen' | 'pause' | 'resume', state: ListenState, sentence: Sentence) => void} onchange gets what the next press
 *   will do, and the sentence in hand
 */
export const speak = (owner, language, sentences, onchange) => {
  const { speechSynthesis } = globalThis;
  if (current?.owner === owner) {
    current.paused = !current.paused;
    if (current.paused) speechSynthesis.pause();
    else speechSynthesis.resume();
    current.report(current.paused ? 'pause' : 'resume');
    return;
  }
  if (current) stopSpeaking(current.owner);
  let last = sentences[0];
  /** @param {ListenState} state */
  const report = (state) => {
    const [inHand = last] = speech.left.values();
    onchange(NEXT[state], state, inHand);
  };
  /** @type {Speech} */
  const speech = { owner, paused: false, report, left: new Map() };
  current = speech;
  // If another page left the queue paused, it would stay so.
  speechSynthesis.cancel();
  speechSynthesis.resume();
  const tag = language === 'und' ? undefined : language;
  // Kept until they have been read: Chromium never tells the end of one that was collected as garbage.
  for (const sentence of sentences) {
    for (const piece of pieces(sentence.text, tag)) speech.left.set(new SpeechSynthesisUtterance(piece), sentence);
  }
  for (const [utterance, sentence] of [...speech.left]) {
    if (tag) utterance.lang = tag;
    utterance.onend = utterance.onerror = () => {
      speech.left.delete(utterance);
      last = sentence;
      if (speech.left.size === 0 && current === speech) stopSpeaking(owner, 'end');
    };
    speechSynthesis.speak(utterance);
  }
  report('start');
};
