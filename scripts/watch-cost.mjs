/**
 * What the watch for new articles (`data-auto`) costs on a page that never stands still: the processor time of Chromium's
 * main thread, with the widget and without, as shares of a core.
 *
 *   node scripts/watch-cost.mjs [--runs N] [--seconds N]
 *
 * Printed, and judged by people: it hangs on the machine. tests/e2e/living.test.mjs counts the work and holds it.
 */
/* global document, scrollTo -- one function runs in the page */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { browserPath, CHROMIUM_FLAGS } from './browsers.mjs';
import { startServer } from './serve.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' }, seconds: { type: 'string', default: '20' } } });
const RUNS = Number(values.runs);
const SECONDS = Number(values.seconds);
const ARTICLES = 500;
const MUTATIONS_A_SECOND = 2000;

/** So long the page stands before it is measured, in milliseconds: by then it has its first buttons. */
const REST_MS = 3000;

const PARAGRAPH =
  'The harbour of Lindholm will be dredged next spring, the port authority said on Monday, and ships of up to 300 metres will then reach the northern quay.';

/** Runs in the page. @param {{ paragraph: string, articles: number, mutations: number, seconds: number, before: boolean }} options */
const change = async ({ paragraph, articles, mutations, seconds, before }) => {
  const main = /** @type {Element} */ (document.querySelector('main'));
  const ticker = /** @type {Element} */ (document.querySelector('#ticker'));
  const make = (/** @type {string} */ name, /** @type {string} */ textContent) => Object.assign(document.createElement(name), { textContent });
  const add = () => {
    const article = document.createElement('article');
    article.append(make('h1', 'Harbour to be dredged'), ...Array.from({ length: 18 }, () => make('p', paragraph)));
    main.append(article);
  };
  if (before) return Array.from({ length: articles }, add).length;
  const start = performance.now();
  let mutated = 0;
  for (let added = 0; ; ) {
    const share = Math.min((performance.now() - start) / 1000 / seconds, 1);
    for (; added < articles * share; added++) {
      add();
      scrollTo(0, document.body.scrollHeight);
    }
    for (; mutated < mutations * seconds * share; mutated++) {
      if (mutated % 2) ticker.replaceChildren(make('b', `${mutated}`));
      else /** @type {Text | undefined} */ (ticker.firstChild?.firstChild)?.replaceData(0, 1, '7');
    }
    if (share === 1) return mutated;
    await new Promise((done) => setTimeout(done));
  }
};

/** @param {boolean} widget */
const html = (widget) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Watch</title>${widget ? '<script type="module" src="/dist/nutgraf.js" data-auto="article"></script>' : ''}` +
  '<div id="ticker"><b>0</b></div><main></main></html>';

const server = await startServer({
  port: 0,
  intercept: (request, response) => {
    const [path] = (request.url ?? '').split('?');
    if (!/^\/(with|without)\.html$/.test(path)) return false;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(html(path === '/with.html'));
    return true;
  },
});
const browser = await chromium.launch({ executablePath: browserPath('chromium'), args: CHROMIUM_FLAGS });

/** @typedef {Record<'TaskDuration' | 'ScriptDuration' | 'LayoutDuration' | 'RecalcStyleDuration', number>} Shares of a core */

/** @param {string} path @param {boolean} filled whether the articles are there from the beginning @returns {Promise<Shares>} */
const measure = async (path, filled) => {
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(`${server.url}${path}`);
  const options = { paragraph: PARAGRAPH, articles: ARTICLES, mutations: MUTATIONS_A_SECOND, seconds: SECONDS };
  if (filled) await page.evaluate(change, { ...options, before: true });
  await page.waitForTimeout(REST_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const before = await read();
  await page.evaluate(change, { ...options, articles: filled ? 0 : ARTICLES, before: false });
  const after = await read();
  await page.close();
  const share = (/** @type {string} */ name) => (after[name] - before[name]) / SECONDS;
  return {
    TaskDuration: share('TaskDuration'),
    ScriptDuration: share('ScriptDuration'),
    LayoutDuration: share('LayoutDuration'),
    RecalcStyleDuration: share('RecalcStyleDuration'),
  };
};

/** @param {number[]} numbers */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

for (const [what, filled] of /** @type {[string, boolean][]} */ ([
  [`${MUTATIONS_A_SECOND} mutations a second beside ${ARTICLES} articles`, true],
  [`the same, and the ${ARTICLES} articles added while scrolling, each with a button`, false],
])) {
  /** @type {Record<string, Shares[]>} */
  const runs = { '/with.html': [], '/without.html': [] };
  for (let run = 0; run < RUNS; run++) for (const path of Object.keys(runs)) runs[path].push(await measure(path, filled));
  console.log(`${what}, per cent of a core:`);
  for (const name of /** @type {(keyof Shares)[]} */ (['TaskDuration', 'ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'])) {
    const [one, other] = Object.values(runs).map((shares) => 100 * median(shares.map((each) => each[name])));
    console.log(`  ${name.padEnd(20)} with ${one.toFixed(2).padStart(6)}   without ${other.toFixed(2).padStart(6)}   ${(one - other).toFixed(2)}`);
  }
}
await browser.close();
await server.close();
