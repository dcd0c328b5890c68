import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemPlace, problemSentence } from './problem-sentence.js';

const said = (code: string, found: string, language: 'es' | 'en' = 'es'): string =>
  problemSentence({ code, where: '/', found }, language, (text) => `[${text}]`);

describe('problemSentence', () => {
  it.each([
    ['bad-amount', 'por definir', 'la cifra «[por definir]» no se puede leer sin duda'],
    ['bad-date', '31/12', '«[31/12]» no es una fecha que se pueda leer sin duda'],
    ['bad-row', '5 cells', 'el renglón no tiene las mismas celdas que el encabezado'],
    ['missing-title', '', 'falta el título'],
    ['no-such-code', '', 'no-such-code'],
  ])('says %s of %j in plain words', (code, found, words) => {
    expect(said(code, found)).toContain(words);
  });

  it('says it in English', () => {
    expect(said('bad-amount', '$', 'en')).toBe(
      'the figure "[$]" cannot be read without doubt: it is in no sum.',
    );
  });

  it('takes no sign of the text for its own', () => {
    expect(said('bad-size', "$& $' {found}")).toBe("el tamaño «[$& $' {found}]» no se puede leer.");
  });

  it('has a sentence for every code that a reader of a format gives', () => {
    const codes = new Set<string>();
    for (const folder of ['../../sources/src/', './plan/']) {
      const root = new URL(folder, import.meta.url);
      for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
        const text = readFileSync(new URL(file, root), 'utf8');
        const given =
          /(?:\bcode: |\b(?:note|noteValue|trouble|add)\((?:\w+, )?|\b(?:addIf|oneOf|Groups)\([^,()]+, )'([a-z-]+)'/g;
        for (const [, code = ''] of text.matchAll(given)) codes.add(code);
      }
    }
    expect(codes.size).toBeGreaterThan(30);
    expect([...codes].filter((code) => said(code, 'x') === code)).toEqual([]);
  });
});

describe('problemPlace', () => {
  it.each([
    ['row 17, column TOTAL', 'renglón 17, columna TOTAL'],
    ['row 3/url', 'renglón 3/url'],
    ['page 2', 'página 2'],
    ['columns, pagado', 'columnas, pagado'],
    ['column Aprobado', 'columna Aprobado'],
    ['/resources/3/size', '/resources/3/size'],
    ['row of trees', 'row of trees'],
  ])('names %j', (where, place) => {
    expect(problemPlace({ code: 'x', where }, 'es')).toBe(place);
    expect(problemPlace({ code: 'x', where }, 'en')).toBe(where);
  });
});
