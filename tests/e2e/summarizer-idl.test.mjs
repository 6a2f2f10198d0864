/** Each row of the Summarizer's IDL: the form of its members, and what Web IDL makes of the values that they are given. */
import assert from 'node:assert/strict';
import { behaviour, setUp } from './harness.mjs';
import { TEXT, open, use } from './summarizer-page.mjs';

setUp();

/** `length` of an operation counts the arguments that it needs. `extract` is beyond the draft. */
const OPERATIONS = { summarize: 1, summarizeStreaming: 1, measureInputUsage: 1, destroy: 0, extract: 1 };
const STATICS = { availability: 0, create: 0 };
const ATTRIBUTES = ['sharedContext', 'type', 'format', 'length', 'preference', 'expectedInputLanguages', 'expectedContextLanguages', 'outputLanguage', 'inputQuota'];

behaviour('the interfaces have the members of the draft, in the form of Web IDL', async (page) => {
  await open(page);
  const form = await use(page, ({ Summarizer, CreateMonitor }) => {
    const members = (/** @type {any} */ object) =>
      Object.fromEntries(
        Object.entries(Object.getOwnPropertyDescriptors(object)).map(([name, { value, get, set, ...flags }]) => [
          name,
          { ...flags, ...(get ? { get: get.name, set: set?.name } : { length: typeof value === 'function' ? value.length : null }) },
        ]),
      );
    const own = (/** @type {any} */ type) => {
      const { length, name, prototype } = Object.getOwnPropertyDescriptors(type);
      const tag = Object.getOwnPropertyDescriptor(type.prototype, Symbol.toStringTag);
      return { length, name, prototype: { ...prototype, value: null }, tag };
    };
    return {
      types: [own(Summarizer), own(CreateMonitor)],
      enumerable: [Object.keys(Summarizer), Object.keys(Summarizer.prototype), Object.keys(CreateMonitor.prototype)],
      members: members(Summarizer.prototype),
      statics: members(Summarizer),
      monitor: members(CreateMonitor.prototype),
      parents: [Object.getPrototypeOf(CreateMonitor) === EventTarget, Object.getPrototypeOf(Summarizer) === Function.prototype],
    };
  });
  for (const [at, name] of ['Summarizer', 'CreateMonitor'].entries()) {
    const constant = { writable: false, enumerable: false };
    assert.deepEqual(form.types[at], {
      length: { value: 0, ...constant, configurable: true },
      name: { value: name, ...constant, configurable: true },
      prototype: { value: null, ...constant, configurable: false },
      tag: { value: name, ...constant, configurable: true },
    });
  }
  const operation = (/** @type {number} */ length) => ({ writable: true, enumerable: true, configurable: true, length });
  for (const [name, length] of Object.entries(STATICS)) assert.deepEqual(form.statics[name], operation(length), name);
  for (const [name, length] of Object.entries(OPERATIONS)) assert.deepEqual(form.members[name], operation(length), name);
  for (const name of ATTRIBUTES) assert.deepEqual({ set: null, ...form.members[name] }, { enumerable: true, configurable: true, get: `get ${name}`, set: null }, name);
  assert.deepEqual(form.monitor.ondownloadprogress, { enumerable: true, configurable: true, get: 'get ondownloadprogress', set: 'set ondownloadprogress' });
  assert.deepEqual(
    form.enumerable.map((/** @type {string[]} */ names) => names.sort()),
    [Object.keys(STATICS).sort(), [...Object.keys(OPERATIONS), ...ATTRIBUTES].sort(), ['ondownloadprogress']],
  );
  assert.deepEqual(form.parents, [true, true]);
});

