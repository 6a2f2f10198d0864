/**
 * Chromium 110, of January 2023, as an npm package ships it. Today's chromedriver does not speak its protocol any more, so
 * Playwright of its time drives it, behind the few calls of WebDriver that the tests use.
 */
import Chromium from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

/** WebDriver's signs for keys, and Playwright's names. @type {Readonly<Record<string, string>>} */
const KEYS = {
  '\uE004': 'Tab',
  '\uE007': 'Enter',
  '\uE00C': 'Escape',
  '\uE00D': 'Space',
  '\uE012': 'ArrowLeft',
  '\uE013': 'ArrowUp',
  '\uE014': 'ArrowRight',
  '\uE015': 'ArrowDown',
};

/** @typedef {import('playwright-core').Page} BrowserPage */
/** @typedef {import('playwright-core').CDPSession} Session */
/** @typedef {{ type: string, subtype?: string, objectId?: string, value?: unknown }} Remote */

class Element {
  #driver;

  /** @param {Driver} driver @param {string} objectId */
  constructor(driver, objectId) {
    this.#driver = driver;
    this.objectId = objectId;
  }

  /** @returns {Promise<{ x: number, y: number }>} its middle, in the viewport */
  centre() {
    return this.#driver.executeScript((/** @type {HTMLElement} */ node) => {
      const [first] = node.getClientRects();
      if (!first) throw new Error(`${node.outerHTML} is not shown`);
      const outside = first.top < 0 || first.bottom > innerHeight;
      if (outside) node.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = node.getClientRects()[0];
      return { x: x + width / 2, y: y + height / 2 };
    }, this);
  }

  async click() {
    const { x, y } = await this.centre();
    await this.#driver.page.mouse.click(x, y);
  }

  /** @param {string} name @returns {Promise<string | null>} */
  getAttribute(name) {
    return this.#driver.executeScript((/** @type {HTMLElement} */ node, /** @type {string} */ key) => node.getAttribute(key), this, name);
  }

  /** @param {string[]} keys */
  async sendKeys(...keys) {
    await this.#driver.executeScript((/** @type {HTMLElement} */ node) => node.focus(), this);
    await this.#driver.type(keys);
  }
}

class Driver {
  #session;

  /** @param {BrowserPage} page @param {Session} session */
  constructor(page, session) {
    this.page = page;
    this.#session = session;
  }

  /** @param {string} url */
  async get(url) {
    await this.page.goto(url);
  }

  navigate() {
    return { back: () => this.page.goBack() };
  }

  /**
   * In the page, whatever its policy says of eval.
   *
   * @param {Function | string} script
   * @param {...unknown} args
   * @returns {Promise<any>}
   */
  async executeScript(script, ...args) {
    const { result: scope } = await this.#session.send('Runtime.evaluate', { expression: 'globalThis' });
    const result = await this.#call(/** @type {string} */ (scope.objectId), typeof script === 'string' ? `function () { ${script} }` : `${script}`, args);
    if (result.subtype === 'node') return new Element(this, /** @type {string} */ (result.objectId));
    if (!result.objectId) return result.value ?? null;
    return (await this.#call(result.objectId, 'function () { return this }', [], true)).value;
  }

  /** @param {string} objectId @param {string} functionDeclaration @param {unknown[]} args @returns {Promise<Remote>} */
  async #call(objectId, functionDeclaration, args, returnByValue = false) {
    const { result, exceptionDetails } = await this.#session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration,
      arguments: args.map((value) => (value instanceof Element ? { objectId: value.objectId } : { value })),
      awaitPromise: true,
      returnByValue,
      userGesture: false,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return /** @type {Remote} */ (result);
  }

  /** @param {string[]} keys */
  async type(keys) {
    for (const key of keys.flatMap((text) => [...text])) await this.page.keyboard.press(KEYS[key] ?? key);
  }

  actions() {
    /** @type {(() => Promise<void>)[]} */
    const steps = [];
    const chain = {
      move: (/** @type {{ x?: number, y?: number, origin?: Element }} */ { x = 0, y = 0, origin }) => {
        steps.push(async () => {
          const from = (await origin?.centre()) ?? { x: 0, y: 0 };
          await this.page.mouse.move(from.x + x, from.y + y);
        });
        return chain;
      },
      sendKeys: (/** @type {string[]} */ ...keys) => {
        steps.push(() => this.type(keys));
        return chain;
      },
      perform: async () => {
        for (const step of steps) await step();
      },
      clear: async () => {},
    };
    return chain;
  }

  async takeScreenshot() {
    return (await this.page.screenshot()).toString('base64');
  }

  manage() {
    return {
      logs: () => ({ get: async () => [] }),
      window: () => ({ setRect: (/** @type {{ width: number, height: number }} */ size) => this.page.setViewportSize(size) }),
      setTimeouts: async (/** @type {{ pageLoad?: number }} */ { pageLoad = 0 }) => this.page.setDefaultTimeout(pageLoad),
    };
  }

  /** @param {any} command @param {any} [parameters] */
  async sendDevToolsCommand(command, parameters) {
    await this.#session.send(command, parameters);
  }

  async quit() {
    await this.page.context().browser()?.close();
  }
}

/** @param {string[]} flags */
export const startOldChromium = async (flags) => {
  const browser = await chromium.launch({ executablePath: await Chromium.executablePath(), args: flags.filter((flag) => !flag.startsWith('--headless')) });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const driver = new Driver(page, await page.context().newCDPSession(page));
  return { driver: /** @type {import('selenium-webdriver').WebDriver} */ (/** @type {unknown} */ (driver)), quit: () => driver.quit() };
};
