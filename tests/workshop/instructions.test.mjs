/**
 * What the command line costs, in instructions counted by callgrind: exact where times are not. Each input is held to
 * the committed figure, and the growth from text to twice the text to being linear.
 *
 *   node tests/workshop/instructions.test.mjs [--bless]
 *
 * With --bless the figures of this compiler are written anew. Compilers differ, so the figures are kept by compiler;
 * for one without figures only the growth is held.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { longText } from '../../bench/texts.mjs';
import { environment, ROOT } from '../../scripts/environment.mjs';

/** A change of the code that costs or saves more shows; what other versions of libc do differently does not. */
const TOLERANCE = 0.03;
/** Twice the text may cost so many times the instructions: a quadratic part would show as up to 4. */
const GROWTH = 2.3;

const FIGURES = new URL('./instructions.json', import.meta.url);
const FOLDER = `${ROOT}/target/instructions`;

/** @type {[string, string][]} by name: the file in the tree, or one made here */
const INPUTS = [
  ['a seed', `${ROOT}/seeds/000_f6ab9ad36a2b0a51.txt`],
  ['a demo page', `${ROOT}/www/demo/kremlin-spokesman-declines-to-speculate.html`],
  ['600 words', `${FOLDER}/600.txt`],
  ['3,000 words', `${FOLDER}/3000.txt`],
  ['6,000 words', `${FOLDER}/6000.txt`],
];
const [, , , SINGLE, DOUBLE] = INPUTS.map(([name]) => name);
/** What it costs to start the program and summarize one word is taken off every count. */
const ALMOST_NOTHING = `${FOLDER}/start.txt`;

const bless = process.argv.includes('--bless');

/** @type {Record<string, Record<string, number>>} */
const figures = JSON.parse(readFileSync(FIGURES, 'utf8'));

/** Release and platform of the compiler, which together with the lock file say what was built. */
const compiler = (() => {
  const told = execFileSync('rustc', ['-vV'], { env: environment, encoding: 'utf8' });
  return `rustc ${/^release: (.+)$/m.exec(told)?.[1]} ${/^host: (.+)$/m.exec(told)?.[1]}`;
})();

/** @param {string} file */
function count(file) {
  const command = ['--tool=callgrind', '--callgrind-out-file=/dev/null', 'target/release/nutgraf', 'summarize', '--format', 'json', file];
  const { status, error, stderr } = spawnSync('valgrind', command, { cwd: ROOT, env: environment, encoding: 'utf8' });
  assert.ifError(error && new Error(`valgrind does not start (${error.message}). Install it: scripts/setup test`));
  assert.equal(status, 0, stderr);
  const counted = /I +refs: +([\d,]+)/.exec(stderr)?.[1];
  assert.ok(counted, `no count in callgrind's words:\n${stderr}`);
  return Number(counted.replaceAll(',', ''));
}

/** @type {Record<string, number>} */
const counted = {};

before(() => {
  mkdirSync(FOLDER, { recursive: true });
  for (const words of [600, 3_000, 6_000]) writeFileSync(`${FOLDER}/${words}.txt`, longText(words));
  writeFileSync(ALMOST_NOTHING, 'Rain.\n');
  const start = count(ALMOST_NOTHING);
  for (const [name, file] of INPUTS) counted[name] = count(file) - start;
  if (!bless) return;
  const all = Object.entries({ ...figures, [compiler]: counted });
  figures[compiler] = counted;
  writeFileSync(FIGURES, `${JSON.stringify(Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1))), null, 2)}\n`);
});

test(`instructions are within ${TOLERANCE * 100} % of the committed figures`, ({ diagnostic }) => {
  const known = figures[compiler];
  if (!known) {
    diagnostic(`there are no figures of ${compiler} in tests/workshop/instructions.json: only the growth is held`);
    return;
  }
  assert.deepEqual(Object.keys(known), Object.keys(counted), 'other inputs than the committed ones: run with --bless');
  const off = Object.entries(counted).flatMap(([name, instructions]) => {
    const change = instructions / known[name] - 1;
    const words = `${name}: ${instructions.toLocaleString('en')}, was ${known[name].toLocaleString('en')} (${change > 0 ? '+' : ''}${(change * 100).toFixed(1)} %)`;
    return Math.abs(change) > TOLERANCE ? [words] : [];
  });
  assert.deepEqual(off, [], 'if this is meant: node tests/workshop/instructions.test.mjs --bless');
});

test(`twice the text costs at most ${GROWTH} times the instructions`, () => {
  const growth = counted[DOUBLE] / counted[SINGLE];
  assert.ok(growth <= GROWTH, `${growth.toFixed(2)} times`);
});
