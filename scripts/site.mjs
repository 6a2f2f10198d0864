/**
 * Builds the documentation site into www/docs: the pages of www/site/pages.json, of the documentation's Markdown and of what
 * is there beside it.
 *
 *   node scripts/site.mjs      (after scripts/build.mjs, which does the same as its last step)
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './environment.mjs';
import { apiReference } from './site-api.mjs';
import { escape, htmlOf } from './site-markdown.mjs';

const SITE = 'www/site';
const OUT = `${ROOT}/www/docs`;
/** The story that the site shows its button on. */
const EXAMPLE = '002_944bb16cfb0cb33f';
/** A line of a seed that belongs to its story has so many characters or more; what stands around it is shorter. */
const PARAGRAPH = 140;

/** @typedef {{ name: string, source: string, title: string, description: string, script?: string }} Page */
/** @typedef {{ section: string, pages: Page[] }} Section */

/** @param {string} path */
const read = (path) => readFileSync(`${ROOT}/${path}`, 'utf8');

/** Puts texts where a template has their names in braces. @param {string} template @param {Record<string, string>} values */
const fill = (template, values) => template.replaceAll(/\{\{(\w+)\}\}/g, (whole, name) => values[name] ?? whole);

/** The seeds by name, from their headlines on: what stands above is the way through the site that they come from. */
const seeds = () =>
  readdirSync(`${ROOT}/seeds`)
    .map((name) => name.replace('.txt', ''))
    .sort()
    .map((name) => {
      const text = read(`seeds/${name}.txt`).replace(/^All news\s+/, '');
      const [headline, ...lines] = text.split('\n').map((line) => line.trim()).filter(Boolean);
      return { name, text, headline, lines };
    });

/** An article with its button. */
function example() {
  const seed = seeds().find(({ name }) => name === EXAMPLE);
  if (!seed) throw new Error(`there is no seed ${EXAMPLE}`);
  const { headline, lines } = seed;
  const story = lines.filter((line) => line.length >= PARAGRAPH).map((line) => `<p>${escape(line)}</p>`).join('\n');
  return `<article class="example" id="example">\n<h3>${escape(headline)}</h3>\n<nut-graf for="example"></nut-graf>\n${story}\n</article>`;
}

/** @param {{ name: string, text: string }[]} options */
const optionsOf = (options) => options.map(({ name, text }) => `<option value="${escape(name)}">${escape(text)}</option>`).join('\n        ');

/** The languages with word lists, by their English names. */
function languages() {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const codes = readdirSync(`${ROOT}/src/language/lexicon`).map((name) => name.replace('.txt', ''));
  return codes.map((name) => ({ name, text: names.of(name) ?? name })).sort((one, other) => one.text.localeCompare(other.text, 'en'));
}

/** What the pages' sources name in double braces. @param {string} manifest */
const parts = (manifest) => ({
  api: apiReference(manifest),
  example: example(),
  playground: fill(read(`${SITE}/playground.html`), {
    articles: optionsOf(seeds().map(({ name, headline }) => ({ name, text: headline }))),
    first: EXAMPLE,
    languages: optionsOf(languages()),
  }),
  theming: fill(read(`${SITE}/theming.html`), { example: example() }),
});

/** Where links of a source lead. @param {Page[]} pages @param {string} source */
const addresses = (pages, source) => (/** @type {string} */ target) => {
  if (/^(https?:|#)/.test(target)) return target;
  const [path, section] = target.split('#');
  const file = normalize(join(dirname(source), path));
  // Sources of the site itself name its pages by their own files.
  const page = pages.find((each) => each.source === file);
  if (page) return `${page.name}.html${section ? `#${section}` : ''}`;
  if (/^docs\/\w+\.(svg|png)$/.test(file)) return basename(file);
  return file.startsWith('www/demo/') ? `../${file.slice('www/'.length)}` : undefined;
};

/** @param {Section[]} sections @param {Page} current */
const navigation = (sections, current) =>
  sections
    .map(({ section, pages }) => {
      const items = pages.map(({ name, title }) => `<li><a href="${name}.html"${name === current.name ? ' aria-current="page"' : ''}>${escape(title)}</a></li>`);
      return `<h2>${escape(section)}</h2>\n<ul>${items.join('')}</ul>`;
    })
    .join('\n');

/** Builds the site. The widget must be built, as the API reference is made from what it ships. */
export function buildSite() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(`${OUT}/seeds`, { recursive: true });
  /** @type {Section[]} */
  const sections = JSON.parse(read(`${SITE}/pages.json`));
  const pages = sections.flatMap((each) => each.pages);
  const [layout, values] = [read(`${SITE}/layout.html`), parts(`${ROOT}/www/dist/custom-elements.json`)];
  for (const page of pages) {
    // HTML is put in after Markdown has been read, Markdown before.
    const { api, ...markup } = values;
    const markdown = fill(read(page.source), { api }).replaceAll('](../README.md)', '](../www/site/index.md)');
    const content = fill(htmlOf(markdown, addresses(pages, page.source)).replaceAll(/<p>(\{\{\w+\}\})<\/p>/g, '$1'), markup);
    const script = page.script ? `<script type="module" src="${page.script}"></script>` : '';
    const html = fill(layout, { title: escape(page.title), description: escape(page.description), script, navigation: navigation(sections, page), content });
    writeFileSync(`${OUT}/${page.name}.html`, html);
  }
  for (const name of readdirSync(`${ROOT}/${SITE}`).filter((each) => /\.(js|css)$/.test(each))) copyFileSync(`${ROOT}/${SITE}/${name}`, `${OUT}/${name}`);
  copyFileSync(`${ROOT}/www/demo/favicon.svg`, `${OUT}/favicon.svg`);
  copyFileSync(`${ROOT}/docs/bench.svg`, `${OUT}/bench.svg`);
  for (const { name, text } of seeds()) writeFileSync(`${OUT}/seeds/${name}.txt`, text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildSite();
