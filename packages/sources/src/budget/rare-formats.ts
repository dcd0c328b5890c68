import type { Problem } from '@ventana/model';
import { SourceError } from '../transport/source-error.js';
import { aggregateTable } from './aggregate-table.js';
import type { BudgetTable } from './budget-reader.js';
import { allPages, sameOrigin, type AnswerReader } from './answer-pages.js';
import * as datastore from './datastore-answer.js';
import { datastorePage } from './datastore-table.js';
import { fiscalPackage } from './fiscal-package.js';
import { listOf, member } from './json-value.js';
import { tidyTable } from './tidy-table.js';

/** The forms that are recognised, by what the answer holds, never by its name. */
export type BudgetFormat = 'csv' | 'tidy' | 'fiscal-package' | 'aggregate' | 'datastore';

/** `undefined` for JSON of no form we know. Text is CSV. */
export function detectBudget(document: unknown): BudgetFormat | undefined {
  if (typeof document === 'string') return 'csv';
  if (listOf(member(document, 'cells'))) return 'aggregate';
  if (listOf(member(document, 'resources'))) return 'fiscal-package';
  if (datastorePage(document) && (member(document, 'result') ?? member(document, 'fields'))) {
    return 'datastore';
  }
  return tidyTable(document) && 'tidy';
}

/**
 * The table of a document that came in one page or several.
 *
 * @throws {SourceError} where an API says that it has nothing to give, and for what is no budget
 */
export function rareTable(
  pages: readonly unknown[],
  address: string,
  problems: Problem[],
): BudgetTable {
  const [document] = pages;
  const format = detectBudget(document);
  if (format === 'aggregate') return aggregateTable(pages);
  if (format === 'datastore') return datastore.rareTable(pages);
  const described = format === 'fiscal-package' ? fiscalPackage(document, problems) : undefined;
  const table = tidyTable(format === 'fiscal-package' ? described?.data : document);
  if (table) return { ...table, ...described?.about };
  if (member(document, 'success') !== false) {
    throw new SourceError(
      'malformed',
      address,
      `${address} holds no budget of a known form: see docs/budget-formats.md.`,
    );
  }
  const said = JSON.stringify(member(document, 'error')) ?? '';
  throw new SourceError(
    /not found/i.test(said) ? 'not-found' : /authorization/i.test(said) ? 'denied' : 'server',
    address,
    `${address} refuses: ${said.slice(0, 200) || 'it does not say why'}.`,
  );
}

/** The same with what the document points to: the file of a data package, the further pages of an API. */
export async function rareAnswer(document: unknown, reader: AnswerReader): Promise<BudgetTable> {
  const { address, problems, isJson, json, csv, get } = reader;
  const described =
    detectBudget(document) === 'fiscal-package' ? fiscalPackage(document, problems) : undefined;
  if (!described?.paths[0]) {
    return rareTable(await allPages(document, reader), address, problems);
  }
  const { paths, about, encoding, delimiter } = described;
  const tables: BudgetTable[] = [];
  for (const path of paths) {
    const at = sameOrigin(path, address);
    const file = at && (await get(at));
    if (!file) {
      throw new SourceError(
        at ? 'not-found' : 'malformed',
        address,
        `${path.slice(0, 200)}, the file of ${address}, is gone or on another host: give it as src.`,
      );
    }
    tables.push(
      isJson(file)
        ? rareTable([json(file)], file.address, problems)
        : await csv(file, encoding, delimiter),
    );
  }
  return { ...joined(tables), ...about };
}

/** Pieces of one table, each with its header, as one. */
function joined(tables: readonly BudgetTable[]): BudgetTable {
  let at = 0;
  return {
    ...tables[0]!,
    next: () => {
      let row = tables[at]?.next();
      while (row === undefined && ++at < tables.length) {
        const { header, next } = tables[at]!;
        if (!header) next();
        row = next();
      }
      return row;
    },
  };
}
