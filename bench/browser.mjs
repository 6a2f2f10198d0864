/** One Chromium and one server for the whole run; each measurement in a fresh page; time is CPU time where Linux tells it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { startServer } from '../scripts/serve.mjs';
import { startBrowser } from '../tests/e2e/browsers.mjs';
import { brotli, OUT } from './bundle.mjs';

/**
 * What is used of Selenium's driver for Chromium here.
 *
 * @typedef {object} Driver
 * @property {(url: string) => Promise<void>} get
 * @property {() => Promise<void>} close
 * @property {() => Promise<string>} getWindowHandle
 * @property {() => Promise<Map<string, unknown>>} getCapabilities
 * @property {() => { setTimeouts: (timeouts: { script: number, pageLoad: number }) => Promise<void> }} manage
 * @property {() => { newWindow: (kind: 'tab') => Promise<void>, window: (handle: string) => Promise<void> }} switchTo
 * @property {(script: string, ...args: unknown[]) => Promise<unknown>} executeAsyncScript
 * @property {(locator: { css: string }) => { click: () => Promise<void> }} findElement
 * @property {(command: string, parameters?: object) => Promise<void>} sendDevToolsCommand
 */

/** A call that takes longer has hung. */
const SCRIPT_MS = 90_000;
/** Engines compile a hot function after so much of it: the compiler's threads are done with large WebAssembly after .7 s. */
const WARM_UP_MS = 1_000;
/** A batch lasts about so long: the driver's own CPU time in the page, 1 or 2 ms, must not show. */
const BATCH_MS = 200;
/** Of so many batches the one in the middle counts: another process may slow one down. */
const BATCHES = 3;

const TYPES = /** @type {Record<string, string>} */ ({ '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html; charset=utf-8', '.txt': 'text/plain; charset=utf-8' });

const BLANK = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Benchmark</title><link rel="icon" href="data:,">';

/** The processes below `root`, itself included, that render pages. @param {number} root */
function renderers(root) {
  /** @type {Map<number, number>} */
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      // The name in brackets may hold anything, so read from the last bracket on.
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      parents.set(Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // Ended meanwhile.
    }
  }
  /** @param {number} pid */
  const isBelow = (pid) => {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === root) return true;
    return false;
  };
  return [...parents.keys()].filter((pid) => {
    try {
      return isBelow(pid) && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--type=renderer');
    } catch {
      return false;
    }
  });
}

/** CPU time of a process and all its threads, in ms: garbage collection and compilation are a part of the cost. @param {number} pid */
function cpuOf(pid) {
  let nanoseconds = 0;
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ')[0]);
    }
  } catch {
    // A thread ended meanwhile.
  }
  return nanoseconds / 1e6;
}

export class Bench {
  /** @type {Map<string, { body: string | Buffer, headers?: Record<string, string> }>} served besides www/, by path */
  pages = new Map();
  /** @type {Map<string, Buffer>} */
  #compressed = new Map();
  /** @type {string} */
  url = '';
  /** @type {Driver} */
  driver;
  #main = '';
  #browserPid = 0;
  /** @type {() => Promise<void>} */
  close = async () => {};

  /** @param {Driver} driver */
  constructor(driver) {
    this.driver = driver;
  }

