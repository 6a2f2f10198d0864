/**
 * Lighthouse on an article of the demo as it is, and on the same article without the widget: what does a publisher pay?
 *
 *   node scripts/lighthouse.mjs [--runs N]
 *
 * Fails where a category that no clock decides is below 95 or lower with the widget, or where the page shifts. The
 * performance is a matter of times: it is printed, the best of the runs, and judged by people.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { browserPath, CHROMIUM_FLAGS } from './browsers.mjs';
import { ROOT } from './environment.mjs';
import { startServer } from './serve.mjs';

const ARTICLE = '/demo/peacekeeping-talks-in-nagorno-karabakh.html';
const WITHOUT = ARTICLE.replace('.html', '-without.html');
const FLOOR = 95;
/** Hangs on the machine's load. */
const TIMED = 'performance';

/** Of its own, for it is large and only this needs it. */
const FOLDER = `${ROOT}/tools/lighthouse`;
const INSTALLED = `${FOLDER}/node_modules/.installed`;

/** Installs Lighthouse where it is missing or another version. */
function install() {
  const lock = readFileSync(`${FOLDER}/package-lock.json`);
  if (existsSync(INSTALLED) && readFileSync(INSTALLED).equals(lock)) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', FOLDER, '--ignore-scripts', '--loglevel=error'], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`Lighthouse could not be installed. Install by hand: npm ci --prefix ${FOLDER}`);
  writeFileSync(INSTALLED, lock);
}

/** @param {string} name @returns {Promise<any>} */
const tool = (name) => import(createRequire(`${FOLDER}/package.json`).resolve(name));

/** @typedef {Record<string, number>} Scores from 0 to 100, by category, and `shift`, the cumulative layout shift */

/** @param {string} url @returns {Promise<Scores>} */
async function score(url) {
  const { launch } = await tool('chrome-launcher');
  const { default: lighthouse } = await tool('lighthouse');
  const chrome = await launch({ chromePath: browserPath('chromium'), chromeFlags: CHROMIUM_FLAGS });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: 'error' });
    if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    const categories = /** @type {{ id: string, score: number }[]} */ (Object.values(lhr.categories));
    return {
      ...Object.fromEntries(categories.map(({ id, score }) => [id, Math.round(score * 100)])),
      shift: lhr.audits['cumulative-layout-shift'].numericValue,
    };
  } finally {
    await chrome.kill();
  }
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '1' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`lighthouse: --runs must be a whole number from 1 on, not ${values.runs}`);
  process.exit(2);
}

install();
const bare = readFileSync(`${ROOT}/www${ARTICLE}`, 'utf8').replace(/<script[^>]*nutgraf\.js[^>]*><\/script>|<nut-graf>\s*<\/nut-graf>/g, '');
if (/nut-?graf/.test(bare.replace(/<!--.*?-->/gs, ''))) throw new Error(`the widget is still in ${WITHOUT}`);
const server = await startServer({
  port: 0,
  intercept: (request, response) => {
    if (request.url !== WITHOUT) return false;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(bare);
    return true;
  },
});
/** @type {{ with: Scores, without: Scores }} */
const best = { with: {}, without: {} };
try {
  for (let run = 0; run < runs; run++) {
    for (const [name, path] of /** @type {['with' | 'without', string][]} */ ([['with', ARTICLE], ['without', WITHOUT]])) {
      const scores = await score(server.url + path);
      const worse = best[name][TIMED] ?? 0;
      best[name] = { ...scores, [TIMED]: Math.max(worse, scores[TIMED]), shift: Math.max(best[name].shift ?? 0, scores.shift) };
    }
  }
} finally {
  await server.close();
}

console.log(`${'Lighthouse'.padEnd(18)}with the widget   without`);
for (const name of Object.keys(best.with)) console.log(`${name.padEnd(18)}${String(best.with[name]).padStart(15)}${String(best.without[name]).padStart(10)}`);
const failures = Object.keys(best.with).filter((name) =>
  name === 'shift' ? best.with.shift > 0 : name !== TIMED && (best.with[name] < FLOOR || best.with[name] < best.without[name]),
);
if (failures.length > 0) {
  console.error(`lighthouse: ${failures.join(', ')} must be ${FLOOR} or more, no lower with the widget, and the shift 0`);
  process.exitCode = 1;
}
