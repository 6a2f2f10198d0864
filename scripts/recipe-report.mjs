/**
 * Says what each compiler switch of scripts/wasm-recipe.mjs saves: builds the wasm with all of them, with none, and without
 * each one, and writes the table of docs/building.md.
 *
 *   node scripts/recipe-report.mjs
 *
 * Each build makes the standard library anew: a quarter of an hour on two cores.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { environment, ROOT } from './environment.mjs';
import { table, withPart } from './written-parts.mjs';
import { BINDGEN_FLAGS, cargoRecipe, OPT_FLAGS, SWITCHES } from './wasm-recipe.mjs';

const WORK = `${ROOT}/target/recipe`;
const REPORT = `${ROOT}/docs/building.md`;

/** @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
function run(command, args, env = {}) {
  const { status, error, stderr } = spawnSync(command, args, { cwd: ROOT, env: { ...environment, ...env }, encoding: 'utf8' });
  if (error || status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
}

/** Bytes of what a reader would load, after brotli. @param {readonly import('./wasm-recipe.mjs').Switch[]} switches */
function shippedBytes(switches) {
  const { args, env, output } = cargoRecipe(WORK, switches);
  run('cargo', [...args, '--quiet', '--locked'], env);
  run('wasm-bindgen', [...BINDGEN_FLAGS, '--out-dir', WORK, output]);
  run('wasm-opt', [...OPT_FLAGS, `${WORK}/nutgraf_bg.wasm`, '-o', `${WORK}/nutgraf.wasm`]);
  const wasm = readFileSync(`${WORK}/nutgraf.wasm`);
  return brotliCompressSync(wasm, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length },
  }).length;
}

/** @param {number} bytes */
const number = (bytes) => bytes.toLocaleString('en').replace('-', '−');

mkdirSync(WORK, { recursive: true });
const shipped = shippedBytes(SWITCHES);
const stable = shippedBytes([]);
const rows = SWITCHES.map(({ name, what }) => {
  const without = SWITCHES.filter((each) => each.name !== name && each.needs !== name);
  const saved = shippedBytes(without) - shipped;
  console.log(`${name}: ${number(saved)}`);
  const dependents = SWITCHES.filter(({ needs }) => needs === name).map((each) => `\`${each.name}\``);
  const along = dependents.length > 0 ? `; measured with ${dependents.join(' and ')}, which need it` : '';
  return [`\`${name}\``, `${what}${along}`, number(saved)];
});
const compiler = /^rustc \S+/.exec(spawnSync('rustc', ['--version'], { cwd: ROOT, env: environment, encoding: 'utf8' }).stdout)?.[0];
const part = [
  `With ${compiler}: ${number(shipped)} bytes of brotli with all switches, ${number(stable)} with \`--stable\`.`,
  table(['switch', 'what it does', 'bytes of brotli saved'], rows),
];
writeFileSync(REPORT, withPart(readFileSync(REPORT, 'utf8'), 'recipe', part.join('\n\n')));
