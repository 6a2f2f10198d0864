/**
 * Serves www/ on this machine only, under the strictest Content-Security-Policy that the widget promises to
 * work with.
 *
 *   node scripts/serve.mjs [--port N]
 */
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { ROOT } from './environment.mjs';

const HOST = '127.0.0.1';
const DEFAULT_PORT = 8080;
/** So many ports after the wanted one are tried before the system picks one. */
const NEIGHBOURS = 20;

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS = { 'Content-Security-Policy': CONTENT_SECURITY_POLICY, 'X-Content-Type-Options': 'nosniff' };

/** A directory's page asked for without its slash would resolve its relative links one level too high. */
const REDIRECTS = new Map([
  ['/', '/demo/'],
  ['/demo', '/demo/'],
  ['/docs', '/docs/'],
]);

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

/**
 * @typedef {object} ServerOptions
 * @property {number} [port] the port to begin with; a taken one gives way to the next. 0: any free one. Default 8080.
 * @property {Record<string, string | null>} [headers] put over the default headers of every response; null takes one away
 * @property {(req: Request, res: Response) => boolean | Promise<boolean>} [intercept] asked first; true: it has answered, or will
 */

/**
 * @param {ServerOptions} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends without a slash
 */
export async function startServer({ port = DEFAULT_PORT, headers = {}, intercept } = {}) {
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new RangeError(`the port must be a number from 0 to 65535, not ${port}`);
  const files = sirv(`${ROOT}/www`, { dev: true, etag: true });
  const allHeaders = Object.entries({ ...HEADERS, ...headers });

  const server = createServer(async (req, res) => {
    for (const [name, value] of allHeaders) if (value !== null) res.setHeader(name, value);
    try {
      if (await intercept?.(req, res)) return;
    } catch (error) {
      console.error(error);
      if (!res.headersSent) answer(res, 500, 'The interceptor failed');
      else res.destroy();
      return;
    }
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD');
      answer(res, 405, `Nothing here takes a ${req.method}`);
      return;
    }
    // Not `new URL()`, which throws for some request lines, such as `//`.
    const [path] = (req.url ?? '/').split('?');
    const target = REDIRECTS.get(path);
    if (target) {
      res.setHeader('Location', target);
      answer(res, 302, target);
      return;
    }
    files(req, res, () => answer(res, 404, `There is no ${path}`));
  });

  const bound = await listen(server, port);
  return {
    url: `http://${HOST}:${bound}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {Response} res
 * @param {number} status
 * @param {string} text
 */
function answer(res, status, text) {
  res.statusCode = status;
  res.setHeader('Content-Type', 'text/plain; charset=utf-8');
  res.end(`${text}\n`);
}

/**
 * Listens on the first free port from `first` on.
 * @param {import('node:http').Server} server
 * @param {number} first
 * @returns {Promise<number>} the port
 */
async function listen(server, first) {
  const candidates = Array.from({ length: NEIGHBOURS }, (_, step) => first + step).filter((port) => port <= 65535);
  for (const port of first === 0 ? [0] : [...candidates, 0]) {
    try {
      return await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, HOST, () => {
          server.off('error', reject);
          const address = server.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      });
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      // EACCES: a port below 1024 without the right to it.
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    }
  }
  throw new Error('no free port was found');
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string', default: process.env.PORT || String(DEFAULT_PORT) } } });
  const wanted = /^\d+$/.test(values.port) ? Number(values.port) : NaN;
  const { url, close } = await startServer({ port: wanted });
  if (wanted !== 0 && !url.endsWith(`:${wanted}`)) console.log(`Port ${wanted} is taken.`);
  if (!existsSync(`${ROOT}/www/dist/nutgraf.js`)) console.warn('The widget is not built yet: run make build.');
  console.log(`The demo news site: ${url}/demo/   (Ctrl-C ends it)`);
  console.log(`The documentation:  ${url}/docs/`);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => close());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main().catch((error) => {
    console.error(`serve: ${error.message}`);
    process.exitCode = 2;
  });
}
