/** When the widget fetches, and what it says when that fails. */
import assert from 'node:assert/strict';
import { EMULATES, onScreen } from './emulation.mjs';
import { CONTENT_SECURITY_POLICY, Key, articleOf, behaviour, broken, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */
/** @typedef {import('./harness.mjs').Page} Page */

const STORY = '/pages/story.html';
const LAZY = /panel\.js|\.wasm/;

/** @param {Page} page */
const lazyRequests = (page) => page.requests.filter((path) => LAZY.test(path)).sort();

/** Time enough for a fetch that should not happen. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 400));

/** @param {Page} page @param {() => boolean} condition of the server's side */
const eventually = async (page, condition) => {
  for (let round = 0; !condition() && round < 400; round++) await page.run(() => new Promise((done) => setTimeout(done, 25)));
  assert.ok(condition(), `requests: ${page.requests}`);
};

behaviour('nothing is fetched before the reader shows interest', async (page) => {
  await page.open(STORY);
  await settle();
  assert.deepEqual(lazyRequests(page), []);
  assert.deepEqual(page.requests.filter((path) => path.endsWith('.js') && !path.startsWith('/__')), ['/dist/nutgraf.js']);
});

behaviour('hover fetches the code and the wasm once, however many widgets', async (page) => {
  await page.openHTML(pageOf(articleOf().repeat(100)));
  await page.hover(0);
  await eventually(page, () => lazyRequests(page).length === 2);
  for (const index of [1, 2, 50]) await page.hover(index);
  await page.run(async () => {
    const hosts = /** @type {NutGraf[]} */ ([...document.querySelectorAll('nut-graf')]);
    await Promise.all(hosts.map((host) => host.summarize()));
  });
  assert.deepEqual(lazyRequests(page), ['/dist/nutgraf.wasm', '/dist/panel.js']);
  assert.equal((await page.state()).open, false);
});

behaviour('focus and touch fetch too', async (page) => {
  for (const type of ['focus', 'touchstart']) {
    await page.open(STORY);
    const before = lazyRequests(page).length;
    await page.run((/** @type {string} */ name) => {
      document.querySelector('nut-graf')?.shadowRoot?.querySelector('button')?.dispatchEvent(new Event(name));
    }, type);
    await eventually(page, () => lazyRequests(page).length === before + 2);
  }
});

behaviour('loading="eager" fetches at once, loading="visible" when near the viewport', async (page) => {
  await page.openHTML(pageOf('<nut-graf loading="eager"></nut-graf>'));
  await eventually(page, () => lazyRequests(page).length === 2);
  await page.openHTML(pageOf('<pre></pre><nut-graf loading="visible"></nut-graf>'.replace('></', `>${'\n'.repeat(500)}</`)));
  await settle();
  assert.equal(lazyRequests(page).length, 2, 'not while far below');
  await page.run(() => document.querySelector('nut-graf')?.scrollIntoView());
  await eventually(page, () => lazyRequests(page).length === 4);
});

behaviour('a summary is computed once for a text, and again when the text or an attribute changes', async (page) => {
  await page.openHTML(
    pageOf(`${articleOf()}<nut-graf for="story"></nut-graf>`).replace('<script', '<script src="/pages/instances.js"></script><script'),
  );
  const counted = await page.run(async () => {
    const [one, other] = /** @type {NodeListOf<NutGraf>} */ (document.querySelectorAll('nut-graf'));
    const { instances } = /** @type {any} */ (window);
    const counts = [];
    await Promise.all([one.summarize(), other.summarize(), one.summarize()]);
    counts.push(instances.summaries);
    one.length = 'medium';
    await one.summarize();
    counts.push(instances.summaries);
    document.querySelector('#story p')?.append(' The ferry pier will be closed until the summer, too.');
    await one.summarize();
    counts.push(instances.summaries, instances.made);
    return counts;
  });
  assert.deepEqual(counted, [1, 2, 3, 1]);
});

behaviour('hover, or an eager button, makes the summary ready in idle time, so that the click computes nothing', async (page) => {
  const withCount = pageOf(articleOf()).replace('<script', '<script src="/pages/instances.js"></script><script');
  for (const html of [withCount, withCount.replace('<nut-graf>', '<nut-graf loading="eager">')]) {
    await page.openHTML(html);
    await page.listen();
    if (html === withCount) await page.hover();
    await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=sentence]'));
    const before = await page.state();
    assert.deepEqual([before.open, before.shown, before.expanded, before.status], [false, false, 'false', '']);
    assert.deepEqual(await page.events(), [], 'no event says so');
    const { sentences } = await page.click();
    assert.equal(sentences.length, 3);
    assert.equal(await page.run(() => /** @type {any} */ (window).instances.summaries), 1);
    assert.deepEqual((await page.events()).map(({ type }) => type).sort(), ['ready', 'toggle']);
  }
});

