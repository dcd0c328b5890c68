import type { Browser, Page } from 'playwright-core';
import type { Route, Site } from '../browser/pages.js';
import { openTab, openWidgetSite, pageOf, pageUnder } from '../browser/widget-page.js';
import type { Tab } from '../browser/widget-page.js';

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
export function openHost(
  body: string,
  { policy, routes = {} }: { policy?: string; routes?: Record<string, Route> } = {},
): Promise<Site> {
  return openWidgetSite('', {
    '/': policy ? pageUnder(policy, body) : pageOf(body),
    '/api/parques': { body: ANSWER, headers: { 'Content-Type': 'application/json' } },
    ...routes,
  });
}

/** Opens the site's `/` in a tab. */
export async function openPage(browser: Browser, site: Site): Promise<Tab> {
  const tab = await openTab(browser);
  tab.page.setDefaultTimeout(10_000);
  await tab.page.goto(site.origin);
  return tab;
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
