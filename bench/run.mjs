/**
 * nutgraf beside its peers, in one run on one machine: prints a table, and writes docs/bench.json, docs/bench.svg and
 * the figures of docs/performance.md and the README.
 *
 *   node bench/run.mjs [--rounds N] [--no-write]
 *
 * Fails only when something cannot be measured at all, never for a time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { execFileSync } from 'node:child_process';
import { environment, ROOT } from '../scripts/environment.mjs';
import { Bench, median } from './browser.mjs';
import { brotli, bundleAll, OUT } from './bundle.mjs';
import { measureCold } from './cold.mjs';
import { measureFinding } from './find.mjs';
import { measureNative, measureNativeFinding } from './native.mjs';
import { plot } from './plot.mjs';
import { withFigures, withFiguresInShort } from './written.mjs';
import { report } from './report.mjs';
import { measureSpeed } from './speed.mjs';
import { countFurniture, DEMO_PAGES, measureClick, measureFirstTap, measureMemory } from './widget.mjs';

const ROUNDS = '5';
/** The slowest first visits take 20 s; these times are hardly noisy, as waiting for the network is most of them. */
const COLD_ROUNDS_MAX = 3;

/** @typedef {Awaited<ReturnType<typeof measure>>} Figures */

/** @param {Record<string, Record<string, import('./speed.mjs').Timing>>} speed */
function noiseOf(speed) {
  const cells = Object.values(speed).flatMap((texts) => Object.values(texts)).filter(({ rounds = 0 }) => rounds > 2);
  const spreads = cells.map((cell) => cell.spread ?? 0);
  return {
    cells: cells.length,
    spread: spreads.length > 0 ? median(spreads) : 0,
    worst: Math.max(0, ...spreads),
    wallToCpu: cells.length > 0 ? median(cells.map(({ wall = 1, ms = 1 }) => wall / ms)) : 1,
    load: loadavg()[0],
  };
}

/** @param {string} what @param {() => Promise<any> | any} work */
async function timedStep(what, work) {
  const start = Date.now();
  process.stdout.write(`bench: ${what} …`);
  const result = await work();
  console.log(` ${Math.round((Date.now() - start) / 1000)} s`);
  return result;
}

/** @param {number} rounds */
async function measure(rounds) {
  const sizes = /** @type {Awaited<ReturnType<typeof bundleAll>>} */ (await timedStep('building the peers', bundleAll));
  const native = /** @type {ReturnType<typeof measureNative>} */ (await timedStep('natively', measureNative));
  const nativeFinding = /** @type {ReturnType<typeof measureNativeFinding>} */ (await timedStep('finding the article natively', measureNativeFinding));
  const bench = await Bench.start();
  try {
    const capabilities = await bench.driver.getCapabilities();
    const say = (/** @type {string} */ words) => process.stdout.write(` ${words},`);
    const speed = /** @type {Awaited<ReturnType<typeof measureSpeed>>} */ (await timedStep('CPU time a call:', () => measureSpeed(bench, rounds, say)));
    const cold = /** @type {Awaited<ReturnType<typeof measureCold>>} */ (await timedStep('cold mobile', () => measureCold(bench, Math.min(rounds, COLD_ROUNDS_MAX))));
    const finding = /** @type {Awaited<ReturnType<typeof measureFinding>>} */ (await timedStep('finding the article', () => measureFinding(bench, DEMO_PAGES)));
    const furniture = /** @type {Awaited<ReturnType<typeof countFurniture>>} */ (await timedStep('furniture', () => countFurniture(bench)));
    const click = /** @type {Awaited<ReturnType<typeof measureClick>>} */ (await timedStep('warm click', () => measureClick(bench)));
    const firstTap = /** @type {Awaited<ReturnType<typeof measureFirstTap>>} */ (await timedStep('first tap', () => measureFirstTap(bench)));
    const memory = /** @type {Awaited<ReturnType<typeof measureMemory>>} */ (await timedStep('memory', () => measureMemory(bench)));
    return {
      machine: {
        processor: cpus()[0]?.model ?? 'unknown',
        cores: cpus().length,
        chromium: String(capabilities.get('browserVersion')),
        rustc: execFileSync('rustc', ['--version'], { env: environment, encoding: 'utf8' }).trim(),
      },
      clock: bench.hasCpuTime ? 'cpu' : 'wall',
      noise: noiseOf(speed),
      sizes,
      wasmBrotli: brotli(readFileSync(`${ROOT}/www/dist/nutgraf.wasm`)).length,
      entryGzip: gzipSync(readFileSync(`${ROOT}/www/dist/nutgraf.js`), { level: 9 }).length,
      speed,
      wordsRead: memory.wordsOfMegabyte,
      cold,
      finding,
      furniture,
      click,
      firstTap,
      memory,
      native,
      nativeFinding,
    };
  } finally {
    await bench.close();
  }
}

/** Numbers of no more digits than were measured. @param {string} _ @param {unknown} value */
const rounded = (_, value) => (typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value);

const { values } = parseArgs({ options: { rounds: { type: 'string', default: ROUNDS }, 'no-write': { type: 'boolean' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`bench: --rounds must be a whole number from 1 on, not ${values.rounds}`);
  process.exit(2);
}
try {
  const figures = await measure(rounds);
  const kept = `${JSON.stringify(figures, rounded, 2)}\n`;
  writeFileSync(`${OUT}/bench.json`, kept);
  if (!values['no-write']) {
    writeFileSync(`${ROOT}/docs/bench.json`, kept);
    writeFileSync(`${ROOT}/docs/bench.svg`, plot(figures));
    for (const [file, written] of /** @type {const} */ ([['docs/performance.md', withFigures], ['README.md', withFiguresInShort]])) {
      writeFileSync(`${ROOT}/${file}`, written(readFileSync(`${ROOT}/${file}`, 'utf8'), JSON.parse(kept)));
    }
  }
  console.log(`\n${report(figures)}`);
} catch (error) {
  console.error(`\nbench: ${/** @type {Error} */ (error).stack}`);
  process.exitCode = 1;
}
