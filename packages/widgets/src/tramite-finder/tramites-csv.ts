import { toCsvText } from '@ventana/model';
import type { Tramite } from '@ventana/model';
import type { FinderTranslator } from './tramite-words.js';

/** Columns, in the reader's words, and what stands in them. */
const COLUMNS = [
  ['homoclave', ({ homoclave }) => homoclave],
  ['tramite', ({ name }) => name],
  ['institution', ({ institution }) => institution],
  ['state', ({ state }) => state],
  ['municipality', ({ municipality }) => municipality],
  ['channel', ({ channels }, t) => channels.map((channel) => t(channel)).join('; ')],
  ['cost', ({ cost }) => cost?.verbatim],
  ['time', ({ duration }) => duration?.verbatim],
  ['bring', ({ requirements }) => requirements.map(({ name }) => name).join('; ')],
  ['official', ({ url, urlVerbatim }) => url ?? urlVerbatim],
] as const satisfies readonly (readonly [
  string,
  (tramite: Tramite, t: FinderTranslator) => string | undefined,
])[];

/** One row per trámite. */
export function tramitesCsv(tramites: readonly Tramite[], t: FinderTranslator): string {
  if (tramites.length === 0) return '';
  return toCsvText([
    COLUMNS.map(([key]) => t(key)),
    ...tramites.map((tramite) => COLUMNS.map(([, read]) => read(tramite, t) ?? '')),
  ]);
}
