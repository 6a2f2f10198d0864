/** Pages that live: hydrated, rendered again, brought up to date and refilled, they keep one button for each article. */
import assert from 'node:assert/strict';
import { STORY, behaviour, escapeHTML, pageOf, setUp } from './harness.mjs';
import { FRAMEWORKS, TITLE, WHOLE_DOCUMENTS, library, storyOf } from './frameworks.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */
/** @typedef {import('./harness.mjs').Page} Page */

/** Frameworks set styles and make markup, which the strict policy of the other tests forbids. */
const POLICY = "default-src 'self'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'";
const OTHER = STORY.map((line) => line.replace('Lindholm', 'Varn').replace('harbour', 'library'));

/** @param {Page} page @param {string} name @param {string} code */
const serveScript = (page, name, code) =>
  page.answer(new RegExp(`^/lib/${name}$`), (_, response) => {
    response.setHeader('Content-Type', 'text/javascript');
    response.end(code);
    return true;
  });

/** @param {string} body @param {string[]} [scripts] */
const living = (body, scripts = []) =>
  pageOf(`${body}${scripts.map((name) => `<script src="/lib/${name}"></script>`).join('')}`, { attributes: 'data-auto="article"' });

/** The buttons, each by what stands before it. @param {Page} page */
const buttons = (page) => page.run(() => [...document.querySelectorAll('nut-graf')].map((host) => host.previousElementSibling?.localName ?? 'nothing'));

/** Two frames: by then whatever a change of the page brings about has been done. @param {Page} page */
const settled = (page) =>
  page.run(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise((painted) => requestAnimationFrame(painted));
  });

/** @param {Page} page @param {string} [before] */
const untilOne = async (page, before = 'h1') => {
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot);
  await settled(page);
  assert.deepEqual(await buttons(page), [before]);
};

/** @param {Page} page @param {object} next */
const change = async (page, next) => {
  await page.run((/** @type {object} */ state) => void (/** @type {any} */ (window).change(state)), next);
  await settled(page);
};

for (const { name, script, html } of FRAMEWORKS) {
  behaviour(`${name} hydrates without an error, and whatever it renders afterwards has one button`, async (page) => {
    page.setPolicy(POLICY);
    serveScript(page, 'app.js', await script());
    await page.openHTML(pageOf(`<div id="app">${await html()}</div><script type="module" src="/lib/app.js"></script>`, { attributes: 'data-auto="article"' }));
    await page.until(() => /** @type {any} */ (window).ready);
    await untilOne(page);
    await change(page, { lines: [...STORY, 'The council votes in May.'] });
    await untilOne(page);
    await change(page, { version: 1, title: 'Varn library to be rebuilt', lines: OTHER });
    await untilOne(page);
    assert.equal(await page.run(() => document.querySelector('nut-graf')?.parentElement?.querySelector('h1')?.textContent), 'Varn library to be rebuilt');
    assert.equal((await page.click()).sentences.length, 3);
  });
}

for (const { name, script } of WHOLE_DOCUMENTS) {
  behaviour(`${name} hydrates the whole document without an error`, async (page) => {
    page.setPolicy(POLICY);
    serveScript(page, 'app.js', await script());
    await page.openHTML(
      '<!doctype html><html lang="en"><head><title>Test</title><link rel="icon" href="/demo/favicon.svg">' +
        '<script type="module" src="/dist/nutgraf.js" data-auto="article"></script></head>' +
        `<body><div id="app">${storyOf(TITLE, STORY)}</div><script type="module" src="/lib/app.js"></script></body></html>`,
    );
    await page.until(() => /** @type {any} */ (window).ready);
    await untilOne(page);
    await change(page, { lines: OTHER });
    await untilOne(page);
    assert.equal((await page.click()).sentences.length, 3);
  });
}

behaviour('a morph brings the page up to date around an open summary, whether or not anything changed', async (page) => {
  page.setPolicy(POLICY);
  serveScript(page, 'idiomorph.js', await library('idiomorph/dist/idiomorph.js'));
  await page.openHTML(living(`<main>${storyOf(TITLE, STORY)}</main>`, ['idiomorph.js']));
  await untilOne(page);
  await page.click();
  for (const line of ['The work costs 50 million kroner and takes two years.', STORY[4], STORY[4]]) {
    await page.run(
      (/** @type {string} */ html) => void (/** @type {any} */ (window).Idiomorph.morph(document.querySelector('main'), html, { morphStyle: 'innerHTML' })),
      storyOf(TITLE, STORY.with(4, line)),
    );
    await untilOne(page);
    await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('[part~=item]').length === 3);
    assert.equal((await page.state()).shown, true);
  }
});

