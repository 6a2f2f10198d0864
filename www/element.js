/** The custom element: states and events. Importing this file defines nothing; nutgraf.js does. */
import { articleOf } from './article.js';
import { Attributes } from './attributes.js';
import * as engine from './engine.js';
import { english, languageOf, load } from './labels.js';
import { build, element, set, write } from './template.js';
import { isTooShort } from './worth.js';

/**
 * @typedef {import('./engine.js').Summary} Summary
 * @typedef {import('./labels.js').ButtonLabels} ButtonLabels
 */

/** How long a wait may be before the button says so. */
const PATIENCE_MS = 150;
/** From then on so long no click counts: a second one is impatience, not a change of mind. */
const INSISTENCE_MS = 2000;

export class NutGraf extends Attributes {
  #parts = build(this.attachShadow({ mode: 'open' }));
  /** @type {Summary | null} */
  #summary = null;
  /** What went wrong, in words. */
  #error = '';
  /** The language of the words, and the words once they are there. */
  #language = '';
  /** @type {ButtonLabels | undefined} */
  #labels;
  /** @type {Promise<ButtonLabels> | undefined} */
  #loading;
  #wasOpen = false;
  /** Hidden while the article is too short for a summary. */
  #withheld = false;
  /** The reader waits for the summary, and not so long yet as to change their mind, */
  #waiting = false;
  /** but long enough to be told. */
  #busy = false;
  /** A later call or a removal makes an earlier wait stale. */
  #turn = 0;
  #queued = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {IntersectionObserver | MutationObserver | undefined} */
  #observer;

  constructor() {
    super();
    const { button, slot } = this.#parts;
    for (const interest of ['pointerenter', 'focus', 'touchstart']) {
      button.addEventListener(
        interest,
        (/** @type {Event & { pointerType?: string }} */ { type, pointerType }) => {
          // The click is a moment away: it must not wait for a summary in the making, but show that it was heard first.
          if (/touch/.test(type + pointerType)) this.#fetch().catch(() => {});
          else this.#warm(true);
        },
        { passive: true },
      );
    }
    button.addEventListener('click', () => {
      if (!this.#waiting) this.toggleAttribute('open');
    });
    slot.addEventListener('slotchange', () => this.#schedule());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#schedule();
  }

  disconnectedCallback() {
    this.#turn++;
    this.#rest();
    this.#observer?.disconnect();
    engine.panel?.clear(this);
  }

  attributeChangedCallback() {
    this.#schedule();
  }

  /** The summary, once there is one. */
  get summary() {
    return this.#summary;
  }

  /** The summary's sentences, one a line. */
  get text() {
    return this.#summary?.sentences.map(({ text }) => text).join('\n') ?? '';
  }

  show() {
    this.open = true;
  }

  hide() {
    this.open = false;
  }

  /** @param {FocusOptions} [options] */
  focus(options) {
    this.#parts.button.focus(options);
  }

  /**
   * The summary, whether the panel is open or not; rejects with an Error that has a `code`.
   *
   * @returns {Promise<Summary>}
   */
  async summarize() {
    const turn = ++this.#turn;
    const root = articleOf(this);
    this.#rest();
    this.#waiting = this.open;
    this.#timer = setTimeout(() => {
      this.#busy = this.#waiting;
      if (this.#busy) this.#say(this.#words.busy);
      this.#paint();
      this.#timer = setTimeout(() => {
        this.#waiting = false;
        this.#paint();
      }, INSISTENCE_MS);
    }, PATIENCE_MS);
    try {
      await this.#fetch();
      const summary = await /** @type {engine.Panel} */ (engine.panel).summarize(engine.session, this, root);
      if (turn === this.#turn) this.#accept(summary);
      return summary;
    } catch (error) {
      const failure = /** @type {engine.Failure} */ (error);
      failure.message = this.#words.errors?.[failure.code] ?? this.#words.failed;
      if (turn === this.#turn) this.#refuse(failure);
      throw failure;
    }
  }

  /** All the words there are by now. @returns {ButtonLabels} */
  get #words() {
    const labels = this.#labels ?? english;
    return labels === english ? (engine.panel?.english ?? labels) : labels;
  }

  /** @param {string} words to screen readers */
  #say(words) {
    const { status } = this.#parts;
    set(status, 'lang', this.#words.lang);
    status.textContent = words;
  }

  /** What the lazy chunk fills. */
  get #view() {
    return {
      host: this,
      root: articleOf(this),
      ...this.#parts,
      labels: /** @type {import('./labels.js').Labels} */ (this.#words),
      say: (/** @type {string} */ words) => this.#say(words),
    };
  }

  /** @param {Summary} summary */
  #accept(summary) {
    const fresh = summary !== this.#summary;
    this.#rest();
    this.#summary = summary;
    this.#error = '';
    const ready = engine.panel?.render(engine.session, summary, this.#view);
    if (this.open) this.#say(ready ?? '');
    this.#paint();
    if (fresh) this.#emit('ready', summary);
  }

