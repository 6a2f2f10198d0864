/**
 * Says where every KB of the wasm goes, by file of the source: writes docs/size.md.
 *
 *   node scripts/size-report.mjs
 *
 * Run after a build. It builds the module once more with line tables (bench/size reads them).
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { environment, ROOT } from './environment.mjs';
import { cargoOutput, cargoRecipe, WASM_TARGET_DIR } from './wasm-recipe.mjs';
import { parseModule } from './wasm-sections.mjs';

const SHIPPED = `${ROOT}/www/dist/nutgraf.wasm`;
const WORK = `${ROOT}/target/size`;
const REPORT = `${ROOT}/docs/size.md`;
/** Packed data shorter than this could be found by chance. */
const DATA_BYTES_MIN = 24;
/** So many of the largest functions are named. */
const LARGEST = 15;

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @param {string} [input]
 */
function run(command, args, env = {}, input = '') {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, env: { ...environment, ...env }, encoding: 'utf8', input, maxBuffer: 1 << 26 });
  if (error || status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  return stdout;
}

/** A name without the hash that the compiler puts behind it. @param {string} name */
const plain = (name) => name.replace(/::h[0-9a-f]{16}$|\[[0-9a-f]{16}\]/g, '');

/**
 * Builds once more with line tables, beside the usual build, and says which file each byte of code comes from: the
 * innermost of src/ that it was put into, since after inlining hardly a function is left.
 */
function codeByFile() {
  const recipe = cargoRecipe(WORK);
  run('cargo', [...recipe.args, '--quiet', '--locked'], { ...recipe.env, CARGO_PROFILE_WASM_RELEASE_DEBUG: 'line-tables-only' });
  run('cargo', ['build', '--quiet', '--locked', '--release', '--manifest-path', `${ROOT}/bench/size/Cargo.toml`]);
  // What wasm-bindgen throws away, its descriptions of types, is as large as all the rest. Its output has the same
  // functions in the same order whether it makes their names readable or not.
  const [kept, readable] = [['--no-demangle'], []].map((flags) => {
    run('wasm-bindgen', ['--target', 'web', ...flags, '--out-dir', WORK, recipe.output]);
    return parseModule(readFileSync(`${WORK}/nutgraf_bg.wasm`)).functions.map(({ name }) => name);
  });
  const names = new Map(kept.map((name, at) => [name, readable[at]]));
  const functions = parseModule(readFileSync(recipe.output)).functions.flatMap((each) => {
    const name = names.get(each.name);
    return name === undefined ? [] : [{ ...each, name }];
  });
  const ranges = functions.map(({ start, body }) => `${start} ${start + body.length}\n`).join('');
  const lines = run(`${ROOT}/target/release/nutgraf-size`, [recipe.output, `${ROOT}/src`], {}, ranges);
  /** @type {Map<string, number>} */
  const rooms = new Map();
  for (const [, bytes, file] of lines.matchAll(/^(\d+)\t(.+)$/gm)) rooms.set(roomOf(file), (rooms.get(roomOf(file)) ?? 0) + Number(bytes));
  return { rooms, functions };
}

