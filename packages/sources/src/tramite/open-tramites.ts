import { parseCivilDate, type Reading, type TramiteCatalogue } from '@ventana/model';
import { runSteps, type Steps } from '@ventana/model/tramite/search/steps.js';
import { guardAddress } from '../address.js';
import { decodeText } from '../transport/decode-text.js';
import { parseJson, requireData } from '../transport/read-json.js';
import { SourceError } from '../transport/source-error.js';
import type { Answer } from '../transport/transport.js';
import type { FetchOptions } from '../fetch-reading.js';
import { readCsvTramites, type TramiteColumns } from './csv-tramites.js';
import { draftOf, fieldOf } from './fields.js';
import { hsdsDraft, hsdsPage, isHsdsService, type HsdsPage } from './hsds-services.js';
import { isJsonLd, linkedDraft, linkedServices } from './linked-services.js';
import { at, isRecord, listOf, textOf } from './plain-value.js';
import { readRecords, type CatalogueHead } from './read-records.js';

export interface TramiteOptions extends FetchOptions {
  /** For CSV whose headers say nothing: field (as in our JSON) to column. */
  readonly columns?: TramiteColumns;
}

export type TramiteForm = 'ventana' | 'json-ld' | 'hsds' | 'csv';

/** An answer of known form, still to be read: reading is cut into steps. */
export interface OpenTramites {
  readonly form: TramiteForm;
  readonly read: Steps<Reading<TramiteCatalogue>>;
  /** What an HSDS answer says of its pages. */
  readonly page?: HsdsPage;
}

/** Keys under which catalogues and search answers hold their records. */
const LISTS = [
  'tramites',
  'trámites',
  'servicios',
  'services',
  'results',
  'resultados',
  'records',
  'data',
  'items',
  'contents',
];

/**
 * Tells the form of an answer from what is in it, not from its name.
 *
 * @throws {SourceError} for an answer of no form known here
 */
export function openTramites(answer: Answer, options: TramiteOptions = {}): OpenTramites {
  const text = requireData(decodeStart(answer), answer);
  if (/^\s*[[{]/.test(text)) return openDocument(parseJson(answer, options), answer.address);
  return openCsv(decodeText(answer, options.charset), answer.address, options.columns);
}

/** Enough of the text to tell JSON from CSV without decoding it all twice. */
function decodeStart({ bytes, contentType }: Answer): string {
  const even = bytes.length > 4096 ? 4096 : bytes.length;
  return decodeText({ bytes: bytes.subarray(0, even), contentType });
}

export function openCsv(text: string, address: string, columns?: TramiteColumns): OpenTramites {
  // The header is read here and now, so that what is no catalogue fails before anything is kept.
  const read = readCsvTramites(text, columns);
  const first = read.next();
  if (first.done && !first.value) {
    throw new SourceError(
      'malformed',
      address,
      `${address} is no catalogue of trámites: no column is called nombre or homoclave. Name the columns with the columns option.`,
    );
  }
  return {
    form: 'csv',
    read: (function* (): Steps<Reading<TramiteCatalogue>> {
      const reading = first.done ? first.value : yield* read;
      return reading ?? { model: { tramites: [] }, received: 0, omitted: 0, problems: [] };
    })(),
  };
}

/**
 * Tells the form of a parsed JSON document.
 *
 * @param address - named in errors
 * @throws {SourceError} for a document of no form known here
 */
export function openDocument(root: unknown, address: string): OpenTramites {
  if (isJsonLd(root)) {
    const services = linkedServices(root);
    return {
      form: 'json-ld',
      read: readRecords({}, services, linkedDraft, (number) => `/service ${number + 1}`),
    };
  }
  const page = hsdsPage(root);
  if (page) return { form: 'hsds', page, read: readServices(page.services, '/contents') };
  if (at(root, 'success') === false || isRecord(at(root, 'error'))) {
    throw new SourceError('server', address, `${address} answers that it failed.`);
  }
  const found = recordsIn(root);
  if (!found) {
    throw new SourceError(
      'malformed',
      address,
      `${address} is no catalogue of trámites: expected {"tramites": […]}, schema.org GovernmentService, HSDS /services, or CSV.`,
    );
  }
  const [where, records, head] = found;
  if (
    records.some(isHsdsService) &&
    !records.some((record) => at(record, 'homoclave') !== undefined)
  ) {
    return { form: 'hsds', read: readServices(records, where) };
  }
  return {
    form: 'ventana',
    read: readRecords(
      head,
      records,
      (record) =>
        isRecord(record)
          ? draftOf(
              Object.keys(record)
                .filter((key) => !key.startsWith('$'))
                .map((key) => [key, record[key]] as const),
            )
          : undefined,
      (number) => `${where}/${number}`,
    ),
  };
}

function readServices(
  services: readonly unknown[],
  where: string,
): Steps<Reading<TramiteCatalogue>> {
  return readRecords({}, services, hsdsDraft, (number) => `${where}/${number}`);
}

function recordsIn(root: unknown): [string, readonly unknown[], CatalogueHead] | undefined {
  if (Array.isArray(root)) return looksRight(root) ? ['', root as unknown[], {}] : undefined;
  for (const key of LISTS) {
    const list = at(root, key);
    if (Array.isArray(list) && looksRight(list))
      return [`/${key}`, list as unknown[], headOf(root)];
  }
  // CKAN's datastore_search: {"success": true, "result": {"records": […]}}.
  const inner = at(root, 'result');
  if (isRecord(inner)) return recordsIn(inner);
  return isTramite(root) ? ['', [root], {}] : undefined;
}

/** Nothing at all is a valid zero; something must hold at least one trámite. */
function looksRight(list: readonly unknown[]): boolean {
  return list.length === 0 || list.some(isTramite);
}

function isTramite(record: unknown): boolean {
  if (!isRecord(record)) return false;
  const fields = new Set(
    Object.keys(record)
      .slice(0, 200)
      .map((key) => fieldOf(key)),
  );
  return fields.has('name') || fields.has('homoclave');
}

function headOf(root: unknown): CatalogueHead {
  const text = (...keys: string[]): string | undefined =>
    keys.map((key) => textOf(at(root, key))).find((found) => found !== undefined);
  const title = text('titulo', 'title', 'nombre', 'name');
  const publisher =
    text('editor', 'publisher', 'publicador') ?? textOf(at(at(root, 'publisher'), 'name'));
  const license = text('licencia', 'license');
  const url = guardAddress(text('liga', 'url', 'pagina'));
  const updated = parseCivilDate(text('actualizado', 'updated', 'modified'));
  const isExample = listOf([at(root, 'example'), at(root, 'ejemplo')]).includes(true);
  return {
    ...(title && { title }),
    ...(publisher && { publisher }),
    ...(license && { license }),
    ...(url && { url }),
    ...(updated && { updated }),
    ...(isExample && { example: true }),
  };
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
  const open =
    typeof raw === 'string' ? openCsv(raw, address, columns) : openDocument(raw, address);
  return runSteps(open.read);
}
