import { ratio, subtractDecimals, type Decimal } from '../decimal.js';

/** `part / whole`; `undefined` ("n/d") where the whole is zero or one of them is negative: a share of that means nothing. */
export function share(part: Decimal | undefined, whole: Decimal | undefined): number | undefined {
  if (part === undefined || whole === undefined) return undefined;
  return part.startsWith('-') || whole.startsWith('-') ? undefined : ratio(part, whole);
}

export interface Change {
  /** `to - from`, exact. */
  readonly difference: Decimal;
  /** `difference / from`; absent when `from` is zero or negative. */
  readonly rate?: number | undefined;
}

/** From one amount to another; `undefined` when either is missing. */
export function change(from: Decimal | undefined, to: Decimal | undefined): Change | undefined {
  if (from === undefined || to === undefined) return undefined;
  const difference = subtractDecimals(to, from);
  return { difference, rate: from.startsWith('-') ? undefined : ratio(difference, from) };
}

/** Spent over approved (1.05 is 105 %); `undefined` when nothing, or less than nothing, was approved. */
export function executionRate(
  spent: Decimal | undefined,
  approved: Decimal | undefined,
): number | undefined {
  if (spent === undefined || approved === undefined || approved.startsWith('-')) return undefined;
  return ratio(spent, approved);
}
