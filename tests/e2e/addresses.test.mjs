/** Files that a site has moved or renamed, and files that must have a hash. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { STORY, articleOf, behaviour, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('./harness.mjs').Page} Page */

const DIST = new URL('../../www/dist/', import.meta.url);
/** @type {Record<string, string>} */
const HASHES = JSON.parse(await readFile(new URL('sri.json', DIST), 'utf8'));
const TYPES = /** @type {const} */ ({ js: 'text/javascript', wasm: 'application/wasm', txt: 'text/plain; charset=utf-8' });

/** Serves the files of dist under another path, and the script alone under another name. @param {Page} page */
const move = (page) => {
  page.answer(/^\/(moved|script-1a2b3c)\b/, async ({ url }, response) => {
    const [path] = (url ?? '').split('?');
    const name = path.startsWith('/moved/') ? path.replace('/moved/', '') : 'nutgraf.js';
    const type = TYPES[/** @type {keyof typeof TYPES} */ (name.split('.').at(-1))];
    response.writeHead(200, { 'Content-Type': type });
    response.end(await readFile(new URL(name, DIST)));
    return true;
  });
  // What is not where the page says would not be found.
  page.answer(/^\/dist\/(?!nutgraf\.js)/, (_, response) => {
    response.writeHead(404);
    response.end();
    return true;
  });
};

behaviour('data-base says where the files are of a script that has another name and place, in another language too', async (page) => {
  move(page);
  await page.openHTML(pageOf(articleOf(), { script: '/script-1a2b3c.js', attributes: 'data-base="moved/"', html: 'lang="sv"' }));
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('button')?.textContent?.trim());
  const { sentences, button } = await page.click();
  assert.equal(sentences.length, 3);
  assert.notEqual(button, 'Hide the summary');
  assert.ok(page.requests.includes('/moved/labels/sv.js') && page.requests.includes('/moved/nutgraf.wasm'));
  assert.ok(page.requests.includes('/moved/languages/sv.txt'));
});

behaviour('setBase says it in a script, and refuses what is no address', async (page) => {
  move(page);
  // In the page itself: the mouse may rest where the button will be.
  page.answer(/^\/base\.js$/, (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/javascript' });
    response.end("import { setBase } from '/dist/nutgraf.js'; setBase('/moved/');");
    return true;
  });
  await page.openHTML(pageOf(`${articleOf()}<script type="module" src="/base.js"></script>`));
  const refusal = await page.run(async () => {
    const { setBase } = await import(/** @type {any} */ (document.scripts[1]).src);
    try {
      setBase('http://[');
    } catch (error) {
      return /** @type {Error} */ (error).name;
    }
    return 'none';
  });
  assert.equal(refusal, 'TypeError');
  assert.equal((await page.click()).sentences.length, 3);
  assert.ok(page.requests.includes('/moved/panel.js') && page.requests.includes('/moved/nutgraf.wasm'));
});

behaviour('a script and a WebAssembly that have the hashes of sri.json are run', async (page) => {
  await page.openHTML(pageOf(articleOf(), { attributes: `integrity="${HASHES['nutgraf.js']}" data-integrity="${HASHES['nutgraf.wasm']}"` }));
  const { sentences, note } = await page.click();
  assert.equal(sentences.length, 3);
  assert.doesNotMatch(note, /Not a summary/);
});

behaviour(
  'a WebAssembly with another hash is not run: the opening of the article is shown, and the cause named',
  async (page) => {
    await page.openHTML(pageOf(articleOf(), { attributes: `data-integrity="${HASHES['panel.js']}"` }));
    const { sentences, note } = await page.click();
    assert.equal(sentences[0], STORY[0]);
    assert.match(note, /Not a summary/);
    assert.ok((await page.log()).some((line) => /nutgraf\.wasm cannot be reached, or is not what its integrity says/.test(line)));
  },
  { allows: /integrity|digest|nutgraf\.wasm|hash/i },
);

behaviour(
  'where the page wants hashes, the code of the panel is not asked for under an address that has none',
  async (page) => {
    const mend = page.answer(/panel\.js$/, (_, response) => {
      response.writeHead(404);
      response.end();
      return true;
    });
    await page.openHTML(pageOf(articleOf(), { attributes: `data-integrity="${HASHES['nutgraf.wasm']}"` }));
    await page.listen();
    await page.press('button');
    await page.until(() => /** @type {any} */ (window).heard.some((/** @type {any} */ { type }) => type === 'error'));
    mend();
    const asked = await page.run(async () => {
      await /** @type {any} */ (document.querySelector('nut-graf')).summarize().catch(() => {});
      return performance.getEntriesByType('resource').map(({ name }) => name);
    });
    assert.ok(asked.every((name) => !name.includes('panel.js?')), asked.join());
  },
  { allows: /panel\.js|404/ },
);
