/** The W3C Summarizer's shape on our engine: what a page may expect of it by the specification. */
import assert from 'node:assert/strict';
import { behaviour, broken, setUp } from './harness.mjs';
import { TEXT, open, use } from './summarizer-page.mjs';

setUp();

behaviour('create() with the defaults makes three key points in Markdown, each a sentence of the text', async (page) => {
  await open(page);
  const { options, summary } = await use(
    page,
    async ({ Summarizer }, text) => {
      const summarizer = await Summarizer.create();
      const { type, format, length, sharedContext, expectedInputLanguages, expectedContextLanguages, outputLanguage } = summarizer;
      const options = { type, format, length, sharedContext, expectedInputLanguages, expectedContextLanguages, outputLanguage };
      return { options, summary: await summarizer.summarize(text) };
    },
    TEXT,
  );
  assert.deepEqual(options, {
    type: 'key-points',
    format: 'markdown',
    length: 'short',
    sharedContext: '',
    expectedInputLanguages: null,
    expectedContextLanguages: null,
    outputLanguage: null,
  });
  const points = summary.split('\n');
  assert.equal(points.length, 3);
  for (const point of points) {
    assert.match(point, /^\* /);
    assert.ok(TEXT.includes(point.slice(2).replaceAll('\\', '')), point);
  }
});

behaviour('neither marks nor line breaks of the input are shown', async (page) => {
  await open(page);
  const summaries = await use(
    page,
    async ({ Summarizer }, inputs) => {
      const summarizer = await Summarizer.create({ type: 'tldr', format: 'plain-text', length: 'long' });
      const made = [];
      for (const input of inputs) made.push(await summarizer.summarize(input));
      return made;
    },
    [
      '# Rain in Riga\n\nThe **market** of [Riga](https://riga.example/) closed\non Monday.\n',
      '里加市议会周一决定将老市场关\n闭两年，直到市长找到能修屋顶\n的人。工程将耗资三千万欧元，\n其中国家承担三分之一，地区基\n金承担四分之一。\n',
    ],
  );
  assert.equal(summaries[0], 'The market of Riga closed on Monday.');
  assert.ok(summaries[1].includes('将老市场关闭两年，直到市长找到能修屋顶的人。'), summaries[1]);
});

behaviour('type, length and format give the numbers of sentences that the specification tells', async (page) => {
  await open(page);
  const counts = await use(
    page,
    async ({ Summarizer }, text) => {
      const counts = [];
      for (const type of ['key-points', 'tldr', 'teaser']) {
        for (const length of ['short', 'medium', 'long']) {
          const summarizer = await Summarizer.create({ type, length, format: 'plain-text' });
          const summary = await summarizer.summarize(text);
          counts.push(summary.split(type === 'key-points' ? '\n' : /(?<=[.]) (?=[A-Z])/).length);
        }
      }
      return counts;
    },
    TEXT,
  );
  assert.deepEqual(counts, [3, 5, 7, 1, 3, 5, 1, 3, 5]);
});

behaviour('a headline is a piece of the text, of at most 12, 17 or 22 words', async (page) => {
  await open(page);
  const headlines = await use(
    page,
    async ({ Summarizer }, text) => {
      const made = [];
      for (const length of ['short', 'medium', 'long']) {
        made.push(await (await Summarizer.create({ type: 'headline', length, format: 'plain-text' })).summarize(text));
      }
      return made;
    },
    TEXT,
  );
  headlines.forEach((/** @type {string} */ headline, /** @type {number} */ at) => {
    const words = headline.split(/\s+/).length;
    assert.ok(TEXT.includes(headline) && words > 1 && words <= [12, 17, 22][at], headline);
  });
});

behaviour('no space stands between sentences that end in full-width marks', async (page) => {
  await open(page);
  const summary = await use(
    page,
    async ({ Summarizer }, text) => (await Summarizer.create({ type: 'tldr', format: 'plain-text', length: 'medium' })).summarize(text),
    '里加市议会周一决定将老市场关闭两年。市长说：“屋顶需要修理，工程将耗资三千万欧元。”渔民担心港口的收入会减少。',
  );
  assert.equal(summary, '里加市议会周一决定将老市场关闭两年。市长说：“屋顶需要修理，工程将耗资三千万欧元。”渔民担心港口的收入会减少。');
});

