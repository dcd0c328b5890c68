import { describe, expect, it } from 'vitest';
import { packageShow } from '../ckan/ckan.fixtures.js';
import { adela } from '../dcat/dcat.fixtures.js';
import { detectDataset, parseDatasetDocument } from './detect-dataset.js';

const address = 'https://datos.ejemplo.gob.mx/pagina.html';

describe('detectDataset', () => {
  it('tells CKAN from DCAT by shape, whatever the address is called', () => {
    expect(detectDataset(packageShow, { address }).model.landingPage).toContain('/dataset/rutas');
    expect(detectDataset([packageShow.result], { address }).model.resources).toHaveLength(3);
    expect(detectDataset(adela, { address, dataset: 'rutas' }).model.claimedStars).toBe(3);
    expect(detectDataset(adela.dataset, { address, dataset: 'rutas' }).model.claimedStars).toBe(3);
  });

  it.each([
    null,
    'texto',
    7,
    true,
    [],
    {},
    [null],
    { dependencias: [{ institucion: 'X' }] },
    { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] },
    { results: [], pagination: { page: 1, per_page: 20, total: 0 } },
    { dataset: 'rutas' },
  ])('does not know %o', (raw) => {
    expect(() => detectDataset(raw, { address })).toThrow(
      expect.objectContaining({ kind: 'malformed' }),
    );
  });
});

describe('parseDatasetDocument', () => {
  it('takes the raw document, and gives the same model back for the model', () => {
    const { model } = parseDatasetDocument(packageShow, { address });
    expect(parseDatasetDocument(model, { address }).model).toEqual(model);
    const { model: other } = parseDatasetDocument(adela, { address, dataset: 'rutas' });
    expect(parseDatasetDocument(other, { address }).model).toEqual(other);
    const { model: dated } = parseDatasetDocument(adela, { address, dataset: 'paradas' });
    expect(parseDatasetDocument(dated, { address }).model).toEqual(dated);
  });

  it('guards the addresses of a model as of any document', () => {
    const model = {
      title: 'x',
      keywords: [],
      themes: [],
      languages: [],
      landingPage: 'javascript:alert(1)',
      resources: [{ title: 'a', url: 'javascript:alert(1)' }, null],
    };
    const reading = parseDatasetDocument(model, { address });
    expect(reading).toMatchObject({ received: 2, omitted: 1 });
    expect(reading.model.resources).toEqual([{ title: 'a', urlVerbatim: 'javascript:alert(1)' }]);
    expect(reading.model).not.toHaveProperty('landingPage');
  });
});
