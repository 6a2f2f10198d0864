/**
 * One server and one browser a test file, a fresh page a test. Every page is watched: what it writes to the console as
 * error or warning, throws, leaves rejected or does against its policy fails the test, unless the test says it expects it.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { CONTENT_SECURITY_POLICY, startServer } from '../../scripts/serve.mjs';
import { ENGINE, startBrowser } from './browsers.mjs';

export { CONTENT_SECURITY_POLICY, ENGINE, Key };

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('selenium-webdriver').WebElement} WebElement
 * @typedef {(request: Request, response: Response) => boolean | Promise<boolean>} Answer true when it has answered
 */

const HERE = new URL('./', import.meta.url);
const WWW = new URL('../../www/', import.meta.url);
const WAIT_MS = 20_000;
const TEST_MS = 120_000;

const WASM = /\.wasm$/;

/** A made-up article of five sentences. */
export const STORY = [
  'The harbour of Lindholm will be dredged next spring, the port authority said on Monday.',
  'Ships of up to 300 metres will then reach the northern quay.',
  'Mayor Anna Berg called the decision overdue.',
  'Fishermen fear for the cod that spawns in the bay.',
  'The work costs 40 million kroner and takes two years.',
  'A dredger from Rotterdam is to clear the channel of sand and stones that three winters of storms have left there.',
  'The old lighthouse on the mole will be moved forty metres inland before the first of the large ships arrives.',
  'Shopkeepers around the market hope for guests from the cruises that now pass the town by.',
  'Buses will run along the coast road every quarter of an hour while the quay is closed.',
];

/** A story in Arabic. */
export const ARABIC = [
  'أعلنت هيئة الميناء يوم الاثنين أن الميناء سيغلق في الربيع المقبل.',
  'ووصفت رئيسة البلدية آنا بيرغ القرار بأنه متأخر.',
  'وتبلغ تكلفة العمل 40 مليون دولار ويستمر عامين.',
  'وقالت نقابة الصيادين إن الأسماك في الخليج ستتضرر من العمل.',
  'ومن المقرر أن يصوت المجلس على الخطة في شهر يناير بعد أن يستمع إلى أصحاب المتاجر والسكان.',
  'وسوف تصل سفينة كبيرة من روتردام في الأسبوع الأول من مايو لتنظيف القناة من الرمال والحجارة التي تركتها العواصف.',
  'وستنقل المنارة القديمة أربعين مترا إلى الداخل قبل وصول أول السفن الكبيرة إلى الرصيف الشمالي.',
  'ويأمل أصحاب المتاجر حول السوق في قدوم ضيوف من السفن السياحية التي تمر الآن بالمدينة ولا تتوقف فيها.',
  'وستسير الحافلات على الطريق الساحلي كل ربع ساعة طوال مدة إغلاق الرصيف.',
];

/** @param {string} text */
export const escapeHTML = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * A small page around a body, with the widget's script.
 *
 * @param {string} body
 * @param {{ script?: string, attributes?: string, html?: string }} [options]
 */
export const pageOf = (body, { script = '/dist/nutgraf.js', attributes = '', html = 'lang="en"' } = {}) =>
  `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Test</title>` +
  '<link rel="icon" href="/demo/favicon.svg"><meta name="viewport" content="width=device-width">' +
  `<script type="module" src="${script}" ${attributes}></script></head><body>${body}</body></html>`;

/** @param {string[]} [sentences] */
export const articleOf = (sentences = STORY, headline = 'Lindholm harbour to be dredged') =>
  `<article id="story"><h1>${headline}</h1><nut-graf></nut-graf>` +
  `${sentences.map((sentence) => `<p>${escapeHTML(sentence)}</p>`).join('')}</article>`;

/** What the test in hand has set up; the server looks here. */
class Scene {
  /** @type {string[]} */
  requests = [];
  /** @type {{ path: RegExp, answer: Answer }[]} */
  answers = [];
  /** @type {Map<string, string>} */
  pages = new Map();
  policy = CONTENT_SECURITY_POLICY;
}

let scene = new Scene();
/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;
let count = 0;

/** @param {string} path */
const htmlAt = async (path) => {
  const made = scene.pages.get(path);
  if (made !== undefined) return made;
  const own = path.startsWith('/pages/') ? new URL(`.${path}`, HERE) : new URL(`.${path}`, WWW);
  return readFile(own, 'utf8').catch(() => undefined);
};

/** @param {Response} response @param {number} status @param {string} type @param {string | Uint8Array} body */
const reply = (response, status, type, body) => {
  response.writeHead(status, { 'Content-Type': type });
  response.end(body);
  return true;
};

