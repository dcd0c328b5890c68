import type { OmissionReason } from '@ventana/model';
import type { BudgetTable } from './budget-reader.js';
import { cellText } from './column-plan.js';
import { listOf, member, namesOf, rowReader, textOf } from './json-value.js';

/** One page of CKAN's `datastore_search`. */
export interface DatastorePage {
  readonly records: readonly unknown[];
  readonly fields: readonly string[];
  readonly total?: number;
  /** Address of the next page as the answer gives it, relative to the portal. */
  readonly next?: string;
}

/** `{ success, result: { fields, records, total, _links } }`, or its `result` alone. */
export function datastorePage(document: unknown): DatastorePage | undefined {
  const result = member(document, 'result') ?? document;
  const records = listOf(member(result, 'records'));
  if (!records) return undefined;
  const fields = (listOf(member(result, 'fields')) ?? [])
    .map((field) => cellText(member(field, 'id')))
    .filter((name) => name !== '');
  const total = member(result, 'total');
  const next = textOf(member(member(result, '_links'), 'next'));
  return {
    records,
    fields: fields.length > 0 ? fields : namesOf(records),
    ...(typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 ? { total } : {}),
    ...(next === undefined ? {} : { next }),
  };
}

/** Pages as one table; a record that came twice (by `_id`: pages shift while being read) counts once. */
export function datastoreTable(pages: readonly DatastorePage[]): BudgetTable {
  const header = [...new Set(pages.flatMap(({ fields }) => fields))];
  const seen = new Set<unknown>();
  const dropped: OmissionReason[] = [];
  const records = pages
    .flatMap((page) => page.records)
    .filter((record) => {
      const id = member(record, '_id');
      if (typeof id !== 'number' && typeof id !== 'string') return true;
      if (seen.has(id)) {
        dropped.push('duplicate');
        return false;
      }
      seen.add(id);
      return true;
    });
  const totals = pages.flatMap(({ total }) => total ?? []);
  return {
    header,
    next: rowReader(records, header),
    dropped,
    ...(totals.length > 0 ? { total: Math.max(...totals) + dropped.length } : {}),
  };
}
