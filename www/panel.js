/** The lazy chunk: the panel's content, and with it what makes the summaries. */
import { articleOf } from './article.js';
import { element, setAttribute, stylesheet } from './dom.js';
import { entityLists, entityMarker } from './entities.js';
import { clearHighlight } from './highlight.js';
import english from './labels/en.json';
import { linker } from './links.js';
import { formatMessage, formatNumber, readyMessage } from './messages.js';
import { REPLACED, openingOf } from './opening.js';
import { preferences } from './preferences.js';
import { reasons } from './reasons.js';
import { sentenceList } from './sentences.js';
import { stopSpeaking } from './speech.js';
import { watchArticle } from './stale.js';
import css from './styles/panel.css';
import { isOfShortArticle, summarize, summarizeString } from './summaries.js';
import { collapseSpace, joinSentences } from './text.js';
import { toolbar } from './toolbar.js';

export { default, installPack, locate, mentions, summarizeElement, summarizeText } from './pkg/nutgraf.js';
export { core } from './core.js';
export { summarizeString };

/**
 * @typedef {import('./element.js').NutGraf} NutGraf
 * @typedef {import('./engine.js').Session} Session
 * @typedef {import('./engine.js').Summary} Summary
 * @typedef {import('./labels.js').Labels} Labels
 *
 * @typedef {object} View What the panel may use of its widget.
 * @property {NutGraf} host
 * @property {HTMLElement} button
 * @property {HTMLElement} panel
 * @property {HTMLElement} content where the summary goes
 * @property {object} english the labels of the button in English, to be completed with those of the panel
 * @property {() => Labels} labels
 * @property {() => unknown} chooseLabels anew, because the article's language is known; when that is done
 * @property {(message: string) => void} announce to screen readers
 *
 * @typedef {object} Shown What the panel shows, and what its parts need for their work.
 * @property {Session} session
 * @property {NutGraf} host
 * @property {(message: string) => void} announce
 * @property {Summary} summary
 * @property {string} language of the summary, a BCP 47 tag: with region and script where the page says them, because voices and
 *   fonts differ by them
 * @property {Element} root the article of the summary
 * @property {Labels} labels
 * @property {string} shape
 * @property {Frame} frame
 *
 * @typedef {object} Frame The parts that stay when the summary changes, so that the focus stays too.
 * @property {HTMLElement} stale
 * @property {HTMLElement} kind
 * @property {HTMLElement} body
 * @property {HTMLElement} entities
 * @property {HTMLElement} note
 * @property {ReturnType<typeof toolbar>} tools
 * @property {HTMLDetailsElement} why
 * @property {HTMLElement} reasons
 * @property {HTMLElement} back
 */

/** One for all widgets of the page. @type {CSSStyleSheet} */
let sheet;

/** Very common characters that are written otherwise in simplified Chinese. */
const TRADITIONAL = /[這們說國會對時來個學過後與發當還經開]/;

/** The language of the labels that suit a summary. @param {Summary} summary */
const languageOf = ({ language, sentences }) =>
  language === 'zh' && sentences.some(({ text }) => TRADITIONAL.test(text)) ? 'zh-Hant' : language;

