import { compareDecimals, type Decimal } from '../decimal.js';
import { addFigures, amountSums, type Figure } from './amount-column.js';
import type { Adjustment } from './adjustment.js';
import type { Budget, DimensionValue } from './budget.js';
import { findDimension, selection, type Where } from './find.js';

export interface BreakdownQuery {
  /** Dimension to break down by. Absent: one item, the whole. */
  readonly by?: string | undefined;
  /** Measure keys. Default: all of the budget, in its order. */
  readonly measures?: readonly string[];
  readonly where?: Where;
  /** Which currency, where there are several. Default: the first that the data name. */
  readonly currency?: string;
  /** Real terms, per head or share of GDP. Needs a `year` dimension. */
  readonly adjust?: Adjustment | undefined;
}

export interface Breakdown {
  readonly by?: string | undefined;
  readonly measures: readonly string[];
  readonly currency: string;
  /** Currencies that are in the selection too, left out because they can't be added. */
  readonly otherCurrencies: readonly string[];
  /** In the order of the source; see `ranked`. */
  readonly items: readonly BreakdownItem[];
  /** Exactly the items' figures added, one per measure. */
  readonly totals: readonly Figure[];
  readonly facts: number;
  /** Facts of years that the adjusting series does not cover: in no figure. */
  readonly unadjusted: number;
}

export interface BreakdownItem extends DimensionValue {
  /** One per measure, in the order of `measures`. */
  readonly figures: readonly Figure[];
  readonly facts: number;
}

/**
 * Sums of the facts that `where` selects, by the values of one dimension. A name that the budget
 * does not have selects nothing: the breakdown is empty, never of something else.
 */
export function breakdown(budget: Budget, query: BreakdownQuery = {}): Breakdown {
  const keys = query.measures ?? budget.measures.map(({ key }) => key);
  const measures = keys.map((key) => budget.measures.find((measure) => measure.key === key));
  const by = query.by === undefined ? undefined : findDimension(budget, query.by);
  const select = selection(budget, query.where ?? {});
  const years = query.adjust ? budget.dimensions.find(({ key }) => key === 'year') : undefined;
  const currency = query.currency ?? budget.currencies[0] ?? '';
  const wanted = budget.currencies.indexOf(currency);

  const values = by?.values ?? [{ key: '', label: '' }];
  const yearCount = years?.values.length ?? 1;
  const factors = (years?.values ?? [{ label: '' }]).map(({ label }) =>
    query.adjust?.factor(Number.parseInt(label, 10)),
  );
  const sums = measures.map(() => amountSums(values.length * yearCount));
  const factsOf = new Uint32Array(values.length);
  const others = new Set<string>();
  let facts = 0;
  let unadjusted = 0;

  const possible = select && (query.by === undefined || by) && (!query.adjust || years);
  for (let fact = 0; possible && fact < budget.facts; fact++) {
    if (!select(fact)) continue;
    const money = budget.currencyOf[fact]!;
    if (money !== wanted) {
      others.add(budget.currencies[money] ?? '');
      continue;
    }
    facts++;
    const year = years?.codes[fact] ?? 0;
    const group = by?.codes[fact] ?? 0;
    if (query.adjust && !factors[year]) {
      unadjusted++;
      continue;
    }
    factsOf[group]!++;
    measures.forEach((measure, index) => {
      if (measure) sums[index]?.add(measure.amounts, fact, group * yearCount + year);
    });
  }

  const items = values.flatMap((value, group): BreakdownItem[] => {
    if (!factsOf[group]) return [];
    const figures = sums.map((sum) => {
      const { adjust } = query;
      if (!adjust) return sum.figure(group);
      return addFigures(
        factors.map((factor, year) => {
          const figure = sum.figure(group * yearCount + year);
          if (figure.value === undefined || !factor) return figure;
          return { ...figure, value: factor(figure.value) };
        }),
      );
    });
    return [{ ...value, figures, facts: factsOf[group] }];
  });
  return {
    by: by?.key,
    measures: keys,
    currency,
    otherCurrencies: [...others],
    items,
    totals: keys.map((_, index) => addFigures(items.flatMap((item) => item.figures[index] ?? []))),
    facts,
    unadjusted,
  };
}

/** Items from the largest figure of a measure to the smallest; those without a figure last. */
export function ranked(items: readonly BreakdownItem[], measure = 0): BreakdownItem[] {
  const value = (item: BreakdownItem): Decimal | undefined => item.figures[measure]?.value;
  return [...items].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined);
    return compareDecimals(y, x);
  });
}

/** The first `top` items and all others as one figure per measure: shown and rest are the whole. */
export function withRest(
  items: readonly BreakdownItem[],
  top: number,
): {
  shown: readonly BreakdownItem[];
  rest?: { items: readonly BreakdownItem[]; figures: readonly Figure[] };
} {
  // One item more costs no more room than "and one other".
  if (items.length <= top + 1) return { shown: items };
  const others = items.slice(top);
  const figures = (others[0]?.figures ?? []).map((_, measure) =>
    addFigures(others.flatMap((item) => item.figures[measure] ?? [])),
  );
  return { shown: items.slice(0, top), rest: { items: others, figures } };
}
