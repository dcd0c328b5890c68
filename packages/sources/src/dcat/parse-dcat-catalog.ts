import type { Dataset, Reading } from '@ventana/model';
import { SourceError } from '../transport/source-error.js';
import { chooseDataset, noDataset, type DatasetOptions } from '../dataset/choose-dataset.js';
import { Fields, first, isRecord, listOf, textOf, type RawRecord } from '../dataset/fields.js';
import { Problems, readDataset } from '../dataset/read-dataset.js';

function isDataset(value: unknown): value is RawRecord {
  if (!isRecord(value)) return false;
  const fields = new Fields(value);
  if (listOf(fields.get('type')).some((type) => /(?:^|[:#/])dataset$/i.test(textOf(type) ?? ''))) {
    return true;
  }
  return (
    fields.get('distribution') !== undefined ||
    (fields.get('identifier', 'title') !== undefined &&
      fields.get('landingpage', 'accrualperiodicity', 'contactpoint') !== undefined)
  );
}

/** The catalogue's list of datasets, the datasets of a JSON-LD graph, or one dataset by itself. */
function datasetsOf(raw: unknown): readonly unknown[] | undefined {
  if (Array.isArray(raw)) return raw.filter(isDataset);
  if (!isRecord(raw)) return undefined;
  if (Array.isArray(raw['@graph'])) return graphDatasets(raw['@graph']);
  // Not through `Fields`, to which an empty list is as good as none: here it is the valid zero.
  const list = first(Object.keys(raw), (key) =>
    /(?:^|[:/#])dataset$/.test(key) ? raw[key] : undefined,
  );
  return Array.isArray(list) ? list : [list, raw].filter(isDataset).slice(0, 1);
}

/** One level of references is enough: a dataset's distributions, publisher, contact and period. */
function graphDatasets(graph: readonly unknown[]): readonly unknown[] {
  const nodes = new Map(graph.filter(isRecord).map((node) => [node['@id'], node]));
  const resolve = (value: unknown): unknown =>
    (isRecord(value) && Object.keys(value).length === 1 && nodes.get(value['@id'])) || value;
  return graph
    .filter(isDataset)
    .map((node) =>
      Object.fromEntries(
        Object.entries(node).map(([key, value]) => [
          key,
          Array.isArray(value) ? value.map(resolve) : resolve(value),
        ]),
      ),
    );
}

/**
 * A dataset from a DCAT catalogue in JSON (W3C DCAT 3 and its profiles): `data.json` of DCAT-US
 * (Project Open Data 1.1), of Argentina's portals (pydatajson) and of Mexico's ADELA, with its
 * `openessRating` (sic), `R/P1M` periods and `start`/`end` spans; JSON-LD with `dcat:` prefixes or
 * a `@graph`; or one dataset alone. `dataset` names one by identifier, id or `@id`; one alone
 * needs no naming.
 *
 * @returns an empty reading for a catalogue with no datasets
 * @throws {SourceError} `not-found` when none has that identifier; `malformed` when nothing in the
 *   document is a dataset; `not-chosen` for several and none named
 */
export function parseDcatCatalog(raw: unknown, options: DatasetOptions): Reading<Dataset> {
  const { address } = options;
  const entries = datasetsOf(raw) ?? [];
  const isZero = isRecord(raw) && entries.length === 0 && Object.values(raw).includes(entries);
  if (!entries.some(isRecord) && !isZero) {
    throw new SourceError('malformed', address, `No CKAN or DCAT dataset at ${address}.`);
  }
  const problems = new Problems();
  const fields = chooseDataset(
    entries,
    (row) => (isRecord(row) ? new Fields(row) : undefined),
    ['identifier', 'id'],
    options,
    problems,
  );
  if (!fields) return noDataset();
  return readDataset(fields, { address, id: fields.text('identifier', 'id'), problems });
}
