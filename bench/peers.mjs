/** Who is measured. Each is a module in peers/ with `ready()` and `summarize(text, count)`. */
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Peer
 * @property {string} key the module in peers/
 * @property {string} label with its version
 * @property {'ours' | 'floor' | 'peer'} role the floor summarizes nothing; ratios are to the best `peer`
 */

/** @type {{ devDependencies: Record<string, string> }} */
const { devDependencies } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
const summaryVersion = /^summary = "=(.+)"/m.exec(readFileSync(new URL('./summary-wasm/Cargo.toml', import.meta.url), 'utf8'))?.[1];

/** @param {string} name */
const named = (name) => `${name} ${devDependencies[name]}`;

/** @type {Peer[]} */
export const PEERS = [
  { key: 'nutgraf', label: 'nutgraf', role: 'ours' },
  { key: 'lead', label: 'first 3 sentences (Intl.Segmenter)', role: 'floor' },
  { key: 'lexrank', label: named('lexrank.js'), role: 'peer' },
  { key: 'ts-textrank', label: named('ts-textrank'), role: 'peer' },
  { key: 'sum', label: named('sum'), role: 'peer' },
  { key: 'wink', label: `${named('wink-nlp')} with its model`, role: 'peer' },
  { key: 'compromise', label: `${named('compromise')}, entity density`, role: 'peer' },
  { key: 'summary', label: `crate summary ${summaryVersion} as wasm`, role: 'peer' },
];

export const READABILITY = named('@mozilla/readability');
