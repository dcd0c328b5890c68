import type { Browser, Page } from 'playwright-core';
import { complaintsOf, openSite } from '../browser/pages.js';
import type { Route, Site } from '../browser/pages.js';

export const EMBED = new URL('../../packages/embed/dist/', import.meta.url);

/** A CKAN answer that a badge can read. */
export const ANSWER = JSON.stringify({
  help: 'https://datos.example/api/3/action/help_show?name=package_show',
  success: true,
  result: {
    id: 'b6f1a7f0-5b1c-4c0e-9a4e-3d1c8a6f0001',
    name: 'parques',
    title: 'Parques y jardines de prueba',
    notes: 'Superficie de cada parque.',
    license_id: 'cc-by-4.0',
    license_title: 'Creative Commons Attribution 4.0',
    metadata_modified: '2026-01-15T10:00:00.000000',
    organization: { title: 'Dirección de Parques de prueba' },
    resources: [
      {
        id: 'r1',
        name: 'Parques',
        format: 'CSV',
        url: 'https://datos.example/parques.csv',
        size: 10,
      },
    ],
  },
});

export const BADGE = `<ventana-dataset-badge loading="eager" size="card" src="/api/parques"><a href="/parques">Parques</a></ventana-dataset-badge>`;

/** A site whose `/` is a page of `body` under `policy`, with the built files under `/embed/`. */
export async function openHost(
  body: string,
  { policy, routes = {} }: { policy?: string; routes?: Record<string, Route> } = {},
): Promise<Site> {
  return openSite(
    {
      '/': {
        body: `<!doctype html><html lang="es-MX"><head><meta charset="utf-8"><title>Sitio</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
        headers: policy ? { 'Content-Security-Policy': policy } : {},
      },
      '/api/parques': { body: ANSWER, headers: { 'Content-Type': 'application/json' } },
      ...routes,
    },
    { '/embed/': EMBED },
  );
}

export interface Opened {
  readonly page: Page;
  /** Console errors and uncaught errors so far. */
  readonly complaints: string[];
  /** Console warnings so far. */
  readonly warnings: string[];
  /** Directives violated so far. */
  violations(): Promise<string[]>;
}

/** Opens the site's `/` and records what the page complains of. */
export async function openPage(browser: Browser, site: Site): Promise<Opened> {
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  const complaints = complaintsOf(page);
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { violations: seen });
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.goto(site.origin);
  return {
    page,
    complaints,
    warnings,
    violations: () =>
      page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations),
  };
}

/** Waits until every badge of the page shows its data. */
export async function badgesFresh(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const badges = [...document.querySelectorAll('ventana-dataset-badge')];
      return badges.every((badge) => (badge as Element & { status?: string }).status === 'fresh');
    },
    undefined,
    { timeout: 10_000 },
  );
}
