/**
 * Pictures of the demo article with the widget closed, open and with a sentence marked, wide and narrow, light and dark.
 *
 *   [ENGINE=chromium|firefox|webkit] node tests/e2e/shots.mjs
 *
 * Without ENGINE, all three. Only Chromium can be told to prefer dark; the others give the light pictures.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { startServer } from '../../scripts/serve.mjs';
import { ENGINES, startBrowser } from './browsers.mjs';

/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */

const FOLDER = new URL('shots/', import.meta.url);
const ARTICLE = '/demo/peacekeeping-talks-in-nagorno-karabakh.html';
const SIZES = { wide: { width: 1280, height: 960 }, narrow: { width: 360, height: 740 } };

/** @param {WebDriver} driver @param {keyof typeof SIZES} size @param {string} scheme */
const emulate = async (driver, size, scheme) => {
  await driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
    ...SIZES[size],
    deviceScaleFactor: 2,
    mobile: size === 'narrow',
  });
  await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
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

/** @param {WebDriver} driver @param {string} url @param {string} name */
const shootArticle = async (driver, url, name) => {
  await driver.get(url);
  await driver.executeScript(() => document.querySelector('nut-graf')?.scrollIntoView({ block: 'center' }));
  await shoot(driver, `${name}-1-closed`);
  await driver.executeScript(async () => {
    const host = /** @type {import('../../www/element.js').NutGraf} */ (document.querySelector('nut-graf'));
    host.show();
    await host.summarize();
    host.scrollIntoView({ block: 'start', behavior: 'instant' });
    scrollBy({ top: -60, behavior: 'instant' });
  });
  await shoot(driver, `${name}-2-open`);
  await driver.executeScript(() => {
    const source = document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=source]');
    /** @type {HTMLElement | undefined} */ (source)?.click();
  });
  await shoot(driver, `${name}-3-marked`);
};

await mkdir(FOLDER, { recursive: true });
const server = await startServer({ port: 0 });
try {
  for (const engine of process.env.ENGINE ? [process.env.ENGINE] : Object.keys(ENGINES)) {
    const { driver, quit } = await startBrowser(engine);
    try {
      for (const size of /** @type {(keyof typeof SIZES)[]} */ (Object.keys(SIZES))) {
        for (const scheme of engine === 'chromium' ? ['light', 'dark'] : ['light']) {
          if (engine === 'chromium') await emulate(driver, size, scheme);
          else await driver.manage().window().setRect(SIZES[size]);
          await shootArticle(driver, `${server.url}${ARTICLE}`, `${engine}-${size}-${scheme}`);
        }
      }
    } finally {
      await quit();
    }
    console.log(`Pictures: tests/e2e/shots/${engine}-*.png`);
  }
} finally {
  await server.close();
}
