import { allPages, type AnswerReader } from './answer-pages.js';
import type { BudgetTable } from './budget-reader.js';
import { datastorePage, datastoreTable } from './datastore-table.js';

/** The table of CKAN's `datastore_search`, in one page or several. Loaded when such an answer comes. */
export function rareTable(pages: readonly unknown[]): BudgetTable {
  return datastoreTable(pages.flatMap((page) => datastorePage(page) ?? []));
}

/** The same with its further pages. */
export async function rareAnswer(document: unknown, reader: AnswerReader): Promise<BudgetTable> {
  return rareTable(await allPages(document, reader));
}