/** @param {Buffer[]} pieces */
const brotli = (pieces) => brotliCompressSync(Buffer.concat(pieces), { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

/** `src/language/token.rs` is a room, and so is each crate. @param {string} file */
function roomOf(file) {
  if (file.startsWith('src/')) return file;
  const crate = /\/(?:index[^/]*|deps)\/([^/]+)-\d[^/]*\//.exec(file)?.[1];
  if (crate) return /^(wasm-bindgen|js-sys|web-sys)/.test(crate) ? 'wasm-bindgen, js-sys, web-sys' : crate;
  const library = /\/library\/([a-z_-]+)\//.exec(file)?.[1];
  return library ? `standard library: ${library}` : 'without a line';
}

/** What build.rs packed, newest build first. @returns {[string, Buffer][]} */
function packedData() {
  const builds = `${cargoOutput(WASM_TARGET_DIR)}/build`;
  const folders = readdirSync(builds)
    .filter((name) => /^nutgraf-/.test(name))
    .map((name) => `${builds}/${name}/out`)
    .filter((folder) => statSync(folder, { throwIfNoEntry: false }))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  const [newest] = folders;
  if (!newest) return [];
  const files = readdirSync(newest).filter((name) => /\.(gcs|bin)$/.test(name)).sort();
  // Of the language packs English alone is inside.
  return [...files, 'packs/en.txt'].map((name) => [name, readFileSync(`${newest}/${name}`)]);
}

/** Files of weights that a source includes, without the line of text that each begins with. @param {string} [folder] @returns {[string, Buffer][]} */
function includedFiles(folder = 'src') {
  return readdirSync(`${ROOT}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return includedFiles(path);
    if (!path.endsWith('.bin')) return [];
    const file = readFileSync(`${ROOT}/${path}`);
    return [/** @type {[string, Buffer]} */ ([path.slice('src/'.length), file.subarray(file.indexOf('\n') + 1)])];
  });
}

/** @param {Buffer[]} segments @returns {Map<string, Buffer[]>} by what it is */
function attributeData(segments) {
  /** @type {Map<string, Buffer[]>} */
  const rooms = new Map();
  /** @param {string} room @param {Buffer} bytes */
  const add = (room, bytes) => bytes.length > 0 && rooms.set(room, [...(rooms.get(room) ?? []), bytes]);
  const known = [...packedData(), ...includedFiles()].filter(([, bytes]) => bytes.length >= DATA_BYTES_MIN);
  for (const segment of segments) {
    const found = known
      .map(([name, bytes]) => ({ name, at: segment.indexOf(bytes), length: bytes.length }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at);
    let from = 0;
    for (const { name, at, length } of found) {
      if (at < from) continue;
      add('tables, strings and messages', segment.subarray(from, at));
      add(name, segment.subarray(at, at + length));
      from = at + length;
    }
    add('tables, strings and messages', segment.subarray(from));
  }
  return rooms;
}

/** @param {number} bytes */
const number = (bytes) => bytes.toLocaleString('en');

function main() {
  const { rooms, functions } = codeByFile();
  const raw = readFileSync(SHIPPED);
  const shipped = parseModule(raw);
  const code = shipped.functions.map(({ body }) => body);
  const sum = (/** @type {Buffer[]} */ pieces) => pieces.reduce((total, { length }) => total + length, 0);
  const before = [...rooms.values()].reduce((total, bytes) => total + bytes, 0);
  const small = brotli(code);
  const codeLines = [...rooms]
    .sort(([, one], [, other]) => other - one)
    .map(([room, bytes]) => {
      const share = bytes / before;
      return `| ${room} | ${number(bytes)} | ${(share * 100).toFixed(1)} % | ${((share * small) / 1000).toFixed(1)} |`;
    });
  const dataLines = [...attributeData(shipped.data)]
    .sort(([, one], [, other]) => sum(other) - sum(one))
    .map(([name, pieces]) => `| ${name} | ${number(sum(pieces))} | ${(brotli(pieces) / 1000).toFixed(1)} |`);
  const rest = shipped.sections.filter(({ name }) => !['code', 'data'].includes(name)).map(({ bytes }) => bytes);
  const largest = functions
    .toSorted((one, other) => other.body.length - one.body.length)
    .slice(0, LARGEST)
    .map(({ name, body }) => `| \`${plain(name).replaceAll('|', '\\|')}\` | ${number(body.length)} |`);
  const report = `# Where every KB of the wasm goes

\`nutgraf.wasm\` is ${number(raw.length)} bytes, ${number(brotli([raw]))} of them after brotli: ${number(sum(code))} of code (${(small / 1000).toFixed(1)} KB of brotli when packed alone), ${number(sum(shipped.data))} of data (${(brotli(shipped.data) / 1000).toFixed(1)} KB) and ${number(sum(rest))} of types, exports, tables and the like. Made by \`node scripts/size-report.mjs\`.

## Code

By the line tables, from the compiler's output before \`wasm-opt\` makes it smaller. A byte belongs to the innermost file of \`src/\` that it was put into: generic code of the standard library counts where it was inlined, and in its crate where it stayed a function of its own. The last column is the file's share of the shipped code's brotli.

| file, or crate | bytes before wasm-opt | share | brotli, KB |
|---|---:|---:|---:|
${codeLines.join('\n')}

## Data

As shipped.

| what | bytes | brotli, KB |
|---|---:|---:|
${dataLines.join('\n')}

## The ${LARGEST} largest functions

After inlining, before \`wasm-opt\`.

| function | bytes |
|---|---:|
${largest.join('\n')}
`;
  writeFileSync(REPORT, report);
  console.log(`size: docs/size.md says where the ${number(raw.length)} bytes of the wasm go`);
}

try {
  main();
} catch (error) {
  console.error(`size: ${/** @type {Error} */ (error).message}. Build first: make build`);
  process.exitCode = 1;
}
