/**
 * What the built chart loads apart, when it is asked for: not before, and without harm where it cannot
 * be had. Blocked files are answered with 404 until the test lets them through.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import type { Route, Site } from '../browser/pages.js';
import { jsonRoute, LOADER } from '../browser/widget-page.js';
import { builtFile, openBudgetPage, openBudgetSite } from './budget-page.js';
import type { BudgetPage } from './budget-page.js';

const ROWS = ['2022', '2023'].flatMap((year) =>
  ['Agua', 'Salud', 'Parques', 'Obra'].flatMap((ramo, at) =>
    ['Sueldos', 'Materiales'].map((capitulo) => ({
      year,
      ramo,
      capitulo,
      aprobado: String(1000 * 2 ** at),
      ejercido: `${900 * 2 ** at}.25`,
    })),
  ),
);
const PLAIN = { title: 'Egresos de prueba', rows: ROWS };
/** The last row is the sum of the others of its year. */
const WITH_TOTAL = {
  ...PLAIN,
  rows: [
    ...ROWS.filter(({ year }) => year === '2023'),
    { year: '2023', ramo: 'TOTAL', capitulo: '', aprobado: '30000', ejercido: '27002' },
  ],
};
const TAG =
  '<ventana-budget-chart id="egresos" loading="eager" src="/egresos.json"><a href="/egresos.json">Egresos</a></ventana-budget-chart>';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

interface Opened {
  readonly chart: BudgetPage;
  readonly site: Site;
  /** Lets the blocked files through. */
  unblock(): void;
  readonly uncaught: string[];
  close(): Promise<void>;
}

async function open(
  blocked: readonly string[],
  document: unknown = PLAIN,
  { body = TAG, routes = {} }: { body?: string; routes?: Record<string, Route> } = {},
): Promise<Opened> {
  let isBlocked = true;
  const files = blocked.map((name): [string, Route] => [
    `/embed/${name}`,
    builtFile(name, () => !isBlocked),
  ]);
  const site = await openBudgetSite(body, {
    '/egresos.json': jsonRoute(document),
    ...Object.fromEntries(files),
    ...routes,
  });
  const chart = await openBudgetPage(browser, site);
  const uncaught: string[] = [];
  chart.page.on('pageerror', ({ message }) => uncaught.push(message));
  return {
    chart,
    site,
    uncaught,
    unblock: () => {
      isBlocked = false;
    },
    close: async () => {
      await chart.page.context().close();
      await site.close();
    },
  };
}

const scripts = ({ asked }: Site): string[] =>
  asked.flatMap((path) => /^\/embed\/(.+\.js)$/.exec(path)?.[1] ?? []);

const host = 'ventana-budget-chart';

/** Waits until a chart is painted on the canvas. */
async function drawn({ page }: BudgetPage): Promise<void> {
  await page.waitForFunction(() => {
    const root = document.querySelector('ventana-budget-chart')?.shadowRoot;
    const canvas = root?.querySelector('canvas');
    const pixels = canvas?.width
      ? canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
      : undefined;
    return pixels?.some((value) => value !== 0);
  });
}

const focused = ({ page }: BudgetPage): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document.querySelector('ventana-budget-chart')?.shadowRoot ?? {};
    return activeElement?.className ?? '';
  });

const pictureType = ({ page }: BudgetPage): Promise<string> =>
  page.evaluate(async () => {
    const chart = document.querySelector('ventana-budget-chart') as unknown as {
      toPNG(): Promise<Blob>;
    };
    return chart.toPNG().then(
      ({ type }) => type,
      (error: unknown) => String(error),
    );
  });

describe('asks for nothing but its own file', () => {
  it.each(['treemap', 'table'])('in the %s, whatever the reader chooses there', async (view) => {
    const { chart, site, close } = await open([]);
    for (const choice of [
      { view },
      { view, measure: 'aprobado', year: '2022' },
      { view, by: 'capitulo', unit: 'mdp' },
      { view, compare: '2022', filter: 'ramo=Salud' },
    ]) {
      await chart.set(choice);
      await chart.shown();
    }
    expect([...new Set(scripts(site))].sort()).toEqual(['budget-chart.js', 'ventana.js']);
    await close();
  });

  it('for a CSV', async () => {
    const body = TAG.replaceAll('.json', '.csv');
    const csv = 'ramo,aprobado,ejercido\nAgua,"1,000.50",900\nSalud,"$2,000",(5)\n';
    const { chart, site, close } = await open([], PLAIN, {
      body,
      routes: { '/egresos.csv': { body: csv, headers: { 'Content-Type': 'text/csv' } } },
    });
    expect((await chart.shown()).rows.map(([name]) => name)).toEqual(['Agua', 'Salud']);
    expect([...new Set(scripts(site))].sort()).toEqual(['budget-chart.js', 'ventana.js']);
    await close();
  });
});

