/**
 * The package as npm packs it, in the bundlers, frameworks and runtimes that people build with: each builds an article with a
 * button from `import 'nutgraf'` and no setting for it, and a click in Chromium shows the summary, in German so that labels
 * and a language pack are fetched too.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import sirv from 'sirv';
import { environment, ROOT } from '../../scripts/environment.mjs';
import { startBrowser } from '../e2e/browsers.mjs';

const SOURCE = `${ROOT}/tests/clients`;
/** Outside the checkout's own modules, as a project of somebody else is. */
const WORK = `${ROOT}/target/clients`;
const MODULES = `${WORK}/node_modules`;
/** The lock file that the modules were installed from. */
const INSTALLED = `${MODULES}/.lock`;
const WAIT_MS = 60_000;
const STORY =
  'Der Hafen von Lindholm wird im kommenden Frühjahr ausgebaggert, teilte die Hafenbehörde am Montag mit. ' +
  'Schiffe von bis zu 300 Metern erreichen dann den nördlichen Kai. Die Arbeiten kosten 40 Millionen Kronen und dauern zwei Jahre.';

/** @param {string} command @param {string[]} args @param {string} [cwd] */
const run = (command, args, cwd = WORK) => {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, env: { ...environment, NEXT_TELEMETRY_DISABLED: '1' }, encoding: 'utf8' });
  assert.equal(status, 0, `${error ?? ''}${stdout}${stderr}`);
  return stdout;
};

/** The program of an installed package, run by Node. @param {string} path @param {string[]} args @param {string} [cwd] */
const tool = (path, args, cwd) => run(process.execPath, [`${MODULES}/${path}`, ...args], cwd);

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;

before(
  async () => {
    mkdirSync(WORK, { recursive: true });
    const lock = readFileSync(`${SOURCE}/package-lock.json`, 'utf8');
    for (const name of ['package.json', 'package-lock.json', '.npmrc', 'apps']) cpSync(`${SOURCE}/${name}`, `${WORK}/${name}`, { recursive: true });
    if (!existsSync(INSTALLED) || readFileSync(INSTALLED, 'utf8') !== lock) {
      run('npm', ['ci', '--ignore-scripts', '--loglevel=error']);
      writeFileSync(INSTALLED, lock);
    }
    const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', WORK], `${ROOT}/www`));
    rmSync(`${MODULES}/nutgraf`, { recursive: true, force: true });
    mkdirSync(`${MODULES}/nutgraf`);
    run('tar', ['--extract', '--gzip', '--file', filename, '--directory', `${MODULES}/nutgraf`, '--strip-components=1']);
    browser = await startBrowser();
  },
  { timeout: 600_000 },
);
after(() => browser?.quit());

/** Runs a function in the page until it gives something true. @template T @param {() => T} code @returns {Promise<T>} */
const until = async (code) => {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const value = await browser.driver.executeScript(code);
    if (value) return /** @type {T} */ (value);
    if (Date.now() > deadline) assert.fail(`waited in vain for ${code}: ${await browser.driver.executeScript(() => document.querySelector('nut-graf')?.shadowRoot?.textContent)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Clicks the button of the page and checks what it shows. @param {string} url */
const summarizes = async (url) => {
  await browser.driver.get(url);
  await until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('button')?.textContent?.includes('Zusammenfassung'));
  await browser.driver.executeScript(() => /** @type {any} */ (document.querySelector('nut-graf')).shadowRoot.querySelector('button').click());
  const sentences = await until(() => /** @type {any} */ (document.querySelector('nut-graf')).summary?.sentences);
  assert.ok(sentences.length > 0 && sentences.every((/** @type {{ text: string }} */ { text }) => text.endsWith('.')), JSON.stringify(sentences));
  assert.equal(await browser.driver.executeScript(() => /** @type {any} */ (document.querySelector('nut-graf')).summary.language), 'de');
};

/** Serves a folder while `use` runs. @param {string} folder @param {(url: string) => Promise<void>} use */
const served = async (folder, use) => {
  const server = createServer(sirv(folder, { dev: true })).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    await use(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

/** Lets a server of a tool run while `use` runs. @param {string[]} args of Node @param {string} cwd @param {(url: string) => Promise<void>} use */
const running = async (args, cwd, use) => {
  const child = spawn(process.execPath, args, { cwd, env: { ...environment, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' } });
  try {
    const url = await new Promise((resolve, reject) => {
      let printed = '';
      const timer = setTimeout(() => reject(new Error(`no address in: ${printed}`)), WAIT_MS);
      const read = (/** @type {Buffer} */ chunk) => {
        printed += chunk;
        const address = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(printed);
        if (!address) return;
        clearTimeout(timer);
        resolve(`http://127.0.0.1:${address[1]}/`);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => reject(new Error(printed)));
    });
    await use(url);
  } finally {
    child.kill();
  }
};

