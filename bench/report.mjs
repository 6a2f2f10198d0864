/** The figures as words: one table, the ratios that matter with their budgets, and how far to trust them. */
import { relative } from 'node:path';
import { ROOT } from '../scripts/environment.mjs';
import { SHARED } from './find.mjs';
import { PEERS, READABILITY } from './peers.mjs';

/** @typedef {import('./run.mjs').Figures} Figures */

/** @param {number} value three digits that say something */
export const digits = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3));

/** @param {number} bytes */
const kilobytes = (bytes) => digits(bytes / 1000);

/**
 * The fastest real peer on a text, and its time as a multiple of ours, round by round.
 *
 * @param {Figures} figures
 * @param {string} text
 * @returns {{ label: string, ratio: number } | undefined} nothing where one of the two has no time
 */
export const bestPeer = ({ speed }, text) =>
  PEERS.filter(({ role }) => role === 'peer')
    .flatMap(({ key, label }) => {
      const { ratio } = speed[key][text];
      return ratio === undefined ? [] : [{ label, ratio }];
    })
    .toSorted((one, other) => one.ratio - other.ratio)
    .at(0);

/** @param {Figures} figures */
export function table(figures) {
  const { speed, sizes, cold, furniture } = figures;
  const texts = Object.keys(speed.nutgraf);
  const head = ['', 'min / br KB', ...texts.map((text) => `${text}, ms`), 'cold mobile, ms', 'furniture'];
  const rows = PEERS.map(({ key, label }) => [
    label,
    `${kilobytes(sizes[key].min)} / ${kilobytes(sizes[key].brotli)}`,
    ...texts.map((text) => {
      const { ms, ratio, gaveUp } = speed[key][text];
      if (ms === undefined) return gaveUp ?? '–';
      return key === 'nutgraf' || ratio === undefined ? digits(ms) : `${digits(ms)} (${digits(ratio)} x)`;
    }),
    `${cold[key].ms.toFixed(0)} (${digits(cold[key].ms / cold.lead.ms)} x the floor)`,
    `${furniture[key].furniture} of ${furniture[key].items}`,
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}

/**
 * What the project holds itself to. Nothing fails here: a wall clock is no judge.
 *
 * @param {Figures} figures
 * @returns {{ what: string, value: string, budget: string, met: boolean }[]}
 */
export function targets(figures) {
  const { speed, cold, finding, click, firstTap, memory, native, nativeFinding } = figures;
  /** @type {{ what: string, value: string, budget: string, met: boolean }[]} */
  const rows = [];
  const add = (/** @type {string} */ what, /** @type {number} */ value, /** @type {string} */ unit, /** @type {'≤' | '≥'} */ sign, /** @type {number} */ budget) =>
    rows.push({ what, value: `${digits(value)} ${unit}`, budget: `${sign} ${budget}`, met: sign === '≤' ? value <= budget : value >= budget });

  for (const [text, budget] of /** @type {[string, number][]} */ ([['600 words', 8], ['3,000 words', 8], ['20,000 words', 6]])) {
    const best = bestPeer(figures, text);
    if (best) add(`${text}: ${best.label} ÷ nutgraf`, best.ratio, 'x', '≥', budget);
  }
  const [short, long, longest] = ['600 words', '20,000 words', '200,000 words'].map((text) => speed.nutgraf[text].ms ?? NaN);
  add('600 words', short, 'ms', '≤', 0.25);
  add('20,000 words', long, 'ms', '≤', 6);
  add(`200,000 words ÷ 20,000 words (${figures.wordsRead.toLocaleString('en')} of them are read: the limit is 1 MB)`, longest / long, 'x', '≤', 12);
  add('600 words ÷ the first sentences by Intl.Segmenter', 1 / (speed.lead['600 words'].ratio ?? NaN), 'x', '≤', 2);
  add('wasm, brotli', figures.wasmBrotli / 1024, 'KiB', '≤', 80);
  add('before the click, gzip', figures.entryGzip / 1024, 'KiB', '≤', 5);
  add('cold mobile, the widget ÷ the floor', cold.widget.ms / cold.lead.ms, 'x', '≤', 1.3);
  add('the same with the files preloaded', cold.hinted.ms / cold.lead.ms, 'x', '≤', 1.3);
  for (const [name, { pages, ratio }] of Object.entries(finding)) add(`finding the article, ${pages} ${name} ÷ ${READABILITY}`, ratio, 'x', '≤', 0.7);
  add(`warm click to painted summary, ${click.throttling} x throttling (one that shows a word: ${digits(click.emptyMs)} ms)`, click.paintedMs, 'ms', '≤', 100);
  add('the click as an interaction (INP)', click.interactionMs, 'ms', '≤', 100);
  add('layout shift after the click', click.layoutShift, '', '≤', 0);
  add('first tap by phone, as an interaction (INP)', firstTap.interactionMs, 'ms', '≤', 200);
  add('first tap by phone, layout shift by a summary that comes late', firstTap.layoutShift, '', '≤', 0.1);
  add('wasm memory for 1 MB of text', memory.megabyteBytes / 2 ** 20, 'MiB', '≤', 32);
  add(`growth over ${memory.summaries.toLocaleString('en')} summaries`, memory.growthBytes / 2 ** 20, 'MiB', '≤', 0);
  const natively = (/** @type {string} */ name) => native[name]?.['20000 words']?.megabytesPerSecond ?? NaN;
  add('natively, sentences and tokens', natively('nutgraf, sentences and tokens'), 'MB/s', '≥', 40);
  add('natively, the whole way', natively('nutgraf, whole way'), 'MB/s', '≥', 15);
  for (const [name, { pages, nutgraf }] of Object.entries(nativeFinding)) add(`natively, finding the article, ${pages} ${name}`, nutgraf, 'ms a page', '≤', 3);
  return rows;
}

/** @param {Figures} figures */
export function noiseInWords({ noise, clock }) {
  const percent = (/** @type {number} */ share) => `${Math.round(share * 100)} %`;
  if (noise.cells === 0) return 'How noisy the run was cannot be said: that takes three rounds or more.';
  const verdict = noise.spread < 0.05 ? 'quiet' : noise.spread < 0.15 ? 'somewhat noisy' : 'noisy';
  return (
    `The run was ${verdict}: rounds differ by ± ${percent(noise.spread)} (median over all cells; the worst ${percent(noise.worst)}). ` +
    (clock === 'cpu'
      ? `Times are CPU time of the renderer, with garbage collection and compilation; by the clock on the wall they were ${digits(noise.wallToCpu)} times that. `
      : 'Times are by the clock on the wall: this system does not tell CPU times. ') +
    `Ratios within one run mean something, times alone do not.`
  );
}

/** @param {Figures} figures a line for each set of pages, and the reason where there is none */
export function nativeFindingLines({ nativeFinding }) {
  const lines = Object.entries(nativeFinding).map(
    ([name, { pages, nutgraf, domSmoothie, ratio }]) => `${`finding the article, ${pages} ${name}`.padEnd(40)}nutgraf ${digits(nutgraf)} ms a page (median), dom_smoothie ${digits(domSmoothie)} ms, ratio ${digits(ratio)}`,
  );
  return lines.length > 0 ? lines : [`finding the article is not measured: the development pages are not there (${relative(ROOT, SHARED)})`];
}

/** @param {Figures} figures */
export function report(figures) {
  const rows = targets(figures);
  const widths = [Math.max(...rows.map(({ what }) => what.length)), Math.max(...rows.map(({ value }) => value.length))];
  const lines = rows.map(({ what, value, budget, met }) => `${met ? 'met   ' : 'missed'}  ${what.padEnd(widths[0])}  ${value.padStart(widths[1])}   ${budget}`);
  const native = Object.entries(figures.native).map(
    ([name, texts]) => `${name.padEnd(32)}${Object.entries(texts).map(([text, { ms, megabytesPerSecond }]) => `${text}: ${digits(ms)} ms, ${digits(megabytesPerSecond)} MB/s`).join('   ')}`,
  );
  return `${table(figures)}\n\nNatively\n${[...native, ...nativeFindingLines(figures)].join('\n')}\n\nTargets\n${lines.join('\n')}\n\n${noiseInWords(figures)}`;
}
