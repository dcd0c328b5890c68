/**
 * The observatory's server: pages, the example API, and the built files of packages/embed, as one
 * site with a strict policy. Nothing is asked of any other machine.
 */
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { EMBED } from './examples/shipped.mjs';
import { layout } from './site/layout.mjs';

/** @typedef {import('./site/layout.mjs').Page} Page */

/**
 * One file of `api/`: it answers every address that starts with its prefix.
 *
 * @typedef {object} Api
 * @property {string} prefix
 * @property {(request: Request) => Response | Promise<Response>} answer
 */

/** What the pages may do. Widgets need no exception: no inline style, no eval, no other host. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types ventana',
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

/** As open-data portals answer: any page may read. */
const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Content-Type, Authorization',
};

/** @type {Record<string, string>} */
const TYPES = {
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};

/** Folders whose files are served as they are, by the start of their address. */
const FOLDERS = [
  { prefix: '/embed/', folder: EMBED, open: true },
  { prefix: '/', folder: new URL('site/', import.meta.url), open: false },
];

/** @param {string} folder beside this file @returns {Promise<unknown[]>} its modules */
function modulesIn(folder) {
  const home = new URL(`${folder}/`, import.meta.url);
  const files = readdirSync(home).filter((file) => file.endsWith('.mjs'));
  return Promise.all(files.map((file) => import(new URL(file, home).href)));
}

/** @param {string} path @returns {Response | undefined} */
function fileAt(path) {
  for (const { prefix, folder, open } of FOLDERS) {
    if (!path.startsWith(prefix)) continue;
    const file = new URL(`.${path.slice(prefix.length - 1)}`, folder);
    const type = TYPES[/\.([a-z]+)$/.exec(file.pathname)?.[1] ?? ''];
    if (type && file.href.startsWith(folder.href) && existsSync(file) && statSync(file).isFile()) {
      const body = /** @type {ReadableStream} */ (Readable.toWeb(createReadStream(file)));
      return new Response(body, { headers: { 'Content-Type': type, ...(open ? OPEN : {}) } });
    }
  }
  return undefined;
}

/**
 * @param {Page[]} pages
 * @param {URL} url
 * @returns {Response | undefined}
 */
function pageAt(pages, url) {
  const path = url.pathname.replace(/(?<=.)\/$/, '');
  const page = pages.find((one) =>
    one.path.endsWith('*') ? path.startsWith(one.path.slice(0, -1)) : one.path === path,
  );
  if (!page) return undefined;
  const lang = url.searchParams.get('lang') === 'en' ? 'en' : 'es';
  const markup = layout(
    page,
    {
      lang,
      say: (es, en) => (lang === 'en' ? en : es),
      origin: url.origin,
      rest: page.path.endsWith('*') ? path.slice(page.path.length - 1) : '',
      link: (to) => (lang === 'en' ? `${to}?lang=en` : to),
    },
    { pages, path },
  );
  return (
    markup && new Response(String(markup), { headers: { 'Content-Type': TYPES['html'] ?? '' } })
  );
}

/** @param {Response} response @param {Record<string, string>} headers */
function withHeaders(response, headers) {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/**
 * Everything the site answers, as a function of the request.
 *
 * @returns {Promise<(request: Request) => Promise<Response>>}
 */
export async function createSite() {
  const apis = /** @type {Api[]} */ (await modulesIn('api'));
  const pages = /** @type {Page[]} */ (await modulesIn('pages')).sort(
    (a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER),
  );
  return async (request) => {
    const url = new URL(request.url);
    const api = apis.find(({ prefix }) => url.pathname.startsWith(prefix));
    if (api && request.method === 'OPTIONS')
      return new Response(null, { status: 204, headers: OPEN });
    if (api) return withHeaders(await api.answer(request), OPEN);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response('Method Not Allowed', { status: 405, headers: { Allow: 'GET, HEAD' } });
    }
    const found =
      pageAt(pages, url) ??
      fileAt(url.pathname) ??
      new Response('No existe esta página. / There is no such page.', {
        status: 404,
        headers: { 'Content-Type': TYPES['txt'] ?? '' },
      });
    return withHeaders(found, HEADERS);
  };
}

/**
 * Serves the site on `port`, or the next free one.
 *
 * @param {object} [options]
 * @param {number} [options.port] default 4173; 0 for any free one
 * @returns {Promise<{ address: string, close(): Promise<void> }>}
 */
export async function serve({ port = 4173 } = {}) {
  const site = await createSite();
  const server = createServer((incoming, outgoing) => {
    void answer(site, incoming, outgoing).catch(() => {
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
    });
  });
  const taken = await listen(server, port);
  return {
    address: `http://localhost:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {Awaited<ReturnType<typeof createSite>>} site
 * @param {import('node:http').IncomingMessage} incoming
 * @param {import('node:http').ServerResponse} outgoing
 */
async function answer(site, incoming, outgoing) {
  const { method = 'GET', headers, url = '/' } = incoming;
  const address = addressOf(url, headers.host);
  if (!address) {
    outgoing.writeHead(400).end();
    return;
  }
  const body = method === 'POST' ? { body: await textOf(incoming) } : {};
  const response = await site(new Request(address, { method, ...body }));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (method === 'HEAD' || !response.body) outgoing.end();
  else Readable.fromWeb(/** @type {never} */ (response.body)).pipe(outgoing);
}

/** @param {string} path @param {string} [host] */
function addressOf(path, host = 'localhost') {
  return URL.canParse(path, `http://${host}`) ? new URL(path, `http://${host}`) : undefined;
}

/** @param {import('node:http').IncomingMessage} incoming at most 1 MB of it */
async function textOf(incoming) {
  let text = '';
  for await (const chunk of incoming) {
    text += chunk;
    if (text.length > 1_000_000) break;
  }
  return text;
}

/** @param {import('node:http').Server} server @param {number} port @returns {Promise<number>} */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EADDRINUSE' && port > 0 && port < 65_535) resolve(listen(server, port + 1));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      resolve(bound && typeof bound === 'object' ? bound.port : port);
    });
  });
}
