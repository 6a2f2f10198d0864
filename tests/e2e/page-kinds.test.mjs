/** What a live page is taken for, and the kinds that the panel says. */
import assert from 'node:assert/strict';
import { articleOf, behaviour, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */

/** What the panel says above the sentences, and what the summary has. @param {import('./harness.mjs').Page} page */
const said = (page) =>
  page.run(() => {
    const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
    return { text: host.shadowRoot?.querySelector('[part~=kind]')?.textContent, kind: host.summary?.page?.kind };
  });

behaviour('the panel says that an article is an opinion, and nothing of another one', async (page) => {
  const data = '<script type="application/ld+json">{"@type": "OpinionNewsArticle"}</script>';
  await page.openHTML(pageOf(articleOf() + data));
  await page.click();
  assert.deepEqual(await said(page), { text: 'Opinion', kind: 'opinion' });
  await page.openHTML(pageOf(articleOf()));
  await page.click();
  assert.deepEqual(await said(page), { text: '', kind: 'article' });
});

behaviour('data-auto gives no button to a listing of links and prices', async (page) => {
  const card = '<li><a href="/p"><h3>A blue chair of ash</h3></a><p>Painted by hand.</p><span>49.00 €</span></li>';
  const listing = `<article><h1>Chairs</h1><ul>${card.repeat(40)}</ul></article>`;
  await page.openHTML(pageOf(listing + articleOf().replace('<nut-graf></nut-graf>', ''), { attributes: 'data-auto="article"' }));
  await page.until(() => document.querySelector('nut-graf'));
  assert.deepEqual(await page.run(() => Array.from(document.querySelectorAll('article'), (article) => article.querySelectorAll('nut-graf').length)), [0, 1]);
});
