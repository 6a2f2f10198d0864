/** What a reader meets: furniture in summaries, the click on a slow phone, and memory that does not grow. */
import { readFileSync } from 'node:fs';
import { OUT } from './bundle.mjs';
import { median } from './browser.mjs';
import { PEERS } from './peers.mjs';
import { bare, SEEDS, storyOf } from './texts.mjs';

/** The demo's articles and the seeds that they show. */
const DEMO = {
  'peacekeeping-talks-in-nagorno-karabakh': '000_f6ab9ad36a2b0a51',
  'nagorno-karabakh-peacekeeping-and-regional-stability': '001_751325e4c2f49006',
  'kremlin-spokesman-declines-to-speculate': '002_944bb16cfb0cb33f',
  'russia-offers-support-to-baku-and-yerevan': '003_96f0192cf66cf6f1',
  'nagorno-karabakh-talks-prospects-for-a-regional-peace-accord': '004_0092565c9d8a3229',
};
export const DEMO_PAGES = Object.keys(DEMO).map((slug) => `/demo/${slug}.html`);

/** A cheap phone. */
const CLICK_THROTTLING = 6;
const SETTLE_MS = 1_500;
const SUMMARIES = 1_000;
const MEGABYTE = 1_000_000;

/**
 * Each peer gets the visible text of the demo's articles; an item that is not wholly in a paragraph of the story counts.
 *
 * @param {import('./browser.mjs').Bench} bench
 * @returns {Promise<Record<string, { items: number, furniture: number }>>}
 */
export async function countFurniture(bench) {
  /** @type {string[]} */
  const texts = [];
  for (const path of DEMO_PAGES) {
    texts.push(await bench.inFreshPage(path, () => bench.run(() => /** @type {HTMLElement} */ (document.querySelector('article')).innerText)));
  }
  /** @type {Record<string, { items: number, furniture: number }>} */
  const counts = {};
  for (const { key } of PEERS) {
    const summaries = await bench.inFreshPage('/bench/', () =>
      bench.run(
        async (module, articles) => {
          const peer = await import(module);
          await peer.ready();
          return articles.map((text) => /** @type {string[]} */ (peer.summarize(text, 3)));
        },
        `/bench/${key}.js`,
        texts,
      ),
    );
    const stories = Object.values(DEMO).map((seed) => storyOf(SEEDS[seed]).map(bare));
    const items = summaries.flatMap((sentences, at) => sentences.map((sentence) => stories[at].some((paragraph) => paragraph.includes(bare(sentence)))));
    counts[key] = { items: items.length, furniture: items.filter((isStory) => !isStory).length };
  }
  return counts;
}

const EMPTY = '<!doctype html><html lang="en"><title>Empty</title><link rel="icon" href="data:,"><button>Show</button><p hidden>Shown</p>';

/**
 * What a click costs that shows one word: the browser's and the machine's own share in `measureClick`.
 *
 * @param {import('./browser.mjs').Bench} bench
 */
async function measureEmptyClick(bench) {
  bench.pages.set('/bench/empty.html', { body: EMPTY });
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < DEMO_PAGES.length; round++) {
    await bench.inFreshPage('/bench/empty.html', async () => {
      await bench.run(() => {
        const [button, words] = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('button, p')]);
        button.addEventListener('click', ({ timeStamp }) => {
          words.hidden = false;
          requestAnimationFrame(() => setTimeout(() => Object.assign(window, { painted: performance.now() - timeStamp })));
        });
      });
      await bench.driver.sendDevToolsCommand('Emulation.setCPUThrottlingRate', { rate: CLICK_THROTTLING });
      await bench.driver.findElement({ css: 'button' }).click();
      await new Promise((go) => setTimeout(go, SETTLE_MS));
      times.push(await bench.run(() => /** @type {number} */ (/** @type {any} */ (window).painted)));
    });
  }
  return median(times);
}

/**
 * From the click to the painted summary with everything loaded, on each page of the demo.
 *
 * @param {import('./browser.mjs').Bench} bench
 */
