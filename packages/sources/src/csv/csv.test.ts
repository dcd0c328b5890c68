import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvReader, detectDelimiter, eachCsvRow, parseCsvRows } from './csv.js';

describe('parseCsvRows', () => {
  it('reads quotes, doubled quotes, delimiters and line ends inside quotes', () => {
    expect(parseCsvRows('a,"b, ""c""","d\r\ne"\r\n1,2,3')).toEqual([
      ['a', 'b, "c"', 'd\r\ne'],
      ['1', '2', '3'],
    ]);
  });

  it('reads CRLF, CR and LF, drops the BOM and empty lines, keeps blank cells', () => {
    expect(parseCsvRows('\ufeffa,b,,\r\n\r\n1,2,,\r3,4,,\n\n')).toEqual([
      ['a', 'b', '', ''],
      ['1', '2', '', ''],
      ['3', '4', '', ''],
    ]);
  });

  it.each([
    ['a,b\n1,"x;y;z"', ','],
    ['a;b\n1,5;2,5\n3,5;4,5', ';'],
    ['a\tb\n1,2\t3,4', '\t'],
    ['a|b|c\n1,0|2|3', '|'],
    ['only\nwords', ','],
    ['', ','],
    ['Título; con punto y coma\nramo,monto\n1,2\n3,4', ','],
  ])('detects the delimiter of %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it("obeys Excel's sep= line and a delimiter handed in", () => {
    expect(parseCsvRows('sep=;\r\na,b;c')).toEqual([['a,b', 'c']]);
    expect(parseCsvRows('a,b;c', { delimiter: ';' })).toEqual([['a,b', 'c']]);
  });

  it('keeps the rows after a quote that is never closed', () => {
    expect(parseCsvRows('a,b\n"x,1\ny,2')).toEqual([
      ['a', 'b'],
      ['"x', '1'],
      ['y', '2'],
    ]);
  });

  it('keeps what follows a closing quote', () => {
    expect(parseCsvRows('"a" b,"c"\n')).toEqual([['a b', 'c']]);
  });

  it('gives back every row that was written', () => {
    const cell = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }),
        (rows) => {
          const text = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          expect(parseCsvRows(text, { delimiter: ',' })).toEqual(rows);
        },
      ),
    );
  });

  it('reads text in pieces as it reads it whole, wherever it is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', 'é') });
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 5 })), (whole, cuts) => {
        const pieces: string[] = [];
        let at = 0;
        for (const cut of cuts) pieces.push(whole.slice(at, (at += cut)));
        pieces.push(whole.slice(at));
        const next = csvReader(() => pieces.shift(), { delimiter: ',' });
        const rows: string[][] = [];
        for (let row = next(); row; row = next()) rows.push(row);
        expect(rows).toEqual(parseCsvRows(whole, { delimiter: ',' }));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseCsvRows(text)));
  });
});

describe('eachCsvRow', () => {
  const text = Array.from({ length: 5000 }, (_, row) => `${row},"x, ${row}",`).join('\n');

  it('hands on the same rows in slices', async () => {
    const rows: string[][] = [];
    await eachCsvRow(text, (row) => void rows.push(row), { sliceMs: 0 });
    expect(rows).toEqual(parseCsvRows(text));
  });

  it('stops when told to, and when aborted', async () => {
    let seen = 0;
    await eachCsvRow(text, () => ++seen < 10);
    expect(seen).toBe(10);
    const controller = new AbortController();
    const reading = eachCsvRow(text, () => controller.abort(), {
      sliceMs: 0,
      signal: controller.signal,
    });
    await expect(reading).rejects.toThrow();
  });
});
