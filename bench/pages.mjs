/**
 * The development pages in Chromium, nothing of theirs running: what the live walk finds, by the measure of make eval-pages,
 * and how long it takes beside readability on the same pages. Pages that hide their story do not count: their style sheet
 * does so until a script, which does not run here, lifts the paywall.
 *
 *   node bench/pages.mjs PAGES [--every N]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { environment, ROOT } from '../scripts/environment.mjs';
import { Bench, median } from './browser.mjs';
import { bundle, OUT } from './bundle.mjs';
import { developmentPages } from './find.mjs';
import { READABILITY } from './peers.mjs';
import { bare } from './texts.mjs';

const SETS = ['fundus', 'wcxb'];
const FOUND = `${OUT}/found`;
/** Calls before the code is compiled as far as it will be, and calls of which the median counts. */
const CALLS = { warmUp: 2, counted: 5 };

/** @typedef {{ nutgraf: number, summary: number, readability: number }} Times ms a call; `nutgraf` finds and summarizes */

/**
 * What the live walk finds on the page that is open, and the times.
 *
 * @param {Bench} bench
 * @returns {Promise<{ text: string, first: number, times: Times, walked: number }>}
 */
const onePage = (bench) =>
  bench.run(async ({ warmUp, counted }) => {
    const [nutgraf, readability] = await Promise.all([import(`${location.origin}/bench/nutgraf.js`), import(`${location.origin}/bench/readability.js`)]);
    await nutgraf.readyFor(document.body);
    const find = () => {
      try {
        return nutgraf.summarizePage(document.body).article.text;
      } catch (error) {
        if (/** @type {any} */ (error).code) return '';
        throw error;
      }
    };
    const before = performance.now();
    const text = find();
    const first = performance.now() - before;
    const work = /** @type {Record<string, () => unknown>} */ ({
      nutgraf: find,
      summary: () => text && nutgraf.summarizeText(text, {}),
      readability: readability.findArticle,
    });
    /** @type {Record<string, number[]>} */
    const taken = { nutgraf: [], summary: [], readability: [] };
    // In turns, so that what else the machine does falls on all of them.
    for (let call = -warmUp; call < counted; call++) {
      for (const [name, run] of Object.entries(work)) {
        const start = performance.now();
        run();
        if (call >= 0) taken[name].push(performance.now() - start);
      }
    }
    const middle = (/** @type {number[]} */ values) => values.sort((one, other) => one - other)[values.length >> 1];
    const times = /** @type {any} */ (Object.fromEntries(Object.entries(taken).map(([name, values]) => [name, middle(values)])));
    return { text, first, times, walked: document.body.querySelectorAll('*').length };
  }, CALLS);

/**
 * Shows what only waits for a script, and says whether most of a story stands in the page and is not shown even so.
 *
 * @param {Bench} bench
 * @param {string} story
 */
const hidesStory = async (bench, story) => {
  const page = await bench.run(() => {
    // What React streams hidden its script would show.
    for (const part of document.querySelectorAll('[hidden][id^="S:"]')) part.removeAttribute('hidden');
    const texts = { shown: '', hidden: '' };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = /** @type {Text} */ (walker.currentNode);
      if (!parentElement || parentElement.closest('script,style,noscript,template')) continue;
      texts[parentElement.checkVisibility({ visibilityProperty: true }) ? 'shown' : 'hidden'] += data;
    }
    return texts;
  });
  const [shown, hidden] = [page.shown, page.hidden].map(bare);
  const lines = story.split('\n').map(bare);
  const unseen = lines.filter((line) => hidden.includes(line) && !shown.includes(line));
  return unseen.join('').length > lines.join('').length / 2;
};

/** @param {string} root @param {number} every */
async function main(root, every) {
  await bundle(['nutgraf', 'readability']);
  rmSync(FOUND, { recursive: true, force: true });
  const bench = await Bench.start();
  try {
    for (const set of SETS) {
      const pages = developmentPages(bench.url, set, root).filter((_, at) => at % every === 0);
      if (pages.length === 0) continue;
      /** @type {Record<string, { articleBody: string }>} */
      const truth = JSON.parse(readFileSync(`${root}/${set}/truth.json`, 'utf8'));
      mkdirSync(`${FOUND}/${set}`, { recursive: true });
      const results = [];
      const hidden = [];
      for (const { id, path, body, headers } of pages) {
        bench.pages.set(path, { body, headers });
        const result = await bench.inFreshPage(path, async () => ((await hidesStory(bench, truth[id].articleBody)) ? undefined : onePage(bench)));
        bench.pages.delete(path);
        if (!result) {
          hidden.push(id);
          continue;
        }
        writeFileSync(`${FOUND}/${set}/${id}.txt`, result.text);
        results.push(result);
      }
      if (hidden.length > 0) console.log(`${set}: ${hidden.length} of ${pages.length} pages hide their story and do not count: ${hidden.join(', ')}`);
      if (results.length === 0) continue;
      const finding = results.map(({ times }) => Math.max(0, times.nutgraf - times.summary));
      const show = (/** @type {number[]} */ values) => median(values).toFixed(2);
      console.log(
        `${set}, ${results.length} pages: walk and decision ${show(finding)} ms a page (median), ` +
          `${READABILITY} ${show(results.map(({ times }) => times.readability))} ms, ` +
          `ratio ${show(results.map(({ times }, at) => finding[at] / times.readability))}; ` +
          `first call with its summary ${show(results.map(({ first }) => first))} ms; ${median(results.map(({ walked }) => walked))} elements`,
      );
    }
  } finally {
    await bench.close();
  }
  const scoring = ['run', '--quiet', '--release', '--features', 'cli', '--example', 'score-pages', '--', root, '--found', FOUND];
  const { status, error } = spawnSync('cargo', scoring, { cwd: ROOT, env: environment, stdio: 'inherit' });
  if (error || status !== 0) throw new Error(`score-pages failed (${error?.message ?? `exit status ${status}`})`);
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { every: { type: 'string', default: '1' } } });
const every = Number(values.every);
if (!Number.isInteger(every) || every < 1) {
  console.error(`pages: --every must be a whole number from 1 on, not ${values.every}`);
  process.exit(2);
}
await main(resolve(positionals[0] ?? `${ROOT}/../shared/pages`), every);