  /** @param {engine.Failure} failure */
  #refuse({ code, message }) {
    const { button, content } = this.#parts;
    this.#rest();
    engine.panel?.clear(this);
    this.#summary = null;
    this.#error = message;
    const retry = element('button', 'retry', this.#words.retry);
    // What the page lacks or forbids will not come by asking again.
    retry.hidden = !/network|http|mime|crash/.test(code);
    retry.type = 'button';
    retry.addEventListener('click', () => {
      // This button goes when the summary comes; the focus must not go with it.
      button.focus();
      this.summarize().catch(() => {});
    });
    content.replaceChildren(element('p', 'message', message), ...(engine.panel?.opening(code, this.#view) ?? []), retry);
    if (this.open) this.#say(message);
    this.#paint();
    this.#emit('error', { code, message });
  }

  /** Ends a wait. */
  #rest() {
    clearTimeout(this.#timer);
    this.#waiting = this.#busy = false;
  }

  /** Changes of one task make one update. */
  #schedule() {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.isConnected) this.#update();
    });
  }

  #update() {
    const { open } = this;
    this.#translate();
    this.#observe();
    if (open !== this.#wasOpen) {
      this.#wasOpen = open;
      this.#error = '';
      this.#say('');
      this.#emit('toggle', { open });
    }
    if (!open) {
      this.#rest();
      engine.panel?.clear(this);
    } else if (this.#summary || this.#prepared || !this.#slotted) {
      this.summarize().catch(() => {});
    }
    this.#paint();
  }

  /** Chooses the words by the attributes, else by the article's own language. */
  #translate() {
    const { uiLang, lang } = this;
    const near = (articleOf(this) ?? this).closest('[lang]');
    const language = languageOf(uiLang || lang || near?.getAttribute('lang') || '');
    if (language === this.#language) return;
    this.#language = language;
    this.#labels = this.#loading = undefined;
    if (language === english.lang) {
      this.#labels = english;
      return;
    }
    const loading = (this.#loading = load(language));
    loading.then((labels) => {
      if (loading !== this.#loading) return;
      this.#labels = labels;
      this.#schedule();
    });
  }

  /** All that a summary takes. */
  #fetch() {
    return Promise.all([this.#loading, this.#prepared ? engine.open() : engine.warm()]);
  }

  /** Makes the summary ready. @param {boolean} [wanted] whether the reader is at the button */
  async #warm(wanted) {
    try {
      await this.#fetch();
      await engine.panel?.prepare(engine.session, () => this.#view, wanted);
    } catch {
      // What went wrong is told when the reader asks.
    }
  }

  /**
   * Hides where the article is too short for a summary, until that has grown or the page opens the panel; else fetches before
   * the reader shows interest, where `loading` asks for it.
   */
  #observe() {
    const { loading } = this;
    const article = articleOf(this);
    this.#observer?.disconnect();
    // A button that has shown a summary stays: it may have the focus.
    const withheld = !(this.open || this.#summary || !article || this.#slotted) && isTooShort(article, this.type);
    if (this.#withheld !== withheld) this.hidden = this.#withheld = withheld;
    if (withheld) {
      this.#observer = new MutationObserver(() => this.#schedule());
      this.#observer.observe(article, { childList: true, subtree: true });
      return;
    }
    if (loading === 'eager') this.#warm();
    if (loading === 'visible') {
      this.#observer = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.#warm(), {
        rootMargin: '200px',
      });
      this.#observer.observe(this);
    }
  }

  /** Whether the page gave content of its own for the panel. */
  get #slotted() {
    return this.#parts.slot.assignedNodes().some((node) => node instanceof Element || node.textContent?.trim());
  }

  /** Whether that is a summary made at publish time, which needs no WebAssembly while it fits. */
  get #prepared() {
    return this.querySelector(':scope>script[type="application/json"]');
  }

  /** Makes the tree show the state. */
  #paint() {
    const { button, lead, call, panel, content, slot } = this.#parts;
    const { label } = this;
    const labels = this.#labels;
    const busy = this.#busy;
    // What the page gave stands until there is a summary, and stands in for one that failed.
    const own = this.#slotted && !this.#summary;
    const shown = this.open && Boolean(own || this.#summary || this.#error);
    set(content, 'hidden', own ? '' : null);
    set(slot, 'hidden', own ? null : '');
    // Made to work without script: here the button opens it.
    if (own && shown) for (const details of this.querySelectorAll('details')) details.open = true;
    set(panel, 'hidden', shown ? null : '');
    // A rule on the host's own attribute would have the whole panel styled anew.
    button.classList.toggle('open', this.open);
    set(button, 'aria-expanded', `${shown}`);
    button.classList.toggle('busy', busy && !shown);
    set(button, 'aria-disabled', busy && this.#waiting ? 'true' : null);
    // The page's own words stay when open: whether it is, aria-expanded tells.
    write(lead, busy || label || shown || !labels ? '' : `${labels.question} `);
    write(call, (busy && labels?.busy) || label || (labels ? (shown ? labels.hide : labels.call) : ''));
    const { lang } = this.#words;
    const dir = /ar|fa/.test(lang) ? 'rtl' : 'ltr';
    const theirs = label && !busy;
    set(content, 'lang', lang);
    set(content, 'dir', dir);
    set(button, 'lang', theirs ? null : lang);
    set(button, 'dir', theirs ? null : dir);
    // Where there are several buttons, each says whose it is.
    const headline = articleOf(this)?.querySelector('h1,h2,h3')?.textContent.trim();
    set(button, 'aria-label', button.textContent + (headline ? `: ${headline}` : ''));
  }

  /** @param {string} name @param {unknown} detail */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`nutgraf:${name}`, { detail, bubbles: true, composed: true }));
  }
}
