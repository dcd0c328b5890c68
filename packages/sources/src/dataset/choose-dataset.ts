import type { Dataset, Reading } from '@ventana/model';
import { SourceError } from '../transport/source-error.js';
import type { Fields } from './fields.js';
import type { Problems } from './read-dataset.js';

export interface DatasetOptions {
  /** Of the answer: relative addresses resolve against it, and errors name it. */
  readonly address: string;
  /** Which one, where the answer holds several: its identifier, id or name. `null`, as of a removed attribute: none. */
  readonly dataset?: string | null | undefined;
}

/**
 * The dataset asked for among several; the only one where none was asked for. An identifier that
 * occurs twice is its first dataset, and doubtful. A row that is none counts as omitted where it
 * may be the one meant: where none was asked for.
 *
 * @param read - a row's fields; `undefined` for what is no dataset
 * @param keys - plain names of the fields that identify a dataset here, best first
 * @returns `undefined` when there is none at all: the valid zero
 * @throws {SourceError} `not-found` when none has that identifier
 * @throws {SourceError} `not-chosen` when there are several and none was asked for
 */
export function chooseDataset(
  rows: readonly unknown[],
  read: (row: unknown) => Fields | undefined,
  keys: readonly string[],
  { address, dataset }: DatasetOptions,
  problems: Problems,
): Fields | undefined {
  const wanted = dataset?.trim() ?? '';
  const entries = rows.flatMap((row, index) => {
    const fields = read(row);
    if (!fields && !wanted) problems.omit('bad-record', `/${index}`, row);
    return fields ?? [];
  });
  if (!wanted && entries.length > 1) {
    const some = entries.slice(0, 5).flatMap((entry) => entry.text(...keys)?.slice(0, 80) ?? []);
    throw new SourceError(
      'not-chosen',
      address,
      `${entries.length} datasets at ${address}: choose one with dataset="…" ("${some.join('", "')}").`,
    );
  }
  if (!wanted || entries.length === 0) return entries[0];
  for (const key of keys) {
    const found = entries.filter((entry) => entry.text(key)?.trim() === wanted);
    if (found.length > 1) {
      problems.doubtful = 1;
      problems.add('duplicate-identifier', `/${key}`, wanted);
    }
    if (found[0]) return found[0];
  }
  throw new SourceError('not-found', address, `No dataset "${wanted}" at ${address}.`);
}

/** The answer was read whole and holds no dataset. */
export function noDataset(): Reading<Dataset> {
  const model = { keywords: [], themes: [], languages: [], resources: [] };
  return { model, received: 0, omitted: 0, problems: [], empty: true };
}
