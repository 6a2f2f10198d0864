/** What npm publishes: its files are there, and its types are right for those who write TypeScript. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { environment, ROOT } from '../../scripts/environment.mjs';
import { faults } from '../../scripts/package-files.mjs';

/** @param {string} cwd @param {string[]} args */
const tsc = (cwd, args) => {
  const { status, stdout, stderr } = spawnSync('tsc', args, { cwd, env: environment, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
};

test('every file that the package names is there, and as the build made it', () => {
  assert.deepEqual(faults(), []);
});

test('a server that renders pages may import the package, which does nothing there', async () => {
  const { NutGraf, stop } = await import(`${ROOT}/www/dist/nutgraf.js`);
  const { Summarizer } = await import(`${ROOT}/www/dist/summarizer.js`);
  assert.deepEqual([typeof NutGraf, typeof stop, typeof Summarizer], ['function', 'function', 'function']);
  stop();
});

test('the types that the package declares are those of its sources', () => {
  tsc(ROOT, ['--project', 'tests/types']);
});

/** Compiles a module that uses the package as npm installs it. @param {string} source @param {string} module */
const compile = (source, module) => {
  const folder = `${ROOT}/target/consumer`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/node_modules`, { recursive: true });
  symlinkSync(`${ROOT}/www`, `${folder}/node_modules/nutgraf`);
  writeFileSync(`${folder}/consumer.ts`, source);
  writeFileSync(`${folder}/package.json`, JSON.stringify({ type: 'module' }));
  const compilerOptions = { module, target: 'esnext', lib: ['esnext', 'dom', 'dom.iterable'], types: [], strict: true, noEmit: true };
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
  tsc(folder, ['--project', '.']);
};

for (const module of ['nodenext', 'preserve']) {
  test(`TypeScript that uses the package compiles, strictly, with module ${module}`, () => {
    compile(readFileSync(`${ROOT}/tests/types/consumer.ts`, 'utf8'), module);
  });
}

/** Markdown, so that the result has the text, with a name or figure of every kind. */
const OF_EVERY_KIND = `# The harbour of Lindholm reopens after the storm

On 5 May at 17:30 Mayor Anna Berg opened the harbour of **Copenhagen** in Denmark again. The work cost 40 million euros, 12% more
than planned, and took 300 metres of steel. Lindholm Shipping Ltd. lost 4217 containers. The Ministry of Transport praised the
Harbour Act, and fishermen blamed the Harbour Act.
`;

test('results of the WebAssembly and of the command line have the members that the types declare, and no others', async () => {
  const options = ['--sentences', '9'];
  const { status, stdout, stderr } = spawnSync('target/release/nutgraf', ['summarize', '--format', 'json', ...options], { cwd: ROOT, input: OF_EVERY_KIND, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const { default: init, summarizeText } = await import(`${ROOT}/www/dist/panel.js`);
  await init({ module_or_path: await WebAssembly.compile(readFileSync(`${ROOT}/www/dist/nutgraf.wasm`)) });
  const result = summarizeText(OF_EVERY_KIND, { sentences: 9 });
  assert.equal(JSON.stringify(result), stdout.trim());
  const [{ signals }] = summarizeText(OF_EVERY_KIND, { sentences: 1, context: 'the Harbour Act' }).sentences;
  const html = `<article>${OF_EVERY_KIND.split('\n\n').map((text) => `<p>${text}</p>`).join('')}</article>`;
  const onPage = spawnSync('target/release/nutgraf', ['summarize', '--input', 'html', '--format', 'json'], { cwd: ROOT, input: html, encoding: 'utf8' });
  assert.equal(onPage.status, 0, onPage.stderr);
  const kinds = result.entities.map((/** @type {{ kind: string }} */ { kind }) => kind);
  // An object literal may have no member that its type does not have, and with `-?` it must have them all: but for the part of
  // a context, where none is given.
  const source = `import type { EntityKind, Signals, Summary } from 'nutgraf';
    type Whole<T> = T extends (infer E)[] ? Whole<E>[] : T extends object ? { [K in Exclude<keyof T, 'context'>]-?: Whole<T[K]> } : T;
    export const signals: Required<Signals> = ${JSON.stringify(signals)};
    export const result: Whole<Omit<Summary, 'page'>> = ${stdout};
    export const onPage: Whole<Summary> = ${onPage.stdout};
    export const kinds: Record<EntityKind, true> = ${JSON.stringify(Object.fromEntries(kinds.map((/** @type {string} */ kind) => [kind, true])))};`;
  compile(source, 'nodenext');
});