behaviour('what Markdown would take for a sign is escaped, and plain text is left alone', async (page) => {
  await open(page);
  const [markdown, plain] = await use(page, async ({ Summarizer }) => {
    const text = 'The *star* of the [town] council cost 3 < 4 million kroner on Monday.';
    const make = async (/** @type {string} */ format) => (await Summarizer.create({ type: 'tldr', format })).summarize(text);
    return [await make('markdown'), await make('plain-text')];
  });
  assert.equal(markdown, 'The \\*star\\* of the \\[town\\] council cost 3 \\< 4 million kroner on Monday.');
  assert.equal(plain, 'The *star* of the [town] council cost 3 < 4 million kroner on Monday.');
});

behaviour('summarizeStreaming() gives the same summary in pieces', async (page) => {
  await open(page);
  const { whole, pieces } = await use(
    page,
    async ({ Summarizer }, text) => {
      const summarizer = await Summarizer.create();
      const pieces = [];
      const reader = summarizer.summarizeStreaming(text, { context: 'for sailors' }).getReader();
      for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value);
      return { whole: await summarizer.summarize(text), pieces };
    },
    TEXT,
  );
  assert.equal(pieces.length, 3);
  assert.equal(pieces.join(''), whole);
});

behaviour('availability() tells what a page can have: downloadable, then available, and unavailable where it would be a translation', async (page) => {
  await open(page);
  const seen = await use(page, async ({ Summarizer }) => {
    const seen = [await Summarizer.availability()];
    await Summarizer.create();
    seen.push(await Summarizer.availability({ type: 'tldr', outputLanguage: 'en' }));
    seen.push(await Summarizer.availability({ expectedInputLanguages: ['en-US', 'fr'], outputLanguage: 'fr-CA' }));
    seen.push(await Summarizer.availability({ expectedInputLanguages: ['en'], outputLanguage: 'ja' }));
    return seen;
  });
  assert.deepEqual(seen, ['downloadable', 'available', 'available', 'unavailable']);
  assert.equal(page.wasmRequests, 1);
});

behaviour('the monitor hears of the download from 0 to 1', async (page) => {
  await open(page);
  const heard = await use(page, async ({ Summarizer, CreateMonitor }) => {
    const heard = /** @type {unknown[]} */ ([]);
    await Summarizer.create({
      monitor(/** @type {any} */ monitor) {
        heard.push(monitor instanceof CreateMonitor);
        monitor.addEventListener('downloadprogress', (/** @type {ProgressEvent} */ { loaded, total }) => heard.push([loaded, total]));
        monitor.ondownloadprogress = () => heard.push('handler');
      },
    });
    return heard;
  });
  assert.deepEqual(heard, [true, [0, 1], 'handler', [1, 1], 'handler']);
});

behaviour('wrong options are refused by the errors of the specification', async (page) => {
  await open(page);
  const refused = async (/** @type {object} */ options) => (await use(page, ({ Summarizer }, wanted) => Summarizer.create(wanted), options)).name;
  assert.equal(await refused({ type: 'haiku' }), 'TypeError');
  assert.equal(await refused({ length: 'endless' }), 'TypeError');
  assert.equal(await refused({ format: 'html' }), 'TypeError');
  assert.equal(await refused({ outputLanguage: 'no language' }), 'RangeError');
  assert.equal(await refused({ expectedInputLanguages: ['en'], outputLanguage: 'de' }), 'NotSupportedError');
  assert.equal((await use(page, ({ Summarizer }) => new Summarizer())).name, 'TypeError');
  assert.equal(page.wasmRequests, 0, 'nothing was fetched for it');
});

