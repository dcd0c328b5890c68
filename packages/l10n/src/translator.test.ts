import { describe, expect, it, vi } from 'vitest';
import { createTranslator, defineMessages } from './index.js';

const messages = defineMessages('test-translator', {
  es: {
    title: 'Conjunto de datos',
    by: 'Publica {{who}}',
    rows_one: '{{count}} fila',
    rows_many: '{{count}} de filas',
    rows_other: '{{count}} filas',
    late_one: 'Atrasado un día desde {{date}}',
    late_many: 'Atrasado {{count}} de días desde {{date}}',
    late_other: 'Atrasado {{count}} días desde {{date}}',
  },
  en: {
    title: 'Dataset',
    by: 'Published by {{who}}',
    rows_one: '{{count}} row',
    rows_other: '{{count}} rows',
    late_one: 'One day late since {{date}}',
    late_other: '{{count}} days late since {{date}}',
  },
});

describe('createTranslator', () => {
  it('says es-MX and en, with their plurals, a million included', () => {
    const es = createTranslator(messages, 'es-MX');
    expect(es('title')).toBe('Conjunto de datos');
    expect([0, 1, 2, 1234, 1_000_000].map((count) => es('rows', { count }))).toEqual([
      '0 filas',
      '1 fila',
      '2 filas',
      '1,234 filas',
      '1,000,000 de filas',
    ]);
    expect(es('late', { count: 1, date: 'ayer' })).toBe('Atrasado un día desde ayer');
    const en = createTranslator(messages, 'en-GB');
    expect([0, 1, 1_000_000].map((count) => en('rows', { count }))).toEqual([
      '0 rows',
      '1 row',
      '1,000,000 rows',
    ]);
  });

  it('falls back to Spanish text by text and says so', () => {
    const fr = createTranslator(messages, 'fr');
    expect(fr.of('title')).toEqual({ text: 'Conjunto de datos', lang: 'es' });
    expect(fr.lang).toBe('es-MX');
    expect(createTranslator(messages, 'es-AR').of('title')).toEqual({ text: 'Conjunto de datos' });
    expect(createTranslator(messages, 'en').of('title')).toEqual({ text: 'Dataset' });
    expect(createTranslator(messages, 'en-GB').lang).toBe('en-GB');
  });

  it('is the same function for the same messages and language, however the tag is written', () => {
    expect(createTranslator(messages, 'es_mx')).toBe(createTranslator(messages, 'es-MX'));
    expect(createTranslator(messages, 'no es una lengua')).toBe(
      createTranslator(messages, 'es-MX'),
    );
  });

  it('puts a value in as it is: markup, placeholders and references in it are text', () => {
    const t = createTranslator(messages, 'es');
    for (const who of [
      '<b>INE</b> & "co"',
      '{{who}} {{title}}',
      '$t(title)',
      '{{- who}}',
      '$& $1',
      '',
    ]) {
      expect(t('by', { who })).toBe(`Publica ${who}`);
    }
  });

  it('shows no key and no placeholder even where the types were got round', () => {
    const t = createTranslator(messages, 'en') as unknown as (key: string) => string;
    expect([t('nothing.of.this'), t('constructor'), t('by')]).toEqual(['', '', 'Published by ']);
  });

  it('leaves nothing on the console', () => {
    const spies = (['log', 'info', 'warn', 'error'] as const).map((name) =>
      vi.spyOn(console, name),
    );
    createTranslator(messages, 'zap')('title');
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});

describe('the types', () => {
  it('refuse what would show a key or another language', () => {
    const t = createTranslator(messages, 'es');
    const neverRun = (): void => {
      // @ts-expect-error no such key
      t('titel');
      // @ts-expect-error the placeholder has no value
      t('by');
      // @ts-expect-error a misspelt parameter
      t('by', { whom: 'INE' });
      // @ts-expect-error a plural form is not a key
      t('rows_one', { count: 1 });
      // @ts-expect-error count chooses the form: it is a number
      t('rows', { count: '1' });
      // @ts-expect-error English lacks `b`
      defineMessages('x', { es: { a: 'a', b: 'b' }, en: { a: 'a' } });
      // @ts-expect-error English has a key that Spanish has not
      defineMessages('x', { es: { a: 'a' }, en: { a: 'a', b: 'b' } });
      // @ts-expect-error Spanish lacks n_many
      defineMessages('x', { es: { n_one: '1', n_other: '2' }, en: { n_one: '1', n_other: '2' } });
      defineMessages('x', {
        es: { n_one: '1', n_many: '3', n_other: '2' },
        // @ts-expect-error English has no _many
        en: { n_one: '1', n_many: '3', n_other: '2' },
      });
    };
    expect(neverRun).toBeTypeOf('function');
  });
});
