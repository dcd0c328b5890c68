import {
  amountColumnBuilder,
  dimensionColumnBuilder,
  MAX_PROBLEMS,
  type AmountColumn,
  type Budget,
  type BudgetDimension,
  type BudgetMeasure,
  type Decimal,
  type LocalizedText,
  type OmissionReason,
  type Problem,
  type Reading,
} from '@ventana/model';
import {
  cellText,
  planColumns,
  type ColumnMapping,
  type ColumnPlan,
  type DimensionPlan,
} from './column-plan.js';
import { columnRole, measureNamed, yearHeading } from './known-columns.js';
import { findSubtotals } from './subtotals.js';

/** Rows on their way to a budget, from whatever format. */
export interface BudgetTable {
  /** Absent: the first row that looks like one is the header (CSV). */
  readonly header?: readonly string[];
  /** `undefined` after the last. Anything but a list is a row that can't be read. */
  readonly next: () => unknown;
  /** What each column is, where the format says it. */
  readonly plan?: ColumnPlan;
  /** The same, once the header is known. */
  readonly planFor?: (header: readonly string[]) => ColumnPlan | undefined;
  readonly columns?: ColumnMapping;
  readonly title?: LocalizedText;
  readonly publisher?: LocalizedText;
  readonly license?: string;
  readonly landingPage?: string;
  readonly currency?: string;
  readonly basis?: 'gross' | 'net';
  /** Year of all facts, where no column says it. */
  readonly year?: string;
  /** Rows the source says it has; more than came means that the rest is missing. */
  readonly total?: number;
  /** Rows dropped before they got here. */
  readonly dropped?: readonly OmissionReason[];
}

const SAMPLE_ROWS = 200;
const HEADER_WITHIN = 10;
const DERIVED = /porcentaje|%|percent/i;

/**
 * Rows to a budget: one step per row, so that the caller chooses to run it through or in slices.
 * The value is `undefined` when no column can be taken for an amount.
 */
