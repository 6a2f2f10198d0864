/** The <nut-graf> element: its states and events. */
import { articleOf } from './article.js';
import { Attributes } from './attributes.js';
import { element, setAttribute, setText } from './dom.js';
import * as engine from './engine.js';
import { english, languageOf, load } from './labels.js';
import { build } from './template.js';
import { isTooShort } from './too-short.js';

/**
 * @typedef {import('./engine.js').Failure} Failure
 * @typedef {import('./engine.js').Summary} Summary
 * @typedef {import('./labels.js').ButtonLabels} ButtonLabels
 * @typedef {import('./labels.js').CustomLabels} CustomLabels
 * @typedef {import('./labels.js').Labels} Labels
 * @typedef {import('./panel.js').Panel} Panel
 */

/** The wait, in milliseconds, before the button says that it is busy. */
const BUSY_DELAY_MS = 150;
/** The time after that in which clicks are ignored: a second click so early is impatience, not a change of mind. */
const CLICK_GUARD_MS = 2000;

export class NutGraf extends Attributes {
  #parts = build(this.attachShadow({ mode: 'open' }));
  /** @type {Panel | undefined} */
  #ownPanel;
  /** @type {Summary | null} */
  #summary = null;
  #errorMessage = '';
  /** The language of the labels. */
  #language = '';
  /** Once they are loaded. @type {ButtonLabels | undefined} */
  #labels;
  /** Until they are loaded. @type {Promise<ButtonLabels> | undefined} */
  #labelsLoading;
  /** @type {CustomLabels | string | null} */
  #ownLabels = null;
  #wasOpen = false;
  /** Hidden by the widget itself, because the article is too short for a summary. */
  #hiddenAsShort = false;
  /** The reader waits for the summary, and clicks are ignored. */
  #waiting = false;
  /** The wait is long enough to say so. */
  #busy = false;
  /** Counts the requests for a summary: a later one, or a removal, makes the earlier ones void. */
  #request = 0;
  #updateScheduled = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waitTimer;
  /** @type {IntersectionObserver | MutationObserver | undefined} */
  #observer;

