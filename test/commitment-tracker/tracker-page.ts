import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { complaintsOf, openSite } from '../browser/pages.js';
import type { Route, Site } from '../browser/pages.js';

/** The built files; `VENTANA_EMBED` names a copy of them elsewhere. */
const EMBED = process.env['VENTANA_EMBED']
  ? pathToFileURL(`${process.env['VENTANA_EMBED']}/`)
  : new URL('../../packages/embed/dist/', import.meta.url);

const PLANS = new URL('../../packages/model/datos/', import.meta.url);

/** Text of a plan that ships with the library. */
export function shippedPlan(name: 'plan-2013-2015' | 'plan-ejemplo'): string {
  return readFileSync(new URL(`${name}.json`, PLANS), 'utf8');
}

const json = (body: string): Route => ({ body, headers: { 'Content-Type': 'application/json' } });

/** A page of somebody's site, with the autoloader. */
export function pageOf(body: string, nonce = ''): string {
  return `<!doctype html><html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sitio</title><link rel="icon" href="data:,"><script type="module" src="/embed/ventana.js"${nonce && ` nonce="${nonce}"`}></script></head><body><main><h1>Sitio</h1>${body}</main></body></html>`;
}

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
  // Read once, so that a build under way beside the tests takes nothing from under them.
  const built = Object.fromEntries(
    readdirSync(EMBED)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [`/embed/${name}`, readFileSync(new URL(name, EMBED), 'utf8')]),
  );
  return openSite({
    ...built,
    '/real.json': json(shippedPlan('plan-2013-2015')),
    '/ejemplo.json': json(shippedPlan('plan-ejemplo')),
    // The dataset that the example names, beside it.
    '/conjunto-ejemplo.json': json(readFileSync(new URL('conjunto-ejemplo.json', PLANS), 'utf8')),
    '/': {
      body: pageOf(body, policy && 'n0nce'),
      headers: policy ? { 'Content-Security-Policy': policy } : {},
    },
    ...routes,
  });
}

/** A tab at `address`, once no tracker of it is idle or loading, and what it complained of. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.addInitScript(() => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(event.violatedDirective),
    );
    Object.assign(globalThis, { violations: seen });
  });
  await page.goto(address);
  await settled(page);
  return { page, complaints };
}

export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('ventana-commitment-tracker')].every(({ status }) =>
        /fresh|stale|partial|empty|error|config/.test(status ?? ''),
      ),
    undefined,
    { timeout: 30_000 },
  );
}
