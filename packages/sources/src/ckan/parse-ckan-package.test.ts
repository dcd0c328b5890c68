import { describe, expect, it } from 'vitest';
import { SourceError } from '../transport/source-error.js';
import { address, packageSearch, packageShow } from './ckan.fixtures.js';
import { parseCkanPackage } from './parse-ckan-package.js';

const caught = (raw: unknown, dataset?: string): SourceError => {
  try {
    parseCkanPackage(raw, { address, dataset });
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error('expected a SourceError');
};

describe('parseCkanPackage', () => {
  it('reads a package as its publisher described it', () => {
    const { model } = parseCkanPackage(packageShow, { address });
    expect(model).toMatchObject({
      id: '0f2c5e9a-1111-4222-8333-444455556666',
      title: { es: 'Rutas de transporte (datos de ejemplo)', en: 'Bus routes (sample data)' },
      description: 'Rutas y horarios.\n\nSe publican <b>cada mes</b>.',
      publisher: 'Instituto de Movilidad de Ejemplo',
      contact: { name: 'Área de Datos', address: 'mailto:datos@ejemplo.gob.mx' },
      landingPage: 'https://datos.ejemplo.gob.mx/busca/dataset/rutas-de-transporte',
      license: {
        id: 'cc-by',
        title: 'Creative Commons Atribución 4.0',
        url: 'https://creativecommons.org/licenses/by/4.0/',
        claimedOpen: true,
      },
      metadataModified: '2026-03-02',
      issued: '2025-01-10',
      frequency: { verbatim: 'mensual' },
      temporal: { start: '2025-01-01', end: '2025-12-31' },
      keywords: ['rutas', 'autobús'],
      themes: ['Movilidad'],
      languages: ['spa'],
      isPrivate: false,
      state: 'active',
    });
    expect(model).not.toHaveProperty('spatial');
  });

  it('reads resources, counts the unreadable and says what is wrong with the rest', () => {
    const reading = parseCkanPackage(packageShow, { address });
    expect(reading).toMatchObject({ received: 4, omitted: 1 });
    expect(reading.model.resources).toEqual([
      {
        id: 'r1',
        title: 'Rutas',
        format: 'zip+csv',
        url: 'https://datos.ejemplo.gob.mx/busca/dataset/rutas/descarga/rutas.csv.zip',
        size: 1_200_000,
        modified: '2026-03-01',
        hasApi: true,
      },
      { id: 'r2', title: 'Paradas', url: 'http://datos.ejemplo.gob.mx/paradas.xlsx' },
      { id: 'r3', title: 'Pendiente', format: 'PDF', urlVerbatim: 'N/A' },
    ]);
    expect(reading.problems).toEqual([
      { code: 'bad-address', where: '/resources/2/url', found: 'N/A' },
      { code: 'bad-size', where: '/resources/2/size', found: 'mucho' },
      { code: 'unreadable-resource', where: '/resources/3' },
    ]);
  });

  it('reads a bare package and the answers of package_create and package_update alike', () => {
    expect(parseCkanPackage(packageShow.result, { address }).model).toEqual(
      parseCkanPackage(packageShow, { address }).model,
    );
  });

  it('takes extras as an object, the author where there is no organization, and the help for the portal', () => {
    const raw = {
      ...packageShow,
      result: {
        ...packageShow.result,
        organization: null,
        author: 'Oficina',
        extras: { accrualPeriodicity: 'R/P1Y' },
      },
    };
    const { model } = parseCkanPackage(raw, { address: 'https://copia.example.org/datos' });
    expect(model).toMatchObject({
      publisher: 'Oficina',
      frequency: { verbatim: 'R/P1Y' },
      landingPage: 'https://datos.ejemplo.gob.mx/busca/dataset/rutas-de-transporte',
    });
  });

  it("takes the publisher's own date before the portal's, and keeps both", () => {
    const extras = [{ key: 'modified', value: '2024-05-06T10:00:00-06:00' }];
    const { model } = parseCkanPackage({ ...packageShow.result, extras }, { address });
    expect(model).toMatchObject({ modified: '2024-05-06', metadataModified: '2026-03-02' });
    const { model: bare } = parseCkanPackage(packageShow, { address });
    expect(bare).not.toHaveProperty('modified');
  });

  it.each([
    ['frequency', 'anual'],
    ['frecuencia', 'anual'],
    ['Periodicidad', 'anual'],
    ['update_frequency', 'anual'],
    ['frecuencia_de_actualizacion', 'anual'],
    ['dct:accrualPeriodicity', 'R/P1Y'],
  ])('finds the frequency under %s, in extras or not', (key, value) => {
    const bare = { ...packageShow.result, extras: [] };
    for (const raw of [
      { ...bare, [key]: value },
      { ...bare, extras: [{ key, value }] },
    ]) {
      expect(parseCkanPackage(raw, { address }).model.frequency).toEqual({ verbatim: value });
    }
  });

  it.each([
    ['true', true],
    ['False', false],
  ])('reads private: "%s", as some portals write it', (value, isPrivate) => {
    const raw = { ...packageShow.result, private: value };
    expect(parseCkanPackage(raw, { address }).model.isPrivate).toBe(isPrivate);
  });

  it('notes that CKAN counts other resources than it lists', () => {
    const { problems } = parseCkanPackage({ ...packageShow.result, num_resources: 9 }, { address });
    expect(problems).toContainEqual({
      code: 'count-mismatch',
      where: '/num_resources',
      found: '9',
    });
  });

  it('counts resources that are no list', () => {
    const reading = parseCkanPackage(
      { ...packageShow.result, resources: 'ver portal' },
      { address },
    );
    expect(reading).toMatchObject({ received: 1, omitted: 1, model: { resources: [] } });
  });

  it('says nothing of what is null: no title, no licence, no date', () => {
    const raw = {
      success: true,
      result: { id: 'x', title: null, license_id: null, resources: null },
    };
    const { model, problems, empty } = parseCkanPackage(raw, { address });
    expect(model).toEqual({ id: 'x', keywords: [], themes: [], languages: [], resources: [] });
    expect(problems).toEqual([{ code: 'missing-title', where: '/title' }]);
    expect(empty).toBeUndefined();
  });

  it('refuses addresses that are no links, and keeps them as text', () => {
    const resources = [
      { name: 'a', url: 'javascript:alert(1)' },
      { name: 'b', url: 'data:text/html,x' },
      { name: 'c', url: 'java\nscript:alert(1).csv' },
    ];
    const { model } = parseCkanPackage(
      { ...packageShow.result, resources, url: 'vbscript:x' },
      { address },
    );
    expect(model.resources.map(({ url, urlVerbatim }) => [url, urlVerbatim])).toEqual(
      resources.map(({ url }) => [undefined, url]),
    );
  });

  it('chooses in a search by id or name, and takes the only one unasked', () => {
    const other = {
      ...packageShow.result,
      id: 'otro',
      name: 'otro-nombre',
      title_translated: 'Otro',
    };
    const search = packageSearch(packageShow.result, other);
    expect(parseCkanPackage(search, { address, dataset: 'otro' }).model.title).toBe('Otro');
    expect(parseCkanPackage(search, { address, dataset: 'otro-nombre' }).model.title).toBe('Otro');
    expect(parseCkanPackage(packageSearch(other), { address }).model.title).toBe('Otro');
  });

  it('reports a second dataset of the same id and takes the first', () => {
    const twin = { ...packageShow.result, title_translated: 'Gemelo' };
    const search = packageSearch(packageShow.result, twin);
    const { model, problems, doubtful } = parseCkanPackage(search, {
      address,
      dataset: 'rutas-de-transporte',
    });
    expect(model.title).not.toBe('Gemelo');
    expect(doubtful).toBe(1);
    expect(problems[0]).toMatchObject({ code: 'duplicate-identifier', where: '/name' });
  });

  it('counts a row that is none, which may be the dataset meant, unless another was asked for', () => {
    const whole = { ...packageShow.result, resources: [] };
    const search = packageSearch(null, whole);
    const { received, omitted, problems } = parseCkanPackage(search, { address });
    expect([received, omitted]).toEqual([1, 1]);
    expect(problems[0]).toEqual({ code: 'bad-record', where: '/0' });
    expect(parseCkanPackage(search, { address, dataset: whole.id })).toMatchObject({ omitted: 0 });
  });

  it('asks the embedder to choose among several', () => {
    const error = caught(packageSearch(packageShow.result, { ...packageShow.result, id: 'otro' }));
    expect(error).toMatchObject({ reason: 'not-chosen', kind: 'malformed' });
    expect(error.message).toContain('dataset="…" ("0f2c5e9a-1111-4222-8333-444455556666", "otro")');
  });

  it('finds a search with no results empty, and one without the dataset asked for not', () => {
    expect(parseCkanPackage(packageSearch(), { address })).toMatchObject({
      empty: true,
      received: 0,
    });
    expect(caught(packageSearch(packageShow.result), 'no-existe').kind).toBe('not-found');
  });

  it.each([
    [{ __type: 'Not Found Error', message: 'Não encontrado' }, 'not-found'],
    [{ __type: 'Authorization Error', message: 'Acceso denegado' }, 'denied'],
    [{ message: 'No encontrado: no se ha encontrado el paquete' }, 'not-found'],
    [{ __type: 'Validation Error', id: ['Missing value'] }, 'server'],
    ['Internal error', 'server'],
    [null, 'server'],
  ])('reads the failure %o as %s', (error, kind) => {
    expect(caught({ success: false, error }).kind).toBe(kind);
  });

  it.each([
    ['package_list', { success: true, result: ['a', 'b'] }],
    ['license_list', { success: true, result: [{ id: 'cc-by', title: 'CC', status: 'active' }] }],
    [
      'resource_show',
      { success: true, result: { id: 'r', package_id: 'p', url: 'x', resources: [] } },
    ],
    ['nothing', { success: true, result: null }],
    ['a search cut to no rows', { success: true, result: { count: 40, results: [] } }],
    ['null rows only', packageSearch(null, null)],
    ['a number', 7],
  ])('does not take %s for a dataset', (_, raw) => {
    expect(caught(raw).kind).toBe('malformed');
  });
});