/** What a BCP 47 tag says of language, script and region. */
const TAG = /^([a-z]{2,3})(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(?![^-])/i;

/** @param {NutGraf} host @param {Element} root @param {string} language as the summary says @returns {string} */
const fullTag = (host, root, language) => {
  const [tag = '', code = ''] = TAG.exec(host.lang || root.closest('[lang]')?.getAttribute('lang') || '') ?? [];
  return code.toLowerCase() === language ? tag : language;
};

/** Codes of the failures that another try may mend. */
const RETRIED = ['network', 'http', 'mime', 'crash'];

/** When the browser has nothing else to do. */
const idle = () => new Promise((done) => (globalThis.requestIdleCallback ?? setTimeout)(done));

/** @param {Summary} summary @param {Labels} labels */
const noteOf = ({ article, readingSeconds, truncated }, labels) => {
  const minutes = Math.round((article.readingSeconds - readingSeconds) / 60);
  const sentences = [
    labels.unchanged,
    ...(minutes > 0 ? [formatMessage(labels.saved, { minutes: formatNumber(minutes, labels.lang) })] : []),
    ...(truncated ? [labels.truncated] : []),
  ];
  return joinSentences(sentences.filter(Boolean));
};

/** What the reader should know of the article's kind before its sentences. @param {Summary} summary @param {Labels} labels */
const kindOf = ({ page }, { kinds }) => {
  const kind = page?.kind;
  return kind === 'opinion' || kind === 'live-blog' ? kinds[kind] : '';
};

/** Whether the article differs. A summary made at publish time does not carry its text. @param {Summary} before @param {Summary} now */
const differs = (before, now) => {
  if (before.article.text !== undefined) return before.article.text !== now.article.text;
  const [old, fresh] = [before, now].map(({ sentences }) => sentences.map(({ text }) => text).join('\n'));
  return old !== fresh;
};

/** The panel of one widget. */
export class Panel {
  /** What the summary's words say, as a BCP 47 tag: the language of the labels where the page says none. */
  language = '';
  #session;
  #view;
  /** @type {Shown | undefined} */
  #shown;
  #hasPreferences = false;
  /** @type {(() => void) | undefined} */
  #stopWatching;

  /** @param {Session} session @param {View} view */
  constructor(session, view) {
    this.#session = session;
    this.#view = view;
    // The button has its own already, with a space after the question.
    Object.assign(view.english, { ...english, ...view.english });
    view.panel.id = 'panel';
    view.panel.setAttribute('role', 'region');
    view.button.setAttribute('aria-controls', 'panel');
    this.#adoptStyles();
  }

  /** The summary's sentences, one a line. */
  get text() {
    return this.#view.host.summary?.sentences.map(({ text }) => text).join('\n');
  }

  /** @param {Element | null} root the article @returns {Promise<Summary>} */
  async summarize(root) {
    const { host } = this.#view;
    if (host.open && root?.isConnected) this.#applyPreferences();
    const summary = await summarize(this.#session, host, root);
    this.language = languageOf(summary);
    await this.#view.chooseLabels();
    return summary;
  }

  /**
   * Makes ready in idle time what a click will ask for, so that the click has only to show it.
   *
   * @param {Event & { pointerType?: string }} [interest] of a reader who is at the button, so that the summary is to be as this
   *   reader likes it
   */
  async prepare(interest) {
    const { host, content } = this.#view;
    // After a touch the click is a moment away: it must not wait for a summary in the making.
    if (interest && /touch/.test(interest.type + interest.pointerType)) return;
    const closed = () => host.isConnected && !host.open;
    await idle();
    if (!closed()) return;
    if (interest) this.#applyPreferences();
    // The first look into the storage can take a slow phone 20 ms.
    else preferences();
    const summary = await this.summarize(articleOf(host));
    await idle();
    if (!closed()) return;
    this.render(summary);
    await idle();
    // What content-visibility hides gets its style and layout when they are asked for.
    content.getBoundingClientRect();
  }

  /** Puts the summary into the panel, in place of what was there. @param {Summary} summary @returns {string} what announces it */
  render(summary) {
    const { host, content, panel, announce } = this.#view;
    const labels = this.#useLabels();
    const root = /** @type {Element} */ (articleOf(host));
    if (isOfShortArticle(summary)) {
      this.stop();
      this.#shown = undefined;
      content.replaceChildren(element('p', 'message', labels.tooShort));
      // The article may grow.
      this.#watch(summary, root, () => host.summarize().catch(() => {}));
      return labels.tooShort;
    }
    const { shape } = host;
    const before = this.#shown;
    const kept = before && before.labels === labels && before.frame.body.parentNode === content;
    const frame = kept ? before.frame : this.#frame(labels);
    const language = fullTag(host, root, summary.language);
    const shown = { session: this.#session, host, announce, summary, language, root, labels, shape, frame };
    this.#shown = shown;
    if (!kept || before.summary !== summary || before.shape !== shape || before.root !== root) this.#fill(shown);
    const headline = collapseSpace(summary.headline ?? '');
    setAttribute(panel, 'aria-label', headline ? formatMessage(labels.region, { headline }) : labels.summary);
    setAttribute(panel, 'lang', labels.lang);
    frame.stale.replaceChildren();
    frame.tools.update();
    this.#watch(summary, root, () => this.#showStaleNotice(labels, frame.stale));
    return readyMessage(labels, summary.sentences.length);
  }

  /**
   * What stands below the message that no summary could be made: the opening of the article, called that, and the button for
   * another try, each where it helps.
   *
   * @param {string} code of the failure
   * @param {HTMLElement} retry
   * @returns {Node[]}
   */
  afterFailure(code, retry) {
    const root = articleOf(this.#view.host);
    const labels = this.#useLabels();
    const sentences = root && REPLACED.includes(code) ? openingOf(root, labels.lang) : [];
    // What the page lacks or forbids is not there at the next try either.
    retry.hidden = !RETRIED.includes(code);
    if (sentences.length === 0) return [retry];
    const text = element('p', 'opening', ...sentences.flatMap((sentence) => [element('span', 'sentence', sentence), ' ']));
    text.lang = root?.closest('[lang]')?.getAttribute('lang') ?? '';
    text.dir = 'auto';
    return [element('p', 'note', labels.opening), text, retry];
  }

  /** Ends all that the panel has under way: the highlight, the voice, the watch over the article. */
  stop() {
    const { host } = this.#view;
    clearHighlight(host);
    stopSpeaking(host);
    this.#stopWatching?.();
  }

  /** When the panel first opens: the length and layout that the reader chose before. */
  #applyPreferences() {
    if (this.#hasPreferences) return;
    this.#hasPreferences = true;
    for (const [name, value] of preferences()) this.#view.host.setAttribute(name, value);
  }

  /** The labels, whose language the panel is in from now on. @returns {Labels} */
  #useLabels() {
    const labels = this.#view.labels();
    setAttribute(this.#view.content, 'lang', labels.lang);
    setAttribute(this.#view.content, 'dir', labels.dir);
    return labels;
  }

  #adoptStyles() {
    sheet ??= stylesheet(css);
    const root = /** @type {ShadowRoot} */ (this.#view.host.shadowRoot);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  /** @param {Labels} labels @returns {Frame} */
  #frame(labels) {
    const { host, content, announce } = this.#view;
    const back = element('button', 'back', labels.back);
    back.type = 'button';
    back.hidden = true;
    back.setAttribute('popover', 'manual');
    const frame = {
      stale: element('div', 'stale'),
      kind: element('p', 'kind'),
      body: element('div', 'body'),
      entities: element('div', 'entities'),
      note: element('p', 'note'),
      tools: toolbar(host, labels, announce, () => this.#shown, () => this.#currentSentence(), (sentence) => linker(/** @type {Shown} */ (this.#shown))(sentence)),
      why: element('details', 'why', element('summary', '', labels.why)),
      reasons: element('div', 'reasons'),
      back,
    };
    frame.why.append(frame.reasons);
    frame.why.addEventListener('toggle', () => this.#explain());
    content.replaceChildren(frame.stale, frame.kind, frame.body, frame.entities, frame.note, frame.tools.row, frame.why, back);
    return frame;
  }

  /** @param {Shown} shown */
  #fill(shown) {
    const { host, summary, labels, frame } = shown;
    clearHighlight(host);
    stopSpeaking(host);
    frame.kind.textContent = kindOf(summary, labels);
    frame.body.replaceChildren(sentenceList(shown, entityMarker(summary)));
    frame.entities.replaceChildren(...entityLists(shown));
    frame.note.textContent = noteOf(summary, labels);
    this.#explain();
  }

  /** Most readers never open the reasons, so they are made when one does. */
  #explain() {
    if (!this.#shown?.frame.why.open) return;
    const { summary, language, labels, frame } = this.#shown;
    frame.reasons.replaceChildren(...reasons(summary.sentences, language, labels));
  }

  /** The sentence that is highlighted in the article, else the one chosen first. */
  #currentSentence() {
    if (!this.#shown) return undefined;
    const { summary, frame } = this.#shown;
    const items = [...frame.body.querySelectorAll('[part~=item]')];
    const at = items.findIndex((item) => item.hasAttribute('aria-current'));
    return summary.sentences[at] ?? summary.sentences.toSorted((a, b) => b.rankScore - a.rankScore)[0];
  }

  /** While the panel is open. @param {Summary} summary @param {Element} root @param {() => void} onstale */
  #watch(summary, root, onstale) {
    const { host } = this.#view;
    if (!host.open) return;
    this.#stopWatching?.();
    this.#stopWatching = watchArticle(root, async () => differs(summary, await summarize(this.#session, host, root)), onstale);
  }

  /** Says that the article has changed since the summary was made. @param {Labels} labels @param {HTMLElement} place */
  #showStaleNotice(labels, place) {
    const { host, button, announce } = this.#view;
    const update = element('button', 'update', labels.update);
    update.type = 'button';
    update.addEventListener('click', () => {
      // This button goes; the focus must not be lost with it.
      button.focus();
      host.summarize().catch(() => {});
    });
    place.replaceChildren(element('p', 'message', labels.stale), update);
    announce(labels.stale);
  }
}
