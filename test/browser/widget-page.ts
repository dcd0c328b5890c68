/** A page of somebody's site that uses the built files, opened in a tab: the same for every widget. */
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { complaintsOf, openSite } from './pages.js';
import type { Route, Site } from './pages.js';

/** The built files; `VENTANA_EMBED` names a copy of them elsewhere. */
export const EMBED = process.env['VENTANA_EMBED']
  ? pathToFileURL(`${process.env['VENTANA_EMBED']}/`)
  : new URL('../../packages/embed/dist/', import.meta.url);

export const LOADER = '<script type="module" src="/embed/ventana.js"></script>';

export function builtFile(name: string): string {
  return readFileSync(new URL(name, EMBED), 'utf8');
}

/** Read once, so that a build under way beside the tests takes nothing from under them. */
function builtFiles(): Record<string, Route> {
  const files = (readdirSync(EMBED, { recursive: true }) as string[]).filter((name) =>
    /\.js(?:on)?$/.test(name),
  );
  return Object.fromEntries(files.map((name) => [`/embed/${name}`, builtFile(name)]));
}

/** A page of somebody's site. */
export function pageOf(body: string, head = ''): string {
  return `<!doctype html><html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sitio</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}

/** A page under a content security policy. */
export function pageUnder(policy: string, body: string): Route {
  return { body: pageOf(body), headers: { 'Content-Security-Policy': policy } };
}

/** A site with the built files under `/embed/`; `/` is a page of `body` that loads them. */
export function openWidgetSite(body: string, routes: Record<string, Route> = {}): Promise<Site> {
  return openSite({ ...builtFiles(), '/': pageOf(LOADER + body), ...routes });
}

export function jsonRoute(document: unknown): Route {
  return { body: JSON.stringify(document), headers: { 'Content-Type': 'application/json' } };
}

/** For an attribute's value. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** One widget of a page. */
export interface Seen {
  readonly id: string;
  readonly status: string;
  /** What a reader reads, white space as one. */
  readonly text: string;
  /** Of the `error` events so far. */
  readonly kinds: readonly string[];
}

export interface Tab {
  readonly page: Page;
  /** Console errors and uncaught errors so far. */
  readonly complaints: string[];
  /** Console warnings so far. */
  readonly warnings: string[];
  /** Lines on the console that begin with one of our tags. */
  readonly lines: string[];
  /** Directives of the page's policy that were violated so far. */
  violations(): Promise<string[]>;
  /** Every widget of the page, in its order. */
  seen(): Promise<Seen[]>;
  /** Waits until no widget is idle or loading. */
  settled(timeout?: number): Promise<void>;
}

/** A tab in which `error` events of widgets and violations of a policy are noted from the start. */
export async function openTab(browser: Browser, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const warnings: string[] = [];
  const lines: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
    if (message.text().startsWith('<ventana-')) lines.push(message.text());
  });
  await page.addInitScript(() => {
    const violations: string[] = [];
    const kinds = new WeakMap<EventTarget, string[]>();
    Object.defineProperty(globalThis, Symbol.for('test-notes'), { value: { violations, kinds } });
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
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
    warnings,
    lines,
    violations: () =>
      page.evaluate(
        () =>
          (globalThis as unknown as Record<symbol, { violations: string[] }>)[
            Symbol.for('test-notes')
          ]!.violations,
      ),
    seen: () =>
      page.evaluate(() => {
        const { kinds } = (
          globalThis as unknown as Record<symbol, { kinds: WeakMap<EventTarget, string[]> }>
        )[Symbol.for('test-notes')]!;
        return [...document.querySelectorAll('body *')]
          .filter(({ localName }) => /^ventana-(?!provider$)/.test(localName))
          .map((widget) => ({
            id: widget.id,
            status: (widget as Element & { status?: string }).status ?? 'undefined',
            text: (
              widget.shadowRoot?.querySelector<HTMLElement>('.frame')?.innerText ?? ''
            ).replace(/\s+/g, ' '),
            kinds: kinds.get(widget) ?? [],
          }));
      }),
    settled: (timeout) => settled(page, timeout),
  };
}

/** Waits until no widget of the page is idle or loading. */
export async function settled(page: Page, timeout = 10_000): Promise<void> {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('body *')]
        .filter(({ localName }) => /^ventana-(?!provider$)/.test(localName))
        .every((widget) => {
          const { status } = widget as Element & { status?: string };
          return status !== undefined && status !== 'idle' && status !== 'loading';
        }),
    undefined,
    { timeout },
  );
}
