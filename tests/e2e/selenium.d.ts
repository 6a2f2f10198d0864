// selenium-webdriver brings no types of its own; the tests use these few of its calls.
declare module 'selenium-webdriver' {
  export interface WebElement {
    click(): Promise<void>;
    getAttribute(name: string): Promise<string | null>;
    sendKeys(...keys: string[]): Promise<void>;
  }
  export interface Actions {
    move(to: { x?: number; y?: number; origin?: WebElement }): Actions;
    sendKeys(...keys: string[]): Actions;
    perform(): Promise<void>;
    clear(): Promise<void>;
  }
  export interface WebDriver {
    get(url: string): Promise<void>;
    navigate(): { back(): Promise<void> };
    quit(): Promise<void>;
    actions(options?: { async?: boolean }): Actions;
    executeScript(script: Function | string, ...args: unknown[]): Promise<any>;
    takeScreenshot(): Promise<string>;
    manage(): {
      logs(): { get(type: string): Promise<{ level: { name: string; value: number }; message: string }[]> };
      window(): { setRect(rect: { width: number; height: number }): Promise<unknown> };
      setTimeouts(timeouts: { script?: number; pageLoad?: number }): Promise<void>;
    };
    sendDevToolsCommand(command: string, parameters?: object): Promise<void>;
    sendAndGetDevToolsCommand(command: string, parameters?: object): Promise<unknown>;
  }
  export class Builder {
    usingServer(url: string): this;
    withCapabilities(capabilities: object): this;
    forBrowser(name: string): this;
    setChromeOptions(options: unknown): this;
    setChromeService(service: unknown): this;
    setFirefoxOptions(options: unknown): this;
    setFirefoxService(service: unknown): this;
    build(): Promise<WebDriver>;
  }
  export const Key: { TAB: string; ENTER: string; SPACE: string; ESCAPE: string };
  export const logging: {
    Level: { ALL: unknown };
    Preferences: new () => { setLevel(type: string, level: unknown): void };
  };
}

declare module 'selenium-webdriver/chrome.js' {
  export class Options {
    setChromeBinaryPath(path: string): this;
    addArguments(...args: string[]): this;
    setLoggingPrefs(preferences: unknown): this;
  }
  export class ServiceBuilder {
    constructor(path: string);
  }
}

declare module 'selenium-webdriver/firefox.js' {
  export class Options {
    setBinary(path: string): this;
    addArguments(...args: string[]): this;
    setPreference(name: string, value: unknown): this;
  }
  export class ServiceBuilder {
    constructor(path: string);
  }
}
