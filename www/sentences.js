/** The list of the summary's sentences, each of which leads to its place in the article. */
import { element, plainList } from './dom.js';
import { emit, sentenceDetail } from './events.js';
import { address, linker } from './links.js';
import { locateSentence } from './summaries.js';
import { excerpt, spaceAfter } from './text.js';
import { visit } from './visit.js';

/**
 * @typedef {import('./engine.js').Sentence} Sentence
 * @typedef {import('./panel.js').Shown} Shown
 */

/**
 * @param {Shown} shown
 * @param {Sentence} sentence
 * @param {(Node | string)[]} content its text
 * @param {ReturnType<typeof linker>} [link] in running text
 */
const itemOf = (shown, sentence, content, link) => {
  const { session, host, summary, root, labels, announce } = shown;
  const bullets = !link;
  // In running text the sentence itself is the link to its place.
  const source = bullets ? element('button', 'source') : element('a', 'source', element('span', 'sentence', ...content));
  const node = element('li', 'item', ...(bullets ? [element('span', 'sentence', ...content)] : []), source, ...(bullets ? [] : [spaceAfter(sentence.text)]));
  source.title = labels.source;
  if (source instanceof HTMLButtonElement) {
    source.type = 'button';
    source.lang = labels.lang;
    source.setAttribute('aria-label', `${labels.source}: ${excerpt(sentence.text)}`);
  } else {
    source.href = address();
    link?.(sentence).then((href) => {
      source.href = href;
    });
  }
  node.addEventListener('click', async (event) => {
    const { ctrlKey, metaKey, shiftKey } = event;
    // In a new tab or window the link's own text fragment does the work.
    if (!bullets && (ctrlKey || metaKey || shiftKey)) return;
    event.preventDefault();
    // A reader who selects text in the summary wants to copy it.
    if (event.target !== source && `${getSelection()}`) return;
    const range = await locateSentence(session, root, sentence).catch(() => undefined);
    if (!node.isConnected) return;
    if (!range) return announce(labels.gone);
    visit(shown, node, source, [range], range);
    announce(labels.shown);
    emit(host, 'jump', sentenceDetail(summary, sentence));
  });
  return node;
};

/** @param {Shown} shown @param {(sentence: Sentence) => (Node | string)[]} mark marks the names in a sentence */
export const sentenceList = (shown, mark) => {
  const { host, summary, language, shape } = shown;
  const link = shape === 'bullets' ? undefined : linker(shown);
  const items = summary.sentences.map((sentence) => itemOf(shown, sentence, mark(sentence), link));
  const list = plainList(`list ${shape} ${host.type}`, items);
  list.lang = language;
  // Browsers before 2024 have no :dir() that would match the direction of auto.
  list.dir = /^(ar|fa)/.test(summary.language) ? 'rtl' : 'auto';
  return list;
};
