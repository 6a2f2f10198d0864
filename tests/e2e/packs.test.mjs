/** Language packs: which are fetched, and what happens when one cannot be had. */
import assert from 'node:assert/strict';
import { articleOf, behaviour, broken, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */
/** @typedef {import('./harness.mjs').Page} Page */

/** Only the German pack knows that this is one sentence, as "3." is an ordinal there. */
const ORDINAL = 'Bürgermeister Weber sagte am 3. Oktober im Rat der Stadt, die Brücke werde 40 Millionen Euro kosten.';
const GERMAN = [
  'Der Hafen von Lindholm wird im Frühjahr ausgebaggert, teilte die Hafenbehörde am Montag mit.',
  ORDINAL,
  'Die Fischer fürchten um den Kabeljau, der in der Bucht laicht, und wollen gegen den Plan klagen.',
  'Schiffe von bis zu 300 Metern Länge sollen danach den nördlichen Kai erreichen können.',
  'Ein Bagger aus Rotterdam soll die Rinne von Sand und Steinen befreien, die drei Winter mit Stürmen hinterlassen haben.',
  'Der alte Leuchtturm auf der Mole wird vierzig Meter landeinwärts versetzt, bevor die ersten großen Schiffe kommen.',
  'Die Händler rund um den Markt hoffen auf Gäste von den Kreuzfahrtschiffen, die bisher an der Stadt vorbeifahren.',
  'Busse fahren während der Bauzeit alle Viertelstunde über die Küstenstraße in die Nachbarorte.',
  'Über den Plan stimmt der Rat im Januar ab, nachdem er die Anwohner und die Verbände gehört hat.',
  'Die Arbeiten dauern nach Angaben der Behörde zwei Jahre und beginnen am nördlichen Ende der Bucht.',
];

/** @param {Page} page */
const packRequests = (page) => page.requests.filter((path) => path.includes('/languages/')).sort();

/** Whether the article's sentence with an ordinal is read as one, with everything asked for. @param {Page} page */
const isWhole = async (page) => {
  const texts = await page.run(async () => {
    const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
    host.length = 'long';
    return (await host.summarize()).sentences.map(({ text }) => text);
  });
  return texts.includes(ORDINAL);
};

behaviour('a page in English fetches no pack', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  assert.ok((await page.click()).sentences.length > 0);
  assert.deepEqual(packRequests(page), []);
});

behaviour('the packs of the page’s language come once, however many summaries', async (page) => {
  await page.openHTML(pageOf(articleOf(GERMAN, 'Hafen von Lindholm wird ausgebaggert'), { html: 'lang="de-AT"' }));
  assert.ok((await page.click()).sentences.length > 0);
  assert.ok(await isWhole(page));
  assert.deepEqual(packRequests(page), ['/dist/languages/de-names.txt', '/dist/languages/de.txt']);
});

behaviour('hover fetches the pack with the wasm', async (page) => {
  await page.openHTML(pageOf(articleOf(GERMAN), { html: 'lang="fr"' }));
  await page.hover(0);
  for (let round = 0; packRequests(page).length === 0 && round < 400; round++) await page.run(() => new Promise((done) => setTimeout(done, 25)));
  // What the text turns out to be written in may follow.
  assert.ok(packRequests(page).includes('/dist/languages/fr.txt'));
});

behaviour('where the page does not say its language, the text does', async (page) => {
  await page.openHTML(pageOf(articleOf(GERMAN), { html: '' }));
  assert.ok(await isWhole(page));
  // WebKit asks again by itself where a connection that it kept was closed.
  assert.deepEqual([...new Set(packRequests(page))], ['/dist/languages/de-names.txt', '/dist/languages/de.txt']);
});

for (const [what, answer] of Object.entries({
  'is missing': broken.missing,
  'is another page': broken.html,
  'breaks the connection': broken.hungUp,
  'is not whole': /** @type {typeof broken.html} */ ((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('== nutgraf language pack 1: de\n== lexicon\n[stop]\nder\n');
    return true;
  }),
})) {
  behaviour(
    `a pack that ${what} leaves the language to the rules for its script, and tells the developers`,
    async (page) => {
      page.answer(/languages\/de\.txt$/, answer);
      await page.openHTML(pageOf(articleOf(GERMAN), { html: 'lang="de"' }));
      assert.equal((await page.click()).sentences.length, 3);
      assert.equal(await isWhole(page), false);
      assert.ok((await page.log()).some((line) => /nutgraf: .*languages\/de\.txt/.test(line)));
    },
    { allows: /languages\/de\.txt|Failed to load resource/ },
  );
}

behaviour(
  'a pack that comes late is waited for once, and what the panel names stands in the article',
  async (page) => {
    /** @type {(() => void)[]} */
    const held = [];
    page.answer(/languages\/de\.txt$/, (_, response) => {
      held.push(() => response.writeHead(200, { 'content-type': 'text/plain' }).end('== nutgraf language pack 1: de\n== lexicon\n== end\n'));
      return true;
    });
    await page.openHTML(pageOf(articleOf(GERMAN), { html: 'lang="de"' }));
    assert.equal((await page.click()).sentences.length, 3);
    held.forEach((answer) => answer());
    await page.run(async () => {
      const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
      host.length = 'medium';
      await host.summarize();
    });
    assert.equal(packRequests(page).filter((path) => path.endsWith('de.txt')).length, 1);
    const names = await page.run(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('nut-graf')?.shadowRoot);
      const buttons = /** @type {HTMLButtonElement[]} */ ([...root.querySelectorAll('[part~=name]')]);
      buttons.forEach((button) => button.click());
      return buttons.length;
    });
    assert.ok(names > 0);
    await page.run(() => new Promise((done) => setTimeout(done, 300)));
    const lost = await page.run(() => document.querySelector('nut-graf')?.shadowRoot?.textContent?.includes('Nicht mehr im Artikel'));
    assert.equal(lost, false);
  },
  { allows: /languages\/de\.txt/ },
);

behaviour('without the weights of the German name tagger, which a site may leave out, names are found by rules', async (page) => {
  page.answer(/de-names\.txt$/, broken.missing);
  await page.openHTML(pageOf(articleOf(GERMAN), { html: 'lang="de"' }));
  assert.ok(await isWhole(page));
}, { allows: /de-names\.txt|Failed to load resource/ });

behaviour('the Summarizer fetches the pack of its input', async (page) => {
  await page.openHTML(pageOf('<p>Nothing</p>', { script: '/dist/summarizer.js' }), { defined: false });
  const text = GERMAN.join(' ');
  const summary = await page.driver.executeScript(
    `return import('/dist/summarizer.js').then(async ({ Summarizer }) => (await Summarizer.create({ type: 'key-points', length: 'long', format: 'plain-text' })).summarize(arguments[0]))`,
    text,
  );
  assert.ok(/** @type {string} */ (summary).includes(ORDINAL));
  assert.deepEqual(packRequests(page), ['/dist/languages/de-names.txt', '/dist/languages/de.txt']);
});
