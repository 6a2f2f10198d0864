/** The labels in the languages of the core. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { ARABIC, STORY, articleOf, behaviour, broken, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('../../www/labels.js').Labels} Labels */

const FOLDER = new URL('../../www/labels/', import.meta.url);
const CORE = 'en da de fr es pt it nl sv pl cs ru uk tr ar fa hi id vi zh ja ko th'.split(' ');

/** @param {string} language @returns {Labels} */
const labelsOf = (language) => JSON.parse(readFileSync(new URL(`${language}.json`, FOLDER), 'utf8'));

/** The shape of the labels: their names and placeholders. @param {any} labels @param {string} [path] @returns {string[]} */
const shapeOf = (labels, path = '') =>
  Object.entries(labels).flatMap(([name, value]) => {
    if (path === '' && (name === 'lang' || name === 'ready')) return [];
    if (typeof value === 'object') return shapeOf(value, `${path}${name}.`);
    assert.equal(value, value.trim(), `${path}${name}`);
    assert.notEqual(value, '', `${path}${name}`);
    return [`${path}${name} ${(value.match(/\{\w+\}/g) ?? []).sort()}`];
  });

test('there is a file for every language of the core, and every file has all the labels', () => {
  assert.deepEqual(readdirSync(FOLDER).sort(), CORE.map((language) => `${language}.json`).sort());
  const english = shapeOf(labelsOf('en')).sort();
  for (const language of CORE) {
    const labels = labelsOf(language);
    assert.equal(labels.lang, language);
    assert.deepEqual(shapeOf(labels).sort(), english, language);
    // Every form that a summary's number of sentences can take is there.
    const rules = new Intl.PluralRules(language);
    for (let count = 1; count <= 50; count++) assert.ok(rules.select(count) in labels.ready, `${language} ${count}`);
    assert.ok(labels.ready.other.includes('{count}'), language);
  }
});

for (const [language, { button, status, direction }] of Object.entries({
  da: { button: 'Ikke tid til at læse? Få et resumé', status: 'Resumé klar, 3 sætninger', direction: 'ltr' },
  pl: { button: 'Nie masz czasu czytać? Zobacz streszczenie', status: 'Streszczenie gotowe, 3 zdania', direction: 'ltr' },
  ar: { button: 'لا وقت للقراءة؟ اعرض الملخص', status: 'الملخص جاهز، 3 جمل', direction: 'rtl' },
  ja: { button: '読む時間がありませんか？ 要約を見る', status: '要約ができました。3文です', direction: 'ltr' },
})) {
  behaviour(`${language}: the labels are in the article's language, from one small file`, async (page) => {
    await page.openHTML(pageOf(`<div lang="${language}-x-test">${articleOf()}</div>`));
    await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=button]')?.textContent);
    assert.equal((await page.state()).button, button);
    assert.deepEqual(page.requests.filter((path) => /labels|panel|wasm/.test(path)), [`/dist/labels/${language}.js`]);
    const { status: announced, label } = await page.click();
    assert.equal(announced.replace(/[٠-٩]/g, (digit) => `${digit.charCodeAt(0) - 0x660}`), status);
    assert.notEqual(label, 'Summary of Lindholm harbour to be dredged');
    const look = await page.run(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('nut-graf')?.shadowRoot);
      const note = /** @type {HTMLElement} */ (root.querySelector('[part~=note]'));
      const shown = Array.from(root.querySelectorAll('button, [part~=content], [part~=status], [part~=panel] > *'));
      return {
        note: note.closest('[lang]')?.getAttribute('lang'),
        direction: getComputedStyle(note).direction,
        list: /** @type {HTMLElement} */ (root.querySelector('[part~=list]')).lang,
        english: shown.some((node) => /summary|copy/i.test(node.textContent ?? '')),
        button: root.querySelector('button')?.lang,
      };
    });
    assert.deepEqual({ ...look, list: 'en' }, { note: language, direction, list: 'en', english: false, button: language });
  });
}

behaviour('the signs point the way that the text runs, whatever the direction of the labels', async (page) => {
  const pointing = () =>
    page.run(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('nut-graf')?.shadowRoot);
      // A square with two sides drawn, turned by 45 degrees to the right and by 225 to the left; folded, by -45 and by 135.
      const turn = (/** @type {string} */ selector) => new DOMMatrix(getComputedStyle(/** @type {Element} */ (root.querySelector(selector)), '::before').transform).a;
      return { sentence: turn('[part~=source]') > 0, why: turn('summary') > 0 };
    });
  const turned = () => page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=content]')?.getAttribute('dir') === 'rtl');
  await page.openHTML(pageOf(articleOf(ARABIC), { html: 'lang="ar" dir="rtl"' }));
  await page.click();
  await turned();
  assert.deepEqual(await pointing(), { sentence: false, why: false });
  await page.openHTML(pageOf(articleOf().replace('<nut-graf>', '<nut-graf ui-lang="fa">')));
  await page.click();
  await turned();
  assert.deepEqual(await pointing(), { sentence: true, why: false });
  await page.openHTML(pageOf(articleOf(ARABIC).replace('<nut-graf>', '<nut-graf ui-lang="en">'), { html: 'lang="ar" dir="rtl"' }));
  await page.click();
  assert.deepEqual(await pointing(), { sentence: false, why: true });
});

behaviour('English needs no file, and neither does a language that there is none for', async (page) => {
  for (const tag of ['en', 'en-GB', 'is', '', 'nonsense--']) {
    await page.openHTML(pageOf(articleOf(), { html: `lang="${tag}"` }));
    assert.equal((await page.state()).button, 'No time to read? Get a summary', tag);
  }
  assert.equal(page.requests.filter((path) => path.includes('labels')).length, 0);
});

behaviour('the attributes rule over the article: lang for both, ui-lang for the labels alone', async (page) => {
  await page.openHTML(pageOf(articleOf().replace('<nut-graf>', '<nut-graf lang="de">')));
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.textContent?.includes('Keine Zeit zum Lesen?'));
  await page.run(() => document.querySelector('nut-graf')?.setAttribute('ui-lang', 'fr'));
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.textContent?.includes('Pas le temps de lire'));
  await page.run(() => document.querySelector('nut-graf')?.removeAttribute('lang'));
  const { sentences, status } = await page.click();
  assert.equal(sentences.length, 3);
  assert.equal(status, 'Résumé prêt, 3 phrases');
  for (const sentence of sentences) assert.ok(STORY.includes(sentence));
  // Also while it is open.
  await page.run(() => document.querySelector('nut-graf')?.setAttribute('ui-lang', 'sv'));
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=copy]')?.textContent === 'Kopiera');
  assert.equal((await page.state()).button, 'Dölj sammanfattningen');
});

behaviour(
  'a language file that does not load leaves the labels English, and tells the developers',
  async (page) => {
    page.answer(/labels\/sv\.js$/, broken.missing);
    await page.openHTML(pageOf(articleOf(), { html: 'lang="sv"' }));
    await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.textContent?.includes('No time to read?'));
    assert.equal((await page.click()).sentences.length, 3);
    assert.ok((await page.log()).some((line) => /nutgraf: .*labels\/sv\.js/.test(line)));
  },
  { allows: /labels\/sv\.js|Failed to load resource|module script/ },
);
