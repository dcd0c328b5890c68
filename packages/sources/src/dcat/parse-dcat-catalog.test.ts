import { describe, expect, it } from 'vitest';
import { SourceError } from '../transport/source-error.js';
import { adela, address, graph } from './dcat.fixtures.js';
import { parseDcatCatalog } from './parse-dcat-catalog.js';

describe('parseDcatCatalog', () => {
  it("reads ADELA's dataset with its licence, span, claim of stars and period", () => {
    const { model } = parseDcatCatalog(adela, { address, dataset: 'rutas' });
    const license = { url: 'http://datos.gob.mx/libreusomx/' };
    expect(model).toEqual({
      id: 'rutas',
      title: 'Rutas (datos de ejemplo)',
      description: 'Rutas de transporte.',
      publisher: 'Instituto de Movilidad de Ejemplo',
      contact: { address: 'mailto:datos@ejemplo.gob.mx' },
      landingPage: 'https://www.ejemplo.gob.mx/rutas',
      license,
      modified: '2026-03-01',
      frequency: { verbatim: 'R/P1M' },
      temporal: { start: '2013-01-01', end: '2013-12-31' },
      keywords: ['rutas', 'transporte'],
      themes: [],
      languages: ['es'],
      claimedStars: 3,
      isPrivate: false,
      resources: [
        {
          id: '7',
          title: 'Rutas 2013',
          mediaType: 'text/csv',
          url: 'https://www.ejemplo.gob.mx/rutas-2013.csv',
          size: 12345,
          license,
        },
      ],
    });
  });

  it('keeps a malformed date as it is written, and guesses no day', () => {
    const { model, problems } = parseDcatCatalog(adela, { address, dataset: 'paradas' });
    expect(model).toMatchObject({
      modifiedVerbatim: '01/03/2026',
      temporal: { start: '2014-01-01', end: '2014-06-30' },
    });
    expect(model).not.toHaveProperty('modified');
    expect(model).not.toHaveProperty('publisher');
    expect(model).not.toHaveProperty('landingPage');
    expect(problems).toContainEqual({ code: 'bad-date', where: '/modified', found: '01/03/2026' });
  });

  it.each([
    [{ start: '2010', end: '2015' }, { verbatim: '2010 – 2015' }],
    [{ start: '2010-05', end: '2015-12-31' }, { verbatim: '2010-05 – 2015-12-31' }],
    [[{ startDate: '2014-01-01' }], { start: '2014-01-01' }],
    [
      [
        { startDate: '2014', endDate: '2015' },
        { startDate: '2017', endDate: '2018' },
      ],
      { verbatim: '2014 – 2015; 2017 – 2018' },
    ],
    ['2010/2015', { verbatim: '2010/2015' }],
    ['2014-01-01', { start: '2014-01-01', verbatim: '2014-01-01' }],
  ])('reads the period %o, or keeps it as it is written', (temporal, expected) => {
    const dataset = { ...adela.dataset[0], temporal };
    expect(parseDcatCatalog(dataset, { address }).model.temporal).toEqual(expected);
  });

  it('takes the first address that is one: a list, a number, a relative one', () => {
    const reading = parseDcatCatalog(adela, { address, dataset: 'paradas' });
    expect(reading).toMatchObject({ received: 3, omitted: 1 });
    expect(reading.model.resources.map(({ url }) => url)).toEqual([
      'https://datos.ejemplo.gob.mx/imov/paradas.csv',
      'https://www.ejemplo.gob.mx/paradas',
    ]);
  });

  it('finds a dataset by id too, and the only one without asking', () => {
    expect(parseDcatCatalog(adela, { address, dataset: '41' }).model.id).toBe('rutas');
    const one = { ...adela, dataset: [adela.dataset[1]] };
    expect(parseDcatCatalog(one, { address }).model.id).toBe('paradas');
  });

  it('reads one dataset on its own', () => {
    expect(parseDcatCatalog(adela.dataset[0], { address }).model.id).toBe('rutas');
  });

  it('reads a JSON-LD graph with its references', () => {
    expect(parseDcatCatalog(graph, { address }).model).toMatchObject({
      id: 'urn:uno',
      title: { es: 'Uno', en: 'One' },
      publisher: 'Publicador de ejemplo',
      license: { url: 'https://creativecommons.org/licenses/by/4.0/' },
      modified: '2026-01-02',
      frequency: { verbatim: 'http://publications.europa.eu/resource/authority/frequency/MONTHLY' },
      resources: [{ url: 'https://datos.ejemplo.gob.mx/uno.csv' }],
    });
  });

  it.each([
    ['public', false],
    ['non-public', true],
    ['privado', true],
    ['Acceso restringido', true],
    ['reservada', true],
    ['confidencial', true],
    ['público', false],
    ['sin restricciones', undefined],
    ['restricted public', true],
    ['http://publications.europa.eu/resource/authority/access-right/PUBLIC', false],
    ['otra cosa', undefined],
  ])('reads the access level %s', (accessLevel, isPrivate) => {
    const dataset = { ...adela.dataset[0], public: null };
    expect(parseDcatCatalog({ ...dataset, accessLevel }, { address }).model.isPrivate).toBe(
      isPrivate,
    );
  });

  it("does not give a dataset its catalogue's licence, nor one file's licence to all", () => {
    const [first] = adela.dataset;
    const bare = { ...first, distribution: [...(first?.distribution ?? []), { title: 'otra' }] };
    expect(parseDcatCatalog({ ...adela, dataset: [bare] }, { address }).model).not.toHaveProperty(
      'license',
    );
  });

  it('takes one licence of all files, written in two ways, for that of the dataset', () => {
    const [first] = adela.dataset;
    const licensed = (...licenses: readonly (string | undefined)[]) => {
      const distribution = licenses.map((license) => ({ title: 'a', license }));
      return parseDcatCatalog({ ...first, distribution }, { address }).model.license;
    };
    expect(licensed('CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/')).toEqual({
      title: 'CC-BY-4.0',
    });
    expect(licensed('CC-BY-4.0', 'CC0')).toBeUndefined();
    expect(licensed('CC-BY-4.0', undefined)).toBeUndefined();
    expect(licensed('Propia', 'Otra propia')).toBeUndefined();
  });

  it('counts an entry that is no dataset, which may be the one meant', () => {
    const one = { ...adela, dataset: [5, { ...adela.dataset[0], distribution: [] }] };
    expect(parseDcatCatalog(one, { address })).toMatchObject({ received: 1, omitted: 1 });
    expect(parseDcatCatalog(one, { address, dataset: 'rutas' })).toMatchObject({ omitted: 0 });
  });

  it('finds a catalogue with no datasets empty', () => {
    expect(parseDcatCatalog({ ...adela, dataset: [] }, { address })).toMatchObject({ empty: true });
  });

  it('says which dataset it does not find, and asks to choose among several', () => {
    expect(() => parseDcatCatalog(adela, { address, dataset: 'no-existe' })).toThrow(
      expect.objectContaining({
        kind: 'not-found',
        message: expect.stringContaining('"no-existe"'),
      }),
    );
    expect(() => parseDcatCatalog(adela, { address })).toThrow(
      expect.objectContaining({ reason: 'not-chosen' }),
    );
    expect(() => parseDcatCatalog({ ...adela, dataset: [null, 3] }, { address })).toThrow(
      SourceError,
    );
  });
});