behaviour('nothing but create() makes a Summarizer or a CreateMonitor, and its members work on no other object', async (page) => {
  await open(page);
  const outcome = await use(
    page,
    async ({ Summarizer, CreateMonitor }, attributes, operations) => {
      const told = async (/** @type {() => any} */ work) => {
        try {
          const value = work();
          if (!(value instanceof Promise)) return value === undefined ? 'undefined' : typeof value;
          return await value.then(() => 'resolved', (/** @type {Error} */ error) => `rejected ${error.name}`);
        } catch (error) {
          return `thrown ${/** @type {Error} */ (error).name}`;
        }
      };
      const outcome = /** @type {Record<string, string>} */ ({});
      for (const [at, foreign] of [{}, Summarizer.prototype, undefined, 7].entries()) {
        for (const name of attributes) {
          const { get } = /** @type {any} */ (Object.getOwnPropertyDescriptor(Summarizer.prototype, name));
          outcome[`get ${name} ${at}`] = await told(() => get.call(foreign));
        }
        for (const name of operations) outcome[`${name} ${at}`] = await told(() => Summarizer.prototype[name].call(foreign, 'It rained.'));
      }
      outcome.construct = await told(() => new Summarizer());
      outcome.call = await told(() => Summarizer());
      outcome.monitor = await told(() => new CreateMonitor());
      outcome.handler = await told(() => CreateMonitor.prototype.ondownloadprogress);
      const summarizer = await Summarizer.create();
      outcome.readonly = await told(() => {
        'use strict';
        summarizer.type = 'tldr';
      });
      return outcome;
    },
    ATTRIBUTES,
    Object.keys(OPERATIONS),
  );
  for (const [name, result] of Object.entries(outcome)) {
    const isPromise = /^(summarize|measureInputUsage|extract) /.test(name);
    assert.equal(result, isPromise ? 'rejected TypeError' : 'thrown TypeError', name);
  }
});

/**
 * Values of options as sources of JavaScript, since symbols cannot be sent, each with the error or with what an attribute
 * of the summarizer is then.
 *
 * @type {[options: string, expected: string | Record<string, unknown>][]}
 */
const OPTIONS = [
  ['undefined', { type: 'key-points', format: 'markdown', length: 'short', preference: 'auto', sharedContext: '' }],
  ['null', { type: 'key-points', expectedInputLanguages: null, expectedContextLanguages: null, outputLanguage: null }],
  ['{}', { type: 'key-points' }],
  // Objects, but their length is none of a summary's.
  ['[]', 'TypeError'],
  ['() => {}', 'TypeError'],
  ['new Map()', { type: 'key-points' }],
  ['7', 'TypeError'],
  ['true', 'TypeError'],
  ['"tldr"', 'TypeError'],
  ['""', 'TypeError'],
  ['Symbol()', 'TypeError'],
  ['7n', 'TypeError'],
  ['{ type: undefined }', { type: 'key-points' }],
  ['{ type: null }', 'TypeError'],
  ['{ type: "TLDR" }', 'TypeError'],
  ['{ type: "" }', 'TypeError'],
  ['{ type: Symbol() }', 'TypeError'],
  ['{ type: { toString: () => "teaser" } }', { type: 'teaser' }],
  ['{ type: ["headline"] }', { type: 'headline' }],
  ['{ get type() { throw new RangeError("mine"); } }', 'RangeError'],
  ['Object.create({ type: "tldr" })', { type: 'tldr' }],
  ['{ format: "html" }', 'TypeError'],
  ['{ format: "plain-text" }', { format: 'plain-text' }],
  ['{ length: 3 }', 'TypeError'],
  ['{ length: "long" }', { length: 'long' }],
  ['{ preference: "speed" }', { preference: 'speed' }],
  ['{ preference: "capability" }', { preference: 'capability' }],
  ['{ preference: "quality" }', 'TypeError'],
  ['{ preference: null }', 'TypeError'],
  ['{ expectedInputLanguages: [] }', { expectedInputLanguages: null }],
  ['{ expectedInputLanguages: ["EN-us", "en-US", "fr"] }', { expectedInputLanguages: ['en-US', 'fr'] }],
  ['{ expectedInputLanguages: new Set(["en"]) }', { expectedInputLanguages: ['en'] }],
  ['{ expectedInputLanguages: { *[Symbol.iterator]() { yield "de"; } } }', { expectedInputLanguages: ['de'] }],
  ['{ expectedInputLanguages: [["en"]] }', { expectedInputLanguages: ['en'] }],
  ['{ expectedInputLanguages: "en" }', 'TypeError'],
  ['{ expectedInputLanguages: new String("en") }', 'RangeError'],
  ['{ expectedInputLanguages: { 0: "en", length: 1 } }', 'TypeError'],
  ['{ expectedInputLanguages: { [Symbol.iterator]: 7 } }', 'TypeError'],
  ['{ expectedInputLanguages: null }', 'TypeError'],
  ['{ expectedInputLanguages: 7 }', 'TypeError'],
  ['{ expectedInputLanguages: [Symbol()] }', 'TypeError'],
  ['{ expectedInputLanguages: ["en_US"] }', 'RangeError'],
  ['{ expectedContextLanguages: ["en"] }', { expectedContextLanguages: ['en'] }],
  ['{ expectedContextLanguages: [] }', { expectedContextLanguages: null }],
  ['{ expectedContextLanguages: {} }', 'TypeError'],
  ['{ outputLanguage: "ZH-hant-tw" }', { outputLanguage: 'zh-Hant-TW' }],
  ['{ outputLanguage: undefined }', { outputLanguage: null }],
  ['{ outputLanguage: "" }', 'RangeError'],
  ['{ outputLanguage: Symbol() }', 'TypeError'],
  ['{ expectedInputLanguages: ["en"], outputLanguage: "de" }', 'NotSupportedError'],
];

