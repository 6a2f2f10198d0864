/** Articles that are none, or not as articles are: each gives a clear result or a clear error, and the page goes on. */
import assert from 'node:assert/strict';
import { ARABIC, STORY, articleOf, behaviour, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */
/** @typedef {import('./harness.mjs').Page} Page */

const TOO_SHORT = 'This article is too short for a summary: reading all of it takes hardly longer.';

/**
 * What a click gives on an article with this content: sentences, or the code of the error whose words are shown, or that the article is too short.
 *
 * @param {Page} page
 * @param {string} content
 */
const outcome = async (page, content) => {
  await page.openHTML(pageOf(`<nut-graf for="story"></nut-graf><article id="story">${content}</article>`));
  return clickThrough(page);
};

/** @param {Page} page */
const clickThrough = async (page) => {
  await page.listen();
  // An article that is too short has no button: the page itself opens the panel.
  await page.run(() => /** @type {NutGraf} */ (document.querySelector('nut-graf')).hidden && document.querySelector('nut-graf')?.setAttribute('open', ''));
  const { sentences, message, expanded } = await ((await page.state()).open ? page.shown().then(() => page.state()) : page.click());
  assert.equal(expanded, 'true');
  const error = (await page.events()).find(({ type }) => type === 'error')?.detail;
  assert.equal(message, error?.message ?? (sentences.length > 0 ? '' : TOO_SHORT));
  // The page goes on: the same button closes.
  await page.press('button');
  assert.equal((await page.state()).open, false);
  return { sentences, code: error?.code };
};

behaviour('an empty article says so in words', async (page) => {
  assert.deepEqual(await outcome(page, ''), { sentences: [], code: 'empty' });
});

behaviour('an article of white space says so in words', async (page) => {
  assert.deepEqual(await outcome(page, '<p> \n\t </p><p>\n</p>'), { sentences: [], code: 'empty' });
});

behaviour('one word', async (page) => {
  const { sentences, code } = await outcome(page, '<p>Fire</p>');
  assert.deepEqual(sentences, []);
  if (code) assert.equal(code, 'no-article');
});

behaviour('one sentence needs no summary', async (page) => {
  assert.deepEqual(await outcome(page, `<p>${STORY[0]}</p>`), { sentences: [], code: undefined });
});

behaviour('only a headline is no article', async (page) => {
  assert.deepEqual(await outcome(page, '<h1>Lindholm harbour to be dredged</h1>'), { sentences: [], code: 'no-article' });
});

behaviour('ten megabytes of one letter', async (page) => {
  const { sentences, code } = await outcome(page, `<p>${'a'.repeat(10_000_000)}</p>`);
  assert.deepEqual(sentences, []);
  if (code) assert.equal(code, 'no-article');
});

behaviour('no full stop anywhere', async (page) => {
  const text = STORY.map((sentence) => sentence.replace(/[.,]/g, '')).join(' ').repeat(40);
  const { sentences } = await outcome(page, `<p>${text}</p>`);
  for (const sentence of sentences) assert.ok(text.includes(sentence));
});

behaviour('lone surrogates and NUL', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  await page.run(() => {
    const [first, second] = document.querySelectorAll('#story p');
    first.textContent = `The ${String.fromCharCode(0xd800)} port of Lindholm ${String.fromCharCode(0xdc00)} closes for a year, the council said.`;
    second.textContent = `The mayor of Lindholm${String.fromCharCode(0)} opposed the plan of the council on Tuesday.`;
  });
  await clickThrough(page);
  const foreign = await page.run(async () => {
    const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
    // NUL too, as where HTML is parsed.
    const clean = (/** @type {string} */ text) => text.replace(/[\p{Cs}\0]/gu, '\uFFFD');
    const article = clean(document.querySelector('#story')?.textContent ?? '');
    const { sentences } = await host.summarize();
    return sentences.filter(({ text }) => !article.includes(text)).map(({ text }) => escape(text));
  });
  assert.deepEqual(foreign, []);
});

behaviour('right-to-left text is laid out right to left, and the labels around it too', async (page) => {
  await page.openHTML(pageOf(articleOf(ARABIC, 'إغلاق الميناء في الربيع'), { html: 'lang="ar" dir="rtl"' }));
  const shown = (await page.click()).sentences;
  assert.equal(shown.length, 3);
  for (const sentence of shown) assert.ok(ARABIC.includes(sentence), sentence);
  const look = await page.run(() => {
    const root = document.querySelector('nut-graf')?.shadowRoot;
    const list = /** @type {HTMLElement} */ (root?.querySelector('[part~=list]'));
    const source = /** @type {Element} */ (list.querySelector('[part~=source]'));
    const sentence = /** @type {Element} */ (list.querySelector('[part~=sentence]'));
    return {
      direction: getComputedStyle(list).direction,
      language: list.lang,
      button: root?.querySelector('button')?.lang,
      sourceLeft: source.getBoundingClientRect().left < sentence.getBoundingClientRect().left,
    };
  });
  assert.deepEqual(look, { direction: 'rtl', language: 'ar', button: 'ar', sourceLeft: true });
});

behaviour('HTML in the text stays text', async (page) => {
  const markup = STORY.map((sentence) => sentence.replace(/ (to|the|of|for) /g, ' $1 <b>so</b> <img src=x onerror=alert(1)> & <script>alert(2)</script> '));
  await page.openHTML(pageOf(articleOf(markup)));
  const { sentences } = await page.click();
  assert.equal(sentences.length, 3);
  for (const sentence of sentences) assert.ok(markup.includes(sentence), sentence);
  assert.equal(
    await page.run(() => document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('img, script, [part~=panel] b').length),
    0,
  );
});

behaviour('a sentence that the article has lost since is announced as gone', async (page) => {
  await page.open('/pages/story.html');
  await page.click();
  await page.run(() => {
    for (const paragraph of document.querySelectorAll('#story p')) paragraph.textContent = 'The text was withdrawn.';
  });
  await page.press('source');
  await page.until(
    () => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=status]')?.textContent === 'This sentence is no longer in the article.',
  );
});

behaviour('a page without any article-like element is read as a whole', async (page) => {
  await page.openHTML(pageOf(`<nut-graf></nut-graf><div>${STORY.map((sentence) => `<p>${sentence}</p>`).join('')}</div>`));
  for (const sentence of (await page.click()).sentences) assert.ok(STORY.includes(sentence), sentence);
});

behaviour('a hundred widgets on one page all work, by one fetch and one instance', async (page) => {
  const html = pageOf(articleOf() + '<nut-graf for="story"></nut-graf>'.repeat(99));
  await page.openHTML(html.replace('<script', '<script src="/pages/instances.js"></script><script'));
  const counts = await page.run(async () => {
    const hosts = /** @type {NutGraf[]} */ ([...document.querySelectorAll('nut-graf')]);
    for (const host of hosts) host.show();
    const summaries = new Set(await Promise.all(hosts.map((host) => host.summarize())));
    const panels = hosts.filter((host) => host.shadowRoot?.querySelector('[part~=list]')).length;
    return { summaries: summaries.size, panels, instances: /** @type {any} */ (window).instances.made };
  });
  assert.deepEqual(counts, { summaries: 1, panels: 100, instances: 1 });
  assert.equal(page.wasmRequests, 1);
});
