/** Articles that are too short for a summary: no button, and where a page opens the panel all the same, the reason. */
import assert from 'node:assert/strict';
import { STORY, articleOf, behaviour, escapeHTML, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */

const BRIEF = STORY.slice(0, 4);
const REASON = 'This article is too short for a summary: reading all of it takes hardly longer.';

/** Whether the widget takes any room, which a page can know by `hidden`. @param {import('./harness.mjs').Page} page */
const isShown = (page, index = 0) =>
  page.run((/** @type {number} */ which) => {
    const host = /** @type {NutGraf} */ (document.querySelectorAll('nut-graf')[which]);
    const { height } = host.getBoundingClientRect();
    return height === 0 && host.hidden ? false : height > 0 && !host.hidden ? true : 'neither';
  }, index);

behaviour('a short article has no button, a long one has, and neither fetches anything for that', async (page) => {
  await page.openHTML(pageOf(articleOf(BRIEF).replace('story', 'brief') + articleOf()));
  await page.until(() => document.querySelectorAll('nut-graf')[1].getBoundingClientRect().height > 0);
  assert.deepEqual([await isShown(page, 0), await isShown(page, 1)], [false, true]);
  assert.equal(page.wasmRequests, 0);
  assert.equal((await page.click(1)).sentences.length, 3);
});

behaviour('in a script without spaces characters are counted, whatever marks and figures stand between them', async (page) => {
  const long = Array.from({ length: 8 }, (_, at) => `市政府${at + 1}月5日宣布，港口将于明年春季疏浚，工程耗资“4000万克朗”，预计需要两年时间，届时长达300米的船舶可停靠北码头。`);
  await page.openHTML(pageOf(articleOf(long.slice(0, 2), '港口疏浚').replace('story', 'brief') + articleOf(long, '港口疏浚'), { html: 'lang="zh"' }));
  await page.until(() => document.querySelectorAll('nut-graf')[1].getBoundingClientRect().height > 0);
  assert.deepEqual([await isShown(page, 0), await isShown(page, 1)], [false, true]);
});

behaviour('data-auto gives a short article no button until it has grown', async (page) => {
  const brief = articleOf(BRIEF).replace('<nut-graf></nut-graf>', '');
  await page.openHTML(pageOf(brief + articleOf().replace('<nut-graf></nut-graf>', ''), { attributes: 'data-auto="article"' }));
  await page.until(() => document.querySelector('nut-graf'));
  assert.equal(await page.run(() => document.querySelectorAll('nut-graf').length), 1);
  await page.run((/** @type {string[]} */ rest) => {
    const paragraphs = rest.map((text) => Object.assign(document.createElement('p'), { textContent: text }));
    document.querySelector('article')?.append(...paragraphs);
  }, STORY.slice(4));
  await page.until(() => document.querySelectorAll('nut-graf').length === 2);
  assert.equal((await page.click(0)).sentences.length, 3);
});

behaviour('the button comes when the article has grown, and when another is pointed at', async (page) => {
  await page.openHTML(pageOf(articleOf(BRIEF)));
  assert.equal(await isShown(page), false);
  await page.run((/** @type {string} */ rest) => {
    const last = /** @type {Element} */ (document.querySelector('article p:last-child'));
    last.textContent += ` ${rest}`;
  }, STORY.slice(4).join(' '));
  await page.until(() => !(/** @type {NutGraf} */ (document.querySelector('nut-graf')).hidden));
  assert.equal(await isShown(page), true);
  assert.equal((await page.click()).sentences.length, 3);

  await page.openHTML(pageOf(articleOf(BRIEF).replace('story', 'brief') + articleOf().replace('<nut-graf></nut-graf>', '')));
  await page.run(() => document.querySelector('nut-graf')?.setAttribute('for', 'story'));
  await page.until(() => !(/** @type {NutGraf} */ (document.querySelector('nut-graf')).hidden));
  assert.equal((await page.click()).sentences.length, 3);
});

behaviour('summarize() gives the summary of a short article, which says what it is', async (page) => {
  await page.openHTML(pageOf(articleOf(BRIEF)));
  const seen = await page.run(async () => {
    const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
    const summary = await host.summarize();
    return [summary.worthwhile, summary.sentences.length, host.summary?.worthwhile, host.open];
  });
  assert.deepEqual(seen, [false, 3, false, false]);
  assert.equal(await isShown(page), false);
});

behaviour('opened by the page, the panel says why there is no summary, and the button stays', async (page) => {
  await page.openHTML(pageOf(articleOf(BRIEF)));
  await page.run(() => /** @type {NutGraf} */ (document.querySelector('nut-graf')).show());
  await page.shown();
  const { message, status, sentences, expanded } = await page.state();
  assert.deepEqual([message, status, sentences, expanded], [REASON, REASON, [], 'true']);
  await page.press('button');
  await page.until(() => !(/** @type {NutGraf} */ (document.querySelector('nut-graf')).open));
  assert.deepEqual([(await page.state()).focused, await isShown(page)], ['button', true]);
});

behaviour('what the article hides counts only for the button: the panel gives the reason', async (page) => {
  const hidden = STORY.slice(4).map((sentence) => `<p hidden>${escapeHTML(sentence)}</p>`);
  await page.openHTML(pageOf(articleOf(BRIEF).replace('</article>', `${hidden.join('')}</article>`), { html: 'lang="de"' }));
  assert.equal(await isShown(page), true);
  await page.press('button');
  await page.shown();
  const { message, status } = await page.state();
  assert.equal(message, 'Der Artikel ist zu kurz für eine Zusammenfassung: Ihn ganz zu lesen dauert kaum länger.');
  assert.equal(status, message);
});

behaviour('a long summary that saves too little is shown where a short one saves enough', async (page) => {
  await page.openHTML(pageOf(articleOf().replace('<nut-graf>', '<nut-graf length="long">')));
  assert.equal((await page.click()).sentences.length, 7);
  const [long, short] = await page.run(async () => {
    const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
    const { worthwhile } = await host.summarize();
    host.length = 'short';
    return [worthwhile, (await host.summarize()).worthwhile];
  });
  assert.deepEqual([long, short], [false, true]);
});

behaviour('the summary replaces the reason when the article has grown', async (page) => {
  await page.openHTML(pageOf(articleOf(BRIEF).replace('<nut-graf>', '<nut-graf open>')));
  await page.until((/** @type {string} */ reason) => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=message]')?.textContent === reason, REASON);
  await page.run((/** @type {string[]} */ rest) => {
    const paragraphs = rest.map((text) => Object.assign(document.createElement('p'), { textContent: text }));
    document.querySelector('article')?.append(...paragraphs);
  }, STORY.slice(4));
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('[part~=item]').length === 3);
  assert.equal((await page.state()).message, '');
});

behaviour('what the page gave for the panel keeps its button', async (page) => {
  await page.openHTML(pageOf(articleOf(BRIEF).replace('<nut-graf>', '<nut-graf><p>The harbour gets deeper.</p>')));
  assert.equal(await isShown(page), true);
});
