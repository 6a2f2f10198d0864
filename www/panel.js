/** The lazy chunk: the panel's content, and with it the glue of the WebAssembly. */
import { hush, linkTo } from './actions.js';
import { lists, marker } from './entities.js';
import { clear as unmark, reveal, scrollTo } from './highlight.js';
import english from './labels/en.json';
import { REPLACED, openingOf } from './opening.js';
import { preferences, recall } from './preference.js';
import { reasons } from './reasons.js';
import { unwatch, watch } from './stale.js';
import css from './styles/panel.css';
import { isRefused, locateSentence, mentionsOf, summarize, summarizeString } from './summaries.js';
import { element, set, stylesheet } from './template.js';
import { tools } from './tools.js';
import { beginning, digits, fill, ready, squeeze } from './words.js';

export { default, locate, mentions, summarizeElement, summarizeText } from './pkg/nutgraf.js';
export { core } from './core.js';
export { english, summarize, summarizeString };

/**
 * @typedef {import('./element.js').NutGraf} NutGraf
 * @typedef {import('./engine.js').Entity} Entity
 * @typedef {import('./engine.js').Sentence} Sentence
 * @typedef {import('./engine.js').Session} Session
 * @typedef {import('./engine.js').Summary} Summary
 * @typedef {import('./labels.js').Labels} Labels
 *
 * @typedef {object} View
 * @property {NutGraf} host the widget
 * @property {Element | null} root the article
 * @property {HTMLElement} button
 * @property {HTMLElement} panel
 * @property {HTMLElement} content where the summary goes
 * @property {Labels} labels
 * @property {(words: string) => void} say to screen readers
 *
 * @typedef {object} Shown what a widget shows now
 * @property {Summary} summary
 * @property {Element} root
 * @property {Labels} labels
 * @property {string} shape
 * @property {ReturnType<typeof frame>} parts
 */

/** @type {WeakMap<Element, Shown>} */
const shown = new WeakMap();

/** @type {CSSStyleSheet} */
let sheet;

/** @param {HTMLElement} host */
const dress = ({ shadowRoot }) => {
  sheet ??= stylesheet(css);
  const root = /** @type {ShadowRoot} */ (shadowRoot);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};

/** Ends everything that a widget has under way. @param {Element} host */
export const clear = (host) => {
  unmark(host);
  hush(host);
  unwatch(host);
};

/** @param {Summary} summary @param {Labels} labels */
const notes = ({ article, readingSeconds, truncated }, labels) => {
  const minutes = Math.round((article.readingSeconds - readingSeconds) / 60);
  return [
    labels.unchanged,
    ...(minutes > 0 ? [fill(labels.saved, { minutes: digits(minutes, labels.lang) })] : []),
    ...(truncated ? [labels.truncated] : []),
  ].join(' ');
};

/** The parts of the panel that stay when the summary changes, so that the focus stays too. @param {View} view */
const frame = (view) => {
  const { host, content, labels } = view;
  const back = element('button', 'back', labels.back);
  back.type = 'button';
  back.hidden = true;
  back.setAttribute('popover', 'manual');
  const parts = {
    stale: element('div', 'stale'),
    body: element('div', 'body'),
    names: element('div', 'entities'),
    note: element('p', 'note'),
    tools: tools(view, () => shown.get(host)?.summary, () => currentSentence(host)),
    why: element('details', 'why', element('summary', '', labels.why)),
    reasons: element('div', 'reasons'),
    back,
  };
  parts.why.append(parts.reasons);
  parts.why.addEventListener('toggle', () => explain(shown.get(host)));
  content.replaceChildren(parts.stale, parts.body, parts.names, parts.note, parts.tools, parts.why, back);
  return parts;
};

/** Most readers never ask, so the answer is made when they do. @param {Shown} [state] */
const explain = ({ summary, labels, parts } = /** @type {Shown} */ ({})) => {
  if (parts?.why.open) parts.reasons.replaceChildren(...reasons(summary.sentences, summary.language, labels));
};

/** The sentence that is marked in the article, else the one chosen first. @param {Element} host @returns {Sentence | undefined} */
const currentSentence = (host) => {
  const { summary, parts } = shown.get(host) ?? {};
  if (!summary || !parts) return undefined;
  const items = [...parts.body.querySelectorAll('[part~=item]')];
  const at = items.findIndex((item) => item.hasAttribute('aria-current'));
  return summary.sentences[at] ?? summary.sentences.toSorted((a, b) => b.rankScore - a.rankScore)[0];
};

