import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gdpShare, perCapita, realTerms, type YearSeries } from './adjustment.js';
import { amountSums, figureAt, fromCents, toCents } from './amount-column.js';
import { breakdown, ranked, withRest } from './breakdown.js';
import type { Budget } from './budget.js';
import { change, executionRate, share } from './comparison.js';
import { firstDimension, nextDimension, valuesThatOpen } from './drill-down.js';
import { amountColumnBuilder, dimensionColumnBuilder } from './facts-builder.js';
import { findDimension, findValue } from './find.js';

type Row = readonly [
  year: string,
  ramo: string,
  unidad: string,
  aprobado: unknown,
  ejercido: unknown,
];

function budget(rows: readonly Row[]): Budget {
  const columns = [0, 1, 2].map(dimensionColumnBuilder);
  const amounts = [amountColumnBuilder(), amountColumnBuilder()];
  rows.forEach((row, fact) => {
    columns.forEach((column, index) => column.set(fact, '', String(row[index])));
    amounts.forEach((column, index) => column.set(fact, row[3 + index]));
  });
  const keys = [
    ['year', 'time'],
    ['ramo', 'administrative'],
    ['unidad', 'administrative'],
  ] as const;
  return {
    currencies: ['MXN'],
    currencyOf: new Uint32Array(rows.length),
    facts: rows.length,
    omissions: [],
    dimensions: keys.map(([key, group], index) => ({
      key,
      group,
      label: key,
      headers: [key.toUpperCase()],
      ...(columns[index] as (typeof columns)[number]).column(rows.length),
    })),
    measures: ['aprobado', 'ejercido'].map((key, index) => ({
      key,
      label: key,
      amounts: (amounts[index] as (typeof amounts)[number]).column(rows.length),
    })),
  };
}

const SMALL = budget([
  ['2022', 'Salud', 'IMSS', '100', '90.5'],
  ['2022', 'Salud', 'ISSSTE', '50', '60'],
  ['2022', 'Marina', 'Única', '-8', ''],
  ['2023', 'Salud', 'IMSS', '9007199254740993.15', '0.01'],
]);

describe('breakdown', () => {
  it('adds up exactly, beyond 2^53 and with centavos', () => {
    const { items, totals } = breakdown(SMALL, { by: 'ramo' });
    expect(
      items.map(({ key, figures, facts }) => [key, figures.map(({ value }) => value), facts]),
    ).toEqual([
      ['Salud', ['9007199254741143.15', '150.51'], 3],
      ['Marina', ['-8', undefined], 1],
    ]);
    expect(totals).toEqual([
      { value: '9007199254741135.15', missing: 0, unreadable: 0 },
      { value: '150.51', missing: 1, unreadable: 0 },
    ]);
  });

  it('filters by key, header, group or accentless name', () => {
    for (const where of [
      { ramo: 'Salud', year: '2022' },
      { RAMO: 'salud', time: '2022' },
    ]) {
      expect(breakdown(SMALL, { where, measures: ['aprobado'] }).totals[0]?.value).toBe('150');
    }
  });

  it('is empty, not whole, when asked for what is not there', () => {
    for (const query of [
      { where: { ramo: 'Turismo' } },
      { where: { color: 'x' } },
      { by: 'color' },
    ]) {
      const { facts, items, totals } = breakdown(SMALL, query);
      expect([facts, items, totals[0]?.value]).toEqual([0, [], undefined]);
    }
  });

  it('ranks, puts what has no figure last, and gathers the rest', () => {
    const items = ranked(breakdown(SMALL, { by: 'unidad', measures: ['ejercido'] }).items);
    expect(items.map(({ key }) => key)).toEqual(['IMSS', 'ISSSTE', 'Única']);
    const many = ranked(
      breakdown(budget([1, 2, 3, 4].map((n) => ['2023', `R${n}`, '', String(n), '']))).items,
    );
    expect(withRest(many, 3).rest).toBeUndefined();
    const ramos = ranked(
      breakdown(budget([1, 2, 3, 4].map((n) => ['2023', `R${n}`, '', String(n), ''])), {
        by: 'ramo',
      }).items,
    );
    const { shown, rest } = withRest(ramos, 2);
    expect(shown.map(({ key }) => key)).toEqual(['R4', 'R3']);
    expect(rest).toMatchObject({
      items: [{ key: 'R2' }, { key: 'R1' }],
      figures: [{ value: '3' }, { missing: 2 }],
    });
  });

  it('whatever the amounts, parts add up to the whole, as reckoned with bigints', () => {
    const row = fc.tuple(
      fc.constantFrom('2022', '2023'),
      fc.constantFrom('A', 'B', 'C'),
      fc.constant(''),
      fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n }).map(fromCents),
      fc.constant(''),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const whole = breakdown(budget(rows), { by: 'ramo', measures: ['aprobado'] });
        const cents = (text = '0'): bigint => {
          const [units = '', fraction = ''] = text.replace('-', '').split('.');
          const digits = BigInt(units + fraction.padEnd(2, '0'));
          return text.startsWith('-') ? -digits : digits;
        };
        const sum = rows.reduce((total, [, , , amount]) => total + cents(amount), 0n);
        expect(cents(whole.totals[0]?.value)).toBe(sum);
        const parts = whole.items.reduce(
          (total, item) => total + cents(item.figures[0]?.value),
          0n,
        );
        expect(parts).toBe(sum);
      }),
    );
  });
});

