import { shippedText } from '../examples/shipped.mjs';

/** The example catalogue of trámites that ships with the library, as a city would publish its own. */
export const prefix = '/api/tramites.json';

const CATALOGUE = shippedText('tramites-ejemplo.json');

/** @returns {Response} */
export function answer() {
  return new Response(CATALOGUE, { headers: { 'Content-Type': 'application/json' } });
}
