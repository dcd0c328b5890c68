import { describe, expect, it } from 'vitest';
import { address as ckanAddress, packageShow } from '../ckan/ckan.fixtures.js';
import { adela } from '../dcat/dcat.fixtures.js';
import type { Answer, Transport } from '../transport/transport.js';
import type { SourceError } from '../transport/source-error.js';
import { datasetAddress, fetchDataset } from './fetch-dataset.js';

const show = (portal: string, id: string): string => `${portal}/api/3/action/package_show?id=${id}`;

describe('datasetAddress', () => {
  it.each([
    ['https://datos.ejemplo.gob.mx', 'rutas', show('https://datos.ejemplo.gob.mx', 'rutas')],
    ['https://datos.ejemplo.gob.mx/', 'rutas', show('https://datos.ejemplo.gob.mx', 'rutas')],
    ['https://ejemplo.gob.mx/busca/', 'rutas', show('https://ejemplo.gob.mx/busca', 'rutas')],
    ['https://ejemplo.gob.mx/api', 'rutas', show('https://ejemplo.gob.mx', 'rutas')],
    ['https://ejemplo.gob.mx/api/3', 'rutas', show('https://ejemplo.gob.mx', 'rutas')],
    ['https://ejemplo.gob.mx/api/3/', 'rutas', show('https://ejemplo.gob.mx', 'rutas')],
    [
      'https://ejemplo.gob.mx/busca/api/3/action',
      'rutas',
      show('https://ejemplo.gob.mx/busca', 'rutas'),
    ],
    [
      'https://ejemplo.gob.mx/api/3/action/package_show',
      'rutas',
      show('https://ejemplo.gob.mx', 'rutas'),
    ],
    [
      'https://ejemplo.gob.mx',
      'año & más/1',
      show('https://ejemplo.gob.mx', 'a%C3%B1o%20%26%20m%C3%A1s%2F1'),
    ],
    ['/ckan', 'rutas', show('/ckan', 'rutas')],
    ['http://localhost:8080', 'rutas', show('http://localhost:8080', 'rutas')],
  ])('asks the portal %s for %s', (src, dataset, expected) => {
    expect(datasetAddress(src, dataset)).toBe(expected);
  });

  it.each([
    ['https://ejemplo.gob.mx/data.json', 'rutas'],
    ['data.json', 'rutas'],
    ['https://ejemplo.gob.mx/imov/catalogo.json#x', 'rutas'],
    ['https://ejemplo.gob.mx/api/3/action/package_search?q=rutas', 'rutas'],
    ['https://ejemplo.gob.mx/api/3/action/package_search', 'rutas'],
    ['https://ejemplo.gob.mx/catalogo?formato=dcat', 'rutas'],
    ['https://ejemplo.gob.mx/api/3/action/package_show?id=otro', 'rutas'],
    ['https://ejemplo.gob.mx/busca', undefined],
    ['https://ejemplo.gob.mx/busca', ' '],
  ])('leaves %s as it is', (src, dataset) => {
    expect(datasetAddress(src, dataset)).toBe(src);
  });
});

describe('fetchDataset', () => {
  const transport = (table: Record<string, unknown>): Transport => ({
    get: (address) =>
      Promise.resolve<Answer>({
        address,
        bytes: new TextEncoder().encode(JSON.stringify(table[address])),
        contentType: 'application/json',
        retrievedAt: 1,
      }),
    recall: () => Promise.resolve(undefined),
    remember: () => Promise.resolve(),
  });

  it('reads a dataset of a portal with one request', async () => {
    const loaded = await fetchDataset('https://datos.ejemplo.gob.mx/busca', {
      dataset: 'rutas-de-transporte',
      transport: transport({ [ckanAddress]: packageShow }),
    });
    expect(loaded.address).toBe(ckanAddress);
    expect(loaded.reading.model.publisher).toBe('Instituto de Movilidad de Ejemplo');
  });

  it('reads a dataset of a catalogue', async () => {
    const src = 'https://datos.ejemplo.gob.mx/data.json';
    const loaded = await fetchDataset(src, {
      dataset: 'rutas',
      transport: transport({ [src]: adela }),
    });
    expect(loaded.reading.model.claimedStars).toBe(3);
  });

  it('asks which dataset of a portal is meant, where its page came and not a dataset', async () => {
    const page: Transport = {
      ...transport({}),
      get: (address) =>
        Promise.resolve<Answer>({
          address,
          bytes: new TextEncoder().encode('<!doctype html><title>Portal</title>'),
          contentType: 'text/html',
          retrievedAt: 1,
        }),
    };
    const reasonAt = (src: string, dataset?: string): Promise<unknown> =>
      fetchDataset(src, { dataset, transport: page }).catch((error: SourceError) => error.reason);
    expect(await reasonAt('https://datos.ejemplo.gob.mx/')).toBe('not-chosen');
    expect(await reasonAt('https://datos.ejemplo.gob.mx/', 'rutas')).toBe('html');
    expect(await reasonAt('https://datos.ejemplo.gob.mx/data.json')).toBe('html');
    expect(await reasonAt(ckanAddress)).toBe('html');
  });
});
