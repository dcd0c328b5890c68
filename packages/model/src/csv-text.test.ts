import { describe, expect, it } from 'vitest';
import { toCsvText } from './csv-text.js';

const cell = (text: string): string => toCsvText([[text]], { bom: false }).slice(0, -2);

describe('toCsvText', () => {
  it('starts with a BOM, separates with commas and ends each row with CRLF', () => {
    expect(
      toCsvText([
        ['Número', 'Título'],
        ['1', 'Acceso'],
      ]),
    ).toBe('\uFEFFNúmero,Título\r\n1,Acceso\r\n');
  });

  it('quotes a cell that holds a comma, a quote or a line break, and doubles its quotes', () => {
    expect(cell('a,b')).toBe('"a,b"');
    expect(cell('dijo "sí"')).toBe('"dijo ""sí"""');
    expect(cell('uno\ndos')).toBe('"uno\ndos"');
  });

  it.each(['=1+1', '+52 55', '-2+3', '@SUM(A1)', "=cmd|' /C calc'!A0", ' =1', '\uFF1D1', '- no'])(
    'disarms %j',
    (text) => {
      expect(cell(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('disarms a cell that begins with a tab or a carriage return', () => {
    expect(cell('\t=1')).toBe(`"'\t=1"`);
    expect(cell('\r=1')).toBe(`"'\r=1"`);
  });

  it('leaves a plain negative number a number', () => {
    expect(cell('-1234.50')).toBe('-1234.50');
    expect(cell('-0')).toBe('-0');
  });

  it('writes nothing for no rows', () => {
    expect(toCsvText([])).toBe('');
  });
});
