import {
  amountColumnBuilder,
  BUDGET_MEASURES,
  dimensionColumnBuilder,
  MAX_PROBLEMS,
  type Budget,
  type BudgetDimension,
  type BudgetMeasure,
  type LocalizedText,
  type OmissionReason,
  type Problem,
  type Reading,
} from '@ventana/model';
import {
  cellText,
  planKnown,
  type ColumnMapping,
  type ColumnPlan,
  type DimensionPlan,
  type MeasurePlan,
} from './column-plan.js';
import { columnRole, DERIVED, measureNamed, yearHeading } from './known-columns.js';
import type { planColumns } from './plan-columns.js';

/** Rows on their way to a budget, from whatever format. */
export interface BudgetTable {
  /** Absent: the first row that looks like one is the header (CSV). */
  readonly header?: readonly string[] | undefined;
  /** `undefined` after the last. Anything but a list is a row that can't be read. */
  readonly next: () => unknown;
  /** What each column is, where the format says it. */
  readonly plan?: (header: readonly string[]) => ColumnPlan;
  readonly columns?: ColumnMapping | undefined;
  readonly title?: LocalizedText | undefined;
  readonly publisher?: LocalizedText | undefined;
  readonly license?: string | undefined;
  readonly landingPage?: string | undefined;
  readonly currency?: string | undefined;
  readonly basis?: 'gross' | 'net' | undefined;
  /** Year of all facts, where no column says it. */
  readonly year?: string | undefined;
  /** Rows the source says it has; more than came means that the rest is missing. */
  readonly total?: number | undefined;
  /** Rows that came twice and were dropped before they got here. */
  readonly duplicates?: number;
  /** Of the document before its rows; those of the rows are added. */
  readonly problems?: Problem[];
}

/** What was read of a table, its totals among the facts still. */
export interface BudgetDraft {
  readonly reading: Reading<Budget>;
  /** Row of the table that each fact comes from. */
  readonly rowOf: readonly number[];
  /** Rows without a figure that can be read: counted as left out already. */
  readonly unread: ReadonlySet<number>;
  /** There may be totals among the facts: `withoutSubtotals` has to look. */
  readonly hasTotals: boolean;
}

/** Of a value that may stand for others: it says total, is blank, or is a code below others (1100, 1.2). */
const MAY_BE_TOTAL = /^$|total|\bsuma|^[1-9]{2}00\b|^\d+\.\d/i;
const SAMPLE_ROWS = 200;
const HEADER_WITHIN = 10;

/** Looks closely at columns; loaded for tables that need it. */
export type ColumnPlanner = typeof planColumns;

/** Work in steps. One that yields `true` waits for a planner of columns as the answer. */
export type BudgetSteps<T> = Generator<true | undefined, T, ColumnPlanner | undefined>;

type Note = (code: string, where: string, found: string) => void;
type Omit = (reason: OmissionReason, rows?: number) => void;

/**
 * Rows to a budget: one step per row, so that the caller chooses to run it through or in slices.
 * The value is `undefined` when no column can be taken for an amount.
 */
