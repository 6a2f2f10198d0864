/** What hostile pages and articles try: they may break themselves, but run nothing. */
import assert from 'node:assert/strict';
import { CONTENT_SECURITY_POLICY, STORY, articleOf, behaviour, escapeHTML, pageOf, setUp } from './harness.mjs';

setUp();

/** @typedef {import('./harness.mjs').Page} Page */

/** What would stand in the page if text became markup. */
const HOSTILE = '"><img src=x onerror=alert(1)>';

/** A script before the widget's own. @param {Page} page @param {string} code @param {string} body */
const openAfter = async (page, code, body) => {
  page.answer(/\/before\.js$/, (_, response) => {
    response.setHeader('Content-Type', 'text/javascript');
    response.end(code);
    return true;
  });
  await page.openHTML(pageOf(body).replace('<script', '<script src="/before.js"></script><script'));
};

/** Elements of the page and of the widgets that only markup could have made. @param {Page} page */
const injected = (page) =>
  page.run(() => {
    const roots = [document, ...Array.from(document.querySelectorAll('nut-graf'), ({ shadowRoot }) => shadowRoot)];
    return roots.reduce((sum, root) => sum + Number(root?.querySelectorAll('[onerror], [onload], iframe, nut-graf img').length), 0);
  });

behaviour('every page under test forbids inline scripts and styles, eval, and markup from text', async (page) => {
  await page.openHTML(pageOf(articleOf()));
  for (const rule of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "require-trusted-types-for 'script'", "trusted-types 'none'"]) {
    assert.ok(CONTENT_SECURITY_POLICY.split('; ').includes(rule), rule);
  }
  const refused = await page.run(() => {
    const tries = [() => eval('1'), () => document.body.setAttribute('style', 'color:red')];
    if ('trustedTypes' in window) tries.push(() => (document.body.innerHTML = '<p>'), () => /** @type {any} */ (window).trustedTypes.createPolicy('own', {}));
    return tries.filter((attempt) => {
      try {
        attempt();
        return document.body.style.color === 'red';
      } catch {
        return false;
      }
    }).length;
  });
  assert.equal(refused, 0, 'what the policy forbids is refused');
}, { allows: /policy|Content Security|Refused|violates|Trusted|blocked/i });

behaviour('elements with the names of what the page has run nothing, and stop nothing that the browser itself does not', async (page) => {
  const names = ['currentScript', 'customElements', 'WebAssembly', 'nutgraf', 'labels', 'panel', 'summary', 'fetch', 'attributes', 'children'];
  const clobber = names.map((name) => `<form name="${name}" id="${name}"><input name="nodeName"><input name="getAttribute"></form><img name="${name}" alt="">`).join('');
  await page.openHTML(pageOf(articleOf() + clobber));
  assert.equal((await page.click()).sentences.length, 3);
  assert.equal(await injected(page), 0);
});

behaviour('inside the article too: a form whose fields hide what the form has is read past', async (page) => {
  const fields = ['nodeName', 'nodeType', 'localName', 'childNodes', 'parentNode', 'textContent', 'children', 'attributes', 'matches', 'closest'];
  const form = `<form>${fields.map((name) => `<input name="${name}">`).join('')}</form>`;
  await page.openHTML(pageOf(articleOf().replace('</h1>', `</h1>${form}`).replace('</article>', `${form}</article>`)));
  const { sentences } = await page.click();
  assert.equal(sentences.length, 3);
  assert.ok(sentences.every((sentence) => STORY.includes(sentence)));
  await page.press('source');
  await page.until(() => !CSS.highlights || CSS.highlights.has('nutgraf'));
});

// Not `signal`, `slotAssignment`, `attributeFilter`: with these the browser itself throws wherever any script listens, makes a tree or observes one.
const POLLUTED =
  'type lang length shape error summary html code headers once passive capture mode attributes characterData root rootMargin threshold method body cache integrity ' +
  'credentials redirect detail bubbles composed cancelable module_or_path bytes sentences words preventScroll behavior block style granularity value writable default ' +
  'owner paused text url title files key innerHTML src href part';

behaviour('a polluted Object.prototype runs nothing and stops nothing', async (page) => {
  const code = `for (const name of ${JSON.stringify(POLLUTED.split(' '))}) Object.prototype[name] = ${JSON.stringify(HOSTILE)};`;
  await openAfter(page, code, articleOf());
  assert.equal((await page.click()).sentences.length, 3);
  await page.press('source');
  await page.press('why');
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=shares]'));
  assert.equal(await injected(page), 0);
});

behaviour('markup in the headline, in names and in the summary made at publish time stays text', async (page) => {
  const data = `{"hash":0,"type":"key-points","length":"short","summary":{"language":"en","headline":${JSON.stringify(HOSTILE).replace(/</g, '\\u003c')}}}`;
  const hostile = escapeHTML(HOSTILE);
  const article = articleOf([`Mayor Anna ${HOSTILE} Berg of Lindholm opened the harbour of ${HOSTILE} on Monday.`, ...STORY], hostile);
  await page.openHTML(pageOf(article.replace('<nut-graf>', `<nut-graf><script type="application/json">${data}</script>`)));
  await page.click();
  await page.until(() => document.querySelector('nut-graf')?.shadowRoot?.querySelector('[part~=list]'));
  assert.equal((await page.state()).label, `Summary of ${HOSTILE}`);
  assert.equal(await injected(page), 0);
});

behaviour('hostile attribute values do no harm', async (page) => {
  const hostile = escapeHTML(HOSTILE);
  const names = ['for', 'type', 'length', 'lang', 'label', 'loading', 'style', 'slot'];
  const values = [hostile, ']]]{{', '\u0001\uFFFF', '9'.repeat(5000), '__proto__'];
  const widgets = values.map((value) => `<nut-graf ${names.map((name) => (name === 'style' ? '' : `${name}="${value}"`)).join(' ')}></nut-graf>`);
  await page.openHTML(pageOf(articleOf() + widgets.join('')));
  for (let index = 1; index <= values.length; index++) {
    const { message } = await page.click(index);
    assert.equal(message, 'The article of this button is not on the page.', values[index - 1]);
  }
  assert.equal(await injected(page), 0);
  // The same without a wrong `for` gives a summary all the same.
  await page.run(() => {
    for (const host of document.querySelectorAll('nut-graf')) host.setAttribute('for', 'story');
  });
  await page.until(() => document.querySelectorAll('nut-graf')[5].shadowRoot?.querySelectorAll('[part~=item]').length === 3);
  const label = (await page.state(1)).button;
  assert.equal(label, HOSTILE);
});
