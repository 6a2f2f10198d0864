/** The labels in the languages of the core. */
import assert from 'node:assert/strict';
import { ARABIC, STORY, articleOf, behaviour, broken, pageOf, setUp } from './harness.mjs';

setUp();

/** @param {import('./harness.mjs').Page} page @param {string} part */
const textOf = (page, part) => page.run((name) => document.querySelector('nut-graf')?.shadowRoot?.querySelector(`[part~=${name}]`)?.textContent, part);

for (const [tag, { language, button, status, direction }] of Object.entries({
  'da-x-test': { language: 'da', button: 'Har du ikke tid til at læse? Få et resumé', status: 'Resumé klar, 3 sætninger', direction: 'ltr' },
  'pl-PL': { language: 'pl', button: 'Nie masz czasu czytać? Zobacz streszczenie', status: 'Streszczenie gotowe, 3 zdania', direction: 'ltr' },
  ar: { language: 'ar', button: 'لا وقت للقراءة؟ عرض الملخص', status: 'الملخص جاهز، 3 جمل', direction: 'rtl' },
  fr: { language: 'fr', button: 'Pas le temps de lire\u202f? Lire le résumé', status: 'Résumé prêt, 3 phrases', direction: 'ltr' },
  ja: { language: 'ja', button: '読む時間がないときは 要約を見る', status: '要約ができました（3文）', direction: 'ltr' },
  'zh-CN': { language: 'zh', button: '没时间读？查看摘要', status: '摘要已就绪，共 3 句', direction: 'ltr' },
  'zh-TW': { language: 'zh-Hant', button: '沒時間讀完？查看摘要', status: '摘要已備妥，共 3 句', direction: 'ltr' },
  'pt-br': { language: 'pt-BR', button: 'Sem tempo para ler? Ver o resumo', status: 'Resumo pronto, 3 frases', direction: 'ltr' },
})) {
  behaviour(`${tag}: the labels are in the article's language, from one small file`, async (page) => {
    await page.openHTML(pageOf(`<div lang="${tag}">${articleOf()}</div>`));
    await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=button]')?.textContent);
    assert.equal((await page.state()).button, button);
    assert.deepEqual(page.requests.filter((path) => /labels|panel|wasm/.test(path)), [`/dist/labels/${tag === 'zh-TW' ? 'zh-tw' : language.toLowerCase()}.js`]);
    const { status: announced, label } = await page.click();
    assert.equal(announced, status);
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

behaviour('the whole tag chooses the labels, by lookup', async (page) => {
  for (const [tag, question] of Object.entries({
    'zh-HK': '沒時間讀完？',
    'zh-Hant-SG': '沒時間讀完？',
    'zh-Hans-HK': '没时间读？',
    'zh-SG': '没时间读？',
    'pt-PT': 'Sem tempo para ler?',
    'de-Latn-CH-1996': 'Keine Zeit zum Lesen?',
    FR: 'Pas le temps de lire\u202f?',
    den: 'No time to read?',
  })) {
    await page.openHTML(pageOf(articleOf(), { html: `lang="${tag}"` }));
    await page.until((text) => document.querySelector('nut-graf')?.shadowRoot?.textContent?.includes(text), question);
  }
  assert.deepEqual(page.requests.filter((path) => path.includes('labels')), ['zh-hk', 'zh-hant', 'zh', 'zh', 'pt', 'de', 'fr'].map((name) => `/dist/labels/${name}.js`));
});

behaviour('figures are in the digits of the language, whatever the browser takes for them', async (page) => {
  const percentages = async () => {
    await page.click();
    await page.press('why');
    return page.until(() => Array.from(document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('[part~=percent]') ?? [], (node) => node.textContent).join(' '));
  };
  await page.openHTML(pageOf(articleOf(ARABIC), { html: 'lang="ar" dir="rtl"' }));
  assert.match(await percentages(), /^[\d\s%٪\u200e\u200f\u061c]+$/);
  assert.match((await page.state()).status, /3/);
  await page.openHTML(pageOf(articleOf(ARABIC).replace('<nut-graf>', '<nut-graf ui-lang="fa">'), { html: 'lang="ar" dir="rtl"' }));
  assert.match(await percentages(), /^[۰-۹\s%٪\u200e\u200f\u061c]+$/);
  assert.match((await page.state()).status, /۳/);
});

behaviour('where the page says no language, the labels are in the one that the article is found to be in', async (page) => {
  const bare = (/** @type {string[]} */ sentences, headline = 'القرار') => pageOf(articleOf(sentences, headline), { html: '' });
  await page.openHTML(bare(ARABIC));
  assert.equal((await page.state()).button, 'No time to read? Get a summary');
  assert.deepEqual(page.requests.filter((path) => path.includes('labels')), []);
  const { button, status } = await page.click();
  assert.deepEqual([button, status], ['إخفاء الملخص', 'الملخص جاهز، 3 جمل']);
  assert.deepEqual(page.requests.filter((path) => path.includes('labels')), ['/dist/labels/ar.js']);
  // The same for traditional Chinese, which the core tells by its characters alone.
  const CHINESE = [
    '林德姆港務局星期一宣布，港口將在明年春天關閉，以便清除航道中的泥沙。',
    '市長安娜·貝格說，這個決定來得太晚，因為漁民已經等了三年。',
    '工程費用為四千萬美元，預計需要兩年時間才能完成。',
    '漁會表示，海灣裡的鱈魚可能會受到影響，並要求政府賠償損失。',
    '來自鹿特丹的挖泥船將於五月第一週抵達，開始清理三個冬天的暴風雨留下的沙石。',
    '防波堤上的舊燈塔將向內陸移動四十公尺，以便大型船隻通過。',
    '市場附近的店主希望遊輪帶來更多客人，這些船現在都不在這裡停靠。',
    '碼頭關閉期間，沿海公路的公車每十五分鐘一班。',
  ];
  await page.openHTML(bare([...CHINESE, ...CHINESE, ...CHINESE], '林德姆港將進行疏濬').replace('<nut-graf>', '<nut-graf shape="paragraph">'));
  const chinese = await page.click();
  assert.equal(chinese.button, '收起摘要');
  assert.match(chinese.note, /^句子均逐字取自本文。約可節省 \d+\u00a0分鐘閱讀時間。$/);
  assert.match((await textOf(page, 'list')) ?? '', /^(\S+。){3}$/);
  // A page that says what it is in is believed.
  await page.openHTML(pageOf(articleOf(ARABIC), { html: 'lang="en"' }));
  assert.equal((await page.click()).button, 'Hide the summary');
});

behaviour("the summary keeps the region and script that the page's tag has, for voices and fonts", async (page) => {
  const list = () => page.run(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=list]')?.getAttribute('lang'));
  for (const [declared, tag] of Object.entries({ 'en-GB': 'en-GB', 'en-latn-001-x-house': 'en-latn-001', 'en-': 'en', en_US: 'en' })) {
    await page.openHTML(pageOf(articleOf(), { html: `lang="${declared}"` }));
    await page.click();
    assert.equal(await list(), tag);
  }
  // The summary's own language rules over a tag that speaks of another one.
  await page.openHTML(pageOf(articleOf().replace('<nut-graf>', '<nut-graf ui-lang="pt-BR">'), { html: '' }));
  await page.click();
  assert.equal(await list(), 'en');
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

behaviour(
  'a language file that hangs leaves the labels English, and keeps no summary waiting for ever',
  async (page) => {
    page.answer(/labels\/sv\.js$/, () => true);
    await page.openHTML(
      `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Test</title><link rel="icon" href="/demo/favicon.svg"></head><body>${articleOf()}</body></html>`,
      { defined: false },
    );
    await page.run(async (script) => {
      // The time limit of a download passes in a moment.
      const wait = setTimeout;
      const hurried = (/** @type {() => void} */ work, /** @type {number} */ ms, /** @type {unknown[]} */ ...given) => wait(work, ms === 30_000 ? 100 : ms, ...given);
      Object.assign(globalThis, { setTimeout: hurried });
      await import(script);
    }, '/dist/nutgraf.js');
    await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.textContent?.includes('No time to read?'));
    assert.equal((await page.click()).sentences.length, 3);
    assert.equal((await page.state()).button, 'Hide the summary');
    assert.ok((await page.log()).some((line) => /nutgraf: .*labels\/sv\.js/.test(line)));
  },
  { allows: /labels\/sv\.js/ },
);

/** The requests for labels. @param {import('./harness.mjs').Page} page */
const asked = (page) => page.requests.filter((path) => path.includes('labels'));

behaviour("a site's own labels, for all widgets of a page, from a file", async (page) => {
  page.answer(/own-labels\.json$/, (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ call: 'Das <b>Wichtigste</b>', source: 'Zur Stelle', signals: { position: 'Vorn' }, hide: 'Zu' }));
    return true;
  });
  await page.openHTML(pageOf(articleOf() + articleOf().replace('id="story"', 'id="other"'), { html: 'lang="de"', attributes: 'data-labels="/own-labels.json"' }));
  for (const index of [0, 1]) {
    await page.until((which) => document.querySelectorAll('nut-graf')[which].shadowRoot?.querySelector('button')?.textContent, index);
    // Text, not markup.
    assert.equal((await page.state(index)).button, 'Keine Zeit zum Lesen? Das <b>Wichtigste</b>');
  }
  assert.deepEqual(asked(page).sort(), ['/dist/custom-labels.js', '/dist/labels/de.js', '/own-labels.json']);
  const { button, status } = await page.click();
  assert.deepEqual([button, status], ['Zu', 'Zusammenfassung bereit, 3 Sätze']);
  assert.match((await (await page.part('source')).getAttribute('aria-label')) ?? '', /^Zur Stelle: /);
});

