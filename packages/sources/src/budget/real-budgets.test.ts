import { existsSync, readFileSync } from 'node:fs';
import {
  breakdown,
  firstDimension,
  nextDimension,
  sumDecimals,
  toDecimal,
  type Budget,
  type Reading,
} from '@ventana/model';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../transport/transport.js';
import { readBudgetAnswer } from './parse-budget.js';

const folder = `${process.env['VENTANA_REAL_DATA'] ?? '../shared/data'}/budget/`;
const missing = !existsSync(folder);
const HOST = 'https://datos.example.org/';

function answer(path: string): Answer {
  const bytes = new Uint8Array(readFileSync(folder + path));
  return {
    address: HOST + path,
    bytes,
    contentType: 'text/csv; charset=ISO-8859-1',
    retrievedAt: 0,
  };
}

function read(path: string): Promise<Reading<Budget>> {
  return readBudgetAnswer(answer(path), {}, async (at) => answer(at.slice(HOST.length)));
}

/** A naive reading of our own, from the bytes: one character at a time, no code of the library. */
function naive(path: string, charset: string): Record<string, string>[] {
  const bytes = readFileSync(folder + path);
  const text = charset === 'cp850' ? bytes.toString('latin1') : bytes.toString('utf8');
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += char;
      at++;
    } else if (char === '"') quoted = !quoted;
    else if (quoted || (char !== ',' && char !== '\r' && char !== '\n')) cell += char;
    else if (char === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else {
      rows.at(-1)?.push(cell);
      cell = '';
      rows.push([]);
    }
  }
  const [header = [], ...body] = rows.filter((row) => row.some((value) => value !== ''));
  return body.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

const amount = (text: string): string => {
  const digits = text.replace(/[ ,]/g, '');
  return digits === '-' || digits === '' ? '0' : (toDecimal(digits) ?? 'NOT A NUMBER');
};

// A no-break space at the end of a name is no part of it.
const ascii = (text: string): string =>
  text
    .replace(/[^ -~]/g, '?')
    .replace(/\?+/g, '?')
    .replace(/[ ?]+$/, '')
    .trim();

/** Sums by a column, from the naive rows: name (accents blanked, so that no charset matters) to amount. */
function naiveSums(
  rows: Record<string, string>[],
  by: string,
  measure: string,
): Map<string, string> {
  const sums = new Map<string, string>();
  for (const row of rows) {
    const name = ascii(row[by] ?? '');
    sums.set(name, sumDecimals([sums.get(name) ?? '0', amount(row[measure] ?? '')]));
  }
  return sums;
}

function modelSums(budget: Budget, by: string, measure: string): Map<string, string> {
  const sums = new Map<string, string>();
  for (const item of breakdown(budget, { by, measures: [measure] }).items) {
    const value = item.figures[0]?.value;
    const name = ascii(item.label);
    if (value !== undefined) sums.set(name, sumDecimals([sums.get(name) ?? '0', value]));
  }
  return sums;
}

/** Every level of the drill-down adds up to the level above it. */
function expectReconciled(budget: Budget, measure: string): void {
  const level = (by: string, where: Record<string, string>, depth: number): void => {
    const whole = breakdown(budget, { measures: [measure], where });
    const parts = breakdown(budget, { by, measures: [measure], where });
    const values = parts.items.flatMap((item) => item.figures[0]?.value ?? []);
    expect(sumDecimals(values)).toBe(whole.totals[0]?.value ?? '0');
    if (depth === 0) return;
    for (const item of parts.items.slice(0, 6)) {
      const below = { ...where, [by]: item.key };
      const next = nextDimension(budget, by, below);
      if (next) level(next.key, below, depth - 1);
    }
  };
  level(firstDimension(budget)?.key ?? '', {}, 3);
}