describe('asks for one file more', () => {
  const csv = 'ramo,aprobado,ejercido\nEducación,1000,900\nSalud,2000,5\n';
  const fields = ['ramo', 'aprobado', 'ejercido'].map((id) => ({ id }));
  const records = [
    { _id: 1, ramo: 'Educación', aprobado: '1000', ejercido: '900' },
    { _id: 2, ramo: 'Salud', aprobado: '2000', ejercido: '5' },
  ];
  it.each([
    ['a CSV in Latin-1', 'other-charsets.js', Buffer.from(csv, 'latin1')],
    [
      'headers that are not known',
      'plan-columns.js',
      Buffer.from('ramo,aprobado,ejercido,% del total\nEducación,1000,900,99\nSalud,2000,5,1\n'),
    ],
    [
      'a page of CKAN',
      'datastore-answer.js',
      Buffer.from(JSON.stringify({ success: true, result: { fields, records, total: 2 } })),
    ],
    [
      'an aggregate',
      'rare-formats.js',
      Buffer.from(
        JSON.stringify({
          cells: records.map(({ ramo, ejercido }) => ({
            'ramo.label': ramo,
            'ejercido.sum': Number(ejercido),
          })),
          aggregates: ['ejercido.sum'],
          total_cell_count: 2,
        }),
      ),
    ],
  ])('for %s: %s', async (_, file, bytes) => {
    const { chart, site, close } = await open([], PLAIN, {
      routes: { '/egresos.json': (_request, response) => void response.end(bytes) },
    });
    const { rows, totals } = await chart.shown();
    expect(rows.map(([name]) => name)).toEqual(['Educación', 'Salud']);
    expect(totals[1]).toBe('$905');
    const own = ['budget-chart.js', 'ventana.js', file].sort();
    expect([...new Set(scripts(site))].sort()).toEqual(own);
    await close();
  });
});

describe('what draws a chart', () => {
  it.each(['charts.js', 'chart-view.js'])(
    'cannot be had (%s): the table, a sentence, and a button that tries again',
    async (file) => {
      const { chart, unblock, uncaught, close } = await open([file]);
      const { page } = chart;
      await chart.set({ view: 'bars' });
      const again = page.locator(`${host} .content .notice button`);
      await again.waitFor();
      expect((await chart.shown()).text).toContain('No se pudo cargar la gráfica');
      expect((await chart.shown()).rows).toHaveLength(4);
      expect(await page.locator(`${host} table`).isVisible()).toBe(true);
      await again.press('Enter');
      await again.waitFor();
      await expect.poll(() => focused(chart)).toBe('action');
      expect(await pictureType(chart)).toContain('could not be drawn');
      unblock();
      await again.press('Enter');
      await drawn(chart);
      await expect.poll(() => focused(chart)).toMatch(/^plot/);
      expect(await page.locator(`${host} .notice`).count()).toBe(0);
      expect(uncaught).toEqual([]);
      await close();
    },
  );

  it('is asked for again with another view', async () => {
    const { chart, unblock, close } = await open(['chart-view.js']);
    await chart.set({ view: 'execution' });
    await chart.page.locator(`${host} .content .notice`).waitFor();
    unblock();
    await chart.set({ view: 'series' });
    await drawn(chart);
    await close();
  });

  it.each([
    ['treemap', '.treemap'],
    ['table', 'table'],
  ])('is on its way: the %s stays until it can draw', async (view, selector) => {
    let letGo: (value: boolean) => void = () => {};
    const gone = new Promise<boolean>((resolve) => (letGo = resolve));
    const routes = { '/embed/charts.js': builtFile('charts.js', () => gone) };
    const { chart, close } = await open([], PLAIN, { routes });
    const { page } = chart;
    await chart.set({ view });
    await chart.set({ view: 'bars' });
    await page.locator(`${host} .wait`).waitFor();
    expect(await page.locator(`${host} ${selector}`).isVisible()).toBe(true);
    expect(await page.locator(`${host} canvas`).count()).toBe(0);
    letGo(true);
    await drawn(chart);
    expect(await page.locator(`${host} .wait, ${host} .treemap`).count()).toBe(0);
    await close();
  });

  it('draws again after the chart was moved on the page', async () => {
    const { chart, close } = await open([]);
    await chart.set({ view: 'bars' });
    await drawn(chart);
    await chart.page.evaluate(() => {
      const element = document.querySelector('ventana-budget-chart') as HTMLElement;
      document.body.prepend(document.createElement('p'), element);
    });
    await chart.settled();
    await drawn(chart);
    await chart.page.locator(`${host} .plot`).press('ArrowDown');
    const said = chart.page.locator(`${host} .content > [role=status]`);
    await expect.poll(() => said.textContent()).toContain('Obra: Ejercido');
    await close();
  });
});

