/** The steps of the test run, in order, and how each one's tests are counted. */
import { readdirSync, writeFileSync } from 'node:fs';
import { browserPath, CHROMIUM_FLAGS } from './browsers.mjs';
import { ROOT } from './environment.mjs';

/**
 * @typedef {{ passed: number, failed: number, reasons: string[] }} Count `reasons`: why a step fails although no test failed
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {'lint' | 'build' | 'native' | 'wasm' | 'e2e'} group
 * @property {string} what
 * @property {() => string[]} command
 * @property {(output: string, succeeded: boolean) => Count} count
 * @property {number} timeoutMinutes so that a browser that hangs cannot hang the run; far above what a slow machine takes
 * @property {Record<string, string>} [env]
 */

const E2E = 'tests/e2e';

/** A native test that runs away ends itself, not the machine: 8 GiB of address space. */
const LIMITED = ['prlimit', `--as=${8 * 1024 ** 3}`];

/** A check without tests of its own counts as one.
 * @type {Step['count']} */
const countOne = (_, succeeded) => ({ passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, reasons: [] });

/** One "test result:" line for each test binary.
 * @type {Step['count']} */
function countCargo(output) {
  const count = { passed: 0, failed: 0, reasons: /** @type {string[]} */ ([]) };
  let ignored = 0;
  for (const [, passed, failed, skipped] of output.matchAll(/^test result: .*?(\d+) passed; (\d+) failed; (\d+) ignored/gm)) {
    count.passed += Number(passed);
    count.failed += Number(failed);
    ignored += Number(skipped);
  }
  if (ignored > 0) count.reasons.push(`${ignored} ignored`);
  return count;
}

/** The closing lines of Node's test reporters.
 * @type {Step['count']} */
