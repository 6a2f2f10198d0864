/** The package as npm packs it: what checkers say of it, what is in it, and its types in frameworks. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { environment, ROOT } from '../../scripts/environment.mjs';

const WORK = `${ROOT}/target/tarball`;
/** The unpacked package, where a project has it. */
const PACKAGE = `${WORK}/node_modules/nutgraf`;
/** What a framework's project has beside it. */
const NEIGHBOURS = ['react', 'preact', 'vue', 'svelte', '@types/react', '@vue', 'csstype'];

/** @param {string} command @param {string[]} args @param {string} [cwd] */
const run = (command, args, cwd = WORK) => spawnSync(command, args, { cwd, env: environment, encoding: 'utf8' });

/** @param {string} command @param {string[]} args @param {string} [cwd] */
const succeed = (command, args, cwd) => {
  const { status, error, stdout, stderr } = run(command, args, cwd);
  assert.equal(status, 0, `${error ?? ''}${stdout}${stderr}`);
  return stdout;
};

/** @param {string} path */
const readJSON = (path) => JSON.parse(readFileSync(path, 'utf8'));

let tarball = '';
/** @type {string[]} */
let packed = [];

before(() => {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(PACKAGE, { recursive: true });
  const [{ filename, files }] = JSON.parse(succeed('npm', ['pack', '--json', '--pack-destination', WORK], `${ROOT}/www`));
  tarball = `${WORK}/${filename}`;
  packed = files.map((/** @type {{ path: string }} */ { path }) => path);
  succeed('tar', ['--extract', '--gzip', '--file', tarball, '--directory', PACKAGE, '--strip-components=1']);
  mkdirSync(`${WORK}/node_modules/@types`);
  for (const name of NEIGHBOURS) symlinkSync(`${ROOT}/node_modules/${name}`, `${WORK}/node_modules/${name}`);
  writeFileSync(`${WORK}/package.json`, JSON.stringify({ type: 'module' }));
});

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pkgDir: PACKAGE, pack: false, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, /** @type {Record<string, any>} */ (pkg))), []);
});

test('attw finds the types of every entry point', () => {
  // The package is ESM alone: what only require() and the resolution of old Node see (node10, node16 from CommonJS) does not
  // count. Left out are what is no code, and the types of frameworks, which have none.
  const others = ['wasm', 'sri.json', 'custom-elements.json', 'html-custom-data.json', 'package.json', 'global', 'react', 'preact', 'vue', 'svelte'];
  succeed('attw', [tarball, '--profile', 'esm-only', '--no-color', '--exclude-entrypoints', ...others.map((name) => `./${name}`)]);
});

test('documents, types, manifests and hashes are inside, sources and maps are not', () => {
  for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE', 'dist/sri.json', 'dist/custom-elements.json', 'dist/html-custom-data.json', 'labels/pt-BR.json']) {
    assert.ok(packed.includes(name), name);
  }
  assert.deepEqual(packed.filter((name) => !/^(dist|labels|types)\/|^(README|CHANGELOG)\.md$|^LICENSE-\w+$|^NOTICE$|^package\.json$/.test(name)), []);
});

test('sri.json has the hash of every file in dist', () => {
  const hashes = readJSON(`${PACKAGE}/dist/sri.json`);
  assert.deepEqual(Object.keys(hashes).sort(), packed.filter((name) => name.startsWith('dist/') && name !== 'dist/sri.json').map((name) => name.slice(5)).sort());
  for (const [name, hash] of Object.entries(hashes)) {
    assert.equal(hash, `sha384-${createHash('sha384').update(readFileSync(`${PACKAGE}/dist/${name}`)).digest('base64')}`, name);
  }
});

test('it is not published without a build, nor with files that the build did not make', () => {
  const { prepublishOnly } = readJSON(`${ROOT}/www/package.json`).scripts;
  const prepublish = () => run('sh', ['-c', prepublishOnly], `${ROOT}/www`);
  assert.equal(prepublish().status, 0, prepublish().stderr);
  const [wasm, away] = [`${ROOT}/www/dist/nutgraf.wasm`, `${ROOT}/www/dist/nutgraf.wasm.away`];
  renameSync(wasm, away);
  try {
    const { status, stderr } = prepublish();
    assert.equal(status, 1);
    assert.match(stderr, /dist\/nutgraf\.wasm is missing/);
    assert.match(stderr, /nutgraf\.wasm\.away is not what the build made/);
    assert.match(stderr, /make build/);
  } finally {
    renameSync(away, wasm);
  }
});

test('a server may import every module, and labels are the words of their language', () => {
  const source = `
    for (const name of ['', '/element', '/define', '/summarizer', '/polyfill']) await import('nutgraf' + name);
    const { default: labels } = await import('nutgraf/labels/pt-br');
    const { default: english } = await import('nutgraf/labels/en');
    const { Summarizer } = globalThis;
    console.log(labels.lang, english.lang, typeof Summarizer?.create, import.meta.resolve('nutgraf/wasm').endsWith('dist/nutgraf.wasm'));`;
  writeFileSync(`${WORK}/server.mjs`, source);
  assert.equal(succeed(process.execPath, ['server.mjs']).trim(), 'pt-BR en function true');
});

/** What documents and types say of the element must be what its manifest says, which is made of the source. */
const manifestOf = () => readJSON(`${PACKAGE}/dist/custom-elements.json`).modules[0].declarations.find((/** @type {{ name: string }} */ { name }) => name === 'NutGraf');

