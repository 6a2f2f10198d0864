/**
 * What the documentation says of summaries on the development sets, from `nutgraf eval`: writes docs/eval.json, and from
 * that the tables of docs/evaluation.md and what they come to into the README.
 *
 *   node scripts/eval-report.mjs NUTGRAF DATA EDITORS.jsonl FOLDS.json
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './environment.mjs';
import { table, withPart } from './written-parts.mjs';

/** @typedef {{ mean: number, low: number, high: number }} Difference F1 from LEAD's, with its 95 % interval */
/** @typedef {{ rouge1: number, rouge2: number }} Means F1, 0 to 1 */
/** @typedef {{ dangling: number, summaries: number, repeats: number, furniture: number }} Faults */
/**
 * @typedef {object} Scores of one set at one length
 * @property {number} articles
 * @property {Record<string, { mean: Means, fromLead: { rouge1: Difference, rouge2: Difference }, faults: Faults }>} systems
 */
/** @typedef {{ gain: number, p3: number, unfit: number, leaning: number, words: number }} Agreement with an editor */
/**
 * @typedef {object} Group of articles with an editor's choices
 * @property {number} articles
 * @property {Record<string, { mean: Agreement, fromLead: { gain: Difference, unfit: Difference } }>} systems
 */
/** @typedef {{ editors: Record<string, Group>, words60: Record<string, Scores>, sentences3: Record<string, Scores> }} Evaluation by group and by set */

/** In the order of the table. */
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
/** Groups of articles, by language where there are enough. */
const GROUPS = Object.entries({
  all: 'all',
  'language en': 'English',
  'language fr': 'French',
  'language vi': 'Vietnamese',
  'language de': 'German',
  'language fa': 'Persian',
  'language ar': 'Arabic',
  'language tr': 'Turkish',
  'set bn_bnlpc': 'Bengali',
});
const SYSTEMS = ['nutgraf', 'LEAD', 'LexRank', 'TextRank', 'oracle'];
const OTHERS = ['LEAD', 'LexRank', 'TextRank', 'random'];
/** @type {Record<string, string>} */
const IN_WORDS = { LEAD: 'the first three sentences', random: 'chance' };
const LENGTHS = /** @type {const} */ ({ words60: ['--words', '60'], sentences3: ['--sentences', '3'] });

/** @param {number} share */
const points = (share) => (100 * share).toFixed(1).replace('-', '−');
/** @param {Difference} difference */
const over = ({ mean, low, high }) => `${mean < 0 ? '' : '+'}${points(mean)} [${points(low)}, ${points(high)}]`;
/** @param {number} gain */
const hundredths = (gain) => gain.toFixed(2).replace('-', '−').replace('0.', '.');
/** @param {number} share */
const percent = (share) => `${points(share)} %`;

/** @param {Record<string, Group>} groups */
const agreementOf = (groups) =>
  table(
    ['articles', '**gain**', ...OTHERS, 'over LEAD', 'unfit (LEAD)', 'leaning (LEAD)', 'words ÷ LEAD'],
    GROUPS.map(([group, label]) => {
      const { articles, systems } = groups[group];
      const { mean, fromLead } = systems.nutgraf;
      const lead = systems.LEAD.mean;
      const { gain } = fromLead;
      return [
        `${label}, ${articles}`,
        `**${hundredths(mean.gain)}**`,
        ...OTHERS.map((system) => hundredths(systems[system].mean.gain)),
        `+${hundredths(gain.mean)} [${hundredths(gain.low)}, ${hundredths(gain.high)}]`,
        `${percent(mean.unfit)} (${percent(lead.unfit)})`,
        `${percent(mean.leaning)} (${percent(lead.leaning)})`,
        (mean.words / lead.words).toFixed(2),
      ];
    }),
  );

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
 * @param {string} document docs/evaluation.md
 * @param {Evaluation} evaluation
 * @returns {string} the document with these scores in it
 */
export function withScores(document, { editors, sentences3 }) {
  const part = [
    agreementOf(editors),
    'Beside them ROUGE-1 / ROUGE-2 F1 of three sentences against highlights, briefs and abstracts, in points.',
    scoresOf(sentences3),
  ];
  return withPart(document, 'eval', part.join('\n\n'));
}

/**
 * @param {string} readme
 * @param {Evaluation} evaluation
 * @returns {string} the README with what the scores come to
 */
export function withScoresInShort(readme, { editors: { all } }) {
  const { articles, systems } = all;
  const others = OTHERS.map((system) => `${IN_WORDS[system] ?? system} ${hundredths(systems[system].mean.gain)}`);
  const oneIn = (/** @type {string} */ system) => Math.round(1 / systems[system].mean.unfit);
  const line = `On ${articles} articles the three sentences reach a gain of ${hundredths(systems.nutgraf.mean.gain)}: ${others.join(', ')}; 1 is the choice of a language model that was asked to read as a news editor, since no person has labelled them. One sentence in ${oneIn('nutgraf')} should not have been shown, of the first three one in ${oneIn('LEAD')}.`;
  return withPart(readme, 'eval', line);
}

/** As many digits as matter. @param {string} _ @param {unknown} value */
const rounded = (_, value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value);

/** @param {string} binary @param {string} data @param {string} editors @param {string} folds @returns {Evaluation} */
function evaluate(binary, data, editors, folds) {
  /** @param {string[]} options */
  const run = (options) => {
    const lines = execFileSync(binary, ['eval', '--format', 'json', ...options], { encoding: 'utf8', maxBuffer: 1 << 26 });
    return lines.trim().split('\n').map((line) => JSON.parse(line));
  };
  const sets = readdirSync(data).filter((name) => name.endsWith('.jsonl')).map((name) => `${data}/${name}`);
  const scored = Object.entries(LENGTHS).map(([name, length]) => {
    const all = run([...length, '--systems', SYSTEMS.join(','), '--data', ...sets]);
    return [name, Object.fromEntries(all.map(({ data: file, ...scores }) => [basename(file), scores]))];
  });
  const [{ groups }] = run(['--editors', editors, '--weights', folds]);
  return { editors: groups, ...Object.fromEntries(scored) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [binary, data, editors, folds] = process.argv.slice(2);
  if (!binary || !data || !editors || !folds) {
    console.error('usage: node scripts/eval-report.mjs NUTGRAF DATA EDITORS.jsonl FOLDS.json');
    process.exit(2);
  }
  // A line for each set, for those who read what changed.
  const kept = `${JSON.stringify(evaluate(binary, data, editors, folds), rounded).replaceAll(/(?<=\{|,)(?="(?:[^"]*\.jsonl|words60|sentences3|all|English|other languages|language [^"]*|set [^"]*)":\{)/g, '\n')}\n`;
  writeFileSync(`${ROOT}/docs/eval.json`, kept);
  for (const [file, written] of /** @type {const} */ ([['docs/evaluation.md', withScores], ['README.md', withScoresInShort]])) {
    writeFileSync(`${ROOT}/${file}`, written(readFileSync(`${ROOT}/${file}`, 'utf8'), JSON.parse(kept)));
  }
}
