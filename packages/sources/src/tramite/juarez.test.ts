import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseTramites } from './open-tramites.js';

const REAL_DATA =
  process.env['VENTANA_REAL_DATA'] ??
  fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const FILE = `${REAL_DATA}/tramites/juarez-nl-tramites.csv`;

/**
 * Judged by hand, row by row of the file (the header is row 1): what a reader of the cost column
 * would say it is. All rows not named are free of charge. One key occurs twice, so rows are named.
 */
const COSTS: Readonly<Record<number, string>> = {
  8: 'words', // SAMJ/07: refers to a law
  10: 'words', // DMJ/05: two amounts, by who it is for
  15: 'words', // DMJ/10: an amount a month, with a discount for siblings
  21: 'words', // SDEMJ/DFE-02: cheap or free, by course
  22: 'words', // SDEMJ/DFE-01: by package
  23: 'words', // SDEMJ/DFE-04: from an amount up, by the frame of the glasses
  29: '45 MXN', // DEMJ/02
  31: 'free', // SEMJ/08: none
  39: 'words', // SSMJ/04: "low"
  50: 'words', // DPSVDMJ/07: set by another office
  52: 'words', // DPSVDMJ/08: set by another office
  55: 'words', // DPSVDMJ/04: "low"
  56: 'words', // SSMJ/04 again: by the offence
};

/** Times judged by hand in the same way; all rows not named depend or have several parts: words. */
const SPANS: Readonly<Record<number, string>> = {
  ...Object.fromEntries([2, 3, 4, 5, 6].map((row) => [row, '1-3 business-day'])),
  8: '1-5 business-day',
  12: 'immediate',
  24: '2-2 month approx',
  28: '1-1 month approx',
  30: 'immediate',
  40: '1-1 hour approx',
  42: '20-20 minute approx',
  45: '30-30 minute',
  46: '1-1 hour',
  47: '45-45 minute',
  48: '1-1 hour',
  49: '15-15 minute',
  50: '45-45 minute',
  51: '5-8 business-day',
  52: '1-1 hour',
  53: '15-20 minute',
  55: '1-1 hour',
  57: '15-20 minute',
  58: '45-45 minute',
  59: '45-45 minute',
  60: '1-1 hour',
  61: '6-6 month',
  62: '30-30 minute',
  63: 'immediate',
};

describe.skipIf(!existsSync(FILE))(
  'the 62 real trámites of a municipality (skipped where the recorded answers are not at hand)',
  () => {
    const answer = {
      address: 'https://example.org/tramites.csv',
      bytes: existsSync(FILE) ? new Uint8Array(readFileSync(FILE)) : new Uint8Array(),
      contentType: 'text/csv',
      retrievedAt: 0,
    };
    const read = (): ReturnType<typeof parseTramites> => parseTramites(answer);

    it('shows all of them, none left out', () => {
      const { received, omitted, model } = read();
      expect([received, omitted, model.tramites.length]).toEqual([62, 0, 62]);
      expect(new Set(model.tramites.map(({ id }) => id)).size).toBe(62);
    });

    it('leaves no sign of the file’s own conventions in any text', () => {
      expect(JSON.stringify(read().model)).not.toMatch(/~~|\|\|/);
    });

    it('puts every cell of every row somewhere', () => {
      const squash = (text: string): string => text.replace(/[\s,~|"\\]+|\\n/g, '');
      const all = read().model.tramites.map((tramite) => squash(JSON.stringify(tramite)));
      const [header = [], ...rows] = rowsOf(new TextDecoder().decode(answer.bytes));
      rows.forEach((row, at) => {
        row.forEach((cell, column) => {
          const where = `row ${at + 2}, ${header[column] ?? ''}`;
          for (const item of cell.split('||')) expect(all[at], where).toContain(squash(item));
        });
      });
    });

    it('reads each cost as a reader would, or keeps it as written', () => {
      const found = read().model.tramites.map(({ cost }, at) => {
        const said =
          cost?.kind === 'amount' ? `${cost.value} ${cost.currency}` : (cost?.kind ?? 'none');
        return [at + 2, said];
      });
      expect(found).toEqual(found.map(([row]) => [row, COSTS[row as number] ?? 'free']));
    });

    it('reads each time as a reader would, or keeps it as written', () => {
      const found = read().model.tramites.map(({ duration }, at) => {
        if (duration?.kind !== 'span') return [at + 2, duration?.kind ?? 'none'];
        const { min, max, unit, approximate } = duration;
        return [at + 2, `${min}-${max} ${unit}${approximate ? ' approx' : ''}`];
      });
      const expected = (row: number): string => SPANS[row] ?? (row === 21 ? 'none' : 'words');
      expect(found).toEqual(found.map(([row]) => [row, expected(row as number)]));
    });

    it('shows an address that is none as text, never as a link', () => {
      for (const { url, urlVerbatim } of read().model.tramites) {
        expect(url).toBeUndefined();
        expect(urlVerbatim).toBeTruthy();
      }
    });
  },
);

/** The file has no quotes and no line breaks in cells: that is what its conventions are for. */
function rowsOf(text: string): string[][] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => line.split(','));
}
