/**
 * What only a browser shows: CORS, opaque redirects, decoding by the network stack, IndexedDB,
 * sandboxed pages. Real Chromium, real sockets; Node's fetch knows no cross-origin rules.
 */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type * as Sources from '../../packages/sources/src/index.js';
import { CHROMIUM_FLAGS, findChromium } from '../browser/chromium.mjs';
import { startFaultServer, type FaultServer } from './fault-server.mjs';

const GOOD = JSON.stringify({ titulo: 'Presupuesto de Michoacán', filas: [{ monto: 12.5 }, {}] });
/** For faults that end in a timeout. */
const HASTY = { total: 3000, idle: 900, backoff: 40 };
/** For all others: a machine that is busy with other tests is no timeout. */
const PATIENT = { total: 15_000, idle: 8000, backoff: 40 };

let faults: FaultServer;
let pages: Server;
let home: string;
let browser: Browser;
let page: Page;

/** The package as a page loads it: each file's text by its path, the first one named `/sources.js`. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const entry = fileURLToPath(new URL('../../packages/sources/src/index.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['ventana-source', 'browser', 'module', 'import', 'default'] },
    build: { write: false, lib: { entry, formats: ['es'], fileName: () => 'sources.js' } },
  });
  const [{ output }] = result as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  return new Map(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : '']),
  );
}

beforeAll(async () => {
  const scripts = await bundle();
  faults = await startFaultServer({
    bodies: { doc: { type: 'application/json', body: GOOD } },
    origins: 2,
    tls: true,
  });
  pages = createServer((request, response) => {
    const script = scripts.get(request.url ?? '/');
    response.writeHead(200, {
      'content-type': script === undefined ? 'text/html' : 'text/javascript',
      'access-control-allow-origin': '*',
      ...(request.url === '/sandbox' && { 'content-security-policy': 'sandbox allow-scripts' }),
      ...(request.url === '/strict' && {
        'content-security-policy': `connect-src ${faults.origin}`,
      }),
    });
    response.end(
      script ??
        '<!doctype html><script type="module">import * as sources from "/sources.js"; Object.assign(window, { sources }); </script>',
    );
  });
  pages.listen(0, '127.0.0.1');
  await once(pages, 'listening');
  home = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: await findChromium(),
    args: CHROMIUM_FLAGS,
  });
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  page = await context.newPage();
  // What cannot load at all fails here, once, and not in each test after a minute.
  await open('/');
});

afterAll(async () => {
  await browser?.close();
  pages?.close();
  await faults?.close();
});

async function open(path: string): Promise<void> {
  await page.goto(home + path);
  await page.waitForFunction(() => 'sources' in window);
}

beforeEach(async () => {
  faults.reset();
  await open('/');
});

/** Reads an address in the page: its text, or the error's reason. */
const read = (address: string, timings = PATIENT): Promise<string> =>
  page.evaluate(
    async ([url, timing]) => {
      const { sources } = window as unknown as { sources: typeof Sources };
      try {
        const loaded = await sources.fetchReading(
          url,
          (answer) => ({
            model: JSON.stringify(sources.parseJson(answer)),
            received: 1,
            omitted: 0,
            problems: [],
          }),
          { transport: sources.createTransport({ timing }) },
        );
        return loaded.reading.model;
      } catch (error) {
        return (error as Sources.SourceError).reason ?? String(error);
      }
    },
    [address, timings] as const,
  );