/**
 * Goes to a place in the article, with a way back for as long as the summary is out of sight.
 *
 * @param {View} view
 * @param {HTMLElement} back
 * @param {Element} item what is said to be current meanwhile
 * @param {HTMLElement} control where the reader came from
 * @param {Range[]} ranges
 * @param {Range} at
 */
const visit = ({ host }, back, item, control, ranges, at) => {
  const goBack = () => {
    control.focus({ preventScroll: true });
    scrollTo(host.getBoundingClientRect().height > innerHeight ? item : host);
  };
  const observer = new IntersectionObserver(([entry]) => {
    back.hidden = entry.isIntersecting;
    if (!back.isConnected) return;
    if (back.hidden) back.hidePopover?.();
    else back.showPopover?.();
  });
  const escape = () => {
    if (host.matches(':focus-within')) goBack();
  };
  reveal(host, ranges, at, escape, () => {
    item.removeAttribute('aria-current');
    observer.disconnect();
    if (back.isConnected) back.hidePopover?.();
    back.hidden = true;
    back.onclick = null;
  });
  item.setAttribute('aria-current', 'true');
  back.onclick = () => {
    goBack();
    unmark(host);
  };
  observer.observe(item);
};

/**
 * @param {Session} session
 * @param {Shown} state
 * @param {View} view
 * @param {Sentence} sentence
 * @param {(Node | string)[]} words
 */
const item = (session, { summary, root, shape, parts }, view, sentence, words) => {
  const { labels, say } = view;
  const bullets = shape === 'bullets';
  // In running text the sentence itself is the link to its place.
  const source = bullets ? element('button', 'source') : element('a', 'source', element('span', 'sentence', ...words));
  const node = element('li', 'item', ...(bullets ? [element('span', 'sentence', ...words)] : []), source, ...(bullets ? [] : [' ']));
  source.title = labels.source;
  if (source instanceof HTMLButtonElement) {
    source.type = 'button';
    source.lang = labels.lang;
    source.setAttribute('aria-label', `${labels.source}: ${beginning(sentence.text)}`);
  } else source.href = linkTo(sentence.text, summary.language);
  node.addEventListener('click', async (event) => {
    const { ctrlKey, metaKey, shiftKey } = event;
    // A new tab or window, where the link's own text fragment does the work.
    if (!bullets && (ctrlKey || metaKey || shiftKey)) return;
    event.preventDefault();
    // Whoever marks text in the summary wants to copy it.
    if (event.target !== source && `${getSelection()}`) return;
    const range = await locateSentence(session, root, sentence).catch(() => undefined);
    if (!node.isConnected) return;
    if (!range) return say(labels.gone);
    visit(view, parts.back, node, source, [range], range);
    say(labels.shown);
  });
  return node;
};

/** @param {Session} session @param {Shown} state @param {View} view */
const chooser = (session, { summary, root, parts }, view) => {
  /** @type {WeakMap<Element, number>} */
  const turns = new WeakMap();
  const { labels, say } = view;
  return async (/** @type {Entity} */ { name }, /** @type {HTMLElement} */ control) => {
    const ranges = await mentionsOf(session, root, name, summary.language).catch(() => []);
    if (!control.isConnected) return;
    if (ranges.length === 0) return say(labels.unmentioned);
    // Each further press goes on to the next mention.
    const number = control.hasAttribute('aria-current') ? ((turns.get(control) ?? 0) + 1) % ranges.length : 0;
    turns.set(control, number);
    visit(view, parts.back, control, control, ranges, ranges[number]);
    say(fill(labels.mention, { number: digits(number + 1, labels.lang), count: digits(ranges.length, labels.lang) }));
  };
};

/** Whether the article is another. A summary made at publish time does not carry it. @param {Summary} before @param {Summary} now */
const differs = (before, now) => {
  if (before.article.text !== undefined) return before.article.text !== now.article.text;
  const [old, fresh] = [before, now].map(({ sentences }) => sentences.map(({ text }) => text).join('\n'));
  return old !== fresh;
};

