/** Which text on the page is the story: made pages, one trap each (tests/fixtures/pages), as readers' browsers show them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { ROOT } from '../../scripts/environment.mjs';
import { CONTENT_SECURITY_POLICY, STORY, articleOf, behaviour, escapeHTML, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */
/** @typedef {import('./harness.mjs').Page} Page */

const FIXTURES = `${ROOT}/tests/fixtures/pages`;
const WIDGET = '<script type="module" src="/dist/nutgraf.js"></script>';

/** Some pages hide words by styles of their own. */
const STYLED = CONTENT_SECURITY_POLICY.replace("style-src 'self'", "$& 'unsafe-inline'");

/** @param {string} name */
const fixture = (name) => readFileSync(`${FIXTURES}/${name}.html`, 'utf8');

/** What a made page marks as its article, a paragraph an item; tests/pages.rs says how. @param {string} html */
const marked = (html) =>
  [...html.matchAll(/<!--body-->(.*?)<!--\/body-->/gs)].map(([, body]) =>
    body
      .replace(/<!--out-->.*?<!--\/out-->/gs, '')
      .replace(/<!--\+(.*?)-->/g, '$1')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

/** The page as its scripts leave it: they are not run under this policy. @param {Page} page */
const reveal = (page) =>
  page.run(() => {
    const streamed = document.getElementById('S:0');
    if (!streamed) return;
    document.getElementById('B:0')?.replaceWith(...streamed.childNodes);
    streamed.remove();
  });

/** @param {string} html */
const withoutScripts = (html) => html.replace(/<script>.*?<\/script>/gs, '');

/** What the live walk finds on the page that is open. @param {Page} page */
const live = (page) =>
  page.run(async () => {
    const glue = await import(/** @type {string} */ ('/pkg/nutgraf.js'));
    await glue.default({ module_or_path: '/dist/nutgraf.wasm' });
    const find = () => {
      try {
        const { headline, article } = glue.summarizeElement(document.body, {});
        return { headline, text: article.text };
      } catch (error) {
        return { code: /** @type {any} */ (error).code, language: /** @type {any} */ (error).message };
      }
    };
    const { code, language, ...found } = find();
    if (!code) return found;
    if (code !== 'language-pack') return { code };
    glue.installPack(language, await (await fetch(`/dist/languages/${language}.txt`)).text());
    return find();
  });

/** What the command line finds in the same HTML. @param {string} html */
const fromHTML = (html) => {
  const { stdout } = spawnSync(`${ROOT}/target/release/nutgraf`, ['extract', '-', '--format', 'json'], { input: html, encoding: 'utf8' });
  // A page without any text is no readable input to it.
  if (!stdout) return { code: 'empty' };
  const { error, headline, paragraphs } = JSON.parse(stdout);
  if (error) return { code: error.code };
  return { headline, text: paragraphs.map((/** @type {{ text: string }} */ { text }) => text).join('\n\n') };
};

/**
 * Pages with paragraphs that are notes on the story. Of HTML they are left out of the article; on a live page the text keeps
 * them, as it is what the places of sentences refer to, and no summary has them.
 */
const NOTED = ['calls-and-portraits', 'captions-without-a-figure', 'forms-and-portraits', 'notes-on-the-story'];

for (const name of NOTED) {
  behaviour(`${name}: the live page gives the article that its HTML gives, and the notes, of which its summary has none`, async (page) => {
    const html = withoutScripts(fixture(name));
    page.setPolicy(STYLED);
    await page.openHTML(html, { defined: false });
    const [found, told] = [/** @type {any} */ (await live(page)), /** @type {any} */ (fromHTML(html))];
    const paragraphs = told.text.split('\n\n');
    const notes = found.text.split('\n\n').filter((/** @type {string} */ text) => !paragraphs.includes(text));
    assert.ok(notes.length > 0);
    assert.deepEqual({ ...found, text: found.text.split('\n\n').filter((/** @type {string} */ text) => !notes.includes(text)).join('\n\n') }, told);
    const summary = await page.run(async () => {
      const glue = await import(/** @type {string} */ ('/pkg/nutgraf.js'));
      await glue.default({ module_or_path: '/dist/nutgraf.wasm' });
      const language = document.documentElement.lang;
      if (language !== 'en') glue.installPack(language, await (await fetch(`/dist/languages/${language}.txt`)).text());
      return glue.summarizeElement(document.body, {}).sentences.map((/** @type {{ text: string }} */ { text }) => text);
    });
    for (const note of notes) assert.ok(!summary.some((/** @type {string} */ sentence) => note.includes(sentence)), note);
  }, { allows: /\.jpg|frame|menu\.html|story\.html/ });
}

for (const name of readdirSync(FIXTURES).map((file) => file.replace('.html', '')).filter((each) => !NOTED.includes(each))) {
  behaviour(
    `${name}: the live page gives the article that its HTML gives`,
    async (page) => {
      const html = withoutScripts(fixture(name));
      page.setPolicy(STYLED);
      await page.openHTML(html, { defined: false });
      await reveal(page);
      // Browsers before 2023 know no declared shadow roots: a script makes them, as on pages of that time.
      await page.run(() => {
        for (const template of /** @type {NodeListOf<HTMLTemplateElement>} */ (document.querySelectorAll('template[shadowrootmode]'))) {
          template.parentElement?.attachShadow({ mode: 'open' }).append(template.content);
          template.remove();
        }
      });
      assert.deepEqual(await live(page), fromHTML(html));
    },
    // Their pictures and frames are not there.
    { allows: /\.jpg|frame|menu\.html|story\.html/ },
  );
}

for (const name of ['initials', 'inline-elements']) {
  behaviour(`${name}: every paragraph is found in its place on the page`, async (page) => {
    const html = withoutScripts(fixture(name));
    page.setPolicy(STYLED);
    await page.openHTML(html, { defined: false });
    const { text } = /** @type {{ text: string }} */ (await live(page));
    const places = await page.run(async (/** @type {string} */ article) => {
      const { default: init, locate } = await import(/** @type {string} */ ('/pkg/nutgraf.js'));
      await init({ module_or_path: '/dist/nutgraf.wasm' });
      let offset = 0;
      return article.split('\n\n').map((paragraph) => {
        const range = locate(document.body, paragraph, offset);
        offset += paragraph.length + 2;
        return [paragraph, range?.toString() ?? 'nowhere', range?.getBoundingClientRect().height];
      });
    }, text);
    assert.equal(places.length, marked(html).length);
    for (const [paragraph, place, height] of places) {
      const ends = (/** @type {string} */ words) => [words.replace(/^“/, '').slice(0, 5), words.trimEnd().slice(-8)];
      assert.deepEqual([ends(place), height > 0], [ends(paragraph), true]);
    }
  }, { allows: /\.jpg/ });
}

const TITLE = 'Lindholm harbour to be dredged';

for (const [what, head, body] of [
  ['title', `<title>${TITLE} - Varn Courier</title>`, `<header><h1><a href="/">Varn Courier</a></h1></header><h2>${TITLE}</h2>`],
  ['shared title', `<meta property="og:title" content="${TITLE}">`, `<h1>News</h1><div class="title">${TITLE}</div>`],
  ['linked data', `<script type="application/ld+json">{"@type": "NewsArticle", "headline": "${TITLE}"}</script>`, `<h1>${TITLE} <small>14 comments</small></h1>`],
  ['site', '<meta property="og:site_name" content="Varn Courier">', `<h1>Varn Courier</h1><h2>${TITLE}</h2>`],
]) {
  behaviour(`the live page's headline is the one that its ${what} tells from the site's name, sections and counts`, async (page) => {
    const story = STORY.map((sentence) => `<p>${escapeHTML(sentence)}</p>`).join('');
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="/demo/favicon.svg">${head}</head><body><main><article>${body}${story}</article></main></body></html>`;
    await page.openHTML(html, { defined: false });
    const found = await live(page);
    assert.equal('headline' in found && found.headline, TITLE);
    assert.deepEqual(found, fromHTML(html));
  });
}

/**
 * Opens a made page with a widget after its first headline, and makes the summary: some are too short for a button.
 *
 * @param {Page} page
 * @param {string} name
 */
const summarizeFixture = async (page, name) => {
  const html = withoutScripts(fixture(name)).replace(/<head[^>]*>/, `$&${WIDGET}`).replace('</h1>', '</h1><nut-graf></nut-graf>');
  await page.openHTML(html.includes('<nut-graf') ? html : html.replace(/<body[^>]*>/, '$&<nut-graf></nut-graf>'));
  await reveal(page);
  const outcome = await page.run(async () => {
    try {
      const { sentences } = await /** @type {NutGraf} */ (document.querySelector('nut-graf')).summarize();
      return { sentences: sentences.map(({ text }) => text), code: undefined, message: '' };
    } catch (error) {
      const { code, message } = /** @type {import('../../www/engine.js').Failure} */ (error);
      return { sentences: [], code, message };
    }
  });
  return { ...outcome, story: marked(html) };
};

/** @param {string[]} sentences @param {string[]} story */
const areOf = (sentences, story) => {
  assert.ok(sentences.length > 0, 'a summary');
  for (const sentence of sentences) assert.ok(story.some((text) => text.includes(sentence)), `"${sentence}" is of the story`);
};

for (const [name, sentence] of Object.entries({
  streaming: 'a story that came hidden and was shown later is read as it is shown',
  'seventeen-articles': 'of seventeen articles on a page only the one around the widget is read',
  'live-blog': 'a live blog gives sentences of its entries, never their times or share links',
  'long-comments': 'comments that are longer than the story are not taken for it',
  'right-to-left': 'a page that runs right to left gives its story',
  amp: 'an AMP page gives its story',
  'very-short': 'a very short article is summarized, and nothing around it is',
  'cookie-wall': 'a cookie wall over the story is not taken for it',
  paywall: 'of a story behind a paywall only what is shown is summarized',
})) {
  behaviour(sentence, async (page) => {
    const { sentences, code, story } = await summarizeFixture(page, name);
    assert.equal(code ?? '', '');
    areOf(sentences, story);
  });
}

for (const [name, sentence] of Object.entries({
  'json-ld-only': 'a text that stands only in linked data is not shown: the widget says that it found no article',
  'front-page': 'a front page has no article, and the widget says so',
})) {
  behaviour(sentence, async (page) => {
    const { sentences, code, message } = await summarizeFixture(page, name);
    assert.deepEqual([sentences, code], [[], 'no-article']);
    assert.notEqual(message, '');
  });
}

const TOPICS = ['harbour', 'library', 'ferry', 'market', 'school', 'theatre', 'bridge', 'museum', 'hospital', 'stadium', 'airport', 'castle', 'forest', 'prison', 'brewery', 'mill', 'zoo'];

/** A made-up story about one of the topics, distinct from all others by its words. @param {string} topic */
const about = (topic) => [
  `The council of Lindholm voted on Monday to rebuild the old ${topic} over the next two years.`,
  `The ${topic} has been closed since a storm tore off its roof last winter, and nobody was hurt.`,
  `Mayor Anna Berg said that the ${topic} would open again with a feast for the whole town.`,
  `The work on the ${topic} is to cost 40 million kroner, which the council will borrow.`,
  `A firm from Rotterdam that has built another ${topic} on the coast is to begin in the first week of May.`,
  `Shopkeepers around the ${topic} hope for guests from the cruises that now pass the town by.`,
  `Buses to the ${topic} will run every quarter of an hour while the street in front of it is closed.`,
];

/** @param {string} topic */
const articleAbout = (topic) =>
  articleOf(about(topic), `Old ${topic} to be rebuilt`).replace('id="story"', `id="${topic}"`);

behaviour('seventeen widgets on a page of seventeen articles each summarize their own story', async (page) => {
  await page.openHTML(pageOf(`<main>${TOPICS.map(articleAbout).join('')}</main>`));
  const summaries = await page.run(async () => {
    const hosts = /** @type {NutGraf[]} */ ([...document.querySelectorAll('nut-graf')]);
    return Promise.all(hosts.map(async (host) => (await host.summarize()).sentences.map(({ text }) => text)));
  });
  assert.equal(summaries.length, TOPICS.length);
  for (const [at, sentences] of summaries.entries()) areOf(sentences, about(TOPICS[at]));
  assert.equal(page.wasmRequests, 1);
});

behaviour('a widget outside of any article summarizes one story of the page, and one with for the story that it names', async (page) => {
  const others = TOPICS.slice(0, 3).map((topic) => articleAbout(topic).replace('<nut-graf></nut-graf>', ''));
  await page.openHTML(pageOf(`<nut-graf></nut-graf><nut-graf for="ferry"></nut-graf>${others.join('')}`));
  const { sentences } = await page.click(0);
  const topic = TOPICS.find((each) => about(each).includes(sentences[0]));
  areOf(sentences, about(topic ?? ''));
  areOf((await page.click(1)).sentences, about('ferry'));
});

behaviour('a story whose paragraphs stand in open shadow roots and slots is read as it is shown', async (page) => {
  await page.openHTML(pageOf('<nut-graf for="story"></nut-graf><article id="story"><h1>Old mill to be rebuilt</h1><div id="host"></div></article>'));
  await page.run((/** @type {string[]} */ sentences) => {
    const host = /** @type {Element} */ (document.querySelector('#host'));
    const paragraph = (/** @type {string} */ text) => Object.assign(document.createElement('p'), { textContent: text });
    const outer = host.attachShadow({ mode: 'open' });
    const section = document.createElement('section');
    section.append(paragraph(sentences[0]), document.createElement('slot'), paragraph(sentences[3]));
    outer.append(section);
    // The one slotted paragraph has a root of its own, with the text in it.
    const inner = document.createElement('div');
    inner.append(paragraph(sentences[1]));
    const nested = document.createElement('div');
    nested.attachShadow({ mode: 'open' }).append(paragraph(sentences[2]));
    host.append(inner, nested);
  }, about('mill').slice(0, 4));
  const text = await page.run(async () => (await /** @type {NutGraf} */ (document.querySelector('nut-graf')).summarize()).article.text);
  assert.equal(text, about('mill').slice(0, 4).join('\n\n'));
});

behaviour('an article that scrolling brings gets a button of its own, and each summarizes its own story', async (page) => {
  const plain = (/** @type {string} */ topic) => articleAbout(topic).replace('<nut-graf></nut-graf>', '');
  await page.openHTML(pageOf(`<main>${plain('castle')}<div class="space"></div></main>`, { attributes: 'data-auto="article"' }));
  await page.until(() => document.querySelector('#castle nut-graf'));
  await page.run((/** @type {string[]} */ sentences) => {
    addEventListener('scroll', () => {
      if (document.querySelector('#zoo')) return;
      const next = document.createElement('article');
      next.id = 'zoo';
      next.append(Object.assign(document.createElement('h1'), { textContent: 'Old zoo to be rebuilt' }));
      for (const text of sentences) next.append(Object.assign(document.createElement('p'), { textContent: text }));
      document.querySelector('main')?.append(next);
    });
    const space = /** @type {HTMLElement} */ (document.querySelector('.space'));
    space.style.height = '3000px';
    scrollTo(0, 500);
  }, about('zoo'));
  await page.until(() => document.querySelector('#zoo nut-graf'));
  areOf((await page.click(0)).sentences, about('castle'));
  areOf((await page.click(1)).sentences, about('zoo'));
});

behaviour('under one widget another story takes the place of the first: the click summarizes the one that is there', async (page) => {
  await page.openHTML(pageOf(`<main id="app"><nut-graf></nut-graf><div id="view">${STORY.map((text) => `<p>${escapeHTML(text)}</p>`).join('')}</div></main>`));
  areOf((await page.click()).sentences, STORY);
  await page.press('button');
  await page.run((/** @type {string[]} */ sentences) => {
    history.pushState(null, '', '/made.html?next');
    const paragraphs = sentences.map((text) => Object.assign(document.createElement('p'), { textContent: text }));
    document.querySelector('#view')?.replaceChildren(...paragraphs);
  }, about('brewery'));
  areOf((await page.click()).sentences, about('brewery'));
});

behaviour('what "read more" hides is not summarized before it is shown, and is from then on', async (page) => {
  const [first, ...rest] = STORY;
  await page.openHTML(pageOf(articleOf([first]).replace('</article>', `<div id="more" hidden>${rest.map((text) => `<p>${text}</p>`).join('')}</div><button>Read more</button></article>`)));
  const { sentences: none, message } = await page.click();
  assert.deepEqual([none, message.includes('too short')], [[], true]);
  await page.press('button');
  await page.run(() => document.querySelector('#more')?.removeAttribute('hidden'));
  const { sentences } = await page.click();
  assert.equal(sentences.length, 3);
  areOf(sentences, STORY);
});

behaviour('a sentence in a closed disclosure is summarized, and going to it opens the disclosure', async (page) => {
  const [first, ...rest] = STORY;
  const folded = `<details><summary>More</summary>${rest.map((text) => `<p>${escapeHTML(text)}</p>`).join('')}</details>`;
  await page.openHTML(pageOf(articleOf([first]).replace('</article>', `${folded}</article>`)));
  const { sentences } = await page.click();
  assert.ok(rest.includes(sentences[1]), sentences[1]);
  await page.press('source', 0, 1);
  await page.until((/** @type {string} */ sentence) => {
    const place = [...document.querySelectorAll('details[open] p')].find((node) => node.textContent === sentence)?.getBoundingClientRect();
    return place && place.height > 0 && place.top >= 0 && place.bottom <= innerHeight;
  }, sentences[1]);
});

for (const [what, around] of Object.entries({
  '100,000 nested elements': (/** @type {string} */ story) => `${'<div>'.repeat(100_000)}${story}`,
  '50,000 siblings': (/** @type {string} */ story) => `${'<div><a href="/">Elsewhere</a></div>'.repeat(25_000)}${story}${'<p>'.repeat(25_000)}`,
})) {
  behaviour(`a page of ${what} gives its story`, async (page) => {
    await page.openHTML(pageOf(around(articleOf())));
    const sentences = await page.run(async () => (await /** @type {NutGraf} */ (document.querySelector('nut-graf')).summarize()).sentences.map(({ text }) => text));
    areOf(sentences, STORY);
  });
}
