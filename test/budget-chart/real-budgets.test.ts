/**
 * Real files, in each view: every figure of the table and of the CSV against a reckoning of our own from
 * the bytes; shown and omitted make what was received; every level of a drill-down adds up to the one
 * above.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import type { Site } from '../browser/pages.js';
import { hasReal, openBudgetPage, openBudgetSite } from './budget-page.js';
import type { BudgetPage, Shown } from './budget-page.js';
import {
  blank,
  centsRead,
  inCents,
  naiveAmount,
  naiveFile,
  naiveRows,
  naiveSums,
} from './naive-table.js';
import type { NaiveRow } from './naive-table.js';

/** A file, how to reckon it, and what to ask of the chart. */
interface Case {
  readonly name: string;
  readonly src: string;
  readonly attributes: Record<string, string>;
  /** By column of the table: header and sums by name. */
  readonly columns: readonly { readonly head: string; readonly sums: () => Map<string, bigint> }[];
  readonly received: () => number;
  readonly omitted: () => number;
}

const VIEWS = ['treemap', 'bars', 'execution', 'table'];
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const pef = once(() => naiveFile('mx-pef-2016-agg-ramo-capitulo-finalidad-entidad.csv'));
const dos = once(() => naiveFile('mx-pef-2016-sample-cp850.csv', 'latin1'));
const totals = once(() => naiveFile('mx-cuenta-publica-totales-2013-2023.csv'));
const account = once(() => naiveFile('mx-cuenta-publica-2023.csv'));
const eu = once(() => naiveFile('eu/data/Total_EU_Allocations_per_MS_for_2014-2020.csv'));
const au = once(() => naiveFile('au-budget/data/201505181230budget1516.csv'));
const NAMES = ['Aprobado', 'Modificado', 'Devengado', 'Ejercicio'];
const detail = once(() =>
  account().filter(
    (row) => NAMES.includes(row['PRESUPUESTO'] ?? '') && row['PROGRAMA'] !== 'TOTAL',
  ),
);
const only = (rows: readonly NaiveRow[], column: string, value: string): NaiveRow[] =>
  rows.filter((row) => row[column] === value);
const funds = once(() => eu().filter((row) => !row['Fund']?.startsWith('Total (')));
const YEARS = ['2014-15', '2015-16', '2016-17', '2017-18', '2018-19'];

const CASES: readonly Case[] = [
  {
    name: 'PEF 2016 by ramo',
    src: 'mx-pef-2016-agg-ramo-capitulo-finalidad-entidad.csv',
    attributes: { by: 'ramo' },
    columns: [{ head: 'Aprobado', sums: () => naiveSums(pef(), 'DESC_RAMO', 'MONTO_APROBADO') }],
    received: () => pef().length,
    omitted: () => 0,
  },
  {
    name: 'PEF 2016 by state, of one ramo',
    src: 'mx-pef-2016-agg-ramo-capitulo-finalidad-entidad.csv',
    attributes: { by: 'entidad', filter: 'ramo=Salud' },
    columns: [
      {
        head: 'Aprobado',
        sums: () =>
          naiveSums(only(pef(), 'DESC_RAMO', 'Salud'), 'ENTIDAD_FEDERATIVA', 'MONTO_APROBADO'),
      },
    ],
    received: () => pef().length,
    omitted: () => 0,
  },
  {
    name: 'PEF 2016 in CP850, by concept',
    src: 'mx-pef-2016-sample-cp850.csv',
    attributes: { by: 'concepto' },
    columns: [
      { head: 'Aprobado', sums: () => naiveSums(dos(), 'CONCEPTO_DESCRIPCION', 'PEF_2016') },
    ],
    received: () => dos().length,
    omitted: () => 0,
  },
  ...['2013', '2019', '2023'].map((year): Case => ({
    name: `Cuenta Pública ${year} by ramo`,
    src: 'mx-cuenta-publica-totales-2013-2023.csv',
    attributes: { by: 'ramo', year },
    columns: NAMES.map((name) => ({
      head: name === 'Ejercicio' ? 'Ejercido' : name,
      sums: () =>
        naiveSums(only(only(totals(), 'CICLO', year), 'PRESUPUESTO', name), 'RAMO', 'TOTAL'),
    })),
    received: () => totals().length,
    omitted: () => 0,
  })),
  {
    name: 'Cuenta Pública 2023 by programme',
    src: 'mx-cuenta-publica-2023.csv',
    attributes: { by: 'programa' },
    columns: NAMES.map((name) => ({
      head: name === 'Ejercicio' ? 'Ejercido' : name,
      sums: () => naiveSums(only(detail(), 'PRESUPUESTO', name), 'PROGRAMA', 'TOTAL'),
    })),
    received: () => account().length,
    omitted: () => account().length - detail().length,
  },
  {
    name: 'EU funds by country',
    src: 'eu/datapackage.json',
    attributes: { by: 'payee' },
    columns: [{ head: 'Monto', sums: () => naiveSums(funds(), 'Country ID', 'Amount') }],
    received: () => eu().length,
    omitted: () => eu().length - funds().length,
  },
  {
    name: 'Australia 2016-17 by department',
    src: 'au-budget/datapackage.json',
    attributes: { by: 'ramo', year: '2016-17' },
    columns: [{ head: 'Monto', sums: () => naiveSums(au(), 'Department/Agency', '2016-17') }],
    received: () => au().length,
    omitted: () => au().filter((row) => YEARS.every((year) => row[year] === 'nfp')).length,
  },
];

/** Figures by name of a column of the table, in cents; rows of one name added. */
function tableColumn(shown: Shown, at: number): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const row of shown.rows) {
    const cents = centsRead(row[at] ?? '');
    if (cents !== undefined)
      sums.set(blank(row[0] ?? ''), (sums.get(blank(row[0] ?? '')) ?? 0n) + cents);
  }
  return sums;
}

