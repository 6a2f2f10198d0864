/** A summary made at publish time by the command line: there without script, taken over while it fits, else made anew. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { STORY, articleOf, behaviour, pageOf, setUp } from './harness.mjs';

setUp();

const BINARY = fileURLToPath(new URL('../../target/release/nutgraf', import.meta.url));
const EMPTY = '<nut-graf></nut-graf>';

/** The page with the element that the command line made of it. @param {string} page @param {string[]} [options] */
const published = (page, options = []) => {
  const html = execFileSync(BINARY, ['summarize', '--input', 'html', '--format', 'html', ...options], { input: page, encoding: 'utf8' });
  assert.match(html, /^<nut-graf type="[a-z-]+" length="[a-z]+">\n/);
  return page.replace(EMPTY, () => html);
};

/** What the page brought is shown at once; the widget's own panel follows. @param {import('./harness.mjs').Page} page */
const open = async (page) => {
  await page.click();
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=list]'));
  return page.state();
};

const PAGE = pageOf(articleOf([...STORY, 'A line with <b>marks</b> & "quotes" stands at the end of the story of Lindholm.']));

behaviour('it is taken over without computing or fetching the WebAssembly, and leads to its places all the same', async (page) => {
  await page.openHTML(published(PAGE));
  const { sentences, status, label } = await open(page);
  assert.equal(sentences.length, 3);
  assert.deepEqual([status, label], ['Summary ready, 3 sentences', 'Summary of Lindholm harbour to be dredged']);
  assert.equal(page.wasmRequests, 0);
  await page.press('source');
  await page.until(() => !CSS.highlights || CSS.highlights.has('nutgraf'));
  assert.equal((await page.state()).status, 'Shown in the article');
  assert.equal(page.wasmRequests, 1);
});

behaviour('it is what the page itself would have made', async (page) => {
  await page.openHTML(PAGE);
  const { sentences, note } = await open(page);
  for (const options of [[], ['--type', 'tldr', '--length', 'medium']]) {
    await page.openHTML(published(PAGE, options));
    const taken = await open(page);
    if (options.length === 0) assert.deepEqual([taken.sentences, taken.note], [sentences, note]);
    else assert.equal(taken.sentences.length, 3);
  }
  assert.equal(page.wasmRequests, 1);
});

behaviour('an article that has changed since gets a summary of what it says now', async (page) => {
  const html = published(PAGE).replace('<p>Mayor Anna Berg called', '<p>Mayor Berta Dahl called');
  await page.openHTML(html);
  await open(page);
  assert.equal(page.wasmRequests, 1);
});

behaviour('another layout, white space and furniture leave it fitting', async (page) => {
  const html = published(PAGE).replaceAll('</p><p>', '</p>\n\n   <aside><p>Read more</p></aside><p> ').replace('</article>', '<footer><p>Share</p></footer></article>');
  await page.openHTML(html);
  assert.equal((await open(page)).sentences.length, 3);
  assert.equal(page.wasmRequests, 0);
});

behaviour('without script it opens by itself', async (page) => {
  await page.openHTML(published(PAGE).replace(/<script type="module".*?<\/script>/, ''), { defined: false });
  const seen = await page.run(() => {
    const details = /** @type {HTMLDetailsElement} */ (document.querySelector('nut-graf > details'));
    const before = details.open;
    details.querySelector('summary')?.click();
    return { open: before, shown: details.querySelector('li')?.checkVisibility(), items: details.querySelectorAll('li').length };
  });
  assert.deepEqual(seen, { open: false, shown: true, items: 3 });
});

behaviour('data that someone has tampered with is not taken over', async (page) => {
  const good = published(PAGE);
  const data = /(<script type="application\/json">)(.*)(<\/script>)/;
  for (const bad of ['', '{', 'null', '[]', '{"__proto__":{"polluted":1}}', '{"hash":1,"summary":{"sentences":[{}]}}']) {
    await page.openHTML(good.replace(data, (_, start, __, end) => start + bad + end));
    await open(page);
    assert.equal((await page.state()).sentences.length, 3, bad);
    assert.equal(await page.run(() => /** @type {any} */ ({}).polluted), null);
  }
  assert.equal(page.wasmRequests, 6);
});
