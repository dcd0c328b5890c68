import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Route, Site } from '../browser/pages.js';
import { LOADER, openTab, openWidgetSite, pageOf } from '../browser/widget-page.js';
import type { Tab } from '../browser/widget-page.js';

const PLANS = new URL('../../packages/model/datos/', import.meta.url);

/** Text of a plan that ships with the library. */
export function shippedPlan(name: 'plan-2013-2015' | 'plan-ejemplo'): string {
  return readFileSync(new URL(`${name}.json`, PLANS), 'utf8');
}

const json = (body: string): Route => ({ body, headers: { 'Content-Type': 'application/json' } });

/** A tracker with a fallback link. */
export function trackerOf(attributes: string): string {
  return `<ventana-commitment-tracker loading="eager" ${attributes}><a href="/plan">Plan</a></ventana-commitment-tracker>`;
}

/** A site with the built files, the shipped plans as `/real.json` and `/ejemplo.json`, and `/` of `body`. */
export function openTrackerSite(
  body: string,
  routes: Record<string, Route> = {},
  policy?: string,
): Promise<Site> {
  const loader = policy ? LOADER.replace('<script', '<script nonce="n0nce"') : LOADER;
  return openWidgetSite('', {
    '/real.json': json(shippedPlan('plan-2013-2015')),
    '/ejemplo.json': json(shippedPlan('plan-ejemplo')),
    // The dataset that the example names, beside it.
    '/conjunto-ejemplo.json': json(readFileSync(new URL('conjunto-ejemplo.json', PLANS), 'utf8')),
    '/': {
      body: pageOf(`<main><h1>Sitio</h1>${body}</main>`, loader),
      headers: policy ? { 'Content-Security-Policy': policy } : {},
    },
    ...routes,
  });
}

/** A tab at `address`, once no tracker of it is idle or loading. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Tab> {
  const tab = await openTab(browser, options);
  await tab.page.goto(address);
  await tab.settled(30_000);
  return tab;
}
