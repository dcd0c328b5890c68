import type { Decimal } from '@ventana/model';
import { cached, readsEnglish } from './intl-locale.js';

/** A figure: a number, a whole one of any size, or exact decimal text. */
export type Figure = number | bigint | Decimal;

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

/** A whole number: `12,345`. Fractions are rounded; no figure is `n/d`. */
export function formatCount(value: Figure | undefined, lang: string): string {
  return formatDecimal(value, lang, { fraction: 0 });
}

/**
 * `Intl` takes decimal text as it is (where it does not yet, it rounds) and prints a number by its
 * shortest spelling: no arithmetic of ours, which a page of plain counts would carry for nothing.
 * It reads texts of more than 300 digits as infinite.
 */
const PLAIN = /^(?=.{1,300}$)[+-]?\d+(?:\.\d+)?$/;

/** Said to be a number because Intl's type is older than the texts it takes. */
function isFigure(value: unknown): value is number {
  return typeof value === 'number'
    ? Math.abs(value) < 1e300
    : (typeof value === 'string' || typeof value === 'bigint') && PLAIN.test(String(value));
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
  return isFigure(value)
    ? numberFormat(lang, { maximumFractionDigits: fraction }).format(value)
    : notAvailable(lang);
}
