/** The documentation site: its pages, the playground, the knobs of the theming page. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { ROOT } from '../../scripts/environment.mjs';
import { CONTENT_SECURITY_POLICY, behaviour, setUp } from './harness.mjs';

setUp();

/** @typedef {import('./harness.mjs').Page} Page */

const SITE = `${ROOT}/www/docs`;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** @type {string[]} */
const NAMES = JSON.parse(readFileSync(`${ROOT}/www/site/pages.json`, 'utf8')).flatMap((/** @type {any} */ { pages }) => pages.map((/** @type {any} */ { name }) => name));
/** The narrowest window that layouts are held to (WCAG 2.2, reflow), in CSS pixels. */
const NARROW = 320;

/** @param {string} name */
const read = (name) => readFileSync(`${SITE}/${name}`, 'utf8');

test('every page of the list is there, no other, and nothing is left to be filled in', () => {
  assert.deepEqual(readdirSync(SITE).filter((name) => name.endsWith('.html')).sort(), NAMES.map((name) => `${name}.html`).sort());
  // What Hugo and others have between braces has a space behind them.
  for (const name of NAMES) assert.doesNotMatch(read(`${name}.html`), /\{\{\w/, name);
});

test('every link and every file of the site leads to something', () => {
  for (const name of NAMES) {
    for (const [, target] of read(`${name}.html`).matchAll(/(?:href|src)="(?!https?:)([^"]+)"/g)) {
      if (target.startsWith('/nutgraf/')) continue;
      const [path, section] = target.split('#');
      const file = path || `${name}.html`;
      assert.ok(existsSync(`${SITE}/${file}`), `${name}: ${target}`);
      if (section) assert.ok(read(file).includes(`id="${section}"`), `${name}: ${target}`);
    }
  }
});

for (const name of NAMES) {
  behaviour(`${name}: axe finds nothing`, async (page) => {
    await page.open(`/docs/${name}.html`, { defined: false });
    // The playground shows what it has found.
    if (name === 'playground') await page.until(() => !document.getElementById('result')?.hidden);
    await page.driver.executeScript(AXE);
    const violations = await page.run(async () => {
      const { violations: found } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
      return found.flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ { target }) => `${id}: ${target.flat().join(' ')}`));
    });
    assert.deepEqual(violations, []);
  });
}

behaviour(`no page scrolls sideways at ${NARROW} pixels`, async (page) => {
  page.setPolicy(CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'"));
  for (const name of NAMES) {
    page.serve('/frame.html', `<!doctype html><html lang="en"><head><title>Frame</title></head><body><iframe src="/docs/${name}.html" width="${NARROW}" height="640"></iframe></body></html>`);
    await page.open('/frame.html', { defined: false });
    const overflow = await page.until(() => {
      const inner = document.querySelector('iframe')?.contentDocument;
      const result = inner?.getElementById('result');
      // The playground shows what it has found.
      const scroller = inner?.readyState === 'complete' && inner.getElementById('content') && !result?.hidden && inner.scrollingElement;
      return scroller && `${scroller.scrollWidth - scroller.clientWidth} pixels`;
    });
    assert.equal(overflow, '0 pixels', name);
  }
});

behaviour('the overview has a story with its button, which shows three sentences of it', async (page) => {
  await page.open('/docs/');
  const { sentences } = await page.click();
  assert.equal(sentences.length, 3);
  const story = await page.run(() => document.getElementById('example')?.textContent);
  for (const sentence of sentences) assert.ok(story?.includes(sentence), sentence);
});

/** What the playground shows. @param {Page} page */
const shown = (page) =>
  page.run(() => ({
    state: document.getElementById('state')?.textContent,
    summary: document.getElementById('summary')?.textContent ?? '',
    rows: document.querySelectorAll('#reasons tbody tr').length,
    marks: Array.from(document.querySelectorAll('#marked mark'), ({ textContent }) => textContent),
    json: JSON.parse(document.getElementById('json')?.textContent || 'null'),
    hash: location.hash,
  }));

/** Sets a field as a reader does. @param {Page} page @param {string} name @param {string} value */
const set = (page, name, value) =>
  page.run(
    (field, text) => {
      const input = /** @type {HTMLInputElement} */ (document.querySelector(`#options [name=${field}]`));
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    name,
    value,
  );

/** @param {Page} page @param {string} words that the state begins with */
const stateIs = (page, words) => page.until((begin) => document.getElementById('state')?.textContent?.startsWith(begin), words);

/** Follows a link to the playground. @param {Page} page @param {string} hash */
const go = async (page, hash) => {
  await page.run((fragment) => location.assign(`/docs/playground.html${fragment}`), hash);
  await page.until(() => document.getElementById('state'));
};

behaviour('the playground summarizes an article at once, with reasons, names, marks and JSON', async (page) => {
  await page.open('/docs/playground.html', { defined: false });
  await stateIs(page, '3 of ');
  const found = await shown(page);
  assert.equal(found.rows, 3);
  assert.deepEqual(found.marks, found.json.sentences.map((/** @type {any} */ { text }) => text));
  for (const mark of found.marks) assert.ok(found.summary.includes(String(mark)));
  assert.ok(await page.run(() => document.querySelectorAll('#entities tbody tr').length > 0));
});

behaviour('in the playground every option counts, and the address gives it all back', async (page) => {
  await page.open('/docs/playground.html', { defined: false });
  await stateIs(page, '3 of ');
  await set(page, 'length', 'medium');
  await stateIs(page, '5 of ');
  await set(page, 'type', 'tldr');
  await stateIs(page, '3 of ');
  await set(page, 'text', 'Harbour opens\n\nThe harbour of Lindholm opened on Monday. It had cost 9 million crowns. <b>The mayor</b> was there.');
  await stateIs(page, '3 of 3');
  const before = await shown(page);
  assert.match(before.summary, /<b>The mayor<\/b>/);
  assert.match(before.hash, /type=tldr/);
  await page.open('/docs/', { defined: false });
  await go(page, before.hash);
  await stateIs(page, '3 of 3');
  assert.deepEqual(await shown(page), before);
  await set(page, 'text', '');
  await stateIs(page, 'There is no text');
  assert.equal(await page.run(() => document.getElementById('result')?.hidden), true);
});

behaviour('an address that says nothing sensible gives the playground as it begins', async (page) => {
  await page.open('/docs/', { defined: false });
  await go(page, '#type=poem&article=none&length=%zz');
  await stateIs(page, '3 of ');
});

behaviour('a knob of the theming page changes the widget, and stands in the style sheet', async (page) => {
  await page.open('/docs/theming.html');
  const turn = (/** @type {string} */ name, /** @type {string} */ value) =>
    page.run(
      (property, chosen) => {
        const input = /** @type {HTMLInputElement} */ (document.querySelector(`#knobs [name=${property}]`));
        input.value = chosen;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      name,
      value,
    );
  await turn('--nutgraf-radius', '12');
  await turn('--nutgraf-background', '#ff0000');
  assert.equal(await page.run(() => document.getElementById('css')?.textContent), 'nut-graf {\n  --nutgraf-radius: 12px;\n  --nutgraf-background: #ff0000;\n}');
  const color = () => getComputedStyle(/** @type {Element} */ (document.querySelector('nut-graf'))).backgroundColor;
  assert.equal(await page.run(color), 'rgb(255, 0, 0)');
  await page.run(() => /** @type {HTMLFormElement} */ (document.getElementById('knobs')).reset());
  assert.notEqual(await page.run(color), 'rgb(255, 0, 0)');
});
