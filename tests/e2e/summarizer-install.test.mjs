/** Which Summarizer a page has: ours or the browser's own; and where ours makes its summaries. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startServer } from '../../scripts/serve.mjs';
import { CONTENT_SECURITY_POLICY, behaviour, broken, pageOf, setUp } from './harness.mjs';
import { TEXT, WITH_WORKERS, open, use } from './summarizer-page.mjs';

setUp();

/** A content delivery network: another origin. @type {Awaited<ReturnType<typeof startServer>>} */
let cdn;
before(async () => {
  cdn = await startServer({ port: 0, headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' } });
});
after(() => cdn?.close());

/** @typedef {import('./harness.mjs').Page} Page */

/**
 * What install() makes of a browser whose own Summarizer has this availability.
 *
 * @param {Page} page
 * @param {string | null} availability null for none; `throws`, `rejects` and `hangs` for one that fails
 * @param {object} [options]
 */
const installed = async (page, availability, options) => {
  await open(page);
  return use(
    page,
    async ({ Summarizer, CreateMonitor, install }, availability, options) => {
      const scope = /** @type {any} */ (globalThis);
      for (const name of ['Summarizer', 'CreateMonitor']) delete scope[name];
      class Native {
        static availability() {
          if (availability === 'throws') throw new Error('broken');
          if (availability === 'rejects') return Promise.reject(new Error('broken'));
          return availability === 'hangs' ? new Promise(() => {}) : Promise.resolve(availability);
        }
      }
      class Own extends EventTarget {}
      if (availability) Object.assign(scope, { Summarizer: Native, CreateMonitor: Own });
      const installing = install(...(options ? [options] : []));
      const atOnce = scope.Summarizer === Summarizer;
      const result = await installing;
      const again = await install(options);
      const is = (/** @type {unknown} */ value) => (value === Summarizer || value === CreateMonitor ? 'ours' : value === Native || value === Own ? 'native' : String(value));
      const { enumerable } = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(scope, 'Summarizer'));
      const same = result.Summarizer === again.Summarizer && result.native === again.native && result.installed === again.installed;
      return {
        global: is(scope.Summarizer),
        monitor: is(scope.CreateMonitor),
        result: [is(result.Summarizer), is(result.native), result.installed],
        atOnce,
        same,
        enumerable: availability && !result.installed ? false : enumerable,
      };
    },
    availability,
    options ?? null,
  );
};

const OURS = { global: 'ours', monitor: 'ours', atOnce: false, same: true, enumerable: false };
const NATIVE = { global: 'native', monitor: 'native', atOnce: false, same: true, enumerable: false, result: ['native', 'native', false] };

behaviour('where there is no Summarizer, install() makes ours the global one at once', async (page) => {
  const expected = { ...OURS, atOnce: true, result: ['ours', 'undefined', true] };
  for (const where of ['missing', 'unavailable', 'always']) assert.deepEqual(await installed(page, null, { where }), expected, where);
  assert.deepEqual(await installed(page, null), expected);
});

behaviour("where the browser's own cannot work now, ours takes its place, and the other one stays in reach", async (page) => {
  const expected = { ...OURS, result: ['ours', 'native', true] };
  for (const availability of ['unavailable', 'downloadable', 'downloading', 'throws', 'rejects', 'hangs']) {
    assert.deepEqual(await installed(page, availability), expected, availability);
  }
  assert.deepEqual(await installed(page, 'downloadable', { where: 'unavailable' }), expected);
  assert.deepEqual(await installed(page, 'downloadable', { where: 'missing' }), NATIVE);
});

behaviour("where the browser's own works, ours takes its place only if it is to be always ours", async (page) => {
  assert.deepEqual(await installed(page, 'available'), NATIVE);
  assert.deepEqual(await installed(page, 'available', { where: 'missing' }), NATIVE);
  assert.deepEqual(await installed(page, 'available', { where: 'always' }), { ...OURS, atOnce: true, result: ['ours', 'native', true] });
});

behaviour('install() refuses what is none of its options', async (page) => {
  await open(page);
  for (const options of [{ where: 'sometimes' }, { where: null }, 7, 'always']) {
    assert.equal((await use(page, ({ install }, given) => install(given), options)).name, 'TypeError', JSON.stringify(options));
  }
});

behaviour('a script tag installs it, by the value of data-install', async (page) => {
  const globalOf = async (/** @type {string} */ install, /** @type {string} */ native) => {
    const html = pageOf('<p>Nothing</p>', { script: '/dist/summarizer.js', attributes: install });
    await page.openHTML(html.replace('<script', `<script src="/pages/summarizers.js" ${native}></script><script`), { defined: false });
    return page.run(() =>
      import(/** @type {any} */ ('/dist/summarizer.js')).then(async () => {
        // The tag's own call has asked the browser's one by now.
        await new Promise((done) => setTimeout(done, 50));
        const { Summarizer: current } = /** @type {any} */ (window);
        return current && 'extract' in current.prototype ? 'ours' : (current?.name ?? 'none');
      }),
    );
  };
  assert.equal(await globalOf('', ''), 'none');
  assert.equal(await globalOf('data-install', ''), 'ours');
  assert.equal(await globalOf('data-install', 'data-native="downloadable"'), 'ours');
  assert.equal(await globalOf('data-install', 'data-native="available"'), 'Native');
  assert.equal(await globalOf('data-install="missing"', 'data-native="downloadable"'), 'Native');
  assert.equal(await globalOf('data-install="always"', 'data-native="available"'), 'ours');
});

/** The files that the page itself fetched, by name. @param {Page} page */
const fetchedByPage = (page) => page.run(() => performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\/|\?.*$/g, '')));

