/**
 * Pictures of the widget in every state and theme, for people to look at.
 *
 *   [ENGINE=chromium|firefox|webkit|chromium110] node tests/e2e/shots.mjs
 *
 * Without ENGINE, the first three. WebKit's small browser cannot be told to prefer dark or forced colours, nor can it show
 * how a page prints; Firefox cannot do the last.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { CONTENT_SECURITY_POLICY, startServer } from '../../scripts/serve.mjs';
import { startBrowser } from './browsers.mjs';
import { ARTICLE, open, PAGES } from './shot-pages.mjs';

/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */
/** @typedef {import('../../www/element.js').NutGraf} NutGraf */

const FOLDER = new URL('shots/', import.meta.url);
const SIZES = { wide: { width: 1280, height: 960 }, phone: { width: 360, height: 740 }, small: { width: 320, height: 640 } };

/** What each engine can show. @type {Record<string, readonly string[]>} */
const THEMES = { chromium: ['light', 'dark', 'forced'], chromium110: ['light', 'dark', 'forced'], firefox: ['light', 'dark', 'forced'], webkit: ['light'] };

/** Firefox is told at its start. @type {Record<string, Record<string, number>>} */
const PREFERENCES = {
  light: {},
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  forced: { 'browser.display.document_color_use': 2, 'ui.useAccessibilityTheme': 1 },
};

/** Answers that come late or not at all, by the page's query. */
const obstacles = async (/** @type {import('node:http').IncomingMessage} */ request, /** @type {import('node:http').ServerResponse} */ response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const { referer = '' } = request.headers;
  response.setHeader('Cache-Control', 'no-store');
  // As long as a picture takes, and as it takes to end the browser.
  if (pathname.endsWith('.wasm') && referer.includes('?loading')) await new Promise((done) => setTimeout(done, 4000));
  if (request.url?.includes('?blocked')) response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", ''));
  const page = PAGES[pathname];
  if (!page) return false;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(page);
  return true;
};

/** @param {WebDriver} driver @param {string} name */
const shoot = async (driver, name) => {
  // Scrolling has come to rest when two pictures in a row are the same.
  let picture = '';
  for (let next = await driver.takeScreenshot(); next !== picture; next = await driver.takeScreenshot()) {
    picture = next;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await writeFile(new URL(`${name}.png`, FOLDER), Buffer.from(picture, 'base64'));
};

/** Presses an element of the first widget. @param {WebDriver} driver @param {string} selector */
const press = (driver, selector) =>
  driver.executeScript((/** @type {string} */ wanted) => {
    const node = document.querySelector('nut-graf')?.shadowRoot?.querySelector(wanted);
    node?.scrollIntoView({ block: 'center', behavior: 'instant' });
    /** @type {HTMLElement | null | undefined} */ (node)?.click();
  }, selector);

/** Each state, in order, from a freshly loaded page. @type {Record<string, (driver: WebDriver, url: string) => Promise<void>>} */
const STATES = {
  closed: async (driver, url) => {
    await driver.get(url + ARTICLE);
    await driver.executeScript(() => document.querySelector('nut-graf')?.scrollIntoView({ block: 'center' }));
  },
  focus: async (driver) => {
    await driver.executeScript(() => /** @type {NutGraf} */ (document.querySelector('nut-graf')).focus());
  },
  loading: async (driver, url) => {
    await driver.get(`${url}${ARTICLE}?loading`);
    await driver.executeScript(async () => {
      const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
      host.scrollIntoView({ block: 'center' });
      host.show();
      await new Promise((done) => setTimeout(done, 500));
    });
  },
  open: async (driver, url) => {
    await driver.get(url + ARTICLE);
    await open(driver);
  },
  // As where there are a clipboard and voices, which a browser under its driver may lack.
  acted: async (driver) => {
    await driver.executeScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } });
      if ('speechSynthesis' in window) Object.assign(speechSynthesis, { speak() {}, cancel() {} });
    });
    await press(driver, '[part~=listen]');
    await press(driver, '[part~=copy]');
  },
  large: async (driver, url) => {
    await driver.get(url + ARTICLE);
    await driver.executeScript(() => document.documentElement.style.setProperty('font-size', '200%'));
    await open(driver);
  },
  reasons: async (driver, url) => {
    await driver.get(url + ARTICLE);
    await open(driver);
    await press(driver, 'summary');
  },
  marked: (driver) => press(driver, '[part~=source]'),
  named: (driver) => press(driver, '[part~=name]'),
  text: async (driver) => {
    await press(driver, '[value=paragraph]');
    await press(driver, '[value=medium]');
    await open(driver);
  },
  stale: async (driver, url) => {
    await driver.executeScript(() => localStorage.clear());
    await driver.get(url + ARTICLE);
    await open(driver);
    await driver.executeScript(async () => {
      document.querySelector('.story-body p')?.append(' The ministry corrected this figure on Tuesday.');
      await new Promise((done) => setTimeout(done, 1500));
    });
  },
  blocked: async (driver, url) => {
    await driver.get(`${url}${ARTICLE}?blocked`);
    await open(driver);
  },
  failed: async (driver, url) => {
    await driver.get(`${url}/headline.html`);
    await open(driver);
  },
  rtl: async (driver, url) => {
    await driver.get(`${url}/arabic.html`);
    await open(driver);
  },
};

/** How the page prints, closed and open. @param {WebDriver} driver @param {string} url @param {string} name */
const shootPrint = async (driver, url, name) => {
  await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
  await driver.get(`${url}/plain.html`);
  await shoot(driver, `${name}-print-closed`);
  await open(driver);
  await shoot(driver, `${name}-print-open`);
};

/** @param {WebDriver} driver @param {keyof typeof SIZES} size @param {string} theme */
const emulate = async (driver, size, theme) => {
  await driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { ...SIZES[size], deviceScaleFactor: 1.5, mobile: size !== 'wide' });
  await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme === 'dark' ? 'dark' : 'light' },
      { name: 'forced-colors', value: theme === 'forced' ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
};

/** @param {string} engine @param {string} url @param {string} theme */
const shootTheme = async (engine, url, theme) => {
  const isChromium = engine.startsWith('chromium');
  const { driver, quit } = await startBrowser(engine, PREFERENCES[theme]);
  try {
    // Dark and forced colours change no layout: one size shows them.
    for (const size of /** @type {(keyof typeof SIZES)[]} */ (theme === 'light' ? Object.keys(SIZES) : ['wide'])) {
      if (isChromium) await emulate(driver, size, theme);
      else await driver.manage().window().setRect(SIZES[size]);
      for (const [state, prepare] of Object.entries(STATES)) {
        await prepare(driver, url);
        // A loading that is over is another state, and so is what was copied a while ago.
        if (state === 'loading' || state === 'acted') await writeFile(new URL(`${engine}-${size}-${theme}-${state}.png`, FOLDER), Buffer.from(await driver.takeScreenshot(), 'base64'));
        else await shoot(driver, `${engine}-${size}-${theme}-${state}`);
      }
    }
    if (isChromium && theme === 'light') await shootPrint(driver, url, `${engine}-${theme}`);
  } finally {
    await quit();
  }
};

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const server = await startServer({ port: 0, intercept: obstacles });
try {
  for (const engine of process.env.ENGINE ? [process.env.ENGINE] : ['chromium', 'firefox', 'webkit']) {
    for (const theme of THEMES[engine] ?? ['light']) await shootTheme(engine, server.url, theme);
    console.log(`Pictures: tests/e2e/shots/${engine}-*.png`);
  }
} finally {
  await server.close();
}
