/** The wasm that any stable compiler makes, without a switch of scripts/wasm-recipe.mjs: it works as the shipped one does. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { environment, ROOT } from '../../scripts/environment.mjs';
import { BINDGEN_FLAGS, cargoRecipe } from '../../scripts/wasm-recipe.mjs';

const WORK = `${ROOT}/target/stable`;
const SEED = `${ROOT}/seeds/002_944bb16cfb0cb33f.txt`;

test('the stable build summarizes, word for word as the command line', async () => {
  const { args, env, output } = cargoRecipe(WORK, []);
  assert.equal(env.RUSTC_BOOTSTRAP, undefined);
  assert.equal(env.CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS, '');
  execFileSync('cargo', [...args, '--quiet', '--locked'], { cwd: ROOT, env: { ...environment, ...env } });
  execFileSync('wasm-bindgen', [...BINDGEN_FLAGS, '--out-dir', `${WORK}/pkg`, output], { cwd: ROOT, env: environment });

  const glue = await import(pathToFileURL(`${WORK}/pkg/nutgraf.js`).href);
  glue.initSync({ module: readFileSync(`${WORK}/pkg/nutgraf_bg.wasm`) });
  const { sentences } = glue.summarizeText(readFileSync(SEED, 'utf8'), {});
  const json = execFileSync('target/release/nutgraf', ['summarize', '--format', 'json', SEED], { cwd: ROOT, env: environment, encoding: 'utf8' });
  assert.deepEqual(sentences.map((/** @type {{ text: string }} */ { text }) => text), JSON.parse(json).sentences.map((/** @type {{ text: string }} */ { text }) => text));
});