export function* readBudgetTable(table: BudgetTable): Generator<void, Reading<Budget> | undefined> {
  const problems: Problem[] = [];
  const omitted = new Map<OmissionReason, number>();
  const note = (problem: Problem): void => {
    if (problems.length < MAX_PROBLEMS) problems.push(problem);
  };
  const omit = (reason: OmissionReason, rows = 1): void => {
    omitted.set(reason, (omitted.get(reason) ?? 0) + rows);
  };
  for (const reason of table.dropped ?? []) omit(reason);

  const head: unknown[] = [];
  const { next } = table;
  while (head.length < SAMPLE_ROWS) {
    const row = next();
    if (row === undefined) break;
    if (!isBlankRow(row)) head.push(row);
  }
  yield;
  const headerAt = table.header ? -1 : headerRow(head, table.columns);
  const header = table.header ?? cells(head[headerAt]).map(cellText);
  const sample = head.slice(headerAt + 1);
  const described = table.plan ?? table.planFor?.(header);
  const plan = described?.measures.length
    ? described
    : planColumns(header, sample.filter(isRow), table.columns ?? {}, problems);
  if (plan.measures.length === 0 && (sample.length > 0 || !table.header)) return undefined;

  const dimensions = withYear(plan, table.year);
  const yearIndex = dimensions.findIndex(({ key }) => key === 'year');
  const dimensionColumns = dimensions.map(dimensionColumnBuilder);
  const measureKeys = new Map<string, ReturnType<typeof amountColumnBuilder>>();
  const labels = new Map<string, LocalizedText>();
  const columnOf = (key: string, label: LocalizedText): ReturnType<typeof amountColumnBuilder> => {
    let column = measureKeys.get(key);
    if (!column) {
      measureKeys.set(key, (column = amountColumnBuilder()));
      labels.set(key, label);
    }
    return column;
  };
  const { measureNameAt, currencyAt } = plan;
  const dated = plan.measures.some(({ year }) => year !== undefined);
  if (measureNameAt === undefined) {
    // A column headed `2015-16` says when, not what.
    for (const { key, label } of plan.measures) {
      columnOf(key, dated && key === 'amount' ? { es: 'Monto', en: 'Amount' } : label);
    }
  }
  const years = [...new Set(plan.measures.map(({ year }) => year))];
  const width = Math.max(
    ...plan.measures.map(({ at }) => at),
    ...dimensions.map(({ labelAt = -1, codeAt = -1 }) => Math.max(labelAt, codeAt)),
    measureNameAt ?? -1,
  );

  const currencies = new Map<string, number>();
  let currencyOf = new Uint8Array(1024);
  let rowOf = new Uint32Array(1024);
  let facts = 0;
  let received = table.dropped?.length ?? 0;
  let line = headerAt + 1;
  const rowName = (at: number): string => `row ${at}`;

  function read(row: unknown): void {
    line++;
    received++;
    if (
      !isRow(row) ||
      row.length <= width ||
      row.slice(plan.header.length).some((cell) => cellText(cell) !== '')
    ) {
      omit('bad-row');
      note({
        code: 'bad-row',
        where: rowName(line),
        found: String(isRow(row) ? row.length : typeof row),
      });
      return;
    }
    let measure = plan.measures[0]?.key ?? 'amount';
    if (measureNameAt !== undefined) {
      const text = cellText(row[measureNameAt]);
      const named = measureNamed(text);
      if (named === undefined) {
        const derived = DERIVED.test(text);
        omit(derived ? 'derived' : 'unknown-measure');
        if (!derived)
          note({ code: 'unknown-measure', where: rowName(line), found: text.slice(0, 120) });
        return;
      }
      measure = named;
      columnOf(named, text);
    }
    let readable = 0;
    let unreadable = 0;
    for (const year of years) {
      dimensions.forEach(({ labelAt, codeAt, constant }, index) => {
        const label =
          index === yearIndex && year !== undefined
            ? year
            : labelAt === undefined
              ? constant
              : undefined;
        dimensionColumns[index]?.set(
          facts,
          codeAt === undefined ? '' : cellText(row[codeAt]),
          label ?? cellText(row[labelAt ?? -1]),
        );
      });
      let currency = currencyAt === undefined ? '' : cellText(row[currencyAt]).toUpperCase();
      for (const column of plan.measures) {
        if (column.year !== year) continue;
        const key = measureNameAt === undefined ? column.key : measure;
        const amount = columnOf(key, column.label).set(facts, row[column.at], {
          ...(column.decimal ? { decimal: column.decimal } : {}),
          factor: column.factor ?? 1,
        });
        if (amount.kind === 'unreadable') {
          unreadable++;
          note({
            code: 'bad-amount',
            where: `${rowName(line)}, column ${plan.header[column.at]?.trim() ?? ''}`,
            found: amount.verbatim.slice(0, 120),
          });
        } else if (amount.kind === 'amount') {
          readable++;
          currency ||= amount.currency ?? '';
        }
        currency ||= column.currency ?? '';
      }
      if (facts >= rowOf.length) {
        rowOf = doubled(rowOf);
        currencyOf = doubled(currencyOf);
      }
      currency ||= table.currency ?? 'MXN';
      let index = currencies.get(currency);
      if (index === undefined) currencies.set(currency, (index = Math.min(currencies.size, 255)));
      currencyOf[facts] = index;
      rowOf[facts] = line;
      facts++;
    }
    if (unreadable > 0 && readable === 0) omit('bad-amount');
  }

  for (const row of sample) {
    read(row);
    yield;
  }
  for (let row = next(); row !== undefined; row = next()) {
    if (isBlankRow(row)) continue;
    read(row);
    yield;
  }

  const dimensionsRead = dimensions.map((dimension, index): BudgetDimension => {
    const column = dimensionColumns[index]?.column(facts) ?? {
      values: [],
      codes: new Uint32Array(),
    };
    const { key, group, label, labelAt, codeAt } = dimension;
    const headers = [codeAt, labelAt].flatMap((at) =>
      at === undefined ? [] : (plan.header[at]?.trim() ?? []),
    );
    return { key, group, label, headers, ...column };
  });
  const measuresRead = [...measureKeys].map(([key, column]): BudgetMeasure => ({
    key,
    label: labels.get(key) ?? key,
    amounts: column.column(facts),
  }));
  yield;
  const subtotals = yield* findSubtotals(
    facts,
    dimensionsRead,
    measuresRead,
    (fact) => rowName(rowOf[fact] ?? 0),
    problems,
  );
  yield;
  const rowsOut = new Set([...subtotals].map((fact) => rowOf[fact] ?? 0));
  if (rowsOut.size > 0) omit('subtotal', rowsOut.size);
  if (table.total !== undefined && table.total > received) {
    omit('not-received', table.total - received);
    received = table.total;
  }
  const kept = facts - subtotals.size;
  const codes = [...currencies.keys()];
  const out = [...omitted.values()].reduce((sum, rows) => sum + rows, 0);
  const order = [
    'proyecto',
    'aprobado',
    'modificado',
    'comprometido',
    'devengado',
    'ejercido',
    'pagado',
  ];
  const budget: Budget = {
    ...(table.title === undefined ? {} : { title: table.title }),
    ...(table.publisher === undefined ? {} : { publisher: table.publisher }),
    ...(table.license === undefined ? {} : { license: table.license }),
    ...(table.landingPage === undefined ? {} : { landingPage: table.landingPage }),
    ...(table.basis === undefined ? {} : { basis: table.basis }),
    ...byFacts(codes, keep(currencyOf.slice(0, facts), subtotals)),
    facts: kept,
    dimensions: dimensionsRead
      .filter(({ values }) => values.some(({ key }) => key !== ''))
      .map((dimension) => ({ ...dimension, codes: keep(dimension.codes, subtotals) })),
    measures: measuresRead
      .map((measure) => ({ ...measure, amounts: keepAmounts(measure.amounts, subtotals) }))
      .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key)),
    omissions: [...omitted].map(([reason, rows]) => ({ reason, rows })),
    ...(omitted.has('not-received') ? { incomplete: true } : {}),
  };
  return {
    model: budget,
    received,
    omitted: out,
    problems,
    ...(received === 0 ? { empty: true } : {}),
  };
}

