/**
 * Checks that the modules of `src` import one way: `node scripts/imports.mjs`.
 *
 * The rooms of `src` stand in an order, and a file imports from its own room and from those above it in the table. No two
 * rooms import each other, nor do the files of one room in a circle. Tests may import anything.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ROOT } from './environment.mjs';

/** The rooms in order, with the paths that belong to each: a folder, or a file.
 * @type {[room: string, ...paths: string[]][]} */
const ROOMS = [
  ['collections', 'src/collections/'],
  ['text', 'src/text/'],
  ['score', 'src/score.rs'],
  ['page_kind', 'src/page_kind.rs'],
  ['error', 'src/error.rs'],
  ['options', 'src/options.rs', 'src/options/'],
  ['article', 'src/article.rs'],
  ['boilerplate', 'src/boilerplate/'],
  ['language', 'src/language/'],
  ['plain_text', 'src/plain_text/'],
  ['page', 'src/page/'],
  ['analysis', 'src/analysis/'],
  ['leaning', 'src/leaning/'],
  ['clause', 'src/clause/'],
  ['note', 'src/note/'],
  ['salience', 'src/salience/'],
  ['select', 'src/select/'],
  ['headline', 'src/headline.rs'],
  ['summary', 'src/summary.rs'],
  ['document', 'src/document.rs'],
  ['lib', 'src/lib.rs'],
  ['output', 'src/output.rs'],
  // Adapters, and the laboratory: nothing imports them.
  ['eval', 'src/eval/'],
  ['wasm', 'src/wasm.rs'],
];

/** @typedef {{ file: string, line: number, text: string, target: string }} Import a line of `file`, and the file it names */

/** @param {string} directory @returns {string[]} */
const rustFiles = (directory) =>
  readdirSync(`${ROOT}/${directory}`, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? rustFiles(`${directory}/${entry.name}`) : [`${directory}/${entry.name}`]))
    .filter((file) => file.endsWith('.rs') && !file.endsWith('/tests.rs') && !file.startsWith('src/bin/'))
    .sort();

/** The sources of the library, by file, without tests. @returns {Map<string, string>} */
export const sources = () => new Map(rustFiles('src').map((file) => [file, readFileSync(`${ROOT}/${file}`, 'utf8')]));

/** The path of a module: `src/a/b.rs` and `src/a/b/mod.rs` are `a`, `b`. @param {string} file */
const moduleOf = (file) => file.replace(/^src\/|\.rs$/g, '').split('/').filter((name, at, all) => at < all.length - 1 || !['mod', 'lib'].includes(name));

/** A source without comments, texts and modules of tests; every line keeps its place. @param {string} source */
function codeOf(source) {
  const blank = (/** @type {string} */ text) => text.replace(/[^\n]/g, ' ');
  // A comment, a text, or a character: whichever begins first.
  const bare = source.replace(/\/\/[^\n]*|r#"[^]*?"#|"(?:\\[^]|[^"\\])*"|'(?:\\.[^']*|[^'\\\n])'/g, blank);
  return bare.replace(/^#\[cfg\((?:test|all\(test[^\n]*)\)\]\n(?:#\[[^\n]*\]\n)*(?:pub(?:\([^)]*\))? )?mod \w+ (?:\{[^]*?^\}|\{\})/gm, blank);
}

/** The paths that a use tree names: `a::{self, b::c}` names `a` and `a::b::c`. @param {string} tree @returns {string[][]} */
function pathsOf(tree) {
  const group = tree.trim().match(/^((?:\w+\s*::\s*)*)\{([^]*)\}$/);
  if (!group) return [tree.trim().replace(/\s+as\s+\w+$/, '').split(/\s*::\s*/)];
  const head = group[1].split('::').map((name) => name.trim()).filter(Boolean);
  const parts = [''];
  let depth = 0;
  for (const c of group[2]) {
    if (c === '{') depth += 1;
    if (c === '}') depth -= 1;
    if (c === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts.filter((part) => part.trim()).flatMap(pathsOf).map((path) => [...head, ...path]);
}

/** @param {Map<string, string>} files @returns {Import[]} */
function importsOf(files) {
  const byModule = new Map([...files.keys()].map((file) => [moduleOf(file).join('::'), file]));
  const codes = new Map([...files].map(([file, source]) => [file, codeOf(source)]));
  /** What a module hands on under a name of its own: `pub use`. @type {Map<string, string[]>} */
  const handedOn = new Map();
  /** @param {string} file @param {string[]} path @returns {string[] | undefined} */
  const absolute = (file, path) => {
    const own = moduleOf(file);
    if (path[0] === 'crate') return path.slice(1);
    if (path[0] === 'self') return [...own, ...path.slice(1)];
    if (path[0] === 'super') {
      const up = path.findIndex((name) => name !== 'super');
      return [...own.slice(0, own.length - up), ...path.slice(up)];
    }
    // A module below this one, by its bare name.
    return byModule.has([...own, path[0]].join('::')) ? [...own, ...path] : undefined;
  };
  for (const [file, code] of codes) {
    for (const [, tree] of code.matchAll(/^pub(?:\([^)]*\))? use ([^;]+);/gm)) {
      for (const path of pathsOf(tree)) {
        const target = absolute(file, path);
        if (target) handedOn.set([...moduleOf(file), path[path.length - 1]].join('::'), target);
      }
    }
  }
  /** The file that has what a path names. @param {string[]} path @returns {string | undefined} */
  const fileOf = (path, depth = 0) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const there = path.slice(0, length).join('::');
      const further = depth < 9 ? handedOn.get(there) : undefined;
      if (further) return fileOf([...further, ...path.slice(length)], depth + 1);
      if (byModule.has(there)) return byModule.get(there);
    }
    return undefined;
  };
  return [...codes].flatMap(([file, code]) => {
    const uses = [...code.matchAll(/^[ \t]*(?:pub(?:\([^)]*\))? )?use ([^;]+);/gm)].map((m) => ({ at: m.index + m[0].search(/\S/), paths: pathsOf(m[1]) }));
    const withoutUses = code.replace(/^[ \t]*(?:pub(?:\([^)]*\))? )?use [^;]+;/gm, (text) => text.replace(/[^\n]/g, ' '));
    const inline = [...withoutUses.matchAll(/(?<![\w:])(?:crate|super|self|[a-z]\w*)(?:::\w+)+/g)].map((m) => ({ at: m.index, paths: [m[0].split('::')] }));
    return [...uses, ...inline].flatMap(({ at, paths }) =>
      paths.flatMap((path) => {
        const named = absolute(file, path);
        const target = named && fileOf(named);
        const line = code.slice(0, at).split('\n').length;
        return target && target !== file ? [{ file, line, text: path.join('::'), target }] : [];
      }),
    );
  });
}