behaviour("a site's own labels in its page: English ones, and of a language that the widget lacks", async (page) => {
  await page.openHTML(pageOf(articleOf(), { attributes: `data-labels='{"question": "", "call": "In brief"}'` }));
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('button')?.textContent === 'In brief');
  assert.deepEqual(asked(page), ['/dist/custom-labels.js']);
  assert.equal((await page.click()).button, 'Hide the summary');
  const hebrew = { lang: 'he', question: 'אין זמן לקרוא?', call: 'תקציר', ready: { one: 'משפט', two: 'שני משפטים', other: '{count} משפטים בתקציר' } };
  await page.openHTML(pageOf(articleOf(), { html: 'lang="he"', attributes: `data-labels='${JSON.stringify(hebrew)}'` }));
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('button')?.textContent === 'אין זמן לקרוא? תקציר');
  assert.equal((await page.click()).status, '3 משפטים בתקציר');
  const { button, content } = await page.run(() => {
    const root = document.querySelector('nut-graf')?.shadowRoot;
    const of = (/** @type {string} */ selector) => [root?.querySelector(selector)?.getAttribute('lang'), root?.querySelector(selector)?.getAttribute('dir')];
    return { button: of('button'), content: of('[part~=content]') };
  });
  assert.deepEqual([button, content], [['he', 'rtl'], ['he', 'rtl']]);
});

