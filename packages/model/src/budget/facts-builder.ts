import { parseAmount, type Amount } from '../amount.js';
import { toCents, type AmountColumn } from './amount-column.js';
import type { DimensionValue } from './budget.js';
import { timesWhole, type Decimal } from '../decimal.js';

/** Grows as facts come; `column()` cuts it to length. */
export interface AmountColumnBuilder {
  /** Reads the cell strictly, a lone dash being zero, and keeps it, times `factor` (whole, default 1), as the amount of `fact`. */
  set(fact: number, cell: unknown, factor?: number, decimal?: '.' | ','): Amount;
  /** Keeps the cell of `fact` as one that can't be read. */
  refuse(fact: number, verbatim: string): Amount;
  column(facts: number): AmountColumn;
}

export function amountColumnBuilder(): AmountColumnBuilder {
  let cents = new Float64Array(1024).fill(-Infinity);
  const exact = new Map<number, Decimal>();
  const unreadable = new Map<number, string>();
  const refuse = (fact: number, verbatim: string): Amount => {
    cents[fact] = Number.NaN;
    unreadable.set(fact, ownCopy(verbatim));
    return { kind: 'unreadable', verbatim };
  };
  return {
    refuse,
    set(fact, cell, factor = 1, decimal) {
      const amount = parseAmount(cell, { dash: 'zero', ...(decimal && { decimal }) });
      if (fact >= cents.length) cents = grown(cents, fact, -Infinity);
      cents[fact] = Number.NaN;
      if (amount.kind === 'unreadable') return refuse(fact, amount.verbatim);
      if (amount.kind !== 'amount') return amount;
      const value = factor === 1 ? amount.value : timesWhole(amount.value, BigInt(factor));
      const whole = toCents(value);
      cents[fact] = whole ?? Infinity;
      if (whole === undefined) exact.set(fact, value);
      return amount;
    },
    column: (facts) => {
      if (facts > cents.length) cents = grown(cents, facts, -Infinity);
      return { cents: cents.slice(0, facts), exact, unreadable };
    },
  };
}

export interface DimensionColumnBuilder {
  set(fact: number, code: string, label: string): number;
  /** Values so far, in order of appearance. */
  readonly pairs: readonly { readonly code: string; readonly label: string }[];
  column(facts: number): { values: readonly DimensionValue[]; codes: Uint32Array };
}

/** A column of values, each text kept once. */
export function dimensionColumnBuilder(): DimensionColumnBuilder {
  let codes = new Uint32Array(1024);
  const pairs: { code: string; label: string }[] = [];
  const byLabel = new Map<string, Map<string, number>>();
  return {
    pairs,
    set(fact, code, label) {
      let byCode = byLabel.get(label);
      let index = byCode?.get(code);
      if (index === undefined) {
        // A cell is a slice that would keep the whole file in memory: keep a copy instead.
        const pair = { code: ownCopy(code), label: ownCopy(label) };
        index = pairs.push(pair) - 1;
        if (!byCode) byLabel.set(pair.label, (byCode = new Map()));
        byCode.set(pair.code, index);
      }
      if (fact >= codes.length) codes = grown(codes, fact, 0);
      codes[fact] = index;
      return index;
    },
    column(facts) {
      if (facts > codes.length) codes = grown(codes, facts, 0);
      const values = pairs.map(({ code, label }): DimensionValue => {
        const twice = (byLabel.get(label)?.size ?? 0) > 1;
        const key = label && twice && code ? `${code} ${label}` : label || code;
        return { key, label: label || code, code: code || undefined };
      });
      return { values, codes: codes.slice(0, facts) };
    },
  };
}

function grown<T extends Float64Array | Uint32Array>(old: T, least: number, blank: number): T {
  const Kind = old.constructor as new (length: number) => T;
  const next = new Kind(Math.max(old.length * 2, least + 1));
  next.set(old);
  return blank === 0 ? next : (next.fill(blank, old.length) as T);
}

/** A string of its own, not a window on the text that it was cut from. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
