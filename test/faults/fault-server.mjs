/**
 * A real local server that fails on request, in every way that FAULTS.md's N, H and B rows list.
 * Mocked fetches cannot stall, cut or reset a socket; this can.
 *
 *     const server = await startFaultServer({ bodies: { insignia: { type: 'application/json', body } } });
 *     server.url('ok', 'insignia');                    // the good body, with CORS
 *     server.url('N12', 'insignia');                   // its address with never an answer
 *     server.url('H04-503', 'insignia', { times: 2 }); // the first 2 requests fail, then ok
 *     server.url('ok', 'insignia', { delay: 300 });    // headers 300 ms late
 *     server.set('tablero', 'N08'); server.live('tablero', 'insignia'); // switched over time
 *     server.requests; server.maxInFlight(server.origin); await server.close();
 *
 * Faults, with variants after a dash:
 *   N01 name not found · N02 closed port · N03 TLS to a plain port, `-cert` untrusted certificate
 *   (needs `tls`) · N04 no CORS · N05 500 without CORS · N06 redirect to itself, `-closed` without
 *   CORS · N07 redirect to an address without CORS, `-http` from https to http (needs `tls`)
 *   N08 reset before headers · N09 not HTTP · N12 no answer · N13 10 bytes, then nothing
 *   N14 a byte a second · N15 cut, Content-Length · N16 cut, chunked · N17 cut, ends cleanly
 *   N18 says gzip, is not
 *   H01 403, `-401` · H02 404 with a CKAN error · H03 429, Retry-After hidden, `-exposed`
 *   H04 500, `-502 -503 -504` · H05 a web page, `-json` labelled JSON · H06 204, `-empty` 200
 *   H07 CKAN success false · H08 freshness headers · H09 Last-Modified of 2015
 *   B01 … B12 as body-faults.mjs does to the named body
 *     (B03 -objects · B04 -unlabelled -lie · B05 -be -nobom · B07-n · B08-n · B12 -array -null -text
 *     -lists -rows)
 * N10 (blocked by client) and N11 (offline) are the browser's doing, not a server's.
 */
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { BODY_FAULTS } from './body-faults.mjs';
import { selfSigned } from './self-signed.mjs';

/**
 * @typedef {import('./body-faults.mjs').Body} Body
 * @typedef {object} Request
 * @property {string} origin
 * @property {string} method
 * @property {string} url path and query, as asked
 * @property {string} fault what was answered: `ok`, `N12` …
 * @property {string} mode `cors`, `no-cors` (a probe) or empty, as the browser says in Sec-Fetch-Mode
 * @property {number} at ms since the epoch
 * @property {import('node:http').IncomingHttpHeaders} headers
 *
 * @typedef {object} UrlOptions
 * @property {number} [times] this many requests get the fault, later ones the good body
 * @property {number} [delay] ms before headers
 * @property {number} [after] seconds in Retry-After (H03, H04); default 1
 * @property {number} [id] makes addresses distinct
 * @property {string} [origin] one of `origins`; default the first
 *
 * @typedef {object} FaultServer
 * @property {string} origin
 * @property {string[]} origins `origin` first
 * @property {string} tlsOrigin with an untrusted certificate; empty without `tls`
 * @property {Request[]} requests every request received, probes included
 * @property {(fault: string, body?: string, options?: UrlOptions) => string} url
 * @property {(name: string, body?: string) => string} live an address whose fault `set` chooses
 * @property {(name: string, fault: string) => void} set `ok` heals
 * @property {(origin?: string) => number} maxInFlight most requests open at once
 * @property {() => void} reset forgets requests and counts
 * @property {() => Promise<void>} close
 */

const DEFAULT_BODY = {
  type: 'application/json; charset=utf-8',
  body: JSON.stringify({ titulo: 'Año de ejemplo', filas: [{ id: 1, monto: 1234.5 }, { id: 2 }] }),
};

const NOT_FOUND = {
  help: 'https://datos.example/api/3/action/help_show?name=package_show',
  success: false,
  error: { message: 'No encontrado', __type: 'Not Found Error' },
};

const MAINTENANCE =
  '<!doctype html><html lang="es"><title>Mantenimiento</title><h1>Sitio en mantenimiento</h1></html>';

/**
 * @param {{ bodies?: Record<string, Body>, origins?: number, tls?: boolean }} [setup]
 * @returns {Promise<FaultServer>}
 */
