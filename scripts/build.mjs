/**
 * Builds everything that is shipped: the command line, the wasm with its glue (www/pkg), the bundles (www/dist), and the documentation site of it (www/docs).
 *
 *   node scripts/build.mjs [--native-only | --wasm-only] [--stable]
 *
 * Ends with sizes and hashes, and fails where a size is above scripts/budgets.json. `--stable` makes the wasm without any
 * switch of scripts/wasm-recipe.mjs, as any stable compiler can: it does the same and weighs more, so no budget is held.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { environment, ROOT } from './environment.mjs';
import { spaceAfter } from '../www/text.js';
import { copyDocuments, reportHashes, writeHashes } from './package-files.mjs';
import { buildSite } from './site.mjs';
import { BINDGEN_FLAGS, cargoRecipe, OPT_FLAGS, SWITCHES, WASM_TARGET_DIR } from './wasm-recipe.mjs';

const PKG = `${ROOT}/www/pkg`;
const DIST = `${ROOT}/www/dist`;
const LABELS = `${ROOT}/www/labels`;

const { values: flags } = parseArgs({
  options: { 'native-only': { type: 'boolean' }, 'wasm-only': { type: 'boolean' }, stable: { type: 'boolean', default: false } },
});
const RECIPE = cargoRecipe(WASM_TARGET_DIR, flags.stable ? [] : SWITCHES);
/** What pkg was made from; kept inside it so that deleting pkg forgets it. */
const STAMP = `${PKG}/.inputs`;

/** A failure whose cause the failing command has already printed. */
class StepFailed extends Error {}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env] over the usual one
 * @param {'inherit' | 'pipe'} [output] whether what it prints is shown or returned
 */
function run(command, args, env = {}, output = /** @type {'inherit' | 'pipe'} */ ('inherit')) {
  const { status, error, signal, stdout } = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...environment, ...env },
    stdio: ['inherit', output, 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw new StepFailed(`${command} does not start (${error.message}). Install it: scripts/setup build`);
  if (status !== 0) throw new StepFailed(`${command} ${args[0]} failed (${signal ?? `exit status ${status}`})`);
  return stdout ?? '';
}

function buildNative() {
  run('cargo', ['build', '--release', '--features', 'cli']);
}

/** Where cargo's build script put the language packs. */
let packs = '';

function buildWasm() {
  // Its messages say where the build script writes; what people read still goes to standard error.
  const messages = run('cargo', [...RECIPE.args, '--message-format=json-render-diagnostics'], RECIPE.env, 'pipe');
  const built = messages.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  const own = built.find(({ reason, package_id: id }) => reason === 'build-script-executed' && /[/#]nutgraf[#@]/.test(id));
  if (!own) throw new StepFailed('cargo does not say where the language packs are');
  packs = `${own.out_dir}/packs`;
}

/** @returns {string[]} the language packs that travel beside the wasm, which has English inside */
const packFiles = () => readdirSync(packs).filter((name) => name !== 'en.txt');

/** @param {string} directory */
function copyPacks(directory) {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const name of packFiles()) copyFileSync(`${packs}/${name}`, `${directory}/${name}`);
}

/** What wasm-bindgen exports: an instantiation that does nothing the second time; and one that gives a new instance each time. */
const ONCE = 'export { initSync, __wbg_init as default };';
const AGAIN = 'export { __wbg_init_once as default };';

/** What the glue and the optimized wasm depend on, as one hash. */
function inputsOfPkg() {
  const binaryen = readFileSync(`${ROOT}/node_modules/binaryen/package.json`);
  const options = JSON.stringify([BINDGEN_FLAGS, OPT_FLAGS, ONCE, AGAIN]);
  return createHash('sha256').update(readFileSync(RECIPE.output)).update(binaryen).update(options).digest('hex');
}

/** The glue that can be given another instance, as a broken one must be replaced. @param {string} glue */
function renewable(glue) {
  if (!glue.includes(ONCE) || !glue.includes('async function __wbg_init_once(')) throw new StepFailed('the glue of this wasm-bindgen has another form: see ONCE in scripts/build.mjs');
  return glue.replace(ONCE, AGAIN);
}

function buildPkg() {
  copyPacks(`${PKG}/languages`);
  const inputs = inputsOfPkg();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs) {
    console.log('      unchanged');
    return;
  }
  run('wasm-bindgen', [...BINDGEN_FLAGS, '--out-dir', PKG, RECIPE.output]);
  const wasm = `${PKG}/nutgraf_bg.wasm`;
  run('wasm-opt', [...OPT_FLAGS, wasm, '-o', `${wasm}.opt`]);
  renameSync(`${wasm}.opt`, wasm);
  const glue = `${PKG}/nutgraf.js`;
  writeFileSync(glue, renewable(readFileSync(glue, 'utf8')));
  writeFileSync(STAMP, inputs);
}