  constructor() {
    super();
    const { button, slot } = this.#parts;
    for (const interest of ['pointerenter', 'focus', 'touchstart']) {
      button.addEventListener(
        interest,
        (/** @type {Event & { pointerType?: string }} */ { type, pointerType }) => {
          // After a touch the click is a moment away: it must not wait for a summary in the making.
          if (/touch/.test(type + pointerType)) this.#load().catch(() => {});
          else this.#prepare(true);
        },
        { passive: true },
      );
    }
    button.addEventListener('click', () => {
      if (!this.#waiting) this.toggleAttribute('open');
    });
    slot.addEventListener('slotchange', () => this.#scheduleUpdate());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#scheduleUpdate();
  }

  disconnectedCallback() {
    this.#request++;
    this.#endWait();
    this.#observer?.disconnect();
    this.#panel?.stop();
  }

  attributeChangedCallback() {
    this.#scheduleUpdate();
  }

  /** The summary, once there is one. */
  get summary() {
    return this.#summary;
  }

  /** The summary's sentences, one a line. */
  get text() {
    return this.#summary?.sentences.map(({ text }) => text).join('\n') ?? '';
  }

  /** What replaces labels of the language: an object, or the address of a JSON file. */
  get labels() {
    return this.#ownLabels;
  }

  set labels(value) {
    this.#ownLabels = value;
    this.#language = '';
    this.#scheduleUpdate();
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
    const request = ++this.#request;
    const root = articleOf(this);
    this.#endWait();
    this.#waiting = this.open;
    this.#waitTimer = setTimeout(() => {
      this.#busy = this.#waiting;
      if (this.#busy) this.#announce(this.#allLabels.busy);
      this.#render();
      this.#waitTimer = setTimeout(() => {
        this.#waiting = false;
        this.#render();
      }, CLICK_GUARD_MS);
    }, BUSY_DELAY_MS);
    try {
      await this.#load();
      const summary = await /** @type {Panel} */ (this.#panel).summarize(root);
      if (request === this.#request) this.#showSummary(summary);
      return summary;
    } catch (error) {
      const failure = /** @type {Failure} */ (error);
      failure.message = this.#allLabels.errors?.[failure.code] ?? this.#allLabels.failed;
      if (request === this.#request) this.#showError(failure);
      throw failure;
    }
  }

  /** The labels that are loaded by now. @returns {ButtonLabels} */
  get #allLabels() {
    return this.#labels ?? english;
  }

  /** @param {string} message to screen readers */
  #announce(message) {
    const { status } = this.#parts;
    setAttribute(status, 'lang', this.#allLabels.lang);
    status.textContent = message;
  }

  /** The panel, once its code is loaded. @returns {Panel | undefined} */
  get #panel() {
    return (this.#ownPanel ??=
      engine.chunk &&
      new engine.chunk.Panel(engine.session, {
        host: this,
        ...this.#parts,
        english,
        labels: () => /** @type {Labels} */ (this.#allLabels),
        chooseLabels: () => this.#chooseLabels(),
        announce: (message) => this.#announce(message),
      }));
  }

  /** @param {Summary} summary */
  #showSummary(summary) {
    const isNew = summary !== this.#summary;
    this.#endWait();
    this.#summary = summary;
    this.#errorMessage = '';
    const message = /** @type {Panel} */ (this.#panel).render(summary);
    if (this.open) this.#announce(message);
    this.#render();
    if (isNew) this.#emit('ready', summary);
  }

  /** @param {Failure} failure */
  #showError({ code, message }) {
    const { button, content } = this.#parts;
    this.#endWait();
    this.#panel?.stop();
    this.#summary = null;
    this.#errorMessage = message;
    const retry = element('button', 'retry', this.#allLabels.retry);
    // What the page lacks or forbids is not there at the next try either.
    retry.hidden = !/network|http|mime|crash/.test(code);
    retry.onclick = () => {
      // The summary replaces this button; the focus must not be lost with it.
      button.focus();
      this.summarize().catch(() => {});
    };
    content.replaceChildren(element('p', 'message', message), ...(this.#panel?.opening(code) ?? []), retry);
    // The next try may load another release.
    this.#ownPanel = undefined;
    if (this.open) this.#announce(message);
    this.#render();
    this.#emit('error', { code, message });
  }

  #endWait() {
    clearTimeout(this.#waitTimer);
    this.#waiting = this.#busy = false;
  }

  /** Changes in one task make one update. */
  #scheduleUpdate() {
    if (this.#updateScheduled) return;
    this.#updateScheduled = true;
    queueMicrotask(() => {
      this.#updateScheduled = false;
      if (this.isConnected) this.#update();
    });
  }

  #update() {
    const { open } = this;
    this.#chooseLabels();
    this.#observe();
    if (open !== this.#wasOpen) {
      this.#wasOpen = open;
      this.#errorMessage = '';
      this.#announce('');
      this.#emit('toggle', { open });
    }
    if (!open) {
      this.#endWait();
      this.#panel?.stop();
    } else if (this.#summary || this.#published || !this.#slotted) {
      this.summarize().catch(() => {});
    }
    this.#render();
  }

  /** By the attributes, else by the article's language: as the page says, or as the summary tells. */
  #chooseLabels() {
    const ofPage = (articleOf(this) ?? this).closest('[lang]')?.getAttribute('lang');
    const language = languageOf(this.uiLang || this.lang || ofPage || this.#panel?.language);
    if (language !== this.#language) {
      this.#language = language;
      const loading = (this.#labelsLoading = load(language, this.#ownLabels));
      loading.then((labels) => {
        if (loading !== this.#labelsLoading) return;
        this.#labels = labels;
        if (this.open) this.#scheduleUpdate();
        else this.#render();
      });
    }
    return this.#labelsLoading;
  }

  /** Loads all that a summary needs. */
  #load() {
    return Promise.all([this.#labelsLoading, this.#published || engine.loadCore(), engine.loadChunk().then(() => this.#panel)]);
  }

  /** Prepares the summary before the click. @param {boolean} [interested] whether the reader is at the button */
  #prepare(interested) {
    // Where that fails the click tries again, and says what went wrong.
    this.#load().then(() => this.#panel?.prepare(interested)).catch(() => {});
  }

  /**
   * Hides the widget while the article is too short for a summary and the panel is closed; else loads ahead of the reader's
   * interest where `loading` asks for it.
   */
  #observe() {
    const { loading } = this;
    const article = articleOf(this);
    this.#observer?.disconnect();
    // A button that has shown a summary stays: it may have the focus.
    const hide = !(this.open || this.#summary || !article || this.#slotted) && isTooShort(article, this.type);
    if (this.#hiddenAsShort !== hide) this.hidden = this.#hiddenAsShort = hide;
    if (hide) {
      this.#observer = new MutationObserver(() => this.#scheduleUpdate());
      this.#observer.observe(article, { childList: true, subtree: true });
    } else if (loading === 'eager') this.#prepare();
    else if (loading === 'visible') {
      this.#observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#prepare(), {
        rootMargin: '200px',
      });
      this.#observer.observe(this);
    }
  }

  /** Whether the page gave the panel content of its own. */
  get #slotted() {
    return this.#parts.slot.assignedNodes().some((node) => node instanceof Element || node.textContent?.trim());
  }

  /** Where a summary made at publish time is, which needs no WebAssembly while it fits the article. */
  get #published() {
    return this.querySelector(':scope>script');
  }

  /** Makes the shadow tree show the state. */
  #render() {
    const { button, lead, call, panel, content, slot } = this.#parts;
    const { label } = this;
    /** @type {Partial<ButtonLabels>} */
    const labels = this.#labels ?? {};
    const busy = this.#busy;
    // The page's own content is shown until there is a summary, and in place of one that failed.
    const own = this.#slotted && !this.#summary;
    const shown = this.open && Boolean(own || this.#summary || this.#errorMessage);
    content.toggleAttribute('hidden', own);
    slot.toggleAttribute('hidden', !own);
    // It is folded for readers without script; here the button opens it.
    if (own && shown) for (const details of this.querySelectorAll('details')) details.open = true;
    panel.toggleAttribute('hidden', !shown);
    setAttribute(button, 'aria-expanded', `${shown}`);
    button.classList.toggle('busy', busy && !shown);
    setAttribute(button, 'aria-disabled', busy && this.#waiting ? 'true' : null);
    // The page's own label does not change when the panel opens: aria-expanded says that it did.
    setText(lead, busy || label || shown ? '' : labels.question);
    setText(call, (busy && labels.busy) || label || (shown ? labels.hide : labels.call));
    const { lang, dir } = this.#allLabels;
    const ofPage = label && !busy;
    setAttribute(button, 'lang', ofPage ? null : lang);
    setAttribute(button, 'dir', ofPage ? null : dir);
    // Of several buttons on a page, each says which article it belongs to.
    const headline = articleOf(this)?.querySelector('h1,h2,h3')?.textContent.trim();
    setAttribute(button, 'aria-label', button.textContent + (headline ? `: ${headline}` : ''));
  }

  /** @param {string} name @param {unknown} detail */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`nutgraf:${name}`, { detail, bubbles: true, composed: true }));
  }
}
