/** The widget's labels: the files of the languages, what the documentation says of them, and the site's own over them. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { ROOT } from '../../scripts/environment.mjs';

/** @typedef {import('../../www/labels.js').Labels} Labels */

const FOLDER = `${ROOT}/www/labels`;
const TAGS = readdirSync(FOLDER).map((name) => name.replace('.json', ''));

/** @param {string} tag @returns {Labels} */
const labelsOf = (tag) => JSON.parse(readFileSync(`${FOLDER}/${tag}.json`, 'utf8'));
const ENGLISH = labelsOf('en');

/** The texts by the names of their labels. @param {object} labels @param {string} [path] @returns {[name: string, text: string][]} */
const textsOf = (labels, path = '') =>
  Object.entries(labels).flatMap(([name, value]) => (typeof value === 'object' ? textsOf(value, `${path}${name}.`) : [[path + name, value]]));

/** @param {string} text */
const placeholdersOf = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');

/** The names and placeholders of the labels; which forms `ready` has is the language's matter. @param {Labels} labels */
const shapeOf = (labels) => textsOf({ ...labels, ready: {} }).map(([name, text]) => `${name} ${placeholdersOf(text)}`).sort();

for (const tag of TAGS) {
  test(`labels in ${tag}: all of them, with their placeholders and forms`, () => {
    const labels = labelsOf(tag);
    assert.equal(labels.lang, tag);
    assert.equal(Intl.getCanonicalLocales(tag)[0], tag);
    assert.equal(labels.dir, /^(ar|fa)/.test(tag) ? 'rtl' : 'ltr');
    assert.deepEqual(shapeOf(labels), shapeOf(ENGLISH));
    for (const [name, text] of textsOf(labels)) {
      assert.match(text, /^\S(.*\S)?$/, name);
      assert.equal(text, text.normalize('NFC'), name);
    }
    // Every form that a summary's number of sentences can take is there.
    const rules = new Intl.PluralRules(tag);
    for (let count = 1; count <= 50; count++) assert.ok(rules.select(count) in labels.ready, `${count}`);
    for (const form of Object.values(labels.ready)) assert.ok(['', '{count}'].includes(placeholdersOf(form)), form);
    assert.equal(placeholdersOf(labels.ready.other), '{count}');
  });

  test(`labels in ${tag}: no line begins with a unit or a mark, nor ends with a word of one letter`, () => {
    const labels = labelsOf(tag);
    assert.doesNotMatch(labels.saved, /\{minutes\} /);
    for (const [name, text] of textsOf(labels)) {
      assert.doesNotMatch(text, / [?!:;…»ๆ]/, name);
      if (/^fr/.test(tag)) assert.doesNotMatch(text, /[^\u202f][?!;]|[^\u00a0]:/, name);
      if (/^(pl|cs|ru|uk)/.test(tag)) assert.doesNotMatch(text, /(^|[^\p{L}\d’])\p{L} /u, name);
    }
  });
}

test('there are labels for every language that has a language pack, and for English', () => {
  const packs = readdirSync(`${ROOT}/src/language/lexicon`).map((name) => name.replace('.txt', ''));
  assert.deepEqual(packs.filter((code) => !TAGS.includes(code)), []);
});

test('the documentation lists every label, with its English text', () => {
  const page = readFileSync(`${ROOT}/docs/widget.md`, 'utf8');
  const rows = [...page.matchAll(/^\| `([\w.-]+)` \| “(.*?)” \| (.+) \|$/gm)].map(([, name, text, meaning]) => ({ name, text, meaning }));
  assert.deepEqual(rows.map(({ name, text }) => [name, text]), textsOf(ENGLISH).map(([name, text]) => [name, text.replace(/\u00a0/g, ' ')]));
  for (const { name, text, meaning } of rows) for (const placeholder of text.match(/\{\w+\}/g) ?? []) assert.ok(meaning.includes(`\`${placeholder}\``), name);
});

/** @type {(base: object, own: unknown, session: object) => Promise<any>} */
const customize = (await import(`${ROOT}/www/dist/custom-labels.js`)).customize;

/**
 * What is made of a widget's own labels, and what the developers are told.
 *
 * @param {unknown} own
 * @param {{ base?: object, page?: string, files?: Record<string, Response> }} [options] `page`: what `data-labels` says
 */
const customized = async (own, { base = ENGLISH, page, files = {} } = {}) => {
  /** @type {string[]} */
  const warnings = [];
  const { warn } = console;
  console.warn = (message) => warnings.push(message);
  const document = { querySelector: () => (page === undefined ? null : { dataset: { labels: page } }) };
  Object.assign(globalThis, { document });
  try {
    const labels = await customize(base, own, { get: async (/** @type {string} */ url) => files[url] ?? new Response('', { status: 404 }) });
    return { labels: { ...labels, question: labels.question.trim() }, warnings };
  } finally {
    console.warn = warn;
    Reflect.deleteProperty(globalThis, 'document');
  }
};

test('labels of a site replace those that they name, also in groups, and no others', async () => {
  const german = labelsOf('de');
  const { labels, warnings } = await customized({ call: '<b>Kurz</b>', kinds: { opinion: 'Ansicht' }, signals: { cue: 'Neu' }, errors: { csp: 'Verboten' } }, { base: german });
  assert.deepEqual(warnings, []);
  const { kinds, signals, errors } = german;
  assert.deepEqual(labels, { ...german, call: '<b>Kurz</b>', kinds: { ...kinds, opinion: 'Ansicht' }, signals: { ...signals, cue: 'Neu' }, errors: { ...errors, csp: 'Verboten' } });
  assert.equal(labelsOf('de').signals.cue, signals.cue);
});

