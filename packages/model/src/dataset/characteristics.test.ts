import { describe, expect, it } from 'vitest';
import { judgeCharacteristics } from './characteristics.js';
import type { Dataset } from './dataset.js';

const today = '2026-11-22';

/** Datos de ejemplo. */
const good: Dataset = {
  title: 'Rutas del transporte público (datos de ejemplo)',
  publisher: 'Instituto de Movilidad de Ejemplo',
  license: { title: 'Libre Uso MX' },
  modified: '2026-11-01',
  frequency: { verbatim: 'mensual' },
  keywords: [],
  themes: [],
  languages: [],
  resources: [
    { format: 'csv', url: 'https://datos.example.org/rutas.csv' },
    { format: 'PDF', url: 'https://datos.example.org/diccionario.pdf' },
  ],
  isPrivate: false,
  state: 'active',
};

const judge = (changes: Partial<Dataset>, omit: readonly (keyof Dataset)[] = []) => {
  const dataset: Dataset = { ...good, ...changes };
  const kept = Object.fromEntries(
    Object.entries(dataset).filter(([key]) => !omit.includes(key as keyof Dataset)),
  ) as unknown as Dataset;
  return Object.fromEntries(judgeCharacteristics(kept, { today }).map((item) => [item.id, item]));
};

describe('judgeCharacteristics', () => {
  it('finds all five in a dataset that has them, with no remedy', () => {
    const items = judgeCharacteristics(good, { today });
    expect(items.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['public-and-free', 'yes'],
      ['reachable-online', 'yes'],
      ['open-formats', 'yes'],
      ['clear-license', 'yes'],
      ['primary-and-timely', 'yes'],
    ]);
    expect(items.some((item) => 'remedy' in item)).toBe(false);
  });

  it('rests each answer on what was found', () => {
    const items = judge({});
    expect(items['reachable-online']?.evidence).toEqual([{ field: 'addresses', value: 2, of: 2 }]);
    expect(items['open-formats']?.evidence).toEqual([{ field: 'formats', value: ['CSV'] }]);
    expect(items['clear-license']?.evidence).toEqual([{ field: 'license', value: 'Libre Uso MX' }]);
    expect(items['primary-and-timely']?.evidence).toEqual([
      { field: 'publisher', value: 'Instituto de Movilidad de Ejemplo' },
      { field: 'modified', value: '2026-11-01' },
      { field: 'frequency', value: 'mensual' },
      { field: 'due', value: '2026-12-01' },
    ]);
  });

  it('guesses nothing of what a description leaves out', () => {
    const items = judge({ resources: [{ url: 'https://datos.example.org/bajar?id=1' }] }, [
      'license',
      'frequency',
      'isPrivate',
    ]);
    expect(Object.values(items).map(({ verdict, remedy }) => [verdict, remedy])).toEqual([
      ['cant-tell', 'declare-license'],
      ['yes', undefined],
      ['cant-tell', 'declare-format'],
      ['cant-tell', 'declare-license'],
      ['cant-tell', 'declare-frequency'],
    ]);
  });

  it.each([
    ['public-and-free', { isPrivate: true }, 'no', 'make-public'],
    ['public-and-free', { state: 'deleted' }, 'no', 'make-public'],
    ['public-and-free', { state: 'Jalisco' }, 'yes', undefined],
    ['public-and-free', { license: { id: 'cc-nc' } }, 'cant-tell', 'open-license'],
    ['reachable-online', { resources: [] }, 'no', 'add-resources'],
    ['reachable-online', { resources: [{ format: 'csv' }] }, 'no', 'add-addresses'],
    ['open-formats', { resources: [{ format: 'XLS' }, { format: 'PDF' }] }, 'no', 'open-format'],
    ['open-formats', { resources: [{ format: 'XLS' }, {}] }, 'cant-tell', 'declare-format'],
    ['open-formats', { resources: [] }, 'cant-tell', 'add-resources'],
    ['clear-license', { license: { id: 'notspecified' } }, 'no', 'declare-license'],
    ['clear-license', { license: { id: 'cc-by-nd' } }, 'no', 'open-license'],
    ['clear-license', { license: { title: 'Propia' } }, 'cant-tell', 'known-license'],
    ['primary-and-timely', { modified: '2020-01-01' }, 'no', 'update-data'],
    ['primary-and-timely', { modified: '2030-01-01' }, 'cant-tell', 'correct-date'],
    ['primary-and-timely', { frequency: { verbatim: 'eventual' } }, 'cant-tell', undefined],
  ] as const)('%s of %o: %s, remedy %s', (id, changes, verdict, remedy) => {
    expect([judge(changes)[id]?.verdict, judge(changes)[id]?.remedy]).toEqual([verdict, remedy]);
  });

  it('rests a private dataset on what its description says, and no more', () => {
    expect(judge({ isPrivate: true })['public-and-free']?.evidence).toEqual([
      { field: 'private', value: true },
    ]);
    expect(judge({ isPrivate: true, state: 'draft' })['public-and-free']?.evidence).toEqual([
      { field: 'private', value: true },
      { field: 'state', value: 'draft' },
    ]);
  });

  it('asks who publishes before it calls data primary', () => {
    expect(judge({}, ['publisher'])['primary-and-timely']).toMatchObject({
      verdict: 'cant-tell',
      remedy: 'name-publisher',
    });
  });

  it.each([
    ['broken', 'no'],
    ['unreachable', 'cant-tell'],
    ['unreadable', 'yes'],
    ['ok', 'yes'],
  ] as const)('with a link that is %s, reachable: %s', (state, verdict) => {
    const links = new Map([['https://datos.example.org/rutas.csv', state]]);
    expect(judgeCharacteristics(good, { today, links })[1]?.verdict).toBe(verdict);
  });

  it('counts broken links where links were asked, and not the unreadable ones', () => {
    const links = new Map([
      ['https://datos.example.org/rutas.csv', 'broken'],
      ['https://datos.example.org/diccionario.pdf', 'unreadable'],
    ] as const);
    expect(judgeCharacteristics(good, { today, links })[1]).toEqual({
      id: 'reachable-online',
      verdict: 'no',
      evidence: [
        { field: 'addresses', value: 2, of: 2 },
        { field: 'broken-links', value: 1, of: 2 },
      ],
      remedy: 'fix-links',
    });
  });

  it('says how many links nobody answered, which proves nothing', () => {
    const links = new Map([['https://datos.example.org/rutas.csv', 'unreachable']] as const);
    expect(judgeCharacteristics(good, { today, links })[1]).toEqual({
      id: 'reachable-online',
      verdict: 'cant-tell',
      evidence: [
        { field: 'addresses', value: 2, of: 2 },
        { field: 'unanswered-links', value: 1, of: 2 },
      ],
      remedy: 'fix-links',
    });
  });
});
