import {
  addFigures,
  breakdown,
  BUDGET_MEASURES,
  change,
  executionRate,
  findDimension,
  findValue,
  firstDimension,
  nextDimension,
  plainWords,
  ranked,
  share,
  valuesThatOpen,
} from '@ventana/model';
import type {
  Adjustment,
  Breakdown,
  BreakdownItem,
  Budget,
  BudgetDimension,
  BudgetMeasure,
  Change,
  DimensionValue,
  Figure,
  Where,
} from '@ventana/model';

export const VIEWS = ['treemap', 'bars', 'series', 'execution', 'table'] as const;
export type BudgetView = (typeof VIEWS)[number];

const CHARTS: readonly BudgetView[] = ['bars', 'series', 'execution'];

/** Drawn on a canvas. */
export function isChart(view: BudgetView): boolean {
  return CHARTS.includes(view);
}

/** One step into the budget: a value of a dimension, by their keys. */
export interface PathStep {
  readonly by: string;
  readonly value: string;
}

/** What the attributes and the reader ask for; empty text asks for the default. */
export interface SceneQuery {
  readonly view: BudgetView;
  /** A dimension for each level of the path, as far as they are chosen. */
  readonly by: readonly string[];
  readonly measure: string;
  readonly year: string;
  readonly compare: string;
  readonly filter: Where;
  readonly path: readonly PathStep[];
  readonly currency: string;
  readonly adjust?: Adjustment | undefined;
}

/** One column of figures. */
export interface SceneColumn {
  readonly measure: BudgetMeasure;
  /** Set where columns differ by it. */
  readonly year?: string;
}

export interface SceneRow {
  readonly key: string;
  readonly label: string;
  readonly code?: string | undefined;
  /** One per column. */
  readonly figures: readonly Figure[];
  /** Of the whole, by the main column. */
  readonly share?: number | undefined;
  /** From the second column to the first, where they are compared. */
  readonly change?: Change | undefined;
  /** Spent over approved, in the execution view. */
  readonly rate?: number | undefined;
  /** More facts than one stand behind it, and a dimension is left to tell them apart. */
  readonly opens: boolean;
}

/** All that is on screen, as figures: views, table, sentence, CSV and picture are written from it. */
export interface Scene {
  readonly view: BudgetView;
  readonly budget: Budget;
  /** Absent: the budget has nothing to be broken down by. */
  readonly by?: BudgetDimension | undefined;
  readonly columns: readonly SceneColumn[];
  /** The column that ranks, that shares are of and that the sentence speaks of. */
  readonly main: number;
  readonly rows: readonly SceneRow[];
  /** One per column: exactly the rows' figures added. */
  readonly totals: readonly Figure[];
  /** What was approved for the same selection, where the first column is a later moment. */
  readonly approved?: Figure | undefined;
  /** Of the total, in the execution view. */
  readonly rate?: number | undefined;
  readonly change?: Change | undefined;
  readonly years: readonly string[];
  /** Of them, those that figures can be of: all, or as far as the adjusting series goes. */
  readonly covered: readonly string[];
  /** The last year, where rows are years that the sentence and the total cannot speak of together. */
  readonly last?: SceneRow | undefined;
  /** The one year that is shown; absent: all, or the data have none. */
  readonly year?: string | undefined;
  readonly currency: string;
  readonly filter: readonly PathStep[];
  readonly path: readonly PathStep[];
  readonly adjust?: Adjustment | undefined;
  /** Facts left out because the adjusting series lacks their year. */
  readonly unadjusted: number;
  /** What was asked for and is not in the data. */
  readonly notFound: readonly string[];
  /** What was asked for and goes with nothing else that was. */
  readonly notUsed: readonly string[];
}

/** Shown where no moment is asked for: the first of these that the data have. */
const SPENT = ['ejercido', 'pagado', 'devengado', 'modificado', 'aprobado'];
export const CYCLE: readonly string[] = BUDGET_MEASURES;
const NONE: Figure = { missing: 0, unreadable: 0 };

export function findMeasure(budget: Budget, name: string): BudgetMeasure | undefined {
  const plain = plainWords(name);
  return budget.measures.find(
    ({ key, label }) =>
      key === name ||
      plainWords(key) === plain ||
      (typeof label === 'string' && plainWords(label) === plain),
  );
}

/** The one that is asked for, else the first that the data have. */
export function currencyOf({ currencies }: Budget, asked: string): string {
  const code = asked.toUpperCase();
  return currencies.includes(code) ? code : (currencies[0] ?? 'MXN');
}