behaviour("Turbo's page refreshes, visits and ways back leave one button", async (page) => {
  page.setPolicy(POLICY);
  serveScript(page, 'turbo.js', await library('@hotwired/turbo/dist/turbo.es2017-umd.js'));
  /** @param {string} title @param {string[]} lines */
  const pageWith = (title, lines) =>
    living(`<main>${storyOf(title, lines)}<a id="next" href="/other.html">Next</a></main>`).replace(
      '</head>',
      '<meta name="turbo-refresh-method" content="morph"><script src="/lib/turbo.js"></script></head>',
    );
  page.serve('/other.html', pageWith('Varn library to be rebuilt', OTHER));
  await page.openHTML(pageWith(TITLE, STORY));
  await untilOne(page);
  const refresh = () =>
    page.run(async () => {
      const done = new Promise((rendered) => addEventListener('turbo:load', rendered, { once: true }));
      /** @type {any} */ (window).Turbo.visit(location.href, { action: 'replace' });
      await done;
    });
  await refresh();
  await untilOne(page);
  page.serve('/made.html', pageWith(TITLE, [...STORY, 'The council votes in May.']));
  await refresh();
  await page.until(() => document.body.textContent?.includes('votes in May'));
  await untilOne(page);
  await page.run(() => /** @type {HTMLElement} */ (document.querySelector('#next')).click());
  await page.until(() => location.pathname === '/other.html' && document.querySelector('h1')?.textContent?.startsWith('Varn'));
  await untilOne(page);
  await page.run(() => history.back());
  await page.until(() => location.pathname === '/made.html' && document.querySelector('h1')?.textContent?.startsWith('Lindholm'));
  await untilOne(page);
  assert.equal((await page.click()).sentences.length, 3);
});

behaviour('what htmx swaps in has one button, by each way of swapping', async (page) => {
  page.setPolicy(POLICY);
  serveScript(page, 'htmx.js', await library('htmx.org/dist/htmx.js'));
  serveScript(page, 'morph.js', await library('idiomorph/dist/idiomorph-ext.js'));
  page.serve('/part.html', storyOf('Varn library to be rebuilt', OTHER));
  await page.openHTML(living(`<main hx-ext="morph">${storyOf(TITLE, STORY)}</main>`, ['htmx.js', 'morph.js']));
  await untilOne(page);
  for (const [target, swap] of [['main', 'innerHTML'], ['main', 'morph:innerHTML'], ['article', 'outerHTML'], ['article', 'morph:outerHTML']]) {
    await page.run(
      async (/** @type {string} */ name, /** @type {string} */ way) => {
        const done = new Promise((swapped) => document.addEventListener('htmx:afterSettle', swapped, { once: true }));
        /** @type {any} */ (window).htmx.ajax('GET', '/part.html', { target: name, swap: way });
        await done;
      },
      target,
      swap,
    );
    await untilOne(page);
  }
});

behaviour('a container refilled with another story has one closed button, which summarizes that story', async (page) => {
  page.setPolicy(POLICY);
  await page.openHTML(living(storyOf(TITLE, STORY)));
  await untilOne(page);
  await page.click();
  /** @param {string} html */
  const refill = async (html) => {
    await page.run((/** @type {string} */ markup) => {
      /** @type {Element} */ (document.querySelector('article')).innerHTML = markup;
    }, html);
    await settled(page);
  };
  await refill('<p>Loading …</p>');
  assert.deepEqual(await buttons(page), []);
  await refill(`<h1>Varn library to be rebuilt</h1>${OTHER.map((line) => `<p>${escapeHTML(line)}</p>`).join('')}`);
  await untilOne(page);
  assert.equal((await page.state()).open, false);
  assert.match((await page.click()).sentences.join(' '), /Varn/);
});

behaviour('a skeleton gets its button when the story is there, after its headline', async (page) => {
  page.setPolicy(POLICY);
  await page.openHTML(living('<article><div class="skeleton"></div></article><article><h1>&nbsp;</h1><p> </p></article>'));
  await page.run(() => new Promise((waited) => setTimeout(waited, 1200)));
  assert.deepEqual(await buttons(page), []);
  await page.run(
    (/** @type {string} */ html, /** @type {string} */ text) => {
      const [first, second] = document.querySelectorAll('article');
      first.firstElementChild?.remove();
      first.insertAdjacentHTML('beforeend', html);
      // The other has its text nodes rewritten.
      for (const [name, data] of [['h1', 'Lindholm harbour'], ['p', text]]) Object.assign(/** @type {Node} */ (second.querySelector(name)?.firstChild), { data });
    },
    storyOf(TITLE, STORY).replace(/<\/?article>/g, ''),
    STORY.join(' '),
  );
  await page.until(() => document.querySelectorAll('nut-graf').length === 2);
  assert.deepEqual(await buttons(page), ['h1', 'h1']);
});

