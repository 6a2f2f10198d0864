/** What the Summarizer's calls do in time: progress, streams, failures, policies, and documents that go. */
import assert from 'node:assert/strict';
import { CONTENT_SECURITY_POLICY, behaviour, broken, pageOf, setUp } from './harness.mjs';
import { TEXT, open, use } from './summarizer-page.mjs';

setUp();

behaviour('summarizeStreaming() throws at once where it is aborted or destroyed already', async (page) => {
  await open(page);
  const thrown = await use(
    page,
    async ({ Summarizer }, text) => {
      const told = (/** @type {() => unknown} */ work) => {
        try {
          work();
          return 'a stream';
        } catch (error) {
          return /** @type {Error} */ (error).name ?? error;
        }
      };
      const owner = new AbortController();
      const summarizer = await Summarizer.create({ signal: owner.signal });
      const thrown = [told(() => summarizer.summarizeStreaming(text, { signal: AbortSignal.abort('not now') })), told(() => summarizer.summarizeStreaming(text))];
      owner.abort('page closed');
      thrown.push(told(() => summarizer.summarizeStreaming(text)));
      const other = await Summarizer.create();
      other.destroy();
      return [...thrown, told(() => other.summarizeStreaming(text))];
    },
    TEXT,
  );
  assert.deepEqual(thrown, ['not now', 'a stream', 'page closed', 'AbortError']);
});

behaviour('an abort or destroy() errors the stream between two sentences, and no longer at its end', async (page) => {
  await open(page);
  const outcome = await use(
    page,
    async ({ Summarizer }, text) => {
      const summarizer = await Summarizer.create();
      const end = (/** @type {any} */ reader) => reader.read().then((/** @type {{ done: boolean }} */ { done }) => (done ? 'done' : 'a sentence'), (/** @type {any} */ reason) => reason.name ?? reason);
      const one = new AbortController();
      const aborted = summarizer.summarizeStreaming(text, { signal: one.signal }).getReader();
      const first = await end(aborted);
      one.abort('enough');
      const early = new AbortController();
      const before = summarizer.summarizeStreaming(text, { signal: early.signal });
      early.abort('at once');
      const late = new AbortController();
      const whole = summarizer.summarizeStreaming(text, { signal: late.signal }).getReader();
      const seen = [await end(whole), await end(whole), await end(whole)];
      late.abort('too late');
      const cancelled = summarizer.summarizeStreaming(text);
      await cancelled.cancel();
      const destroyed = summarizer.summarizeStreaming(text).getReader();
      const sentence = await end(destroyed);
      summarizer.destroy();
      return [first, await end(aborted), await end(before.getReader()), ...seen, await end(whole), await end(cancelled.getReader()), sentence, await end(destroyed)];
    },
    TEXT,
  );
  const sentence = 'a sentence';
  assert.deepEqual(outcome, [sentence, 'enough', 'at once', sentence, sentence, sentence, 'done', 'done', sentence, 'AbortError']);
});

behaviour('a stream is iterated in every browser, and cancelled where the loop is left', async (page) => {
  await open(page);
  const outcome = await use(
    page,
    async ({ Summarizer }, text) => {
      const summarizer = await Summarizer.create({ format: 'plain-text' });
      const all = [];
      for await (const sentence of summarizer.summarizeStreaming(text)) all.push(sentence);
      const left = summarizer.summarizeStreaming(text);
      // Left after its first sentence.
      for await (const sentence of left) {
        all.push(sentence);
        break;
      }
      const { done } = await left.getReader().read();
      const control = new AbortController();
      const errored = async () => {
        for await (const sentence of summarizer.summarizeStreaming(text, { signal: control.signal })) control.abort(sentence);
      };
      return [all.length, all.slice(0, 3).join('') === (await summarizer.summarize(text)), all[3] === all[0], done, (await errored().catch((reason) => reason)) === all[0]];
    },
    TEXT,
  );
  assert.deepEqual(outcome, [4, true, true, true, true]);
});

behaviour('no progress is reported after an abort, at the beginning or at the end', async (page) => {
  await open(page);
  for (const at of [0, 1]) {
    for (const round of [1, 2]) {
      const outcome = await use(
        page,
        async ({ Summarizer }, at) => {
          const control = new AbortController();
          const heard = /** @type {number[]} */ ([]);
          const reason = await Summarizer.create({
            signal: control.signal,
            monitor: (/** @type {any} */ monitor) =>
              monitor.addEventListener('downloadprogress', (/** @type {ProgressEvent} */ { loaded }) => {
                heard.push(loaded);
                if (loaded === at) Promise.resolve().then(() => control.abort('enough'));
              }),
          }).catch((/** @type {unknown} */ reason) => reason);
          await new Promise((done) => setTimeout(done, 200));
          return [reason, ...heard];
        },
        at,
      );
      assert.deepEqual(outcome, ['enough', ...[0, 1].slice(0, at + 1)], `at ${at}, round ${round}`);
    }
  }
});

