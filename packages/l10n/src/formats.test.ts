import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from './formats.fixtures.js';
import {
  collator,
  foldAccents,
  formatBytes,
  formatCivilDate,
  formatCount,
  formatDecimal,
  formatDuration,
  formatInstant,
  formatList,
  formatMoney,
  formatMoneyShort,
  formatPercent,
  formatRelativeDays,
} from './index.js';

describe('numbers', () => {
  it('are grouped as in Mexico, also where Intl has no data', () => {
    for (const lang of [
      'es',
      'es-MX',
      'en',
      'nhe',
      'yua',
      'tzo',
      'tzh',
      'zap',
      'es-x-pseudo',
      'not a tag!',
    ]) {
      expect(formatCount(1_234_567, lang)).toBe('1,234,567');
      expect(formatDecimal('1234.567', lang)).toBe('1,234.57');
      expect(plain(formatPercent(0.4567, lang))).toBe('45.7%');
    }
  });

  it('are exact at any size', () => {
    expect(formatCount(2n ** 64n, 'es-MX')).toBe('18,446,744,073,709,551,616');
    expect(formatDecimal('9007199254740993.15', 'es-MX')).toBe('9,007,199,254,740,993.15');
    expect(formatDecimal('1.23456', 'en', { fraction: 4 })).toBe('1.2346');
  });

  it('have no sign where they round to nothing', () => {
    expect([
      formatDecimal('-0.001', 'es'),
      formatCount(-0, 'es'),
      formatPercent(-0.00001, 'es'),
    ]).toEqual(['0', '0', '0%']);
  });

  it('say n/d where there is none', () => {
    expect([
      formatCount(NaN, 'es'),
      formatDecimal(undefined, 'es'),
      formatPercent(0 / 0, 'es'),
    ]).toEqual(Array(3).fill('n/d'));
    expect(formatPercent(undefined, 'en')).toBe('n/a');
  });
});

