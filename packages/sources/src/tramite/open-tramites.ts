import type { Reading, TramiteCatalogue } from '@ventana/model';
import { runSteps } from '@ventana/model/tramite/search/steps.js';
import type { Answer } from '../transport/transport.js';
import { documentIn, type TramiteOptions } from './document-in.js';
import type { TramiteColumns } from './csv-tramites.js';
import { openForeign, type OpenTramites } from './foreign-catalogues.js';
import { readWholeRecords } from './read-records.js';

export type { OpenTramites, TramiteForm } from './foreign-catalogues.js';
export type { TramiteOptions } from './document-in.js';

/**
 * Tells the form of an answer from what is in it, not from its name.
 *
 * @throws {SourceError} for an answer of no form known here
 */
export function openTramites(answer: Answer, options: TramiteOptions = {}): OpenTramites {
  const { columns } = options;
  return openForeign(documentIn(answer, options), answer.address, readWholeRecords, columns);
}

/** An answer read whole. See {@link openTramites} for reading in steps. */
export function parseTramites(
  answer: Answer,
  options: TramiteOptions = {},
): Reading<TramiteCatalogue> {
  return runSteps(openTramites(answer, options).read);
}

/**
 * A document given inline or as a property: parsed JSON of any form read here, CSV text, or a
 * catalogue that is a model already.
 *
 * @throws {SourceError} for a document of no form known here
 */
export function readTramites(
  raw: unknown,
  address = 'the inline document',
  columns?: TramiteColumns,
): Reading<TramiteCatalogue> {
  return runSteps(openForeign(raw, address, readWholeRecords, columns).read);
}
