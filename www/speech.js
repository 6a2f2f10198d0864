/** Reads summaries aloud, one at a time: a page has one voice. */

/** What is being read. @type {{ owner: Element, paused: boolean, stop: () => void } | undefined} */
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
  const speech = { owner, paused: false, stop };
  current = speech;
  // If another page left the queue paused, it would stay so.
  speechSynthesis.cancel();
  speechSynthesis.resume();
  let left = sentences.length;
  for (const { text } of sentences) {
    const utterance = new SpeechSynthesisUtterance(text);
    if (language !== 'und') utterance.lang = language;
    utterance.onend = utterance.onerror = () => {
      if (--left === 0 && current === speech) stopSpeaking(owner);
    };
    speechSynthesis.speak(utterance);
  }
  onchange('pause');
};