const known = (sums: Map<string, bigint>, names: Iterable<string>): Map<string, bigint> => {
  const wanted = new Set(names);
  return new Map([...sums].filter(([name]) => wanted.has(name)));
};

const inCentsAll = (sums: Map<string, bigint>): Map<string, bigint> =>
  new Map([...sums].map(([name, value]) => [name, inCents(value)]));

describe.skipIf(!hasReal)('real files (skipped without VENTANA_REAL_DATA)', () => {
  let browser: Browser;
  let site: Site;
  let chart: BudgetPage;
  beforeAll(async () => {
    browser = await openBrowser();
    site = await openBudgetSite(
      '<ventana-budget-chart loading="eager" src="/real/mx-pef-2016-sample-cp850.csv"></ventana-budget-chart>',
    );
    chart = await openBudgetPage(browser, site);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const CLEARED = { by: undefined, year: undefined, filter: undefined, compare: undefined };

  it.each(CASES)('$name: the table and the CSV, in each view', async (one) => {
    await chart.set({ ...CLEARED, view: 'treemap', src: `/real/${one.src}`, ...one.attributes });
    for (const view of VIEWS) {
      await chart.set({ view });
      const shown = await chart.shown();
      const columns = view === 'execution' ? one.columns : one.columns.slice(-1);
      const csv = naiveRows(shown.csv.replace(/^\ufeff/, ''));
      const heads = csv[0] ?? [];
      const nameAt = heads.findIndex((head) => head === shown.heads[0]);
      const names = shown.rows.map((row) => blank(row[0] ?? ''));
      for (const { head, sums } of columns) {
        const exact = sums();
        const at = shown.heads.indexOf(head);
        expect(
          at,
          `${head} among ${shown.heads.join()}; ${shown.status}: ${shown.text.slice(0, 300)}`,
        ).toBeGreaterThan(0);
        expect(tableColumn(shown, at)).toEqual(
          known(inCentsAll(exact), [...tableColumn(shown, at).keys()]),
        );
        // A name that the source reckons at nothing may be missing; none is made up.
        for (const [name, value] of exact) {
          if (value !== 0n) expect(names).toContain(name === '' ? 'Sin dato' : name);
        }
        const csvAt = heads.findIndex((text) => text.startsWith(`${head} (`));
        const inCsv = new Map<string, bigint>();
        for (const row of csv.slice(1)) {
          const value = naiveAmount((row[csvAt] ?? '').trim());
          const name = blank(row[nameAt] ?? '');
          if (value !== undefined) inCsv.set(name, (inCsv.get(name) ?? 0n) + value);
        }
        expect(inCsv).toEqual(known(exact, inCsv.keys()));
        expect(csv.length - 1).toBe(shown.rows.length);
        const whole = [...exact.values()].reduce((sum, value) => sum + value, 0n);
        expect(centsRead(shown.totals[at] ?? '')).toBe(inCents(whole));
      }
      const omitted = one.omitted();
      expect(shown.status).toBe(omitted > 0 ? 'partial' : 'fresh');
      if (omitted > 0) {
        const [left, all] = [omitted, one.received()].map((n) => n.toLocaleString('es-MX'));
        expect(shown.text).toContain(`${left} de ${all} registros omitidos`);
      }
    }
  });

  it('Cuenta Pública over the years', async () => {
    const src = '/real/mx-cuenta-publica-totales-2013-2023.csv';
    await chart.set({ ...CLEARED, view: 'series', src, compare: 'aprobado' });
    const shown = await chart.shown();
    for (const [head, name] of [
      ['Ejercido', 'Ejercicio'],
      ['Aprobado', 'Aprobado'],
    ] as const) {
      const sums = naiveSums(only(totals(), 'PRESUPUESTO', name), 'CICLO', 'TOTAL');
      expect(tableColumn(shown, shown.heads.indexOf(head))).toEqual(inCentsAll(sums));
    }
    expect(shown.rows.map(([year]) => year)).toEqual(
      [...new Set(totals().map((row) => row['CICLO']))].sort(),
    );
  });

  it.each([
    ['mx-pef-2016-sample-cp850.csv', 3],
    ['mx-pef-2016-agg-ramo-capitulo-finalidad-entidad.csv', 3],
    ['mx-cuenta-publica-2023.csv', 2],
    ['au-budget/datapackage.json', 2],
    ['eu/datapackage.json', 1],
  ])('every level of %s adds up to the one above', async (file, deep) => {
    await chart.set({ ...CLEARED, view: 'table', src: `/real/${file}` });
    const descend = async (depth: number): Promise<void> => {
      const above = await chart.shown();
      const added = above.rows.reduce((sum, row) => sum + (centsRead(row[1] ?? '') ?? 0n), 0n);
      expect(centsRead(above.totals[1] ?? '')).toBe(added);
      if (depth === 0) return;
      const buttons = chart.page.locator('ventana-budget-chart tbody th button.link');
      for (const at of [0, 1]) {
        if ((await buttons.count()) <= at) return;
        const name = (await buttons.nth(at).innerText()).trim();
        const row = above.rows.find(([label]) => label === name.replace(/\s+/g, ' '));
        await buttons.nth(at).click();
        const below = await chart.shown();
        if (below.path.length === above.path.length) continue;
        expect([name, centsRead(below.totals[1] ?? '')]).toEqual([name, centsRead(row?.[1] ?? '')]);
        await descend(depth - 1);
        await chart.page.locator('ventana-budget-chart .trail .action').click();
        await chart.page.waitForTimeout(10);
      }
    };
    await descend(deep);
  });
});
