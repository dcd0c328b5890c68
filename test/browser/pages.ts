import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';

/** One Chromium; open a page or a context per test, and close the browser in `afterAll`. */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS, ...flags],
  });
}

/** What an address answers: a text with headers, or a function that writes the response itself. */
export type Route =
  | string
  | { readonly body: string; readonly headers?: Record<string, string>; readonly status?: number }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Site {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly origin: string;
  /** Addresses asked so far (path and query), in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

function typeOf(path: string): string {
  return TYPES[/\.([a-z0-9]+)$/.exec(path)?.[1] ?? 'html'] ?? 'text/plain; charset=utf-8';
}

/**
 * A site on a free port of this machine, readable from any origin.
 *
 * @param routes - answers by path; one may be added while the site runs
 * @param folders - folders served under a path: `{ '/embed/': new URL('…/dist/', import.meta.url) }`
 */
export async function openSite(
  routes: Record<string, Route> = {},
  folders: Record<string, URL> = {},
): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    const path = address.split('?')[0] ?? '/';
    asked.push(address);
    response.setHeader('Access-Control-Allow-Origin', '*');
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (typeof route === 'function') {
      route(request, response);
      return;
    }
    if (route !== undefined) {
      const {
        body,
        headers = {},
        status = 200,
      } = typeof route === 'string' ? { body: route } : route;
      response.writeHead(status, { 'Content-Type': typeOf(path), ...headers }).end(body);
      return;
    }
    for (const [prefix, folder] of Object.entries(folders)) {
      if (!path.startsWith(prefix)) continue;
      const file = new URL(`./${path.slice(prefix.length) || 'index.html'}`, folder);
      if (file.href.startsWith(folder.href) && existsSync(file) && statSync(file).isFile()) {
        response.writeHead(200, { 'Content-Type': typeOf(file.pathname) }).end(readFileSync(file));
        return;
      }
    }
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not Found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Everything a page complains of from now on: console errors, uncaught errors, policy violations. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  return complaints;
}