behaviour('a touch fetches and leaves the rest to the click, which would else wait for a summary in the making', async (page) => {
  await page.openHTML(pageOf(articleOf()).replace('<script', '<script src="/pages/instances.js"></script><script'));
  await page.run(() => {
    const button = document.querySelector('nut-graf')?.shadowRoot?.querySelector('button');
    button?.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'touch' }));
    button?.dispatchEvent(new Event('touchstart'));
  });
  await page.until(() => /** @type {any} */ (window).instances.made === 1);
  await settle();
  assert.equal(await page.run(() => /** @type {any} */ (window).instances.summaries), 0);
  assert.equal((await page.click()).sentences.length, 3);
});

behaviour('opening a panel made ready writes only what changes: the browser would recompute all its style', async (page) => {
  await page.openHTML(pageOf(articleOf().replace('<nut-graf>', '<nut-graf loading="eager">')));
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=sentence]'));
  await page.run(() => {
    const idle = /** @type {string[]} */ ([]);
    Object.assign(window, { idle });
    const root = /** @type {ShadowRoot} */ (document.querySelector('nut-graf')?.shadowRoot);
    new MutationObserver((records) => {
      for (const { target, attributeName, oldValue } of records) {
        const { localName, part } = /** @type {Element} */ (target);
        if (/** @type {Element} */ (target).getAttribute(attributeName ?? '') === oldValue) idle.push(`${localName} ${part} ${attributeName}`);
      }
    }).observe(root, { subtree: true, attributes: true, attributeOldValue: true });
    // Not by the driver: Firefox's changes the button's style for a moment.
    root.querySelector('button')?.click();
  });
  await page.shown();
  assert.deepEqual(await page.run(() => /** @type {any} */ (window).idle), []);
});

behaviour('a panel made ready takes no room and no key, whatever the page says of its part', async (page) => {
  page.serve('/look.css', '');
  page.answer(/look\.css$/, (_, response) => {
    response.setHeader('Content-Type', 'text/css');
    response.end('nut-graf::part(panel){display:grid;padding:2em;border:9px solid;margin:1em;min-height:90px;visibility:visible}');
    return true;
  });
  const html = pageOf(`${articleOf()}<button id="next">Next</button>`).replace('</head>', '<link rel="stylesheet" href="/look.css"></head>');
  await page.openHTML(html);
  const height = () => page.run(() => document.querySelector('nut-graf')?.getBoundingClientRect().height);
  const before = await height();
  const button = await page.part('button');
  await page.run((/** @type {HTMLElement} */ node) => (node.dispatchEvent(new Event('touchstart')), node.focus()), button);
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=sentence]'));
  assert.equal(await height(), before);
  await page.keys(Key.TAB);
  assert.equal(await page.run(() => document.activeElement?.id), 'next');
});

behaviour('an instance that breaks is replaced, unseen by the reader', async (page) => {
  await page.openHTML(pageOf(articleOf()).replace('<script', '<script src="/pages/instances.js" data-traps="1"></script><script'));
  const { sentences } = await page.click();
  assert.equal(sentences.length, 3);
  assert.equal(await page.run(() => /** @type {any} */ (window).instances.made), 2);
  assert.equal(page.wasmRequests, 1, 'the compiled module is kept');
  await page.press('source');
  await page.until(() => !CSS.highlights || CSS.highlights.has('nutgraf'));
});

behaviour('an instance that breaks again shows a message, and the next click may work', async (page) => {
  await page.openHTML(pageOf(articleOf()).replace('<script', '<script src="/pages/instances.js" data-traps="2"></script><script'));
  await page.listen();
  assert.equal((await page.click()).message, 'The summary could not be made.');
  assert.equal((await page.events()).at(-1)?.detail.code, 'crash');
  await page.press('retry');
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=list]'));
});

/** A broken server: how it answers, for which file, the code that must come of it, and what the console shows. */
const FAILURES = [
  { what: 'the wasm answering 404', path: /\.wasm$/, answer: broken.missing, code: 'http', hint: 'answers 404' },
  { what: 'the wasm answering HTML', path: /\.wasm$/, answer: broken.html, code: 'mime', hint: 'is not the WebAssembly file' },
  { what: 'the wasm answering HTML as application/wasm', path: /\.wasm$/, answer: broken.htmlAsWasm, code: 'mime', hint: 'is not the WebAssembly file' },
  { what: 'the wasm cut off', path: /\.wasm$/, answer: broken.cutOff, code: 'mime', hint: 'is not the WebAssembly file' },
  { what: 'the connection lost at the wasm', path: /\.wasm$/, answer: broken.hungUp, code: 'network', hint: 'cannot be reached' },
  { what: "the panel's code answering 404", path: /panel\.js$/, answer: broken.missing, code: 'network', hint: 'nutgraf: ' },
  { what: "the panel's code answering HTML", path: /panel\.js$/, answer: broken.html, code: 'network', hint: 'nutgraf: ' },
  { what: "the connection lost at the panel's code", path: /panel\.js$/, answer: broken.hungUp, code: 'network', hint: 'nutgraf: ' },
];

