/** What the documentation says of speed and size: written by `make bench` from its own figures, between two marks. */
import { bestPeer, digits, noiseInWords } from './report.mjs';
import { PEERS } from './peers.mjs';
import { table, withPart } from '../scripts/written-parts.mjs';

/** @typedef {import('./run.mjs').Figures} Figures */

const TEXTS = ['600 words', '3,000 words', '20,000 words'];

/** @param {Figures} figures times of ours in ms, of the others as multiples of ours */
function peers({ speed, sizes, cold, furniture }) {
  const head = ['', 'code, brotli', ...TEXTS, 'first visit by phone', 'not of the story'];
  const rows = PEERS.map(({ key, label }) => {
    const isOurs = key === 'nutgraf';
    return [
      isOurs ? `**${label}**` : label,
      `${digits(sizes[key].brotli / 1000)} KB`,
      ...TEXTS.map((text) => {
        const { ms, ratio, gaveUp = '–' } = speed[key][text];
        if (ms === undefined || ratio === undefined) return gaveUp;
        return isOurs ? `**${digits(ms)} ms**` : `× ${digits(ratio)}`;
      }),
      `${digits(cold[key].ms / 1000)} s`,
      `${furniture[key].furniture} of ${furniture[key].items}`,
    ];
  });
  return table(head, rows);
}

/** @param {Figures} figures in Markdown */
function section(figures) {
  const { machine, finding, native, nativeFinding, click, memory } = figures;
  const best = TEXTS.map((text) => `${digits(bestPeer(figures, text)?.ratio ?? NaN)} at ${text}`);
  const found = Object.entries(finding).map(([name, { pages, ratio }]) => `${digits(ratio)} on ${pages} ${name}`);
  const foundNatively = Object.entries(nativeFinding).map(([name, { nutgraf, ratio }]) => `${digits(nutgraf)} ms on ${name}, ${digits(ratio)} of dom_smoothie's time`);
  const natively = (/** @type {string} */ what) => digits(native[what]['20000 words'].megabytesPerSecond);
  return [
    peers(figures),
    `Times of a summary of three sentences in Chromium ${machine.chromium}, CPU time on a shared machine (${machine.processor}, ${machine.cores} cores); of the others as multiples of nutgraf's, measured seconds apart. The fastest peer: × ${best.join(', ')}. ${noiseInWords(figures)}`,
    [
      `- Finding the article in Chromium takes, as a share of readability's time: ${found.join(', ')}.${foundNatively.length > 0 ? ` Natively a page takes ${foundNatively.join('; ')}.` : ''}`,
      `- Natively ${natively('nutgraf, sentences and tokens')} MB of text a second are parted into sentences and tokens, ${natively('nutgraf, whole way')} MB go the whole way.`,
      `- A click with the pointer already there takes ${digits(click.paintedMs)} ms to the painted summary on a processor ${click.throttling} times as slow (a click that shows one word: ${digits(click.emptyMs)} ms), and moves nothing else on the page.`,
      `- A megabyte of text takes ${digits(memory.megabyteBytes / 2 ** 20)} MiB of memory; ${memory.summaries.toLocaleString('en')} summaries take no more than one.`,
    ].join('\n'),
  ].join('\n\n');
}

/**
 * @param {string} performance docs/performance.md
 * @param {Figures} figures
 * @returns {string} the document with these figures in it
 */
export const withFigures = (performance, figures) => withPart(performance, 'bench', section(figures));

/**
 * @param {string} readme
 * @param {Figures} figures
 * @returns {string} the README with what they come to
 */
export function withFiguresInShort(readme, figures) {
  const [text] = TEXTS;
  const [, second] = TEXTS;
  const ratio = (/** @type {string} */ each) => digits(bestPeer(figures, each)?.ratio ?? NaN);
  const found = Object.values(figures.finding).map((each) => each.ratio);
  const line = `In the last run of the benchmark (Chromium, two cores) a summary took ${digits(figures.speed.nutgraf[text].ms ?? NaN)} ms for ${text}; the fastest of the seven others took ${ratio(text)} times as long, for ${second} ${ratio(second)} times. Finding the article took ${found.map(digits).join(' to ')} of readability's time.`;
  return withPart(readme, 'bench', line);
}