/** `ramo=Salud; entidad=Nuevo León`, as the attribute holds it. */
export function parseFilter(text: string): Where {
  const pairs = text.split(';').flatMap((pair): [string, string][] => {
    const at = pair.search(/[=:]/);
    return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]] : [];
  });
  return Object.fromEntries(pairs);
}

/** The dimension of the current level, and those above it. */
function dimensionNow(
  budget: Budget,
  { by, path, filter }: SceneQuery,
  notFound: string[],
): BudgetDimension | undefined {
  const level = path.length;
  const asked = by[level];
  if (asked) {
    const found = findDimension(budget, asked);
    if (found) return found;
    notFound.push(asked);
  }
  const last = path.at(-1);
  return last
    ? nextDimension(budget, last.by, { ...filter, ...whereOf(path) })
    : firstDimension(budget);
}

function whereOf(path: readonly PathStep[]): Where {
  return Object.fromEntries(path.map(({ by, value }) => [by, value]));
}

/** Filters that the data have, by the dimension's own key. */
function knownFilters(budget: Budget, filter: Where, notFound: string[]): PathStep[] {
  return Object.keys(filter).map((name) => {
    const value = filter[name] ?? '';
    const dimension = findDimension(budget, name);
    if (!dimension || findValue(dimension, value).size === 0) {
      notFound.push(`${name}=${value}`);
    }
    return { by: dimension?.key ?? name, value };
  });
}

/** The path as far as its steps are of what is broken down by, and within what is selected already. */
function pathWithin(
  budget: Budget,
  { by, path }: SceneQuery,
  filter: readonly PathStep[],
  notUsed: string[],
): readonly PathStep[] {
  const end = path.findIndex((step, at) => {
    const dimension = findDimension(budget, step.by);
    const asked = by[at] && findDimension(budget, by[at]);
    const within = filter.find((one) => one.by === dimension?.key);
    return (
      (asked && asked !== dimension) ||
      (dimension &&
        within &&
        [...findValue(dimension, step.value)].some(
          (index) => !findValue(dimension, within.value).has(index),
        ))
    );
  });
  const wrong = path[end];
  if (!wrong) return path;
  notUsed.push(`${wrong.by}=${wrong.value}`);
  return path.slice(0, end);
}

