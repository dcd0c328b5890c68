/** The built chart on a page: every view by eye, by keyboard, by ear, on paper, under a strict policy. */
import Axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import type { Route, Site } from '../browser/pages.js';
import { jsonRoute } from '../browser/widget-page.js';
import { openBudgetPage, openBudgetSite } from './budget-page.js';
import type { BudgetPage } from './budget-page.js';

const RAMOS = ['Agua', 'Salud', 'Parques', 'Obra', 'Archivo', 'Cultura', 'Deporte', 'Tesorería'];

/** Three years, two chapters, measures that differ, one negative and one zero. */
const BUDGET = {
  title: 'Egresos de prueba',
  publisher: 'Tesorería de prueba',
  rows: ['2021', '2022', '2023'].flatMap((year, later) =>
    RAMOS.flatMap((ramo, at) =>
      ['Sueldos', 'Materiales'].map((capitulo, half) => ({
        year,
        ramo,
        capitulo,
        aprobado: String(1000 * 4 ** at * (later + 1)),
        ejercido: at === 0 ? '-500' : at === 1 ? '0' : `${900 * 4 ** at * (later + 1) + half}.25`,
      })),
    ),
  ),
};

const TAG =
  '<ventana-budget-chart loading="eager" src="/egresos.json" by="ramo"><a href="/egresos.json">Egresos</a></ventana-budget-chart>';
const STRICT =
  "default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types ventana";
const VIEWS = ['treemap', 'bars', 'series', 'execution', 'table'];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

async function open(
  body = TAG,
  routes: Record<string, Route> = {},
  options: Parameters<typeof openBudgetPage>[2] = {},
): Promise<{ chart: BudgetPage; site: Site; close: () => Promise<void> }> {
  const site = await openBudgetSite(body, { '/egresos.json': jsonRoute(BUDGET), ...routes });
  const chart = await openBudgetPage(browser, site, options);
  return {
    chart,
    site,
    close: async () => {
      await chart.page.context().close();
      await site.close();
    },
  };
}

/** Waits until a chart is painted on the canvas. */
async function drawn({ page }: BudgetPage): Promise<void> {
  await page.waitForFunction(() => {
    const canvas = document
      .querySelector('ventana-budget-chart')
      ?.shadowRoot?.querySelector('canvas');
    const pixels = canvas?.width
      ? canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
      : undefined;
    return pixels?.some((value) => value !== 0);
  });
}

const isDrawn = (view: string): boolean => view !== 'treemap' && view !== 'table';

