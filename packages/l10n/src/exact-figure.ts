import { toDecimal } from '@ventana/model';
import type { Decimal } from '@ventana/model';

/** `Intl` reads longer texts as infinite. */
const LONGEST = 300;

/** The figure as exact text, or `undefined` where it is none (NaN, infinite, not a number). */
export function exactFigure(value: unknown): Decimal | undefined {
  if (typeof value === 'string' && value.length > LONGEST) return undefined;
  const decimal = toDecimal(value);
  return decimal !== undefined && decimal.length <= LONGEST ? decimal : undefined;
}

/** Exact beyond 2^53, because Intl takes decimal text (where it does not yet, it rounds). */
export function printExact(format: Intl.NumberFormat, value: Decimal): string {
  return format.format(value as Intl.StringNumericLiteral);
}
