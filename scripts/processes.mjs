/** Commands whose whole family of processes can be ended: browsers leave grandchildren that no process group holds. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { environment, ROOT } from './environment.mjs';

/** The mark that every descendant of a command inherits in its environment. */
const MARK = 'NUTGRAF_COMMAND';

/** The marks of the commands that are running. */
const running = new Set();

/** @param {string} mark */
function endFamily(mark) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(`${MARK}=${mark}`)) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // Ended meanwhile, or not ours to read.
    }
  }
}

/** Ends every command that is still running, with all that it started. */
export function endAll() {
  for (const mark of running) endFamily(mark);
}

/**
 * Runs a command with its output in a log, without input, and leaves none of its processes behind.
 *
 * @param {string[]} command
 * @param {{ log: string, timeoutMinutes: number, env?: Record<string, string> }} options
 * @returns {Promise<{ output: string, failure?: string }>} `failure` says in words how it ended, if not well
 */
export async function runCommand([file, ...args], { log, timeoutMinutes, env = {} }) {
  const mark = randomUUID();
  running.add(mark);
  const stream = createWriteStream(log);
  const child = spawn(file, args, { cwd: ROOT, env: { ...environment, ...env, [MARK]: mark }, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {string[]} */
  const pieces = [];
  for (const source of [child.stdout, child.stderr]) {
    source.setEncoding('utf8');
    source.on('data', (piece) => {
      pieces.push(piece);
      stream.write(piece);
    });
  }

  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    endFamily(mark);
  }, timeoutMinutes * 60_000);
  /** @type {string | undefined} */
  let failure;
  try {
    // `exit`, not `close`: a grandchild that outlives the command may hold its pipes open.
    const [status, signal] = await once(child, 'exit');
    if (timedOut) failure = `did not end within ${timeoutMinutes} minutes`;
    else if (status !== 0) failure = `ended with ${signal ?? `exit status ${status}`}`;
    endFamily(mark);
    if (!child.stdout.closed) await once(child, 'close');
  } catch (error) {
    failure = `does not start (${/** @type {Error} */ (error).message})`;
  }
  clearTimeout(timer);
  running.delete(mark);
  stream.end();
  await once(stream, 'close');
  return { output: pieces.join(''), failure };
}
