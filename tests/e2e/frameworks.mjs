/** Pages made by frameworks: what their servers send, and the script that brings them to life. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';
import { STORY, escapeHTML } from './harness.mjs';

export const TITLE = 'Lindholm harbour to be dredged';

/** So late does the script hydrate, in milliseconds: long after the widget's own is there. */
const HYDRATION_MS = 300;

const PAGES = fileURLToPath(new URL('pages/frameworks/', import.meta.url));
const MODULES = new URL('../../node_modules/', import.meta.url);

/** @param {'client' | 'server'} generate @returns {import('esbuild').Plugin} */
const svelte = (generate) => ({
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => ({
      contents: compile(await readFile(path, 'utf8'), { generate, dev: generate === 'client', filename: path }).js.code,
    }));
  },
});

/**
 * Builds for development where that finds more faults.
 *
 * @param {import('esbuild').BuildOptions} options
 */
const bundle = async (options) => {
  const { outputFiles } = await build({
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'warning',
    absWorkingDir: PAGES,
    conditions: ['development'],
    ...options,
    define: {
      'process.env.NODE_ENV': '"development"',
      STORY: JSON.stringify(STORY),
      TITLE: JSON.stringify(TITLE),
      HYDRATION_MS: `${HYDRATION_MS}`,
      WHOLE: 'false',
      ...options.define,
    },
  });
  return /** @type {import('esbuild').OutputFile[]} */ (outputFiles)[0].text;
};

/** What Svelte's server sends, with the marks that its client looks for. */
const renderSvelte = async () => {
  const contents = `import { render } from 'svelte/server'; import Article from './Article.svelte';
    export default render(Article, { props: { title: TITLE, story: STORY } }).body;`;
  const code = await bundle({ stdin: { contents, resolveDir: PAGES }, platform: 'node', plugins: [svelte('server')] });
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).default;
};

/** @param {string} title @param {string[]} lines */
export const storyOf = (title, lines) => `<article><h1>${title}</h1>${lines.map((line) => `<p>${escapeHTML(line)}</p>`).join('')}</article>`;

const plain = () => storyOf(TITLE, STORY);
const react18 = { react: 'react-18', 'react-dom': 'react-dom-18' };

/** @typedef {{ name: string, script: () => Promise<string>, html: () => string | Promise<string> }} Framework */

/** @type {Framework[]} */
export const FRAMEWORKS = [
  { name: 'React 18', script: () => bundle({ entryPoints: ['react.js'], alias: react18 }), html: plain },
  { name: 'React 19', script: () => bundle({ entryPoints: ['react.js'] }), html: plain },
  { name: 'Vue 3', script: () => bundle({ entryPoints: ['vue.js'], alias: { vue: 'vue/dist/vue.runtime.esm-browser.js' } }), html: plain },
  { name: 'Svelte 5', script: () => bundle({ entryPoints: ['svelte.js'], plugins: [svelte('client')] }), html: renderSvelte },
];

/** React that renders all of the document. @type {{ name: string, script: () => Promise<string> }[]} */
export const WHOLE_DOCUMENTS = [
  { name: 'React 18', script: () => bundle({ entryPoints: ['react.js'], alias: react18, define: { WHOLE: 'true' } }) },
  { name: 'React 19', script: () => bundle({ entryPoints: ['react.js'], define: { WHOLE: 'true' } }) },
];

/** A library as it is published. @param {string} path in node_modules */
export const library = (path) => readFile(new URL(path, MODULES), 'utf8');