behaviour('a button that the page removes stays removed, whatever changes around it', async (page) => {
  page.setPolicy(POLICY);
  await page.openHTML(living([0, 1, 2].map((at) => storyOf(`${TITLE} ${at}`, STORY)).join('')));
  await page.until(() => document.querySelectorAll('nut-graf').length === 3);
  await page.run(() => {
    const [first, second, third] = document.querySelectorAll('nut-graf');
    first.remove();
    second.parentElement?.removeChild(second);
    third.replaceWith(Object.assign(document.createElement('p'), { textContent: 'No summary here.' }));
    for (const paragraph of document.querySelectorAll('article p')) paragraph.textContent += ' (updated)';
  });
  await settled(page);
  await page.run(() => {
    for (const article of document.querySelectorAll('article')) article.append(Object.assign(document.createElement('p'), { textContent: 'Read more tomorrow.' }));
  });
  await settled(page);
  assert.deepEqual(await buttons(page), []);
});

behaviour('a page that renders again at each insertion is not fought for ever', async (page) => {
  page.setPolicy(POLICY);
  await page.openHTML(living(storyOf(TITLE, STORY)));
  await untilOne(page);
  const rounds = await page.run(async () => {
    const article = /** @type {Element} */ (document.querySelector('article'));
    const html = [...article.children].filter(({ localName }) => localName !== 'nut-graf').map(({ outerHTML }) => outerHTML).join('');
    let count = 0;
    const observer = new MutationObserver(() => {
      if (!article.querySelector('nut-graf') || count > 500) return;
      count++;
      article.innerHTML = html;
    });
    observer.observe(article, { childList: true });
    article.innerHTML = html;
    for (let last = -1; last !== count; ) {
      last = count;
      await new Promise((waited) => setTimeout(waited, 300));
    }
    return count;
  });
  assert.ok(rounds > 0 && rounds <= 100, `${rounds}`);
});

/**
 * Counts what the widget asks of the tree while a page changes: the steps of its walks through text, and its searches, by
 * how many elements they have before them.
 *
 * @param {Page} page
 * @param {{ articles?: number, mutations?: number, batch?: number }} changes `batch` in each frame
 * @returns {Promise<{ steps: number, searched: number, asked: number, wholePage: number }>}
 */
const workOf = (page, changes) =>
  page.run(
    async (/** @type {string} */ html, /** @type {{ articles?: number, mutations?: number, batch?: number }} */ { articles = 0, mutations = 0, batch = 50 }) => {
      const work = { steps: 0, searched: 0, asked: 0, wholePage: 0 };
      /** @type {(() => void)[]} */
      const undo = [];
      /** @param {any} prototype @param {string} name @param {(self: any) => void} count */
      const tap = (prototype, name, count) => {
        const original = prototype[name];
        prototype[name] = function (/** @type {unknown[]} */ ...args) {
          count(this);
          return original.apply(this, args);
        };
        undo.push(() => {
          prototype[name] = original;
        });
      };
      const main = /** @type {Element} */ (document.querySelector('main'));
      const ticker = /** @type {Element} */ (document.querySelector('#ticker'));
      const template = document.createElement('template');
      template.innerHTML = html;
      tap(TreeWalker.prototype, 'nextNode', () => work.steps++);
      tap(Element.prototype, 'querySelectorAll', (self) => (work.searched += self.getElementsByTagName('*').length));
      tap(Element.prototype, 'closest', () => work.asked++);
      tap(Document.prototype, 'querySelectorAll', () => work.wholePage++);
      for (let done = 0; done < Math.max(articles, mutations); done += batch) {
        for (let at = 0; at < batch; at++) {
          if (at + done < articles) main.append(template.content.cloneNode(true));
          if (at + done < mutations) ticker.replaceChildren(Object.assign(document.createElement('b'), { textContent: `${at}` }));
        }
        await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
      }
      for (const each of undo) each();
      return work;
    },
    storyOf(TITLE, STORY),
    changes,
  );

behaviour('the watch looks only at what was added, once a frame, however long the page is', async (page) => {
  page.setPolicy(POLICY);
  await page.openHTML(living(`<div id="ticker"></div><main>${storyOf(TITLE, STORY)}</main>`));
  await untilOne(page);
  const first = await workOf(page, { articles: 100 });
  await page.until(() => document.querySelectorAll('nut-graf').length === 101);
  const later = await workOf(page, { articles: 400 });
  await page.until(() => document.querySelectorAll('nut-graf').length === 501);
  // Four times as many articles are four times the work, with hundreds of others on the page as with none.
  for (const kind of /** @type {const} */ (['steps', 'searched', 'asked', 'wholePage'])) {
    assert.ok(later[kind] <= 4.2 * first[kind] + 10, `${kind}: ${first[kind]}, then ${later[kind]}`);
  }
  assert.ok(later.steps <= 400 * 60, `${later.steps} steps for 400 articles`);
  // What changes elsewhere costs no walk and no search through what was there before.
  const ticks = await workOf(page, { mutations: 2000 });
  assert.deepEqual([ticks.steps, ticks.searched, ticks.wholePage], [0, 0, 0]);
  assert.ok(ticks.asked <= 3 * 2000, `${ticks.asked} questions for 2,000 changes`);
});
