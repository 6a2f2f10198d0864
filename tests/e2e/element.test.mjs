/** The element as page authors and scripts meet it. */
import assert from 'node:assert/strict';
import { STORY, articleOf, behaviour, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */

const PAGE = '/pages/story.html';

behaviour('data-auto gives each article its button, and none where one stands or points', async (page) => {
  await page.open('/pages/auto.html');
  const places = await page.until(() => {
    const hosts = [...document.querySelectorAll('nut-graf')];
    return hosts.length >= 5 && hosts.map((host) => [host.parentElement?.id, host.previousElementSibling?.localName ?? '']);
  });
  assert.deepEqual(places, [
    ['header', 'header'],
    ['headline', 'p'],
    ['bare', ''],
    ['own', 'h1'],
    ['', 'article'],
  ]);
});

behaviour('data-auto gives a button to an article that comes later, and none again to one that lost its own', async (page) => {
  await page.open('/pages/auto.html');
  await page.until(() => document.querySelector('#bare nut-graf'));
  await page.run((/** @type {string} */ textContent) => {
    document.querySelector('#bare nut-graf')?.remove();
    const late = document.createElement('article');
    late.id = 'late';
    late.append(Object.assign(document.createElement('p'), { textContent }));
    document.body.append(late);
  }, STORY.join(' '));
  await page.until(() => document.querySelector('#late nut-graf'));
  assert.equal(await page.run(() => document.querySelectorAll('#bare nut-graf').length), 0);
});

for (const [position, places] of Object.entries({
  before: ['before h1'],
  after: ['after p.standfirst'],
  end: ['end'],
  both: ['after p.standfirst', 'end'],
})) {
  behaviour(`data-position="${position}" puts the button there`, async (page) => {
    const article = articleOf().replace('<nut-graf></nut-graf>', '<p class="standfirst">After nine winters</p>');
    await page.openHTML(pageOf(article, { attributes: `data-auto="article" data-position="${position}"` }));
    await page.until(() => document.querySelector('nut-graf'));
    const seen = await page.run(() =>
      Array.from(document.querySelectorAll('nut-graf'), (host) => {
        if (!host.nextElementSibling) return 'end';
        return host.previousElementSibling ? `after p.${host.previousElementSibling.className}` : `before ${host.nextElementSibling.localName}`;
      }),
    );
    assert.deepEqual(seen, places);
    for (const index of places.keys()) assert.equal((await page.click(index)).sentences.length, 3);
    assert.equal(page.wasmRequests, 1);
  });
}

behaviour('stop() ends the watch for articles, and leaves the buttons that are there', async (page) => {
  page.answer(/\/stop\.js$/, (_, response) => {
    response.setHeader('Content-Type', 'text/javascript');
    response.end("import { stop } from '/dist/nutgraf.js'; addEventListener('stop', stop);");
    return true;
  });
  await page.openHTML(pageOf(`${articleOf().replace('<nut-graf></nut-graf>', '')}<script type="module" src="/stop.js"></script>`, { attributes: 'data-auto="article"' }));
  await page.until(() => document.querySelector('nut-graf'));
  await page.until(() => document.readyState === 'complete');
  const count = await page.run(async (/** @type {string} */ textContent) => {
    dispatchEvent(new Event('stop'));
    const late = document.createElement('article');
    late.append(Object.assign(document.createElement('p'), { textContent }));
    document.body.append(late);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return document.querySelectorAll('nut-graf').length;
  }, STORY.join(' '));
  assert.equal(count, 1);
  assert.equal((await page.click()).sentences.length, 3);
});

behaviour('a page that comes back, and one that turns into another article, go on working', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  await page.click();
  await page.open('/pages/story.html');
  await page.until(() => document.querySelector('#outside'));
  await page.back();
  await page.until(() => document.querySelector('nut-graf:defined') && !document.querySelector('#outside'));
  if (!(await page.state()).open) await page.click();
  assert.equal((await page.state()).sentences.length, 3);
  // As a single-page application does it: another article in place of the one that was read.
  await page.run((/** @type {string} */ html) => {
    history.pushState(null, '', '/made.html?next');
    const next = document.createElement('article');
    next.id = 'story';
    for (const text of html.split('|')) next.append(Object.assign(document.createElement('p'), { textContent: text }));
    next.prepend(document.createElement('nut-graf'));
    document.querySelector('#story')?.replaceWith(next);
  }, `The ferries to Lindholm stand still since Sunday.|Crews of both lines want more pay, said Per Holm of the union.|Talks begin on Thursday in Aarhus.|${STORY.map((sentence) => sentence.replace(' ', ' so-called ')).join('|')}`);
  assert.ok((await page.click()).sentences.every((sentence) => !STORY.includes(sentence)));
});

