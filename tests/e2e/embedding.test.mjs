/** Pages that get the widget from elsewhere, twice, or out of the browser's memory. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { CONTENT_SECURITY_POLICY, ENGINE, STORY, articleOf, behaviour, pageOf, setUp } from './harness.mjs';
import { startServer } from '../../scripts/serve.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */
/** @typedef {import('./harness.mjs').Page} Page */

/** A content delivery network: another origin. @type {Awaited<ReturnType<typeof startServer>>} */
let cdn;
/** What it sends with its files. @type {(path: string) => Record<string, string>} */
let cors = () => ({});

before(async () => {
  cdn = await startServer({
    port: 0,
    intercept: (request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      for (const [name, value] of Object.entries(cors(request.url ?? ''))) response.setHeader(name, value);
      return false;
    },
  });
});
after(() => cdn?.close());

/** Playwright of the old Chromium's time switches the back/forward cache off, and WebKit's small browser has none under automation. */
const KEEPS = ENGINE === 'chromium' || ENGINE === 'firefox';

const OPEN = { 'Access-Control-Allow-Origin': '*' };

/** @param {Page} page @param {string} [html] */
const openFromCdn = async (page, html) => {
  page.setPolicy(CONTENT_SECURITY_POLICY.replace(/(script|connect)-src 'self'/g, `$& ${cdn.url}`));
  await page.openHTML(pageOf(articleOf(), { script: `${cdn.url}/dist/nutgraf.js`, html }));
};

behaviour('from another origin that sends CORS headers all of it works, other languages too', async (page) => {
  cors = () => OPEN;
  await openFromCdn(page, 'lang="sv"');
  const { sentences, button } = await page.click();
  assert.equal(sentences.length, 3);
  assert.notEqual(button, 'Hide the summary', 'the words are Swedish');
  await page.press('source');
  await page.until(() => !CSS.highlights || CSS.highlights.has('nutgraf'));
  assert.equal(page.wasmRequests, 0, "the page's own server sent nothing");
});

behaviour(
  'where the other origin sends the wasm without CORS headers, the opening of the article is shown and the remedy named',
  async (page) => {
    cors = (path) => (path.endsWith('.wasm') ? {} : OPEN);
    await openFromCdn(page);
    const { sentences, note } = await page.click();
    assert.equal(sentences[0], STORY[0]);
    assert.match(note, /Not a summary/);
    const log = await page.run(() => /** @type {any} */ (window).witness.log);
    assert.ok(log.some((/** @type {string} */ line) => line.includes('needs Access-Control-Allow-Origin')), log.join('\n'));
  },
  { allows: /nutgraf|CORS|Access-Control|cross-origin/i },
);

behaviour('of two versions on a page the first is in charge, and the second does no harm', async (page) => {
  // The same files at another address.
  page.answer(/^\/other\//, (request) => {
    request.url = request.url?.replace('/other/', '/dist/');
    return false;
  });
  for (const [first, second] of [['/dist/', '/other/'], ['/other/', '/dist/']]) {
    const other = `<script type="module" src="${second}nutgraf.js" data-auto="article"></script>`;
    await page.openHTML(pageOf(`${articleOf()}${articleOf().replaceAll('story', 'other').replace('<nut-graf></nut-graf>', '')}${other}`, { script: `${first}nutgraf.js`, attributes: 'data-auto="article"' }));
    await page.until(() => document.querySelectorAll('nut-graf').length === 2 && document.readyState === 'complete');
    const before = page.requests.length;
    for (const index of [0, 1]) assert.equal((await page.click(index)).sentences.length, 3);
    const requested = page.requests.slice(before).filter((path) => /\.(js|wasm)$/.test(path));
    assert.equal(requested.filter((path) => path.endsWith('.wasm')).length, 1);
    assert.ok(requested.every((path) => path.startsWith(first)), requested.join());
    assert.equal(await page.run(() => document.querySelectorAll('nut-graf').length), 2, 'and no article has two');
  }
});

behaviour('a later version that came first, of which this one knows nothing, is left alone', async (page) => {
  page.answer(/next\.js$/, (_, response) => {
    response.setHeader('Content-Type', 'text/javascript');
    response.end("customElements.define('nut-graf', class extends HTMLElement { static version = 9; connectedCallback() { this.textContent = 'next'; } });");
    return true;
  });
  const article = articleOf().replace('<nut-graf></nut-graf>', '');
  await page.openHTML(pageOf(article, { attributes: 'data-auto="article"' }).replace('<script', '<script src="/next.js"></script><script'));
  await page.until(() => document.querySelector('nut-graf')?.textContent === 'next');
  assert.deepEqual(
    await page.run(() => [/** @type {any} */ (customElements.get('nut-graf')).version, document.querySelectorAll('nut-graf').length]),
    [9, 1],
  );
});

behaviour('a page out of the back/forward cache goes on where it was', async (page) => {
  // What must not be stored is not kept either.
  page.answer(/kept\.html$|witness\.js$/, async (request, response) => {
    const isPage = request.url?.includes('kept.html');
    response.setHeader('Cache-Control', 'max-age=60');
    response.setHeader('Content-Type', isPage ? 'text/html; charset=utf-8' : 'text/javascript');
    if (isPage) response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    const html = pageOf(articleOf()).replace('<head>', '<head><script src="/__witness.js"></script>');
    response.end(isPage ? html : await readFile(new URL('witness.js', import.meta.url)));
    return true;
  });
  await page.open('/kept.html');
  // Firefox keeps no page that its driver has clicked on.
  await page.run(() => /** @type {NutGraf} */ (document.querySelector('nut-graf')).show());
  await page.shown();
  await page.run(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=source]'))?.click());
  await page.open('/demo/thanks.html', { defined: false });
  await page.back();
  await page.until(() => location.pathname === '/kept.html' && Boolean(document.querySelector('nut-graf')?.shadowRoot));
  if (KEEPS) await page.until(() => /** @type {any} */ (window).witness?.persisted);
  if (KEEPS) assert.equal((await page.state()).shown, true);
  if ((await page.state()).shown) await page.press('button');
  await page.until(() => !(/** @type {NutGraf} */ (document.querySelector('nut-graf')).open));
  const { sentences } = await page.click();
  assert.equal(sentences.length, 3);
  await page.press('source');
  await page.until(() => !CSS.highlights || CSS.highlights.has('nutgraf'));
});
