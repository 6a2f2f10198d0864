/** The commands of the documentation are run as they stand there, by the shell, in the root of the repository. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { withFigures, withFiguresInShort } from '../../bench/written.mjs';
import { withScores, withScoresInShort } from '../../scripts/eval-report.mjs';
import { environment, ROOT } from '../../scripts/environment.mjs';
import { inputsOfPictures, inputsWhenTaken } from '../../scripts/pictures.mjs';
import { stepsOf } from '../../scripts/test-steps.mjs';
import { SWITCHES } from '../../scripts/wasm-recipe.mjs';

/** @param {string} path */
const read = (path) => readFileSync(`${ROOT}/${path}`, 'utf8');

const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md'],
  ...['ARCHITECTURE', 'building', 'command-line', 'evaluation', 'hosting', 'performance', 'privacy', 'recipes', 'scoring', 'start', 'summarizer', 'widget'].map((name) => `docs/${name}.md`),
];
const text = new Map(DOCUMENTS.map((path) => [path, read(path)]));
const [readme] = text.values();

/** @param {string} document @returns {string[]} the lines of its shell blocks */
const commandsOf = (document) => [...document.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].flatMap(([, block]) => block.trim().split('\n').map((line) => line.trim()));

/** `make test` is what runs this, after a build and with the steps of the test run; `make demo` has tests of its own below. */
const RUN_ELSEWHERE = ['make demo', 'make test', 'make build', 'make lint', '.ci/run'];
/** The steps of the test run that are these commands, and the tests that are in them. @type {[RegExp, string][]} */
const RUN_IN_STEPS = [
  [/^cargo test --features cli( --test \w+| [\w:]+)?$/, 'cargo-test'],
  [/^node scripts\/build\.mjs --wasm-only --stable$/, 'stable'],
  [/^ENGINE=chromium node --test --test-reporter=spec tests\/e2e\/short\.test\.mjs$/, 'e2e-chromium'],
];

test('what measurements write is as they last wrote it', () => {
  const [figures, evaluation] = ['docs/bench.json', 'docs/eval.json'].map((path) => JSON.parse(read(path)));
  assert.equal(readme, withFiguresInShort(readme, figures));
  assert.equal(readme, withScoresInShort(readme, evaluation));
  assert.equal(text.get('docs/performance.md'), withFigures(read('docs/performance.md'), figures));
  assert.equal(text.get('docs/evaluation.md'), withScores(read('docs/evaluation.md'), evaluation));
});

test('the pictures of the README show the widget as it is: else make shots', () => {
  assert.equal(inputsWhenTaken(), inputsOfPictures());
});

test('every compiler switch has its line in the table of what it saves', () => {
  for (const { name } of SWITCHES) assert.match(read('docs/building.md'), new RegExp(`^\\| \`${name}\` \\|.*\\| [0-9,−]+ \\|$`, 'm'));
});

test('the README is short, and names commands', () => {
  assert.ok(readme.split(/\s+/).length < 900, `${readme.split(/\s+/).length} words`);
  const commands = commandsOf(readme);
  for (const command of ['make demo', 'make test', 'make build']) assert.ok(commands.includes(command), command);
});

for (const [path, document] of text) {
  test(`${path}: every verb of make is there, and every file and section that it names`, () => {
    for (const [, verb] of document.matchAll(/`make ([a-z-]+)/g)) assert.match(read('Makefile'), new RegExp(`^${verb}:`, 'm'), verb);
    for (const [, target] of document.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
      const [file, section] = target.split('#');
      const linked = file ? join(dirname(path), file) : path;
      assert.ok(existsSync(`${ROOT}/${linked}`), target);
      const slugs = [...read(linked).matchAll(/^#+ (.+)$/gm)].map(([, title]) => title.toLowerCase().replaceAll(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-'));
      if (section) assert.ok(slugs.includes(section), target);
    }
    for (const [, file] of document.matchAll(/`((?:src|www|docs|tests|tools|scripts|bench|\.ci|\.github)\/[\w./-]+)`/g)) {
      // What a build makes is not there before it.
      if (!/^www\/(dist|pkg)/.test(file)) assert.ok(existsSync(`${ROOT}/${file}`), file);
    }
  });

  for (const command of commandsOf(document).filter((each) => !RUN_ELSEWHERE.includes(each))) {
    const [, step] = RUN_IN_STEPS.find(([pattern]) => pattern.test(command)) ?? [];
    if (step) {
      test(`${path}: the test run has the step ${step} for: ${command}`, () => {
        assert.ok(stepsOf().some(({ name }) => name === step));
      });
      continue;
    }
    test(`works as ${path} has it: ${command}`, () => {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: ROOT, env: environment, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      assert.equal(stderr, '');
      assert.notEqual(stdout.trim(), '');
    });
  }
}

/**
 * Runs `make demo` until it prints its address.
 *
 * @param {(url: string) => Promise<void>} use
 */
const withDemo = async (use) => {
  const demo = spawn('make', ['demo'], { cwd: ROOT, env: environment, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    let printed = '';
    for await (const chunk of demo.stdout) {
      printed += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(printed)?.[0];
      if (url) {
        await use(url);
        return;
      }
    }
    assert.fail(`make demo ended without an address:\n${printed}`);
  } finally {
    if (demo.pid) process.kill(-demo.pid, 'SIGTERM');
    if (demo.exitCode === null && demo.signalCode === null) await once(demo, 'exit');
  }
};

test('make demo serves the front page, the widget and the wasm on the address that it prints', async () => {
  await withDemo(async (url) => {
    const front = await fetch(url);
    assert.equal(front.status, 200);
    assert.match(await front.text(), /<script type="module" src="\.\.\/dist\/nutgraf\.js"/);
    for (const file of ['nutgraf.js', 'panel.js', 'nutgraf.wasm']) {
      assert.equal((await fetch(new URL(`/dist/${file}`, url))).status, 200, file);
    }
  });
});

test('make demo takes another port when its own is taken', async () => {
  const blocker = createServer().listen(8080, '127.0.0.1');
  // Someone else may have it already: then it is taken as well.
  await once(blocker, 'listening').catch(({ code }) => assert.equal(code, 'EADDRINUSE'));
  try {
    await withDemo(async (url) => {
      assert.notEqual(new URL(url).port, '8080');
      assert.equal((await fetch(url)).status, 200);
    });
  } finally {
    blocker.close();
  }
});
