/** What a reader does with a summary: its length and layout, copying, sharing, listening, printing, its names and reasons. */
import assert from 'node:assert/strict';
import { Key, STORY, articleOf, behaviour, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */
/** @typedef {import('./harness.mjs').Page} Page */

const ARROW_DOWN = '\uE015';
const DEMO = '/demo/peacekeeping-talks-in-nagorno-karabakh.html';
const LONG = [...STORY, 'The council votes in May.', 'Sweden and Norway will watch closely.', 'Three firms have offered to do the work, the mayor added on Tuesday.'];

/** @param {Page} page @param {string} name @param {string} value */
const pick = async (page, name, value) => {
  await page.run(
    (/** @type {string} */ one, /** @type {string} */ other) => {
      const input = document.querySelector('nut-graf')?.shadowRoot?.querySelector(`input[name=${one}][value=${other}]`);
      /** @type {HTMLElement} */ (input).click();
    },
    name,
    value,
  );
};

/** @param {Page} page @param {number} count */
const untilSentences = (page, count) =>
  page.until((/** @type {number} */ wanted) => document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('[part~=item]').length === wanted, count);

/** @param {Page} page */
const forget = (page) => page.run(() => localStorage.removeItem('nutgraf'));

behaviour('the length changes at once, without another fetch, and the focus stays', async (page) => {
  await page.openHTML(pageOf(articleOf(LONG)));
  await page.click();
  const { requests } = page;
  const before = requests.length;
  await page.run(() => {
    const input = document.querySelector('nut-graf')?.shadowRoot?.querySelector('input[value=short]');
    /** @type {HTMLElement} */ (input).focus();
  });
  await page.keys(ARROW_DOWN);
  await untilSentences(page, 5);
  assert.equal(await page.run(() => /** @type {NutGraf} */ (document.querySelector('nut-graf')).length), 'medium');
  const focused = await page.run(() => {
    const input = document.querySelector('nut-graf')?.shadowRoot?.activeElement;
    return /** @type {HTMLInputElement} */ (input).value;
  });
  assert.equal(focused, 'medium');
  await pick(page, 'length', 'long');
  await untilSentences(page, 7);
  assert.equal(page.requests.length, before);
  await forget(page);
});

behaviour('the layout changes between points and running text, whose sentences still lead to their places', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  const { sentences } = await page.click();
  await pick(page, 'shape', 'paragraph');
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=paragraph]'));
  const gaps = await page.run(() => {
    const sentences = [...(document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('[part~=sentence]') ?? [])];
    const lines = sentences.map((node) => [...node.getClientRects()]);
    return lines.slice(1).map(([first], at) => ({ last: /** @type {DOMRect} */ (lines[at].at(-1)), first })).filter(({ last, first }) => last.top === first.top).map(({ last, first }) => first.left - last.right);
  });
  assert.ok(gaps.length > 0 && gaps.every((gap) => gap > 2), `a space parts the sentences: ${gaps}`);
  assert.deepEqual((await page.state()).sentences, sentences);
  const href = await page.run(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('a')?.href);
  assert.match(`${href}`, /#:~:text=The%20harbour%20of%20Lindholm/);
  await page.press('source');
  await page.until(() => !CSS.highlights || CSS.highlights.has('nutgraf'));
  assert.equal((await page.state()).status, 'Shown in the article');
  assert.equal(await page.run(() => location.hash), '');
  await forget(page);
});

behaviour('a headline is one sentence in bold, and no layout is offered for it', async (page) => {
  await page.openHTML(pageOf(articleOf().replace('<nut-graf>', '<nut-graf type="headline">')));
  assert.equal((await page.click()).sentences.length, 1);
  const look = () =>
    page.run(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('nut-graf')?.shadowRoot);
      const groups = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[part~=choice]')]);
      return { weight: getComputedStyle(/** @type {Element} */ (root.querySelector('[part~=sentence]'))).fontWeight, choices: groups.map((group) => group.checkVisibility()) };
    });
  assert.deepEqual(await look(), { weight: '700', choices: [true, false] });
  await page.run(() => document.querySelector('nut-graf')?.setAttribute('type', 'key-points'));
  await untilSentences(page, 3);
  assert.deepEqual(await look(), { weight: '400', choices: [true, true] });
});

