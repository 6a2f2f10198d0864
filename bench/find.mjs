/** Finding the article on a page: the live walk with its summary, and readability on a copy, in the same page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../scripts/environment.mjs';
import { median } from './browser.mjs';

/** Pages that are not part of the project: their publishers' copyright. */
export const SHARED = `${ROOT}/${process.env.NUTGRAF_SHARED || '../shared'}/pages`;
const SAMPLE = 16;

/** @typedef {{ id: string, path: string, body: string, headers: Record<string, string> }} DevelopmentPage */

/**
 * The development pages of a set, by id; none where they are not there.
 *
 * @param {string} set
 * @param {string} [root]
 */
export function pagesOfSet(set, root = SHARED) {
  const folder = `${root}/${set}`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html.gz'))
    .sort()
    .map((name) => ({ id: name.replace(/\.html\.gz$/, ''), html: gunzipSync(readFileSync(`${folder}/${name}`)).toString('utf8') }));
}

/**
 * The development pages of a set, as the server is to give them; none where they are not there.
 *
 * @param {string} url the server's
 * @param {string} set
 * @param {string} [root]
 * @returns {DevelopmentPage[]}
 */
export function developmentPages(url, set, root = SHARED) {
  // Nothing of theirs runs or loads, but their own inline styles do.
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${url}/bench/ 'wasm-unsafe-eval' 'unsafe-eval'; connect-src ${url}`;
  return pagesOfSet(set, root).map(({ id, html }) => ({
    id,
    path: `/${set}/${id}.html`,
    body: html.replace(/http-equiv/gi, 'data-http-equiv'),
    headers: { 'Content-Security-Policy': policy, 'Content-Encoding': 'identity' },
  }));
}

/**
 * @typedef {object} Found medians over the pages, in ms
 * @property {number} pages
 * @property {number} nutgraf finding and summarizing: what the widget calls
 * @property {number} summary the summary of the found text alone
 * @property {number} readability
 * @property {number} ratio of finding alone (`nutgraf` less `summary`) to readability
 */

/**
 * @param {import('./browser.mjs').Bench} bench
 * @param {string[]} demo addresses of the demo's articles
 * @returns {Promise<Record<string, Found>>}
 */
export async function measureFinding(bench, demo) {
  const all = developmentPages(bench.url, 'fundus');
  const step = Math.max(1, Math.floor(all.length / SAMPLE));
  const news = all.filter((_, at) => at % step === 0).slice(0, SAMPLE);
  for (const { path, body, headers } of news) bench.pages.set(path, { body, headers });
  /** @type {Record<string, Found>} */
  const found = {};
  for (const [name, paths] of /** @type {[string, string[]][]} */ ([['demo pages', demo], ['news pages', news.map(({ path }) => path)]])) {
    const results = [];
    for (const path of paths) results.push(...(await bench.inFreshPage(path, () => onePage(bench))));
    if (results.length === 0) continue;
    found[name] = {
      pages: results.length,
      nutgraf: median(results.map((each) => each.nutgraf)),
      summary: median(results.map((each) => each.summary)),
      readability: median(results.map((each) => each.readability)),
      ratio: median(results.map((each) => (each.nutgraf - each.summary) / each.readability)),
    };
  }
  return found;
}

/** @param {import('./browser.mjs').Bench} bench */
async function onePage(bench) {
  const names = await bench.run(async () => {
    const page = /** @type {any} */ (window);
    const [nutgraf, readability] = await Promise.all([import(`${location.origin}/bench/nutgraf.js`), import(`${location.origin}/bench/readability.js`)]);
    await nutgraf.readyFor(document.body);
    let text = '';
    page.work = {
      nutgraf: () => nutgraf.summarizePage(document.body),
      summary: () => nutgraf.summarizeText(text, {}),
      readability: () => readability.findArticle(),
    };
    try {
      text = page.work.nutgraf().article.text;
    } catch {
      // A page without an article has nothing to compare.
      return [];
    }
    return Object.keys(page.work);
  });
  if (names.length === 0) return [];
  /** @type {Record<string, number>} */
  const times = {};
  for (const name of names) {
    const { cpu } = await bench.steady(`(count) => {
      const start = performance.now();
      for (let i = 0; i < count; i++) window.work[${JSON.stringify(name)}]();
      return performance.now() - start;
    }`);
    times[name] = cpu;
  }
  return [/** @type {{ nutgraf: number, summary: number, readability: number }} */ (times)];
}
