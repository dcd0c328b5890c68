import { toDecimal } from '@ventana/model';
import type { Decimal } from '@ventana/model';
import { cached, readsEnglish } from './intl-locale.js';

/** A figure: a number, a whole one of any size, or exact decimal text. */
export type Figure = number | bigint | Decimal;

/** `Intl` reads longer texts as infinite. */
const LONGEST = 300;

/** The figure as exact text, or `undefined` where it is none (NaN, infinite, not a number). */
export function figure(value: unknown): Decimal | undefined {
  if (typeof value === 'string' && value.length > LONGEST) return undefined;
  const decimal = toDecimal(value);
  return decimal !== undefined && decimal.length <= LONGEST ? decimal : undefined;
}

/** What is printed where there is no figure: a rate of nothing, a sum of nothing. */
export function notAvailable(lang: string): string {
  return readsEnglish(lang) ? 'n/a' : 'n/d';
}

/** What rounds to zero has no sign: never "-0". @internal */
export function numberFormat(lang: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = Object.entries(options).join();
  return cached(
    `n ${key}`,
    lang,
    (locales) => new Intl.NumberFormat(locales, { signDisplay: 'negative', ...options }),
  );
}

/** Exact beyond 2^53, because Intl takes decimal text (where it does not yet, it rounds). @internal */
export function print(format: Intl.NumberFormat, value: Decimal): string {
  return format.format(value as Intl.StringNumericLiteral);
}

/** A whole number: `12,345`. Fractions are rounded; no figure is `n/d`. */
export function formatCount(value: Figure | undefined, lang: string): string {
  return formatDecimal(value, lang, { fraction: 0 });
}

/**
 * A number with at most `fraction` decimals (default 2), rounded half away from zero: `1,234.5`.
 * No figure is `n/d`.
 */
export function formatDecimal(
  value: Figure | undefined,
  lang: string,
  { fraction = 2 }: { readonly fraction?: number } = {},
): string {
  const exact = figure(value);
  if (exact === undefined) return notAvailable(lang);
  return print(numberFormat(lang, { maximumFractionDigits: fraction }), exact);
}
