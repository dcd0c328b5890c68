import type { Problem } from '@ventana/model';
import { guardAddress } from '../address.js';
import { SourceError } from '../transport/source-error.js';
import type { Answer } from '../transport/transport.js';
import { aggregateTable } from './aggregate-table.js';
import type { BudgetTable } from './budget-reader.js';
import { datastorePage, datastoreTable } from './datastore-table.js';
import { fiscalPackage } from './fiscal-package.js';
import { countOf, listOf, member } from './json-value.js';
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
  if (format === 'datastore') {
    return datastoreTable(pages.flatMap((page) => datastorePage(page) ?? []));
  }
  const described = format === 'fiscal-package' ? fiscalPackage(document, problems) : undefined;
  const table = tidyTable(format === 'fiscal-package' ? described?.data : document);
  if (table) return { ...table, ...described?.about };
  const type = JSON.stringify(member(document, 'error')) ?? '';
  throw new SourceError(
    member(document, 'success') !== false
      ? 'malformed'
      : /not found/i.test(type)
        ? 'not-found'
        : /authorization/i.test(type)
          ? 'denied'
          : 'server',
    address,
    `${address} holds no budget of a known form: see docs/budget-formats.md.`,
  );
}

/** What reads the answers that an answer points to. */
export interface AnswerReader {
  readonly address: string;
  readonly maxPages?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly problems: Problem[];
  get(address: string): Promise<Answer | undefined>;
  isJson(answer: Answer): boolean;
  json(answer: Answer): unknown;
  csv(answer: Answer, encoding?: string, delimiter?: string): Promise<BudgetTable>;
}

/** The same with what the document points to: the file of a data package, the further pages of an API. */
export async function rareAnswer(document: unknown, reader: AnswerReader): Promise<BudgetTable> {
  const { address, problems, isJson, json, csv, get } = reader;
  const described =
    detectBudget(document) === 'fiscal-package' ? fiscalPackage(document, problems) : undefined;
  if (described?.path === undefined) {
    return rareTable(await allPages(document, reader), address, problems);
  }
  const { path, about, encoding, delimiter } = described;
  const at = sameOrigin(path, address);
  const file = at && (await get(at));
  if (!file) {
    throw new SourceError(
      at ? 'not-found' : 'malformed',
      address,
      `${path.slice(0, 200)}, the file of ${address}, is gone or on another host: give it as src.`,
    );
  }
  return isJson(file)
    ? { ...about, ...rareTable([json(file)], file.address, problems), ...about }
    : { ...about, ...(await csv(file, encoding, delimiter)) };
}

/** No host is contacted that no attribute names: data may only point to its own origin. */
function sameOrigin(path: string, base: string): string | undefined {
  const address = guardAddress(path, base);
  return address && new URL(address).origin === new URL(base).origin ? address : undefined;
}

/**
 * All pages of an answer that comes in pages. Stops at the total, at an empty or known page, at a
 * page that can't be had, and after `maxPages`: what is missing then is counted as not received.
 */
async function allPages(
  first: unknown,
  { address, maxPages = 50, signal, get, json }: AnswerReader,
): Promise<unknown[]> {
  const pages = [first];
  const visited = new Set<string | undefined>([undefined, address]);
  const rowsOf = (page: unknown): number =>
    (listOf(member(page, 'cells')) ?? datastorePage(page)?.records ?? []).length;
  const total = countOf(member(first, 'total_cell_count')) ?? datastorePage(first)?.total ?? 0;
  let read = rowsOf(first);
  let at = address;
  while (pages.length < maxPages && read < total) {
    const next = nextPage(pages.at(-1), at, read);
    if (next === undefined || visited.has(next)) break;
    visited.add((at = next));
    try {
      const answer = await get(next);
      const page = answer && json(answer);
      if (rowsOf(page) === 0) break;
      read += rowsOf(page);
      pages.push(page);
    } catch (error) {
      if (signal?.aborted) throw error;
      break;
    }
  }
  return pages;
}

function nextPage(document: unknown, address: string, read: number): string | undefined {
  const url = new URL(address);
  const page = countOf(member(document, 'page'));
  const next = datastorePage(document)?.next;
  if (next) return sameOrigin(next, address);
  if (page !== undefined) url.searchParams.set('page', String(page + 1));
  else if (member(document, 'cells')) return undefined;
  else url.searchParams.set('offset', String(read));
  return url.href;
}
