/**
 * Runs the Summarizer's tests of web-platform-tests on ours, from a checkout of them, of which nothing is in this project:
 *
 *   ENGINE=firefox node tests/e2e/wpt.mjs CHECKOUT
 *
 * The checkout needs `resources`, `ai` and, for the IDL, `interfaces`. What fails must be named with its reason in
 * wpt-exceptions.json, and what is named there must fail; otherwise the exit status is 1.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { startServer } from '../../scripts/serve.mjs';
import { ENGINE, startBrowser } from './browsers.mjs';

/**
 * @typedef {{ name: string, passed: boolean, optional: boolean, message: string }} Subtest
 * @typedef {{ test?: string, message?: string, reason: string, engines?: string[] }} Exception with regular expressions: for the file
 *   and the subtest's name, which then has to fail; for what a failure says
 */

const SUITE = 'ai/summarizer';
const INTERFACES = 'interfaces/writing-assistance-apis.idl';
/** Definitions that those of the Summarizer build on. */
const DEPENDENCIES = ['dom', 'html', 'streams', 'webidl'];
const IDL_PAGE = '/idl-of-the-summarizer.html';
const PAGE_MS = 120_000;

/** @type {Exception[]} */
const EXCEPTIONS = JSON.parse(readFileSync(new URL('wpt-exceptions.json', import.meta.url), 'utf8'));

const INSTALL = `import { install } from '/dist/summarizer.js'; install({ where: 'always' });`;

/** Files of the checkout that a server or a browser's driver has to fill in, in a form for this one. @type {Record<string, string>} */
const OWN_FILES = {
  '/resources/testharnessreport.js': `add_completion_callback((tests, { status, message }) => {
    const subtests = tests.map((test) => ({ name: test.name, passed: test.status === 0, optional: test.status === 4, message: test.message ?? '' }));
    globalThis.finished = { broken: status === 0 ? '' : String(message ?? status), subtests };
  });`,
  // Nothing here needs a click, so none is made. A frame that is to be clicked gets ours first.
  '/resources/testdriver.js': `globalThis.gc ??= () => {};
  globalThis.consumeTransientUserActivation ??= () => {};
  globalThis.test_driver = {
    set_test_context() {},
    async bless(intent, action, context = globalThis) {
      if (context !== globalThis && !context.document.querySelector('script[data-install]')) {
        const script = context.document.createElement('script');
        Object.assign(script, { type: 'module', src: '/dist/summarizer.js' });
        script.dataset.install = 'always';
        const loaded = new Promise((done) => script.addEventListener('load', done));
        context.document.documentElement.append(script);
        await loaded;
      }
      return action?.();
    },
  };`,
  '/resources/testdriver-vendor.js': '',
  '/common/get-host-info.sub.js': `globalThis.get_host_info = () => {
    const other = location.origin.replace(location.hostname, location.hostname === 'localhost' ? '127.0.0.1' : 'localhost');
    return { HTTPS_ORIGIN: location.origin, HTTPS_NOTSAMESITE_ORIGIN: other };
  };`,
};

/** @param {string} path */
const scriptTag = (path) => `<script src="${path}"></script>`;

/** A page for a test that is a script, or for the IDL. Modules run in order after the classic scripts. @param {string[]} scripts @param {string} test */
const pageOf = (scripts, test) =>
  `<!doctype html><meta charset="utf-8"><title>Test</title><body>${['/resources/testharness.js', '/resources/testharnessreport.js', ...scripts].map(scriptTag).join('')}` +
  `<script type="module">${INSTALL}</script>${test}</body>`;

/** @param {string} root */
const idlPage = (root) => {
  const dependencies = DEPENDENCIES.filter((name) => existsSync(`${root}/interfaces/${name}.idl`));
  const made = `globalThis.made = await globalThis.Summarizer.create({ monitor: (monitor) => { globalThis.monitor = monitor; } });`;
  const test = `idl_test(['writing-assistance-apis'], ${JSON.stringify(dependencies)}, async (idls) => {
    ${made}
    idls.add_objects({ Summarizer: ['made'], CreateMonitor: ['monitor'] });
  });`;
  return pageOf(['/resources/WebIDLParser.js', '/resources/idlharness.js'], `<script type="module">${test}</script>`);
};

/** @param {string} path of the page @param {string} source of the script */
const testPage = (path, source) => {
  const scripts = Array.from(source.matchAll(/^\/\/ META: script=(.+)$/gm), ([, script]) => script);
  return pageOf(scripts, `<script type="module" src="${path.replace(/html$/, 'js')}"></script>`);
};

