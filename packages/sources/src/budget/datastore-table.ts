import type { BudgetTable } from './budget-reader.js';
import { cellText } from './column-plan.js';
import { countOf, listOf, member, namesOf, rowReader, textOf } from './json-value.js';

/** One page of CKAN's `datastore_search`. */
export interface DatastorePage {
  readonly records: readonly unknown[];
  readonly fields: readonly string[];
  readonly total: number | undefined;
  /** Address of the next page as the answer gives it, relative to the portal. */
  readonly next: string | undefined;
}

/** `{ success, result: { fields, records, total, _links } }`, or its `result` alone. */
export function datastorePage(document: unknown): DatastorePage | undefined {
  const result = member(document, 'result') ?? document;
  const records = listOf(member(result, 'records'));
  if (!records) return undefined;
  const fields = listOf(member(result, 'fields'))?.map((field) => cellText(member(field, 'id')));
  return {
    records,
    fields: fields?.length ? fields : namesOf(records),
    total: countOf(member(result, 'total')),
    next: textOf(member(member(result, '_links'), 'next')),
  };
}

/** Pages as one table; a record that came twice (by `_id`: pages shift while being read) counts once. */
export function datastoreTable(pages: readonly DatastorePage[]): BudgetTable {
  const header = [...new Set(pages.flatMap(({ fields }) => fields))];
  const all = pages.flatMap(({ records }) => records);
  const seen = new Set<unknown>();
  const records = all.filter((record) => {
    const id = member(record, '_id');
    return id === undefined || (!seen.has(id) && seen.add(id));
  });
  const duplicates = all.length - records.length;
  return {
    header,
    next: rowReader(records, header),
    duplicates,
    total: Math.max(...pages.map(({ total = 0 }) => total)) + duplicates,
  };
}
