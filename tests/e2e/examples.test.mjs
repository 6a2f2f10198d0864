/** The pages of examples/pages, as they stand there: each shows what its first line says. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { ROOT } from '../../scripts/environment.mjs';
import { CONTENT_SECURITY_POLICY, behaviour, setUp } from './harness.mjs';

setUp();

/** @typedef {import('./harness.mjs').Page} Page */

const FOLDER = `${ROOT}/examples/pages`;
const LEDE = 'The harbour of Lindholm will be dredged next spring, the port authority said on Monday.';
/** Some have a script of their own, none has an icon. */
const POLICY = CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");
const ICON = '<link rel="icon" href="/demo/favicon.svg">';

/** @param {Page} page @param {string} name */
const open = async (page, name) => {
  page.setPolicy(POLICY);
  const html = readFileSync(`${FOLDER}/${name}.html`, 'utf8').replaceAll('/nutgraf/', '/dist/').replace('</title>', `</title>${ICON}`);
  await page.openHTML(html, { defined: false });
};

/** @param {Page} page @param {number} count */
const buttonsAre = (page, count) => page.until((wanted) => document.querySelectorAll('nut-graf:defined').length === wanted, count);

/** @type {Record<string, (page: Page) => Promise<void>>} */
const EXAMPLES = {
  'one-article': async (page) => {
    await buttonsAre(page, 1);
    const { sentences } = await page.click();
    assert.equal(sentences[0], LEDE);
  },
  'several-articles': async (page) => {
    await buttonsAre(page, 2);
    const [first, second] = [await page.click(0), await page.click(1)];
    assert.match(first.sentences[0], /Lindholm/);
    assert.match(second.sentences[0], /Ostrand/);
  },
  'own-words': async (page) => {
    await buttonsAre(page, 1);
    await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.textContent?.includes('In a hurry? The story in three sentences'));
    assert.equal(await page.run(() => document.querySelector('nut-graf')?.nextElementSibling), null);
  },
  'strict-policy': async (page) => {
    await buttonsAre(page, 1);
    assert.equal((await page.click()).sentences.length, 3);
  },
  'finished-summary': async (page) => {
    await buttonsAre(page, 1);
    assert.equal((await page.click()).sentences.length, 3);
    assert.equal(page.wasmRequests, 0);
  },
  summarizer: async (page) => {
    await page.until((lede) => document.querySelector('output')?.textContent === lede, LEDE);
  },
  'rendered-later': async (page) => {
    await buttonsAre(page, 1);
    await page.click();
    await page.until(() => /^\d+ of \d+ words$/.test(document.querySelector('output')?.textContent ?? ''));
  },
};

test('every example is tested', () => {
  assert.deepEqual(readdirSync(FOLDER).sort(), Object.keys(EXAMPLES).map((name) => `${name}.html`).sort());
});

for (const [name, check] of Object.entries(EXAMPLES)) {
  behaviour(
    `${name} works`,
    async (page) => {
      await open(page, name);
      await check(page);
    },
    // What Chromium says of its own Summarizer, which is asked first.
    { allows: /Summarizer API request|execution config/ },
  );
}
