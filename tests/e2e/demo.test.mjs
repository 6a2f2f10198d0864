/** The demo news site, as a reader meets it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CONTENT_SECURITY_POLICY, Key, behaviour, setUp } from './harness.mjs';

setUp();

/** Each page of the demo and the text that it shows. */
const PAGES = {
  'peacekeeping-talks-in-nagorno-karabakh': '000_f6ab9ad36a2b0a51',
  'nagorno-karabakh-peacekeeping-and-regional-stability': '001_751325e4c2f49006',
  'kremlin-spokesman-declines-to-speculate': '002_944bb16cfb0cb33f',
  'russia-offers-support-to-baku-and-yerevan': '003_96f0192cf66cf6f1',
  'nagorno-karabakh-talks-prospects-for-a-regional-peace-accord': '004_0092565c9d8a3229',
};
const [FIRST, , AGENCY, , LAST] = Object.keys(PAGES);
const AUTOMATIC = Object.keys(PAGES).slice(2, 4);

/** @param {string} slug */
const address = (slug) => `/demo/${slug}.html`;

/** @param {string} text */
const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** The story's paragraphs; the lines around them (headline, standfirst, links, forms) are all shorter. @param {string} seed */
const storyOf = (seed) =>
  readFileSync(new URL(`../../seeds/${seed}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .map(plain)
    .filter((line) => line.length > 200);

for (const [slug, seed] of Object.entries(PAGES)) {
  behaviour(`${slug}: a click shows three sentences, verbatim, in order, none of them furniture`, async (page) => {
    await page.open(address(slug));
    await page.until(() => document.querySelector('nut-graf'));
    const { sentences, label, note } = await page.click();
    assert.equal(sentences.length, 3);
    const story = storyOf(seed);
    const places = sentences.map((sentence) => {
      const paragraph = story.findIndex((text) => text.includes(plain(sentence)));
      assert.notEqual(paragraph, -1, `in no paragraph of the story: ${sentence}`);
      return paragraph * 1e6 + story[paragraph].indexOf(plain(sentence));
    });
    assert.deepEqual(places, places.toSorted((a, b) => a - b));
    assert.equal(label, `Summary of ${await page.run(() => document.querySelector('h1')?.textContent)}`);
    assert.match(note, /^Sentences taken unchanged from this article\.( Saves about [1-9]\d*\u00a0min of reading\.)?$/);
  });
}

behaviour('both buttons show the one summary, and each opens for itself', async (page) => {
  await page.open(address(LAST));
  const upper = await page.click(0);
  assert.equal((await page.state(1)).open, false);
  const lower = await page.click(1);
  assert.deepEqual(lower.sentences, upper.sentences);
  assert.ok(
    await page.run(() => {
      const [one, other] = /** @type {NodeListOf<import('../../www/element.js').NutGraf>} */ (
        document.querySelectorAll('nut-graf')
      );
      return one.summary === other.summary;
    }),
  );
  assert.equal(page.wasmRequests, 1);
});

for (const slug of AUTOMATIC) {
  behaviour(`${slug}: data-auto gives the article its button, after the headline and before the text`, async (page) => {
    await page.open(address(slug));
    await page.until(() => document.querySelector('nut-graf'));
    const place = await page.run(() => {
      const [host, ...others] = document.querySelectorAll('nut-graf');
      const after = (/** @type {Node | null} */ node) =>
        Boolean(node && node.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING);
      const paragraphs = Array.from(document.querySelectorAll('#story p')).filter((node) => !node.closest('header'));
      return { others: others.length, headline: after(document.querySelector('h1')), text: after(paragraphs[0]) };
    });
    assert.deepEqual(place, { others: 0, headline: true, text: false });
  });
}

behaviour('the button asks, and while open offers to hide', async (page) => {
  await page.open(address(FIRST));
  assert.equal((await page.state()).button, 'No time to read? Get a summary');
  assert.equal((await page.click()).button, 'Hide the summary');
  await page.press('button');
  const { open, shown, expanded, button } = await page.state();
  assert.deepEqual({ open, shown, expanded }, { open: false, shown: false, expanded: 'false' });
  assert.equal(button, 'No time to read? Get a summary');
});

behaviour('Enter and Space open and close, and the focus stays on the button', async (page) => {
  await page.open(address(FIRST));
  await page.run(() => /** @type {HTMLElement} */ (document.querySelector('nut-graf')).focus());
  for (const key of [Key.ENTER, Key.SPACE]) {
    await page.keys(key);
    await page.shown();
    const opened = await page.state();
    assert.equal(opened.expanded, 'true');
    assert.equal(opened.focused, 'button');
    await page.keys(key);
    await page.until(() => !document.querySelector('nut-graf')?.hasAttribute('open'));
    const closed = await page.state();
    assert.equal(closed.shown, false);
    assert.equal(closed.focused, 'button');
  }
});

behaviour('the status region is there before it speaks, and says how many sentences there are', async (page) => {
  await page.open(address(FIRST));
  const before = await page.part('status');
  assert.equal(await before.getAttribute('role'), 'status');
  assert.equal((await page.state()).status, '');
  assert.equal((await page.click()).status, 'Summary ready, 3 sentences');
  assert.ok(
    await page.run(
      (/** @type {Element} */ node) =>
        node === document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=status]'),
      before,
    ),
  );
});

/** @param {import('./harness.mjs').Page} page @param {string} sentence */
const assertMarked = async (page, sentence) => {
  // Smooth scrolling takes its time.
  await page.until((/** @type {string} */ text) => {
    const squeeze = (/** @type {string} */ words) => words.replace(/\s+/g, ' ').trim();
    const visible = (/** @type {{ top: number, bottom: number }} */ { top, bottom }) => top >= 0 && bottom <= innerHeight;
    if (CSS.highlights) {
      const ranges = [...(CSS.highlights.get('nutgraf') ?? [])];
      return (
        ranges.length === 1 &&
        squeeze(`${ranges[0]}`) === squeeze(text) &&
        visible(/** @type {Range} */ (ranges[0]).getBoundingClientRect())
      );
    }
    const paragraph = Array.from(document.querySelectorAll('#story p')).find((node) =>
      squeeze(node.textContent ?? '').includes(squeeze(text)),
    );
    return paragraph && visible(paragraph.getBoundingClientRect());
  }, sentence);
};

const marks = () => (CSS.highlights?.has('nutgraf') ? document.adoptedStyleSheets.length : 0);

behaviour('a click on a sentence scrolls to it and highlights exactly its text', async (page) => {
  await page.open(address(FIRST));
  const { sentences } = await page.click();
  for (const [index, sentence] of sentences.entries()) {
    await page.press('sentence', 0, index);
    await assertMarked(page, sentence);
    assert.ok((await page.run(marks)) <= 1, 'one style sheet for the mark');
  }
});

behaviour('the keyboard shows a sentence in the article too, and Escape takes the mark away', async (page) => {
  await page.open(address(AGENCY));
  await page.until(() => document.querySelector('nut-graf'));
  const { sentences } = await page.click();
  await page.keys(Key.TAB, Key.TAB, Key.ENTER);
  await assertMarked(page, sentences[1]);
  assert.equal((await page.state()).focused, 'source');
  await page.keys(Key.ESCAPE);
  await page.until(() => !CSS.highlights?.has('nutgraf'));
  assert.equal(await page.run(() => document.adoptedStyleSheets.length), 0);
});

behaviour('the control of each sentence says where it leads', async (page) => {
  await page.open(address(FIRST));
  const { sentences } = await page.click();
  const name = await (await page.part('source')).getAttribute('aria-label');
  const opening = /^Show in the article: (.+?)…?$/.exec(name ?? '')?.[1];
  assert.ok(opening && sentences[0].startsWith(opening), `${name}`);
});

behaviour('hiding the panel takes the mark away', async (page) => {
  await page.open(address(FIRST));
  const { sentences } = await page.click();
  await page.press('source');
  await assertMarked(page, sentences[0]);
  await page.run(() => /** @type {import('../../www/element.js').NutGraf} */ (document.querySelector('nut-graf')).hide());
  await page.until(() => !CSS.highlights?.has('nutgraf') && document.adoptedStyleSheets.length === 0);
});

behaviour("the article's own tree is never changed", async (page) => {
  await page.open(address(FIRST));
  await page.run(() => {
    const changes = /** @type {string[]} */ ([]);
    Object.assign(window, { changes });
    new MutationObserver((records) => {
      for (const { type, target } of records) {
        if (!(target instanceof Element && target.matches('nut-graf'))) changes.push(`${type} ${target.nodeName}`);
      }
    }).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  });
  const { sentences } = await page.click();
  await page.press('source');
  await assertMarked(page, sentences[0]);
  await page.press('button');
  assert.deepEqual(await page.run(() => /** @type {any} */ (window).changes), []);
});

behaviour('a phone of 320 pixels has no sideways scroll, and its targets are big enough for a thumb', async (page) => {
  page.setPolicy(CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'"));
  page.serve('/frame.html', `<!doctype html><html lang="en"><head><title>Frame</title></head><body><iframe src="${address(FIRST)}" width="320" height="640"></iframe></body></html>`);
  await page.open('/frame.html', { defined: false });
  await page.until(() => {
    const inner = document.querySelector('iframe')?.contentWindow;
    const host = inner?.document.querySelector('nut-graf:defined');
    if (!host || inner?.document.readyState !== 'complete') return false;
    /** @type {import('../../www/element.js').NutGraf} */ (host).show();
    return true;
  });
  const seen = await page.until(() => {
    const inner = /** @type {Document} */ (document.querySelector('iframe')?.contentDocument);
    const host = /** @type {Element} */ (inner.querySelector('nut-graf'));
    const root = /** @type {ShadowRoot} */ (host.shadowRoot);
    if (!root.querySelector('[part~=list]')) return false;
    const targets = [...root.querySelectorAll('button, label, summary')].filter((node) => node.checkVisibility());
    const buttons = targets.map((node) => node.getBoundingClientRect());
    const page = /** @type {Element} */ (inner.scrollingElement);
    return {
      overflow: page.scrollWidth - page.clientWidth,
      outside: buttons.filter(({ left, right }) => left < 0 || right > 320).length,
      small: buttons.filter(({ width, height }) => width < 44 || height < 44).length,
    };
  });
  assert.deepEqual(seen, { overflow: 0, outside: 0, small: 0 });
});

behaviour('the front page stays without a button', async (page) => {
  await page.open('/demo/index.html');
  assert.equal(await page.run(() => document.querySelectorAll('nut-graf').length), 0);
});
