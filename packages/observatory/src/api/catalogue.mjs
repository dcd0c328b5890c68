import { EXAMPLES, LICENCES, PUBLISHERS, daysAgo, inWords } from '../examples/datasets.mjs';
import { fileAddress } from './files.mjs';

/**
 * The whole catalogue as DCAT in JSON, with the names of DCAT-US and the fields that Mexico's ADELA
 * adds to them (`openessRating`, spelt so; `temporal` as start/end; periods as `R/P1M`).
 *
 * @see https://resources.data.gov/resources/dcat-us/
 */
export const prefix = '/data.json';

/** @param {Request} request @returns {Response} */
export function answer(request) {
  const { origin } = new URL(request.url);
  const readable = EXAMPLES.filter(({ isPrivate }) => !isPrivate);
  const changed = daysAgo(Math.min(...readable.map((example) => example.changed)));
  return Response.json(
    {
      title: 'Datos de ejemplo de Río Claro',
      description: 'Catálogo de ejemplo: las instituciones y las cifras son inventadas.',
      language: ['spa'],
      homepage: origin,
      modified: changed,
      publisher: { name: PUBLISHERS.transparencia, mbox: 'datos@rioclaro.example' },
      dataset: readable.map((example) => datasetOf(example, origin)),
    },
    { headers: { 'Last-Modified': new Date(`${changed.slice(0, 19)}Z`).toUTCString() } },
  );
}

/**
 * @param {import('../examples/datasets.mjs').Example} example
 * @param {string} origin
 */
function datasetOf(example, origin) {
  const changed = daysAgo(example.changed);
  return {
    '@type': 'dcat:Dataset',
    identifier: example.name,
    title: inWords(example.title),
    description: example.notes,
    keyword: example.tags,
    issued: '2021-03-01T09:00:00.000000',
    modified: changed,
    publisher: { name: PUBLISHERS[example.publisher], mbox: 'datos@rioclaro.example' },
    contactPoint: { fn: PUBLISHERS[example.publisher], hasEmail: 'mailto:datos@rioclaro.example' },
    landingPage: `${origin}/dataset/${example.name}`,
    language: ['spa'],
    spatial: 'Río Claro',
    accessLevel: 'public',
    ...(example.frequency ? { accrualPeriodicity: example.frequency } : {}),
    ...(example.licence ? { license: LICENCES[example.licence].url } : {}),
    ...(example.temporal ? { temporal: `${example.temporal.start}/${example.temporal.end}` } : {}),
    ...(example.stars ? { openessRating: String(example.stars) } : {}),
    distribution: example.files.map((file) => ({
      '@type': 'dcat:Distribution',
      identifier: `${example.name}/${file.file}`,
      title: file.name,
      format: file.format,
      downloadURL: fileAddress(origin, example.name, file.file),
      ...(file.size === undefined ? {} : { byteSize: file.size }),
      issued: '2021-03-01T09:00:00.000000',
      modified: changed,
    })),
  };
}
