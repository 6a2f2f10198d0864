/** Starts one of the engines under WebDriver, by the drivers that scripts/setup installed. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Builder, logging } from 'selenium-webdriver';
import { Options as ChromiumOptions, ServiceBuilder as Chromedriver } from 'selenium-webdriver/chrome.js';
import { Options as FirefoxOptions, ServiceBuilder as Geckodriver } from 'selenium-webdriver/firefox.js';
import { browserPath, CHROMIUM_FLAGS } from '../../scripts/browsers.mjs';
import { startOldChromium } from './old-chromium.mjs';

/**
 * @typedef {import('selenium-webdriver').WebDriver} WebDriver
 * @typedef {{ driver: WebDriver, quit: () => Promise<void> }} Browser
 */

const START_MS = 60_000;

/** @param {WebDriver} driver @returns {Browser} */
const owned = (driver) => ({ driver, quit: () => driver.quit() });

const chromium = async () => {
  const wanted = new logging.Preferences();
  wanted.setLevel('browser', logging.Level.ALL);
  const options = new ChromiumOptions()
    .setChromeBinaryPath(browserPath('chromium'))
    .addArguments(...CHROMIUM_FLAGS, '--window-size=1280,900');
  options.setLoggingPrefs(wanted);
  const service = new Chromedriver(browserPath('chromedriver'));
  return owned(await new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service).build());
};

/** @param {Record<string, unknown>} [preferences] */
const firefox = async (preferences = {}) => {
  const options = new FirefoxOptions()
    .setBinary(browserPath('firefox'))
    .addArguments('-headless', '--width=1280', '--height=900');
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
  const service = new Geckodriver(browserPath('geckodriver'));
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

const webkit = async () => {
  const port = await freePort();
  // WebKitWebDriver hangs without a display. Its own process group, so that Xvfb goes with it.
  const server = spawn(browserPath('xvfbRun'), ['-a', '-s', '-screen 0 1280x1000x24', browserPath('webKitWebDriver'), `--port=${port}`], {
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
      'webkitgtk:browserOptions': { binary: browserPath('miniBrowser'), args: ['--automation'] },
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

/** @type {Record<string, (preferences?: Record<string, unknown>) => Promise<Browser>>} */
export const ENGINES = { chromium, firefox, webkit, chromium110: () => startOldChromium(CHROMIUM_FLAGS) };

/** The engine under test, by the environment variable ENGINE. */
export const ENGINE = process.env.ENGINE || 'chromium';

/** @param {string} [engine] @param {Record<string, unknown>} [preferences] of Firefox */
export const startBrowser = (engine = ENGINE, preferences) => {
  const start = ENGINES[engine];
  if (!start) throw new Error(`ENGINE is ${engine}, but must be one of ${Object.keys(ENGINES).join(', ')}`);
  return start(preferences);
};
