/** The lazy chunk: the panel's content, and with it the glue of the WebAssembly. */
import { clear, reveal } from './highlight.js';
import { element, stylesheet } from './template.js';

export { default, locate, summarizeElement } from './pkg/nutgraf.js';
export { locateSentence, summarize } from './summaries.js';
export { clear };

/**
 * @typedef {import('./engine.js').Summary} Summary
 * @typedef {import('./engine.js').Sentence} Sentence
 * @typedef {import('./labels.js').Labels} Labels
 *
 * @typedef {object} View
 * @property {HTMLElement} host the widget
 * @property {HTMLElement} content where the summary goes
 * @property {Labels} labels
 * @property {(sentence: Sentence) => Promise<Range | undefined>} locate
 * @property {(words: string) => void} say to screen readers
 */

const CSS = `
[part~=list]{margin:0;padding:0;list-style:none}
[part~=item]{display:flex;align-items:start;gap:.25em;margin-inline:-.5em;padding-inline-start:.5em;border-block-start:1px solid var(--nutgraf-border,color-mix(in srgb,currentColor 16%,transparent));cursor:pointer}
[part~=sentence]{flex:1;min-inline-size:0;padding-block:.65em;overflow-wrap:anywhere}
[part~=source]{flex:none;position:relative;inline-size:44px;margin-inline-end:-6px;font-size:inherit;align-self:stretch}
[part~=source]::before{content:"";position:absolute;inset-block-start:1.15em;inset-inline:0;inline-size:.5em;block-size:.5em;margin-inline:auto;border:solid var(--nutgraf-accent,currentColor);border-width:2px 2px 0 0;transform:translateX(-25%) rotate(45deg);opacity:.55}
[part~=source]:dir(rtl)::before{transform:translateX(25%) rotate(225deg)}
[part~=note]{margin:0 -.615em;padding:.7em .615em 0;border-block-start:1px solid var(--nutgraf-border,color-mix(in srgb,currentColor 16%,transparent));font-size:.8125em;opacity:.8}
[aria-current] [part~=sentence]{text-decoration-line:underline;text-decoration-color:var(--nutgraf-highlight,#e0ab00);text-decoration-thickness:.12em;text-underline-offset:.2em}
[aria-current] [part~=source]::before{opacity:1}
@media (hover:hover){[part~=item]:hover{background:color-mix(in srgb,currentColor 4%,transparent)}[part~=item]:hover [part~=source]::before{opacity:1}}
`;

/** @type {CSSStyleSheet} */
let sheet;

/** Enough of a sentence to know it by. @param {string} text */
const opening = (text) => {
  const characters = Array.from(text.slice(0, 120));
  if (characters.length <= 40) return text;
  const start = characters.slice(0, 40).join('');
  return `${start.replace(/\s+\S*$/, '')}…`;
};

/** @param {Summary} summary @param {Labels} labels */
const notes = ({ article, readingSeconds, truncated }, labels) => {
  const minutes = Math.round((article.readingSeconds - readingSeconds) / 60);
  return [
    labels.unchanged,
    ...(minutes > 0 ? [labels.saved(minutes)] : []),
    ...(truncated ? [labels.truncated] : []),
  ].join(' ');
};

/**
 * @param {Sentence} sentence
 * @param {View} view
 */
const item = (sentence, { host, labels, locate, say }) => {
  const source = element('button', 'source');
  const node = element('li', 'item', element('span', 'sentence', sentence.text), source);
  source.type = 'button';
  source.title = labels.source;
  source.lang = labels.lang;
  source.setAttribute('aria-label', `${labels.source}: ${opening(sentence.text)}`);
  node.addEventListener('click', async (event) => {
    // Whoever marks text in the summary wants to copy it.
    if (event.target !== source && `${getSelection()}`) return;
    const range = await locate(sentence).catch(() => undefined);
    if (!node.isConnected) return;
    if (!range) return say(labels.gone);
    node.setAttribute('aria-current', 'true');
    reveal(host, range, () => node.removeAttribute('aria-current'));
    say(labels.shown);
  });
  return node;
};

/**
 * Puts the summary into the panel, in place of what was there.
 *
 * @param {Summary} summary
 * @param {View} view
 */
export const render = (summary, view) => {
  const { host, content, labels } = view;
  const sheets = host.shadowRoot?.adoptedStyleSheets ?? [];
  sheet ??= stylesheet(CSS);
  if (host.shadowRoot && !sheets.includes(sheet)) host.shadowRoot.adoptedStyleSheets = [...sheets, sheet];
  clear(host);
  const list = element('ul', 'list', ...summary.sentences.map((sentence) => item(sentence, view)));
  // Without its bullets a list is none to VoiceOver, unless told.
  list.setAttribute('role', 'list');
  list.lang = summary.language;
  list.dir = 'auto';
  content.replaceChildren(list, element('p', 'note', notes(summary, labels)));
};
