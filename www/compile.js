/** Compiles the WebAssembly, and tells apart the ways in which that can fail. In the lazy chunk. */

import { embedded } from './by-address.js';
import { fail } from './failure.js';

/** @typedef {import('./engine.js').Session} Session */

/**
 * A module that takes an externref, as the glue's does: what cannot compile these 15 bytes cannot compile the real ones.
 */
const PROBE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0);

/** In which the browser reports a violation, in a task of its own. */
const REPORT_MS = 99;

/**
 * Asks again for what could not be fetched, and rejects with what the page's policy or the network have against it.
 *
 * @param {Session} session
 * @param {string} url
 * @param {RequestInit} init
 */
const again = async ({ get }, url, init) => {
  let blocked = false;
  /** @param {SecurityPolicyViolationEvent} event */
  const watch = (event) => {
    blocked ||= event.blockedURI !== '' && url.startsWith(event.blockedURI);
  };
  addEventListener('securitypolicyviolation', watch);
  try {
    return await get(url, init).catch(async () => {
      await new Promise((done) => setTimeout(done, REPORT_MS));
      if (blocked) throw fail('csp', `the Content-Security-Policy must let connect-src reach ${url}`);
      const foreign = new URL(url).origin !== origin;
      const hint = foreign ? `${url} is of another origin and needs Access-Control-Allow-Origin` : `${url} cannot be reached`;
      throw fail('network', init.integrity ? `${hint}, or is not what its integrity says` : hint);
    });
  } finally {
    removeEventListener('securitypolicyviolation', watch);
  }
};

/** The WebAssembly from its address. @param {Session} session */
const fetched = async (session) => {
  const { get, integrity, asked, distrust } = session;
  const url = session.address('nutgraf.wasm');
  /** @type {RequestInit} */
  const init = { integrity, ...(distrust && { cache: 'reload' }) };
  const response = await ((!distrust && asked) || get(url, init)).catch(() => again(session, url, init));
  if (!response.ok) throw fail('http', `${url} answers ${response.status}`);
  const spare = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    // Not sent as application/wasm, or not WebAssembly: the bytes tell.
    const bytes = await spare.arrayBuffer().catch(() => {
      throw fail('network', `${url} broke off`);
    });
    return WebAssembly.compile(bytes).catch(() => {
      throw fail('mime', `${url} is not the WebAssembly file that was published`);
    });
  }
};

/** @param {Session} session @returns {Promise<WebAssembly.Module>} */
export const compile = async (session) => {
  const url = session.address('nutgraf.wasm');
  try {
    // Safari refuses only the instance.
    new WebAssembly.Instance(new WebAssembly.Module(PROBE));
  } catch {
    throw globalThis.WebAssembly?.validate(PROBE)
      ? fail('csp', "the Content-Security-Policy must let script-src have 'wasm-unsafe-eval'; the article's opening is shown instead")
      : fail('unsupported');
  }
  // No browser fetches a file, and no server its own.
  if (embedded && !url.startsWith('http')) return WebAssembly.compile(await embedded());
  return fetched(session).catch(async (error) => {
    if (!embedded) throw error;
    console.warn(`nutgraf: ${error.message}; the WebAssembly that the bundle has in a module is taken instead`);
    return WebAssembly.compile(await embedded());
  });
};