export function* readBudgetTable(table: BudgetTable): BudgetSteps<BudgetDraft | undefined> {
  const { next, title, publisher, license, landingPage, basis, duplicates = 0, total = 0 } = table;
  const { columns = {}, problems = [] } = table;
  const omitted = new Map<OmissionReason, number>();
  const note: Note = (code, where, found) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ code, where, found: found.slice(0, 120) });
  };
  const omit: Omit = (reason, rows = 1) => {
    if (rows > 0) omitted.set(reason, (omitted.get(reason) ?? 0) + rows);
  };
  omit('duplicate', duplicates);

  const head: unknown[] = [];
  for (let row = next(); row !== undefined; row = head.length < SAMPLE_ROWS ? next() : undefined) {
    head.push(row);
  }
  yield;
  const headerAt = table.header ? -1 : headerRow(head, columns);
  const first = table.header ?? cellsOf(head[headerAt]).map(cellText);
  let plan = table.plan?.(first);
  if (!plan?.measures.length) {
    const cells = head.map(cellsOf);
    const below = cells.slice(headerAt + 1);
    const isPlain = headerAt < 1 && Object.keys(columns).length === 0;
    plan = isPlain ? planKnown(first, below) : undefined;
    plan ??= (yield true)!(first, below, columns, problems, cells.slice(0, Math.max(0, headerAt)));
  }
  const { header = first, skip = 0 } = plan;
  let line = headerAt + 1 + skip;
  const sample = head.slice(line);
  if (plan.measures.length === 0 && (sample.length > 0 || !table.header)) return undefined;

  const facts = factReader(plan, header, table, note, omit);
  const rest = (): unknown => (sample.length > 0 ? sample.shift() : next());
  let received = duplicates;
  for (let row = rest(); row !== undefined; row = rest()) {
    line++;
    const cells = cellsOf(row);
    // A line of delimiters, as spreadsheets leave below a table, is no row.
    const isBlank = cells.every((cell) => cell == null || !String(cell).trim());
    if (cells.length === 0 || !isBlank) {
      received++;
      facts.read(cells, line);
    }
    yield;
  }

  omit('not-received', total - received);
  const model = facts.end();
  const omissions = [...omitted].map(([reason, rows]) => ({ reason, rows }));
  received = Math.max(received, total);
  return {
    rowOf: facts.rowOf,
    unread: facts.unread,
    hasTotals: model.dimensions.some(({ values }) =>
      values.some(({ label, code = label }) =>
        [label, code].some((text) => MAY_BE_TOTAL.test(text)),
      ),
    ),
    reading: {
      received,
      omitted: omissions.reduce((sum, { rows }) => sum + rows, 0),
      doubtful: plan.doubtful,
      problems,
      empty: received === 0,
      model: {
        title,
        publisher,
        license,
        landingPage,
        basis,
        omissions,
        incomplete: omitted.has('not-received'),
        ...model,
      },
    },
  };
}

type Facts = Pick<Budget, 'currencies' | 'currencyOf' | 'facts' | 'dimensions' | 'measures'>;