/** @type {Answer} */
const intercept = async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  scene.requests.push(pathname);
  response.setHeader('Cache-Control', 'no-store');
  for (const { path, answer } of scene.answers) {
    if (path.test(pathname) && (await answer(request, response))) return true;
  }
  if (pathname === '/__witness.js') return reply(response, 200, 'text/javascript', await readFile(new URL('witness.js', HERE)));
  if (/^\/pages\/\w+\.js$/.test(pathname)) {
    return reply(response, 200, 'text/javascript', await readFile(new URL(`.${pathname}`, HERE)));
  }
  if (pathname === '/favicon.ico') return reply(response, 204, 'image/x-icon', '');
  const html = pathname.endsWith('.html') ? await htmlAt(pathname) : undefined;
  if (html === undefined) return false;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Security-Policy', scene.policy);
  response.end(html.replace(/<head[^>]*>/, '$&<script src="/__witness.js"></script>'));
  return true;
};

/** Starts the server and the browser for a test file, and stops them after it. */
export const setUp = () => {
  before(
    async () => {
      server = await startServer({ port: 0, intercept });
      browser = await startBrowser();
      await browser.driver.manage().setTimeouts({ script: 60_000, pageLoad: TEST_MS });
    },
    { timeout: TEST_MS },
  );
  after(async () => {
    await browser?.quit();
    await server?.close();
  });
};

/** Answers of a broken server, for the wasm or any other file. */
export const broken = {
  /** @type {Answer} */
  missing: (_, response) => reply(response, 404, 'text/plain', 'not here'),
  /** @type {Answer} */
  html: (_, response) => reply(response, 200, 'text/html', '<!doctype html><title>Welcome</title>'),
  /** @type {Answer} */
  htmlAsWasm: (_, response) => reply(response, 200, 'application/wasm', '<!doctype html><title>Welcome</title>'),
  /** @type {Answer} */
  cutOff: async (_, response) => {
    const bytes = await readFile(new URL('dist/nutgraf.wasm', WWW));
    return reply(response, 200, 'application/wasm', bytes.subarray(0, bytes.length >> 1));
  },
  /** @type {Answer} */
  hungUp: (request) => {
    request.socket.destroy();
    return true;
  },
};

export class Page {
  get driver() {
    return browser.driver;
  }

  get wasmRequests() {
    return scene.requests.filter((path) => WASM.test(path)).length;
  }

  get requests() {
    return scene.requests;
  }

  /**
   * @param {string} path where the server gives this HTML instead of a file
   * @param {string} html
   */
  serve(path, html) {
    scene.pages.set(path, html);
  }

  /** @param {string} policy */
  setPolicy(policy) {
    scene.policy = policy;
  }

  /**
   * Answers requests for a path until the function that comes back is called.
   *
   * @param {RegExp} path
   * @param {Answer} answer
   */
  answer(path, answer) {
    const entry = { path, answer };
    scene.answers.push(entry);
    return () => {
      scene.answers.splice(scene.answers.indexOf(entry), 1);
    };
  }

  /** Lets requests for a path wait until the function that comes back is called. @param {RegExp} path */
  hold(path) {
    /** @type {() => void} */
    let open = () => {};
    const opened = new Promise((resolve) => {
      open = () => resolve(undefined);
    });
    this.answer(path, async () => {
      await opened;
      return false;
    });
    return open;
  }

  /** Opens a page and waits for the widget's definition. @param {string} path */
  async open(path, { defined = true } = {}) {
    await this.driver.get(`${server.url}${path}?${++count}`);
    if (defined) await this.until(() => Boolean(customElements.get('nut-graf')));
  }

  /** Goes back by the driver: it may wait for ever for the answer of a script whose page has gone. */
  back() {
    return this.driver.navigate().back();
  }

  /** Opens a made page. @param {string} html @param {{ defined?: boolean }} [options] */
  async openHTML(html, options) {
    this.serve('/made.html', html);
    await this.open('/made.html', options);
  }

  /**
   * Runs a function in the page.
   *
   * @template T
   * @param {(...args: any[]) => T | Promise<T>} code
   * @param {...unknown} args
   * @returns {Promise<T>}
   */
  run(code, ...args) {
    return this.driver.executeScript(code, ...args);
  }

