import { EXAMPLES, daysAgo } from '../examples/datasets.mjs';

/**
 * The example files themselves: a few rows for the text formats, so that a link leads somewhere.
 * The others (PDF, spreadsheets, archives) answer 404: broken links are part of the example.
 */
export const prefix = '/archivos/';

const ROWS = [
  ['clave', 'nombre', 'valor'],
  ['RC-001', 'Dato de ejemplo A', '12'],
  ['RC-002', 'Dato de ejemplo B', '34'],
];

/** @type {Record<string, () => { type: string, text: string }>} */
const WRITERS = {
  csv: () => ({
    type: 'text/csv; charset=utf-8',
    text: ROWS.map((row) => `${row.join(',')}\r\n`).join(''),
  }),
  json: () => ({
    type: 'application/json',
    text: JSON.stringify(ROWS.slice(1).map(([clave, nombre, valor]) => ({ clave, nombre, valor }))),
  }),
  geojson: () => ({
    type: 'application/geo+json',
    text: JSON.stringify({ type: 'FeatureCollection', features: [] }),
  }),
};

/** @param {string} origin @param {string} dataset @param {string} file */
export function fileAddress(origin, dataset, file) {
  return `${origin}${prefix}${dataset}/${file}`;
}

/** @param {Request} request @returns {Response} */
export function answer(request) {
  const [dataset, file = ''] = new URL(request.url).pathname.slice(prefix.length).split('/');
  const example = EXAMPLES.find(({ name }) => name === dataset);
  const writer = WRITERS[file.split('.').at(-1) ?? ''];
  if (!writer || !example?.files.some((one) => one.file === file)) {
    return new Response('Not Found', { status: 404, headers: { 'Content-Type': 'text/plain' } });
  }
  const { type, text } = writer();
  return new Response(text, {
    headers: {
      'Content-Type': type,
      'Last-Modified': new Date(`${daysAgo(example.changed).slice(0, 19)}Z`).toUTCString(),
    },
  });
}
