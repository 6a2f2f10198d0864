/** The crates natively, in CPU time (bench/native): texts by Criterion, and finding the article on pages. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { environment, ROOT } from '../scripts/environment.mjs';
import { median } from './browser.mjs';
import { OUT } from './bundle.mjs';
import { pagesOfSet } from './find.mjs';

const CRITERION = `${OUT}/criterion`;
const PAGES = `${OUT}/pages`;
/** By the names of the development sets. */
const SETS = { fundus: 'news pages', wcxb: 'mixed articles' };
/** One page of so many is measured: seconds, where all take half a minute. */
const EVERY = 5;

/** @typedef {{ ms: number, megabytesPerSecond: number }} Native */

/** @param {string} name of the bench @param {Record<string, string>} env @returns {string} what it prints */
function cargoBench(name, env) {
  const { status, error, stdout, stderr } = spawnSync('cargo', ['bench', '--quiet', '--locked', '--manifest-path', `${ROOT}/bench/native/Cargo.toml`, '--bench', name], {
    cwd: ROOT,
    // A folder of its own: cargo gives the library one file name whatever its features, and one build would take the other's.
    env: { ...environment, ...env, CARGO_TARGET_DIR: `${ROOT}/target/bench` },
    encoding: 'utf8',
  });
  if (error || status !== 0) throw new Error(`cargo bench failed (${error?.message ?? `exit status ${status}`})\n${stderr}`);
  return stdout;
}

/** @returns {Record<string, Record<string, Native>>} by name and words */
export function measureNative() {
  rmSync(CRITERION, { recursive: true, force: true });
  cargoBench('native', { CRITERION_HOME: CRITERION, NUTGRAF_BENCH_TEXTS: OUT });
  /** @type {Record<string, Record<string, Native>>} */
  const found = {};
  for (const name of readdirSync(`${CRITERION}/native`)) {
    if (name === 'report') continue;
    for (const words of readdirSync(`${CRITERION}/native/${name}`).filter((each) => /^\d+$/.test(each))) {
      const { median } = JSON.parse(readFileSync(`${CRITERION}/native/${name}/${words}/new/estimates.json`, 'utf8'));
      const bytes = statSync(`${OUT}/${words}.txt`).size;
      found[name] ??= {};
      found[name][`${words} words`] = { ms: median.point_estimate / 1e6, megabytesPerSecond: (bytes / median.point_estimate) * 1e3 };
    }
  }
  return found;
}

/**
 * @typedef {object} NativeFinding medians over the pages, in ms
 * @property {number} pages
 * @property {number} nutgraf parsing and decision
 * @property {number} domSmoothie
 * @property {number} ratio the median page's, of nutgraf to dom_smoothie
 */

/** @returns {Record<string, NativeFinding>} by set; none where the development pages are not there */
export function measureNativeFinding() {
  /** @type {Record<string, NativeFinding>} */
  const found = {};
  for (const [set, name] of Object.entries(SETS)) {
    const pages = pagesOfSet(set).filter((_, at) => at % EVERY === 0);
    if (pages.length === 0) continue;
    rmSync(PAGES, { recursive: true, force: true });
    mkdirSync(PAGES, { recursive: true });
    for (const { id, html } of pages) writeFileSync(`${PAGES}/${id}.html`, html);
    const times = cargoBench('pages', { NUTGRAF_BENCH_PAGES: PAGES })
      .trim()
      .split('\n')
      .map((line) => line.split('\t').slice(1).map(Number));
    if (times.length !== pages.length) throw new Error(`${times.length} of ${pages.length} ${name} were measured natively`);
    found[name] = {
      pages: times.length,
      nutgraf: median(times.map(([nutgraf]) => nutgraf)),
      domSmoothie: median(times.map(([, domSmoothie]) => domSmoothie)),
      ratio: median(times.map(([nutgraf, domSmoothie]) => nutgraf / domSmoothie)),
    };
  }
  return found;
}
