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

/** In a page whose script tag has `data-auto`, an element with the story in its shadow tree. */
const withShell = (/** @type {string} */ name) =>
  pageOf(`<main><${name}></${name}></main><template id="story-of-shell">${BARE}</template>`, { attributes: 'data-auto="article" data-wait="0"' });

behaviour('data-auto finds articles in open shadow trees: those of components that come later too, and what is added to them', async (page) => {
  await page.openHTML(withShell('news-shell'));
  // One that is not defined yet, one that has its tree when it is added, and one within that.
  await page.run(() => {
    const story = /** @type {HTMLTemplateElement} */ (document.querySelector('#story-of-shell')).content;
    const fill = (/** @type {Element} */ host) => host.attachShadow({ mode: 'open' }).append(story.cloneNode(true));
    customElements.define('news-shell', class extends HTMLElement {
      constructor() {
        super();
        fill(this);
      }
    });
    const outer = document.createElement('section');
    const inner = document.createElement('section');
    outer.attachShadow({ mode: 'open' }).append(inner);
    fill(inner);
    document.querySelector('main')?.append(outer);
  });
  await page.until(() => document.querySelector('news-shell')?.shadowRoot?.querySelector('article > nut-graf'));
  await page.until(() => document.querySelector('section')?.shadowRoot?.querySelector('section')?.shadowRoot?.querySelector('article > nut-graf'));
  // The next story in a tree that is there.
  await page.run(() => {
    const root = document.querySelector('news-shell')?.shadowRoot;
    root?.append(/** @type {HTMLTemplateElement} */ (document.querySelector('#story-of-shell')).content.cloneNode(true));
  });
  await page.until(() => document.querySelector('news-shell')?.shadowRoot?.querySelector('article:last-child > nut-graf'));
  assert.equal(await page.run(() => document.querySelector('news-shell')?.shadowRoot?.querySelectorAll('nut-graf').length), 2);
});
