import type { Reading, TramiteCatalogue } from '@ventana/model';
import type { Steps } from '@ventana/model/tramite/search/steps.js';
import { SourceError } from '../transport/source-error.js';
import { headOf } from './catalogue-head.js';
import { readCsvTramites, type TramiteColumns } from './csv-tramites.js';
import { fieldOf, guessedDraft } from './field-names.js';
import { hsdsDraft, hsdsPage, isHsdsService, type HsdsPage } from './hsds-services.js';
import { isJsonLd, linkedDraft, linkedServices } from './linked-services.js';
import { inKnownParts } from './known-parts.js';
import type { Field } from './fields.js';
import { at, isRecord } from './plain-value.js';
import type { CatalogueHead, ReadRecords } from './read-records.js';

/* What reads catalogues that are not plainly our own JSON: loaded when one comes. */
export { followPages } from './hsds-pages.js';

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
 * Tells the form of a document from what is in it, not from its name.
 *
 * @param root - parsed JSON, or the text of a CSV
 * @param address - named in errors
 * @param readAll - {@link ReadRecords}, which whoever asks has at hand
 * @throws {SourceError} for a document of no form known here
 */
export function openForeign(
  root: unknown,
  address: string,
  readAll: ReadRecords,
  columns?: TramiteColumns,
): OpenTramites {
  const readRecords: ReadRecords = (head, records, draft, where) =>
    readAll(head, records, (record) => inKnownParts(draft(record)), where);
  if (typeof root === 'string') return openCsv(root, address, readRecords, columns);
  if (isJsonLd(root)) {
    const services = linkedServices(root);
    return {
      form: 'json-ld',
      read: readRecords({}, services, linkedDraft, (number) => `/service ${number + 1}`),
    };
  }
  const hsds = (services: readonly unknown[], where: string): OpenTramites => ({
    form: 'hsds',
    read: readRecords({}, services, hsdsDraft, (number) => `${where}/${number}`),
  });
  const page = hsdsPage(root);
  if (page) return { ...hsds(page.services, '/contents'), page };
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
    !records.some((record) => at(record, 'homoclave') !== undefined) &&
    records.some(isHsdsService)
  ) {
    return hsds(records, where);
  }
  return {
    form: 'ventana',
    read: readRecords(
      head,
      records,
      (record) => (isRecord(record) ? guessedDraft(record, /^\$/) : undefined),
      (number) => `${where}/${number}`,
    ),
  };
}

function openCsv(
  text: string,
  address: string,
  readRecords: ReadRecords,
  columns?: TramiteColumns,
): OpenTramites {
  // The header is read here and now, so that what is no catalogue fails before anything is kept.
  const read = readCsvTramites(text, readRecords, columns);
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
  return isTramite(root) && hasMoreThanName(root) ? ['', [root], {}] : undefined;
}

/** Nothing at all is a valid zero; something must hold at least one trámite. */
function looksRight(list: readonly unknown[]): boolean {
  return list.length === 0 || list.some(isTramite);
}

/** Fields that any document may have: an error's `name`, a data package's `keywords`. */
const OF_ANY_DOCUMENT: readonly (Field | undefined)[] = [
  undefined,
  'id',
  'name',
  'description',
  'keywords',
  'url',
  'updated',
  'level',
  'state',
  'municipality',
  'institution',
  'responsible',
];

/** Does a document that stands alone say anything that only a trámite has? */
function hasMoreThanName(record: unknown): boolean {
  return Object.keys(record as object).some((key) => !OF_ANY_DOCUMENT.includes(fieldOf(key)));
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