behaviour('length and layout are remembered for the next article', async (page) => {
  await page.openHTML(pageOf(articleOf(LONG)));
  await page.click();
  await pick(page, 'length', 'medium');
  await pick(page, 'shape', 'paragraph');
  await untilSentences(page, 5);
  await page.openHTML(pageOf(articleOf(LONG)));
  await page.click();
  await untilSentences(page, 5);
  assert.ok(await page.run(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=paragraph]')));
  await forget(page);
  await page.openHTML(pageOf(articleOf(LONG)));
  await page.click();
  await untilSentences(page, 3);
});

behaviour('nonsense in the storage, and no storage at all, change nothing', async (page) => {
  await page.openHTML(pageOf(articleOf(LONG)));
  for (const nonsense of ['{"length":"__proto__","shape":7}', '[]', 'null', '{', '"long"']) {
    await page.run((/** @type {string} */ value) => localStorage.setItem('nutgraf', value), nonsense);
    await page.openHTML(pageOf(articleOf(LONG)));
    assert.equal((await page.click()).sentences.length, 3, nonsense);
  }
  await forget(page);
  await page.openHTML(pageOf(articleOf(LONG)));
  await page.run(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.click();
  await pick(page, 'length', 'medium');
  await untilSentences(page, 5);
});

/** Puts a clipboard in place of the browser's, which asks for permissions. @param {Page} page */
const watchClipboard = (page) =>
  page.run(() => {
    Object.assign(window, { clip: [] });
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (/** @type {string} */ text) => void (/** @type {any} */ (window).clip.push(text)) },
    });
  });

/** @param {Page} page @returns {Promise<string>} */
const clipped = (page) => page.until(() => /** @type {any} */ (window).clip.pop());

behaviour('copying gives the headline, the sentences and the address, plain or as Markdown', async (page) => {
  await page.openHTML(pageOf(articleOf(STORY.map((text) => text.replace(/\.$/, ', the *mayor* <b>said</b>.')))));
  await watchClipboard(page);
  const { sentences } = await page.click();
  const address = await page.run(() => location.href);
  await page.press('copy');
  assert.equal(await clipped(page), `Lindholm harbour to be dredged\n\n${sentences.map((text) => `• ${text}`).join('\n')}\n\n${address}`);
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=copy]')?.textContent === 'Copied');
  assert.equal((await page.state()).status, 'Copied');
  await page.press('markdown');
  const text = await clipped(page);
  assert.match(text, /^## Lindholm harbour to be dredged\n\n- [^*<\n]+, the \\\*mayor\\\* \\<b\\>said\\<\/b\\>\.\n/);
  assert.ok(text.endsWith(`\n\n<${address}>\n`));
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=copy]')?.textContent === 'Copy');
});

behaviour('where the clipboard may not be written, the older way is tried and its failure announced', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  await page.run(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    Object.assign(document, { execCommand: () => false });
  });
  await page.click();
  await page.press('copy');
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=status]')?.textContent === 'Your browser does not allow copying here.');
  await page.run(() => {
    Object.assign(document, {
      execCommand() {
        const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), cancelable: true });
        document.dispatchEvent(event);
        Object.assign(window, { clip: event.clipboardData?.getData('text/plain') });
        return event.defaultPrevented;
      },
    });
  });
  await page.press('copy');
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=status]')?.textContent === 'Copied');
  assert.match(await page.run(() => /** @type {any} */ (window).clip), /^Lindholm harbour to be dredged\n/);
});

behaviour('sharing asks the system, else copies a link that leads to the sentence', async (page) => {
  await page.open(DEMO);
  await watchClipboard(page);
  await page.run(() => {
    Object.assign(window, { shared: [] });
    Object.defineProperty(navigator, 'canShare', { configurable: true, value: () => true });
    Object.defineProperty(navigator, 'share', { configurable: true, value: async (/** @type {object} */ data) => void (/** @type {any} */ (window).shared.push(data)) });
  });
  const { sentences } = await page.click();
  await page.press('share');
  const data = await page.until(() => /** @type {any} */ (window).shared.pop());
  assert.ok(sentences.includes(data.text));
  assert.match(data.url, /#:~:text=[^,]+,[^,]+$/);
  /** @param {string} name why sharing ends */
  const refuse = (name) =>
    page.run((/** @type {string} */ reason) => {
      const share = async () => {
        throw new DOMException('no', reason);
      };
      Object.defineProperty(navigator, 'share', { configurable: true, value: share });
    }, name);
  await refuse('AbortError');
  await page.press('share');
  assert.equal(await page.run(() => /** @type {any} */ (window).clip.length), 0, 'a reader who closes the dialog wants no link');
  await refuse('NotAllowedError');
  await page.press('share');
  assert.equal(await clipped(page), data.url);
  await page.run(() => void Object.defineProperty(navigator, 'canShare', { value: undefined }));
  await page.press('share');
  const link = await clipped(page);
  assert.equal(link, data.url);
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=share]')?.textContent === 'Link copied');
  // The link's two ends are in the sentence, in that order.
  const [start, end] = link.split('#:~:text=')[1].split(',').map(decodeURIComponent);
  assert.ok(data.text.startsWith(start) && data.text.endsWith(end), link);
  assert.doesNotMatch(link.split('text=')[1], /-/, 'a bare hyphen means something else in a text fragment');
});