/** A style sheet imported by a module is its minified text, with what it `@import`s in it. @type {import('esbuild').Plugin} */
const cssAsText = {
  name: 'css-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, minify: true, write: false, logLevel: 'warning' });
      // What it leaves: the space before what a variable falls back to.
      return { contents: outputFiles[0].text.trim().replace(/(var\(--[\w-]+,) /g, '$1'), loader: 'text' };
    });
  },
};

/** The languages of the labels besides English, which is in the bundles. */
const LABEL_LANGUAGES = readdirSync(LABELS).map((name) => name.replace('.json', '')).filter((tag) => tag !== 'en');

/** Tags that have the labels of another one: of places that write Chinese in traditional characters. The command line reads them too. */
const LABEL_ALIASES = /** @type {Record<string, string>} */ (JSON.parse(readFileSync(`${ROOT}/www/label-aliases.json`, 'utf8')));

/** What pages ask for labels by, as a regular expression: languages by their first letters, each with the rest of its tags. */
const labelPattern = () => {
  /** @type {Map<string, string[]>} */
  const rests = new Map();
  for (const tag of [...LABEL_LANGUAGES, ...Object.keys(LABEL_ALIASES)].sort()) {
    const [language, rest] = tag.toLowerCase().split('-');
    rests.set(language, [...(rests.get(language) ?? []), ...(rest ? [rest] : [])]);
  }
  return [...rests].map(([language, rest]) => language + (rest.length > 1 ? `(-(${rest.join('|')}))?` : rest.length > 0 ? `(-${rest[0]})?` : '')).join('|');
};

/** The module of each language, by its tag: what a page fetches, and English for those who import it. */
async function buildLabels() {
  rmSync(`${DIST}/labels`, { recursive: true, force: true });
  mkdirSync(`${DIST}/labels`, { recursive: true });
  for (const [tag, file] of [...['en', ...LABEL_LANGUAGES].map((language) => [language, language]), ...Object.entries(LABEL_ALIASES)]) {
    const labels = JSON.parse(readFileSync(`${LABELS}/${file}.json`, 'utf8'));
    labels.question += spaceAfter(labels.question);
    const { code } = await transform(`export default ${JSON.stringify(labels)}`, { charset: 'utf8', minify: true });
    writeFileSync(`${DIST}/labels/${tag.toLowerCase()}.js`, code);
  }
}

/** Takes another file for by-address.js. @param {'by-import' | 'by-inclusion'} name @returns {import('esbuild').Plugin} */
const parts = (name) => ({
  name,
  setup({ onResolve }) {
    onResolve({ filter: /\/by-address\.js$/ }, () => ({ path: `${ROOT}/www/${name}.js` }));
  },
});

/** What there are files for; declared in www/build.d.ts. */
const present = () => ({
  LABEL_LANGUAGES: JSON.stringify(labelPattern()),
  PACK_LANGUAGES: JSON.stringify(packFiles().filter((name) => /^\w+\.txt$/.test(name)).map((name) => name.replace('.txt', '')).join(' ')),
});

/** @param {import('esbuild').BuildOptions} options */
const bundle = (options) =>
  build({ bundle: true, format: 'esm', target: 'es2022', charset: 'utf8', minify: true, legalComments: 'none', logLevel: 'warning', define: present(), ...options }).catch(() => {
    throw new StepFailed('esbuild failed');
  });

/** What is a module's content where the parts are not fetched: language packs as text, the WebAssembly as bytes. @type {Record<string, import('esbuild').Loader>} */
const EMBEDDED = { '.txt': 'text', '.wasm': 'binary' };

const BUNDLES = ['nutgraf', 'summarizer', 'panel', 'custom-labels', 'off-thread'];

/** @param {string[]} names */
const sources = (names) => names.map((name) => `${ROOT}/www/${name}.js`);