export async function measureClick(bench) {
  /** @type {{ painted: number, interaction: number, shift: number, loadShift: number }[]} */
  const clicks = [];
  const { driver } = bench;
  for (const path of DEMO_PAGES) {
    await bench.inFreshPage(path, async () => {
      await bench.run(async () => {
        const page = /** @type {any} */ (window);
        Object.assign(page, { interaction: 0, shift: 0 });
        const watch = (/** @type {string} */ type, /** @type {(entry: any) => void} */ take, options = {}) =>
          new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
        watch('event', (entry) => entry.interactionId && (page.interaction = Math.max(page.interaction, entry.duration)), { durationThreshold: 16 });
        watch('layout-shift', (entry) => entry.hadRecentInput || (page.shift += entry.value));
        await customElements.whenDefined('nut-graf');
        const host = /** @type {any} */ (document.querySelector('nut-graf'));
        host.scrollIntoView({ block: 'center' });
        // Code and wasm are loaded, as hovering would; nothing of the summary is there yet.
        host.loading = 'eager';
        const loaded = () => performance.getEntriesByType('resource').filter(({ name }) => /\.wasm|panel\.js/.test(name)).length === 2;
        for (let i = 0; i < 200 && !loaded(); i++) await new Promise((go) => setTimeout(go, 50));
        if (!loaded()) throw new Error('the widget does not load before the click');
        await new Promise((go) => setTimeout(go, 500));
        host.addEventListener('click', (/** @type {Event} */ event) => (page.clicked ??= event.timeStamp), { capture: true });
        host.addEventListener('nutgraf:ready', () => requestAnimationFrame(() => setTimeout(() => (page.painted = performance.now()))));
      });
      const loadShift = await bench.run(() => {
        const page = /** @type {any} */ (window);
        const { shift } = page;
        page.shift = 0;
        return /** @type {number} */ (shift);
      });
      await driver.sendDevToolsCommand('Emulation.setCPUThrottlingRate', { rate: CLICK_THROTTLING });
      await driver.findElement({ css: 'nut-graf' }).click();
      // What the driver asks of a throttled page would be measured too; event timings come a moment later.
      await new Promise((go) => setTimeout(go, SETTLE_MS));
      const click = await bench.run(async () => {
        const page = /** @type {any} */ (window);
        for (let i = 0; i < 100 && !page.painted; i++) await new Promise((go) => setTimeout(go, 50));
        return { painted: page.painted - page.clicked, interaction: page.interaction, shift: page.shift };
      });
      if (!Number.isFinite(click.painted)) throw new Error(`no summary after the click on ${path}`);
      clicks.push({ ...click, loadShift });
    });
  }
  return {
    throttling: CLICK_THROTTLING,
    emptyMs: await measureEmptyClick(bench),
    paintedMs: median(clicks.map(({ painted }) => painted)),
    worstPaintedMs: Math.max(...clicks.map(({ painted }) => painted)),
    interactionMs: median(clicks.map(({ interaction }) => interaction)),
    layoutShift: Math.max(...clicks.map(({ shift }) => shift)),
    layoutShiftLoading: Math.max(...clicks.map(({ loadShift }) => loadShift)),
  };
}

/** @param {import('./browser.mjs').Bench} bench */
export async function measureMemory(bench) {
  const long = readFileSync(`${OUT}/200000.txt`, 'utf8').slice(0, MEGABYTE);
  bench.pages.set('/bench/memory.json', { body: JSON.stringify({ long, short: Object.values(SEEDS) }) });
  /** @param {boolean} many */
  const work = async (many, summaries = 1) => {
    const { long, short } = await (await fetch('/bench/memory.json')).json();
    const nutgraf = await import(/** @type {any} */ ('/bench/nutgraf.js'));
    await nutgraf.ready();
    const start = nutgraf.memoryBytes();
    for (const text of many ? short : [long]) nutgraf.summarize(text, 3);
    const once = nutgraf.memoryBytes();
    if (many) for (let i = 0; i < summaries; i++) nutgraf.summarize(short[i % short.length], 3);
    return { start, once, after: nutgraf.memoryBytes(), words: many ? 0 : nutgraf.wordsRead(long) };
  };
  const large = await bench.inFreshPage('/bench/', () => bench.run(work, false));
  const many = await bench.inFreshPage('/bench/', () => bench.run(work, true, SUMMARIES));
  return { startBytes: large.start, megabyteBytes: large.after, growthBytes: many.after - many.once, summaries: SUMMARIES, wordsOfMegabyte: large.words };
}
