import type { TramiteCatalogue } from '@ventana/model';
import { encodePart } from '../address.js';
import type { FetchOptions, Loaded } from '../fetch-reading.js';
import { pageTransport } from '../transport/page-transport.js';
import { SourceError } from '../transport/source-error.js';
import { readCatalogue, type AnswerPort, type CatalogueOptions } from './read-catalogue.js';
import { readWholeRecords } from './read-records.js';

/** Decoded bytes of a catalogue read when `maxBytes` is not given: 7,000 trámites take about 10 MB. */
export const CATALOGUE_BYTES = 32 * 1024 * 1024;

/**
 * Storing more than this on the page's thread holds it up: a structured clone of 10 MB took 112 ms
 * with the processor slowed four times. A worker keeps larger ones.
 */
const MOST_KEPT_BYTES = 2 * 1024 * 1024;

export interface PortOptions extends FetchOptions {
  /** May answers be kept and recalled? Default: not what a page's own fetch brought, as in `fetchReading`. */
  readonly mayKeep?: boolean;
  /** Bytes of the largest answer that is kept. Default 2 MB. */
  readonly mostKept?: number;
}

/**
 * Answers by the transport of this thread, or by one that is given.
 *
 * @param isRecall - only the last good answers: nothing is fetched
 */
export function answerPort(
  {
    transport = pageTransport(),
    fetch,
    mayKeep = !fetch || fetch === globalThis.fetch,
    mostKept = MOST_KEPT_BYTES,
    maxBytes = CATALOGUE_BYTES,
    ...options
  }: PortOptions,
  isRecall: boolean,
): AnswerPort {
  return {
    async get(address) {
      if (!isRecall) {
        return transport.get(address, { ...options, maxBytes, ...(fetch && { fetch }) });
      }
      const answer = mayKeep ? await transport.recall(address) : undefined;
      if (!answer) throw new SourceError('no-content', address, `${address} was not kept.`);
      return answer;
    },
    keep(address, answer) {
      if (mayKeep && !isRecall && answer.bytes.length <= mostKept) {
        transport.remember(address, answer).catch(() => {});
      }
    },
  };
}

/**
 * The catalogue at an address, all its pages where it is an HSDS API. Reads in slices: nothing but
 * the `JSON.parse` of an answer holds up the page.
 *
 * @throws {SourceError} when the first answer fails or is of no form known here; `AbortError` when
 *   `options.signal` aborts. A later page that fails ends the reading: "al menos", with a finding.
 */
export function fetchTramites(
  src: string,
  options: CatalogueOptions = {},
): Promise<Loaded<TramiteCatalogue>> {
  return readCatalogue(src, answerPort(options, false), options, readWholeRecords);
}

/** The catalogue as last read from this address, `undefined` where none was kept; nothing is fetched. */
export function recallTramites(
  src: string,
  options: CatalogueOptions = {},
): Promise<Loaded<TramiteCatalogue> | undefined> {
  const port = answerPort(options, true);
  return readCatalogue(src, port, options, readWholeRecords).catch(() => undefined);
}

/**
 * What a server finds, for catalogues too large for a browser. `{query}` in the template becomes
 * the query, encoded; a template without it is refused. Answers of every form are read.
 *
 * @throws {SourceError} as {@link fetchTramites}
 */
export async function searchTramites(
  template: string,
  query: string,
  options: CatalogueOptions = {},
): Promise<Loaded<TramiteCatalogue>> {
  const address = searchAddress(template, query);
  if (!address) {
    throw new SourceError('malformed', template, `search-url must contain {query}: ${template}`);
  }
  return fetchTramites(address, { maxPages: 1, ...options });
}

/** The template's address for a query; `undefined` where it has no `{query}`. */
export function searchAddress(template: string, query: string): string | undefined {
  // A template that went through `new URL` has its braces encoded.
  const found = /\{query\}|%7Bquery%7D/gi;
  if (!template.match(found)) return undefined;
  return template.replace(found, () => encodePart(query.trim()));
}
