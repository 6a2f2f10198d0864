/** The parts of the README that a measurement writes, each between two marks that name its `make` verb. */

/**
 * @param {string} readme
 * @param {string} verb
 * @param {string} part in Markdown
 * @returns {string} the README with this part in its place
 */
export function withPart(readme, verb, part) {
  const [opening, closing] = [`<!-- from here on by make ${verb} -->\n`, `<!-- up to here by make ${verb} -->\n`];
  const [start, end] = [readme.indexOf(opening), readme.indexOf(closing)];
  if (start < 0 || end < start) throw new Error(`the README has no place for what make ${verb} writes`);
  return `${readme.slice(0, start)}${opening}\n${part}\n\n${readme.slice(end)}`;
}

/** A table in Markdown. @param {string[]} head @param {string[][]} rows */
export const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
