import { describe, expect, it } from 'vitest';
import { plain } from './formats.fixtures.js';
import { formatMoney, formatMoneyShort } from './index.js';
import type { Figure, MoneyOptions } from './index.js';

const money = (value: Figure | undefined, lang: string, options?: MoneyOptions) =>
  plain(formatMoney(value, lang, options));

const short = (value: Figure, lang = 'es-MX', currency?: string) =>
  plain(formatMoneyShort(value, lang, { currency }).text);

describe('formatMoney', () => {
  it('writes pesos as in Mexico, in Spanish and in English', () => {
    expect(['1234.5', 1234, '-1234.50', 0, 1_000_000n].map((value) => money(value, 'es'))).toEqual([
      '$1,234.50',
      '$1,234',
      '-$1,234.50',
      '$0',
      '$1,000,000',
    ]);
    expect(['1234.5', 1234, '-1234.50', 0].map((value) => money(value, 'en'))).toEqual([
      '$1,234.50 MXN',
      '$1,234 MXN',
      '-$1,234.50 MXN',
      '$0 MXN',
    ]);
  });

  it('says the currency where it is another, or where `$` is', () => {
    expect(money('1234.5', 'es-MX', { currency: 'USD' })).toBe('USD 1,234.50');
    expect(money('1234.5', 'en', { currency: 'usd ' })).toBe('USD 1,234.50');
    expect(money('-1234.5', 'es-MX', { currency: 'EUR' })).toBe('-EUR 1,234.50');
    expect(money('12345.5', 'es-ES')).toBe('12.345,50 MXN');
    expect(money('12345.5', 'es-AR')).toContain('MXN');
  });

  it('prints a currency that is none beside the figure', () => {
    expect(money('-1234.5', 'es-MX', { currency: 'PESOS' })).toBe('-1,234.50 PESOS');
    expect(money(1234, 'en', { currency: 'M.N.' })).toBe('1,234 M.N.');
    expect(money(1234, 'es-MX', { currency: '' })).toBe('$1,234');
  });

  it('is exact beyond 2^53', () => {
    expect(money('9007199254740993.15', 'es-MX')).toBe('$9,007,199,254,740,993.15');
    expect(money(-1234567890123456789n, 'es-MX')).toBe('-$1,234,567,890,123,456,789');
  });

  it('rounds halves of a cent away from zero, and zero has no sign', () => {
    expect(
      ['0.005', '-0.005', '0.004', '-0.004', '1.999'].map((value) => money(value, 'es')),
    ).toEqual(['$0.01', '-$0.01', '$0', '$0', '$2']);
  });

  it('prints cents always, never, or where there are some', () => {
    expect(money(5, 'es', { cents: 'always' })).toBe('$5.00');
    expect(money('5.50', 'es', { cents: 'never' })).toBe('$6');
    expect(money('-0.4', 'es', { cents: 'never' })).toBe('$0');
  });

  it('says n/d where there is no figure', () => {
    for (const value of [undefined, NaN, Infinity, '', '1,234', '9'.repeat(5000)]) {
      expect(money(value, 'es-MX')).toBe('n/d');
      expect(money(value, 'en')).toBe('n/a');
    }
  });
});