describe('amount column', () => {
  it('keeps what is missing, unreadable and not spoken of apart', () => {
    const column = amountColumnBuilder();
    column.set(0, '1,200.50');
    column.set(1, '');
    column.set(2, 'nfp');
    column.set(4, ' - ');
    const amounts = column.column(5);
    expect([0, 1, 2, 3, 4].map((fact) => figureAt(amounts, fact))).toEqual([
      { value: '1200.5', missing: 0, unreadable: 0 },
      { missing: 1, unreadable: 0 },
      { missing: 0, unreadable: 1, verbatim: 'nfp' },
      { missing: 0, unreadable: 0 },
      { value: '0', missing: 0, unreadable: 0 },
    ]);
  });

  it('carries sums that pass 2^53 centavos', () => {
    const column = amountColumnBuilder();
    for (let fact = 0; fact < 300; fact++) column.set(fact, '90000000000000.01');
    const sums = amountSums(1);
    const amounts = column.column(300);
    for (let fact = 0; fact < 300; fact++) sums.add(amounts, fact, 0);
    expect(sums.figure(0).value).toBe('27000000000000003');
  });

  it('turns decimals into cents and back', () => {
    expect(['0', '-0.01', '12.5', '0.001', '99999999999999'].map(toCents)).toEqual([
      0,
      -1,
      1250,
      undefined,
      undefined,
    ]);
    expect([0, -1, 1250, -123456n].map(fromCents)).toEqual(['0', '-0.01', '12.5', '-1234.56']);
  });
});

describe('drilling down', () => {
  it('opens with the ramo and goes on to what still splits the money', () => {
    expect(firstDimension(SMALL)?.key).toBe('ramo');
    expect(nextDimension(SMALL, 'ramo', { ramo: 'Salud' })?.key).toBe('unidad');
    expect(nextDimension(SMALL, 'ramo', { ramo: 'Marina' })).toBeUndefined();
    expect(nextDimension(SMALL, 'unidad', { ramo: 'Salud', unidad: 'IMSS' })).toBeUndefined();
  });

  it('opens only the parts that something below tells apart', () => {
    const twice = budget([
      ['2022', 'Salud', 'IMSS', '100', '90'],
      ['2022', 'Salud', 'ISSSTE', '50', '60'],
      ['2022', 'Marina', 'Única', '8', ''],
      ['2022', 'Marina', 'Única', '9', ''],
    ]);
    const ramo = findDimension(twice, 'ramo')!;
    expect([...valuesThatOpen(twice, ramo, { year: '2022' })]).toEqual(['Salud']);
    expect([...valuesThatOpen(twice, ramo, { year: '2023' })]).toEqual([]);
  });

  it('finds values that share a label by code and label', () => {
    const column = dimensionColumnBuilder();
    column.set(0, '01', 'Otros');
    column.set(1, '02', 'Otros');
    column.set(2, '03', 'Salud');
    const dimension = {
      key: 'x',
      group: 'other',
      label: 'x',
      headers: [],
      ...column.column(3),
    } as const;
    expect(dimension.values.map(({ key }) => key)).toEqual(['01 Otros', '02 Otros', 'Salud']);
    expect([...findValue(dimension, 'Otros')]).toEqual([0, 1]);
    expect([...findValue(dimension, '02')]).toEqual([1]);
    expect([...findValue(dimension, '02 Otros')]).toEqual([1]);
    expect(findDimension(SMALL, 'administrativa')?.key).toBe('ramo');
  });
});

describe('adjusting', () => {
  const prices: YearSeries = {
    id: 'p',
    title: 'Prices',
    source: 'Test',
    unit: '2023 = 110',
    values: { 2022: '100', 2023: '110' },
  };

  it('says pesos of the base year', () => {
    const adjust = realTerms(prices, 2023);
    const { totals, unadjusted } = breakdown(SMALL, {
      ...(adjust ? { adjust } : {}),
      measures: ['aprobado'],
      where: { year: '2022' },
    });
    expect([totals[0]?.value, unadjusted]).toEqual(['156.2', 0]);
    expect(realTerms(prices)?.baseYear).toBe(2023);
    expect(realTerms(prices, 1910)).toBeUndefined();
  });

  it('leaves out, and counts, years that the series lacks', () => {
    const adjust = perCapita({ ...prices, values: { 2022: '3' } });
    const { totals, unadjusted } = breakdown(SMALL, { adjust, measures: ['aprobado'] });
    expect([totals[0]?.value, unadjusted]).toEqual(['47.3333', 1]);
  });

  it('rounds half away from zero, and takes the unit of the series', () => {
    const share = gdpShare({ ...prices, factor: 1000, values: { 2022: '3' } }).factor(2022);
    expect([share?.('100'), share?.('-100'), share?.('0')]).toEqual([
      '0.033333333333',
      '-0.033333333333',
      '0',
    ]);
    expect(perCapita({ ...prices, values: { 2022: '2' } }).factor(2022)?.('0.0001')).toBe('0.0001');
  });

  it('does not divide by a series of zeros or words', () => {
    for (const value of ['0', '0.00', '-1', 'n/d']) {
      expect(perCapita({ ...prices, values: { 2022: value } }).factor(2022)).toBeUndefined();
    }
  });
});

describe('comparing', () => {
  it('has no percentage of zero, of less than zero, or of what is missing', () => {
    expect(share('1', '4')).toBe(0.25);
    expect([share('1', '0'), share('-1', '4'), share('1', '-4'), share(undefined, '4')]).toEqual(
      Array(4).fill(undefined),
    );
    expect(change('100', '90')).toEqual({ difference: '-10', rate: -0.1 });
    expect(change('0', '90')).toEqual({ difference: '90' });
    expect(change('-5', '90')).toEqual({ difference: '95' });
    expect(change(undefined, '90')).toBeUndefined();
    expect(executionRate('105', '100')).toBe(1.05);
    expect([
      executionRate('5', '0'),
      executionRate('5', '-1'),
      executionRate(undefined, '1'),
    ]).toEqual(Array(3).fill(undefined));
  });
});
