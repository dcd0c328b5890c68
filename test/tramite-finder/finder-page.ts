import { readFileSync } from 'node:fs';

/** The example catalogue as it is shipped. */
export const EXAMPLE = readFileSync(
  new URL('../../packages/model/datos/tramites-ejemplo.json', import.meta.url),
  'utf8',
);

/** A finder of the catalogue that a site has at `/catalogo.json`. */
export const FINDER =
  '<ventana-tramite-finder loading="eager" src="/catalogo.json"><a href="/t">Trámites</a></ventana-tramite-finder>';
