import type { Budget, Problem, Reading } from '@ventana/model';
import { guardAddress } from '../address.js';
import { csvReader } from '../csv/csv.js';
import { inSlices } from '../csv/slices.js';
import type { FetchOptions } from '../fetch-reading.js';
import { exactNumbers } from '../transport/exact-numbers.js';
import { parseJson, requireData } from '../transport/read-json.js';
import { SourceError } from '../transport/source-error.js';
import type { Answer } from '../transport/transport.js';
import { aggregateTable } from './aggregate-table.js';
import { csvPieces, type TextPieces } from './budget-charset.js';
import { readBudgetTable, type BudgetTable } from './budget-reader.js';
import type { ColumnMapping } from './column-plan.js';
import { datastorePage, datastoreTable, type DatastorePage } from './datastore-table.js';
import { fiscalPackage, type FiscalPackage } from './fiscal-package.js';
import { listOf, member, textOf } from './json-value.js';
import { tidyTable } from './tidy-table.js';

export interface BudgetOptions extends FetchOptions {
  /** Which column is what, where headers do not say it. */
  readonly columns?: ColumnMapping;
  /** ISO 4217, for data that do not say theirs. Default `MXN`. */
  readonly currency?: string;
  /** Year of all amounts, for data that do not say it. */
  readonly year?: string;
  readonly basis?: 'gross' | 'net';
  /** Pages read of an API that answers in pages. Default 50. */
  readonly maxPages?: number;
}

/** The forms that are recognised, by what the answer holds, never by its name. */
export type BudgetFormat = 'csv' | 'tidy' | 'fiscal-package' | 'aggregate' | 'datastore';

/** `undefined` for JSON of no form we know. Text is CSV. */
export function detectBudget(document: unknown): BudgetFormat | undefined {
  if (typeof document === 'string') return 'csv';
  if (listOf(member(document, 'cells'))) return 'aggregate';
  if (listOf(member(document, 'resources'))) return 'fiscal-package';
  if (datastorePage(document) && (member(document, 'result') || member(document, 'fields'))) {
    return 'datastore';
  }
  return tidyTable(document) ? 'tidy' : undefined;
}

/**
 * A budget from a document that holds its own data: tidy JSON, CSV text, a babbage aggregate, a
 * page of `datastore_search`, a data package with inline data. Nothing is fetched. What can't be
 * read is counted in the reading.
 *
 * @throws {SourceError} `malformed` for a document of no known form, or with no column of amounts
 */
export function parseBudget(document: unknown, options: BudgetOptions = {}): Reading<Budget> {
  const problems: Problem[] = [];
  const table = tableOf(document, 'inline data', problems);
  const steps = readBudgetTable(withOptions(table, options));
  let step = steps.next();
  while (!step.done) step = steps.next();
  return finished(step.value, problems, 'inline data');
}

/** Another answer of the same source (a page, a package's file), or `undefined` when there is none to be had. */
export type GetAnswer = (address: string) => Promise<Answer | undefined>;

/**
 * The same from an answer, with what it points to: the file of a data package, the further pages
 * of an API. Only addresses of the answer's own origin are read. Works in slices of some
 * milliseconds.
 *
 * @throws {SourceError} for an answer that holds no budget
 */
export async function readBudgetAnswer(
  answer: Answer,
  options: BudgetOptions,
  get: GetAnswer,
): Promise<Reading<Budget>> {
  const problems: Problem[] = [];
  const { address } = answer;
  let table: BudgetTable;
  if (isJson(answer)) {
    const document = jsonOf(answer, options);
    const format = detectBudget(document);
    if (format === 'fiscal-package') {
      table = await packageTable(document, address, options, get, problems);
    } else {
      const whole =
        format === 'datastore' || format === 'aggregate'
          ? await allPages(document, address, options, get)
          : [document];
      table = tableOf(whole.length > 1 ? whole : document, address, problems, format);
    }
  } else {
    table = await csvAnswer(answer, options);
  }
  const steps = readBudgetTable(withOptions(table, options));
  let step = steps.next();
  await inSlices(() => {
    if (!step.done) step = steps.next();
    return !step.done;
  }, sliceOptions(options));
  return finished(step.done ? step.value : undefined, problems, address);
}

function sliceOptions({ signal }: BudgetOptions): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}

function jsonOf(answer: Answer, { maxDepth, charset }: BudgetOptions): unknown {
  return parseJson(answer, {
    rewrite: exactNumbers,
    ...(maxDepth === undefined ? {} : { maxDepth }),
    ...(charset === undefined ? {} : { charset }),
  });
}

/** JSON starts with a brace or a bracket; no header of a CSV does. Byte order mark and UTF-16 included. */
function isJson({ bytes }: Answer): boolean {
  const start = bytes.subarray(0, 256).filter((byte) => byte > 32 && byte < 0xbb);
  return start[0] === 0x7b || start[0] === 0x5b;
}

/** The table of a CSV answer, its text decoded piece by piece as rows are read. */
async function csvAnswer(
  answer: Answer,
  options: BudgetOptions,
  delimiter?: string,
): Promise<BudgetTable> {
  const next = await csvPieces(answer, options.charset, sliceOptions(options));
  let first = next();
  requireData(first ?? '', answer);
  return csvTable(() => {
    const piece = first ?? next();
    first = undefined;
    return piece;
  }, delimiter);
}

function csvTable(text: string | TextPieces, delimiter?: string): BudgetTable {
  return { next: csvReader(text, delimiter === undefined ? {} : { delimiter }) };
}

