import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { complaintsOf, openSite } from '../browser/pages.js';
import type { Route, Site } from '../browser/pages.js';

/** The built files; `VENTANA_EMBED` names a copy of them elsewhere. */
const EMBED = process.env['VENTANA_EMBED']
  ? pathToFileURL(`${process.env['VENTANA_EMBED']}/`)
  : new URL('../../packages/embed/dist/', import.meta.url);

export const LOADER = '<script type="module" src="/embed/ventana.js"></script>';

/** The example catalogue as it is shipped. */
export const EXAMPLE = readFileSync(
  new URL('../../packages/model/datos/tramites-ejemplo.json', import.meta.url),
  'utf8',
);
/** A finder of the catalogue that a site has at `/catalogo.json`. */
export const FINDER =
  '<ventana-tramite-finder loading="eager" src="/catalogo.json"><a href="/t">Trámites</a></ventana-tramite-finder>';

export function builtFile(name: string): string {
  return readFileSync(new URL(name, EMBED), 'utf8');
}

/** Read once, so that a build under way beside the tests takes nothing from under them. */
function builtFiles(): Record<string, Route> {
  const files = readdirSync(EMBED).filter((name) => name.endsWith('.js'));
  return Object.fromEntries(files.map((name) => [`/embed/${name}`, builtFile(name)]));
}

/** A page of somebody's site with finders, under a policy where one is given. */
export function pageOf(body: string, policy?: string): Route {
  return {
    body: `<!doctype html><html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sitio</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
    headers: policy ? { 'Content-Security-Policy': policy } : {},
  };
}

/** A site with the built files under `/embed/`; `/` is a page of `body` that loads them. */
export function openFinderSite(body: string, routes: Record<string, Route> = {}): Promise<Site> {
  return openSite({ ...builtFiles(), '/': pageOf(LOADER + body), ...routes });
}

export interface Seen {
  readonly id: string;
  readonly status: string;
  /** What a reader reads, white space as one. */
  readonly text: string;
}

export interface FinderPage {
  readonly page: Page;
  /** Console errors and uncaught errors so far. */
  readonly complaints: string[];
  /** Every finder of the page. */
  seen(): Promise<Seen[]>;
  /** Waits until no finder is idle or loading. */
  settled(timeout?: number): Promise<void>;
}

export async function openFinderPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<FinderPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  return {
    page,
    complaints: complaintsOf(page),
    seen: () =>
      page.evaluate(() =>
        [...document.querySelectorAll('ventana-tramite-finder')].map((finder) => ({
          id: finder.id,
          status: (finder as Element & { status?: string }).status ?? 'undefined',
          text: (finder.shadowRoot?.querySelector<HTMLElement>('.frame')?.innerText ?? '').replace(
            /\s+/g,
            ' ',
          ),
        })),
      ),
    settled: async (timeout = 10_000) => {
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll('ventana-tramite-finder')].every((finder) => {
            const { status } = finder as Element & { status?: string };
            return status !== undefined && status !== 'idle' && status !== 'loading';
          }),
        undefined,
        { timeout },
      );
    },
  };
}
