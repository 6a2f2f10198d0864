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

/** What is being read. @type {{ owner: Element, paused: boolean, stop: () => void, left: Set<SpeechSynthesisUtterance> } | undefined} */
let current;

/** @param {Element} owner */
export const stopSpeaking = (owner) => {
  if (current?.owner !== owner) return;
  const { stop } = current;
  current = undefined;
  stop();
};

/**
 * Reads the owner's summary aloud; if that is under way, pauses or resumes.
 *
 * @param {Element} owner
 * @param {string} language BCP 47
 * @param {import('./engine.js').Sentence[]} sentences
 * @param {(next: 'listen' | 'pause' | 'resume') => void} onchange gets what the next press will do
 */
export const speak = (owner, language, sentences, onchange) => {
  const { speechSynthesis } = globalThis;
  if (current?.owner === owner) {
    current.paused = !current.paused;
    if (current.paused) speechSynthesis.pause();
    else speechSynthesis.resume();
    onchange(current.paused ? 'resume' : 'pause');
    return;
  }
  if (current) stopSpeaking(current.owner);
  const stop = () => {
    speechSynthesis.cancel();
    onchange('listen');
  };
  /** @type {NonNullable<typeof current>} */
  const speech = { owner, paused: false, stop, left: new Set() };
  current = speech;
  // If another page left the queue paused, it would stay so.
  speechSynthesis.cancel();
  speechSynthesis.resume();
  const tag = language === 'und' ? undefined : language;
  // Kept until they have been read: Chromium never tells the end of one that was collected as garbage.
  speech.left = new Set(sentences.flatMap(({ text }) => pieces(text, tag)).map((text) => new SpeechSynthesisUtterance(text)));
  for (const utterance of [...speech.left]) {
    if (tag) utterance.lang = tag;
    utterance.onend = utterance.onerror = () => {
      speech.left.delete(utterance);
      if (speech.left.size === 0 && current === speech) stopSpeaking(owner);
    };
    speechSynthesis.speak(utterance);
  }
  onchange('pause');
};
