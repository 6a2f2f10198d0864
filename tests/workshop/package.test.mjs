/** What npm publishes: its files are there, and its types are right for those who write TypeScript. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { environment, ROOT } from '../../scripts/environment.mjs';

/** @param {string} cwd @param {string[]} args */
const tsc = (cwd, args) => {
  const { status, stdout, stderr } = spawnSync('tsc', args, { cwd, env: environment, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
};

test('every file that the package names is there', () => {
  const { exports, files } = JSON.parse(readFileSync(`${ROOT}/www/package.json`, 'utf8'));
  const named = [...files, ...Object.values(exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))];
  for (const path of named) assert.ok(existsSync(`${ROOT}/www/${path.replace('/*', '')}`), path);
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

for (const module of ['nodenext', 'preserve']) {
  test(`TypeScript that uses the package compiles, strictly, with module ${module}`, () => {
    const folder = `${ROOT}/target/consumer`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(`${folder}/node_modules`, { recursive: true });
    symlinkSync(`${ROOT}/www`, `${folder}/node_modules/nutgraf`);
    copyFileSync(`${ROOT}/tests/types/consumer.ts`, `${folder}/consumer.ts`);
    writeFileSync(`${folder}/package.json`, JSON.stringify({ type: 'module' }));
    const compilerOptions = { module, target: 'esnext', lib: ['esnext', 'dom', 'dom.iterable'], types: [], strict: true, noEmit: true };
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    tsc(folder, ['--project', '.']);
  });
}
