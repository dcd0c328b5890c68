import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { complaintsOf, openSite } from '../browser/pages.js';
import type { Route, Site } from '../browser/pages.js';

/** The built files; `VENTANA_EMBED` names a copy of them elsewhere. */
const EMBED = process.env['VENTANA_EMBED']
  ? pathToFileURL(`${process.env['VENTANA_EMBED']}/`)
  : new URL('../../packages/embed/dist/', import.meta.url);

/** Read once, so that a build under way beside the tests takes nothing from under them. */
function builtFiles(): Record<string, Route> {
  const files = readdirSync(EMBED).filter((name) => name.endsWith('.js'));
  return Object.fromEntries(
    files.map((name) => [`/embed/${name}`, readFileSync(new URL(name, EMBED), 'utf8')]),
  );
}

export const LOADER = '<script type="module" src="/embed/ventana.js"></script>';

/** A page of somebody's site. */
export function pageOf(body: string, head = ''): string {
  return `<!doctype html><html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sitio</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}

/** A site with the built files under `/embed/`; `/` is a page of `body` that loads them. */
export function openBadgeSite(body: string, routes: Record<string, Route> = {}): Promise<Site> {
  return openSite({ ...builtFiles(), '/': pageOf(LOADER + body), ...routes });
}

export function jsonRoute(document: unknown): Route {
  return { body: JSON.stringify(document), headers: { 'Content-Type': 'application/json' } };
}

/** For an attribute's value. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

export interface Seen {
  readonly id: string;
  readonly status: string;
  /** What a reader reads, white space as one. */
  readonly text: string;
  /** Of the `error` events so far. */
  readonly kinds: readonly string[];
}

export interface BadgePage {
  readonly page: Page;
  /** Console errors and uncaught errors so far. */
  readonly complaints: string[];
  /** Lines on the console that begin with one of our tags. */
  readonly lines: string[];
  /** Every badge of the page. */
  seen(): Promise<Seen[]>;
  /** Waits until no badge is idle or loading. */
  settled(timeout?: number): Promise<void>;
}

/** A tab in which `error` events of badges are noted from the start. */
export async function openBadgePage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BadgePage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const lines: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('<ventana-')) lines.push(message.text());
  });
  await page.addInitScript(() => {
    const kinds = new WeakMap<EventTarget, string[]>();
    Object.defineProperty(globalThis, Symbol.for('test-kinds'), { value: kinds });
    document.addEventListener(
      'error',
      (event) => {
        const { target, kind } = event as Event & { kind?: string };
        if (target && kind) kinds.set(target, [...(kinds.get(target) ?? []), kind]);
      },
      true,
    );
  });
  return {
    page,
    complaints,
    lines,
    seen: () =>
      page.evaluate(() => {
        const kinds = (globalThis as Record<symbol, unknown>)[Symbol.for('test-kinds')] as WeakMap<
          EventTarget,
          string[]
        >;
        return [...document.querySelectorAll('ventana-dataset-badge')].map((badge) => ({
          id: badge.id,
          status: (badge as Element & { status?: string }).status ?? 'undefined',
          text: (badge.shadowRoot?.querySelector<HTMLElement>('.frame')?.innerText ?? '').replace(
            /\s+/g,
            ' ',
          ),
          kinds: kinds.get(badge) ?? [],
        }));
      }),
    settled: async (timeout = 10_000) => {
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll('ventana-dataset-badge')].every((badge) => {
            const { status } = badge as Element & { status?: string };
            return status !== undefined && status !== 'idle' && status !== 'loading';
          }),
        undefined,
        { timeout },
      );
    },
  };
}