function isRow(row: unknown): row is readonly unknown[] {
  return Array.isArray(row);
}

function cells(row: unknown): readonly unknown[] {
  return isRow(row) ? row : [];
}

/** A line of delimiters, as spreadsheets leave below a table, is no row. */
function isBlankRow(row: unknown): boolean {
  return (
    isRow(row) &&
    row.every(
      (cell) =>
        cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === ''),
    )
  );
}

/** The row of the first ten that names most columns we know; titles above it are passed over. */
function headerRow(rows: readonly unknown[], mapping: ColumnMapping = {}): number {
  const mapped = new Set(Object.entries(mapping).flat());
  const known = (cell: unknown): boolean => {
    const text = cellText(cell);
    return (
      text !== '' &&
      (mapped.has(text) || columnRole(text) !== undefined || yearHeading(text) !== undefined)
    );
  };
  const scores = rows.slice(0, HEADER_WITHIN).map((row) => cells(row).filter(known).length);
  const best = Math.max(0, ...scores);
  if (best >= 2) return scores.indexOf(best);
  const filled = rows
    .slice(0, HEADER_WITHIN)
    .map((row) => cells(row).filter((cell) => cellText(cell) !== '').length);
  return Math.max(0, filled.indexOf(Math.max(0, ...filled)));
}

function withYear(plan: ColumnPlan, year: string | undefined): readonly DimensionPlan[] {
  if (plan.dimensions.some(({ key }) => key === 'year')) return plan.dimensions;
  const dated = plan.measures.some((measure) => measure.year !== undefined);
  if (!dated && year === undefined) return plan.dimensions;
  const dimension: DimensionPlan = {
    key: 'year',
    group: 'time',
    label: { es: 'Año', en: 'Year' },
    constant: year ?? '',
  };
  return [...plan.dimensions, dimension];
}

function doubled<T extends Uint8Array | Uint32Array>(old: T): T {
  const next = new (old.constructor as new (length: number) => T)(old.length * 2);
  next.set(old);
  return next;
}

function keep<T extends Uint8Array | Uint32Array>(column: T, out: ReadonlySet<number>): T {
  return out.size === 0 ? column : (column.filter((_, fact) => !out.has(fact)) as T);
}

function keepAmounts(column: AmountColumn, out: ReadonlySet<number>): AmountColumn {
  if (out.size === 0) return column;
  const exact = new Map<number, Decimal>();
  const unreadable = new Map<number, string>();
  let kept = 0;
  column.cents.forEach((_, fact) => {
    if (out.has(fact)) return;
    const text = column.exact.get(fact);
    const verbatim = column.unreadable.get(fact);
    if (text !== undefined) exact.set(kept, text);
    if (verbatim !== undefined) unreadable.set(kept, verbatim);
    kept++;
  });
  return { cents: column.cents.filter((_, fact) => !out.has(fact)), exact, unreadable };
}

/** Currencies from the one with most facts to the one with fewest. */
function byFacts(
  codes: readonly string[],
  of: Uint8Array,
): Pick<Budget, 'currencies' | 'currencyOf'> {
  if (codes.length < 2) return { currencies: codes };
  const counts = codes.map(() => 0);
  for (const index of of) counts[index] = (counts[index] ?? 0) + 1;
  const order = codes.map((_, index) => index).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const place = new Map(order.map((index, at) => [index, at]));
  return {
    currencies: order.map((index) => codes[index] ?? ''),
    currencyOf: of.map((index) => place.get(index) ?? 0),
  };
}