  static async start() {
    const { driver, quit } = await startBrowser('chromium');
    const bench = new Bench(/** @type {Driver} */ (/** @type {unknown} */ (driver)));
    const server = await startServer({ port: 0, intercept: (request, response) => bench.#answer(request, response) });
    bench.url = server.url;
    bench.close = async () => {
      await quit();
      await server.close();
    };
    try {
      await bench.driver.manage().setTimeouts({ script: SCRIPT_MS, pageLoad: SCRIPT_MS });
      bench.#main = await bench.driver.getWindowHandle();
      bench.#browserPid = bench.#findBrowser(/** @type {{ userDataDir?: string }} */ ((await bench.driver.getCapabilities()).get('chrome'))?.userDataDir);
    } catch (error) {
      await bench.close();
      throw error;
    }
    return bench;
  }

  /** Whether times are CPU times. */
  get hasCpuTime() {
    return this.#browserPid > 0;
  }

  /** @param {string | undefined} profile the folder that only this browser was started with */
  #findBrowser(profile) {
    if (!profile || !existsSync('/proc/self/schedstat')) return 0;
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
        if (command.includes(`--user-data-dir=${profile}`) && !command.includes('--type=')) return Number(pid);
      } catch {
        // Ended meanwhile.
      }
    }
    return 0;
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  #answer(request, response) {
    const [path] = (request.url ?? '/').split('?');
    const page = this.pages.get(path);
    const file = path.startsWith('/bench/') ? `${OUT}/${path.slice('/bench/'.length)}` : undefined;
    /** @type {Buffer | undefined} */
    let body = page ? Buffer.from(page.body) : path === '/bench/' ? Buffer.from(BLANK) : undefined;
    // The widget goes out compressed as well, as from any real server.
    const disk = file ?? (/^\/dist\//.test(path) ? new URL(`../www${path}`, import.meta.url) : undefined);
    if (!body && disk && existsSync(disk)) body = readFileSync(disk);
    if (!body) return false;
    response.removeHeader('Content-Security-Policy');
    for (const [name, value] of Object.entries(page?.headers ?? {})) response.setHeader(name, value);
    response.setHeader('Content-Type', TYPES[extname(path)] ?? TYPES['.html']);
    /** @type {Buffer} */
    let sent = body;
    // Small enough for the wire costs seconds for each of hundreds of pages that are opened once.
    const isPlain = page?.headers?.['Content-Encoding'] === 'identity';
    if (!isPlain && /\bbr\b/.test(String(request.headers['accept-encoding']))) {
      const key = page ? `${path} ${body.length}` : path;
      const small = this.#compressed.get(key) ?? brotli(body);
      this.#compressed.set(key, small);
      response.setHeader('Content-Encoding', 'br');
      sent = small;
    }
    response.setHeader('Content-Length', sent.length);
    response.end(sent);
    return true;
  }

  /**
   * Opens a page in a tab of its own, and closes it afterwards.
   *
   * @template T
   * @param {string} path
   * @param {() => Promise<T>} use
   * @param {() => Promise<void>} [prepare] before the page loads
   */
  async inFreshPage(path, use, prepare) {
    await this.driver.switchTo().newWindow('tab');
    try {
      await prepare?.();
      await this.driver.get(this.url + path);
      return await use();
    } finally {
      await this.driver.close();
      await this.driver.switchTo().window(this.#main);
    }
  }

  /**
   * Runs a function in the page and gives what it promises.
   *
   * @template T
   * @template {unknown[]} A
   * @param {(...args: A) => Promise<T> | T} work
   * @param {A} args
   * @returns {Promise<T>}
   */
  async run(work, ...args) {
    const source = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${work})(...Array.from(arguments).slice(0, -1)))
        .then((value) => done({ value }), (error) => done({ error: String(error?.stack ?? error) }));`;
    const { value, error } = /** @type {{ value: T, error?: string }} */ (await this.driver.executeAsyncScript(source, ...args));
    if (error) throw new Error(error);
    return value;
  }

  /**
   * Runs `work` in the page and says what it took there.
   *
   * @param {(count: number) => Promise<number> | number} work does something `count` times and gives the wall-clock time, in ms
   * @param {number} count
   * @returns {Promise<{ cpu: number, wall: number }>} ms for one
   */
  async timed(work, count) {
    const pids = this.hasCpuTime ? renderers(this.#browserPid) : [];
    const cpu = () => pids.reduce((sum, pid) => sum + cpuOf(pid), 0);
    const before = cpu();
    const wall = await this.run(work, count);
    return { cpu: (this.hasCpuTime ? cpu() - before : wall) / count, wall: wall / count };
  }

  /**
   * The same once the engine has compiled `work` as far as it will, over batches of calls.
   *
   * @param {string} work a function's text: the page gets it as it stands
   * @returns {Promise<{ cpu: number, wall: number }>} ms for one
   */
  async steady(work) {
    const warmUp = /** @type {any} */ (`(least) => {
      const start = performance.now();
      let done = 0;
      for (; done === 0 || performance.now() - start < least; done++) (${work})(1);
      return done / (performance.now() - start);
    }`);
    const calls = await this.run(warmUp, WARM_UP_MS);
    const batches = [];
    for (let batch = 0; batch < BATCHES; batch++) batches.push(await this.timed(/** @type {any} */ (work), Math.max(1, Math.round(BATCH_MS * calls))));
    return batches.toSorted((one, other) => one.cpu - other.cpu)[BATCHES >> 1];
  }
}

/** @param {number[]} values */
export const median = (values) => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Half the distance between the quartiles, as a share of the median. @param {number[]} values */
export const spread = (values) => {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ share) => sorted[Math.round(share * (sorted.length - 1))];
  return (at(0.75) - at(0.25)) / 2 / (median(values) || 1);
};