function withOptions(table: BudgetTable, options: BudgetOptions): BudgetTable {
  const { columns, currency, year, basis } = options;
  return {
    ...table,
    ...(columns ? { columns: { ...table.columns, ...columns } } : {}),
    ...(year !== undefined && table.year === undefined ? { year } : {}),
    ...(basis !== undefined && table.basis === undefined ? { basis } : {}),
    ...(currency !== undefined && table.currency === undefined ? { currency } : {}),
  };
}

function finished(
  reading: Reading<Budget> | undefined,
  problems: readonly Problem[],
  address: string,
): Reading<Budget> {
  if (!reading) {
    throw new SourceError(
      'malformed',
      address,
      `${address} has no column that can be taken for an amount: name one with the columns attribute, as in columns="ramo: Dependencia; aprobado: Monto".`,
    );
  }
  return { ...reading, problems: [...problems, ...reading.problems] };
}

function tableOf(
  document: unknown,
  address: string,
  problems: Problem[],
  format = detectBudget(document),
): BudgetTable {
  const found = format === undefined ? undefined : tableOfFormat(format, document, problems);
  if (found) return found;
  throw failed(document, address);
}

function tableOfFormat(
  format: BudgetFormat,
  document: unknown,
  problems: Problem[],
): BudgetTable | undefined {
  const pages = listOf(document) ?? [document];
  if (format === 'csv') return csvTable(String(document));
  if (format === 'tidy') return tidyTable(document);
  if (format === 'datastore') {
    return datastoreTable(pages.map(datastorePage).filter((page): page is DatastorePage => !!page));
  }
  if (format === 'aggregate') {
    const cells = pages.flatMap((page) => listOf(member(page, 'cells')) ?? []);
    const { attributes, aggregates, total_cell_count } = pages[0] as Record<string, unknown>;
    return aggregateTable({ attributes, aggregates, total_cell_count, cells });
  }
  const described = fiscalPackage(document);
  const inline = described && tidyTable(described.data);
  return described && inline && planned(described, inline, problems);
}

/** What an API says when it has nothing to give, else that the form is unknown. */
function failed(document: unknown, address: string): SourceError {
  if (member(document, 'success') === false) {
    const error = member(document, 'error');
    const type = textOf(member(error, '__type')) ?? '';
    const reason = /not found/i.test(type)
      ? 'not-found'
      : /authorization/i.test(type)
        ? 'denied'
        : 'server';
    return new SourceError(
      reason,
      address,
      `${address} answered success: false (${type || 'no reason given'}).`,
    );
  }
  return new SourceError(
    'malformed',
    address,
    `${address} is JSON, but no budget that is known: see docs/budget-formats.md.`,
  );
}

function planned(described: FiscalPackage, table: BudgetTable, problems: Problem[]): BudgetTable {
  return {
    ...described.about,
    ...table,
    planFor: (header) => described.plan(header, problems),
  };
}

async function packageTable(
  document: unknown,
  address: string,
  options: BudgetOptions,
  get: GetAnswer,
  problems: Problem[],
): Promise<BudgetTable> {
  const described = fiscalPackage(document);
  if (described?.path === undefined) {
    return tableOf(document, address, problems, 'fiscal-package');
  }
  const at = sameOrigin(described.path, address);
  const answer = at === undefined ? undefined : await get(at);
  if (!answer) {
    throw new SourceError(
      at === undefined ? 'malformed' : 'not-found',
      address,
      `${address} is a data package whose file (${described.path.slice(0, 200)}) is not on the same host, or could not be had: give the file itself as src.`,
    );
  }
  if (isJson(answer)) {
    const table = tidyTable(jsonOf(answer, options));
    if (table) return planned(described, table, problems);
    throw failed(undefined, answer.address);
  }
  const { encoding, delimiter } = described;
  const charset = options.charset ?? encoding;
  const table = await csvAnswer(
    answer,
    charset === undefined ? options : { ...options, charset },
    delimiter,
  );
  return planned(described, table, problems);
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
  address: string,
  options: BudgetOptions,
  get: GetAnswer,
): Promise<unknown[]> {
  const pages = [first];
  const visited = new Set([address]);
  let read = rowsOf(first);
  let last = first;
  let at = address;
  while (pages.length < (options.maxPages ?? 50) && read < (totalOf(first) ?? 0)) {
    const next = nextPage(last, at, read);
    if (next === undefined || visited.has(next)) break;
    visited.add(next);
    try {
      const answer = await get(next);
      if (!answer) break;
      last = jsonOf(answer, options);
    } catch (error) {
      if (options.signal?.aborted) throw error;
      break;
    }
    at = next;
    const rows = rowsOf(last);
    if (rows === 0) break;
    read += rows;
    pages.push(last);
  }
  return pages;
}

function rowsOf(document: unknown): number {
  return (listOf(member(document, 'cells')) ?? datastorePage(document)?.records ?? []).length;
}

function totalOf(document: unknown): number | undefined {
  const total = member(document, 'total_cell_count');
  return typeof total === 'number' ? total : datastorePage(document)?.total;
}

function nextPage(document: unknown, address: string, read: number): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const page = member(document, 'page');
  if (typeof page === 'number') url.searchParams.set('page', String(page + 1));
  else if (listOf(member(document, 'cells'))) return undefined;
  else {
    const next = datastorePage(document)?.next;
    if (next !== undefined) return sameOrigin(next, address);
    url.searchParams.set('offset', String(read));
  }
  return url.href;
}