behaviour('labels of one widget, by its property: over those of the page, also while it is open, and back', async (page) => {
  await page.openHTML(pageOf(articleOf(), { attributes: `data-labels='{"call": "In brief", "copy": "Take"}'` }));
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.textContent?.includes('In brief'));
  await page.click();
  assert.equal(await textOf(page, 'copy'), 'Take');
  await page.run(() => {
    const host = /** @type {import('../../www/element.js').NutGraf} */ (document.querySelector('nut-graf'));
    host.labels = { hide: 'Enough', print: 'On paper' };
  });
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=print]')?.textContent === 'On paper');
  assert.equal((await page.state()).button, 'Enough');
  assert.equal(await textOf(page, 'copy'), 'Take');
  assert.deepEqual(await page.run(() => /** @type {any} */ (document.querySelector('nut-graf')).labels), { hide: 'Enough', print: 'On paper' });
  await page.run(() => {
    const host = /** @type {import('../../www/element.js').NutGraf} */ (document.querySelector('nut-graf'));
    host.labels = null;
  });
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=print]')?.textContent === 'Print');
  assert.equal((await page.state()).button, 'Hide the summary');
});

behaviour('labels that were set before the element was defined count', async (page) => {
  await page.openHTML(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><link rel="icon" href="/demo/favicon.svg"></head><body>${articleOf()}</body></html>`,
    { defined: false },
  );
  await page.run(async (script) => {
    Object.assign(/** @type {Element} */ (document.querySelector('nut-graf')), { labels: { question: 'In a hurry?' } });
    await import(script);
  }, '/dist/nutgraf.js');
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('button')?.textContent === 'In a hurry? Get a summary');
});

behaviour(
  'labels that are wrong or do not come leave the language its own, and tell the developers',
  async (page) => {
    await page.openHTML(pageOf(articleOf(), { html: 'lang="da"', attributes: 'data-labels="/nowhere-labels.json"' }));
    await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.textContent?.includes('Få et resumé'));
    assert.ok((await page.log()).some((line) => /nutgraf: labels: \/nowhere-labels\.json cannot be read/.test(line)));
    await page.openHTML(pageOf(articleOf(), { attributes: `data-labels='{"cal": "In brief", "saved": "{minute}", "hide": "Less"}'` }));
    assert.equal((await page.click()).button, 'Less');
    const log = await page.log();
    assert.ok(log.some((line) => line.includes('“cal” is no label')), `${log}`);
    assert.ok(log.some((line) => line.includes('“saved” has no value for {minute}, but for {minutes}')), `${log}`);
    // Not even what puts them over the others.
    page.answer(/custom-labels\.js$/, broken.missing);
    await page.openHTML(pageOf(articleOf(), { attributes: `data-labels='{"call": "In brief"}'` }));
    await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.textContent?.includes('Get a summary'));
    assert.equal((await page.click()).sentences.length, 3);
  },
  { allows: /labels|Failed to load resource|module script/ },
);