behaviour('input without words is summarized by nothing', async (page) => {
  await open(page);
  const outcome = await use(
    page,
    async ({ Summarizer }, inputs) => {
      const summarizer = await Summarizer.create({ outputLanguage: 'de', sharedContext: 'for sailors' });
      const outcome = [];
      // A lone surrogate cannot be sent.
      for (const input of [...inputs, '\ud800']) {
        const { done } = await summarizer.summarizeStreaming(input).getReader().read();
        outcome.push(await summarizer.summarize(input), await summarizer.extract(input), done);
      }
      return outcome;
    },
    ['', ' \n ', '\u0000\u0007', '…', '?!', '---\n\n***', '# ', '🙂 🙂'],
  );
  assert.deepEqual(outcome, Array.from({ length: 9 }, () => ['', null, true]).flat());
});

behaviour('contexts count against the quota with the input; what is above it is refused', async (page) => {
  await open(page);
  const { usages, quota } = await use(page, async ({ Summarizer }) => {
    const plain = await Summarizer.create();
    const shared = await Summarizer.create({ sharedContext: 'åå' });
    const usages = [await plain.measureInputUsage('Blåbær'), await plain.measureInputUsage('Blåbær', { context: 'ø' }), await shared.measureInputUsage('Blåbær', { context: 'ø' })];
    return { usages, quota: plain.inputQuota };
  });
  assert.deepEqual([usages, quota], [[8, 10, 14], 1_000_000]);
  const long = 'It rained. '.repeat(100_000);
  const refusals = [
    await use(page, async ({ Summarizer }, text) => (await Summarizer.create()).summarize(text), long),
    await use(page, async ({ Summarizer }, text) => (await Summarizer.create()).extract('', { context: text }), long),
    await use(page, async ({ Summarizer }, text) => (await Summarizer.create()).summarizeStreaming(text).getReader().read(), long),
    await use(page, ({ Summarizer }, text) => Summarizer.create({ sharedContext: text }), long),
  ];
  for (const error of refusals) assert.deepEqual([error.name, error.isDOM, error.quota, error.requested], ['QuotaExceededError', true, 1_000_000, 1_100_000]);
});

behaviour('a signal ends the making, the summary and the summarizer, by its own reason', async (page) => {
  await open(page);
  const work = async (/** @type {any} */ { Summarizer }, /** @type {string} */ text) => {
    const told = async (/** @type {Promise<unknown>} */ promise) => promise.then(() => 'done', (reason) => reason.name ?? reason);
    const made = AbortSignal.abort('not now');
    const control = new AbortController();
    const making = told(Summarizer.create({ signal: control.signal }));
    control.abort('changed my mind');
    const owner = new AbortController();
    const summarizer = await Summarizer.create({ signal: owner.signal });
    const one = new AbortController();
    const summing = told(summarizer.summarize(text, { signal: one.signal }));
    one.abort();
    const outcome = [await told(Summarizer.create({ signal: made })), await making, await summing, await told(summarizer.summarize(text))];
    owner.abort('page closed');
    return [...outcome, await told(summarizer.summarize(text)), await told(summarizer.extract(text))];
  };
  assert.deepEqual(await use(page, work, TEXT), ['not now', 'changed my mind', 'AbortError', 'done', 'page closed', 'page closed']);
});

behaviour('destroy() rejects what is under way and what comes later', async (page) => {
  await open(page);
  const names = await use(
    page,
    async ({ Summarizer }, text) => {
      const summarizer = await Summarizer.create();
      const name = (/** @type {Promise<unknown>} */ promise) => promise.then(() => 'done', (error) => error.name);
      const under = name(summarizer.summarize(text));
      summarizer.destroy();
      return [await under, await name(summarizer.summarize(text)), await name(summarizer.measureInputUsage(text))];
    },
    TEXT,
  );
  assert.deepEqual(names, ['AbortError', 'AbortError', 'AbortError']);
});

behaviour(
  'a download that fails is a NetworkError, and the next create() tries again',
  async (page) => {
    await open(page);
    const restore = page.answer(/\.wasm$/, broken.missing);
    const create = () => use(page, async ({ Summarizer }) => [String(await Summarizer.create()), await Summarizer.availability()]);
    const error = await create();
    assert.deepEqual([error.name, error.isDOM], ['NetworkError', true]);
    restore();
    assert.deepEqual(await create(), ['[object Summarizer]', 'available']);
  },
  { allows: /nutgraf\.wasm/ },
);
