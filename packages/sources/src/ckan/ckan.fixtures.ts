/** Datos de ejemplo: shaped like the answers of Mexican and Latin American portals, written for these tests. */
export const packageShow = {
  help: 'https://datos.ejemplo.gob.mx/busca/api/3/action/help_show?name=package_show',
  success: true,
  result: {
    id: '0f2c5e9a-1111-4222-8333-444455556666',
    name: 'rutas-de-transporte',
    title: 'Rutas de transporte público (datos de ejemplo)',
    title_translated:
      '{"es": "Rutas de transporte (datos de ejemplo)", "en": "Bus routes (sample data)"}',
    notes: 'Rutas y horarios.\r\n\r\nSe publican <b>cada mes</b>.',
    private: false,
    state: 'active',
    isopen: true,
    license_id: 'cc-by',
    license_title: 'Creative Commons Atribución 4.0',
    license_url: 'https://creativecommons.org/licenses/by/4.0/',
    maintainer: 'Área de Datos',
    maintainer_email: 'datos@ejemplo.gob.mx ',
    metadata_created: '2025-01-10T10:00:00.000000',
    metadata_modified: '2026-03-02T04:00:00.000000',
    num_resources: 4,
    organization: { name: 'imov', title: 'Instituto de Movilidad de Ejemplo' },
    groups: [{ name: 'movilidad', display_name: 'Movilidad' }],
    tags: [{ name: 'rutas' }, { name: 'autobús', display_name: 'autobús' }, null],
    extras: [
      { key: 'Frequência de atualização', value: 'mensual' },
      { key: 'language', value: '["spa"]' },
      { key: 'temporal', value: '2025-01-01/2025-12-31' },
      { key: 'spatial', value: '{"type":"Point","coordinates":[0,0]}' },
      null,
    ],
    resources: [
      {
        id: 'r1',
        name: 'Rutas',
        format: 'zip+csv',
        mimetype: null,
        url: '/busca/dataset/rutas/descarga/rutas.csv.zip',
        size: '1.2 MB',
        last_modified: '2026-03-01T00:00:00',
        datastore_active: true,
      },
      {
        id: 'r2',
        name: 'Paradas',
        format: '',
        url: 'http://datos.ejemplo.gob.mx/paradas.xlsx',
        size: null,
      },
      { id: 'r3', name: 'Pendiente', format: 'PDF', url: 'N/A', size: 'mucho' },
      null,
    ],
  },
};

export const address =
  'https://datos.ejemplo.gob.mx/busca/api/3/action/package_show?id=rutas-de-transporte';

export const packageSearch = (...results: unknown[]) => ({
  help: packageShow.help,
  success: true,
  result: { count: results.length, results, facets: {}, sort: 'score desc' },
});