/** Works out what the query asks of the budget. Pure; some milliseconds for 75,000 facts. */
export function budgetScene(budget: Budget, query: SceneQuery): Scene {
  const notFound: string[] = [];
  const notUsed: string[] = [];
  const { view, compare, adjust } = query;
  const isSeries = view === 'series';
  const years = yearsOf(budget);
  const inSeries = adjust ? years.filter((one) => adjust.factor(Number.parseInt(one, 10))) : years;
  const covered = inSeries[0] ? inSeries : years;
  const filter = knownFilters(budget, query.filter, notFound);
  const path = pathWithin(budget, query, filter, notUsed);
  const by = isSeries
    ? budget.dimensions.find(({ key }) => key === 'year')
    : dimensionNow(budget, { ...query, path }, notFound);
  const where: Record<string, string> = { ...whereOf(filter), ...whereOf(path) };

  let year = where['year'];
  // Shares and heads of several years don't add up to anything.
  const addsUp = !adjust || adjust.kind === 'real';
  const isByYear = by?.key === 'year';
  const isAll = query.year === 'all';
  if (year !== undefined) {
    const isFiltered = filter.some((step) => step.by === 'year');
    if (isFiltered && query.year && query.year !== year) notUsed.push(query.year);
  } else if (!isSeries && !isByYear && years[0] && !(isAll && addsUp)) {
    const asked = isAll ? covered.at(-1) : query.year;
    if (asked && !years.includes(asked)) notFound.push(asked);
    where['year'] = year = asked || years.at(-1)!;
  }

  const asked = query.measure ? findMeasure(budget, query.measure) : undefined;
  if (query.measure && !asked) notFound.push(query.measure);
  const measure =
    asked ?? SPENT.map((key) => findMeasure(budget, key)).find(Boolean) ?? budget.measures[0];
  const currency = currencyOf(budget, query.currency);
  if (query.currency && query.currency.toUpperCase() !== currency) notFound.push(query.currency);
  const sums = (measures: readonly BudgetMeasure[], at: Where): Breakdown =>
    breakdown(budget, {
      currency,
      by: by?.key,
      adjust,
      measures: measures.map(({ key }) => key),
      where: at,
    });

  let columns: SceneColumn[] = measure ? [{ measure }] : [];
  const approved = findMeasure(budget, 'aprobado');
  let otherYear: string | undefined;
  const isExecution = view === 'execution';
  if (isExecution) {
    const cycle = budget.measures.filter(({ key }) => CYCLE.indexOf(key) > 0);
    if (cycle.length > 0) columns = cycle.map((one) => ({ measure: one }));
  }
  if (compare) {
    const other = findMeasure(budget, compare);
    const isYear = years.includes(compare);
    const isShown = columns.some((column) => column.measure === other);
    if (other && !isShown && !isExecution) columns.push({ measure: other });
    else if (!isSeries && !isExecution && year !== undefined && isYear) {
      if (compare !== year) otherYear = compare;
    } else if (!isShown) (other || isYear ? notUsed : notFound).push(compare);
  }
  const shown = columns.map((column) => column.measure);
  // One more column, unseen, says what was approved for the whole.
  const sum = sums(approved ? [...shown, approved] : shown, where);
  let { items } = sum;
  if (otherYear && year && measure) {
    columns = [year, otherYear].map((one) => ({ measure, year: one }));
    items = besideOf(items, sums([measure], { ...where, year: otherYear }).items);
  }
  const isSummed = !isByYear || addsUp;
  const totals = columns.map((_, at) =>
    isSummed
      ? { ...addFigures(items.flatMap((item) => item.figures[at] ?? [])), verbatim: undefined }
      : NONE,
  );
  const next = query.by[path.length + 1];
  const isAsked = !!next && !!findDimension(budget, next);
  const opening = by && !isByYear && !isAsked ? valuesThatOpen(budget, by, where) : undefined;
  const spentAt = Math.max(0, shown.indexOf(measure as BudgetMeasure));
  const approvedAt = shown.indexOf(approved as BudgetMeasure);
  const isCompared = columns.length === 2 && !isExecution;
  const hasRates = isExecution && approvedAt !== spentAt;
  const rows = (isSeries ? inYears(items) : ranked(items, spentAt)).map((item): SceneRow => {
    const { key, label, code, figures, facts } = item;
    const [main, other] = figures;
    return {
      key,
      label,
      figures: figures.slice(0, columns.length),
      opens: facts > 1 && !isByYear && (opening?.has(key) ?? isAsked),
      code,
      share: isSeries ? undefined : share(figures[spentAt]?.value, totals[spentAt]?.value),
      change: isCompared ? change(other?.value, main?.value) : undefined,
      rate: hasRates
        ? executionRate(figures[spentAt]?.value, figures[approvedAt]?.value)
        : undefined,
    };
  });
  const approvedTotal = measure === approved ? undefined : sum.totals[shown.length];
  return {
    view,
    budget,
    by,
    columns,
    main: spentAt,
    rows,
    totals,
    approved: approvedTotal,
    rate: isExecution ? executionRate(totals[spentAt]?.value, approvedTotal?.value) : undefined,
    change: isCompared ? change(totals[1]?.value, totals[0]?.value) : undefined,
    years,
    covered,
    last: isSeries || !isSummed ? inYears(rows).at(-1) : undefined,
    year,
    currency,
    filter,
    path,
    adjust,
    unadjusted: sum.unadjusted,
    notFound,
    notUsed,
  };
}

export function yearsOf(budget: Budget): string[] {
  const values = budget.dimensions.find(({ key }) => key === 'year')?.values ?? [];
  return values
    .map(({ key }) => key)
    .filter(Boolean)
    .sort(byYear);
}

/** What names no year, such as a note below the table, first: the last one is what is shown. */
function byYear(a: string, b: string): number {
  const [one = 0, other = 0] = [a, b].map((text) => Number(/\d{4}/.exec(text)?.[0] ?? 0));
  return one - other || (a < b ? -1 : 1);
}

/** Items of one year with the same items of another beside them. */
function besideOf(
  items: readonly BreakdownItem[],
  others: readonly BreakdownItem[],
): BreakdownItem[] {
  const both = [items, others].map((list) => new Map(list.map((item) => [item.key, item])));
  const all = new Map([...others, ...items].map((item) => [item.key, item]));
  return [...all.values()].map((item) => ({
    ...item,
    figures: both.map((list) => list.get(item.key)?.figures[0] ?? NONE),
  }));
}

function inYears<Item extends DimensionValue>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => byYear(a.key, b.key));
}