behaviour(
  'what a progress handler throws is reported, and the summarizer is made all the same',
  async (page) => {
    await page.openHTML(pageOf('<p>Nothing</p>', { script: '/pages/progress.js' }), { defined: false });
    const { made, heard, reported } = await page.until(() => /** @type {any} */ (globalThis).outcome);
    assert.equal(made, '[object Summarizer]');
    assert.deepEqual(heard, ['handler', 'listener', 'handler', 'listener']);
    // Not in the same order in every engine.
    assert.deepEqual(reported.map((/** @type {string} */ message) => message.replace(/^.*?(\w+) failed.*$/, '$1')).sort(), heard.toSorted());
  },
  { allows: /(handler|listener) failed/ },
);

behaviour('ondownloadprogress is an event handler: any object or null, in the place of its first setting', async (page) => {
  await open(page);
  const outcome = await use(page, async ({ Summarizer }) => {
    const seen = /** @type {unknown[]} */ ([]);
    await Summarizer.create({
      monitor(/** @type {any} */ monitor) {
        const hear = (/** @type {string} */ name) => () => seen.push(name);
        seen.push(monitor.ondownloadprogress);
        for (const value of [7, 'x', undefined, Symbol()]) {
          monitor.ondownloadprogress = value;
          seen.push(monitor.ondownloadprogress);
        }
        const object = {};
        monitor.ondownloadprogress = object;
        seen.push(monitor.ondownloadprogress === object);
        monitor.ondownloadprogress = null;
        monitor.addEventListener('downloadprogress', hear('before'));
        monitor.ondownloadprogress = hear('old');
        monitor.addEventListener('downloadprogress', hear('after'));
        monitor.ondownloadprogress = function (/** @type {ProgressEvent} */ event) {
          seen.push(this === monitor && event.target === monitor && event.lengthComputable && !event.cancelable && !event.bubbles);
        };
      },
    });
    return seen;
  });
  const round = ['before', true, 'after'];
  assert.deepEqual(outcome, [null, null, null, null, null, true, ...round, ...round]);
});

const GERMAN = 'Der Stadtrat von Lindholm hat am Montag beschlossen, den Hafen im Frühjahr zu schließen. Die Arbeiten kosten vierzig Millionen Kronen und dauern zwei Jahre, wie die Bürgermeisterin sagte.';
const NORWEGIAN = 'Havnemyndighetene i Lindholm sa på mandag at havnen skal stenges til våren. Arbeidet koster førti millioner kroner og tar to år, og fiskerne frykter for torsken som gyter i bukta.';
const FINNISH = 'Lindholmin satama suljetaan ensi keväänä, kertoi satamaviranomainen maanantaina. Työ maksaa neljäkymmentä miljoonaa kruunua ja kestää kaksi vuotta, mikä huolestuttaa kalastajia.';

behaviour('an outputLanguage other than that of the input is refused', async (page) => {
  await open(page);
  const cases = /** @type {[string, object, string][]} */ ([
    [TEXT, { outputLanguage: 'en' }, 'made'],
    [TEXT, { outputLanguage: 'en-GB', expectedInputLanguages: ['en', 'de'] }, 'made'],
    [TEXT, { outputLanguage: 'de' }, 'NotSupportedError'],
    [TEXT, { outputLanguage: 'fi' }, 'NotSupportedError'],
    [TEXT, { outputLanguage: 'de', expectedInputLanguages: ['de', 'en'] }, 'NotSupportedError'],
    [GERMAN, { outputLanguage: 'de-AT' }, 'made'],
    [GERMAN, { outputLanguage: 'en', expectedInputLanguages: ['en'] }, 'NotSupportedError'],
    [NORWEGIAN, { outputLanguage: 'nb' }, 'made'],
    [NORWEGIAN, { outputLanguage: 'no', expectedInputLanguages: ['no'] }, 'made'],
    [FINNISH, { outputLanguage: 'fi' }, 'made'],
    [FINNISH, { outputLanguage: 'fi', expectedInputLanguages: ['fi'] }, 'made'],
    // A language that the core does not know is what the page says it is.
    [TEXT, { outputLanguage: 'sco', expectedInputLanguages: ['sco'] }, 'made'],
    [TEXT, {}, 'made'],
    ['', { outputLanguage: 'de' }, 'made'],
  ]);
  for (const [text, options, expected] of cases) {
    const outcome = await use(
      page,
      async ({ Summarizer }, text, options) => {
        const summarizer = await Summarizer.create(options);
        const error = (/** @type {Error} */ { name }) => name;
        const streamed = summarizer.summarizeStreaming(text).getReader().read();
        return [await summarizer.summarize(text).then(() => 'made', error), await summarizer.extract(text).then(() => 'made', error), await streamed.then(() => 'made', error)];
      },
      text,
      options,
    );
    assert.deepEqual(outcome, [expected, expected, expected], `${JSON.stringify(options)} ${text}`);
  }
});

