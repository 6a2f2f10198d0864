/** The widget's events: what readers do, under names that frameworks can take, and the one that keeps the panel as it is. */
import assert from 'node:assert/strict';
import { STORY, articleOf, behaviour, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */
/** @typedef {import('./harness.mjs').Page} Page */

/** Keeps every event of the widget that reaches the document, with its detail. @param {Page} page */
const listenToAll = (page) =>
  page.run(() => {
    const heard = /** @type {unknown[]} */ ([]);
    Object.assign(window, { heard });
    for (const name of ['before-toggle', 'toggle', 'error', 'jump', 'mention', 'copy', 'share', 'listen', 'length', 'shape', 'print', 'ready']) {
      for (const mark of ':-') {
        document.addEventListener(`nutgraf${mark}${name}`, (event) => {
          const { type, detail, composed, cancelable } = /** @type {CustomEvent} */ (event);
          heard.push({ type, detail: name === 'ready' ? detail.sentences.length : detail, composed, cancelable });
        });
      }
    }
  });

/** @param {Page} page @param {string} name @returns {Promise<any[]>} the details of the events by that name */
const details = async (page, name) =>
  (await page.run((/** @type {string} */ type) => /** @type {any} */ (window).heard.filter((/** @type {any} */ event) => event.type === type), `nutgraf-${name}`)).map(
    (/** @type {any} */ { detail }) => detail,
  );

/** @param {Page} page @param {string} name @param {number} count */
const heard = async (page, name, count) => {
  await page.until((/** @type {string} */ type, /** @type {number} */ many) => /** @type {any} */ (window).heard.filter((/** @type {any} */ event) => event.type === type).length >= many, `nutgraf-${name}`, count);
  return details(page, name);
};

behaviour('opening tells of itself before and after, under both names, out of shadow trees too', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  await listenToAll(page);
  await page.click();
  const events = await page.run(() => /** @type {any} */ (window).heard);
  assert.deepEqual(
    events.map((/** @type {any} */ { type }) => type),
    ['before-toggle', 'toggle', 'ready'].flatMap((name) => [`nutgraf:${name}`, `nutgraf-${name}`]),
  );
  assert.ok(events.every((/** @type {any} */ { composed }) => composed));
  assert.deepEqual(events.filter((/** @type {any} */ { cancelable }) => cancelable).map((/** @type {any} */ { type }) => type), ['nutgraf:before-toggle', 'nutgraf-before-toggle']);
  assert.deepEqual(await details(page, 'before-toggle'), [{ open: true }]);
});

behaviour('preventDefault on nutgraf-before-toggle keeps the panel closed, and open, however it is asked for', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  /** Clicks, calls and sets while a listener refuses, and gives what that was told. */
  const refused = () =>
    page.run(() => {
      const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
      /** @type {unknown[]} */
      const seen = [];
      const refuse = (/** @type {Event} */ event) => {
        seen.push([host.open, /** @type {CustomEvent} */ (event).detail.open]);
        event.preventDefault();
      };
      document.addEventListener('nutgraf-before-toggle', refuse);
      const before = host.open;
      host.shadowRoot?.querySelector('button')?.click();
      if (before) host.hide();
      else host.show();
      host.open = !before;
      document.removeEventListener('nutgraf-before-toggle', refuse);
      return { seen, open: host.open };
    });
  assert.deepEqual(await refused(), { seen: Array(3).fill([false, true]), open: false });
  await page.click();
  assert.deepEqual(await refused(), { seen: Array(3).fill([true, false]), open: true });
  // The page's own hand is not asked.
  const now = await page.run(() => {
    const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
    host.addEventListener('nutgraf-before-toggle', (event) => event.preventDefault());
    host.removeAttribute('open');
    return host.open;
  });
  assert.equal(now, false);
});

