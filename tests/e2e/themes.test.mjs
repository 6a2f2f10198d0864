/** How the widget stands on pages of other looks: right to left, large letters, forced colours, paper. */
import assert from 'node:assert/strict';
import { EMULATES, onScreen, under } from './emulation.mjs';
import { ARABIC, articleOf, behaviour, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('./harness.mjs').Page} Page */

/** The boxes of parts of the first widget, of those that are shown. @param {Page} page @param {string[]} parts */
const boxes = (page, ...parts) =>
  page.run(
    (/** @type {string[]} */ names) =>
      names.map((name) => {
        const node = document.querySelector('nut-graf')?.shadowRoot?.querySelector(`[part~=${name}]`);
        const box = node?.getClientRects()[0];
        return box ? { left: box.left, right: box.right, width: box.width, height: box.height } : null;
      }),
    parts,
  );

behaviour('on a right-to-left page everything is the other way round', async (page) => {
  await page.openHTML(pageOf(articleOf(ARABIC, 'إغلاق الميناء في الربيع'), { html: 'lang="ar" dir="rtl"' }));
  await page.click();
  const [button, label, sentence, source] = await boxes(page, 'button', 'label', 'sentence', 'source');
  assert.ok(button && label && sentence && source);
  assert.ok(button.right - label.right < label.left - button.left, 'the words are on the right');
  assert.ok(source.right <= sentence.left + 1, 'the arrow stands left of its sentence');
});

/** Opens all of the panel on a page whose letters are twice the size, and gives what stands out. @param {Page} page */
const openLarge = async (page) => {
  page.answer(/large\.css$/, (_, response) => {
    response.setHeader('Content-Type', 'text/css');
    response.end('html{font-size:200%}body{margin:8px;overflow-wrap:anywhere}');
    return true;
  });
  await page.openHTML(pageOf(articleOf()).replace('</head>', '<link rel="stylesheet" href="/large.css"></head>'));
  await page.click();
  await page.press('why');
  return page.run(() => {
    const host = /** @type {Element} */ (document.querySelector('nut-graf'));
    const nodes = [...(host.shadowRoot?.querySelectorAll('button, label, p, li, dt, dd, [part]') ?? [])];
    const page = document.documentElement;
    const { left, right, bottom } = host.getBoundingClientRect();
    const outside = nodes.filter((node) => {
      const [box] = node.getClientRects();
      return box && (box.left < left - 1 || box.right > right + 1 || box.bottom > bottom + 1);
    });
    const broken = [...(host.shadowRoot?.querySelectorAll('[part~=option], [part~=action]') ?? [])].filter((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return !node.textContent?.includes(' ') && new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1;
    });
    return {
      sideways: page.scrollWidth > page.clientWidth,
      outside: outside.map((node) => `${node.localName} ${node.getAttribute('part')}`),
      broken: broken.map((node) => node.textContent),
    };
  });
};

const INTACT = { sideways: false, outside: [], broken: [] };

behaviour('letters twice the size need no sideways scroll, cut nothing off and break no word of a control', async (page) => {
  const window = page.driver.manage().window();
  await window.setRect({ width: 640, height: 900 });
  try {
    assert.deepEqual(await openLarge(page), INTACT);
  } finally {
    await window.setRect({ width: 1280, height: 900 });
  }
});

if (EMULATES) {
  behaviour('nor do they on a phone of 320 pixels', async (page) => {
    await onScreen(page, { width: 320, height: 640 }, async () => {
      assert.deepEqual(await openLarge(page), INTACT);
    });
  });

  behaviour('in forced colours the borders, the choice, the bars and the focus are seen', async (page) => {
    await under(page, { features: [{ name: 'forced-colors', value: 'active' }] }, async () => {
      await page.openHTML(pageOf(articleOf()));
      await page.click();
      await page.press('why');
      await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=bar]'));
      const seen = await page.run(() => {
        const host = /** @type {HTMLElement} */ (document.querySelector('nut-graf'));
        const root = /** @type {ShadowRoot} */ (host.shadowRoot);
        const style = (/** @type {string} */ selector, /** @type {string} */ pseudo = '') => getComputedStyle(/** @type {Element} */ (root.querySelector(selector)), pseudo);
        host.focus();
        return {
          canvas: getComputedStyle(document.body).backgroundColor,
          border: getComputedStyle(host).borderTopColor,
          arrow: style('[part~=button]', '::after').borderRightColor,
          chosen: style(':checked + [part~=option]').backgroundColor,
          other: style(':not(:checked) + [part~=option]').backgroundColor,
          bar: style('[part~=bar]').backgroundColor,
        };
      });
      const canvas = 'rgb(255, 255, 255)';
      for (const name of /** @type {const} */ (['border', 'arrow', 'bar'])) assert.ok(![canvas, 'rgba(0, 0, 0, 0)'].includes(seen[name]), `${name}: ${seen[name]}`);
      assert.notEqual(seen.chosen, seen.other);
    });
  });

  behaviour('on paper a closed widget is nothing, and an open one its sentences under a heading, and where they are from', async (page) => {
    await page.openHTML(pageOf(articleOf()));
    const printed = () =>
      page.run(() => {
        const host = /** @type {Element} */ (document.querySelector('nut-graf'));
        const nodes = [...(host.shadowRoot?.querySelectorAll('[part]') ?? [])].filter((node) => node.getClientRects().length > 0 && node.checkVisibility());
        const shown = nodes.flatMap((node) => node.getAttribute('part')?.split(' ') ?? []);
        const panel = /** @type {Element} */ (host.shadowRoot?.querySelector('[part~=panel]'));
        return { height: host.getBoundingClientRect().height, shown: [...new Set(shown)].sort(), heading: getComputedStyle(panel, '::before').content };
      });
    await under(page, { media: 'print' }, async () => {
      const { height, shown } = await printed();
      assert.deepEqual({ height, shown }, { height: 0, shown: [] });
    });
    await page.click();
    await under(page, { media: 'print' }, async () => {
      const { shown, heading } = await printed();
      assert.equal(heading, '"Summary of Lindholm harbour to be dredged"');
      assert.deepEqual(shown, ['body', 'bullets', 'content', 'entity', 'item', 'key-points', 'list', 'note', 'panel', 'sentence', 'status']);
    });
  });
}

behaviour('the arrow stands at the end of the button, in both directions', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  for (const [dir, side] of /** @type {const} */ ([['ltr', 'marginRight'], ['rtl', 'marginLeft']])) {
    const margin = await page.run((direction, name) => {
      const button = document.querySelector('nut-graf')?.shadowRoot?.querySelector('button');
      document.documentElement.dir = direction;
      button?.setAttribute('dir', direction);
      return button && getComputedStyle(button, '::after')[name];
    }, dir, side);
    assert.equal(margin, '0px');
  }
});