export async function startFaultServer({ bodies = {}, origins: count = 1, tls = false } = {}) {
  /** @type {Request[]} */
  const requests = [];
  /** @type {Map<string, { now: number, max: number }>} */
  const inFlight = new Map();
  /** @type {Map<string, number>} */
  const asked = new Map();
  /** @type {Map<string, string>} */
  const live = new Map();
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  /** @type {Set<NodeJS.Timeout>} */
  const timers = new Set();
  /** @type {string[]} */
  const origins = [];
  let tlsOrigin = '';

  /**
   * @param {string} origin
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function serve(origin, request, response) {
    const asUrl = new URL(request.url ?? '/', origin);
    const [, kind = '', named = ''] = asUrl.pathname.split('/');
    const times = Number(asUrl.searchParams.get('times') ?? Infinity);
    const seen = (asked.get(asUrl.href) ?? 0) + 1;
    asked.set(asUrl.href, seen);
    let fault = kind === 'live' ? (live.get(named) ?? 'ok') : kind === 'fault' ? named : 'ok';
    if (seen > times) fault = 'ok';
    requests.push({
      origin,
      method: request.method ?? '',
      url: request.url ?? '',
      fault,
      mode: String(request.headers['sec-fetch-mode'] ?? ''),
      at: Date.now(),
      headers: request.headers,
    });
    const flight = inFlight.get(origin) ?? { now: 0, max: 0 };
    inFlight.set(origin, flight);
    flight.max = Math.max(flight.max, ++flight.now);
    response.on('close', () => flight.now--);

    const wait = Number(asUrl.searchParams.get('delay') ?? 0);
    if (wait) await new Promise((resolve) => timers.add(setTimeout(resolve, wait)));
    if (response.destroyed) return;
    const bodyName = kind === 'ok' ? named : (asUrl.searchParams.get('body') ?? '');
    const good = bodies[bodyName] ?? (bodyName ? undefined : DEFAULT_BODY);
    if (!good) {
      response.writeHead(404, { 'access-control-allow-origin': '*' });
      return void response.end(`The fault server has no body named ${bodyName}.`);
    }
    await answer(fault, good, asUrl, request, response);
  }

  /**
   * @param {string} fault
   * @param {Body} good
   * @param {URL} asUrl
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(fault, good, asUrl, request, response) {
    const [row = '', variant = ''] = fault.split('-');
    const bytes = Buffer.from(good.body);
    const half = Math.ceil(bytes.length / 2);
    const after = asUrl.searchParams.get('after') ?? '1';
    const cors = { 'access-control-allow-origin': '*' };
    const typed = { ...cors, 'content-type': good.type };
    /**
     * @param {number} status
     * @param {import('node:http').OutgoingHttpHeaders} headers
     * @param {string | Buffer} [body]
     */
    const send = (status, headers, body = '') => {
      response.writeHead(status, headers);
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    /** @param {number} status @param {unknown} value */
    const sendJson = (status, value, headers = {}) =>
      send(
        status,
        { ...cors, ...headers, 'content-type': 'application/json' },
        JSON.stringify(value),
      );

    const bodyFault = BODY_FAULTS[row];
    if (bodyFault) {
      const made = await bodyFault(good, variant);
      const headers = { ...cors, 'content-type': made.type };
      return send(
        200,
        made.encoding ? { ...headers, 'content-encoding': made.encoding } : headers,
        made.body,
      );
    }

    switch (row) {
      case 'ok':
        return send(200, typed, bytes);
      case 'N04':
        return send(200, { 'content-type': good.type }, bytes);
      case 'N05':
        return send(500, { 'content-type': 'text/plain' }, 'Error interno');
      case 'N06':
        return send(302, {
          ...(variant === 'closed' ? {} : cors),
          location: asUrl.pathname + asUrl.search,
        });
      case 'N07': {
        const target =
          variant === 'http'
            ? `${origins[0]}/ok/${asUrl.searchParams.get('body') ?? ''}`
            : `${origins[1] ?? origins[0]}/fault/N04${asUrl.search}`;
        return send(302, { ...cors, location: target });
      }
      case 'N08':
        return void request.socket.resetAndDestroy();
      case 'N12':
        return;
      case 'N13':
        response.writeHead(200, typed);
        return void response.write(bytes.subarray(0, 10));
      case 'N14': {
        response.writeHead(200, typed);
        let at = 0;
        const drip = setInterval(() => response.write(bytes.subarray(at, ++at)), 1000);
        timers.add(drip);
        return void response.on('close', () => clearInterval(drip));
      }
      case 'N15':
      case 'N16':
        response.writeHead(
          200,
          row === 'N15' ? { ...typed, 'content-length': bytes.length } : typed,
        );
        response.write(bytes.subarray(0, half));
        return void timers.add(setTimeout(() => request.socket.destroy(), 20));
      case 'N17':
        return send(200, typed, bytes.subarray(0, half));
      case 'N18':
        return send(200, { ...typed, 'content-encoding': 'gzip' }, bytes);
      case 'H01':
        return sendJson(Number(variant || 403), {
          ...NOT_FOUND,
          error: { message: 'Acceso denegado', __type: 'Authorization Error' },
        });
      case 'H02':
        return sendJson(404, NOT_FOUND);
      case 'H03':
        return send(
          429,
          {
            ...cors,
            'retry-after': after,
            ...(variant === 'exposed' ? { 'access-control-expose-headers': 'Retry-After' } : {}),
          },
          'Demasiadas solicitudes',
        );
      case 'H04':
        return send(
          Number(variant || 500),
          asUrl.searchParams.has('after')
            ? { ...cors, 'retry-after': after, 'access-control-expose-headers': 'Retry-After' }
            : cors,
          'Error del servidor',
        );
      case 'H05':
        return send(
          200,
          {
            ...cors,
            'content-type': variant === 'json' ? 'application/json' : 'text/html; charset=utf-8',
          },
          MAINTENANCE,
        );
      case 'H06':
        return send(variant === 'empty' ? 200 : 204, cors);
      case 'H07':
        return sendJson(200, {
          ...NOT_FOUND,
          error: { message: 'Error de validación', __type: 'Validation Error' },
        });
      case 'H08':
        return send(
          200,
          {
            ...typed,
            age: '86400',
            etag: '"abc"',
            'last-modified': 'Tue, 03 Mar 2026 18:30:00 GMT',
          },
          bytes,
        );
      case 'H09':
        return send(200, { ...typed, 'last-modified': 'Thu, 01 Jan 2015 06:00:00 GMT' }, bytes);
      default:
        return send(404, cors, `The fault server knows no fault ${fault}.`);
    }
  }

  /** @type {import('node:net').Server[]} */
  const servers = [];
  /** @param {import('node:net').Server} server @param {string} scheme */
  async function listen(server, scheme) {
    servers.push(server);
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => {});
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return `${scheme}://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  for (let i = 0; i < count; i++) {
    const server = createHttpServer((request, response) => {
      void serve(origins[i] ?? '', request, response);
    });
    origins.push(await listen(server, 'http'));
  }
  if (tls) {
    const server = createHttpsServer(selfSigned(), (request, response) => {
      void serve(tlsOrigin, request, response);
    });
    server.on('tlsClientError', () => {});
    tlsOrigin = await listen(server, 'https');
  }
  const garbage = await listen(
    createTcpServer((socket) => {
      socket.on('data', () => socket.end(Buffer.from([0, 255, 1, 254, 13, 10, 7, 7, 13, 10])));
    }),
    'http',
  );
  const closing = createTcpServer();
  const closed = await listen(closing, 'http');
  closing.close();

  /** @type {FaultServer['url']} */
  function url(fault, body = '', { origin = origins[0], ...options } = {}) {
    const query = new URL('http://query').searchParams;
    if (body && fault !== 'ok') query.set('body', body);
    for (const [key, value] of Object.entries(options)) query.set(key, String(value));
    const asked = query.size ? `?${query}` : '';
    const path = fault === 'ok' ? `/ok/${body}${asked}` : `/fault/${fault}${asked}`;
    switch (fault) {
      case 'N01':
        return `http://no-existe.invalid${path}`;
      case 'N02':
        return closed + path;
      case 'N03':
        return (origin ?? '').replace('http:', 'https:') + path;
      case 'N03-cert':
      case 'N07-http':
        if (!tlsOrigin) throw new Error(`${fault} needs startFaultServer({ tls: true })`);
        return tlsOrigin + path;
      case 'N09':
        return garbage + path;
      default:
        return origin + path;
    }
  }

  return {
    origin: origins[0] ?? '',
    origins,
    tlsOrigin,
    requests,
    url,
    live: (name, body = '') => `${origins[0]}/live/${name}${body ? `?body=${body}` : ''}`,
    set: (name, fault) => void live.set(name, fault),
    maxInFlight: (origin = origins[0] ?? '') => inFlight.get(origin)?.max ?? 0,
    reset() {
      requests.length = 0;
      asked.clear();
      for (const flight of inFlight.values()) flight.max = flight.now;
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      await Promise.all(
        servers.map((server) => new Promise((resolve) => server.close(() => resolve(undefined)))),
      );
    },
  };
}