/** What the checkout and this file have under a path. @param {string} root @param {string} path @returns {Promise<string | undefined>} */
const contentOf = async (root, path) => {
  if (path in OWN_FILES) return OWN_FILES[path];
  if (path === IDL_PAGE) return idlPage(root);
  const read = (/** @type {string} */ name) => readFile(`${root}${name}`, 'utf8').catch(() => undefined);
  if (path === '/resources/WebIDLParser.js') return (await read('/resources/webidl2/lib/webidl2.js')) ?? read(path);
  if (!path.endsWith('.html')) return read(path);
  const source = await read(path.replace(/html$/, 'js'));
  if (source !== undefined) return testPage(path, source);
  // Scripts that stand in a page run after ours.
  return (await read(path))?.replace(/<script>/g, `<script type="module">${INSTALL}</script><script type="module">`);
};

/** @param {string} root @returns {string[]} the paths of the pages */
const pagesOf = (root) =>
  readdirSync(`${root}/${SUITE}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(window|any)\.js$|\.html$/.test(name) && !name.includes('resources/'))
    .sort()
    .map((name) => `/${SUITE}/${name.replace(/js$/, 'html')}`);

/** @param {import('./browsers.mjs').WebDriver} driver @param {string} url @returns {Promise<{ broken: string, subtests: Subtest[] }>} */
const run = async (driver, url) => {
  await driver.get(url);
  const deadline = Date.now() + PAGE_MS;
  for (;;) {
    const finished = /** @type {any} */ (await driver.executeScript('return globalThis.finished ?? null'));
    if (finished) return finished;
    if (Date.now() > deadline) return { broken: 'the page did not finish', subtests: [] };
    await new Promise((done) => setTimeout(done, 50));
  }
};

/** @param {string} root @returns {Promise<boolean>} whether all went as expected */
const runAll = async (root) => {
  const types = /** @type {Record<string, string>} */ ({ html: 'text/html', js: 'text/javascript', idl: 'text/plain' });
  const server = await startServer({
    port: 0,
    headers: { 'Content-Security-Policy': null },
    intercept: async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const content = pathname.includes('..') ? undefined : await contentOf(root, pathname);
      if (content === undefined) return false;
      response.setHeader('Content-Type', `${types[pathname.replace(/^.*\./, '')] ?? 'text/plain'}; charset=utf-8`);
      response.end(content);
      return true;
    },
  });
  const browser = await startBrowser();
  const counts = { passed: 0, excepted: 0, wrong: 0 };
  try {
    for (const path of [...pagesOf(root), ...(existsSync(`${root}/${INTERFACES}`) ? [IDL_PAGE] : [])]) {
      const { broken, subtests } = await run(browser.driver, server.url + path);
      const own = path === IDL_PAGE ? subtests.filter(({ name }) => /^(Summarizer|CreateMonitor)\b/.test(name)) : subtests;
      console.log(`${path}: ${own.filter(({ passed }) => passed).length} of ${own.length}`);
      // The IDL has interfaces that are not ours to have, at which the page as a whole may fail.
      if (own.length === 0 || (broken && path !== IDL_PAGE)) {
        counts.wrong += 1;
        console.log(`  NOT RUN ${broken}`);
      }
      for (const { name, passed, optional, message } of own) {
        const exception = EXCEPTIONS.find(
          ({ test = '', message: said, engines = [ENGINE] }) =>
            engines.includes(ENGINE) && new RegExp(test).test(`${path} ${name}`) && (said === undefined || (!passed && new RegExp(said).test(message))),
        );
        if (passed && !exception) counts.passed += 1;
        else if (!passed && (exception || optional)) {
          counts.excepted += 1;
          console.log(`  except  ${name}\n          ${exception?.reason ?? 'optional'}`);
        } else {
          counts.wrong += 1;
          console.log(passed ? `  PASSES, though named as an exception: ${name}` : `  FAILS   ${name}\n          ${message}`);
        }
      }
    }
  } finally {
    await browser.quit();
    await server.close();
  }
  console.log(`\n${ENGINE}: ${counts.passed} passed, ${counts.excepted} exceptions, ${counts.wrong} not as expected`);
  return counts.wrong === 0;
};

const [checkout] = process.argv.slice(2);
if (!checkout || !existsSync(`${checkout}/${SUITE}`) || !existsSync(`${checkout}/resources/testharness.js`)) {
  console.error(`usage: node tests/e2e/wpt.mjs CHECKOUT, which has ${SUITE} and resources/testharness.js`);
  process.exitCode = 2;
} else {
  process.exitCode = (await runAll(resolve(checkout))) ? 0 : 1;
}
