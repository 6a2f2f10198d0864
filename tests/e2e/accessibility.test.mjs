/** What axe finds in every state of the widget, and what it cannot see: names, keys, the order, the focus ring. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CONTENT_SECURITY_POLICY, Key, articleOf, behaviour, broken, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */
/** @typedef {import('./harness.mjs').Page} Page */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DEMO = '/demo/peacekeeping-talks-in-nagorno-karabakh.html';

/** The violations in the widgets, as "rule: selector". @param {Page} page @returns {Promise<string[]>} */
const violations = async (page) => {
  await page.driver.executeScript(AXE);
  return page.run(async () => {
    const { axe } = /** @type {any} */ (window);
    const { violations: found } = await axe.run('nut-graf', { resultTypes: ['violations'] });
    return found.flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ { target }) => `${id}: ${target.flat().join(' ')}`));
  });
};

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const STATES = {
  closed: async () => {},
  open: (page) => page.click(),
  'open as running text': async (page) => {
    await page.run(() => document.querySelector('nut-graf')?.setAttribute('shape', 'paragraph'));
    await page.click();
  },
  'open with a sentence marked': async (page) => {
    await page.click();
    await page.press('source');
    await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[aria-current]'));
  },
  'open with the reasons': async (page) => {
    await page.click();
    await page.press('why');
    await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=why][open]'));
  },
  'open and out of date': async (page) => {
    await page.click();
    await page.run(() => document.querySelector('#story p:not(header p)')?.append(' The council of Lindholm disagreed on Monday.'));
    await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=update]'));
  },
};

for (const [state, reach] of Object.entries(STATES)) {
  behaviour(`axe finds nothing: ${state}`, async (page) => {
    await page.open(DEMO);
    await reach(page);
    assert.deepEqual(await violations(page), []);
  });
}

behaviour(
  'axe finds nothing: failed, with the opening of the article instead',
  async (page) => {
    page.setPolicy(CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", ''));
    await page.open(DEMO);
    assert.match((await page.click()).note, /^Not a summary/);
    assert.deepEqual(await violations(page), []);
  },
  { allows: /policy: |nutgraf: |Content Security Policy|WebAssembly/ },
);

behaviour('axe finds nothing: in Arabic, right to left', async (page) => {
  await page.openHTML(pageOf(articleOf(), { html: 'lang="ar" dir="rtl"' }));
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=button]')?.textContent);
  await page.click();
  assert.deepEqual(await violations(page), []);
});

/** Faults that the checks must find, or they prove nothing. @type {Record<string, { rule: RegExp, seed: () => void }>} */
const FAULTS = {
  'a button without a name': {
    rule: /^button-name/m,
    seed: () => {
      const source = document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=source]');
      for (const name of ['aria-label', 'title']) source?.removeAttribute(name);
    },
  },
  'text that is too pale': {
    rule: /^color-contrast/m,
    seed: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('[part~=note]{color:#bbb!important;opacity:1!important}');
      document.querySelector('nut-graf')?.shadowRoot?.adoptedStyleSheets.push(sheet);
    },
  },
  'a wrong state': {
    rule: /^aria-valid-attr-value/m,
    seed: () => document.querySelector('nut-graf')?.shadowRoot?.querySelector('button')?.setAttribute('aria-expanded', 'maybe'),
  },
};

for (const [fault, { rule, seed }] of Object.entries(FAULTS)) {
  behaviour(`axe would find ${fault}`, async (page) => {
    await page.open(DEMO);
    await page.click();
    await page.run(seed);
    assert.match((await violations(page)).join('\n'), rule);
  });
}

/** The accessible names of the widgets' buttons. @param {Page} page */
const names = (page) =>
  page.run(() => Array.from(document.querySelectorAll('nut-graf'), (host) => host.shadowRoot?.querySelector('button')?.getAttribute('aria-label') ?? ''));

behaviour('many buttons on a page each say whose they are, and begin with what is seen', async (page) => {
  const stories = ['Ferry strike ends', 'Mill sold', 'Library opens'];
  await page.openHTML(pageOf(stories.map((headline, at) => articleOf(undefined, headline).replace('id="story"', `id="s${at}"`)).join('')));
  const all = await names(page);
  assert.equal(new Set(all).size, stories.length);
  for (const [at, name] of all.entries()) assert.equal(name, `No time to read? Get a summary: ${stories[at]}`);
  await page.click(1);
  assert.equal((await names(page))[1], 'Hide the summary: Mill sold');
});

behaviour('the keyboard meets everything in the order in which it is seen', async (page) => {
  await page.open(DEMO);
  await page.click();
  const parts = [];
  for (let step = 0; step < 40; step++) {
    const focused = await page.run(() => {
      const node = document.querySelector('nut-graf')?.shadowRoot?.activeElement;
      return node && { part: node.getAttribute('part') ?? node.localName, top: node.getBoundingClientRect().top + scrollY, ring: getComputedStyle(node.matches('input') ? /** @type {Element} */ (node.nextElementSibling) : node).outlineStyle };
    });
    if (!focused) break;
    parts.push(focused);
    await page.keys(Key.TAB);
  }
  const kinds = parts.map(({ part }) => part).filter((part, at, all) => part !== all[at - 1]);
  const actions = kinds.filter((part) => part.startsWith('action')).map((part) => part.slice(7));
  assert.deepEqual(kinds.slice(0, 4), ['button', 'source', 'name', 'input']);
  assert.deepEqual(actions.filter((part) => part !== 'listen'), ['copy', 'markdown', 'share', 'print']);
  assert.equal(kinds.at(-1), 'summary');
  assert.deepEqual(parts.map(({ top }) => Math.round(top / 30)), parts.map(({ top }) => Math.round(top / 30)).toSorted((a, b) => a - b));
  // The first got its focus by the mouse.
  assert.deepEqual(parts.slice(1).filter(({ ring }) => ring === 'none'), []);
});

behaviour('a retry is named, reached by keyboard, and gives the focus back to the button', async (page) => {
  const mend = page.answer(/\.wasm$/, broken.missing);
  await page.open(DEMO);
  await page.click();
  mend();
  await page.keys(Key.TAB);
  assert.equal((await page.state()).focused, 'retry');
  await page.keys(Key.ENTER);
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=list]'));
  assert.equal((await page.state()).focused, 'button');
}, { allows: /nutgraf: |Failed to load resource/ });