test('the manifest has the attributes, events, parts and properties that the documents and the code have', async () => {
  const { attributes, events, cssParts, cssProperties, members, tagName, slots } = manifestOf();
  /** @param {{ name: string }[]} list */
  const namesOf = (list) => list.map(({ name }) => name).sort();
  const document = readFileSync(`${ROOT}/docs/widget.md`, 'utf8');
  /** @param {string} title */
  const section = (title) => document.split(/^## /m).find((text) => text.startsWith(title)) ?? '';
  /** @param {string} text @param {RegExp} pattern */
  const found = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name).sort();
  const { NutGraf } = await import(`${PACKAGE}/dist/modules/element.js`);
  assert.equal(tagName, 'nut-graf');
  assert.equal(slots.length, 1);
  assert.deepEqual(namesOf(attributes), [...NutGraf.observedAttributes].sort());
  assert.deepEqual(namesOf(attributes), found(section('Attributes'), /^\| `([\w-]+)` \|/gm));
  assert.deepEqual(namesOf(events), found(section('Events'), /^\| `(nutgraf-[\w-]+)` \|/gm));
  const [parts, properties] = section('Style').split('Custom properties:');
  assert.deepEqual(namesOf(cssParts), found(parts, /`([\w-]+)`/g));
  assert.deepEqual(namesOf(cssProperties), found(properties, /`(--[\w-]+)`/g));
  assert.ok(namesOf(members).includes('summarize') && !namesOf(members).some((name) => name.startsWith('#')), namesOf(members).join());
  const [tag] = readJSON(`${PACKAGE}/dist/html-custom-data.json`).tags;
  assert.equal(tag.name, 'nut-graf');
  assert.deepEqual(namesOf(tag.attributes), namesOf(attributes));
});

/** Each framework's templates as TypeScript sees them: what is right compiles, what is wrong does not. @type {[string, string, Record<string, unknown>][]} */
const FRAMEWORKS = [
  [
    'react',
    `import type {} from 'nutgraf/react';
    export const Button = () => <nut-graf for="story" length="medium" open className="top" onnutgraf-jump={({ detail }) => detail.index.toFixed()} />;
    // @ts-expect-error -- no such length
    export const Wrong = () => <nut-graf length="huge" />;`,
    { jsx: 'react-jsx', jsxImportSource: 'react' },
  ],
  [
    'preact',
    `import type {} from 'nutgraf/preact';
    export const Button = () => <nut-graf for="story" length="medium" open class="top" onnutgraf-copy={({ detail }) => detail.text.trim()} />;
    // @ts-expect-error -- no such length
    export const Wrong = () => <nut-graf length="huge" />;`,
    { jsx: 'react-jsx', jsxImportSource: 'preact' },
  ],
  [
    'vue',
    `import type { GlobalComponents } from 'vue';
    import type {} from 'nutgraf/vue';
    type Props = InstanceType<GlobalComponents['nut-graf']>['$props'];
    export const props: Props = { for: 'story', length: 'medium', labels: { call: 'In brief' } };
    // @ts-expect-error -- no such length
    export const wrong: Props = { length: 'huge' };`,
    {},
  ],
  [
    'svelte',
    `import type { SvelteHTMLElements } from 'svelte/elements';
    import type {} from 'nutgraf/svelte';
    export const props: SvelteHTMLElements['nut-graf'] = { for: 'story', length: 'medium', 'onnutgraf-listen': ({ detail }) => detail.state.trim() };
    export const old: svelteHTML.IntrinsicElements['nut-graf'] = { 'on:nutgraf-ready': ({ detail }) => detail.words.toFixed() };
    // @ts-expect-error -- no such length
    export const wrong: SvelteHTMLElements['nut-graf'] = { length: 'huge' };`,
    {},
  ],
  [
    'global',
    `import type {} from 'nutgraf/global';
    import { installation } from 'nutgraf/polyfill';
    import { NutGraf } from 'nutgraf/define';
    import { NutGraf as Class, type SentenceDetail } from 'nutgraf/element';
    import { auto, setBase } from 'nutgraf';
    import labels from 'nutgraf/labels/de';
    import hashes from 'nutgraf/sri.json' with { type: 'json' };
    const summarizer: Summarizer = await Summarizer.create({ type: 'tldr' });
    const words: string = await summarizer.summarize('It rained in Riga on Monday.');
    const end: () => void = auto('article', { wait: 0, length: 'long' });
    setBase('/nutgraf/');
    const button: NutGraf = new Class();
    button.labels = labels;
    button.addEventListener('nutgraf-before-toggle', (event) => event.detail.open && event.preventDefault());
    button.addEventListener('nutgraf-share', ({ detail }) => detail.method satisfies 'share' | 'copy');
    const where = ({ index, offset }: SentenceDetail) => index + offset;
    export { words, end, where, hashes, installation };`,
    { resolveJsonModule: true },
  ],
];

for (const [name, source, options] of FRAMEWORKS) {
  test(`the types of nutgraf/${name} are right`, () => {
    const folder = `${WORK}/${name}`;
    mkdirSync(folder);
    writeFileSync(`${folder}/app.tsx`, source);
    const compilerOptions = { module: 'preserve', target: 'esnext', lib: ['esnext', 'dom', 'dom.iterable'], types: [], strict: true, noEmit: true, skipLibCheck: false, ...options };
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ['app.tsx'] }));
    succeed('tsc', ['--project', folder]);
    assert.ok(existsSync(`${PACKAGE}/types/${name}.d.ts`));
  });
}