it('says so where the code to insert cannot be had, and shows it when asked again', async () => {
  const { chart, unblock, uncaught, close } = await open(['snippet.js']);
  const { page } = chart;
  const button = page.locator(`${host} [part~=action-embed]`);
  await button.press('Enter');
  await page.locator(`${host} .said`, { hasText: 'No se pudo. Intenta de nuevo.' }).waitFor();
  expect(await button.getAttribute('aria-expanded')).toBe('false');
  unblock();
  await button.press('Enter');
  expect(await page.locator(`${host} #snippet`).inputValue()).toContain('<ventana-budget-chart');
  expect(await button.getAttribute('aria-expanded')).toBe('true');
  expect(uncaught).toEqual([]);
  await close();
});

it('adjusts nothing, and says so, where what adjusts cannot be had; adjusts when asked again', async () => {
  const { chart, unblock, close } = await open(['adjusted-figures.js']);
  await chart.set({ view: 'table', adjust: 'per-capita' });
  await expect.poll(async () => (await chart.shown()).text).toContain('se muestran sin ajustar');
  expect((await chart.shown()).text).toContain('Total: $27,002');
  unblock();
  await chart.set({ adjust: undefined });
  await chart.set({ adjust: 'per-capita' });
  await expect.poll(async () => (await chart.shown()).text).toContain('por habitante');
  expect((await chart.shown()).text).not.toContain('sin ajustar');
  await close();
});

it('says beside the button that the picture could not be made, and makes it the next time', async () => {
  const { chart, unblock, uncaught, close } = await open(['budget-picture.js']);
  const { page } = chart;
  await page.locator(`${host} [part~=action-png]`).click();
  const said = page.locator(`${host} .actions .said`);
  await expect.poll(() => said.textContent()).toBe('No se pudo hacer la imagen.');
  unblock();
  const download = page.waitForEvent('download');
  await page.locator(`${host} [part~=action-png]`).click();
  expect((await download).suggestedFilename()).toBe('ventana-presupuesto-ramo-2023.png');
  expect(uncaught).toEqual([]);
  await close();
});

it('shows no sum that counts totals twice: where they cannot be told, it fails and can be asked again', async () => {
  const { chart, unblock, close } = await open(['subtotals.js'], WITH_TOTAL);
  expect((await chart.shown()).status).toBe('error');
  unblock();
  await chart.page.locator(`${host} [part~=action-retry]`).click();
  await expect.poll(async () => (await chart.shown()).status).toBe('partial');
  const { text } = await chart.shown();
  expect(text).toContain('Total: $27,002');
  expect(text).toContain('Subtotales, para no contar dos veces: 1');
  await close();
});

it('remarks in the model’s words where ours cannot be had', async () => {
  const { chart, close } = await open(['data-remarks.js'], { ...PLAIN, basis: 'gross' });
  const remarks = await chart.page.locator(`${host} .remarks`).innerText();
  expect(remarks.trim()).toBe('gross');
  await close();
});

it('works without the link that carries its state', async () => {
  const body = TAG.replace('src=', 'permalink src=');
  const { chart, uncaught, close } = await open(['budget-permalink.js'], PLAIN, { body });
  await chart.page.locator(`${host} .cell`).first().click();
  await expect.poll(async () => (await chart.shown()).path).toHaveLength(1);
  expect(uncaught).toEqual([]);
  await close();
});

it('keeps what the reader chose in the address, drill-down included', async () => {
  const body = TAG.replace('src=', 'permalink src=');
  const { chart, close } = await open([], PLAIN, { body });
  const { page } = chart;
  await page.locator(`${host} select[name=year]`).selectOption('2022');
  await page.locator(`${host} .cell`).first().click();
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('path');
  await page.reload();
  await chart.settled();
  await expect.poll(async () => (await chart.shown()).text).toContain('En 2022');
  expect((await chart.shown()).path).toEqual([{ by: 'ramo', value: 'Obra' }]);
  await close();
});

it('paints every view from the classic script under a strict policy; picture and CSV too', async () => {
  const policy =
    "default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types ventana";
  const page = `<!doctype html><html lang="es-MX"><head><meta charset="utf-8"><title>Sitio</title><link rel="icon" href="data:,"></head><body>${TAG}<script nonce="n0nce" src="/embed/ventana.iife.js"></script></body></html>`;
  expect(page).not.toContain(LOADER);
  const { chart, close } = await open([], PLAIN, {
    routes: { '/': { body: page, headers: { 'Content-Security-Policy': policy } } },
  });
  for (const view of ['bars', 'series', 'execution', 'table', 'treemap']) {
    await chart.set({ view, adjust: view === 'series' ? 'real' : undefined });
    if (/bars|series|execution/.test(view)) await drawn(chart);
    expect([view, await pictureType(chart)]).toEqual([view, 'image/png']);
    expect((await chart.shown()).csv.split('\r\n').length).toBeGreaterThan(2);
  }
  expect(await chart.page.locator(`${host} .cell`).count()).toBe(4);
  expect(chart.complaints).toEqual([]);
  await close();
});