/** Options of `create` alone. @type {typeof OPTIONS} */
const CREATE_OPTIONS = [
  ['{ sharedContext: 7 }', { sharedContext: '7' }],
  ['{ sharedContext: null }', { sharedContext: 'null' }],
  ['{ sharedContext: Symbol() }', 'TypeError'],
  ['{ signal: null }', 'TypeError'],
  ['{ signal: {} }', 'TypeError'],
  ['{ signal: new AbortController() }', 'TypeError'],
  ['{ signal: AbortSignal.abort() }', 'AbortError'],
  ['{ signal: AbortSignal.abort(), type: "haiku" }', 'TypeError'],
  ['{ monitor: null }', 'TypeError'],
  ['{ monitor: {} }', 'TypeError'],
  ['{ monitor() { throw new RangeError("mine"); } }', 'RangeError'],
  ['{ monitor() { return Promise.resolve(); } }', { type: 'key-points' }],
];

/** @param {import('./harness.mjs').Page} page @param {string} call an expression with Summarizer and `options` @param {string} options */
const outcomeOf = (page, call, options) =>
  page.driver.executeScript(`return import('/dist/summarizer.js').then(async ({ Summarizer }) => {
    let promise;
    try {
      promise = ((options) => ${call})(${options});
    } catch (error) {
      return 'thrown ' + error.name;
    }
    return promise.then((made) => made instanceof Summarizer
      ? Object.fromEntries(${JSON.stringify(ATTRIBUTES)}.map((name) => [name, made[name]]).map(([name, value]) => [name, value === undefined ? 'undefined' : value]))
      : made, (error) => error.name);
  })`);

behaviour('create() takes what Web IDL takes for its dictionary, and refuses the rest by a rejection', async (page) => {
  await open(page);
  for (const [options, expected] of [...OPTIONS, ...CREATE_OPTIONS]) {
    const outcome = /** @type {any} */ (await outcomeOf(page, 'Summarizer.create(options)', options));
    if (typeof expected === 'string') assert.equal(outcome, expected, options);
    else for (const [name, value] of Object.entries(expected)) assert.deepEqual(outcome[name], value, `${options}: ${name} of ${JSON.stringify(outcome)}`);
  }
});

