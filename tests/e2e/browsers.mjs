/** Starts one of the three engines under WebDriver, by the drivers that scripts/setup installed. */
import { spawn } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { Builder, logging } from 'selenium-webdriver';
import { Options as ChromiumOptions, ServiceBuilder as Chromedriver } from 'selenium-webdriver/chrome.js';
import { Options as FirefoxOptions, ServiceBuilder as Geckodriver } from 'selenium-webdriver/firefox.js';
import { environment } from '../../scripts/environment.mjs';

/**
 * @typedef {import('selenium-webdriver').WebDriver} WebDriver
 * @typedef {{ driver: WebDriver, quit: () => Promise<void> }} Browser
 */

const START_MS = 60_000;

/** @param {string[]} names */
const onPath = (...names) => {
  for (const name of names) {
    for (const folder of (environment.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  throw new Error(`none of ${names.join(', ')} is on PATH: run scripts/setup`);
};

/** @param {WebDriver} driver @returns {Browser} */
const owned = (driver) => ({ driver, quit: () => driver.quit() });

const chromium = async () => {
  const wanted = new logging.Preferences();
  wanted.setLevel('browser', logging.Level.ALL);
  const options = new ChromiumOptions()
    .setChromeBinaryPath(onPath('chromium', 'chromium-browser', 'google-chrome'))
    .addArguments(
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1280,900',
    );
  options.setLoggingPrefs(wanted);
  const service = new Chromedriver(onPath('chromedriver'));
  return owned(await new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service).build());
};

const firefox = async () => {
  const options = new FirefoxOptions()
    .setBinary(onPath('firefox-esr', 'firefox'))
    .addArguments('-headless', '--width=1280', '--height=900');
  const service = new Geckodriver(onPath('geckodriver'));
  return owned(await new Builder().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service).build());
};

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** Debian and Ubuntu keep it by architecture and version. */
const miniBrowser = () => {
  for (const architecture of readdirSync('/usr/lib')) {
    for (const version of ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0']) {
      const file = join('/usr/lib', architecture, version, 'MiniBrowser');
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not this one.
      }
    }
  }
  throw new Error('MiniBrowser is not installed: run scripts/setup');
};

const webkit = async () => {
  const port = await freePort();
  // WebKitWebDriver hangs without a display. Its own process group, so that Xvfb goes with it.
  const server = spawn(onPath('xvfb-run'), ['-a', '-s', '-screen 0 1280x1000x24', onPath('WebKitWebDriver'), `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
  });
  const stop = () => {
    try {
      if (server.pid) process.kill(-server.pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', stop);
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + START_MS;
  while (!(await fetch(`${url}/status`).then(({ ok }) => ok, () => false))) {
    if (Date.now() > deadline) {
      stop();
      throw new Error('WebKitWebDriver did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const driver = await new Builder()
    .usingServer(url)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
    })
    .build();
  await driver.manage().window().setRect({ width: 1280, height: 900 });
  return {
    driver,
    quit: async () => {
      await driver.quit();
      stop();
    },
  };
};

/** @type {Record<string, () => Promise<Browser>>} */
export const ENGINES = { chromium, firefox, webkit };

/** The engine under test, by the environment variable ENGINE. */
export const ENGINE = process.env.ENGINE || 'chromium';

export const startBrowser = (engine = ENGINE) => {
  const start = ENGINES[engine];
  if (!start) throw new Error(`ENGINE is ${engine}, but must be one of ${Object.keys(ENGINES).join(', ')}`);
  return start();
};
