/** Markdown as the documentation has it, as HTML for the site: headings with ids, links that lead to the site's pages. */
import { Marked } from 'marked';

/** @param {string} text */
export const escape = (text) => text.replace(/[&<>"]/g, (sign) => /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

/** The id of a heading, as code hosts make it, so that a link of the documentation works in both places. @param {string} title */
export const slugOf = (title) => title.toLowerCase().replaceAll(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-');

/** What scrolls by itself where it is wider than the page; with the keyboard too. @param {string} label @param {string} content */
const scrollable = (label, content) => `<div class="scroll" tabindex="0" role="group" aria-label="${escape(label)}">${content}</div>\n`;

/**
 * @param {string} markdown
 * @param {(target: string) => string | undefined} addressOf where a link leads on the site; nowhere if it has no such page
 */
export function htmlOf(markdown, addressOf) {
  const marked = new Marked({ gfm: true });
  let section = '';
  marked.use({
    renderer: {
      heading({ tokens, depth, text }) {
        section = text.replaceAll(/[`*]/g, '');
        return `<h${depth} id="${escape(slugOf(section))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const [text, address] = [this.parser.parseInline(tokens), addressOf(href)];
        return address === undefined ? text : `<a href="${escape(address)}">${text}</a>`;
      },
      image({ href, text }) {
        return `<img src="${escape(addressOf(href) ?? href)}" alt="${escape(text)}" loading="lazy">`;
      },
      code({ text }) {
        return `<pre tabindex="0"><code>${escape(text)}</code></pre>\n`;
      },
      table({ header, rows }) {
        const cell = (/** @type {import('marked').Tokens.TableCell} */ { tokens, align, text }, /** @type {string} */ name) => {
          // Nothing is no heading.
          const [tag, scope] = name === 'th' && text ? ['th', ' scope="col"'] : ['td', ''];
          return `<${tag}${scope}${align === 'right' ? ' class="number"' : ''}>${this.parser.parseInline(tokens)}</${tag}>`;
        };
        const row = (/** @type {import('marked').Tokens.TableCell[]} */ cells, /** @type {string} */ name) => `<tr>${cells.map((each) => cell(each, name)).join('')}</tr>`;
        const body = rows.map((cells) => row(cells, 'td')).join('\n');
        const head = header.some(({ text }) => text) ? `<thead>${row(header, 'th')}</thead>` : '';
        return scrollable(`Table: ${section}`, `<table>${head}<tbody>\n${body}</tbody></table>`);
      },
      // Remarks of those who write the files.
      html: ({ text }) => (/^<!--/.test(text.trim()) ? '' : text),
    },
  });
  return /** @type {string} */ (marked.parse(markdown));
}