async function buildDist() {
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
  await buildLabels();
  // What pages load as it is. Bundled apart: the chunks behind the first two are loaded by addresses that those compute.
  await bundle({ entryPoints: sources(BUNDLES), outdir: DIST, minify: false, minifySyntax: true, plugins: [cssAsText] });
  for (const name of BUNDLES) {
    // 2 to 3 % smaller than what esbuild's minifier makes, in gzip.
    const { code } = await minify(readFileSync(`${DIST}/${name}.js`, 'utf8'), { module: true, ecma: 2020, compress: { passes: 3, inline: 1 } });
    writeFileSync(`${DIST}/${name}.js`, `${code}`);
  }
  // What bundlers read: modules that share their parts.
  await bundle({
    entryPoints: sources(['nutgraf', 'element', 'define', 'summarizer', 'polyfill']),
    outdir: `${DIST}/modules`,
    splitting: true,
    loader: EMBEDDED,
    plugins: [cssAsText, parts('by-import')],
  });
  // One file for classic scripts and for workers that may not import.
  await bundle({
    entryPoints: { 'nutgraf.standalone': `${ROOT}/www/standalone.js` },
    outdir: DIST,
    format: 'iife',
    globalName: 'nutgraf',
    define: { ...present(), 'import.meta.url': 'scriptUrl' },
    inject: [`${ROOT}/www/script-url.js`],
    loader: EMBEDDED,
    plugins: [cssAsText, parts('by-inclusion')],
  });
  copyPacks(`${DIST}/languages`);
  copyFileSync(`${PKG}/nutgraf_bg.wasm`, `${DIST}/nutgraf.wasm`);
  run('custom-elements-manifest', ['analyze', '--quiet', '--config', 'scripts/manifest.config.mjs'], {}, 'pipe');
  copyDocuments();
  writeHashes();
}

/**
 * Prints raw and compressed sizes of what is shipped.
 * @param {Record<string, Record<string, number>>} budgets bytes by file and encoding
 * @returns {string[]} a sentence for each budget that is broken
 */
function reportSizes(budgets) {
  const broken = [];
  console.log(`\n${'bytes'.padEnd(32)}${['raw', 'gzip', 'brotli'].map((name) => name.padStart(10)).join('')}   budget`);
  const files = ['nutgraf.js', 'panel.js', 'custom-labels.js', 'summarizer.js', 'off-thread.js', 'nutgraf.wasm', ...packFiles().map((name) => `languages/${name}`)];
  for (const path of files.map((name) => relative(ROOT, `${DIST}/${name}`))) {
    const raw = readFileSync(`${ROOT}/${path}`);
    /** @type {Record<string, number>} */
    const sizes = {
      raw: raw.length,
      gzip: gzipSync(raw, { level: 9 }).length,
      brotli: brotliCompressSync(raw, {
        params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
      }).length,
    };
    const limits = Object.entries(budgets[path] ?? budgets[path.replace(/[^/]+(?=\.txt$)/, '*')] ?? {});
    const columns = Object.values(sizes).map((size) => size.toLocaleString('en').padStart(10));
    const words = limits.map(([encoding, limit]) => `${encoding} ≤ ${limit.toLocaleString('en')}`);
    console.log(`${path.padEnd(32)}${columns.join('')}   ${words.join(', ') || '–'}`);
    for (const [encoding, limit] of limits) {
      const size = sizes[encoding];
      if (size > limit) broken.push(`${path} is ${size} bytes in ${encoding}, the budget is ${limit} (scripts/budgets.json)`);
    }
  }
  return broken;
}

/** @typedef {{ what: string, work: () => void | Promise<void>, group: 'native' | 'wasm' }} Step */

/** @type {Step[]} */
const STEPS = [
  { group: 'native', what: 'command line (cargo)', work: buildNative },
  { group: 'wasm', what: 'wasm (cargo)', work: buildWasm },
  { group: 'wasm', what: 'glue (wasm-bindgen) and wasm-opt', work: buildPkg },
  { group: 'wasm', what: 'bundles (esbuild)', work: buildDist },
  { group: 'wasm', what: 'documentation site', work: buildSite },
];

async function main() {
  const only = flags['native-only'] ? 'native' : flags['wasm-only'] ? 'wasm' : undefined;
  const steps = STEPS.filter(({ group }) => !only || group === only);
  for (const [index, { what, work }] of steps.entries()) {
    console.log(`[${index + 1}/${steps.length}] build: ${what}`);
    await work();
  }
  if (only === 'native') return;
  const broken = reportSizes(flags.stable ? {} : JSON.parse(readFileSync(new URL('./budgets.json', import.meta.url), 'utf8')));
  // Not where a demo is served, whose address should be seen.
  if (!only) reportHashes();
  if (broken.length > 0) throw new StepFailed(broken.join('\n       '));
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(`build: ${error.message}`);
  process.exitCode = 1;
}