behaviour('with { worker: true } the summary is the same, and the page loads neither chunk nor WebAssembly', async (page) => {
  page.setPolicy(WITH_WORKERS);
  await open(page);
  const { off, streamed, full, states } = await use(
    page,
    async ({ Summarizer }, text) => {
      const states = [await Summarizer.availability()];
      const [one, two] = await Promise.all([Summarizer.create({ worker: true }), Summarizer.create({ worker: true, type: 'tldr' })]);
      states.push(await Summarizer.availability());
      const [off, full] = await Promise.all([one.summarize(text), two.extract(text)]);
      let streamed = '';
      const reader = one.summarizeStreaming(text).getReader();
      for (let next = await reader.read(); !next.done; next = await reader.read()) streamed += next.value;
      return { off, streamed, full, states };
    },
    TEXT,
  );
  const fetched = await fetchedByPage(page);
  assert.ok(fetched.includes('off-thread.js') && !fetched.includes('nutgraf.wasm') && !fetched.includes('panel.js'), fetched.join());
  assert.equal(page.wasmRequests, 1, 'one worker for both');
  const on = await use(page, async ({ Summarizer }, text) => [await (await Summarizer.create()).summarize(text), await (await Summarizer.create({ type: 'tldr' })).extract(text)], TEXT);
  assert.deepEqual([off, full], on);
  assert.equal(streamed, off);
  assert.deepEqual(states, ['downloadable', 'available']);
});

behaviour('a worker may be of another origin than the page', async (page) => {
  page.setPolicy(`${WITH_WORKERS.replace(/(script|connect)-src 'self'/g, `$& ${cdn.url}`)}; worker-src blob: ${cdn.url}`);
  page.answer(/^\/made\.js$/, (_, response) => {
    response.setHeader('Content-Type', 'text/javascript');
    response.end(`import { Summarizer } from '${cdn.url}/dist/summarizer.js';
      const make = async () => (await Summarizer.create({ worker: true })).summarize('It rained in Riga on Monday.');
      make().catch(String).then((outcome) => Object.assign(globalThis, { outcome }));`);
    return true;
  });
  await page.openHTML(pageOf('<p>Nothing</p>', { script: '/made.js' }), { defined: false });
  assert.equal(await page.until(() => /** @type {any} */ (globalThis).outcome), '* It rained in Riga on Monday.');
  const fetched = await fetchedByPage(page);
  assert.ok(fetched.includes('off-thread.js') && !fetched.includes('nutgraf.wasm'), fetched.join());
});

behaviour(
  'in a worker there are the same failures, aborts and refusals',
  async (page) => {
    page.setPolicy(WITH_WORKERS);
    await open(page);
    const restore = page.answer(/\.wasm$/, broken.missing);
    const create = () => use(page, async ({ Summarizer }) => String(await Summarizer.create({ worker: true })));
    assert.equal((await create()).name, 'NetworkError');
    restore();
    assert.equal(await create(), '[object Summarizer]');
    const outcome = await use(
      page,
      async ({ Summarizer }, text) => {
        const told = (/** @type {Promise<unknown>} */ promise) => promise.then((value) => (value === '' ? 'nothing' : 'done'), (reason) => reason.name ?? reason);
        const summarizer = await Summarizer.create({ worker: true, outputLanguage: 'de' });
        const control = new AbortController();
        const under = told(summarizer.summarize(text, { signal: control.signal }));
        control.abort('enough');
        return [await under, await told(summarizer.summarize(text)), await told(summarizer.summarize('?!')), await told(summarizer.summarize('Der Rat hat am Montag beschlossen, dass der Hafen im Frühjahr schließt.'))];
      },
      TEXT,
    );
    assert.deepEqual(outcome, ['enough', 'NotSupportedError', 'nothing', 'done']);
  },
  { allows: /nutgraf\.wasm|Failed to load resource/ },
);

behaviour(
  "where the page's policy allows no worker, summaries are made on the main thread, and the console says so",
  async (page) => {
    for (const policy of [`${WITH_WORKERS}; worker-src 'none'`, CONTENT_SECURITY_POLICY]) {
      page.setPolicy(policy);
      await open(page);
      const summary = await use(page, async ({ Summarizer }, text) => (await Summarizer.create({ worker: true })).summarize(text), TEXT);
      assert.equal(summary.split('\n').length, 3, policy);
      const told = (await page.run(() => /** @type {any} */ (window).witness.log)).filter((/** @type {string} */ line) => /made on the main thread/.test(line));
      assert.equal(told.length, 1, 'it says so once');
    }
  },
  { allows: /main thread|policy|TrustedScript|Trusted Type|worker|Content.Security/i },
);