behaviour('a jump says to which sentence, and a name to which of its mentions', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  await listenToAll(page);
  const { sentences } = await page.click();
  await page.press('source', 0, 1);
  const [jump] = await heard(page, 'jump', 1);
  assert.deepEqual([jump.index, jump.text], [1, sentences[1]]);
  assert.ok(STORY.includes(jump.text));
  assert.equal(await page.run(() => /** @type {any} */ (document.querySelector('nut-graf')).summary.sentences[1].offset), jump.offset);
  await page.press('name');
  const [mention] = await heard(page, 'mention', 1);
  assert.equal(mention.number, 1);
  assert.ok(mention.count >= 1 && mention.name && mention.kind, JSON.stringify(mention));
});

behaviour('copying and sharing say what was taken, and how', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  await listenToAll(page);
  const { sentences } = await page.click();
  await page.run(() => {
    const clipboard = { writeText: async () => {} };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    Object.assign(window, { shares: [] });
    Object.defineProperty(navigator, 'canShare', { value: () => true, configurable: true });
    Object.defineProperty(navigator, 'share', { value: async () => {}, configurable: true, writable: true });
  });
  await page.press('copy');
  const [plain] = await heard(page, 'copy', 1);
  assert.equal(plain.format, 'plain-text');
  assert.ok(sentences.every((sentence) => plain.text.includes(sentence)));
  await page.press('markdown');
  assert.equal((await heard(page, 'copy', 2))[1].format, 'markdown');

  await page.press('share');
  const [shared] = await heard(page, 'share', 1);
  assert.equal(shared.method, 'share');
  assert.equal(sentences[shared.index], shared.text);
  assert.match(shared.url, /#:~:text=/);
  // A reader who closes the dialog has shared nothing; a browser that may not share leaves the link.
  await page.run(() => {
    const refusals = ['AbortError', 'NotAllowedError'];
    Object.assign(navigator, { share: async () => { throw new DOMException('no', refusals.shift()); } });
  });
  await page.press('share');
  await page.press('share');
  const methods = (await heard(page, 'share', 2)).map((/** @type {any} */ { method }) => method);
  assert.deepEqual(methods, ['share', 'copy']);
});

behaviour('listening says when it begins, pauses, goes on and ends, and with which sentence', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  await page.run(() => {
    /** @type {any[]} */
    const queue = [];
    Object.defineProperty(window, 'speechSynthesis', { value: { speak: (/** @type {any} */ one) => queue.push(one), cancel() {}, pause() {}, resume() {} } });
    Object.assign(window, { queue, SpeechSynthesisUtterance: class { constructor(/** @type {string} */ text) { Object.assign(this, { text }); } } });
  });
  await listenToAll(page);
  const { sentences } = await page.click();
  await page.press('listen');
  await heard(page, 'listen', 1);
  await page.run(() => /** @type {any} */ (window).queue.shift().onend());
  await page.press('listen');
  await page.press('listen');
  await page.run(() => {
    const { queue } = /** @type {any} */ (window);
    while (queue.length > 0) queue.shift().onend();
  });
  const states = await heard(page, 'listen', 4);
  assert.deepEqual(states.map((/** @type {any} */ { state, index }) => [state, index]), [['start', 0], ['pause', 1], ['resume', 1], ['end', sentences.length - 1]]);
  assert.equal(states[1].text, sentences[1]);
});

/** @param {Page} page @param {string} value of a radio button */
const choose = (page, value) =>
  page.run((/** @type {string} */ wanted) => /** @type {any} */ (document.querySelector('nut-graf')).shadowRoot.querySelector(`[value=${wanted}]`).click(), value);

behaviour('the choice of a length and a layout tells of itself, what a page sets does not', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  await listenToAll(page);
  await page.click();
  await choose(page, 'medium');
  assert.deepEqual(await heard(page, 'length', 1), [{ length: 'medium' }]);
  await choose(page, 'paragraph');
  assert.deepEqual(await heard(page, 'shape', 1), [{ shape: 'paragraph' }]);
  await page.run(() => document.querySelector('nut-graf')?.setAttribute('length', 'long'));
  await page.until(() => /** @type {any} */ (document.querySelector('nut-graf')).summary.sentences.length > 5);
  assert.equal((await details(page, 'length')).length, 1);
});
