/**
 * Runs every test there is, in order, and goes on after a failure so that all of them are seen.
 *
 *   node scripts/test.mjs [--list] [--only NAME[,NAME…]]     a name, a group, or how a name begins
 *
 * A step that ran no test has failed, and so has a skipped test. Logs: target/test-logs/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { parseArgs } from 'node:util';
import { ROOT } from './environment.mjs';
import { endAll, runCommand } from './processes.mjs';
import { stepsOf } from './test-steps.mjs';

const LOGS = `${ROOT}/target/test-logs`;

/** @typedef {import('./test-steps.mjs').Step} Step */

/**
 * @param {Step[]} steps
 * @param {string} [only]
 * @returns {Step[]}
 */
function choose(steps, only) {
  if (only === undefined) return steps;
  /** @type {Set<Step>} */
  const chosen = new Set();
  for (const wanted of only.split(',')) {
    const exact = steps.filter(({ name, group }) => name === wanted || group === wanted);
    const found = exact.length > 0 || wanted === '' ? exact : steps.filter(({ name }) => name.startsWith(wanted));
    if (found.length === 0) throw new RangeError(`no step is called "${wanted}"; there are ${steps.map(({ name }) => name).join(', ')}`);
    found.forEach((step) => chosen.add(step));
  }
  return steps.filter((step) => chosen.has(step));
}

/** @param {number} since */
const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;

/**
 * A step whose command cannot even be put together (no such browser) fails like any other.
 * @param {Step['command']} command
 * @param {Parameters<typeof runCommand>[1]} options
 */
async function attempt(command, options) {
  /** @type {string[]} */
  let words;
  try {
    words = command();
  } catch (error) {
    return { output: '', failure: /** @type {Error} */ (error).message };
  }
  return runCommand(words, options);
}

/**
 * Runs a step and says how it went.
 * @param {Step} step
 * @param {string} position
 */
async function runStep({ name, what, command, env, count, timeoutMinutes }, position) {
  const log = `${LOGS}/${name}.log`;
  const start = Date.now();
  const line = `[${position}] ${name}: ${what} …`;
  process.stdout.write(line);
  const ticker = process.stdout.isTTY ? setInterval(() => process.stdout.write(`\r${line} ${seconds(start)}`), 1000) : undefined;
  const { output, failure } = await attempt(command, { log, timeoutMinutes, env });
  clearInterval(ticker);

  const { passed, failed, reasons } = count(output, failure === undefined);
  if (failure !== undefined) reasons.unshift(failure);
  if (passed + failed === 0) reasons.push('ran no test');
  // A failure outside any test (a crash, a build error) counts as one.
  const totalFailed = failed === 0 && reasons.length > 0 ? 1 : failed;
  const because = reasons.length > 0 ? `: ${reasons.join(', ')}` : '';
  console.log(`${process.stdout.isTTY ? `\r${line}` : ''} ${passed} passed, ${totalFailed} failed (${seconds(start)})${because}`);
  if (totalFailed > 0) {
    console.log(`---- ${name}: output ----\n${output.trimEnd()}\n---- ${name}: end of output ----`);
  }
  return { passed, failed: totalFailed };
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, list: { type: 'boolean' } } });
  const steps = choose(stepsOf(), values.only);
  if (values.list) {
    for (const { name, what } of steps) console.log(`${name.padEnd(18)}${what}`);
    return;
  }
  mkdirSync(LOGS, { recursive: true });
  let passed = 0;
  let failed = 0;
  for (const [index, step] of steps.entries()) {
    const result = await runStep(step, `${index + 1}/${steps.length}`);
    passed += result.passed;
    failed += result.failed;
  }
  const totals = `${passed} passed, ${failed} failed`;
  writeFileSync(`${LOGS}/totals`, `${totals}\n`);
  console.log(totals);
  if (failed > 0) process.exitCode = 1;
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    endAll();
    process.exit(128 + constants.signals[signal]);
  });
}

await main().catch((error) => {
  endAll();
  console.error(`test: ${error instanceof RangeError || error.code?.startsWith('ERR_PARSE_ARGS') ? error.message : error.stack}`);
  process.exitCode = 2;
});
