import type { Budget, Problem, Reading } from '@ventana/model';
import { guardAddress } from '../address.js';
import { csvReader } from '../csv/csv.js';
import { inSlices, type SliceOptions } from '../csv/slices.js';
import type { FetchOptions } from '../fetch-reading.js';
import { exactNumbers } from '../transport/exact-numbers.js';
import { parseJson, requireData } from '../transport/read-json.js';
import { SourceError } from '../transport/source-error.js';
import type { Answer } from '../transport/transport.js';
import { csvPieces, type TextPieces } from './budget-charset.js';
import { readBudgetTable, type BudgetTable } from './budget-reader.js';
import type { ColumnMapping } from './column-plan.js';
import { datastorePage, datastoreTable } from './datastore-table.js';
import { countOf, listOf, member } from './json-value.js';
import * as rareFormats from './rare-formats.js';
import { tidyTable } from './tidy-table.js';

type RareFormats = typeof rareFormats;

export interface BudgetOptions extends FetchOptions {
  /** Which column is what, where headers do not say it. */
  readonly columns?: ColumnMapping | undefined;
  /** ISO 4217, for data that do not say theirs. Default `MXN`. */
  readonly currency?: string | undefined;
  /** Year of all amounts, for data that do not say it. */
  readonly year?: string | undefined;
  /** Gross or net, for data that do not say it. Default: nobody says. */
  readonly basis?: 'gross' | 'net' | undefined;
  /** Pages read of an API that answers in pages. Default 50. */
  readonly maxPages?: number | undefined;
}

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
 * A budget from a document that holds its own data: tidy JSON, CSV text, a babbage aggregate, a
 * page of `datastore_search`, a data package with inline data. Nothing is fetched. What can't be
 * read is counted in the reading.
 *
 * @throws {SourceError} `malformed` for a document of no known form, or with no column of amounts
 */
export function parseBudget(document: unknown, options: BudgetOptions = {}): Reading<Budget> {
  return parseWith(rareFormats, document, options);
}

/** The same, where the readers of rare forms may still have to be loaded: at once for all others. */
export function parseBudgetDocument(
  document: unknown,
  options: BudgetOptions = {},
): Reading<Budget> | Promise<Reading<Budget>> {
  const rare = loadRareFormats(detectBudget(document));
  return rare
    ? rare.then((formats) => parseWith(formats, document, options))
    : parseWith(undefined, document, options);
}

function loadRareFormats(format: BudgetFormat | undefined): Promise<RareFormats> | undefined {
  return format === 'fiscal-package' || format === 'aggregate'
    ? import('./rare-formats.js')
    : undefined;
}

function parseWith(
  rare: RareFormats | undefined,
  document: unknown,
  options: BudgetOptions,
): Reading<Budget> {
  const problems: Problem[] = [];
  const table = tableOf([document], 'inline data', problems, rare);
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
  const slices: SliceOptions = options.signal ? { signal: options.signal } : {};
  const table = await answerTable(answer, options, slices, get, problems);
  const steps = readBudgetTable(withOptions(table, options));
  let reading: Reading<Budget> | undefined;
  await inSlices(() => {
    const { done, value } = steps.next();
    if (done) reading = value;
    return !done;
  }, slices);
  return finished(reading, problems, address);
}

async function answerTable(
  answer: Answer,
  options: BudgetOptions,
  slices: SliceOptions,
  get: GetAnswer,
  problems: Problem[],
): Promise<BudgetTable> {
  if (!isJson(answer)) return csvAnswer(answer, options.charset, slices);
  const { address } = answer;
  const document = jsonOf(answer, options);
  const format = detectBudget(document);
  const rare = await loadRareFormats(format);
  const described = format === 'fiscal-package' && rare?.fiscalPackage(document, problems);
  if (!described || described.path === undefined) {
    return tableOf(await allPages(document, address, options, get), address, problems, rare);
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
    ? { ...about, ...tableOf([jsonOf(file, options)], file.address, problems, rare), ...about }
    : { ...about, ...(await csvAnswer(file, options.charset ?? encoding, slices, delimiter)) };
}

function jsonOf(answer: Answer, options: BudgetOptions): unknown {
  return parseJson(answer, { ...options, rewrite: exactNumbers });
}

/** JSON starts with a brace or a bracket; no header of a CSV does. Byte order mark and UTF-16 included. */
function isJson({ bytes }: Answer): boolean {
  const start = bytes.subarray(0, 256).find((byte) => byte > 32 && byte < 0xbb);
  return start === 0x7b || start === 0x5b;
}

/** The table of a CSV answer, its text decoded piece by piece as rows are read. */
async function csvAnswer(
  answer: Answer,
  charset: BudgetOptions['charset'],
  slices: SliceOptions,
  delimiter?: string,
): Promise<BudgetTable> {
  const next = await csvPieces(answer, charset, slices);
  let first = next();
  requireData(first ?? '', answer);
  return csvTable(() => {
    const piece = first ?? next();
    first = undefined;
    return piece;
  }, delimiter);
}

function csvTable(text: string | TextPieces, delimiter?: string): BudgetTable {
  return { next: csvReader(text, delimiter ? { delimiter } : {}) };
}

function withOptions(
  table: BudgetTable,
  { columns, currency, year, basis }: BudgetOptions,
): BudgetTable {
  return {
    ...table,
    columns: { ...table.columns, ...columns },
    currency: table.currency ?? currency,
    year: table.year ?? year,
    basis: table.basis ?? basis,
  };
}

function finished(
  reading: Reading<Budget> | undefined,
  problems: readonly Problem[],
  address: string,
): Reading<Budget> {
  if (reading) return { ...reading, problems: [...problems, ...reading.problems] };
  throw new SourceError(
    'malformed',
    address,
    `${address} has no column of amounts that is known: name it with columns="aprobado: its header".`,
  );
}

/** The table of a document that came in one page or several. */
function tableOf(
  pages: readonly unknown[],
  address: string,
  problems: Problem[],
  rare: RareFormats | undefined,
): BudgetTable {
  const [document] = pages;
  const format = detectBudget(document);
  if (format === 'csv') return csvTable(String(document));
  if (rare && format === 'aggregate') return rare.aggregateTable(pages);
  if (format === 'datastore') {
    return datastoreTable(pages.flatMap((page) => datastorePage(page) ?? []));
  }
  if (format === 'tidy') return tidyTable(document) as BudgetTable;
  const described = format && rare?.fiscalPackage(document, problems);
  const inline = described && tidyTable(described.data);
  if (inline) return { ...inline, ...described.about };
  // What an API says when it has nothing to give, else that the form is unknown.
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
  const visited = new Set<string | undefined>([undefined, address]);
  const rowsOf = (page: unknown): number =>
    (listOf(member(page, 'cells')) ?? datastorePage(page)?.records ?? []).length;
  const total = countOf(member(first, 'total_cell_count')) ?? datastorePage(first)?.total ?? 0;
  let read = rowsOf(first);
  let at = address;
  while (pages.length < (options.maxPages ?? 50) && read < total) {
    const next = nextPage(pages.at(-1), at, read);
    if (next === undefined || visited.has(next)) break;
    visited.add((at = next));
    try {
      const answer = await get(next);
      const page = answer && jsonOf(answer, options);
      if (rowsOf(page) === 0) break;
      read += rowsOf(page);
      pages.push(page);
    } catch (error) {
      if (options.signal?.aborted) throw error;
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