function countNode(output) {
  /** @param {string} name */
  const number = (name) => Number(output.match(new RegExp(`^(?:#|ℹ) ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  const reasons = ['cancelled', 'skipped', 'todo'].flatMap((name) => (number(name) > 0 ? [`${number(name)} ${name}`] : []));
  return { passed: number('pass'), failed: number('fail'), reasons };
}

/** The closing line of pytest: "41 passed, 1 failed in 2.64s". The type checks after it have no counts.
 * @type {Step['count']} */
function countPytest(output, succeeded) {
  const number = (/** @type {string} */ name) => Number(output.match(new RegExp(`(\\d+) ${name}.* in [\\d.]+s`))?.[1] ?? 0);
  const reasons = ['skipped', 'deselected', 'xfailed'].flatMap((name) => (number(name) > 0 ? [`${number(name)} ${name}`] : []));
  const failed = number('failed') + number('errors?');
  return { passed: number('passed'), failed: succeeded || failed > 0 ? failed : 1, reasons };
}

/** Where wasm-bindgen's test runner looks for the browsers' options. */
function writeWebdriverJson() {
  const options = {
    'goog:chromeOptions': { binary: browserPath('chromium'), args: CHROMIUM_FLAGS },
    'moz:firefoxOptions': { binary: browserPath('firefox'), args: ['-headless'] },
  };
  writeFileSync(`${ROOT}/webdriver.json`, `${JSON.stringify(options, null, 2)}\n`);
}

/** @returns {string[]} */
function endToEndFiles() {
  const names = readdirSync(`${ROOT}/${E2E}`).filter((name) => name.endsWith('.test.mjs'));
  // Without a file, `node --test` would look for tests all over the tree.
  if (names.length === 0) throw new Error(`there is no test in ${E2E}`);
  return names.sort().map((name) => `${E2E}/${name}`);
}

/** @type {Record<string, () => string[]>} */
const WASM_PACK = {
  chromium: () => ['wasm-pack', 'test', '--headless', '--chrome', '--chromedriver', browserPath('chromedriver')],
  firefox: () => ['wasm-pack', 'test', '--headless', '--firefox', '--geckodriver', browserPath('geckodriver')],
  // WebKit's driver hangs without a display.
  webkit: () => [browserPath('xvfbRun'), '-a', 'wasm-pack', 'test', '--headless', '--safari', '--safaridriver', browserPath('webKitWebDriver')],
};

/** @returns {Step[]} */
export function stepsOf() {
  /** @type {(name: string, what: string, command: string[], env?: Record<string, string>) => Step} */
  const lint = (name, what, command, env) => ({ name, group: 'lint', what, command: () => command, count: countOne, timeoutMinutes: 15, env });
  const engines = Object.keys(WASM_PACK);
  return [
    lint('rustfmt', 'format of the Rust code', ['cargo', 'fmt', '--all', '--', '--check', '--color', 'never']),
    lint('clippy', 'lints, native', ['cargo', 'clippy', '--all-targets', '--features', 'cli', '--', '-D', 'warnings']),
    lint('clippy-parquet', 'lints, with Parquet', ['cargo', 'clippy', '--bins', '--test', 'parquet', '--features', 'parquet', '--', '-D', 'warnings']),
    lint('clippy-wasm', 'lints, wasm32', ['cargo', 'clippy', '--lib', '--tests', '--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings']),
    ...['', 'html', 'eval', 'serde'].map((feature) =>
      lint(`clippy-${feature || 'bare'}`, `lints, with ${feature ? `the feature ${feature} alone` : 'no feature'}`, ['cargo', 'clippy', '--lib', '--no-default-features', '--features', feature, '--', '-D', 'warnings']),
    ),
    lint('clippy-python', 'lints, of the Python package', ['cargo', 'clippy', '--package', 'nutgraf-python', '--', '-D', 'warnings']),
    lint('rustdoc', 'documentation', ['cargo', 'doc', '--no-deps', '--features', 'cli'], { RUSTDOCFLAGS: '-D warnings' }),
    {
      name: 'imports',
      group: 'lint',
      what: 'the rooms of src import one way',
      command: () => ['node', '--test', '--test-reporter=spec', 'tests/workshop/imports.test.mjs'],
      count: countNode,
      timeoutMinutes: 5,
    },
    { name: 'build', group: 'build', what: 'release build, sizes within budget', command: () => ['node', 'scripts/build.mjs'], count: countOne, timeoutMinutes: 20 },
    // After the build: the glue's types come from it.
    lint('tsc', 'types', ['tsc', '--noEmit']),
    lint('eslint', 'lints, JavaScript and CSS', ['eslint', '--max-warnings', '0', '.']),
    lint('prettier', "format of the widget's style sheets and labels", ['prettier', '--check', '--log-level', 'warn', 'www/styles', 'www/labels']),
    { name: 'cargo-test', group: 'native', what: 'native tests', command: () => [...LIMITED, 'cargo', 'test', '--features', 'cli', '--no-fail-fast'], count: countCargo, timeoutMinutes: 20 },
    { name: 'parquet', group: 'native', what: 'the command line with Parquet', command: () => [...LIMITED, 'cargo', 'test', '--features', 'parquet', '--test', 'parquet'], count: countCargo, timeoutMinutes: 20 },
    {
      // After the build, whose command line it is held against.
      name: 'python',
      group: 'native',
      what: 'the Python package from its wheel, in a fresh environment',
      command: () => ['scripts/python', 'test'],
      count: countPytest,
      timeoutMinutes: 20,
    },
    {
      name: 'spark',
      group: 'native',
      what: 'the Python package in Spark: executors killed, tasks that fail',
      command: () => ['scripts/python', 'spark'],
      count: countPytest,
      timeoutMinutes: 20,
    },
    ...engines.map(
      /** @returns {Step} */ (engine) => ({
        name: `wasm-${engine}`,
        group: 'wasm',
        what: `wasm tests in ${engine}`,
        command: () => {
          writeWebdriverJson();
          return WASM_PACK[engine]();
        },
        // The runner's own limit, in seconds, is too low for a busy machine.
        env: { WASM_BINDGEN_TEST_TIMEOUT: '300' },
        count: countCargo,
        timeoutMinutes: 15,
      }),
    ),
    {
      name: 'readme',
      group: 'native',
      what: "the documentation's commands, the widget's labels, and the packages for npm and crates.io",
      command: () => ['node', '--test', '--test-reporter=spec', ...['labels', 'readme', 'package', 'crate'].map((name) => `tests/workshop/${name}.test.mjs`)],
      count: countNode,
      timeoutMinutes: 15,
    },
    {
      // Apart from the step before, in which other files build anew what this one packs.
      name: 'tarball',
      group: 'native',
      what: 'the package as npm packs it, by publint, attw and the compiler',
      command: () => ['node', '--test', '--test-reporter=spec', 'tests/workshop/tarball.test.mjs'],
      count: countNode,
      timeoutMinutes: 15,
    },
    {
      name: 'clients',
      group: 'e2e',
      what: 'the packed package in bundlers, frameworks and runtimes',
      command: () => ['node', '--test', '--test-reporter=spec', 'tests/clients/clients.test.mjs'],
      env: { ENGINE: 'chromium' },
      count: countNode,
      timeoutMinutes: 20,
    },
    {
      name: 'stable',
      group: 'wasm',
      what: 'the wasm without unstable compiler switches',
      command: () => ['node', '--test', '--test-reporter=spec', 'tests/workshop/stable.test.mjs'],
      count: countNode,
      timeoutMinutes: 15,
    },
    {
      name: 'batches',
      group: 'native',
      what: 'the memory of a batch does not grow with its input',
      command: () => ['node', '--test', '--test-reporter=spec', 'tests/workshop/batches.test.mjs'],
      count: countNode,
      timeoutMinutes: 10,
    },
    {
      name: 'instructions',
      group: 'native',
      what: 'instructions of five inputs, and linear growth',
      command: () => ['node', '--test', '--test-reporter=spec', 'tests/workshop/instructions.test.mjs'],
      count: countNode,
      timeoutMinutes: 10,
    },
    {
      name: 'lighthouse',
      group: 'e2e',
      what: 'a demo article with the widget and without, and the documentation, by Lighthouse',
      command: () => ['node', 'scripts/lighthouse.mjs'],
      count: countOne,
      timeoutMinutes: 10,
    },
    // An old Chromium as well: readers do not all update.
    ...[...engines, 'chromium110'].map(
      /** @returns {Step} */ (engine) => ({
        name: `e2e-${engine}`,
        group: 'e2e',
        what: `the demo and the widget in ${engine}`,
        command: () => ['node', '--test', '--test-concurrency=1', '--test-reporter=spec', ...endToEndFiles()],
        env: { ENGINE: engine },
        count: countNode,
        timeoutMinutes: 15,
      }),
    ),
  ];
}
