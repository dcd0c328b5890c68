import type { Budget, Problem, Reading } from '@ventana/model';
import { csvReader } from '../csv/csv.js';
import { inSlices, type SliceOptions } from '../csv/slices.js';
import type { FetchOptions } from '../fetch-reading.js';
import { exactNumbers } from '../transport/exact-numbers.js';
import { parseJson, requireData } from '../transport/read-json.js';
import { SourceError } from '../transport/source-error.js';
import type { Answer } from '../transport/transport.js';
import { csvPieces, type TextPieces } from './budget-charset.js';
import {
  readBudgetTable,
  type BudgetDraft,
  type BudgetSteps,
  type BudgetTable,
  type ColumnPlanner,
} from './budget-reader.js';
import type { ColumnMapping } from './column-plan.js';
import { listOf, member } from './json-value.js';
import { planColumns } from './plan-columns.js';
import { detectBudget, rareTable } from './rare-formats.js';
import type { rareAnswer } from './rare-formats.js';
import { withoutSubtotals } from './subtotals.js';
import { tidyTable } from './tidy-table.js';

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

/** Where data have no address of their own. */
const INLINE = 'inline data';

/**
 * A budget from a document that holds its own data: tidy JSON, CSV text, a babbage aggregate, a
 * page of `datastore_search`, a data package with inline data. Nothing is fetched. What can't be
 * read is counted in the reading.
 *
 * @throws {SourceError} `malformed` for a document of no known form, or with no column of amounts
 */
export function parseBudget(document: unknown, options: BudgetOptions = {}): Reading<Budget> {
  const isPlain = /^(?:csv|tidy)$/.test(detectBudget(document) ?? '');
  const steps = stepsOf(isPlain ? plainTable : rareTable, document, options);
  const draft = finished(run(steps, planColumns).value, INLINE);
  return draft.hasTotals ? run(withoutSubtotals(draft)).value! : draft.reading;
}

/** The same, where what reads rare forms, odd columns and totals may still have to be loaded: at once for all others. */
export function parseBudgetDocument(
  document: unknown,
  options: BudgetOptions = {},
): Reading<Budget> | Promise<Reading<Budget>> {
  const end = (read: BudgetDraft | undefined): Reading<Budget> | Promise<Reading<Budget>> => {
    const draft = finished(read, INLINE);
    return draft.hasTotals
      ? import('./subtotals.js').then((subtotals) => run(subtotals.withoutSubtotals(draft)).value!)
      : draft.reading;
  };
  const parse = (tableOf: typeof rareTable): Reading<Budget> | Promise<Reading<Budget>> => {
    const steps = stepsOf(tableOf, document, options);
    const { done, value } = run(steps);
    return done
      ? end(value)
      : import('./plan-columns.js').then((plan) => end(run(steps, plan.planColumns).value));
  };
  return loadRare(document)?.then((rare) => parse(rare.rareTable)) ?? parse(plainTable);
}

/** What reads forms that are neither CSV nor tidy, for a site's bundle loaded when one comes. */
interface RareForms {
  readonly rareTable: typeof rareTable;
  readonly rareAnswer: typeof rareAnswer;
}

/** A page of CKAN; an aggregate, a data package, an API's refusal; `undefined` for anything else. */
function loadRare(document: unknown): Promise<RareForms> | undefined {
  const of = (name: string): unknown => member(document, name);
  if (listOf(of('cells')) ?? listOf(of('resources')) ?? of('success') === false) {
    return import('./rare-formats.js');
  }
  const page = of('result') ?? (of('fields') && document);
  return listOf(member(page, 'records')) && import('./datastore-answer.js');
}

function plainTable([document]: readonly unknown[], address: string): BudgetTable {
  const table = typeof document === 'string' ? csvTable(document) : tidyTable(document);
  if (table) return table;
  throw new SourceError(
    'malformed',
    address,
    `${address} holds no budget of a known form: see docs/budget-formats.md.`,
  );
}

function stepsOf(
  tableOf: typeof rareTable,
  document: unknown,
  options: BudgetOptions,
): BudgetSteps<BudgetDraft | undefined> {
  const problems: Problem[] = [];
  const table = tableOf([document], INLINE, problems);
  return readBudgetTable({ ...withOptions(table, options), problems });
}

/** Runs on, to the end or to where a planner that is not there is asked for. */
function run<T>(
  steps: BudgetSteps<T>,
  planner?: ColumnPlanner,
): { done: boolean; value: T | undefined } {
  let step = steps.next(planner);
  while (!step.done && !(step.value && !planner)) step = steps.next(planner);
  return step.done ? { done: true, value: step.value } : { done: false, value: undefined };
}

async function runInSlices<T>(steps: BudgetSteps<T>, slices: SliceOptions): Promise<T> {
  let planner: ColumnPlanner | undefined;
  for (;;) {
    let step: IteratorResult<unknown, T> | undefined;
    await inSlices(() => {
      step = steps.next(planner);
      return !step.done && !step.value;
    }, slices);
    if (step?.done) return step.value;
    ({ planColumns: planner } = await import('./plan-columns.js'));
  }
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
  const { signal } = options;
  const slices: SliceOptions = signal ? { signal } : {};
  const table = await answerTable(answer, options, slices, get, problems);
  const steps = readBudgetTable({ ...withOptions(table, options), problems });
  const draft = finished(await runInSlices(steps, slices), address);
  if (!draft.hasTotals) return draft.reading;
  const { withoutSubtotals } = await import('./subtotals.js');
  return runInSlices(withoutSubtotals(draft), slices);
}

async function answerTable(
  answer: Answer,
  options: BudgetOptions,
  slices: SliceOptions,
  get: GetAnswer,
  problems: Problem[],
): Promise<BudgetTable> {
  const { address } = answer;
  const { maxPages, signal, charset } = options;
  const json = (file: Answer): unknown => parseJson(file, { ...options, rewrite: exactNumbers });
  const csv = (file: Answer, encoding?: string, delimiter?: string): Promise<BudgetTable> =>
    csvAnswer(file, charset ?? encoding, slices, delimiter);
  if (!isJson(answer)) return csv(answer);
  const document = json(answer);
  const rare = await loadRare(document);
  return rare
    ? rare.rareAnswer(document, { address, maxPages, signal, problems, get, isJson, json, csv })
    : plainTable([document], address);
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

function finished(draft: BudgetDraft | undefined, address: string): BudgetDraft {
  if (draft) return draft;
  throw new SourceError(
    'malformed',
    address,
    `${address} has no column of amounts that is known: name it with columns="aprobado: its header".`,
  );
}
