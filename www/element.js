/** The <nut-graf> element: its states and events. */
import { articleOf } from './article.js';
import { Attributes } from './attributes.js';
import { closest } from './closest.js';
import { element, setAttribute, setText } from './dom.js';
import * as engine from './engine.js';
import { emit } from './events.js';
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

/** The milliseconds before the button says that it is busy. */
const BUSY_DELAY_MS = 150;
/** The time after that in which clicks are ignored: a second click so early is impatience, not a change of mind. */
const CLICK_GUARD_MS = 2000;

/**
 * The summary button of an article. dist/custom-elements.json is made of this comment.
 *
 * @tag nut-graf
 * @summary A button that shows the few sentences that carry an article, word for word.
 * @attr {string} for - The id of the article, or a selector; without it the nearest article around the element.
 * @attr {'key-points' | 'tldr' | 'teaser' | 'headline'} [type=key-points] - The kind of summary.
 * @attr {'short' | 'medium' | 'long'} [length=short] - How long the summary is.
 * @attr {'bullets' | 'paragraph'} [shape=bullets] - How its sentences are set; `paragraph` by default for `tldr` and `teaser`.
 * @attr {string} lang - BCP 47: the language of the article; without it what the page and its words say.
 * @attr {string} ui-lang - BCP 47: the language of the widget's own words; without it the article's.
 * @attr {string} label - The button's text, in place of the widget's own words.
 * @attr {boolean} open - Whether the panel is open.
 * @attr {'lazy' | 'visible' | 'eager'} [loading=lazy] - When what the summary needs is fetched.
 *
 * @fires {CustomEvent<Summary>} nutgraf-ready - A summary is there.
 * @fires {CustomEvent<{ open: boolean }>} nutgraf-before-toggle - The panel is about to open or close; preventDefault keeps the state.
 * @fires {CustomEvent<{ open: boolean }>} nutgraf-toggle - The panel has opened or closed.
 * @fires {CustomEvent<{ code: ErrorCode, message: string }>} nutgraf-error - No summary could be made.
 * @fires {CustomEvent<SentenceDetail>} nutgraf-jump - The reader went to a sentence in the article.
 * @fires {CustomEvent<{ name: string, kind: EntityKind, number: number, count: number }>} nutgraf-mention - The reader went to a name or figure in the article.
 * @fires {CustomEvent<{ format: 'plain-text' | 'markdown', text: string }>} nutgraf-copy - The reader copied the summary.
 * @fires {CustomEvent<SentenceDetail & { url: string, method: 'share' | 'copy' }>} nutgraf-share - The reader shared a sentence.
 * @fires {CustomEvent<SentenceDetail & { state: ListenState }>} nutgraf-listen - The voice began, paused, went on or ended.
 * @fires {CustomEvent<{ length: SummaryLength }>} nutgraf-length - The reader chose a length.
 * @fires {CustomEvent<{ shape: 'bullets' | 'paragraph' }>} nutgraf-shape - The reader chose a layout.
 * @fires {CustomEvent<{}>} nutgraf-print - The reader printed the summary.
 *
 * @slot - Shown in the panel until there is a summary, and in place of one that failed.
 * @csspart button
 * @csspart label
 * @csspart panel
 * @csspart content
 * @csspart list
 * @csspart item
 * @csspart sentence
 * @csspart paragraph
 * @csspart source
 * @csspart entity
 * @csspart entities
 * @csspart names
 * @csspart name
 * @csspart note
 * @csspart tools
 * @csspart choices
 * @csspart choice
 * @csspart option
 * @csspart actions
 * @csspart action
 * @csspart reasons
 * @csspart shares
 * @csspart stale
 * @csspart update
 * @csspart message
 * @csspart retry
 * @csspart status
 * @csspart back
 *
 * @cssprop --nutgraf-color - Colour of the text.
 * @cssprop --nutgraf-background - Background of the widget.
 * @cssprop --nutgraf-border - Colour of the border.
 * @cssprop --nutgraf-accent - Colour of marks and of the focus.
 * @cssprop --nutgraf-font - Font of the widget.
 * @cssprop --nutgraf-radius - Radius of the corners.
 * @cssprop --nutgraf-spacing - Space around the widget.
 * @cssprop --nutgraf-highlight - Background of the highlighted sentence in the article.
 * @cssprop --nutgraf-highlight-color - Its colour.
 * @cssprop --nutgraf-back-color - Colour of the button that leads back.
 * @cssprop --nutgraf-back-background - Its background.
 */
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
      button.addEventListener(interest, (event) => this.#prepare(event), { passive: true });
    }
    button.addEventListener('click', () => {
      if (!this.#waiting) /** @type {NutGraf} */ (this).open = !this.open;
    });
    slot.addEventListener('slotchange', () => this.#scheduleUpdate());
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
    return this.#panel?.text ?? '';
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
    if (isNew) emit(this, 'ready', summary);
  }

  /** @param {Failure} failure */
  #showError({ code, message }) {
    const { button, content } = this.#parts;
    this.#endWait();
    this.#panel?.stop();
    this.#summary = null;
    this.#errorMessage = message;
    const retry = element('button', 'retry', this.#allLabels.retry);
    retry.onclick = () => {
      // The summary replaces this button; the focus must not be lost with it.
      button.focus();
      this.summarize().catch(() => {});
    };
    content.replaceChildren(element('p', 'message', message), ...(this.#panel?.afterFailure(code, retry) ?? [retry]));
    // The next try may load another release.
    this.#ownPanel = undefined;
    if (this.open) this.#announce(message);
    this.#render();
    emit(this, 'error', { code, message });
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
      emit(this, 'toggle', { open });
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
    const ofPage = closest(articleOf(this) ?? this, '[lang]')?.getAttribute('lang');
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

  /** Prepares the summary before the click. @param {Event} [interest] of a reader who is at the button */
  #prepare(interest) {
    // Where that fails the click tries again, and says what went wrong.
    this.#load().then(() => this.#panel?.prepare(interest)).catch(() => {});
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
    // Elements have no data; white space between tags has nothing else.
    return /** @type {Partial<Text>[]} */ (this.#parts.slot.assignedNodes()).some(({ data = '.' }) => data.trim());
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
}
