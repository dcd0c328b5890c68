import { decimalOf, sumDecimals, type Decimal } from '../decimal.js';

/**
 * The amounts of one measure, one per fact. Those of at most two decimals and below 90 × 10^12
 * are whole cents in a `Float64Array`, exact at 8 bytes each; the rest are kept as text beside it.
 */
export interface AmountColumn {
  /** Cents. `NaN`: no amount; `Infinity`: see `exact`; `-Infinity`: the fact is not about this measure. */
  readonly cents: Float64Array;
  readonly exact: ReadonlyMap<number, Decimal>;
  /** Cells that hold something which is no amount, as the source wrote it. */
  readonly unreadable: ReadonlyMap<number, string>;
}

/** What is known of a sum: never a figure without what was left out of it. */
export interface Figure {
  /** Exact; absent when no amount was there to add ("Sin dato"): that is not zero. */
  readonly value?: Decimal | undefined;
  /** Facts that carry no amount. */
  readonly missing: number;
  /** Facts whose amount could not be read. */
  readonly unreadable: number;
  /** The first of them, as written. */
  readonly verbatim?: string | undefined;
}

/** Whole cents, when the amount has at most two decimals and they fit a number exactly. */
export function toCents(value: Decimal): number | undefined {
  const point = `${value}.`.indexOf('.');
  const fraction = value.slice(point + 1).padEnd(2, '0');
  const cents = fraction.length > 2 ? Number.NaN : Number(value.slice(0, point) + fraction);
  return Number.isSafeInteger(cents) ? cents : undefined;
}

export function fromCents(cents: number | bigint): Decimal {
  return decimalOf(BigInt(cents), 2);
}

/** The amount of one fact, with what is wrong with it. */
export function figureAt(column: AmountColumn, fact: number): Figure {
  const sums = amountSums(1);
  sums.add(column, fact, 0);
  return sums.figure(0);
}

export interface AmountSums {
  add(column: AmountColumn, fact: number, group: number): void;
  figure(group: number): Figure;
}

/**
 * Exact sums of `groups` groups. Cents are added as numbers while the sum stays exact (below
 * 2^53) and carried into a bigint when it would not: 75,000 facts cost 1 ms, not 30.
 */
export function amountSums(groups: number): AmountSums {
  const cents = new Float64Array(groups);
  const counts = new Uint32Array(groups);
  const missing = new Uint32Array(groups);
  const carried = new Map<number, bigint>();
  const exact = new Map<number, Decimal[]>();
  const verbatim = new Map<number, string[]>();
  return {
    add(column, fact, group) {
      const value = column.cents[fact] ?? -Infinity;
      if (value === -Infinity) return;
      if (Number.isNaN(value)) {
        const text = column.unreadable.get(fact);
        if (text === undefined) missing[group]!++;
        else push(verbatim, group, text);
        return;
      }
      counts[group]!++;
      if (value === Infinity) {
        push(exact, group, column.exact.get(fact) ?? '0');
        return;
      }
      const before = cents[group]!;
      const sum = before + value;
      if (Number.isSafeInteger(sum)) {
        cents[group] = sum;
      } else {
        carried.set(group, (carried.get(group) ?? 0n) + BigInt(before));
        cents[group] = value;
      }
    },
    figure(group) {
      const texts = verbatim.get(group) ?? [];
      const whole = BigInt(cents[group]!) + (carried.get(group) ?? 0n);
      return {
        value: counts[group]
          ? sumDecimals([fromCents(whole), ...(exact.get(group) ?? [])])
          : undefined,
        missing: missing[group]!,
        unreadable: texts.length,
        verbatim: texts[0],
      };
    },
  };
}

function push<T>(lists: Map<number, T[]>, group: number, item: T): void {
  const list = lists.get(group);
  if (list) list.push(item);
  else lists.set(group, [item]);
}

/** The figure of several parts taken together. */
export function addFigures(parts: readonly Figure[]): Figure {
  const values = parts.flatMap(({ value }) => value ?? []);
  return {
    value: values.length > 0 ? sumDecimals(values) : undefined,
    missing: parts.reduce((sum, part) => sum + part.missing, 0),
    unreadable: parts.reduce((sum, part) => sum + part.unreadable, 0),
    verbatim: parts.find(({ verbatim }) => verbatim !== undefined)?.verbatim,
  };
}