for (const { what, path, answer, code, hint } of FAILURES) {
  behaviour(
    `${what} shows a message and names the cause to the developers, and a second click works once the server is repaired`,
    async (page) => {
      const repair = page.answer(path, answer);
      await page.open(STORY);
      await page.listen();
      const { message, open, expanded, status } = await page.click();
      assert.match(message, /^The summary could not be loaded/);
      assert.equal(status, message);
      assert.deepEqual({ open, expanded }, { open: true, expanded: 'true' });
      assert.deepEqual(
        (await page.events()).map(({ type, detail }) => ({ type, code: detail.code, message: detail.message })),
        [
          { type: 'toggle', code: undefined, message: undefined },
          { type: 'error', code, message },
        ],
      );
      assert.ok((await page.run(() => /** @type {any} */ (window).witness.log)).some((/** @type {string} */ line) => line.startsWith('console.warn: nutgraf: http') && line.includes(hint)));
      repair();
      await page.press('retry');
      await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=list]'));
      const after = await page.state();
      assert.equal(after.sentences.length, 3);
      assert.equal(after.message, '');
      assert.equal(after.focused, 'button');
      // Another widget of the page has no memory of it.
      assert.equal((await page.click(1)).sentences.length, 3);
    },
    { allows: /nutgraf: http:\/\/127\.0\.0\.1:\d+\/dist\/|Failed to load (resource|module script)|net::ERR_|disallowed MIME type/ },
  );
}

behaviour('a wasm of another release shows a message, and a second click works once the two fit', async (page) => {
  // The smallest module there is: it compiles, and has nothing of what the glue calls.
  const repair = page.answer(/\.wasm$/, (_, response) => {
    response.setHeader('Content-Type', 'application/wasm');
    response.end(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return true;
  });
  await page.open(STORY);
  assert.equal((await page.click()).message, 'The summary could not be made.');
  repair();
  await page.press('retry');
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=list]'));
  // The panel's code, and the glue in it, are asked for anew as well.
  assert.equal(page.requests.filter((path) => path.includes('/panel.js')).length, 2);
});

behaviour('closing and opening again tries again', async (page) => {
  const repair = page.answer(/\.wasm$/, broken.missing);
  await page.open(STORY);
  await page.click();
  await page.press('button');
  repair();
  assert.equal((await page.click()).sentences.length, 3);
}, { allows: /nutgraf: |Failed to load resource/ });

