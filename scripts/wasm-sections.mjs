/** Reads as much of a WebAssembly module's binary format as a size report needs (W3C WebAssembly Core 2.0, chapter 5). */

const SECTIONS = ['custom', 'type', 'import', 'function', 'table', 'memory', 'global', 'export', 'start', 'element', 'code', 'data', 'data count', 'tag'];
const FUNCTION_IMPORT = 0;
/** The subsection of the name section that names functions. */
const FUNCTION_NAMES = 1;

/** A place in the bytes that moves on. */
class Reader {
  /** @param {Buffer} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** LEB128. Signed numbers are only passed over, and are as long. */
  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  /** @param {number} length */
  take(length) {
    const start = this.at;
    this.at += length;
    return this.bytes.subarray(start, this.at);
  }

  text() {
    return this.take(this.number()).toString('utf8');
  }

  limits() {
    const flags = this.byte();
    this.number();
    if (flags & 1) this.number();
  }
}

/** How many functions are imported: they come first in the numbering. @param {Buffer} bytes */
function importedFunctions(bytes) {
  const reader = new Reader(bytes);
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === FUNCTION_IMPORT) {
      functions++;
      reader.number();
    } else if (kind === 1) {
      reader.byte();
      reader.limits();
    } else if (kind === 2) reader.limits();
    else if (kind === 3) reader.take(2);
    else throw new Error(`an import of kind ${kind} is unknown`);
  }
  return functions;
}

/** @param {Buffer} bytes the name section after its own name @returns {Map<number, string>} */
function functionNames(bytes) {
  const reader = new Reader(bytes);
  const names = new Map();
  while (!reader.done) {
    const kind = reader.byte();
    const part = new Reader(reader.take(reader.number()));
    if (kind !== FUNCTION_NAMES) continue;
    for (let left = part.number(); left > 0; left--) names.set(part.number(), part.text());
  }
  return names;
}

/** The bytes of each segment. @param {Buffer} bytes */
function dataSegments(bytes) {
  const reader = new Reader(bytes);
  return Array.from({ length: reader.number() }, () => {
    const flags = reader.number();
    if (flags === 2) reader.number();
    // The offset is a constant: an instruction, its number, and the end.
    if (flags !== 1) while (reader.byte() !== 0x0b) reader.number();
    return reader.take(reader.number());
  });
}

/**
 * @param {Buffer} bytes
 * @returns {{ sections: { name: string, bytes: Buffer }[], functions: { name: string, start: number, body: Buffer }[], data: Buffer[] }}
 *   `start` counts from the start of the code section, as debug information does
 */
export function parseModule(bytes) {
  if (bytes.subarray(0, 4).toString('latin1') !== '\0asm') throw new Error('this is no WebAssembly module');
  const reader = new Reader(bytes, 8);
  /** @type {{ name: string, bytes: Buffer }[]} */
  const sections = [];
  let names = /** @type {Map<number, string>} */ (new Map());
  while (!reader.done) {
    const id = reader.byte();
    const content = reader.take(reader.number());
    if (id !== 0) {
      sections.push({ name: SECTIONS[id] ?? `section ${id}`, bytes: content });
      continue;
    }
    const custom = new Reader(content);
    const name = custom.text();
    sections.push({ name: `custom ${name}`, bytes: content });
    if (name === 'name') names = functionNames(content.subarray(custom.at));
  }
  /** @param {string} name */
  const section = (name) => sections.find((each) => each.name === name)?.bytes ?? Buffer.from([0]);
  const imported = importedFunctions(section('import'));
  const code = new Reader(section('code'));
  const functions = Array.from({ length: code.number() }, (_, at) => {
    const length = code.number();
    return { name: names.get(imported + at) ?? `function ${at}`, start: code.at, body: code.take(length) };
  });
  return { sections, functions, data: dataSegments(section('data')) };
}
