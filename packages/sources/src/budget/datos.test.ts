import { existsSync, readFileSync } from 'node:fs';
import {
  breakdown,
  compareDecimals,
  fromCents,
  INPC,
  PIB,
  realTerms,
  subtractDecimals,
  sumDecimals,
  timesWhole,
  toCents,
} from '@ventana/model';
import { describe, expect, it } from 'vitest';
import { parseCsvRows } from '../csv/csv.js';
import { parseBudget } from './parse-budget.js';

const folder = `${process.env['VENTANA_REAL_DATA'] ?? '../shared/data'}/budget/`;
const shipped: unknown = JSON.parse(
  readFileSync('packages/model/datos/gasto-federal-2013-2023.json', 'utf8'),
);

describe('the data that ship with the library', () => {
  it('are a budget of eleven years, four measures and no row left out', () => {
    const { model, received, omitted, problems } = parseBudget(shipped);
    expect([received, omitted, problems]).toEqual([516, 0, []]);
    expect(model.measures.map(({ key }) => key)).toEqual([
      'aprobado',
      'modificado',
      'devengado',
      'ejercido',
    ]);
    expect(breakdown(model, { by: 'year' }).items).toHaveLength(11);
    expect(breakdown(model).totals.every(({ missing }) => missing === 0)).toBe(true);
  });

  describe.skipIf(!existsSync(folder))(
    'against their sources (skipped without VENTANA_REAL_DATA)',
    () => {
      const raw = (name: string): string[][] => parseCsvRows(readFileSync(folder + name, 'utf8'));

      it('spending of each year, body and measure is the source’s, to the centavo', () => {
        const [header = [], ...rows] = raw('mx-cuenta-publica-totales-2013-2023.csv');
        const { model } = parseBudget(shipped);
        const at = (name: string): number => header.indexOf(name);
        const sums = new Map<string, string[]>();
        for (const row of rows) {
          const key = ['CICLO', 'ENTE', 'RAMO', 'PRESUPUESTO']
            .map((name) => row[at(name)])
            .join('|');
          sums.set(key, [...(sums.get(key) ?? []), row[at('TOTAL')] ?? '']);
        }
        expect(sums.size).toBeGreaterThan(2000);
        const names = {
          Aprobado: 'aprobado',
          Modificado: 'modificado',
          Devengado: 'devengado',
          Ejercicio: 'ejercido',
        };
        for (const [key, amounts] of sums) {
          const [year = '', ente = '', ramo = '', name = ''] = key.split('|');
          const measures = [names[name as keyof typeof names]];
          const { totals } = breakdown(model, { measures, where: { year, ente, ramo } });
          const source = sumDecimals(amounts.map((text) => text.replace(/\.0$/, '')));
          const off = subtractDecimals(totals[0]?.value ?? '0', source).replace('-', '');
          expect(compareDecimals(off, '0.01')).toBeLessThan(0);
        }
      });

      const monthsOf = (year: string): string[] =>
        raw('mx-inpc.csv')
          .slice(1)
          .flatMap(([date, index]) => (date?.startsWith(year) && index ? [index] : []));

      it('the price index of a year is the mean of its months', () => {
        for (const [year, value] of Object.entries(INPC.values)) {
          const own = monthsOf(year);
          expect(own).toHaveLength(12);
          const off = subtractDecimals(timesWhole(value, 12n), sumDecimals(own)).replace('-', '');
          expect(compareDecimals(off, '0.00000000000001')).toBeLessThan(0);
        }
        expect(Object.keys(INPC.values)).not.toContain('2024');
      });

      it('what was spent in 2013 is, in pesos of 2023, what its months say, to the centavo', () => {
        const { model } = parseBudget(shipped);
        const { totals } = breakdown(model, { measures: ['ejercido'], where: { year: '2013' } });
        const spent = totals[0]!.value!;
        const whole = (text: string): bigint => BigInt(toCents(text)!);
        const millionths = (year: string): bigint =>
          BigInt(timesWhole(sumDecimals(monthsOf(year)), 10_000_000n));
        const cents = (whole(spent) * millionths('2023')) / millionths('2013');
        const real = realTerms(INPC, 2023)!.factor(2013)!(spent);
        const off = subtractDecimals(real, fromCents(cents)).replace('-', '');
        expect(compareDecimals(off, '0.01')).toBeLessThanOrEqual(0);
      });

      it('GDP is the source’s', () => {
        expect(Object.entries(PIB.values)).toEqual(raw('mx-pib.csv').slice(1));
      });
    },
  );
});
