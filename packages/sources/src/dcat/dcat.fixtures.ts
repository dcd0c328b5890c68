/** Datos de ejemplo: shaped like data.json of DCAT-US, Argentina and Mexico's ADELA, written for these tests. */
export const address = 'https://datos.ejemplo.gob.mx/imov/catalogo.json';

export const adela = {
  title: 'Catálogo de datos abiertos de ejemplo',
  license: 'Libre Uso MX',
  dataset: [
    {
      id: 41,
      identifier: 'rutas',
      title: 'Rutas (datos de ejemplo)',
      description: 'Rutas de transporte.',
      modified: '2026-03-01T06:00:00Z',
      contactPoint: 'https://datos.ejemplo.gob.mx/contacto.vcf',
      publisher: {
        name: 'Instituto de Movilidad de Ejemplo',
        position: 'Dirección',
        mbox: 'datos@ejemplo.gob.mx',
      },
      accrualPeriodicity: 'R/P1M',
      temporal: '2013-01-01/2013-12-31',
      keyword: 'rutas, transporte,',
      language: 'es',
      theme: null,
      openessRating: 3,
      govType: 'federal',
      public: true,
      landingPage: 'https://www.ejemplo.gob.mx/rutas',
      distribution: [
        {
          id: 7,
          title: 'Rutas 2013',
          license: 'http://datos.gob.mx/libreusomx/',
          downloadURL: 'https://www.ejemplo.gob.mx/rutas-2013.csv',
          mediaType: 'text/csv',
          byteSize: '12,345',
        },
      ],
    },
    {
      identifier: 'paradas',
      title: 'Paradas (datos de ejemplo)',
      modified: '01/03/2026',
      temporal: { start: '2014-01-01', end: '2014-06-30' },
      publisher: {},
      landingPage: 'unknow',
      distribution: [
        { title: 'a', downloadURL: ['paradas.csv'], accessURL: 'https://www.ejemplo.gob.mx/' },
        { title: 'b', downloadURL: 44444, accessURL: 'https://www.ejemplo.gob.mx/paradas' },
        null,
      ],
    },
  ],
};

export const graph = {
  '@context': 'https://www.w3.org/ns/dcat.jsonld',
  '@graph': [
    { '@id': 'urn:cat', '@type': 'dcat:Catalog', 'dcat:dataset': { '@id': 'urn:uno' } },
    {
      '@id': 'urn:uno',
      '@type': ['dcat:Dataset'],
      'dct:title': [
        { '@value': 'Uno', '@language': 'es' },
        { '@value': 'One', '@language': 'en' },
      ],
      'dct:publisher': { '@id': 'urn:pub' },
      'dct:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
      'dct:modified': { '@type': 'xsd:date', '@value': '2026-01-02' },
      'dct:accrualPeriodicity': {
        '@id': 'http://publications.europa.eu/resource/authority/frequency/MONTHLY',
      },
      'dcat:distribution': [{ '@id': 'urn:dist' }],
    },
    { '@id': 'urn:pub', '@type': 'foaf:Agent', 'foaf:name': 'Publicador de ejemplo' },
    {
      '@id': 'urn:dist',
      '@type': 'dcat:Distribution',
      'dcat:downloadURL': { '@id': 'https://datos.ejemplo.gob.mx/uno.csv' },
      'dct:format': { '@id': 'http://publications.europa.eu/resource/authority/file-type/CSV' },
    },
  ],
};
