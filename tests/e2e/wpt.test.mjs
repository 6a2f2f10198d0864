/** The harness for the public tests of the Summarizer, on a small checkout of our own making. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { environment, ROOT } from '../../scripts/environment.mjs';

const CHECKOUT = `${ROOT}/target/wpt-of-our-own`;
const TEST_MS = 120_000;

/** The few calls of testharness.js that the tests below make. */
const TESTHARNESS = `{
  const tests = [];
  const report = [];
  Object.assign(globalThis, {
    add_completion_callback: (callback) => report.push(callback),
    assert_equals(actual, expected) {
      if (actual !== expected) throw new Error('expected ' + expected + ' but got ' + actual);
    },
    promise_test: (work, name) => tests.push({ name, work, status: 0 }),
  });
  addEventListener('load', async () => {
    for (const test of tests) {
      await test.work().catch((error) => Object.assign(test, { status: 1, message: error.message }));
    }
    for (const callback of report) callback(tests, { status: 0, message: null });
  });
}`;

const FIRST = `// META: title=First
// META: script=../resources/util.js
promise_test(async () => assert_equals(await (await Summarizer.create({ type: 'tldr' })).summarize(sentence), sentence), 'a summary');
promise_test(async () => assert_equals(await Summarizer.availability(), 'unavailable'), 'Summarizer.availability() returns unavailable for unsupported languages');
`;

const PAGE = `<!doctype html>
<script src="/resources/testharness.js"></script>
<script src="/resources/testharnessreport.js"></script>
<script src="/resources/testdriver.js"></script>
<body></body>
<script>
promise_test(async () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  await test_driver.bless('create', null, frame.contentWindow);
  assert_equals(String(await frame.contentWindow.Summarizer.create()), '[object Summarizer]');
}, 'a frame has it too');
</script>`;

/** @param {string} name @param {string} content */
const write = (name, content) => {
  mkdirSync(dirname(`${CHECKOUT}/${name}`), { recursive: true });
  writeFileSync(`${CHECKOUT}/${name}`, content);
};

/** @param {string[]} args @returns {Promise<{ status: number | null, output: string }>} */
const harness = (args) =>
  new Promise((resolve) => {
    const child = spawn('node', ['tests/e2e/wpt.mjs', ...args], { cwd: ROOT, env: environment });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('close', (status) => resolve({ status, output }));
  });

test('runs scripts and pages on ours, excepts what is named with its reason, and fails for all else', { timeout: TEST_MS }, async () => {
  rmSync(CHECKOUT, { recursive: true, force: true });
  write('resources/testharness.js', TESTHARNESS);
  write('ai/resources/util.js', "const sentence = 'It rained in Riga on Monday.';");
  write('ai/summarizer/first.https.window.js', FIRST);
  write('ai/summarizer/second.https.html', PAGE);
  const good = await harness([CHECKOUT]);
  assert.match(good.output, /first\.https\.window\.html: 1 of 2[^]*second\.https\.html: 1 of 1[^]*2 passed, 1 exceptions, 0 not as expected/);
  assert.match(good.output, /except +Summarizer\.availability\(\) returns unavailable.*\n +on purpose: any language/);
  assert.equal(good.status, 0, good.output);
  write('ai/summarizer/third.https.any.js', "promise_test(async () => assert_equals(typeof Summarizer.create, 'object'), 'a failure');");
  write('ai/summarizer/fourth.https.any.js', "promise_test(async () => {}, 'returns unavailable for unsupported languages');");
  write('ai/summarizer/fifth.https.any.js', '');
  const bad = await harness([CHECKOUT]);
  assert.match(bad.output, /FAILS +a failure\n +expected object but got function/);
  assert.match(bad.output, /PASSES, though named as an exception/);
  assert.match(bad.output, /fifth\.https\.any\.html: 0 of 0\n +NOT RUN/);
  assert.equal(bad.status, 1, bad.output);
});

test('says what a checkout needs', { timeout: TEST_MS }, async () => {
  for (const args of [[], [`${ROOT}/tests`]]) {
    const { status, output } = await harness(args);
    assert.deepEqual([status, /usage: .*CHECKOUT/.test(output)], [2, true]);
  }
});