/** The groups of nodes that reach each other, by Tarjan (1972), "Depth-first search and linear graph algorithms".
 * @param {Map<string, Set<string>>} graph @returns {string[][]} */
function circlesOf(graph) {
  /** @type {Map<string, { number: number, low: number, open: boolean }>} */
  const seen = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const circles = [];
  /** @param {string} node */
  const visit = (node) => {
    const own = { number: seen.size, low: seen.size, open: true };
    seen.set(node, own);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      const other = seen.get(next) ?? visit(next);
      if (other.open) own.low = Math.min(own.low, other.low);
    }
    if (own.low === own.number) {
      const circle = stack.splice(stack.indexOf(node));
      for (const name of circle) /** @type {{ open: boolean }} */ (seen.get(name)).open = false;
      if (circle.length > 1) circles.push(circle);
    }
    return own;
  };
  for (const node of graph.keys()) if (!seen.has(node)) visit(node);
  return circles;
}

/** @param {Import[]} imports @param {(file: string) => string} nodeOf */
function circles(imports, nodeOf) {
  /** @type {Map<string, Set<string>>} */
  const graph = new Map();
  for (const { file, target } of imports) {
    const [from, to] = [nodeOf(file), nodeOf(target)];
    if (from !== to) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  return circlesOf(graph).map((circle) => ({
    circle,
    lines: imports.filter(({ file, target }) => nodeOf(file) !== nodeOf(target) && circle.includes(nodeOf(file)) && circle.includes(nodeOf(target))),
  }));
}

/** What is wrong with the imports of sources, each with its lines. @param {Map<string, string>} files by file */
export function faults(files) {
  const numberOf = (/** @type {string} */ file) => ROOMS.findIndex(([, ...paths]) => paths.some((path) => (path.endsWith('/') ? file.startsWith(path) : file === path)));
  const roomOf = (/** @type {string} */ file) => ROOMS[numberOf(file)]?.[0] ?? file;
  const shown = (/** @type {Import} */ { file, line, text, target }) => `  ${file}:${line}: ${text} (${target})`;
  const found = [...files.keys()].filter((file) => numberOf(file) < 0).map((file) => `${file} belongs to no room of the table in scripts/imports.mjs`);
  const imports = importsOf(files);
  const against = imports.filter(({ file, target }) => numberOf(target) > numberOf(file) && numberOf(file) >= 0);
  if (against.length > 0) found.push(['imports against the order of the rooms:', ...against.map((i) => `${shown(i)}: ${roomOf(i.file)} is above ${roomOf(i.target)}`)].join('\n'));
  for (const { circle, lines } of circles(imports, roomOf)) found.push([`a circle of rooms: ${circle.join(', ')}`, ...lines.map(shown)].join('\n'));
  const inside = imports.filter(({ file, target }) => roomOf(file) === roomOf(target));
  for (const { circle, lines } of circles(inside, (file) => file)) found.push([`a circle of files: ${circle.join(', ')}`, ...lines.map(shown)].join('\n'));
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = faults(sources());
  if (found.length > 0) {
    console.error(found.join('\n\n'));
    process.exitCode = 1;
  }
}