behaviour('extract() gives the whole result of what summarize() shows', async (page) => {
  await open(page);
  const { result, summary } = await use(
    page,
    async ({ Summarizer }, text) => {
      const summarizer = await Summarizer.create({ type: 'tldr', format: 'plain-text', length: 'medium' });
      return { result: await summarizer.extract(text), summary: await summarizer.summarize(text) };
    },
    TEXT,
  );
  assert.equal(result.sentences.map((/** @type {{ text: string }} */ { text }) => text).join(' '), summary);
  for (const { text, offset, length, rankScore, signals } of result.sentences) {
    assert.equal(TEXT.slice(offset, offset + length), text);
    assert.ok(rankScore > 0 && rankScore <= 1 && Object.keys(signals).length > 0);
  }
  assert.equal(result.language, 'en');
  assert.ok(result.entities.some((/** @type {{ name: string }} */ { name }) => name === 'Lindholm'), JSON.stringify(result.entities));
});

/** An empty module, which does not fit the glue. */
const EMPTY_WASM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

behaviour(
  'failures have the names of the draft, and all others are an UnknownError',
  async (page) => {
    await open(page);
    const failure = async () => {
      const { name, isDOM } = await use(page, async ({ Summarizer }) => void (await Summarizer.create()));
      return [name, isDOM];
    };
    for (const [answer, name] of /** @type {const} */ ([
      [broken.missing, 'NetworkError'],
      [broken.html, 'NetworkError'],
      [broken.htmlAsWasm, 'NetworkError'],
      [broken.hungUp, 'NetworkError'],
    ])) {
      const restore = page.answer(/\.wasm$/, answer);
      assert.deepEqual(await failure(), [name, true]);
      restore();
    }
    page.answer(/\.wasm$/, (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/wasm' });
      response.end(EMPTY_WASM);
      return true;
    });
    assert.deepEqual(await failure(), ['UnknownError', true]);
  },
  { allows: /nutgraf|Failed to load resource|wasm|WebAssembly/i },
);

behaviour(
  'a policy against WebAssembly is a NotAllowedError',
  async (page) => {
    page.setPolicy(CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", ''));
    await page.openHTML(pageOf('<p>Nothing</p>', { script: '/pages/making.js' }), { defined: false });
    assert.deepEqual(await page.until(() => /** @type {any} */ (globalThis).outcome), ['NotAllowedError', true]);
  },
  { allows: /policy|nutgraf|WebAssembly|wasm/i },
);

behaviour('a permissions policy against summarizers is respected where the browser tells it', async (page) => {
  await open(page);
  const outcome = await use(page, async ({ Summarizer }) => {
    const outcome = [];
    const policies = [
      ['permissionsPolicy', ['camera'], false],
      ['permissionsPolicy', ['camera', 'summarizer'], true],
      ['permissionsPolicy', ['camera', 'summarizer'], false],
      ['permissionsPolicy', undefined, false],
      ['featurePolicy', ['summarizer'], false],
      ['featurePolicy', [], false],
    ];
    for (const [name, features, allowed] of policies) {
      const policy = features && { features: () => features, allowsFeature: (/** @type {string} */ feature) => feature === 'summarizer' && allowed };
      Object.defineProperty(document, /** @type {string} */ (name), { value: policy, configurable: true });
      outcome.push([await Summarizer.availability(), await Summarizer.create().then(String, (/** @type {Error} */ error) => error.name)]);
    }
    return outcome;
  });
  const made = '[object Summarizer]';
  const refused = ['unavailable', 'NotAllowedError'];
  assert.deepEqual(outcome, [['downloadable', made], ['available', made], refused, ['available', made], refused, ['available', made]]);
});

behaviour('the document of a removed frame has no summarizers', async (page) => {
  page.setPolicy(CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'"));
  page.serve('/frame.html', pageOf('<p>In a frame</p>', { script: '/dist/summarizer.js', attributes: 'data-install="always"' }));
  await page.openHTML(pageOf('<p>Nothing</p>'), { defined: false });
  const outcome = await page.run(async () => {
    const frame = document.createElement('iframe');
    frame.src = '/frame.html';
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    document.body.append(frame);
    await loaded;
    const { Summarizer } = /** @type {any} */ (frame.contentWindow);
    const made = await Summarizer.create();
    frame.remove();
    const told = async (/** @type {() => any} */ work) => {
      try {
        const value = work();
        // To await it would leave the rest to the frame's window, which runs nothing any more.
        const name = await new Promise((done) => value.then(done, (/** @type {Error} */ error) => done(error.name)));
        return `rejected ${name}`;
      } catch (error) {
        return `thrown ${/** @type {Error} */ (error).name}`;
      }
    };
    return [
      await told(() => Summarizer.create()),
      await told(() => Summarizer.availability()),
      await told(() => made.summarize('It rained.')),
      await told(() => made.measureInputUsage('It rained.')),
      await told(() => made.extract('It rained.')),
      await told(() => made.summarizeStreaming('It rained.')),
    ];
  });
  assert.deepEqual(outcome, [...Array.from({ length: 5 }, () => 'rejected InvalidStateError'), 'thrown InvalidStateError']);
});