behaviour(
  'a page whose policy lacks wasm-unsafe-eval shows the opening of the article, named as that, and tells its developers the remedy',
  async (page) => {
    page.setPolicy(CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", ''));
    await page.open(STORY);
    await page.listen();
    const { message, note, sentences } = await page.click();
    assert.equal(message, 'The security policy of this page does not allow the summary.');
    assert.equal(note, 'Not a summary: this is how the article begins.');
    assert.deepEqual(sentences, [
      'The harbour of Lindholm will be dredged next spring, the port authority said on Monday.',
      'Ships of up to 300 metres will then reach the northern quay.',
      'Mayor Anna Berg called the decision overdue.',
    ]);
    assert.equal((await page.events()).at(-1)?.detail.code, 'csp');
    assert.deepEqual(
      await page.run(() => {
        const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
        return [host.summary, host.text];
      }),
      [null, ''],
      'it is not passed off as a summary',
    );
    assert.ok((await page.log()).some((line) => /console\.warn: nutgraf: .*script-src.*'wasm-unsafe-eval'/.test(line)));
  },
  { allows: /policy: |nutgraf: |Content Security Policy|WebAssembly/ },
);

behaviour(
  'a page whose policy forbids the fetch shows a message',
  async (page) => {
    page.setPolicy(CONTENT_SECURITY_POLICY.replace("connect-src 'self'", "connect-src 'none'"));
    await page.open(STORY);
    await page.listen();
    assert.equal((await page.click()).message, 'The security policy of this page does not allow the summary.');
    assert.ok((await page.log()).some((line) => /console\.warn: nutgraf: .*connect-src/.test(line)));
  },
  { allows: /policy: |nutgraf: |Content Security Policy|Refused to connect/ },
);

behaviour('a slow answer makes the button say so; the focus stays, and clicks meanwhile change nothing', async (page) => {
  const open = page.hold(/\.wasm$/);
  await page.open(STORY);
  const button = await page.part('button');
  await button.click();
  await page.until((/** @type {Element} */ node) => node.getAttribute('aria-disabled') === 'true', button);
  await button.click();
  const waiting = await page.state();
  assert.equal(waiting.button, 'Getting the summary…');
  assert.equal(waiting.expanded, 'false');
  assert.equal(waiting.open, true);
  open();
  await page.shown();
  assert.equal(await button.getAttribute('aria-disabled'), null);
  assert.equal((await page.state()).focused, 'button');
});

behaviour('a wait that grows long can be ended by another click, and the next one shows the summary', async (page) => {
  const open = page.hold(/\.wasm$/);
  await page.open(STORY);
  const button = await page.part('button');
  await button.click();
  await page.until((/** @type {Element} */ node) => node.matches('.busy:not([aria-disabled])'), button);
  assert.equal((await page.state()).button, 'Getting the summary…');
  await button.click();
  await page.until((/** @type {Element} */ node) => !node.matches('.busy'), button);
  const { open: isOpen, expanded, button: words, status, focused } = await page.state();
  assert.deepEqual({ isOpen, expanded, words, status, focused }, { isOpen: false, expanded: 'false', words: 'No time to read? Get a summary', status: '', focused: 'button' });
  open();
  assert.equal((await page.click()).sentences.length, 3);
});

/** How much of the page has moved without the reader's doing, as the browser scores it. @param {Page} page */
const shiftOf = (page) => page.run(() => /** @type {any} */ (window).shift);

for (const width of EMULATES ? [360, 1280] : []) {
  behaviour(`${width} pixels wide, a summary that comes late finds its room: the frame opens with the click, and nothing shifts afterwards`, async (page) => {
    const open = page.hold(/\.wasm$/);
    await onScreen(page, { width, height: 740, mobile: width < 500 }, async () => {
      await page.open('/demo/peacekeeping-talks-in-nagorno-karabakh.html');
      const button = await page.approach('button');
      await page.run(() => {
        Object.assign(window, { shift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of /** @type {any[]} */ (list.getEntries())) /** @type {any} */ (window).shift += entry.hadRecentInput ? 0 : entry.value;
        }).observe({ type: 'layout-shift' });
      });
      const height = () => page.run(() => document.querySelector('nut-graf')?.getBoundingClientRect().height ?? 0);
      const closed = await height();
      await button.click();
      await page.until((/** @type {Element} */ node) => node.getAttribute('aria-disabled') === 'true', button);
      const waiting = await height();
      assert.ok(waiting > closed + 200, `${waiting}`);
      // What comes within half a second of the click would not count.
      await page.run(() => new Promise((later) => setTimeout(later, 700)));
      const moved = await shiftOf(page);
      open();
      await page.shown();
      await page.run(() => new Promise((later) => setTimeout(later, 200)));
      const shown = await height();
      assert.ok(waiting > shown / 2 && waiting < shown * 1.2, `${waiting} pixels kept for ${shown}`);
      assert.ok((await shiftOf(page)) - moved < 0.05, `${await shiftOf(page)}`);
    });
  });
}

behaviour('an article removed while loading: the widget that stays says so', async (page) => {
  const open = page.hold(/\.wasm$/);
  await page.open(STORY);
  await page.listen();
  await page.press('button', 0);
  await page.run(() => document.querySelector('#story')?.remove());
  open();
  await page.shown();
  assert.equal((await page.state()).message, 'The article is no longer on the page.');
  assert.equal((await page.events()).at(-1)?.detail.code, 'article-removed');
});

behaviour('an article removed while loading, and its widget with it: nothing happens', async (page) => {
  const open = page.hold(/\.wasm$/);
  await page.open(STORY);
  await page.listen();
  await page.press('button', 1);
  await page.run(() => document.querySelector('#story')?.remove());
  open();
  await eventually(page, () => page.wasmRequests === 1);
  await settle();
  assert.deepEqual((await page.events()).map(({ type }) => type), ['toggle']);
});

behaviour('closed while loading stays closed', async (page) => {
  const open = page.hold(/\.wasm$/);
  await page.open(STORY);
  await page.listen();
  await page.press('button');
  await page.run(() => /** @type {NutGraf} */ (document.querySelector('nut-graf')).hide());
  open();
  await page.until(() => /** @type {NutGraf} */ (document.querySelector('nut-graf')).summary);
  const { shown, expanded, status, button } = await page.state();
  assert.deepEqual({ shown, expanded, status }, { shown: false, expanded: 'false', status: '' });
  assert.equal(button, 'No time to read? Get a summary');
});
