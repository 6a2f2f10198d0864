/**
 * The memory of a batch does not grow with its input: a generated stream, longer than the memory that is allowed, goes
 * through the command line. `NUTGRAF_STREAM_MB` says how much of it (10000 for the figure of docs/command-line.md).
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { environment, ROOT } from '../../scripts/environment.mjs';

const MEGABYTES = Number(process.env.NUTGRAF_STREAM_MB ?? 300);
/** What may be resident, in MB. */
const MOST_MEMORY = 200;
/** Words of an article. */
const WORDS = 600;
/** So many articles are different; each comes again and again under another id. */
const DIFFERENT = 97;

/** The sentences of the seeds, which the articles are made of. */
const sentences = readdirSync(`${ROOT}/seeds`)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap((name) => readFileSync(`${ROOT}/seeds/${name}`, 'utf8').split(/(?<=[.!?]) |\n+/))
  .filter(Boolean);

/** An article as the end of a line of JSON. @param {number} number */
function article(number) {
  /** @type {string[]} */
  const words = [];
  for (let at = number * 31; words.length < WORDS; at += 1) words.push(...sentences[at % sentences.length].split(' '));
  return `,"text":${JSON.stringify(words.slice(0, WORDS).join(' '))}}\n`;
}

/** The most memory that a process had resident so far, in MB. @param {number} pid */
const peak = (pid) => Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

test(`${MEGABYTES} MB of articles go through less than ${MOST_MEMORY} MB of memory, each answered in its order`, async () => {
  const articles = Array.from({ length: DIFFERENT }, (_, number) => article(number));
  const running = spawn(`${ROOT}/target/release/nutgraf`, ['summarize', '--input', 'jsonl', '--format', 'json'], { cwd: ROOT, env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(running, 'exit');
  let answered = 0;
  const reading = (async () => {
    for await (const line of createInterface({ input: running.stdout })) {
      assert.ok(line.startsWith(`{"id":${answered},`), line.slice(0, 80));
      answered += 1;
    }
  })();
  let bytes = 0;
  let sent = 0;
  const began = performance.now();
  while (bytes < MEGABYTES * 1e6) {
    let piece = '';
    for (let count = 0; count < 64; count += 1, sent += 1) piece += `{"id":${sent}${articles[sent % DIFFERENT]}`;
    bytes += Buffer.byteLength(piece);
    if (!running.stdin.write(piece)) await once(running.stdin, 'drain');
  }
  // The process waits for more input while it is looked at.
  while (answered < sent && running.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  const seconds = (performance.now() - began) / 1000;
  const memory = peak(/** @type {number} */ (running.pid));
  running.stdin.end();
  await reading;
  assert.deepEqual(await ended, [0, null]);
  assert.equal(answered, sent);
  console.log(`${(bytes / 1e6).toFixed(0)} MB, ${sent} articles, ${Math.round(sent / seconds)} a second: ${memory.toFixed(1)} MB resident at most`);
  assert.ok(memory < MOST_MEMORY, `${memory} MB`);
});