it.each([
  ['light', 1200],
  ['dark', 320],
] as const)(
  'passes axe in %s at %i px and scrolls nowhere sideways, in each view',
  async (colorScheme, width) => {
    const { chart, close } = await open(TAG, {}, { colorScheme, viewport: { width, height: 900 } });
    const { page } = chart;
    await page.evaluate((scheme) => {
      document.documentElement.style.colorScheme = scheme;
    }, colorScheme);
    await page.evaluate(Axe.source);
    for (const view of VIEWS) {
      await chart.set({ view, compare: view === 'table' ? '2021' : undefined });
      if (isDrawn(view)) await drawn(chart);
      const violations = await page.evaluate(async () => {
        const axe = (globalThis as unknown as { axe: typeof Axe }).axe;
        const found = await axe.run('ventana-budget-chart');
        return found.violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map(({ html }) => html)
              .join(' ')
              .slice(0, 300)}`,
        );
      });
      expect([view, violations]).toEqual([view, []]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([view, over]).toEqual([view, 0]);
    }
    expect(chart.complaints).toEqual([]);
    await close();
  },
);

it('leaves the bars in sight on a telephone, with their names and figures beside them', async () => {
  const rows = BUDGET.rows.map((row) => ({ ...row, ejercido: `${row.aprobado}000000` }));
  const { chart, close } = await open(
    TAG,
    { '/egresos.json': jsonRoute({ ...BUDGET, rows }) },
    { colorScheme: 'light', viewport: { width: 320, height: 900 } },
  );
  await chart.set({ view: 'execution' });
  await drawn(chart);
  const rowsOfBar = await chart.page.evaluate(() => {
    const canvas = document
      .querySelector('ventana-budget-chart')!
      .shadowRoot!.querySelector('canvas')!;
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
    // What was spent is solid, in the second colour.
    const isSpent = (at: number): boolean => data[at * 4] === 0xd0 && data[at * 4 + 1] === 0x5a;
    const inRow = (y: number): number =>
      Array.from({ length: width }, (_, x) => y * width + x).filter(isSpent).length;
    const rows = Array.from({ length: height }, (_, y) => inRow(y) / devicePixelRatio);
    return rows.filter((wide) => wide > 90).length / devicePixelRatio;
  });
  // A whole bar of it, not the edges that stand out above and below its figure.
  expect(rowsOfBar).toBeGreaterThan(10);
  await close();
});

it('paints every view under a strict policy, without a violation', async () => {
  const page = `<!doctype html><html lang="es-MX"><head><meta charset="utf-8"><title>Sitio</title><link rel="icon" href="data:,"></head><body><script nonce="n0nce" type="module" src="/embed/ventana.js"></script>${TAG}</body></html>`;
  const { chart, close } = await open(TAG, {
    '/': { body: page, headers: { 'Content-Security-Policy': STRICT } },
  });
  await chart.page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { violations: seen });
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  for (const view of VIEWS) {
    await chart.set({ view });
    if (isDrawn(view)) await drawn(chart);
  }
  await chart.set({ view: 'treemap' });
  const cells = await chart.page.locator('ventana-budget-chart .cell').count();
  expect(cells).toBeGreaterThan(3);
  const png = await chart.page.evaluate(async () => {
    const element = document.querySelector('ventana-budget-chart') as unknown as {
      toPNG(): Promise<Blob>;
    };
    const blob = await element.toPNG();
    return [blob.type, blob.size];
  });
  expect(png[0]).toBe('image/png');
  expect(Number(png[1])).toBeGreaterThan(5000);
  expect(
    await chart.page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations),
  ).toEqual([]);
  expect(chart.complaints).toEqual([]);
  await close();
});

it('asks for Chart.js when a chart is on screen, not before', async () => {
  const { chart, site, close } = await open();
  await chart.set({ view: 'table' });
  await chart.set({ view: 'treemap' });
  expect(site.asked.filter((path) => path.includes('charts'))).toEqual([]);
  await chart.set({ view: 'bars' });
  await drawn(chart);
  expect(site.asked.filter((path) => path.endsWith('/charts.js'))).toHaveLength(1);
  await close();
});

it('keeps the table, and says so, where the chart’s script cannot be had', async () => {
  const { chart, close } = await open(TAG, { '/embed/charts.js': { body: 'no', status: 404 } });
  await chart.set({ view: 'bars' });
  await chart.page.locator('ventana-budget-chart .notice').waitFor();
  const shown = await chart.shown();
  expect(shown.text).toContain('No se pudo cargar la gráfica');
  expect(shown.rows).toHaveLength(RAMOS.length);
  expect(await chart.page.locator('ventana-budget-chart table').isVisible()).toBe(true);
  await close();
});

it('opens a part with Enter and goes back with Escape, the focus going along', async () => {
  const { chart, close } = await open();
  const { page } = chart;
  const focused = (): Promise<string> =>
    page.evaluate(
      () =>
        document
          .querySelector('ventana-budget-chart')
          ?.shadowRoot?.activeElement?.getAttribute('aria-label') ?? '',
    );
  await page.locator('ventana-budget-chart .cell').first().focus();
  expect(await focused()).toMatch(/^Tesorería 88/);
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toMatch(/^Deporte 22/);
  await page.keyboard.press('Enter');
  await expect.poll(focused).toMatch(/^(?:Sueldos|Materiales) /);
  const inside = await chart.shown();
  expect(inside.path).toEqual([{ by: 'ramo', value: 'Deporte' }]);
  expect(inside.text).toContain('en Deporte');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toMatch(/^Deporte 22/);
  expect((await chart.shown()).path).toEqual([]);
  await close();
});

it('walks a chart by arrow keys and says each figure as the table has it', async () => {
  const { chart, close } = await open();
  await chart.set({ view: 'bars' });
  await drawn(chart);
  await chart.page.locator('ventana-budget-chart .plot').focus();
  const { rows } = await chart.shown();
  for (const row of rows.slice(0, 3)) {
    await chart.page.keyboard.press('ArrowDown');
    const said = chart.page.locator('ventana-budget-chart .content > [role=status]');
    await expect.poll(() => said.textContent()).toBe(`${row[0]}: Ejercido, ${row[1]}`);
  }
  await chart.page.keyboard.press('Enter');
  await expect.poll(async () => (await chart.shown()).path).toHaveLength(1);
  await close();
});

it('lists what a treemap cannot draw: shown and listed are all there is', async () => {
  const { chart, close } = await open();
  const counts = await chart.page.evaluate(() => {
    const root = document.querySelector('ventana-budget-chart')?.shadowRoot;
    const lists = [...(root?.querySelectorAll('.aside') ?? [])];
    return {
      cells: root?.querySelectorAll('.cell:not(.rest)').length ?? 0,
      listed: lists.map((list) => list.querySelectorAll('li').length),
      titles: lists.map((list) => list.querySelector('summary')?.textContent?.trim()),
    };
  });
  expect(counts.cells + counts.listed.reduce((sum, count) => sum + count, 0)).toBe(RAMOS.length);
  expect(counts.titles.join()).toContain('Partes negativas, que no se dibujan: 1');
  expect(counts.titles.join()).toContain('Partes en cero o sin dato: 1');
  await close();
});

describe('on paper', () => {
  it('has the table in its own room, above period, filter and total', async () => {
    const { chart, close } = await open();
    await chart.page.emulateMedia({ media: 'print' });
    const [table = NaN, scope = NaN] = await chart.page.evaluate(() => {
      const root = document.querySelector('ventana-budget-chart')?.shadowRoot;
      const [shown, below] = ['table', '.scope'].map((part) =>
        root?.querySelector(part)?.getBoundingClientRect(),
      );
      return [shown?.bottom, below?.top];
    });
    expect(table).toBeLessThanOrEqual(scope);
    await close();
  });

  it('has the whole table and a light canvas, from a dark page', async () => {
    const { chart, close } = await open(TAG, {}, { colorScheme: 'dark' });
    const { page } = chart;
    await page.evaluate(() => {
      document.documentElement.style.colorScheme = 'dark';
    });
    await chart.set({ view: 'bars' });
    await drawn(chart);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const corner = await page.evaluate(async () => {
      const root = document.querySelector('ventana-budget-chart')?.shadowRoot;
      await new Promise((resolve) => setTimeout(resolve, 100));
      const canvas = root?.querySelector('canvas');
      const table = root?.querySelector('table')?.getBoundingClientRect();
      return { ratio: (canvas?.width ?? 0) / (canvas?.clientWidth ?? 1), table: table?.height };
    });
    expect(corner.ratio).toBeGreaterThanOrEqual(2.5);
    expect(corner.table).toBeGreaterThan(100);
    await close();
  });
});