test('labels of a widget go over those of the page; JSON stands in the page or at an address', async () => {
  const files = { '/labels.json': Response.json({ call: 'of the page', hide: 'of the page' }) };
  const { labels } = await customized({ call: 'of the widget' }, { page: '/labels.json', files });
  assert.deepEqual([labels.call, labels.hide, labels.retry], ['of the widget', 'of the page', 'Try again']);
  // It is fetched once.
  assert.equal((await customized('/labels.json')).labels.call, 'of the page');
  assert.equal((await customized(null, { page: ' {"call": "here"}' })).labels.call, 'here');
});

test('a space follows the question, unless full-width punctuation has it', async () => {
  for (const [question, shown] of [['Eilig?', 'Eilig? '], ['急いでいますか？', '急いでいますか？'], ['読む時間がないときは', '読む時間がないときは '], ['', '']]) {
    Object.assign(globalThis, { document: { querySelector: () => null } });
    assert.equal((await customize(ENGLISH, { question }, {})).question, shown);
  }
  Reflect.deleteProperty(globalThis, 'document');
  for (const tag of TAGS.filter((other) => other !== 'en')) {
    const { question } = (await import(`${ROOT}/www/dist/labels/${tag.toLowerCase()}.js`)).default;
    assert.match(question, /^zh/.test(tag) ? /？$/ : /\S $/);
  }
});

test('English completes labels of a language that lack some, as files of an older version do', async () => {
  const { labels } = await customized({ call: 'Zeigen' }, { base: { lang: 'de', dir: 'ltr', question: 'Eilig?' } });
  assert.deepEqual([labels.call, labels.question, labels.copy, labels.lang], ['Zeigen', 'Eilig?', 'Copy', 'de']);
});

test('a language that the widget lacks brings its tag, direction and plural forms', async () => {
  const hebrew = { lang: 'he', ready: { one: 'משפט אחד', two: 'שני משפטים', other: '{count} משפטים' } };
  const { labels, warnings } = await customized(hebrew);
  assert.deepEqual(warnings, []);
  assert.deepEqual([labels.lang, labels.dir, labels.ready], ['he', 'rtl', hebrew.ready]);
  assert.equal((await customized({ lang: 'nb' }, { base: labelsOf('ar') })).labels.dir, 'ltr');
  assert.equal((await customized({ lang: 'az', dir: 'rtl' })).labels.dir, 'rtl');
});

test('a placeholder may be left out, and so may the texts that others stand beside', async () => {
  const custom = { question: '', saved: '', unchanged: '', truncated: '', region: 'In brief', mention: 'Mention {number}' };
  const { labels, warnings } = await customized(custom);
  assert.deepEqual(warnings, []);
  assert.deepEqual(labels, { ...ENGLISH, ...custom });
});

for (const [what, source, told] of /** @type {[string, unknown, RegExp][]} */ ([
  ['an unknown key', { cal: 'In brief' }, /“cal” is no label$/],
  ['an unknown key in a group', { signals: { luck: 'Luck' } }, /“signals\.luck” is no label$/],
  ['a wrong placeholder', { saved: 'Saves {minute} min' }, /“saved” has no value for \{minute\}, but for \{minutes\}$/],
  ['a placeholder where there is none', { call: 'Read {count} sentences' }, /“call” has no value for \{count\}$/],
  ['a wrong placeholder in a plural form', { ready: { one: '{n} sentence', other: '{count} sentences' } }, /“ready\.one” has no value for \{n\}/],
  ['a number', { copy: 1 }, /“copy” must be a text$/],
  ['null', { print: null }, /“print” must be a text$/],
  ['an empty name of a button', { copy: ' ' }, /“copy” must not be empty$/],
  ['a text for a group', { errors: 'Oh!' }, /“errors” must be an object$/],
  ['a language that is none', { lang: 'my language' }, /“my language” is no language tag/],
  ['a direction that is none', { dir: 'up' }, /“dir” must be “ltr” or “rtl”$/],
  ['forms without the last', { ready: { one: 'One sentence' } }, /“ready\.other” is missing$/],
  ['a form that is none', { ready: { several: 'Some', other: '{count}' } }, /“ready\.several” is no label$/],
  ['a list', ['In brief'], /must be an object$/],
  ['JSON that is none', '{"call": ', /\{"call":\s+cannot be read \(/],
  ['a file that is not there', '/nowhere.json', /\/nowhere\.json cannot be read \(the answer is 404\)$/],
  ['an object that cannot be read', new Proxy({}, { ownKeys: () => assert.fail('closed') }), /those of a widget cannot be read \(closed\)$/],
  ["an object's prototype", JSON.parse('{"__proto__": {"call": "In brief"}, "constructor": "In brief"}'), /“__proto__” is no label$/],
])) {
  test(`labels with ${what}: the language's stay, and the console says why`, async () => {
    const { labels, warnings } = await customized(source);
    assert.ok(warnings.some((warning) => /^nutgraf: labels: /.test(warning) && told.test(warning)), `${warnings}`);
    const { ready, ...others } = labels;
    assert.deepEqual({ ...others, ready: ENGLISH.ready }, ENGLISH);
    assert.ok(ready.other.includes('{count}'));
    // Once is enough, however many widgets there are.
    assert.deepEqual((await customized(source)).warnings, []);
  });
}
