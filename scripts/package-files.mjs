/** What the package has besides the code: hashes of its files, what editors read, and the documents of the repository. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './environment.mjs';

const PACKAGE = `${ROOT}/www`;
const DIST = `${PACKAGE}/dist`;
/** The hashes, by the names of files in dist. */
const HASHES = `${DIST}/sri.json`;

/** Documents that people look for inside a package. */
const DOCUMENTS = ['LICENSE-APACHE', 'LICENSE-MIT', 'NOTICE', 'CHANGELOG.md'];

/** As the attribute `integrity` has it. @param {string} path */
const hashOf = (path) => `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;

/** Of everything in dist. @returns {Record<string, string>} */
const hashes = () => {
  const entries = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map(({ parentPath, name }) => relative(DIST, `${parentPath}/${name}`)).filter((name) => name !== 'sri.json');
  return Object.fromEntries(names.sort().map((name) => [name, hashOf(`${DIST}/${name}`)]));
};

/** Writes the hashes. After all else that is in dist. */
export const writeHashes = () => writeFileSync(HASHES, `${JSON.stringify(hashes(), null, 2)}\n`);

/** Prints them. */
export const reportHashes = () => {
  console.log('\nintegrity (www/dist/sri.json)');
  for (const [name, hash] of Object.entries(hashes())) console.log(`${name.padEnd(32)}${hash}`);
};

/** Puts the repository's documents beside the package's own. */
export const copyDocuments = () => {
  for (const name of DOCUMENTS) copyFileSync(`${ROOT}/${name}`, `${PACKAGE}/${name}`);
};

/** What keeps the package from being published: files that are missing, or not as the build left them. @returns {string[]} */
export const faults = () => {
  const { exports, files, types, main, unpkg, jsdelivr, customElements } = JSON.parse(readFileSync(`${PACKAGE}/package.json`, 'utf8'));
  const targets = Object.values(exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)));
  const named = [...targets, ...files, types, main, unpkg, jsdelivr, customElements].filter(Boolean);
  // A pattern stands for a folder's files.
  const missing = named.filter((path) => !existsSync(`${PACKAGE}/${path.replace(/\*.*/, '')}`));
  if (!existsSync(HASHES)) return [...missing, 'dist/sri.json'].map((path) => `${path} is missing`);
  const built = JSON.parse(readFileSync(HASHES, 'utf8'));
  const now = hashes();
  const changed = [...new Set([...Object.keys(built), ...Object.keys(now)])].filter((name) => built[name] !== now[name]);
  return [...missing.map((path) => `${path} is missing`), ...changed.map((name) => `dist/${name} is not what the build made`)];
};

// As `prepublishOnly` of www/package.json.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = faults();
  for (const fault of found) console.error(`www/${fault}`);
  if (found.length > 0) {
    console.error('The package is not built: run make build.');
    process.exitCode = 1;
  }
}
