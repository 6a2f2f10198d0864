/**
 * Lighthouse on an article of the demo as it is, and on the same article without the widget: what does a publisher pay? And on
 * pages of the documentation.
 *
 *   node scripts/lighthouse.mjs [--runs N]
 *
 * Fails where a category that no clock decides is below 95 or lower with the widget, or where a page shifts. The
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
const DOCUMENTATION = ['/docs/index.html', '/docs/playground.html'];
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
/** Of all runs: the best performance, the worst shift. @type {Record<string, Scores>} */
const best = Object.fromEntries([ARTICLE, WITHOUT, ...DOCUMENTATION].map((path) => [path, {}]));
try {
  for (let run = 0; run < runs; run++) {
    for (const [path, before] of Object.entries(best)) {
      const scores = await score(server.url + path);
      best[path] = { ...scores, [TIMED]: Math.max(before[TIMED] ?? 0, scores[TIMED]), shift: Math.max(before.shift ?? 0, scores.shift) };
    }
  }
} finally {
  await server.close();
}

for (const [path, scores] of Object.entries(best)) console.log(`${path}: ${Object.entries(scores).map(([name, value]) => `${name} ${value}`).join(', ')}`);
const failures = [ARTICLE, ...DOCUMENTATION].flatMap((path) =>
  Object.entries(best[path])
    .filter(([name, value]) => (name === 'shift' ? value > 0 : name !== TIMED && (value < FLOOR || (path === ARTICLE && value < best[WITHOUT][name]))))
    .map(([name]) => `${name} of ${path}`),
);
if (failures.length > 0) {
  console.error(`lighthouse: ${failures.join(', ')} must be ${FLOOR} or more, no lower with the widget, and the shift 0`);
  process.exitCode = 1;
}
