/** The playground: what is typed or chosen is summarized in this page, and the address says what it was. */
import { entities, marked, reasons } from './result.js';

/** As a page loads it that has no bundler. */
const PUBLISHED = '../dist/summarizer.js';
/** @type {typeof import('../types/summarizer.js')} */
const { Summarizer } = await import(PUBLISHED);

/** Of the address: a longer text is not put into a link. In UTF-16 units. */
const LONGEST_LINKED_TEXT = 8_000;
/** Typing is over when there was none for so long. */
const PAUSE_MS = 250;

/** @template {Element} T @param {string} id @returns {T} */
const find = (id) => /** @type {any} */ (document.getElementById(id));
/** @type {HTMLFormElement} */
const form = find('options');
const [state, result] = [find('state'), find('result')];
/** @param {string} name @returns {HTMLInputElement} */
const field = (name) => /** @type {any} */ (form.elements.namedItem(name));

/** The options that the address keeps besides the text. */
const OPTIONS = ['type', 'length', 'format', 'lang', 'context'];

/** A field's value as long as nobody changes it. @param {string} name */
const initial = (name) => /** @type {any} */ (field(name)).options?.[0].value ?? '';

/** The text is that of the article that is chosen, as long as nobody has changed it. @type {Map<string, Promise<string>>} */
const articles = new Map();

/** @param {string} name */
const articleText = (name) => {
  if (!articles.has(name)) {
    const text = fetch(`seeds/${name}.txt`).then((response) => {
      if (!response.ok) throw new Error(`The article could not be loaded (${response.status}).`);
      return response.text();
    });
    text.catch(() => articles.delete(name));
    articles.set(name, text);
  }
  return /** @type {Promise<string>} */ (articles.get(name));
};

/** What the fields say, as it stands in the address. */
const query = () => {
  const said = new URLSearchParams();
  for (const name of OPTIONS) {
    const { value } = field(name);
    if (value !== initial(name)) said.set(name, value);
  }
  const [article, text] = [field('article').value, field('text').value];
  if (article) said.set('article', article);
  else if (text.length <= LONGEST_LINKED_TEXT) said.set('text', text);
  return said;
};

/** Sets the fields by the address. What it gets wrong is left as it is. */
const readAddress = async () => {
  const said = new URLSearchParams(location.hash.slice(1));
  for (const name of [...OPTIONS, 'article']) {
    const { options } = /** @type {{ options?: HTMLOptionsCollection }} */ (/** @type {unknown} */ (field(name)));
    const value = said.get(name) ?? '';
    const isKnown = !options || [...options].some((option) => option.value === value);
    field(name).value = isKnown ? value : initial(name);
  }
  const text = said.get('text');
  if (text === null && !field('article').value) field('article').value = form.dataset.first ?? '';
  field('text').value = field('article').value ? await articleText(field('article').value) : (text ?? '');
};

/** Only the newest run shows what it found. */
let newest = 0;

const run = async () => {
  const own = ++newest;
  state.textContent = 'Summarizing…';
  try {
    const lang = field('lang').value;
    const summarizer = await Summarizer.create({
      type: /** @type {any} */ (field('type').value),
      length: /** @type {any} */ (field('length').value),
      format: /** @type {any} */ (field('format').value),
      ...(lang && { expectedInputLanguages: [lang] }),
    });
    const [input, context] = [field('text').value, field('context').value];
    const [text, found] = [await summarizer.summarize(input, { context }), await summarizer.extract(input, { context })];
    if (own !== newest) return;
    result.toggleAttribute('hidden', !found);
    state.textContent = found ? `${found.sentences.length} of ${found.article.sentences} sentences, ${found.words} of ${found.article.words} words.` : 'There is no text yet.';
    if (!found) return;
    find('summary').textContent = text;
    for (const name of ['summary', 'marked']) find(name).setAttribute('lang', found.language);
    find('reasons').replaceChildren(reasons(found));
    find('entities').replaceChildren(entities(found));
    find('marked').replaceChildren(...marked(found, input));
    find('json').textContent = JSON.stringify(found, null, 2);
  } catch (error) {
    if (own !== newest) return;
    result.toggleAttribute('hidden', true);
    state.textContent = /** @type {Error} */ (error).message;
  }
};

const runFromAddress = async () => {
  try {
    await readAddress();
  } catch (error) {
    state.textContent = /** @type {Error} */ (error).message;
    return;
  }
  await run();
};

const keepAddress = () => history.replaceState(null, '', `#${query()}`);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;
form.addEventListener('input', ({ target }) => {
  const { name } = /** @type {HTMLInputElement} */ (target);
  // Whoever changes an article has a text of their own.
  if (name === 'text') field('article').value = '';
  clearTimeout(typing);
  typing = setTimeout(
    async () => {
      if (name === 'article' && field('article').value) {
        field('text').value = await articleText(field('article').value).catch((error) => error.message);
      }
      keepAddress();
      await run();
    },
    name === 'text' ? PAUSE_MS : 0,
  );
});
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', runFromAddress);

find('link').addEventListener('click', async () => {
  keepAddress();
  const isWhole = query().has('text') || query().has('article');
  try {
    await navigator.clipboard.writeText(location.href);
    state.textContent = isWhole ? 'Link copied.' : 'Link copied, without the text, which is too long for a link.';
  } catch {
    state.textContent = 'Your browser does not allow copying here: take the link from the address bar.';
  }
});

await runFromAddress();