describe('formatMoneyShort in words', () => {
  it('says full figures below a million', () => {
    expect([0, '0.5', 999_999, '999999.99', -48_000].map((value) => short(value))).toEqual([
      '$0',
      '$0.50',
      '$999,999',
      '$999,999.99',
      '-$48,000',
    ]);
    expect(short(999_999, 'en')).toBe('$999,999 MXN');
  });

  it('says millions, with every edge', () => {
    const edges: [Figure, string, string][] = [
      ['999999.994', '$999,999.99', '$999,999.99 MXN'],
      ['999999.995', '1 millón de pesos', '1 million pesos'],
      [1_000_000, '1 millón de pesos', '1 million pesos'],
      [-1_000_000, '-1 millón de pesos', '-1 million pesos'],
      [1_049_999, '1 millón de pesos', '1 million pesos'],
      ['1049999.999', '1 millón de pesos', '1 million pesos'],
      [1_050_000, '1.1 millones de pesos', '1.1 million pesos'],
      [1_500_000, '1.5 millones de pesos', '1.5 million pesos'],
      [-1_550_000, '-1.6 millones de pesos', '-1.6 million pesos'],
      [2_000_000, '2 millones de pesos', '2 million pesos'],
      [999_949_999, '999.9 millones de pesos', '999.9 million pesos'],
      ['999949999.99', '999.9 millones de pesos', '999.9 million pesos'],
      [999_950_000, '1 mil millones de pesos', '1 billion pesos'],
      [-999_950_000, '-1 mil millones de pesos', '-1 billion pesos'],
      [1_000_000_000, '1 mil millones de pesos', '1 billion pesos'],
      [1_050_000_000, '1.1 mil millones de pesos', '1.1 billion pesos'],
      [12_345_678_901, '12.3 mil millones de pesos', '12.3 billion pesos'],
      [999_949_999_999, '999.9 mil millones de pesos', '999.9 billion pesos'],
      [999_950_000_000, '1 billón de pesos', '1 trillion pesos'],
      [9_066_045_800_000, '9.1 billones de pesos', '9.1 trillion pesos'],
      ['1234567890123456.78', '1,234.6 billones de pesos', '1,234.6 trillion pesos'],
      ['1249999999999999999', '1,250,000 billones de pesos', '1,250,000 trillion pesos'],
      [
        '9007199254749999999999.99',
        '9,007,199,254.7 billones de pesos',
        '9,007,199,254.7 trillion pesos',
      ],
    ];
    for (const [value, es, en] of edges) {
      expect([value, short(value), short(value, 'en')]).toEqual([value, es, en]);
    }
  });

  it('never says billion, B or k in Spanish', () => {
    for (let power = 0; power < 30; power++) {
      expect(short(10n ** BigInt(power))).not.toMatch(/billion|\bB\b|\bk\b|\bM\b/i);
    }
  });

  it('calls other currencies by their names', () => {
    expect(short(1_500_000, 'es-MX', 'USD')).toBe('1.5 millones de dólares estadounidenses');
    expect(short(1_000_000, 'es-MX', 'EUR')).toBe('1 millón de euros');
    expect(short(1_500_000, 'en', 'USD')).toBe('1.5 million US dollars');
    expect(short(1_500_000, 'es-MX', 'PESOS')).toBe('1.5 millones de PESOS');
    expect(short(1_500_000, 'en', 'XQZ')).toBe('1.5 million XQZ');
    expect(short(1_500, 'es-MX', 'PESOS')).toBe('1,500 PESOS');
  });

  it('speaks Spanish where it has no words', () => {
    expect(short(12_345_678_901, 'nhe')).toBe('12.3 mil millones de pesos');
    expect(short(12_345_678_901, 'fr')).toBe('12.3 mil millones de pesos');
  });

  it('says n/d where there is no figure', () => {
    expect(formatMoneyShort(undefined, 'es-MX')).toEqual({ text: 'n/d' });
    expect(formatMoneyShort(NaN, 'en')).toEqual({ text: 'n/a' });
  });
});

describe('formatMoneyShort in mdp', () => {
  const mdp = (value: Figure, lang = 'es-MX', currency?: string) =>
    formatMoneyShort(value, lang, { style: 'mdp', currency });
  const abbr = { short: 'mdp', long: 'millones de pesos' };

  it('keeps to millions and explains itself', () => {
    expect(mdp(1_234_500_000)).toEqual({ text: '1,234.5 mdp', abbr });
    expect(mdp('-1234550000')).toEqual({ text: '-1,234.6 mdp', abbr });
    expect(mdp(999_950_000)).toEqual({ text: '1,000 mdp', abbr });
    expect(mdp(999_949_999)).toEqual({ text: '999.9 mdp', abbr });
    expect(mdp('9007199254740993050000')).toEqual({ text: '9,007,199,254,740,993.1 mdp', abbr });
    expect(mdp(0)).toEqual({ text: '0 mdp', abbr });
  });

  it('does not make nothing of a small amount', () => {
    expect(mdp(50_000)).toEqual({ text: '0.1 mdp', abbr });
    expect(mdp('49999.99')).toEqual({ text: '$49,999.99' });
    expect(mdp('-12')).toEqual({ text: '-$12' });
  });

  it('is words in English and in other currencies, in millions too', () => {
    expect(mdp(1_234_500_000, 'en')).toEqual({ text: '1,234.5 million pesos' });
    expect(mdp(1_234_500_000, 'es-MX', 'USD')).toEqual({
      text: '1,234.5 millones de dólares estadounidenses',
    });
  });
});