  /**
   * Runs a function in the page until it gives something true.
   *
   * @template T
   * @param {(...args: any[]) => T} code
   * @param {...unknown} args
   * @returns {Promise<Exclude<T, false | '' | 0 | null | undefined>>}
   */
  async until(code, ...args) {
    const deadline = Date.now() + WAIT_MS;
    for (;;) {
      const value = await this.run(code, ...args);
      if (value) return /** @type {Exclude<T, false | '' | 0 | null | undefined>} */ (value);
      if (Date.now() > deadline) assert.fail(`waited in vain for ${code}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** An element of the widget by its part. @param {string} part @returns {Promise<WebElement>} */
  part(part, index = 0, nth = 0) {
    return this.driver.executeScript(
      (/** @type {string} */ name, /** @type {number} */ widget, /** @type {number} */ which) =>
        document.querySelectorAll('nut-graf')[widget]?.shadowRoot?.querySelectorAll(`[part~=${name}]`)[which],
      part,
      index,
      nth,
    );
  }

  /** What a widget shows. */
  state(index = 0) {
    return this.run((/** @type {number} */ which) => {
      const host = /** @type {import('../../www/element.js').NutGraf} */ (document.querySelectorAll('nut-graf')[which]);
      const root = /** @type {ShadowRoot} */ (host.shadowRoot);
      const panel = /** @type {HTMLElement} */ (root.querySelector('[part~=panel]'));
      const button = /** @type {HTMLElement} */ (root.querySelector('[part~=button]'));
      return {
        open: host.open,
        expanded: button.getAttribute('aria-expanded'),
        button: button.textContent,
        shown: panel.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }),
        label: panel.getAttribute('aria-label'),
        sentences: Array.from(root.querySelectorAll('[part~=sentence]'), (node) => node.textContent ?? ''),
        note: root.querySelector('[part~=note]')?.textContent ?? '',
        message: root.querySelector('[part~=message]')?.textContent ?? '',
        status: root.querySelector('[part~=status]')?.textContent ?? '',
        focused: root.activeElement?.getAttribute('part') ?? '',
      };
    }, index);
  }

  /**
   * Brings an element of the widget to the middle, where nothing covers it, and waits until it stays there: a smooth
   * scroll under way ends, and one that was about to begin too.
   *
   * @param {string} part
   */
  async approach(part, index = 0, nth = 0) {
    const node = await this.part(part, index, nth);
    await this.run(
      async (/** @type {Element} */ target, /** @type {number} */ patience) => {
        // The reader takes over from the widget's own scrolling.
        dispatchEvent(new WheelEvent('wheel'));
        const deadline = performance.now() + patience;
        let top;
        do {
          target.scrollIntoView({ block: 'center', behavior: 'instant' });
          ({ top } = target.getBoundingClientRect());
          await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
        } while (Math.abs(target.getBoundingClientRect().top - top) > 1 && performance.now() < deadline);
      },
      node,
      WAIT_MS,
    );
    return node;
  }

  /** Clicks an element of the widget. @param {string} part */
  async press(part, index = 0, nth = 0) {
    await (await this.approach(part, index, nth)).click();
  }

  /** Clicks the button and waits for the panel. */
  async click(index = 0) {
    await this.press('button', index);
    await this.shown(index);
    return this.state(index);
  }

  async hover(index = 0) {
    const origin = await this.approach('button', index);
    await this.driver.actions({ async: true }).move({ origin }).perform();
  }

  shown(index = 0) {
    return this.until(
      (/** @type {number} */ which) =>
        document.querySelectorAll('nut-graf')[which].shadowRoot?.querySelector('[part~=panel]')?.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }),
      index,
    );
  }

  /** Keeps the widgets' events from now on, for `events`. */
  async listen() {
    await this.run(() => {
      const events = /** @type {unknown[]} */ ([]);
      Object.assign(window, { heard: events });
      for (const type of ['ready', 'toggle', 'error']) {
        document.addEventListener(`nutgraf:${type}`, (event) => {
          const { detail } = /** @type {CustomEvent} */ (event);
          events.push({ type, detail: type === 'ready' ? { sentences: detail.sentences.length } : detail });
        });
      }
    });
  }

  /** @returns {Promise<{ type: string, detail: any }[]>} */
  events() {
    return this.run(() => /** @type {any} */ (window).heard);
  }

  /** Presses keys where the focus is. @param {string[]} keys */
  async keys(...keys) {
    await this.driver.actions({ async: true }).sendKeys(...keys).perform();
  }

  /** Everything the page and the browser complained about. @returns {Promise<string[]>} */
  async log() {
    const seen = await this.run(() => /** @type {string[]} */ (/** @type {any} */ (window).witness?.log ?? []));
    if (ENGINE !== 'chromium') return seen;
    const entries = await this.driver.manage().logs().get('browser');
    return [...seen, ...entries.filter(({ level }) => level.value >= 900).map(({ message }) => message)];
  }
}

/**
 * A test on a fresh page.
 *
 * @param {string} sentence what the widget does
 * @param {(page: Page) => Promise<void>} body
 * @param {{ allows?: RegExp }} [options] the only complaints that may be in the log
 */
export const behaviour = (sentence, body, { allows } = {}) => {
  test(sentence, { timeout: TEST_MS }, async () => {
    scene = new Scene();
    const page = new Page();
    await page.driver.get('about:blank');
    // What an earlier page said is not this test's.
    await page.log();
    await body(page);
    const log = await page.log();
    const unexpected = log.filter((line) => !allows?.test(line));
    assert.deepEqual(unexpected, [], 'the console stays clean');
  });
};
