import { readFileSync } from 'node:fs';

/** The example catalogue of trámites that ships with the library, as a city would publish its own. */
export const prefix = '/api/tramites.json';

const CATALOGUE = readFileSync(
  new URL('../../../model/datos/tramites-ejemplo.json', import.meta.url),
  'utf8',
);

/** @returns {Response} */
export function answer() {
  return new Response(CATALOGUE, { headers: { 'Content-Type': 'application/json' } });
}