/** Says that the article is another than the one summarized. @param {View} view @param {HTMLElement} place */
const admit = ({ host, button, labels, say }, place) => {
  const update = element('button', 'update', labels.update);
  update.type = 'button';
  update.addEventListener('click', () => {
    // This button goes; the focus must not go with it.
    button.focus();
    host.summarize().catch(() => {});
  });
  place.replaceChildren(element('p', 'message', labels.stale), update);
  say(labels.stale);
};

/**
 * Puts the summary into the panel, in place of what was there, and gives the words that announce it.
 *
 * @param {Session} session
 * @param {Summary} summary
 * @param {View} view
 */
export const render = (session, summary, view) => {
  const { host, content, labels, panel } = view;
  const root = /** @type {Element} */ (view.root);
  const changed = async () => differs(summary, await summarize(session, host, root));
  if (isRefused(summary)) {
    clear(host);
    shown.delete(host);
    content.replaceChildren(element('p', 'message', labels.tooShort));
    // The article may grow.
    if (host.open) watch(host, root, changed, () => host.summarize().catch(() => {}));
    return labels.tooShort;
  }
  const { shape } = host;
  const before = shown.get(host);
  const announcement = ready(labels, summary.sentences.length);
  const kept = before && before.labels === labels && before.parts.body.parentNode === content;
  const same = kept && before.summary === summary && before.shape === shape && before.root === root;
  const state = { summary, root, labels, shape, parts: kept ? before.parts : frame(view) };
  shown.set(host, state);
  const { parts } = state;
  if (!same) {
    dress(host);
    unmark(host);
    hush(host);
    const mark = marker(summary);
    const items = summary.sentences.map((sentence) => item(session, state, view, sentence, mark(sentence.text)));
    const list = element('ul', `list ${shape} ${host.type}`, ...items);
    // Without its bullets a list is none to VoiceOver, unless told.
    list.setAttribute('role', 'list');
    list.lang = summary.language;
    // Browsers before 2024 have no :dir() that would see the direction of auto.
    list.dir = /^(ar|fa)/.test(summary.language) ? 'rtl' : 'auto';
    parts.body.replaceChildren(list);
    parts.names.replaceChildren(...lists(summary, view, chooser(session, state, view)));
    parts.note.textContent = notes(summary, labels);
    explain(state);
  }
  const name = squeeze(summary.headline ?? '');
  set(panel, 'aria-label', name ? fill(labels.region, { headline: name }) : labels.summary);
  set(panel, 'lang', labels.lang);
  parts.stale.replaceChildren();
  parts.tools.dispatchEvent(new Event('sync'));
  if (host.open) {
    watch(host, root, changed, () => admit(view, parts.stale));
  }
  return announcement;
};

/** When the browser has nothing else to do. */
const idle = () => new Promise((done) => (globalThis.requestIdleCallback ?? setTimeout)(done));

/**
 * Makes ready in idle time what a click will ask for, so that the click has only to show it.
 *
 * @param {Session} session
 * @param {() => View} look
 * @param {boolean} [wanted] whether the reader is at the button, so that the summary will be what this reader likes
 */
export const prepare = async (session, look, wanted) => {
  const { host, root } = look();
  const closed = () => host.isConnected && !host.open;
  await idle();
  if (!closed()) return;
  if (wanted) recall(host);
  else preferences();
  const summary = await summarize(session, host, root);
  await idle();
  if (!closed()) return;
  render(session, summary, look());
  await idle();
  // What content-visibility hides has a style and a layout when somebody asks for them.
  look().content.getBoundingClientRect();
};

/**
 * What stands in for a summary that could not be made: nothing, or the opening of the article, called that.
 *
 * @param {string} code
 * @param {View} view
 * @returns {Node[]}
 */
export const opening = (code, { host, root, labels }) => {
  const sentences = root && REPLACED.includes(code) ? openingOf(root, labels.lang) : [];
  if (sentences.length === 0) return [];
  dress(host);
  const text = element('p', 'opening', ...sentences.flatMap((sentence) => [element('span', 'sentence', sentence), ' ']));
  text.lang = root?.closest('[lang]')?.getAttribute('lang') ?? '';
  text.dir = 'auto';
  return [element('p', 'note', labels.opening), text];
};
