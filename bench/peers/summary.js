/** The crate `summary` as wasm (bench/summary-wasm). */
import init, { Peer } from '../../target/bench/summary/summary.js';

/** @type {Peer} */
let peer;

export const ready = async () => {
  await init({ module_or_path: new URL('/bench/summary.wasm', location.href) });
  peer = new Peer();
};

/** @param {string} text @param {number} count */
export const summarize = (text, count) => peer.summarize(text, count);
