import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount, type AmountOptions } from './amount.js';

const read = (text: unknown, options?: AmountOptions): string => {
  const amount = parseAmount(text, options);
  if (amount.kind !== 'amount') return amount.kind;
  return amount.currency ? `${amount.value} ${amount.currency}` : amount.value;
};

describe('parseAmount', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['007', '7'],
    ['1234.5', '1234.5'],
    ['1,234.50', '1234.5'],
    ['1,234', '1234'],
    ['12,345,678,901,234,567.89', '12345678901234567.89'],
    ['$1,234.00 M.N.', '1234 MXN'],
    ['$ 1,234.00 MN', '1234 MXN'],
    ['MXN 1,500', '1500 MXN'],
    ['1500 pesos', '1500 MXN'],
    ['$1,500.00 USD', '1500 USD'],
    ['US$20', '20 USD'],
    ['€ 1.234,50', '1234.5 EUR'],
    ['1.234,50', '1234.5'],
    ['1.234.567', '1234567'],
    ['1 234', '1234'],
    ['1\u2009234\u202f567,5', '1234567.5'],
    ['1\u00a0234.50', '1234.5'],
    ["1'234,567.00", '1234567'],
    ['0.011595', '0.011595'],
    ['0.125', '0.125'],
    ['.50', '0.5'],
    ['1651777.889', '1651777.889'],
    ['1.5E+9', '1500000000'],
    ['25e-2', '0.25'],
    [0.1, '0.1'],
    [-3, '-3'],
  ])('reads %j as %s', (text, value) => expect(read(text)).toBe(value));

  it('reads a bigint', () => expect(read(9007199254740993n)).toBe('9007199254740993'));

  it.each([
    '-8,660',
    '-8,660 ',
    '8,660-',
    '(8,660)',
    '($8,660.00)',
    '$-8,660',
    '\u22128 660',
    '-$8,660',
  ])('reads %j as negative', (text) => expect(read(text)).toBe('-8660'));

  it.each(['', '  ', '\u00a0', null, undefined, '-', ' -   ', '$ -'])(
    'finds no amount in %j',
    (text) => expect(read(text)).toBe('none'),
  );

  it('takes a lone dash for zero where accountants wrote it', () => {
    expect(read(' -   ', { dash: 'zero' })).toBe('0');
    expect(read('$ -', { dash: 'zero' })).toBe('0');
    expect(read('', { dash: 'zero' })).toBe('none');
  });

  it.each([
    '1.234',
    '12,5',
    '1234,50',
    '12,34,567',
    '1,23',
    '1.2.3',
    '5 %',
    '1.5 millones',
    '10 UMA',
    'Gratuito',
    'de $100 a $200',
    '€ 5 USD',
    '--5',
    '-5-',
    '(-5)',
    '(5',
    '5+',
    '1e999999',
    '01/03/2026',
    'NaN',
    'Infinity',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    [],
    { toString: 1 },
    '9'.repeat(200),
  ])('keeps %j verbatim', (text) => {
    const amount = parseAmount(text);
    expect(amount.kind).toBe('unreadable');
    if (typeof text === 'string') expect(amount).toEqual({ kind: 'unreadable', verbatim: text });
  });

  it('reads an ambiguous mark once the column has shown which one it is', () => {
    expect(read('1.234', { decimal: '.' })).toBe('1.234');
    expect(read('1.234', { decimal: ',' })).toBe('1234');
    expect(read('12,5', { decimal: ',' })).toBe('12.5');
    expect(read('1,234', { decimal: ',' })).toBe('1.234');
    expect(read('1.234,50', { decimal: '.' })).toBe('unreadable');
  });

  it('never throws, and gives back plain decimals unchanged', () => {
    fc.assert(fc.property(fc.anything(), (value) => void parseAmount(value)));
    fc.assert(fc.property(fc.string(), (value) => void parseAmount(value, { decimal: ',' })));
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (value) => {
        expect(read(value.toString())).toBe(value.toString());
        const grouped = value.toLocaleString('en-US');
        expect(read(grouped)).toBe(value.toString());
      }),
    );
  });
});
