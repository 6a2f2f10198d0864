/** Buttons by `auto`, and what the script's tag gives them. */
import assert from 'node:assert/strict';
import { articleOf, behaviour, pageOf, setUp } from './harness.mjs';

setUp();

const BARE = articleOf().replace('<nut-graf></nut-graf>', '');

behaviour('the tag says of what length, type, label and language each button is', async (page) => {
  await page.openHTML(pageOf(BARE, { attributes: 'data-auto="article" data-wait="0" data-length="medium" data-type="tldr" data-label="In brief" data-lang="en"' }));
  await page.until(() => document.querySelector('article nut-graf'));
  const made = await page.run(() => {
    const { length, type, label, lang } = /** @type {import('../../www/element.js').NutGraf} */ (document.querySelector('nut-graf'));
    return { length, type, label, lang };
  });
  assert.deepEqual(made, { length: 'medium', type: 'tldr', label: 'In brief', lang: 'en' });
  assert.equal((await page.click()).sentences.length, 3);
});

behaviour('auto gives articles their buttons until its own end, and each call is stopped alone', async (page) => {
  await page.openHTML(pageOf(`${BARE}<main></main>`));
  await page.run(async () => {
    const { auto } = await import(/** @type {any} */ (document.scripts[1]).src);
    Object.assign(window, {
      ends: [auto('article', { wait: 0, position: 'end', label: 'In brief' }), auto('section', { wait: 0 })],
      add: (/** @type {string} */ name) => {
        const article = /** @type {Element} */ (document.querySelector('#story')).cloneNode(true);
        for (const old of /** @type {Element} */ (article).querySelectorAll('nut-graf')) old.remove();
        const section = document.createElement(name);
        section.append(...article.childNodes);
        document.querySelector('main')?.append(section);
        return section;
      },
    });
  });
  await page.until(() => document.querySelector('#story > nut-graf:last-of-type')?.getAttribute('label') === 'In brief');
  await page.run(() => /** @type {any} */ (window).ends[0]());
  // The other call goes on: what it gives a button shows that the first had its turn.
  await page.run(() => {
    const { add } = /** @type {any} */ (window);
    add('article');
    add('section');
  });
  await page.until(() => document.querySelector('section nut-graf'));
  assert.equal(await page.run(() => document.querySelectorAll('main article nut-graf').length), 0);
});

behaviour('auto refuses at once what is no selector', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  const refusal = await page.run(async () => {
    const { auto } = await import(/** @type {any} */ (document.scripts[1]).src);
    try {
      auto('article[');
    } catch (error) {
      return /** @type {Error} */ (error).name;
    }
    return 'none';
  });
  assert.equal(refusal, 'SyntaxError');
});
