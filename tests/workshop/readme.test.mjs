/** The README's commands are run as they stand there, by the shell, in the root of the repository. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { test } from 'node:test';
import { withFigures } from '../../bench/readme.mjs';
import { withScores } from '../../scripts/eval-report.mjs';
import { environment, ROOT } from '../../scripts/environment.mjs';

const readme = readFileSync(`${ROOT}/README.md`, 'utf8');
const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block]) => block.trim().split('\n'));

/** `make test` is what runs this, after a build; `make demo` has tests of its own below. */
const RUN_ELSEWHERE = ['make demo', 'make test', 'make build'];

test('the README has the figures of the last make bench', () => {
  assert.equal(readme, withFigures(readme, JSON.parse(readFileSync(`${ROOT}/docs/bench.json`, 'utf8'))));
});

test('the README has the scores of the last make eval', () => {
  assert.equal(readme, withScores(readme, JSON.parse(readFileSync(`${ROOT}/docs/eval.json`, 'utf8'))));
});

test('the README names commands', () => {
  assert.ok(commands.length > 6);
  for (const command of RUN_ELSEWHERE) assert.ok(commands.includes(command), command);
});

for (const command of commands.filter((each) => !RUN_ELSEWHERE.includes(each))) {
  test(`works as the README has it: ${command}`, () => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: ROOT, env: environment, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.equal(stderr, '');
    assert.notEqual(stdout.trim(), '');
  });
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
