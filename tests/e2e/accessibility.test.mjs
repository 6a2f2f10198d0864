/** What axe finds in every state of the widget, and what it cannot see: names, keys, the order, the focus ring. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { EMULATES, under } from './emulation.mjs';
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

behaviour('axe finds nothing: with the summary on its way', async (page) => {
  const open = page.hold(/\.wasm$/);
  await page.open(DEMO);
  await (await page.approach('button')).click();
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[aria-disabled]'));
  assert.deepEqual(await violations(page), []);
  open();
  await page.shown();
});

if (EMULATES) {
  behaviour('axe finds nothing: dark, with the reasons', async (page) => {
    await under(page, { features: [{ name: 'prefers-color-scheme', value: 'dark' }] }, async () => {
      await page.open(DEMO);
      await STATES['open with the reasons'](page);
      assert.deepEqual(await violations(page), []);
    });
  });

  behaviour('who wants less motion gets none: the page jumps to a sentence, and no arrow turns', async (page) => {
    const observed = async () => {
      await page.open(DEMO);
      await page.run(() => {
        const motions = /** @type {unknown[]} */ ([]);
        const { scrollTo } = /** @type {any} */ (Element.prototype);
        /** @this {Element} @param {any} how */
        const watched = function (how) {
          motions.push(how.behavior);
          scrollTo.call(this, how);
        };
        Object.assign(window, { motions });
        Object.assign(Element.prototype, { scrollTo: watched });
      });
      await page.click();
      await page.press('source');
      await page.until(() => /** @type {any} */ (window).motions.length > 0);
      return page.run(() => {
        const nodes = Array.from(document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('*') ?? []);
        const moves = nodes.some((node) => ['', '::before', '::after'].some((pseudo) => getComputedStyle(node, pseudo).transitionDuration !== '0s' || getComputedStyle(node, pseudo).animationName !== 'none'));
        return { scrolling: [...new Set(/** @type {any} */ (window).motions)], moves };
      });
    };
    await under(page, { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] }, async () => {
      assert.deepEqual(await observed(), { scrolling: ['instant'], moves: false });
    });
    assert.deepEqual(await observed(), { scrolling: ['smooth'], moves: true }, 'others get it');
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

/** Where the Tab key leads in the open panel: each part, how far down it stands, and whether its focus is seen. @param {Page} page */
const walk = async (page) => {
  const stops = [];
  for (let step = 0; step < 40; step++) {
    const focused = await page.run(() => {
      const node = document.querySelector('nut-graf')?.shadowRoot?.activeElement;
      return node && { part: node.getAttribute('part') ?? node.localName, top: node.getBoundingClientRect().top + scrollY, ring: getComputedStyle(node.matches('input') ? /** @type {Element} */ (node.nextElementSibling) : node).outlineStyle };
    });
    if (!focused) break;
    stops.push(focused);
    await page.keys(Key.TAB);
  }
  return stops;
};

/** What is wrong with a walk. @param {Awaited<ReturnType<typeof walk>>} stops @returns {string[]} */
const faultsOf = (stops) => {
  const kinds = stops.map(({ part }) => part).filter((part, at, all) => part !== all[at - 1]);
  const actions = kinds.filter((part) => part.startsWith('action')).map((part) => part.slice(7)).filter((part) => part !== 'listen');
  // The first got its focus by the mouse.
  const unseen = stops.slice(1).filter(({ ring }) => ring === 'none');
  const lines = stops.map(({ top }) => Math.round(top / 30));
  return [
    ...(`${kinds.slice(0, 4)}` === 'button,source,name,input' && kinds.at(-1) === 'summary' ? [] : [`parts: ${kinds}`]),
    ...(`${actions}` === 'copy,markdown,share,print' ? [] : [`actions: ${actions}`]),
    ...(lines.every((line, at) => line >= (lines[at - 1] ?? 0)) ? [] : [`order: ${lines}`]),
    ...(unseen.length === 0 ? [] : [`focus unseen: ${unseen.map(({ part }) => part)}`]),
  ];
};

behaviour('the keyboard meets everything in the order in which it is seen, and shows where it is', async (page) => {
  await page.open(DEMO);
  await page.click();
  assert.deepEqual(faultsOf(await walk(page)), []);
});

/** Faults that this walk must find. @type {Record<string, { fault: RegExp, css: string }>} */
const WALK_FAULTS = {
  'a focus that is not seen': { fault: /^focus unseen: source/, css: '[part~=source]{outline:none!important}' },
  'an order that the eye does not follow': { fault: /^order/, css: '[part~=content]{display:flex;flex-direction:column-reverse}' },
  'a control that no key reaches': { fault: /^actions/, css: '[part~=copy]{visibility:hidden}' },
};

for (const [name, { fault, css }] of Object.entries(WALK_FAULTS)) {
  behaviour(`the walk by keyboard would find ${name}`, async (page) => {
    await page.open(DEMO);
    await page.click();
    await page.run((/** @type {string} */ rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.querySelector('nut-graf')?.shadowRoot?.adoptedStyleSheets.push(sheet);
    }, css);
    assert.match(faultsOf(await walk(page)).join('\n'), new RegExp(fault, 'm'));
  });
}

behaviour('a retry is named, reached by keyboard, and gives the focus back to the button', async (page) => {
  const repair = page.answer(/\.wasm$/, broken.missing);
  await page.open(DEMO);
  await page.click();
  repair();
  await page.keys(Key.TAB);
  assert.equal((await page.state()).focused, 'retry');
  await page.keys(Key.ENTER);
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=list]'));
  assert.equal((await page.state()).focused, 'button');
}, { allows: /nutgraf: |Failed to load resource/ });