describe('each fault, as Chromium shows it', () => {
  test.each([
    ['N01', 'unreachable'],
    ['N02', 'unreachable'],
    ['N03', 'unreachable'],
    ['N04', 'cors'],
    ['N05', 'cors'],
    ['N06', 'redirect'],
    ['N07', 'redirect'],
    ['N07-http', 'redirect'],
    ['N08', 'unreachable'],
    ['N09', 'unreachable'],
    ['N15', 'truncated'],
    ['N16', 'truncated'],
    ['N17', 'truncated'],
    ['N18', 'truncated'],
    ['H01-401', 'denied'],
    ['H02', 'not-found'],
    ['H03', 'busy'],
    ['H04-503', 'server'],
    ['H05', 'html'],
    ['H06', 'no-content'],
    ['H06-empty', 'no-content'],
    ['B01', 'too-large'],
    ['B02', 'too-large'],
    ['B03', 'too-deep'],
  ])('%s is %s', async (fault, reason) => {
    expect(await read(faults.url(fault, 'doc'))).toBe(reason);
  });

  test.each(['N12', 'N13', 'N14'])('%s is timeout', async (fault) => {
    expect(await read(faults.url(fault, 'doc'), HASTY)).toBe('timeout');
  });

  test.each(['ok', 'B04', 'B04-unlabelled', 'B04-lie', 'B05', 'B05-be', 'B05-nobom', 'B06'])(
    '%s reads the same',
    async (fault) => expect(await read(faults.url(fault, 'doc'))).toBe(GOOD),
  );

  test('an address without CORS costs three requests, and none needs a preflight', async () => {
    await read(faults.url('N04', 'doc'));
    expect(faults.requests.map(({ method, mode }) => `${method} ${mode}`)).toEqual([
      'GET cors',
      'GET no-cors',
      'GET cors',
    ]);
  });

  test('nothing of the visitor is sent', async () => {
    await read(faults.url('ok', 'doc'));
    const headers = faults.requests[0]?.headers;
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
  });

  test('300 callers of 10 addresses: 10 requests, at most 4 at once', async () => {
    const addresses = Array.from({ length: 10 }, (_, id) =>
      faults.url('ok', 'doc', { delay: 50, id }),
    );
    await page.evaluate(async (urls) => {
      const { sources } = window as unknown as { sources: typeof Sources };
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const all: Promise<unknown>[] = [];
      for (let i = 0; i < 300; i++) {
        all.push(sources.pageTransport().get(urls[i % 10]!));
        if (i % 50 === 49) await frame();
      }
      await Promise.all(all);
    }, addresses);
    expect(faults.requests.length).toBe(10);
    expect(faults.maxInFlight()).toBeLessThanOrEqual(4);
  });

  test('windows-1252 is read as the standard says', async () => {
    const text = await page.evaluate(() => {
      const { sources } = window as unknown as { sources: typeof Sources };
      const bytes = Uint8Array.of(0x93, 0xf1, 0x94, 0x80);
      return sources.decodeText({ bytes, contentType: 'text/csv; charset=iso-8859-1' });
    });
    expect(text).toBe('“ñ”€');
  });
});

describe('the last good answer', () => {
  const kept = (address: string): Promise<boolean> =>
    page.evaluate(async (url) => {
      const { sources } = window as unknown as { sources: typeof Sources };
      const parse = () => ({ model: 1, received: 1, omitted: 0, problems: [] });
      return !!(await sources.recallReading(url, parse));
    }, address);
  const load = (address: string): Promise<void> =>
    page.evaluate(async (url) => {
      const { sources } = window as unknown as { sources: typeof Sources };
      const transport = sources.pageTransport();
      await transport.remember(url, await transport.get(url));
    }, address);

  test('survives a visit, and a page that patched Array.prototype.toJSON', async () => {
    const address = faults.url('ok', 'doc', { id: 1 });
    await page.evaluate(() => {
      Object.assign(Array.prototype, { toJSON: () => 'broken' });
    });
    await load(address);
    await open('/');
    expect(await kept(address)).toBe(true);
    expect(await kept(faults.url('ok', 'doc', { id: 2 }))).toBe(false);
  });

  test('a sandboxed page, where storage throws, keeps it in memory', async () => {
    await open('/sandbox');
    const address = faults.url('ok', 'doc', { id: 3 });
    await load(address);
    expect(await kept(address)).toBe(true);
    await open('/sandbox');
    expect(await kept(address)).toBe(false);
  });

  test('a full disk is no error', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: home, quotaSize: 1000 });
    const address = faults.url('ok', 'doc', { id: 4 });
    await load(address);
    expect(await kept(address)).toBe(true);
    await session.send('Storage.overrideQuotaForOrigin', { origin: home });
  });
});

describe('check-links', () => {
  const probe = (address: string): Promise<string> =>
    page.evaluate((url) => {
      const { sources } = window as unknown as { sources: typeof Sources };
      return sources.probeLink(url, { timeout: 1500 });
    }, address);

  test.each([
    ['ok', 'ok'],
    ['H02', 'broken'],
    ['N04', 'unreadable'],
    ['N02', 'unreachable'],
  ])('%s is %s', async (fault, state) => {
    expect(await probe(faults.url(fault, 'doc'))).toBe(state);
  });

  test('a link that the page’s own policy forbids to ask is not called unreachable', async () => {
    await open('/strict');
    expect(await probe(faults.url('ok', 'doc', { origin: faults.origins[1]! }))).toBe('unreadable');
    expect(await probe(faults.url('ok', 'doc'))).toBe('ok');
  });
});
