/**
 * The pictures of the README, docs/pictures/*.webp: the open summary, in the dark, on a phone, from right to left.
 *
 *   node tests/e2e/readme-shots.mjs
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { recordInputs } from '../../scripts/pictures.mjs';
import { startServer } from '../../scripts/serve.mjs';
import { startBrowser } from './browsers.mjs';
import { ARTICLE, open, PAGES } from './shot-pages.mjs';

const FOLDER = new URL('../../docs/pictures/', import.meta.url);
/** Of WebP, from 0 to 100: text stays sharp. */
const QUALITY = 85;

/** @typedef {{ path: string, width: number, height: number, mobile?: boolean, dark?: boolean }} Shot */

/** @type {Record<string, Shot>} */
const SHOTS = {
  open: { path: ARTICLE, width: 1000, height: 1000 },
  dark: { path: ARTICLE, width: 1000, height: 1000, dark: true },
  phone: { path: ARTICLE, width: 390, height: 844, mobile: true },
  'right-to-left': { path: '/arabic.html', width: 390, height: 844, mobile: true },
};

await mkdir(FOLDER, { recursive: true });
const server = await startServer({
  port: 0,
  intercept: (request, response) => {
    const page = PAGES[request.url ?? ''];
    if (!page) return false;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page);
    return true;
  },
});
const { driver, quit } = await startBrowser('chromium');
try {
  for (const [name, { path, width, height, mobile = false, dark = false }] of Object.entries(SHOTS)) {
    await driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width, height, mobile, deviceScaleFactor: mobile ? 1.5 : 1 });
    await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
    await driver.get(server.url + path);
    await open(driver);
    const { data } = /** @type {{ data: string }} */ (await driver.sendAndGetDevToolsCommand('Page.captureScreenshot', { format: 'webp', quality: QUALITY }));
    await writeFile(new URL(`${name}.webp`, FOLDER), Buffer.from(data, 'base64'));
  }
} finally {
  await quit();
  await server.close();
}
recordInputs();
console.log('Pictures of the README: docs/pictures/*.webp');
