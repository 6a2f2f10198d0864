/** The API reference, in Markdown: of the element by custom-elements.json, of all else by the types that the package ships. */
import { readFileSync } from 'node:fs';
import { API } from 'typescript/unstable/sync';
import { SyntaxKind } from 'typescript/unstable/ast';
import { ROOT } from './environment.mjs';
import { table } from './written-parts.mjs';

/** What is imported by which name. */
const MODULES = { nutgraf: 'nutgraf', 'nutgraf/summarizer': 'summarizer' };

/** The types' project has every file of theirs. */
const PROJECT = `${ROOT}/tests/types/tsconfig.json`;

/** @typedef {{ kind: SyntaxKind, pos: number, end: number, name?: { text: string }, jsDoc?: readonly Node[], members?: readonly Node[], type?: Node }} Node */

/** Code in a cell: a bar would end it. @param {string} code */
const inCell = (code) => (code ? `\`${code.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')}\`` : '');

/** @param {{ text?: string }} [type] @param {string} [value] */
const typeOf = (type, value) => inCell(type?.text ?? '') + (value ? `, \`${value}\` by default` : '');

/** @param {string} manifest the path of custom-elements.json */
function element(manifest) {
  const { modules } = JSON.parse(readFileSync(manifest, 'utf8'));
  const { tagName, summary, attributes, members, events, cssProperties, cssParts, slots } = modules
    .flatMap((/** @type {any} */ { declarations = [] }) => declarations)
    .find((/** @type {any} */ { customElement }) => customElement);
  const named = (/** @type {any[]} */ all) => all.map(({ name, description = '' }) => [inCell(name) || 'the default slot', description]);
  const withType = (/** @type {any[]} */ all) => all.map(({ name, type, default: value, description = '' }) => [inCell(name), typeOf(type, value), description]);
  const parts = [
    ['Attributes', table(['attribute', 'type', 'meaning'], withType(attributes))],
    ['Properties and methods', table(['member', 'type', 'meaning'], withType(members))],
    ['Events', table(['event', 'type', 'meaning'], withType(events))],
    ['Slots', table(['slot', 'meaning'], named(slots))],
    ['Custom properties', table(['custom property', 'meaning'], named(cssProperties))],
    ['Parts', cssParts.map((/** @type {any} */ { name }) => inCell(name)).join(', ')],
  ];
  return [`## The element ${inCell(`<${tagName}>`)}`, summary, ...parts.flatMap(([title, part]) => [`### ${title}`, part])].join('\n\n');
}

/** A comment of the types as prose. @param {string} text @param {Node} node */
function comment(text, { jsDoc }) {
  const last = jsDoc?.at(-1);
  return last ? text.slice(last.pos, last.end).replaceAll(/^\s*\/\*\*|\*\/\s*$|^\s*\* ?/gm, '').replaceAll(/\s+/g, ' ').trim() : '';
}

/** A node without the comments before and in it. @param {string} text @param {Node} node */
const code = (text, { pos, end }) => text.slice(pos, end).replaceAll(/\/\*\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\n/gm, '').trim();

/** @param {string} text @param {Node} node */
function declaration(text, node) {
  const title = `### ${inCell(node.name?.text ?? '')}`;
  const said = comment(text, node);
  const { members } = node;
  if (!members || members.length === 0) return [title, said, `\`\`\`ts\n${code(text, node)}\n\`\`\``].filter(Boolean).join('\n\n');
  const [head] = code(text, node).split('{');
  const rows = members.map((member) => [inCell(code(text, member).replace(/[;,]$/, '')), comment(text, member).replaceAll('|', '\\|')]);
  return [title, said, `\`\`\`ts\n${head.trim()}\n\`\`\``, table(['member', 'meaning'], rows)].filter(Boolean).join('\n\n');
}

/** @param {string} manifest the path of custom-elements.json */
export function apiReference(manifest) {
  const api = new API();
  try {
    const [project] = api.updateSnapshot({ openProject: PROJECT }).getProjects();
    const modules = Object.entries(MODULES).map(([name, file]) => {
      const source = project.program.getSourceFile(`${ROOT}/www/types/${file}.d.ts`);
      if (!source) throw new Error(`${PROJECT} does not have ${file}.d.ts`);
      const { text, statements } = /** @type {{ text: string, statements: readonly Node[] }} */ (/** @type {unknown} */ (source));
      const exported = statements.filter((node) => node.name && node.kind !== SyntaxKind.ModuleDeclaration && /^export\b/.test(code(text, node)));
      return [`## ${inCell(name)}`, ...exported.map((node) => declaration(text, node))].join('\n\n');
    });
    return [element(manifest), ...modules].join('\n\n');
  } finally {
    api.close();
  }
}
