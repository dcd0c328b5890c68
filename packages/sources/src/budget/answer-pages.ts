import type { Problem } from '@ventana/model';
import { guardAddress } from '../address.js';
import type { Answer } from '../transport/transport.js';
import type { BudgetTable } from './budget-reader.js';
import { datastorePage } from './datastore-table.js';
import { countOf, listOf, member } from './json-value.js';

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

/** No host is contacted that no attribute names: data may only point to its own origin. */
export function sameOrigin(path: string, base: string): string | undefined {
  const address = guardAddress(path, base);
  return address && new URL(address).origin === new URL(base).origin ? address : undefined;
}

/**
 * All pages of an answer that comes in pages. Stops at the total, at an empty or known page, at one
 * whose rows are those of a page before (a server that does not know `page` or `offset`), at a page
 * that can't be had, and after `maxPages`: what is missing then is counted as not received.
 */
export async function allPages(
  first: unknown,
  { address, maxPages = 50, signal, problems, get, json }: AnswerReader,
): Promise<unknown[]> {
  const pages = [first];
  const visited = new Set<string | undefined>([undefined, address]);
  const rowsOf = (page: unknown): readonly unknown[] =>
    listOf(member(page, 'cells')) ?? datastorePage(page)?.records ?? [];
  const total = countOf(member(first, 'total_cell_count')) ?? datastorePage(first)?.total ?? 0;
  let read = rowsOf(first).length;
  let at = address;
  while (pages.length < maxPages && read < total) {
    const next = nextPage(pages.at(-1), at, read);
    if (next === undefined || visited.has(next)) break;
    visited.add((at = next));
    try {
      const answer = await get(next);
      const page = answer && json(answer);
      const rows = rowsOf(page);
      if (rows.length === 0) break;
      if (pages.some((before) => areSame(rowsOf(before), rows))) {
        const where = `page ${pages.length + 1}`;
        problems.push({ code: 'rows-repeat', where, found: String(rows.length) });
        break;
      }
      read += rows.length;
      pages.push(page);
    } catch (error) {
      if (signal?.aborted) throw error;
      break;
    }
  }
  return pages;
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return (
    some.length === others.length &&
    some.every((row, at) => JSON.stringify(row) === JSON.stringify(others[at]))
  );
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
