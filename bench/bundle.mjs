/** Makes what the pages of the benchmark load, in target/bench/, and weighs it. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { environment, ROOT } from '../scripts/environment.mjs';
import { PEERS } from './peers.mjs';
import { longText } from './texts.mjs';

export const OUT = `${ROOT}/target/bench`;
const CRATE = `${ROOT}/bench/summary-wasm/Cargo.toml`;
const TARGET = 'wasm32-unknown-unknown';
const OPT_FLAGS = ['-O3', '--enable-reference-types', '--enable-bulk-memory', '--enable-nontrapping-float-to-int', '--enable-sign-ext', '--enable-mutable-globals', '--enable-multivalue'];

/** What the page of a peer loads besides its module. @type {Record<string, string[]>} */
const WASM = { nutgraf: [`${ROOT}/www/dist/nutgraf.wasm`], summary: [`${OUT}/summary.wasm`] };

/** Words of the generated texts. */
export const LENGTHS = [600, 3_000, 20_000, 200_000];

/** @param {Buffer} bytes */
export const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  if (error || status !== 0) throw new Error(`${command} ${args[0]} failed (${error?.message ?? `exit status ${status}`})`);
}

function buildSummary() {
  run('cargo', ['build', '--quiet', '--locked', '--release', '--target', TARGET, '--manifest-path', CRATE]);
  run('wasm-bindgen', ['--target', 'web', '--omit-default-module-path', '--out-name', 'summary', '--out-dir', `${OUT}/summary`, `${ROOT}/target/${TARGET}/release/summary_wasm.wasm`]);
  run('wasm-opt', [...OPT_FLAGS, `${OUT}/summary/summary_bg.wasm`, '-o', `${OUT}/summary.wasm`]);
}

/** As a page would ship it. */
const SHIPPED = /** @type {const} */ ({ bundle: true, format: 'esm', target: 'es2022', minify: true, legalComments: 'none', logLevel: 'error' });

/** A peer and the lines that put its summary into the page as soon as it is there, as one file. @param {string} key */
const bundleCold = (key) =>
  build({
    stdin: {
      contents: `import { ready, summarize } from './${key}.js'; import { show } from './show.js'; await ready(); show(summarize);`,
      resolveDir: `${ROOT}/bench/peers`,
    },
    outfile: `${OUT}/cold-${key}.js`,
    ...SHIPPED,
  });

/** Modules of peers/, each with all it needs as one file. @param {string[]} keys */
export const bundle = (keys) =>
  build({
    entryPoints: keys.map((key) => `${ROOT}/bench/peers/${key}.js`),
    outdir: OUT,
    ...SHIPPED,
  });

/** @returns {Promise<Record<string, { min: number, brotli: number }>>} bytes by the key of the peer, wasm and model included */
export async function bundleAll() {
  mkdirSync(OUT, { recursive: true });
  buildSummary();
  const keys = [...PEERS.map(({ key }) => key), 'readability'];
  await bundle(keys);
  for (const { key } of PEERS) await bundleCold(key);
  copyFileSync(`${ROOT}/www/dist/nutgraf.wasm`, `${OUT}/nutgraf.wasm`);
  for (const words of LENGTHS) writeFileSync(`${OUT}/${words}.txt`, longText(words));

  return Object.fromEntries(
    keys.map((key) => {
      const files = [`${OUT}/${key}.js`, ...(WASM[key] ?? [])].map((file) => readFileSync(file));
      const sum = (/** @type {number[]} */ sizes) => sizes.reduce((one, other) => one + other, 0);
      return [key, { min: sum(files.map((file) => file.length)), brotli: sum(files.map((file) => brotli(file).length)) }];
    }),
  );
}
