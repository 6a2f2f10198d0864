/**
 * What the README says of summaries on the development sets, from `nutgraf eval`: writes docs/eval.json, and the tables of
 * the README from that.
 *
 *   node scripts/eval-report.mjs NUTGRAF DATA
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './environment.mjs';
import { table, withPart } from './readme.mjs';

/** @typedef {{ mean: number, low: number, high: number }} Difference F1 from LEAD's, with its 95 % interval */
/** @typedef {{ rouge1: number, rouge2: number }} Means F1, 0 to 1 */
/** @typedef {{ dangling: number, summaries: number, repeats: number, furniture: number }} Faults */
/**
 * @typedef {object} Scores of one set at one length
 * @property {number} articles
 * @property {Record<string, { mean: Means, fromLead: { rouge1: Difference, rouge2: Difference }, faults: Faults }>} systems
 */
/** @typedef {Record<'words60' | 'sentences3', Record<string, Scores>>} Evaluation by set */

/** In the order of the README. */
const SETS = Object.entries({
  'en_cnndm.jsonl': 'CNN',
  'en_inshorts.jsonl': 'Inshorts',
  'fr_orangesum.jsonl': 'French',
  'vi_vietnews.jsonl': 'Vietnamese',
  'tr_tes.jsonl': 'Turkish',
  'fa_pasokh.jsonl': 'Persian',
  'ar_easc.jsonl': 'Arabic',
  'bn_bnlpc.jsonl': 'Bengali',
});
const SYSTEMS = ['nutgraf', 'LEAD', 'LexRank', 'TextRank', 'oracle'];
const LENGTHS = /** @type {const} */ ({ words60: ['--words', '60'], sentences3: ['--sentences', '3'] });

/** @param {number} share */
const points = (share) => (100 * share).toFixed(1).replace('-', '−');
/** @param {Difference} difference */
const over = ({ mean, low, high }) => `${mean < 0 ? '' : '+'}${points(mean)} [${points(low)}, ${points(high)}]`;

/** @param {Record<string, Scores>} sets */
const scoresOf = (sets) =>
  table(
    ['set', ...SYSTEMS, 'over LEAD, R1', 'over LEAD, R2'],
    SETS.map(([file, label]) => {
      const { articles, systems } = sets[file];
      const means = SYSTEMS.map((system) => {
        const [one, two] = [systems[system].mean.rouge1, systems[system].mean.rouge2].map(points);
        return system === 'nutgraf' ? `**${one}** / **${two}**` : `${one} / ${two}`;
      });
      const { rouge1, rouge2 } = systems.nutgraf.fromLead;
      return [`${label}, ${articles.toLocaleString('en')}`, ...means, over(rouge1), over(rouge2)];
    }),
  );

/**
 * @param {string} readme
 * @param {Evaluation} evaluation
 * @returns {string} the README with these scores in it
 */
export function withScores(readme, { words60, sentences3 }) {
  const dangling = (/** @type {string} */ file, /** @type {string} */ system) => {
    const { faults } = words60[file].systems[system];
    return `${points(faults.dangling / faults.summaries)} %`;
  };
  const shares = (/** @type {string} */ system) => `${dangling('en_cnndm.jsonl', system)} on CNN and ${dangling('en_inshorts.jsonl', system)} on Inshorts`;
  const part = [
    'At 60 words:',
    scoresOf(words60),
    'Three sentences:',
    scoresOf(sentences3),
    `Of the summaries of 60 words ${shares('nutgraf')} have a sentence that leans on one left out; of LexRank's, ${shares('LexRank')}.`,
  ];
  return withPart(readme, 'eval', part.join('\n\n'));
}

/** As many digits as matter. @param {string} _ @param {unknown} value */
const rounded = (_, value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value);

/** @param {string} binary @param {string} data @returns {Evaluation} */
function evaluate(binary, data) {
  const sets = readdirSync(data).filter((name) => name.endsWith('.jsonl')).map((name) => `${data}/${name}`);
  const scored = Object.entries(LENGTHS).map(([name, length]) => {
    const lines = execFileSync(binary, ['eval', '--format', 'json', ...length, '--systems', SYSTEMS.join(','), '--data', ...sets], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const all = lines.trim().split('\n').map((line) => JSON.parse(line));
    return [name, Object.fromEntries(all.map(({ data: file, ...scores }) => [basename(file), scores]))];
  });
  return Object.fromEntries(scored);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [binary, data] = process.argv.slice(2);
  if (!binary || !data) {
    console.error('usage: node scripts/eval-report.mjs NUTGRAF DATA');
    process.exit(2);
  }
  // A line for each set, for those who read what changed.
  const kept = `${JSON.stringify(evaluate(binary, data), rounded).replaceAll(/(?<=\{|,)(?="[^"]*(?:\.jsonl|sentences3)":)/g, '\n')}\n`;
  writeFileSync(`${ROOT}/docs/eval.json`, kept);
  writeFileSync(`${ROOT}/README.md`, withScores(readFileSync(`${ROOT}/README.md`, 'utf8'), JSON.parse(kept)));
}
