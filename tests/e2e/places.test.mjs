/** Where things are: the button in the article, a sentence in the page, and the page that a link leads to. */
import assert from 'node:assert/strict';
import { ENGINE, STORY, articleOf, behaviour, escapeHTML, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */
/** @typedef {import('./harness.mjs').Page} Page */

const POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'";
const AUTO = { attributes: 'data-auto="article" data-wait="0"' };
const TEXT = STORY.map((line) => `<p>${escapeHTML(line)}</p>`).join('');
const HEADLINE = 'Lindholm harbour to be dredged';

/** What an article begins with, and what its button then comes after. @type {Record<string, [string, string]>} */
const OPENINGS = {
  'a headline that is a link': [`<a href="/other.html"><h1>${HEADLINE}</h1></a>`, 'a'],
  'a header in a link': [`<a href="/other.html"><header><h1>${HEADLINE}</h1></header></a>`, 'a'],
  'a link in a header': [`<header><a href="/other.html"><h1>${HEADLINE}</h1></a><p>After nine winters</p></header>`, 'header'],
  'a headline that unfolds': [`<details open><summary><h1>${HEADLINE}</h1></summary>The story so far</details>`, 'details'],
  'a headline in a button': [`<div role="button" tabindex="0"><h1>${HEADLINE}</h1></div>`, 'div'],
  'a headline of the second rank': [`<h3>Harbours</h3><h2>${HEADLINE}</h2>`, 'h2'],
  'a heading for screen readers alone': [`<h1 style="position:absolute;width:1px;height:1px;margin:0;overflow:hidden">Article</h1><h2>${HEADLINE}</h2>`, 'h2'],
  'a box beside the headline': [`<aside><h1>Newsletter</h1></aside><h2>${HEADLINE}</h2>`, 'h2'],
  'a headline that no heading is': [`<div itemprop="headline">${HEADLINE}</div><h2>In short</h2>`, 'div'],
  'no heading before the text': ['', 'nothing'],
};

behaviour('the button comes after the headline, and in nothing that a click opens or follows', async (page) => {
  page.setPolicy(POLICY);
  const later = '<section><h1>The facts</h1><p>The harbour is 40 metres deep.</p></section><h2>Reactions</h2>';
  const articles = Object.values(OPENINGS).map(([opening]) => `<article>${opening}${TEXT}${later}</article>`);
  await page.openHTML(pageOf(`${articles.join('')}<a href="/other.html"><article>${TEXT}</article></a>`, AUTO));
  await page.until((/** @type {number} */ count) => document.querySelectorAll('nut-graf').length >= count, articles.length);
  const seen = await page.run(() =>
    [...document.querySelectorAll('nut-graf')].map((host) => [host.closest('a,button,summary,[role=button]') === null, host.previousElementSibling?.localName ?? 'nothing']),
  );
  assert.deepEqual(seen, Object.values(OPENINGS).map(([, before]) => [true, before]));
});

/** Opens the panel and goes to the place of a sentence. @param {Page} page @param {RegExp} sentence */
const visit = async (page, sentence) => {
  await page.run(() => /** @type {NutGraf} */ (document.querySelector('nut-graf')).show());
  await page.shown();
  await page.until((/** @type {string} */ pattern) => {
    const items = document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('[part~=item]') ?? [];
    const item = [...items].find(({ textContent }) => new RegExp(pattern).test(textContent ?? ''));
    /** @type {HTMLElement | null | undefined} */ (item?.querySelector('[part~=source]'))?.click();
    return item;
  }, sentence.source);
};

/** Whether an element is in sight, and whether it stays there. @param {Page} page */
const untilInSight = (page) =>
  page.until(async () => {
    const isInSight = () => {
      const { top, bottom, left, right } = /** @type {Element} */ (document.querySelector('#target')).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight && left >= -1 && right <= innerWidth + 1;
    };
    const first = isInSight();
    await new Promise((waited) => setTimeout(waited, 600));
    return first && isInSight();
  });

const TARGET = /^A dredger from Rotterdam/;
const target = `<p id="target">${escapeHTML(STORY[5])}</p>`;
const around = STORY.filter((_, at) => at !== 5).map((line) => `<p>${escapeHTML(line)}</p>`);
const space = '<div style="height:3000px;width:10px"></div>';
/** @param {string} between @param {string} style */
const farPage = (between, style = '') =>
  `<style>${style}</style><article><h1>${HEADLINE}</h1><nut-graf length="long"></nut-graf>${around.slice(0, 4).join('')}${between}${target}${around.slice(4).join('')}${between}</article>`;

/** @type {Record<string, string>} */
const SCROLLERS = {
  'the page': farPage(space),
  'the body of a page that does not scroll': farPage(space, 'html{height:100%;overflow:hidden}body{height:100%;margin:0;overflow:auto}'),
  'the body of a page that scrolls as well': farPage(space, 'html{height:100%;overflow:auto}body{height:150%;margin:0;overflow:auto}'),
  'a box in the page, up and down and sideways': `${space}<div style="height:300px;width:700px;overflow:auto"><div style="width:2000px">${farPage(space, '#target{margin-left:1200px;width:500px}')}</div></div>${space}`,
  'vertical lines, from right to left': farPage('<div style="width:3000px"></div>', 'html{writing-mode:vertical-rl}p{max-block-size:400px}'),
  'sections that are laid out when they are near': farPage(
    Array.from({ length: 12 }, () => '<section style="content-visibility:auto;contain-intrinsic-size:auto 20px"><div style="height:700px"></div></section>').join(''),
  ),
};

for (const [what, html] of Object.entries(SCROLLERS)) {
  behaviour(`a jump ends at the sentence where it scrolls ${what}`, async (page) => {
    page.setPolicy(POLICY);
    await page.openHTML(pageOf(html));
    await visit(page, TARGET);
    await untilInSight(page);
  });
}

behaviour('a jump ends at the sentence although images come on the way', async (page) => {
  page.setPolicy(POLICY);
  page.answer(/late\.svg$/, async (_, response) => {
    await new Promise((waited) => setTimeout(waited, 250));
    response.setHeader('Content-Type', 'image/svg+xml');
    response.end('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"/>');
    return true;
  });
  const images = Array.from({ length: 8 }, (_, at) => `<img loading="lazy" src="/late.svg?${at}" style="display:block;width:100%;height:auto"><div style="height:300px"></div>`);
  await page.openHTML(pageOf(farPage(images.join(''))));
  await visit(page, TARGET);
  await untilInSight(page);
});

behaviour('a reader who scrolls on is not taken back', async (page) => {
  page.setPolicy(POLICY);
  await page.openHTML(pageOf(farPage(space)));
  await visit(page, TARGET);
  await untilInSight(page);
  await page.run(async () => {
    dispatchEvent(new Event('wheel'));
    scrollTo({ top: 0, behavior: 'instant' });
    await new Promise((waited) => setTimeout(waited, 500));
  });
  assert.equal(await page.run(() => scrollY), 0);
});

const SAID = 'A dredger from Rotterdam is to clear Lindholm harbour of 40,000 tonnes of sand, Mayor Anna Berg said.';

/** Pages on which a short quotation would lead elsewhere; the sentence in `#target` is meant. @type {Record<string, { before?: string, html: string }>} */
const QUOTED = {
  'one that begins like another': {
    before: '<p>A dredger from Rotterdam was to clear the channel of mud in the spring of last year, but it never came to Lindholm, the mayor told the council.</p>',
    html: escapeHTML(STORY[5]),
  },
  'one with a line break in it': { html: escapeHTML(STORY[5]).replace('to clear', 'to<br>clear') },
  'one with a line break after its first word': { html: escapeHTML(STORY[5]).replace('A dredger', 'A<br>dredger') },
  'one with words for screen readers in it': {
    html: escapeHTML(STORY[5]).replace('Rotterdam', '<a href="/x.html">Rotterdam<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"> (in a new window)</span></a>'),
  },
  'one whose last words are in it twice': {
    html: 'A dredger from Rotterdam, the largest in Europe, is to clear the channel in Lindholm harbour of 40,000 tonnes of sand and stones, Mayor Anna Berg told the council in Lindholm harbour.',
  },
  'one with signs that mean something in a link': { html: 'A dredger from Rotterdam, the Noord-Holland, is to clear sand &amp; stones off the quay for 100% of its depth.' },
  'one that was said before': { before: `<aside><p>${SAID}</p></aside>`, html: `On Tuesday the plan was shown to the council. ${SAID}` },
};

/** @param {string} name @param {{ before?: string, html: string }} sentence */
const quotedPage = (name, { before = '', html }) =>
  pageOf(
    `<style>p{margin-block-end:2em}</style><article><h1>${HEADLINE}</h1><nut-graf length="long" shape="paragraph"></nut-graf>${before}${around.slice(0, 4).join('')}` +
      `<div style="height:3000px"></div><p id="target">${html}</p><div style="height:3000px"></div>${around.slice(4).join('')}</article>`,
  );

/** @param {Page} page @param {RegExp} sentence @returns {Promise<string>} */
const linkTo = async (page, sentence) => {
  await page.run(() => /** @type {NutGraf} */ (document.querySelector('nut-graf')).show());
  await page.shown();
  return page.until((/** @type {string} */ pattern) => {
    const links = /** @type {HTMLAnchorElement[]} */ ([...(document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('a[part~=source]') ?? [])]);
    return links.findLast(({ textContent }) => new RegExp(pattern).test(textContent ?? ''))?.href;
  }, sentence.source);
};

for (const [what, sentence] of Object.entries(QUOTED)) {
  behaviour(`the link to a sentence leads there: ${what}`, async (page) => {
    page.setPolicy(POLICY);
    await page.openHTML(quotedPage(what, sentence));
    const link = await linkTo(page, /^A\s*dredger from/);
    assert.match(link, /#:~:text=/);
    // Playwright's headless shell of the old Chromium follows no text fragment at all.
    if (ENGINE === 'chromium110' || !(await page.run(() => 'fragmentDirective' in document))) return;
    await page.driver.get('about:blank');
    await page.driver.get(link);
    await page.until(() => document.readyState === 'complete');
    await untilInSight(page).catch(() => assert.fail(`${link} leads elsewhere`));
  });
}

behaviour('what is shared is the canonical address, without what lets a reader in or follows one', async (page) => {
  page.setPolicy(POLICY);
  await page.openHTML(pageOf(articleOf().replace('<nut-graf>', '<nut-graf shape="paragraph">')));
  /** @param {string} address @param {string} [canonical] */
  const shared = async (address, canonical) => {
    await page.run(
      async (/** @type {string} */ href, /** @type {string | undefined} */ canon) => {
        history.replaceState(null, '', href);
        document.querySelector('link[rel=canonical]')?.remove();
        if (canon) document.head.append(Object.assign(document.createElement('link'), { rel: 'canonical', href: canon }));
        const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
        host.hide();
        host.length = host.length === 'long' ? 'short' : 'long';
        host.show();
        await host.summarize();
      },
      address,
      canonical,
    );
    const link = await linkTo(page, /dredged next spring/);
    return link.replace(/:~:text=.*/, '').replace(/#$/, '').replace(/^http:\/\/(localhost|127\.0\.0\.1):\d+/, '');
  };
  assert.equal(await shared('/made.html?id=7&gift=abc&utm_source=x&accessToken=1#access_token=2'), '/made.html?id=7');
  assert.equal(await shared('/made.html#comments'), '/made.html');
  assert.equal(await shared('/made.html#/story/7'), '/made.html#/story/7', 'the fragment is the page of an application');
  assert.equal(await shared('/made.html?id=7', 'https://news.example/made.html'), 'https://news.example/made.html');
  assert.equal(await shared('/made.html', 'https://news.example/harbour?utm_medium=y'), 'https://news.example/harbour');
  assert.equal(await shared('/made.html', 'https://news.example/'), '/made.html', 'a home page is no article');
  assert.equal(await shared('/next-story.html', 'https://news.example/harbour'), '/next-story.html', 'the application went on, the canonical address did not');
});

behaviour('long sentences are spoken in pieces that no voice breaks off', async (page) => {
  page.setPolicy(POLICY);
  const long = `The council voted, after a sitting of seven hours in which forty citizens had spoken, to close the harbour of Lindholm for two years while its quays, its cranes and its mole are rebuilt by a firm from Rotterdam; ${'the works are paid by the state and the region '.repeat(4)}.`;
  const chinese = '市政府星期一宣布，林德霍尔姆港将于明年春季疏浚，工程耗资四千万克朗，预计需要两年时间，届时长达三百米的船舶可以停靠北码头，来自鹿特丹的挖泥船将清除三个冬天的风暴留下的沙石，市长安娜·贝里称这个决定来得太晚。';
  for (const [sentence, most, lang] of /** @type {[string, number, string][]} */ ([[long, 200, 'en'], [chinese, 70, 'zh']])) {
    await page.openHTML(pageOf(`<article><h1>${HEADLINE}</h1><nut-graf></nut-graf>${`<p>${sentence}</p>`}${lang === 'en' ? TEXT : ['市长安娜称这个决定来得太晚，渔民担心海湾里的鳕鱼。', '来自鹿特丹的挖泥船将清除三个冬天的风暴留下的沙石。', '旧灯塔将在第一艘大船到来之前向内陆移动四十米。', '集市周围的店主希望迎来游轮上的客人。', '码头关闭期间公共汽车每隔一刻钟沿海岸公路行驶。'].map((line) => `<p>${line.repeat(2)}</p>`).join('')}</article>`, { html: `lang="${lang}"` }));
    await page.run(() => {
      const said = /** @type {string[]} */ ([]);
      Object.assign(window, { said });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', {
        value: class {
          /** @param {string} text */
          constructor(text) {
            Object.assign(this, { text });
          }
        },
      });
      Object.defineProperty(window, 'speechSynthesis', { value: { speak: (/** @type {any} */ { text }) => void said.push(text), pause() {}, resume() {}, cancel() {} } });
    });
    const { sentences } = await page.click();
    await page.press('listen');
    const said = await page.run(() => /** @type {any} */ (window).said);
    assert.ok(said.length > sentences.length, said.join(' | '));
    assert.ok(said.every((/** @type {string} */ { length }) => length > 0 && length <= most), said.join(' | '));
    const bare = (/** @type {string[]} */ texts) => texts.join('').replace(/\s/g, '');
    assert.equal(bare(said), bare(sentences));
  }
});

behaviour('on a page whose libraries replace built-ins all of it works', async (page) => {
  page.setPolicy(POLICY);
  const placed = `<nut-graf for="own"></nut-graf><article id="own"><h1>${HEADLINE}</h1>${TEXT}</article>`;
  await page.openHTML(pageOf(`${placed}<article><h1>${HEADLINE}</h1>${space}${TEXT}</article>`, AUTO).replace('<script type="module"', '<script src="/pages/replaced.js"></script><script type="module"'));
  await page.until(() => document.querySelectorAll('nut-graf').length === 2);
  /** @param {string} selector */
  const click = (selector) =>
    page.run((/** @type {string} */ name) => void /** @type {HTMLElement | undefined} */ (document.querySelectorAll('nut-graf')[1].shadowRoot?.querySelector(name))?.click(), selector);
  await click('button');
  await page.shown(1);
  assert.equal(await page.run(() => document.querySelectorAll('nut-graf')[1].shadowRoot?.querySelectorAll('[part~=item]').length), 3);
  await click('[part~=source]');
  await page.until(() => scrollY > 1000);
  await click('input[value=long]');
  await page.until(() => document.querySelectorAll('nut-graf')[1].shadowRoot?.querySelectorAll('[part~=item]').length === 7);
  await click('input[value=paragraph]');
  await page.until(() => Boolean(document.querySelectorAll('nut-graf')[1].shadowRoot?.querySelector('a[part~=source][href*=text]')));
  await page.run(() => {
    localStorage.removeItem('nutgraf');
    /** @type {any} */ (window).restore();
  });
});