behaviour('listening reads the sentences aloud in their language, pauses, goes on, and ends with the panel', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  await page.run(() => {
    const calls = /** @type {any[]} */ ([]);
    Object.assign(window, { calls });
    const note = (/** @type {string} */ name) => () => void calls.push(name);
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        /** @param {string} text */
        constructor(text) {
          Object.assign(this, { text });
        }
      },
    });
    Object.defineProperty(window, 'speechSynthesis', {
      value: { speak: (/** @type {any} */ utterance) => void calls.push(utterance), pause: note('pause'), resume: note('resume'), cancel: note('cancel') },
    });
  });
  const { sentences } = await page.click();
  const label = () => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=listen]')?.textContent;
  const calls = () => page.run(() => /** @type {any} */ (window).calls.splice(0).map((/** @type {any} */ call) => call.text ?? call));
  assert.equal(await page.run(label), 'Listen');
  await page.press('listen');
  assert.deepEqual(await calls(), ['cancel', 'resume', ...sentences]);
  assert.equal(await page.run(label), 'Pause');
  await page.press('listen');
  assert.deepEqual([await calls(), await page.run(label)], [['pause'], 'Go on']);
  await page.press('listen');
  assert.deepEqual([await calls(), await page.run(label)], [['resume'], 'Pause']);
  await page.press('button');
  await page.until(() => /** @type {any} */ (window).calls.includes('cancel'));
  await page.click();
  await calls();
  await page.press('listen');
  await page.run(() => {
    for (const utterance of /** @type {any} */ (window).calls) utterance.onend?.();
  });
  assert.equal(await page.run(label), 'Listen');
  assert.equal(await page.run(() => /** @type {any} */ (window).calls.find((/** @type {any} */ call) => call.text).lang), 'en');
});

behaviour('printing from the panel prints the summary alone, and leaves the page as it was', async (page) => {
  await page.open(DEMO);
  await page.run(() => void Object.assign(window, { print() {} }));
  await page.click();
  await page.press('print');
  const during = await page.run(() => {
    const host = /** @type {Element} */ (document.querySelector('nut-graf'));
    const rule = /** @type {CSSMediaRule} */ (document.adoptedStyleSheets[0].cssRules[0]).cssRules[0];
    const hidden = new Set(document.querySelectorAll(/** @type {CSSStyleRule} */ (rule).selectorText));
    return {
      marked: host.hasAttribute('printing'),
      hidden: [...document.querySelectorAll('h1, #story p, footer')].every((node) => [...hidden].some((other) => other.contains(node))),
      kept: ![...hidden].some((node) => node.contains(host)),
    };
  });
  assert.deepEqual(during, { marked: true, hidden: true, kept: true });
  await page.run(() => void dispatchEvent(new Event('afterprint')));
  assert.equal(await page.run(() => document.adoptedStyleSheets.length), 0);
  assert.equal(await page.run(() => document.querySelector('nut-graf')?.hasAttribute('printing')), false);
});

behaviour('names and figures are marked in the summary and listed by who, where and how much', async (page) => {
  await page.open(DEMO);
  await page.run(() => document.querySelector('nut-graf')?.setAttribute('length', 'medium'));
  await page.click();
  const seen = await page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('nut-graf')?.shadowRoot);
    const lists = Array.from(root.querySelectorAll('[part~=names]'), (row) => [
      row.querySelector('[part~=question]')?.textContent,
      Array.from(row.querySelectorAll('[part~=name]'), (node) => node.textContent),
    ]);
    return { lists: Object.fromEntries(lists), marked: Array.from(root.querySelectorAll('[part~=entity]'), (node) => node.textContent) };
  });
  assert.ok(seen.lists.Who.includes('Peter Stano'));
  assert.ok(seen.lists.Where.includes('Nagorno-Karabakh'));
  assert.deepEqual(seen.lists['How much'], ['5 million euros']);
  for (const name of ['Peter Stano', 'Nagorno-Karabakh', '5 million euros']) assert.ok(seen.marked.includes(name), name);
});

