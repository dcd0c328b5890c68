import { toDecimal } from '@ventana/model';
import { notAvailable, numberFormat } from './format-number.js';
import { grouped, writesPlainly } from './plain-figures.js';
import { roundDecimal } from './round-decimal.js';

/**
 * A share as a percentage: `0.456` is `45.6%`. A share of nothing (`undefined`, NaN) is `n/d`.
 *
 * @param digits - decimals at most, default 1
 */
export function formatPercent(
  ratio: number | undefined,
  lang: string,
  { digits = 1 }: { readonly digits?: number } = {},
): string {
  if (typeof ratio !== 'number' || !Number.isFinite(ratio)) return notAvailable(lang);
  const exact = writesPlainly(lang) && Math.abs(ratio) < 1e15 ? toDecimal(ratio) : undefined;
  if (exact !== undefined) {
    const hundredths = exact.includes('.') ? `${exact}00` : `${exact}.00`;
    return `${grouped(roundDecimal(hundredths, digits, -2))}%`;
  }
  const options: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: digits };
  return numberFormat(lang, options).format(ratio);
}
