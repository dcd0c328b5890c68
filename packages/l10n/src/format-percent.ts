import { notAvailable, numberFormat, plainFigure } from './format-number.js';

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
  const plain = plainFigure(ratio, lang, digits, 2);
  if (plain) return `${plain}%`;
  const options: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: digits };
  return numberFormat(lang, options).format(ratio);
}