behaviour('choosing a name marks all its mentions in the article, and each press goes on to the next', async (page) => {
  await page.open(DEMO);
  await page.click();
  const press = () =>
    page.run(() => {
      const names = document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('[part~=name]') ?? [];
      /** @type {HTMLElement} */ ([...names].find((node) => node.textContent === 'Peter Stano')).click();
    });
  const status = (/** @type {string} */ words) =>
    page.until((/** @type {string} */ wanted) => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=status]')?.textContent === wanted, words);
  await press();
  await status('Mention 1 of 2 in the article');
  const marked = await page.run(() => CSS.highlights && [...(CSS.highlights.get('nutgraf') ?? [])].map(String));
  if (marked) assert.deepEqual(marked, ['Peter Stano', 'Stano']);
  await press();
  await status('Mention 2 of 2 in the article');
  await press();
  await status('Mention 1 of 2 in the article');
  await page.press('button');
  await page.until(() => !CSS.highlights?.has('nutgraf'));
});

behaviour('a button leads back to the summary, and so does Escape', async (page) => {
  await page.open(DEMO);
  await page.click();
  const away = () =>
    page.until(() => {
      const back = document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=back]');
      return back?.checkVisibility() && !(/** @type {HTMLElement} */ (back).hidden);
    });
  const home = () =>
    page.until(() => {
      const root = document.querySelector('nut-graf')?.shadowRoot;
      const focused = /** @type {Element} */ (root?.activeElement);
      const { top, bottom } = focused.getBoundingClientRect();
      const back = /** @type {HTMLElement} */ (root?.querySelector('[part~=back]'));
      return top >= 0 && bottom <= innerHeight && !back.checkVisibility() && !CSS.highlights?.has('nutgraf');
    });
  const last = (await page.state()).sentences.length - 1;
  for (const way of ['button', 'escape']) {
    await page.press('source', 0, last);
    await page.run(() => scrollBy({ top: 600, behavior: 'instant' }));
    await away();
    if (way === 'button') await (await page.part('back')).click();
    else await page.keys(Key.ESCAPE);
    await home();
    assert.match((await page.state()).focused, /source/);
  }
});

behaviour('why these sentences: each reason in words, its share, and the shares make a whole', async (page) => {
  await page.open(DEMO);
  const { sentences } = await page.click();
  await page.press('why');
  const seen = await page.until(() => {
    const why = document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=why]');
    // They are filled in when the disclosure says that it was opened.
    if (!why?.hasAttribute('open') || !why.querySelector('li')) return undefined;
    return Array.from(why.querySelectorAll('li'), (item) => ({
      quote: item.querySelector('q')?.textContent ?? '',
      words: Array.from(item.querySelectorAll('dt'), (node) => node.textContent ?? ''),
      shares: Array.from(item.querySelectorAll('dd'), (node) => parseInt(node.textContent ?? '', 10)),
    }));
  });
  assert.equal(seen.length, sentences.length);
  for (const [at, { quote, words, shares }] of seen.entries()) {
    assert.ok(sentences[at].startsWith(quote.replace('…', '')));
    assert.ok(words.every((word) => / /.test(word)), 'sentences, not identifiers');
    assert.deepEqual(shares, shares.toSorted((a, b) => b - a));
    const sum = shares.reduce((total, share) => total + share, 0);
    assert.ok(Math.abs(sum - 100) <= words.length, `${shares}`);
  }
});

behaviour('a shown summary says when its article has changed, and offers a new one', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  const [first] = (await page.click()).sentences;
  // What is no part of the article changes nothing: a comment counter, a clock.
  await page.run(() => {
    document.body.append(Object.assign(document.createElement('footer'), { textContent: '12 comments' }));
  });
  await new Promise((resolve) => setTimeout(resolve, 900));
  assert.equal((await page.state()).message, '');
  await page.run((/** @type {string} */ text) => {
    const paragraph = [...document.querySelectorAll('#story p')].find((node) => node.textContent?.includes(text));
    /** @type {Element} */ (paragraph).textContent = 'Nothing of this will be done after all, as the council found on Friday that there is no money for it.';
  }, first);
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=update]'));
  const { message, status, sentences } = await page.state();
  assert.equal(message, 'The article has changed since this summary was made.');
  assert.equal(status, message);
  assert.equal(sentences[0], first, 'what is shown stays until the reader asks');
  await page.press('update');
  const isGone = (/** @type {string} */ text) => !document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=sentence]')?.textContent?.includes(text);
  await page.until(isGone, first);
  const after = await page.state();
  assert.deepEqual([after.message, after.focused], ['', 'button']);
});