/** Takes the rows of a table one by one, and ends as their facts, with the row that each comes from. */
function factReader(
  plan: ColumnPlan,
  header: readonly string[],
  { year: yearOfAll, currency: currencyOfAll = 'MXN' }: BudgetTable,
  note: Note,
  omit: Omit,
): {
  read(cells: readonly unknown[], line: number): void;
  readonly rowOf: readonly number[];
  readonly unread: ReadonlySet<number>;
  end(): Facts;
} {
  const { measures, measureNameAt, currencyAt } = plan;
  const dimensions = withYear(plan, yearOfAll);
  const dimensionColumns = dimensions.map(dimensionColumnBuilder);
  const currencyColumn = dimensionColumnBuilder();
  const amounts = new Map<
    string,
    { label: LocalizedText; column: ReturnType<typeof amountColumnBuilder> }
  >();
  // A fact is of one year, in one currency.
  const slotOf = ({ year, currency }: MeasurePlan): string => `${year} ${currency}`;
  const slots = [...new Set(measures.map(slotOf))].map((slot) =>
    measures.filter((measure) => slotOf(measure) === slot),
  );
  const amountsOf = (key: string, label: LocalizedText): ReturnType<typeof amountColumnBuilder> => {
    let found = amounts.get(key);
    if (!found) {
      // A column headed `2015-16` says when, not what.
      const named = key === 'amount' && measures[0]?.year ? { es: 'Monto', en: 'Amount' } : label;
      amounts.set(key, (found = { label: named, column: amountColumnBuilder() }));
    }
    return found.column;
  };
  if (measureNameAt === undefined) for (const { key, label } of measures) amountsOf(key, label);
  const least = Math.max(
    measureNameAt ?? -1,
    ...measures.map(({ at }) => at),
    ...dimensions.map(({ labelAt = -1, codeAt = -1 }) => Math.max(labelAt, codeAt)),
  );
  const rowOf: number[] = [];
  const unread = new Set<number>();
  let facts = 0;

  function read(cells: readonly unknown[], line: number): void {
    const where = `row ${line}`;
    if (cells.length <= least || cells.slice(header.length).some(cellText)) {
      omit('bad-row');
      return note('bad-row', where, `${cells.length} cells`);
    }
    let measure: string | undefined;
    if (measureNameAt !== undefined) {
      const text = cellText(cells[measureNameAt]);
      measure = measureNamed(text);
      if (!measure) {
        const derived = DERIVED.test(text);
        omit(derived ? 'derived' : 'unknown-measure');
        return derived ? undefined : note('unknown-measure', where, text);
      }
      amountsOf(measure, text);
    }
    let readable = 0;
    let unreadable = 0;
    for (const slot of slots) {
      const year = slot[0]?.year;
      dimensions.forEach(({ key, labelAt = -1, codeAt = -1, constant = '' }, index) => {
        const label =
          (key === 'year' && year) || (labelAt < 0 ? constant : cellText(cells[labelAt]));
        dimensionColumns[index]?.set(facts, cellText(cells[codeAt]), label);
      });
      let currency = cellText(cells[currencyAt ?? -1]);
      for (const column of slot) {
        const { key, label, at, factor, decimal } = column;
        const own = amountsOf(measure ?? key, label);
        let amount = own.set(facts, cells[at], factor, decimal);
        const other = amount.kind === 'amount' && amount.currency;
        if (other && currency !== other && /^[A-Z]{3}$/.test(currency)) {
          amount = own.refuse(facts, cellText(cells[at]));
        }
        if (amount.kind === 'unreadable') {
          unreadable++;
          note('bad-amount', `${where}, column ${header[at]?.trim()}`, amount.verbatim);
        } else if (amount.kind === 'amount') {
          readable++;
          currency ||= amount.currency ?? '';
        }
        currency ||= column.currency ?? '';
      }
      currencyColumn.set(facts, '', (currency || currencyOfAll).toUpperCase());
      rowOf.push(line);
      facts++;
    }
    if (unreadable > 0 && readable === 0) {
      omit('bad-amount');
      unread.add(line);
    }
  }

  function end(): Facts {
    const all: BudgetDimension[] = dimensions.map(
      ({ key, group, label, labelAt, codeAt }, index) => ({
        key,
        group,
        label,
        headers: [codeAt, labelAt].flatMap((at) => header[at ?? -1]?.trim() ?? []),
        ...(dimensionColumns[index] ?? currencyColumn).column(facts),
      }),
    );
    const measuresRead: BudgetMeasure[] = [...amounts].map(([key, { label, column }]) => ({
      key,
      label,
      amounts: column.column(facts),
    }));
    // Those of no known moment last.
    const order = (key: string): number =>
      (BUDGET_MEASURES as readonly string[]).indexOf(key) >>> 0;
    const currency = currencyColumn.column(facts);
    return {
      currencies: currency.values.map(({ key }) => key),
      currencyOf: currency.codes,
      facts,
      dimensions: all.filter(({ values }) => values.some(({ key }) => key !== '')),
      measures: measuresRead.sort((a, b) => order(a.key) - order(b.key)),
    };
  }

  return { read, rowOf, unread, end };
}

function cellsOf(row: unknown): readonly unknown[] {
  return Array.isArray(row) ? (row as readonly unknown[]) : [];
}

const NUMBERS = /^[-+$\s\d.,]+$/;

/**
 * The row of the first ten that names most columns we know; titles above it are passed over. Where
 * none names two, the fullest without an amount.
 */
function headerRow(rows: readonly unknown[], mapping: ColumnMapping): number {
  const mapped = Object.entries(mapping).flat();
  const first = rows.slice(0, HEADER_WITHIN).map((row) => cellsOf(row).map(cellText));
  const most = (count: (texts: readonly string[]) => number): [at: number, count: number] => {
    const counts = first.map(count);
    const best = Math.max(0, ...counts);
    return [counts.indexOf(best), best];
  };
  const [at, count] = most(
    (texts) =>
      texts.filter(
        (text) => text && (mapped.includes(text) || columnRole(text) || yearHeading(text)),
      ).length,
  );
  const fullest = (texts: readonly string[]): number =>
    texts.some((text) => NUMBERS.test(text) && !yearHeading(text))
      ? 0
      : texts.filter(Boolean).length;
  return Math.max(0, count > 1 ? at : most(fullest)[0]);
}

function withYear({ dimensions, measures }: ColumnPlan, year?: string): readonly DimensionPlan[] {
  const told = dimensions.some(({ key }) => key === 'year');
  if (told || !(year ?? measures.find((measure) => measure.year))) return dimensions;
  return [
    ...dimensions,
    { key: 'year', group: 'time', label: { es: 'Año', en: 'Year' }, constant: year },
  ];
}