describe('formatCivilDate', () => {
  it('names the day in Spanish and in English', () => {
    const styles = ['long', 'medium'] as const;
    const all = (lang: string) => styles.map((style) => formatCivilDate('2026-03-01', lang, style));
    expect(all('es')).toEqual(['1 de marzo de 2026', '1 mar 2026']);
    expect(all('en')).toEqual(['March 1, 2026', 'Mar 1, 2026']);
  });

  it('is the day that was written, in any time zone and century', () => {
    const zone = process.env['TZ'];
    try {
      for (const TZ of ['America/Mexico_City', 'Pacific/Kiritimati', 'UTC']) {
        process.env['TZ'] = TZ;
        expect(formatCivilDate('2026-03-01', 'es-MX')).toBe('1 de marzo de 2026');
        expect(formatCivilDate('1521-08-13', 'es-MX')).toBe('13 de agosto de 1521');
        expect(formatCivilDate('0050-01-01', 'es-MX')).toBe('1 de enero de 50');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('is what Intl writes, for every month', () => {
    for (let month = 1; month <= 12; month++) {
      const date = `2024-${String(month).padStart(2, '0')}-09`;
      for (const [lang, intl] of [
        ['es', 'es-MX'],
        ['en', 'en-US'],
      ] as const) {
        for (const style of ['long', 'medium'] as const) {
          const told = new Intl.DateTimeFormat(intl, { dateStyle: style, timeZone: 'UTC' });
          expect(formatCivilDate(date, lang, style)).toBe(told.format(new Date(date)));
        }
      }
    }
  });

  it('leaves what is no day to the caller', () => {
    for (const date of [
      undefined,
      '',
      '2026-02-30',
      '01/03/2026',
      '2026-03',
      '2026-03-01T00:00:00Z',
    ]) {
      expect(formatCivilDate(date, 'es-MX')).toBeUndefined();
    }
  });
});

describe('a language that the browser has no data for', () => {
  it('is written as in Mexico, whatever the browser speaks', () => {
    for (const lang of ['nhe', 'yua', 'tzo', 'tzh', 'mix', 'zap', 'oto']) {
      expect(formatCivilDate('2026-03-01', lang)).toBe('1 de marzo de 2026');
      expect(formatRelativeDays(-43, lang)).toBe('hace 43 días');
      expect(formatList(['a', 'b'], lang)).toBe('a y b');
    }
  });
});

describe('formatInstant', () => {
  it('says date and hour where the reader is, as Intl does', () => {
    const zone = process.env['TZ'];
    try {
      for (const TZ of ['America/Mexico_City', 'Pacific/Kiritimati', 'UTC']) {
        process.env['TZ'] = TZ;
        for (let ms = Date.UTC(1999, 11, 31, 3, 5); ms < Date.UTC(2031); ms += 7.03e8) {
          for (const [lang, intl] of [
            ['es', 'es-MX'],
            ['en', 'en-US'],
          ] as const) {
            const told = new Intl.DateTimeFormat(intl, { dateStyle: 'long', timeStyle: 'short' });
            expect(formatInstant(ms, lang)).toBe(plain(told.format(ms)));
          }
        }
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('is in the language of the words around it', () => {
    expect(formatInstant(0, 'fr')).toBe(formatInstant(0, 'es'));
    expect(formatInstant(0, 'en-GB')).toBe(formatInstant(0, 'en'));
  });

  it('says nothing of no moment', () => {
    expect([undefined, NaN, 9e15].map((ms) => formatInstant(ms, 'es-MX'))).toEqual(
      Array(3).fill(undefined),
    );
  });
});

describe('days', () => {
  it('are told relative to today', () => {
    const told = (lang: string) =>
      [-43, -1, 0, 1, 3, -59, -60, -400, -729, -730, 3650].map((days) =>
        formatRelativeDays(days, lang),
      );
    expect(told('es-MX')).toEqual([
      'hace 43 días',
      'ayer',
      'hoy',
      'mañana',
      'dentro de 3 días',
      'hace 59 días',
      'hace 2 meses',
      'hace 13 meses',
      'hace 24 meses',
      'hace 2 años',
      'dentro de 10 años',
    ]);
    expect(told('en').slice(0, 7)).toEqual([
      '43 days ago',
      'yesterday',
      'today',
      'tomorrow',
      'in 3 days',
      '59 days ago',
      '2 months ago',
    ]);
    expect(formatRelativeDays(-0.9, 'es')).toBe('hoy');
  });

  it('are counted', () => {
    expect([0, 1, 43, 12_000].map((days) => formatDuration(days, 'es'))).toEqual([
      '0 días',
      '1 día',
      '43 días',
      '12,000 días',
    ]);
    expect([1, 43].map((days) => formatDuration(days, 'en'))).toEqual(['1 day', '43 days']);
  });

  it('are n/d where unknown', () => {
    expect([formatRelativeDays(NaN, 'es'), formatDuration(undefined, 'es')]).toEqual([
      'n/d',
      'n/d',
    ]);
  });
});

describe('formatBytes', () => {
  it('uses decimal units and never a thousand of one', () => {
    const sizes = [0, 1, 999, 1000, 1250, 999_949, 999_950, 12_900_000, 3_200_000_000, 1e15, 1e20];
    expect(sizes.map((size) => plain(formatBytes(size, 'es-MX')))).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '1.3 kB',
      '999.9 kB',
      '1 MB',
      '12.9 MB',
      '3.2 GB',
      '1 PB',
      '100,000 PB',
    ]);
    expect(sizes.slice(0, 5).map((size) => plain(formatBytes(size, 'en')))).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '1.3 kB',
    ]);
  });

  it('has nothing to say of no size', () => {
    expect([undefined, NaN, -1, Infinity].map((size) => formatBytes(size, 'es'))).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('lists, order and search', () => {
  it('join as the language does', () => {
    expect(formatList(['CSV', 'JSON', 'XML'], 'es')).toBe('CSV, JSON y XML');
    expect(formatList(['padres', 'hijos'], 'es-MX')).toBe('padres e hijos');
    expect(formatList(['CSV', 'JSON', 'XML'], 'en')).toBe('CSV, JSON, and XML');
    expect(formatList([], 'es')).toBe('');
  });

  it('sort as a Mexican directory does', () => {
    const names = ['ñandú', 'Anexo 10', 'nuez', 'Árbol', 'anexo 2', 'oso', 'arbusto'];
    expect(names.sort(collator('es').compare)).toEqual([
      'anexo 2',
      'Anexo 10',
      'Árbol',
      'arbusto',
      'nuez',
      'ñandú',
      'oso',
    ]);
    expect(['Zócalo', 'época'].sort(collator('en').compare)).toEqual(['época', 'Zócalo']);
  });

  it('fold what people type without accents', () => {
    expect(foldAccents('Trámite: PINGÜINO, Núñez, İzmir')).toBe('tramite: pinguino, nunez, izmir');
  });
});

describe('every format', () => {
  it('prints what Intl prints, whoever prints it', () => {
    // Decimals as people write them: Intl rounds the digits that are written, not the binary beneath.
    const written = fc
      .tuple(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: 0, max: 9 }))
      .map(([digits, places]) => Number(`${digits}e-${places}`));
    const share = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    const value = fc.oneof(written, fc.maxSafeInteger(), share, fc.constantFrom(1e21, 1e89, 1e-7));
    const digits = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(value, digits, fc.constantFrom('es-MX', 'en-US'), (number, fraction, lang) => {
        fc.pre(number === 0 || Math.abs(number) > 1e-90);
        const options = { maximumFractionDigits: fraction, signDisplay: 'negative' } as const;
        const intl = new Intl.NumberFormat(lang, options);
        expect(formatDecimal(number, lang, { fraction })).toBe(intl.format(number));
        const percent = new Intl.NumberFormat(lang, { ...options, style: 'percent' });
        expect(formatPercent(number, lang, { digits: fraction })).toBe(percent.format(number));
        const pesos = new Intl.NumberFormat(lang, {
          style: 'currency',
          currency: 'MXN',
          currencyDisplay: 'narrowSymbol',
          signDisplay: 'negative',
        });
        expect(formatMoney(number, lang, { cents: 'always' }).replace(' MXN', '')).toBe(
          pesos.format(number),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('takes any value and any language, and never shows the machine', () => {
    const value = fc.oneof(fc.anything(), fc.double(), fc.bigInt(), fc.string(), fc.integer());
    const lang = fc.oneof(fc.constantFrom('es-MX', 'en', 'nhe', 'ar', 'de-CH'), fc.string());
    fc.assert(
      fc.property(value, lang, fc.string(), (anything, language, word) => {
        // What arrives from data is not always what its type says.
        const given = anything as never;
        const figures = [
          formatCount(given, language),
          formatDecimal(given, language),
          formatPercent(given, language),
          formatMoney(given, language),
          formatMoneyShort(given, language).text,
          formatMoneyShort(given, language, { style: 'mdp' }).text,
          formatCivilDate(given, language),
          formatInstant(given, language),
          formatRelativeDays(given, language),
          formatDuration(given, language),
          formatBytes(given, language),
        ];
        for (const text of figures) {
          if (text !== undefined)
            expect(text).not.toMatch(/NaN|undefined|null|Invalid|Infinity|∞|\[object/);
        }
        formatMoney(given, language, { currency: word });
        formatMoneyShort(given, language, { currency: word });
        formatList([word, given], language);
        collator(language).compare(word, word);
        foldAccents(word);
      }),
      { numRuns: 500 },
    );
  });
});