describe.skipIf(missing)('real files (skipped without VENTANA_REAL_DATA)', () => {
  it('PEF 2016 by ramo, chapter, function and state: every sum as reckoned from the bytes', async () => {
    const path = 'mx-pef-2016-agg-ramo-capitulo-finalidad-entidad.csv';
    const { model, received, omitted } = await read(path);
    const rows = naive(path, 'utf8');
    expect(received).toBe(rows.length);
    expect(omitted).toBe(0);
    for (const [key, column] of [
      ['ramo', 'DESC_RAMO'],
      ['capitulo', 'DESC_CAPITULO'],
      ['finalidad', 'DESC_GPO_FUNCIONAL'],
      ['entidad', 'ENTIDAD_FEDERATIVA'],
    ] as const) {
      expect(modelSums(model, key, 'aprobado')).toEqual(naiveSums(rows, column, 'MONTO_APROBADO'));
    }
    expectReconciled(model, 'aprobado');
  });

  it('PEF 2016 sample in CP850, whatever the header claims', async () => {
    const path = 'mx-pef-2016-sample-cp850.csv';
    const { model, received, omitted } = await read(path);
    const rows = naive(path, 'cp850');
    expect([received, omitted]).toEqual([rows.length, 0]);
    const ramos = model.dimensions
      .find(({ key }) => key === 'ramo')
      ?.values.map(({ label }) => label);
    expect(ramos).toContain('Oficina de la Presidencia de la República');
    expect(ramos).toContain('Educación Pública');
    for (const [key, column] of [
      ['ramo', 'RAMO_DESCRIPCION'],
      ['concepto', 'CONCEPTO_DESCRIPCION'],
      ['unidad', 'UNIDAD_DESCRIPCION'],
    ] as const) {
      expect(modelSums(model, key, 'aprobado')).toEqual(naiveSums(rows, column, 'PEF_2016'));
    }
    expectReconciled(model, 'aprobado');
  });

  it('Cuenta Pública totals 2013–2023: measures in rows, to the last digit', async () => {
    const path = 'mx-cuenta-publica-totales-2013-2023.csv';
    const { model, received, omitted } = await read(path);
    const rows = naive(path, 'utf8');
    expect([received, omitted]).toEqual([rows.length, 0]);
    for (const [key, name] of [
      ['aprobado', 'Aprobado'],
      ['modificado', 'Modificado'],
      ['devengado', 'Devengado'],
      ['ejercido', 'Ejercicio'],
    ] as const) {
      const own = rows.filter((row) => row['PRESUPUESTO'] === name);
      expect(modelSums(model, 'ramo', key)).toEqual(naiveSums(own, 'RAMO', 'TOTAL'));
      expect(modelSums(model, 'year', key)).toEqual(naiveSums(own, 'CICLO', 'TOTAL'));
    }
    expectReconciled(model, 'ejercido');
  });

  it('Cuenta Pública 2023: totals, percentages and stray texts are left out, and counted', async () => {
    const path = 'mx-cuenta-publica-2023.csv';
    const { model, received, omitted, problems } = await read(path);
    const rows = naive(path, 'utf8');
    const spoken = rows.filter((row) =>
      ['Aprobado', 'Modificado', 'Devengado', 'Ejercicio'].includes(row['PRESUPUESTO'] ?? ''),
    );
    const detail = spoken.filter((row) => row['PROGRAMA'] !== 'TOTAL');
    expect(received).toBe(rows.length);
    expect(received - omitted).toBe(detail.length);
    expect(model.omissions).toEqual([
      {
        reason: 'derived',
        rows: rows.filter((row) => row['PRESUPUESTO']?.startsWith('Porc')).length,
      },
      { reason: 'unknown-measure', rows: rows.length - spoken.length - 1372 },
      { reason: 'subtotal', rows: spoken.length - detail.length },
    ]);
    // The totals of the source itself confirm what its details add up to.
    expect(problems.filter(({ code }) => code === 'subtotal-differs')).toEqual([]);
    for (const name of ['Aprobado', 'Modificado', 'Devengado', 'Ejercicio']) {
      const own = detail.filter((row) => row['PRESUPUESTO'] === name);
      const key = name === 'Ejercicio' ? 'ejercido' : name.toLowerCase();
      for (const [by, column] of [
        ['ente', 'ENTE'],
        ['programa', 'PROGRAMA'],
      ] as const) {
        expect(modelSums(model, by, key)).toEqual(naiveSums(own, column, 'TOTAL'));
      }
    }
    expectReconciled(model, 'devengado');
  });

  it('a Fiscal Data Package of Australia: a year per column, "nfp" kept verbatim', async () => {
    const { model, received, omitted } = await read('au-budget/datapackage.json');
    const rows = naive('au-budget/data/201505181230budget1516.csv', 'utf8');
    const years = ['2014-15', '2015-16', '2016-17', '2017-18', '2018-19'];
    const unread = rows.filter((row) => years.every((year) => row[year] === 'nfp'));
    expect([received, omitted]).toEqual([rows.length, unread.length]);
    expect(model.currencies).toEqual(['AUD']);
    for (const year of years) {
      const readable = rows.filter((row) => /\d|^- ?$/.test(row[year] ?? ''));
      const { totals } = breakdown(model, { where: { year } });
      expect(totals[0]?.value).toBe(sumDecimals(readable.map((row) => amount(row[year] ?? ''))));
      expect(totals[0]?.unreadable).toBe(rows.filter((row) => row[year] === 'nfp').length);
    }
  });

  it('a Fiscal Data Package of the EU: the total of each country is not a fund', async () => {
    const { model, received, omitted } = await read('eu/datapackage.json');
    const rows = naive('eu/data/Total_EU_Allocations_per_MS_for_2014-2020.csv', 'utf8');
    const funds = rows.filter((row) => !row['Fund']?.startsWith('Total ('));
    expect([received, received - omitted]).toEqual([rows.length, funds.length]);
    expect(modelSums(model, 'payee', 'amount')).toEqual(naiveSums(funds, 'Country ID', 'Amount'));
    expectReconciled(model, 'amount');
  });
});
