/** The crates natively, by Criterion in CPU time (bench/native). */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { environment, ROOT } from '../scripts/environment.mjs';
import { OUT } from './bundle.mjs';

const CRITERION = `${OUT}/criterion`;

/** @typedef {{ ms: number, megabytesPerSecond: number }} Native */

/** @returns {Record<string, Record<string, Native>>} by name and words */
export function measureNative() {
  rmSync(CRITERION, { recursive: true, force: true });
  const { status, error, stderr } = spawnSync('cargo', ['bench', '--quiet', '--locked', '--manifest-path', `${ROOT}/bench/native/Cargo.toml`], {
    cwd: ROOT,
    // A folder of its own: cargo gives the library one file name whatever its features, and one build would take the other's.
    env: { ...environment, CARGO_TARGET_DIR: `${ROOT}/target/bench`, CRITERION_HOME: CRITERION, NUTGRAF_BENCH_TEXTS: OUT },
    encoding: 'utf8',
  });
  if (error || status !== 0) throw new Error(`cargo bench failed (${error?.message ?? `exit status ${status}`})\n${stderr}`);
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
