/** The parts of the documentation that a measurement writes, each between two marks that name its `make` verb. */

/**
 * @param {string} document
 * @param {string} verb
 * @param {string} part in Markdown
 * @returns {string} the document with this part in its place
 */
export function withPart(document, verb, part) {
  const [opening, closing] = [`<!-- from here on by make ${verb} -->\n`, `<!-- up to here by make ${verb} -->\n`];
  const [start, end] = [document.indexOf(opening), document.indexOf(closing)];
  if (start < 0 || end < start) throw new Error(`the document has no place for what make ${verb} writes`);
  return `${document.slice(0, start)}${opening}\n${part}\n\n${document.slice(end)}`;
}

/** A table in Markdown. @param {string[]} head @param {string[][]} rows */
export const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