behaviour('availability() takes the same, without what is for create() alone', async (page) => {
  await open(page);
  for (const [options, expected] of [...OPTIONS, ...CREATE_OPTIONS.map(([options]) => /** @type {const} */ ([options, {}]))]) {
    const outcome = await outcomeOf(page, 'Summarizer.availability(options)', options);
    if (/haiku/.test(options)) assert.equal(outcome, 'TypeError');
    else if (expected === 'NotSupportedError') assert.equal(outcome, 'unavailable');
    else assert.equal(outcome, typeof expected === 'string' ? expected : 'downloadable', options);
  }
});

behaviour('members of options are read once each, those of the inherited dictionary first, by name', async (page) => {
  await open(page);
  const read = await use(page, async ({ Summarizer }) => {
    const read = /** @type {PropertyKey[]} */ ([]);
    const spy = () =>
      new Proxy(
        {},
        {
          get: (_, name) => {
            read.push(name);
          },
        },
      );
    const summarizer = await Summarizer.create(spy());
    await summarizer.summarize('It rained.', spy());
    return read;
  });
  const core = ['expectedContextLanguages', 'expectedInputLanguages', 'format', 'length', 'outputLanguage', 'preference', 'type'];
  assert.deepEqual(read, [...core, 'monitor', 'sharedContext', 'signal', 'worker', 'context', 'signal']);
});

behaviour('operations convert their arguments: what is missing or a symbol is a TypeError, all else is a string', async (page) => {
  await open(page);
  const calls = ['()', '(Symbol())', '("It rained.", 7)', '("It rained.", "x")', '("It rained.", { context: Symbol() })', '("It rained.", { signal: {} })', '("It rained.", { signal: null })'];
  for (const operation of ['summarize', 'measureInputUsage', 'extract']) {
    for (const call of calls) {
      assert.equal(await outcomeOf(page, `Summarizer.create().then((made) => { const promise = made.${operation}${call}; return promise.then(() => 'done'); })`, ''), 'TypeError', operation + call);
    }
  }
  for (const call of calls) {
    const outcome = await outcomeOf(page, `Summarizer.create().then((made) => { try { made.summarizeStreaming${call}; } catch (error) { return 'thrown ' + error.name; } })`, '');
    assert.equal(outcome, 'thrown TypeError', call);
  }
  const usages = await outcomeOf(page, 'Summarizer.create().then((made) => Promise.all([undefined, null, 7, true, ["a", "b"], { toString: () => "abcd" }, ""].map((input) => made.measureInputUsage(input, null))))', '');
  assert.deepEqual(usages, [9, 4, 1, 4, 3, 4, 1]);
  const summaries = await outcomeOf(page, 'Summarizer.create().then((made) => Promise.all([made.summarize("It rained.", undefined), made.summarize("It rained.", { context: 7, signal: undefined })]))', '');
  assert.deepEqual(summaries, ['* It rained.', '* It rained.']);
});

behaviour('lists of languages are frozen, and stay the same object', async (page) => {
  await open(page);
  const frozen = await use(page, async ({ Summarizer }) => {
    const given = ['en'];
    const made = await Summarizer.create({ expectedInputLanguages: given, expectedContextLanguages: given });
    given.push('fr');
    return [
      Object.isFrozen(made.expectedInputLanguages),
      Object.isFrozen(made.expectedContextLanguages),
      made.expectedInputLanguages === made.expectedInputLanguages,
      made.expectedInputLanguages.length,
    ];
  });
  assert.deepEqual(frozen, [true, true, true, 1]);
});

behaviour('a signal of another window counts', async (page) => {
  await open(page);
  const reasons = await use(
    page,
    async ({ Summarizer }, text) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const control = new /** @type {any} */ (frame.contentWindow).AbortController();
      const made = await Summarizer.create({ signal: control.signal });
      const under = made.summarize(text).catch((/** @type {unknown} */ reason) => reason);
      control.abort('elsewhere');
      return [await under, await made.summarize(text).catch((/** @type {unknown} */ reason) => reason)];
    },
    TEXT,
  );
  assert.deepEqual(reasons, ['elsewhere', 'elsewhere']);
});
