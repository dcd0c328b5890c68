import type { Decimal } from '@ventana/model';
import { cached, readsEnglish } from './intl-locale.js';
import { PLAINLY_WRITTEN } from './language.js';

/** A figure: a number, a whole one of any size, or exact decimal text. */
export type Figure = number | bigint | Decimal;

/** What is printed where there is no figure: a rate of nothing, a sum of nothing. */
export function notAvailable(lang: string): string {
  return readsEnglish(lang) ? 'n/a' : 'n/d';
}

/** The one `Intl.NumberFormat` of a language and options. What rounds to zero has no sign: never "-0". */
export function numberFormat(lang: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = Object.entries(options).join();
  return cached(
    `n ${key}`,
    lang,
    (locales) => new Intl.NumberFormat(locales, { signDisplay: 'negative', ...options }),
  );
}

/**
 * `value` times 10^`power` as es-MX and en-US both write it, or `undefined` where that is better left to `Intl`:
 * another language, more than three decimals, more than 15 digits. @internal
 */
export function plainFigure(
  value: Figure,
  lang: string,
  fraction: number,
  power = 0,
): string | undefined {
  // In decimal, as Intl rounds: 1.005 is 1.01, though it is a little less in binary.
  const exact = Number(`${value}e${fraction + power}`);
  const scaled = Math.round(Math.abs(exact));
  return scaled < 1e15 && fraction < 4 && PLAINLY_WRITTEN.test(lang)
    ? (exact < 0 && scaled ? '-' : '') +
        `${scaled / 10 ** fraction}`.replace(/\d(?=(\d{3})+(\.|$))/g, '$&,')
    : undefined;
}

/** A whole number: `12,345`. Fractions are rounded; no figure is `n/d`. */
export function formatCount(value: Figure | undefined, lang: string): string {
  return formatDecimal(value, lang, { fraction: 0 });
}

/** What longer texts say, `Intl` reads as infinite; a number is judged by its shortest spelling. */
const FIGURE = /^(?=.{1,300}$)[+-]?\d+(\.\d+)?(e-\d+|e\+\d\d)?$/;

/** Said to be a number because Intl's type is older than the decimal texts it takes. */
function isFigure(value: unknown): value is number {
  return typeof value !== 'object' && FIGURE.test(String(value));
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
    ? (plainFigure(value, lang, fraction) ??
        numberFormat(lang, { maximumFractionDigits: fraction }).format(value))
    : notAvailable(lang);
}
