/** First visit on a phone: from the start of the page to the summary in it, with nothing in the cache. */
import { median, spread } from './browser.mjs';
import { PEERS } from './peers.mjs';
import { SEEDS, storyOf } from './texts.mjs';

/** A middle-class phone on slow 4G, as Lighthouse has it. */
const THROTTLING = { cpu: 4, latencyMs: 150, bitsPerSecond: 1.6e6 };
const WAIT_MS = 40_000;

/** Makes the browser such a phone, with nothing in its cache. @param {import('./browser.mjs').Driver} driver */
export async function becomePhone(driver) {
  await driver.sendDevToolsCommand('Network.enable');
  await driver.sendDevToolsCommand('Network.clearBrowserCache');
  await driver.sendDevToolsCommand('Network.emulateNetworkConditions', {
    offline: false,
    latency: THROTTLING.latencyMs,
    downloadThroughput: THROTTLING.bitsPerSecond / 8,
    uploadThroughput: THROTTLING.bitsPerSecond / 8,
  });
  await driver.sendDevToolsCommand('Emulation.setCPUThrottlingRate', { rate: THROTTLING.cpu });
}

/** @param {string} text */
const escapeHTML = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param {string} head @param {string} [inArticle] */
function page(head, inArticle = '') {
  const [seed] = Object.values(SEEDS);
  const paragraphs = storyOf(seed).map((paragraph) => `<p>${escapeHTML(paragraph)}</p>`);
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title><meta name="viewport" content="width=device-width">' +
    `<link rel="icon" href="data:,">${head}</head><body><article><h1>${escapeHTML(seed.split('\n')[0])}</h1>${inArticle}${paragraphs.join('')}</article></body></html>`
  );
}

/** Waits for the panel of the widget to be painted: an inline script, so that it costs no request. */
const WATCH =
  "<script>addEventListener('nutgraf:ready',()=>requestAnimationFrame(()=>setTimeout(()=>{window.shown=performance.now()})))</script>";

/** What spares a page that opens its summary at once a round trip. */
const HINTS =
  '<link rel="modulepreload" href="/dist/panel.js"><link rel="preload" as="fetch" type="application/wasm" crossorigin href="/dist/nutgraf.wasm">';

/**
 * @param {import('./browser.mjs').Bench} bench
 * @param {number} rounds
 * @returns {Promise<Record<string, { ms: number, spread: number }>>} by key; `widget` is <nut-graf open> as a publisher
 *   has it, `hinted` the same with hints for the browser what will be needed
 */
export async function measureCold(bench, rounds) {
  for (const { key } of PEERS) bench.pages.set(`/cold/${key}.html`, { body: page(`<script type="module" src="/bench/cold-${key}.js"></script>`) });
  bench.pages.set('/cold/widget.html', { body: page(`${WATCH}<script type="module" src="/dist/nutgraf.js"></script>`, '<nut-graf open></nut-graf>') });
  bench.pages.set('/cold/hinted.html', { body: page(`${WATCH}${HINTS}<script type="module" src="/dist/nutgraf.js"></script>`, '<nut-graf open></nut-graf>') });
  const keys = ['widget', 'hinted', ...PEERS.map(({ key }) => key)];
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(keys.map((key) => [key, []]));
  const { driver } = bench;
  for (let round = 0; round < rounds; round++) {
    for (const key of keys.map((_, at) => keys[(at + round) % keys.length])) {
      await bench.inFreshPage(
        `/cold/${key}.html`,
        async () => {
          const shown = await bench.run(async (patience) => {
            const end = performance.now() + patience;
            while (!(/** @type {any} */ (window).shown) && performance.now() < end) await new Promise((go) => setTimeout(go, 50));
            return /** @type {number | undefined} */ (/** @type {any} */ (window).shown);
          }, WAIT_MS);
          if (!shown) throw new Error(`no summary came into the page of ${key}`);
          times[key].push(shown);
        },
        () => becomePhone(driver),
      );
    }
  }
  return Object.fromEntries(keys.map((key) => [key, { ms: median(times[key]), spread: spread(times[key]) }]));
}