behaviour('data-auto that is no selector changes nothing and warns the developers', async (page) => {
  await page.openHTML(pageOf(articleOf(), { attributes: 'data-auto="article["' }));
  assert.equal((await page.click()).sentences.length, 3);
  assert.ok((await page.log()).some((line) => /data-auto.*article\[/.test(line)));
}, { allows: /data-auto/ });

behaviour('the tag defined twice, by two copies of the script, is harmless', async (page) => {
  await page.openHTML(pageOf(`${articleOf()}<script type="module" src="/dist/nutgraf.js?copy"></script>`));
  await page.until(() => document.readyState === 'complete');
  assert.equal((await page.click()).sentences.length, 3);
});

behaviour('properties set before the tag is defined count', async (page) => {
  await page.openHTML(
    pageOf(
      '<nut-graf id="early"></nut-graf>' +
        `${articleOf().replace('<nut-graf></nut-graf>', '')}<script type="module" src="/pages/early.js"></script>`,
      { script: '/pages/before.js' },
    ),
  );
  const seen = await page.until(() => {
    const host = /** @type {NutGraf} */ (document.querySelector('#early'));
    return host.summary && { for: host.getAttribute('for'), length: host.length, label: host.label, open: host.open };
  });
  assert.deepEqual(seen, { for: 'story', length: 'medium', label: 'In short', open: true });
  const { button, sentences } = await page.state();
  assert.equal(button, 'In short');
  assert.equal(sentences.length, 5);
});

behaviour('attributes and properties are one, and wrong values fall to the default', async (page) => {
  await page.open(PAGE);
  const seen = await page.run(() => {
    const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
    const read = () => [host.htmlFor, host.type, host.length, host.loading, host.label, host.lang, host.open];
    const rows = [read()];
    Object.assign(host, { htmlFor: 'x', type: 'tldr', length: 'long', loading: 'visible', label: 'Short', lang: 'da', open: true });
    rows.push(read(), host.getAttributeNames().sort().map((name) => `${name}=${host.getAttribute(name)}`));
    for (const name of ['type', 'length', 'loading']) host.setAttribute(name, 'nonsense');
    host.open = false;
    rows.push(read());
    host.setAttribute('type', 'TEASER');
    rows.push([host.type]);
    host.setAttribute('type', 'headline');
    rows.push([host.type, host.shape]);
    return rows;
  });
  assert.deepEqual(seen, [
    ['story', 'key-points', 'short', 'lazy', '', '', false],
    ['x', 'tldr', 'long', 'visible', 'Short', 'da', true],
    ['for=x', 'id=outside', 'label=Short', 'lang=da', 'length=long', 'loading=visible', 'open=', 'type=tldr'],
    ['x', 'key-points', 'short', 'lazy', 'Short', 'da', false],
    ['teaser'],
    ['headline', 'paragraph'],
  ]);
});

behaviour('show, hide and summarize do what they say, and the events tell', async (page) => {
  await page.open(PAGE);
  await page.listen();
  const seen = await page.run(async () => {
    const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
    const before = [host.summary, host.text];
    const summary = await host.summarize();
    const same = summary === host.summary;
    const lines = host.text.split('\n').length;
    const closed = host.open;
    host.show();
    await host.summarize();
    host.hide();
    return { before, same, lines, closed, now: host.open };
  });
  assert.deepEqual(seen, { before: [null, ''], same: true, lines: 3, closed: false, now: false });
  await page.until(() => /** @type {any} */ (window).heard.length >= 3);
  assert.deepEqual(await page.events(), [
    { type: 'ready', detail: { sentences: 3 } },
    { type: 'toggle', detail: { open: true } },
    { type: 'toggle', detail: { open: false } },
  ]);
});

behaviour('an element that is open in the HTML shows its summary without a click', async (page) => {
  await page.openHTML(pageOf(articleOf().replace('<nut-graf>', '<nut-graf open>')));
  await page.shown();
  assert.equal((await page.state()).sentences.length, 3);
});

behaviour('type and length changed while open give another summary', async (page) => {
  await page.open(PAGE);
  await page.click();
  await page.run(() => document.querySelector('nut-graf')?.setAttribute('length', 'medium'));
  await page.until(
    () => document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('[part~=item]').length === 5,
  );
});

behaviour('a for that names nothing says so in words and in an event', async (page) => {
  await page.openHTML(pageOf('<nut-graf for="nowhere"></nut-graf>'));
  await page.listen();
  const { message } = await page.click();
  assert.equal(message, 'The article of this button is not on the page.');
  assert.deepEqual((await page.events()).at(-1), { type: 'error', detail: { code: 'not-found', message } });
  assert.equal(page.wasmRequests, 1, 'hover had fetched it, and that is all');
  assert.equal(await page.run((/** @type {HTMLElement} */ retry) => retry.hidden, await page.part('retry')), true, 'asking again would not help');
});

behaviour('for takes a selector as well as an id', async (page) => {
  await page.openHTML(pageOf(`<nut-graf for="body > article"></nut-graf>${articleOf()}`));
  assert.equal((await page.click()).sentences.length, 3);
});

behaviour('clone, move and remove while open', async (page) => {
  await page.open(PAGE);
  await page.listen();
  await page.click(0);
  await page.run(() => {
    const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
    const copy = host.cloneNode(true);
    document.body.append(copy);
    document.querySelector('#story')?.append(host);
  });
  for (const index of [1, 2]) {
    await page.shown(index);
    assert.equal((await page.state(index)).sentences.length, 3);
  }
  await page.press('source', 1);
  await page.until(() => !CSS.highlights || CSS.highlights.has('nutgraf'));
  await page.run(() => document.querySelectorAll('nut-graf')[1].remove());
  await page.until(() => !CSS.highlights?.has('nutgraf') && document.adoptedStyleSheets.length === 0);
  await page.run(() => {
    for (const host of document.querySelectorAll('nut-graf')) host.remove();
  });
  assert.deepEqual(
    (await page.events()).filter(({ type }) => type === 'error'),
    [],
  );
});

behaviour('a widget that is moved while loading shows its summary where it now stands', async (page) => {
  const open = page.hold(/\.wasm$/);
  await page.open(PAGE);
  await page.listen();
  await page.press('button');
  await page.run(() => document.querySelector('#story')?.append(/** @type {Element} */ (document.querySelector('nut-graf'))));
  open();
  await page.shown(1);
  assert.equal((await page.state(1)).sentences.length, 3);
  assert.deepEqual((await page.events()).map(({ type }) => type), ['toggle', 'ready']);
});

behaviour('what the page put inside is shown, and nothing is computed or fetched for it', async (page) => {
  await page.openHTML(pageOf(articleOf().replace('<nut-graf></nut-graf>', '<nut-graf><p id="own">The editor wrote this.</p></nut-graf>')));
  await page.run(() => /** @type {NutGraf} */ (document.querySelector('nut-graf')).show());
  await page.shown();
  assert.ok(await page.run(() => document.querySelector('#own')?.checkVisibility()));
  assert.equal(page.wasmRequests, 0);
  await page.run(() => /** @type {NutGraf} */ (document.querySelector('nut-graf')).summarize());
  assert.equal(await page.run(() => document.querySelector('#own')?.checkVisibility()), false, 'a summary takes its place');
  assert.equal((await page.state()).sentences.length, 3);
});

behaviour('inside a shadow root, the article of that root is summarized and marked', async (page) => {
  await page.openHTML(pageOf('<div id="host"></div>'));
  await page.run((/** @type {string[]} */ sentences) => {
    const root = /** @type {Element} */ (document.querySelector('#host')).attachShadow({ mode: 'open' });
    const article = document.createElement('article');
    article.append(document.createElement('nut-graf'));
    for (const sentence of sentences) article.append(Object.assign(document.createElement('p'), { textContent: sentence }));
    root.append(article);
  }, STORY);
  const marked = await page.run(async () => {
    const { shadowRoot } = /** @type {Element} */ (document.querySelector('#host'));
    const outer = /** @type {ShadowRoot} */ (shadowRoot);
    const host = /** @type {NutGraf} */ (outer.querySelector('nut-graf'));
    host.show();
    const summary = await host.summarize();
    const source = host.shadowRoot?.querySelector('[part~=source]');
    /** @type {HTMLElement | undefined} */ (source)?.click();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return {
      count: summary.sentences.length,
      text: CSS.highlights ? `${[...(CSS.highlights.get('nutgraf') ?? [])][0]}` : summary.sentences[0].text,
      first: summary.sentences[0].text,
      rules: CSS.highlights ? outer.adoptedStyleSheets.length : 1,
      page: document.adoptedStyleSheets.length,
    };
  });
  assert.equal(marked.count, 3);
  assert.equal(marked.text, marked.first);
  assert.deepEqual([marked.rules, marked.page], [1, 0]);
});

behaviour('a page that reserves the 46 pixels of the closed button does not shift when the button comes', async (page) => {
  page.answer(/reserve\.css$/, (_, response) => {
    response.setHeader('Content-Type', 'text/css');
    response.end('nut-graf{margin-block:20px}nut-graf:not(:defined){display:block;min-block-size:46px}');
    return true;
  });
  const head = '<link rel="stylesheet" href="/reserve.css"></head>';
  await page.openHTML(pageOf(articleOf(), { script: '/pages/later.js' }).replace('</head>', head), { defined: false });
  const top = () => document.querySelector('#story p')?.getBoundingClientRect().top;
  const before = await page.run(top);
  await page.run(() => dispatchEvent(new Event('later')));
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=button]')?.textContent);
  assert.equal(await page.run(top), before);
});

behaviour("the site's own colours and fonts come through, and its variables rule", async (page) => {
  page.serve('/look.html', pageOf(articleOf()).replace('</head>', '<link rel="stylesheet" href="/look.css"></head>'));
  page.answer(/look\.css$/, (_, response) => {
    response.setHeader('Content-Type', 'text/css');
    response.end('body{color:rgb(1, 2, 3);font-family:monospace}nut-graf{--nutgraf-background:rgb(9, 8, 7);--nutgraf-radius:13px}');
    return true;
  });
  await page.open('/look.html');
  const look = await page.run(() => {
    const host = /** @type {Element} */ (document.querySelector('nut-graf'));
    const button = /** @type {Element} */ (host.shadowRoot?.querySelector('[part~=button]'));
    const { backgroundColor, borderTopLeftRadius } = getComputedStyle(host);
    const { color, fontFamily } = getComputedStyle(button);
    return { backgroundColor, borderTopLeftRadius, color, fontFamily };
  });
  assert.deepEqual(look, {
    backgroundColor: 'rgb(9, 8, 7)',
    borderTopLeftRadius: '13px',
    color: 'rgb(1, 2, 3)',
    fontFamily: 'monospace',
  });
});