/** A fresh copy of an app. @param {string} app @param {string} name */
const copyOf = (app, name) => {
  const folder = `${WORK}/${name}`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(`${WORK}/apps/${app}`, folder, { recursive: true });
  return folder;
};

const LIMIT = { timeout: 300_000 };

for (const [name, vite] of [['Vite 8', 'vite'], ['Vite 7', 'vite7']]) {
  test(`${name}, built`, LIMIT, async () => {
    const folder = copyOf('plain', `${vite}-built`);
    tool(`${vite}/bin/vite.js`, ['build', '--logLevel', 'warn'], folder);
    await served(`${folder}/dist`, summarizes);
  });

  test(`${name}, its development server`, LIMIT, async () => {
    const folder = copyOf('plain', `${vite}-served`);
    await running([`${MODULES}/${vite}/bin/vite.js`, '--host', '127.0.0.1', '--port', '0'], folder, summarizes);
  });
}

test('webpack 5', LIMIT, async () => {
  const folder = copyOf('plain', 'webpack');
  const build = `import webpack from 'webpack';
    webpack({ mode: 'production', entry: './main.js', output: { filename: 'main.js', path: '${folder}/dist' } }, (error, stats) => {
      if (error || stats.hasErrors()) throw error ?? new Error(stats.toString());
    });`;
  writeFileSync(`${folder}/build.mjs`, build);
  run(process.execPath, ['build.mjs'], folder);
  cpSync(`${folder}/index.html`, `${folder}/dist/index.html`);
  await served(`${folder}/dist`, summarizes);
});

for (const [name, flags] of [['esbuild', ['--splitting']], ['esbuild, everything in one file', []]]) {
  test(/** @type {string} */ (name), LIMIT, async () => {
    const folder = copyOf('plain', `esbuild${flags.length}`);
    run(`${MODULES}/.bin/esbuild`, ['main.js', '--bundle', '--format=esm', '--outdir=dist', '--log-level=warning', ...flags], folder);
    cpSync(`${folder}/index.html`, `${folder}/dist/index.html`);
    await served(`${folder}/dist`, summarizes);
  });
}

test('Next 16, App Router: rendered on the server, at work in the page', LIMIT, async () => {
  const folder = copyOf('next', 'next');
  writeFileSync(`${folder}/next.config.mjs`, `export default { turbopack: { root: '${WORK}' } };`);
  tool('next/dist/bin/next', ['build'], folder);
  await running([`${MODULES}/next/dist/bin/next`, 'start', '--hostname', '127.0.0.1', '--port', '0'], folder, summarizes);
});

test('a classic script that has everything in one file', LIMIT, async () => {
  const folder = copyOf('plain', 'classic');
  cpSync(`${MODULES}/nutgraf/dist/nutgraf.standalone.js`, `${folder}/nutgraf.standalone.js`);
  await served(folder, (url) => summarizes(`${url}classic.html`));
});

test('a service worker', LIMIT, async () => {
  const folder = copyOf('plain', 'worker');
  cpSync(`${MODULES}/nutgraf/dist/nutgraf.standalone.js`, `${folder}/nutgraf.standalone.js`);
  await served(folder, async (url) => {
    await browser.driver.get(`${url}classic.html`);
    const summary = await browser.driver.executeScript(async (/** @type {string} */ text) => {
      await navigator.serviceWorker.register('./worker.js');
      const { active } = await navigator.serviceWorker.ready;
      const { port1, port2 } = new MessageChannel();
      const answered = new Promise((resolve) => {
        port1.onmessage = ({ data }) => resolve(data);
      });
      active?.postMessage(text, [port2]);
      return answered;
    }, STORY);
    assert.match(summary, /Lindholm/);
  });
});

/** The program of each runtime outside browsers, and its arguments before the script's. @type {Record<string, () => [string, ...string[]]>} */
const RUNTIMES = {
  Node: () => [process.execPath],
  Deno: () => [process.execPath, `${MODULES}/deno/bin.cjs`, 'run', '--allow-read', '--no-remote'],
  // The package for this platform; what would put it beside `bun` is a script of the installation.
  Bun: () => [`${MODULES}/@oven/${readdirSync(`${MODULES}/@oven`)[0]}/bin/bun`, 'run'],
};

for (const [name, start] of Object.entries(RUNTIMES)) {
  test(`${name}, where nothing keeps the process running after the summary`, LIMIT, () => {
    const [program, ...args] = start();
    const { summary, streamed, waitsFor, ...told } = JSON.parse(run(program, [...args, 'apps/summarize.mjs', STORY]));
    assert.match(summary, /Lindholm/);
    assert.deepEqual(streamed, [summary]);
    assert.deepEqual(told, { progress: [[0, 1], [1, 1]], refused: 'AbortError', installed: true, usage: 10 });
    assert.ok(!waitsFor.includes('Timeout'), waitsFor.join());
  });
}
