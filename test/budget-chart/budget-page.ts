import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Route, Site } from '../browser/pages.js';
import * as widgetPage from '../browser/widget-page.js';

/** Real files of budgets, where there are any. */
export const REAL = new URL(
  'budget/',
  pathToFileURL(`${process.env['VENTANA_REAL_DATA'] ?? '../shared/data'}/`),
);
export const hasReal = existsSync(REAL);

/** Read once, and handed out as they are: their charset is what is tested. */
function realFiles(): Record<string, Route> {
  const names = (readdirSync(REAL, { recursive: true }) as string[]).filter((name) =>
    /\.(?:csv|json)$/.test(name),
  );
  return Object.fromEntries(
    names.map((name) => {
      const bytes = readFileSync(new URL(name, REAL));
      const type = name.endsWith('.json') ? 'application/json' : 'text/csv';
      const route: Route = (_request, response) =>
        void response.writeHead(200, { 'Content-Type': type }).end(bytes);
      return [`/real/${name}`, route];
    }),
  );
}

/** A built file that can be had only while `isThere` says so. */
export function builtFile(name: string, isThere: () => boolean | Promise<boolean>): Route {
  const text = widgetPage.builtFile(name);
  return async (_request, response) => {
    const isServed = await isThere();
    response.writeHead(isServed ? 200 : 404, { 'Content-Type': 'text/javascript' });
    response.end(isServed ? text : undefined);
  };
}

/** A site with the built files under `/embed/`, the real ones under `/real/`; `/` is a page of `body`. */
export function openBudgetSite(body: string, routes: Record<string, Route> = {}): Promise<Site> {
  return widgetPage.openWidgetSite(body, { ...(hasReal ? realFiles() : {}), ...routes });
}

/** What a chart shows. */
export interface Shown {
  readonly status: string;
  /** What a reader reads, white space as one. */
  readonly text: string;
  readonly heads: readonly string[];
  /** Text of each cell, the name first. */
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly string[];
  readonly csv: string;
  readonly path: readonly { by: string; value: string }[];
}

export interface BudgetPage {
  readonly page: Page;
  readonly complaints: string[];
  /** Sets attributes (an absent value removes) and waits until what they ask for is on screen. */
  set(attributes: Record<string, string | undefined>): Promise<void>;
  settled(timeout?: number): Promise<void>;
  shown(): Promise<Shown>;
}

/** Opens the site's `/`, which has one chart. */
export async function openBudgetPage(
  browser: Browser,
  site: Site,
  options: BrowserContextOptions = {},
): Promise<BudgetPage> {
  const tab = await widgetPage.openTab(browser, options);
  const { page, complaints } = tab;
  await page.goto(site.origin);
  const settled = async (timeout = 20_000): Promise<void> => {
    await tab.settled(timeout);
    await page.evaluate(
      () =>
        (
          document.querySelector('ventana-budget-chart') as unknown as {
            updateComplete: Promise<unknown>;
          }
        ).updateComplete,
    );
  };
  await settled();
  return {
    page,
    complaints,
    settled,
    async set(attributes) {
      await page.evaluate((changes) => {
        const chart = document.querySelector('ventana-budget-chart') as HTMLElement & {
          path: unknown;
        };
        chart.path = [];
        for (const [name, value] of changes) {
          if (value === undefined || value === null) chart.removeAttribute(name);
          else chart.setAttribute(name, value);
        }
      }, Object.entries(attributes));
      await page.waitForTimeout(20);
      await settled();
      // Rows beyond the first hundred follow when the page is idle.
      await page.waitForFunction(() => {
        const chart = document.querySelector('ventana-budget-chart') as HTMLElement & {
          toCSV(): string;
        };
        const rows = chart.shadowRoot?.querySelectorAll('tbody tr').length ?? 0;
        // A quoted cell of these files breaks no line.
        return rows >= Math.min(1000, chart.toCSV().split('\r\n').length - 2);
      });
    },
    shown: () =>
      page.evaluate(() => {
        const chart = document.querySelector('ventana-budget-chart') as unknown as HTMLElement & {
          status: string;
          path: { by: string; value: string }[];
          toCSV(): string;
        };
        const root = chart.shadowRoot;
        const cells = (row: Element): string[] =>
          [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim());
        const row = (selector: string): string[] => {
          const found = root?.querySelector(selector);
          return found ? cells(found) : [];
        };
        return {
          status: chart.status,
          text: (root?.querySelector<HTMLElement>('.frame')?.innerText ?? '').replace(/\s+/g, ' '),
          heads: row('thead tr'),
          rows: [...(root?.querySelectorAll('tbody tr') ?? [])].map(cells),
          totals: row('tfoot tr'),
          csv: chart.toCSV(),
          path: [...chart.path],
        };
      }),
  };
}
