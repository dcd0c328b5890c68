import type { Decimal } from '../decimal.js';

/** A yearly series that amounts are divided by, with where it comes from. */
export interface YearSeries {
  /** `inpc`, `pib`, `population`, or the embedder's own. */
  readonly id: string;
  readonly title: string;
  /** Who publishes it; always printed beside an adjusted figure. */
  readonly source: string;
  /** What one unit is: `índice, 2ª quincena de julio de 2018 = 100`, `personas`. */
  readonly unit: string;
  /** Multiplies each value: 1000000 when a GDP is in millions. Default 1. */
  readonly factor?: number;
  /** Currency of the money it may adjust; absent: any. */
  readonly currency?: string;
  /** Year to value. Years not in it are not adjusted, never guessed. */
  readonly values: Readonly<Record<string, Decimal>>;
}

export type AdjustmentKind = 'real' | 'per-capita' | 'gdp-share';

export interface Adjustment {
  readonly kind: AdjustmentKind;
  readonly series: YearSeries;
  /** `real` only: amounts are in pesos of this year. */
  readonly baseYear?: number;
  /** What an amount of that year becomes; `undefined` for a year the series lacks. */
  factor(year: number): ((amount: Decimal) => Decimal) | undefined;
}

/**
 * In pesos of `baseYear` (default: the last of the series): amount × index of the base ÷ index of
 * its year. Rounded half up to a ten-thousandth of a peso. `undefined` when the series lacks the base.
 */
export function realTerms(series: YearSeries, baseYear?: number): Adjustment | undefined {
  const base = baseYear ?? lastYear(series);
  const numerator = base === undefined ? undefined : valueOf(series, base);
  if (base === undefined || numerator === undefined) return undefined;
  return { kind: 'real', series, baseYear: base, factor: factorOf(series, numerator, 4) };
}

/** Amount ÷ persons of its year, rounded half up to a ten-thousandth. */
export function perCapita(series: YearSeries): Adjustment {
  return { kind: 'per-capita', series, factor: factorOf(series, '1', 4) };
}

/** Amount ÷ GDP of its year: 0.0123 is 1.23 %. Rounded half up to twelve decimals. */
export function gdpShare(series: YearSeries): Adjustment {
  return { kind: 'gdp-share', series, factor: factorOf(series, '1', 12) };
}

/** Years that the series has, in order. */
export function seriesYears(series: YearSeries): number[] {
  return Object.keys(series.values)
    .filter((year) => valueOf(series, Number(year)) !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}

function lastYear(series: YearSeries): number | undefined {
  return seriesYears(series).at(-1);
}

function valueOf(series: YearSeries, year: number): Decimal | undefined {
  const value = Object.hasOwn(series.values, year) ? series.values[year] : undefined;
  return value !== undefined && /^\d+(\.\d+)?$/.test(value) && /[1-9]/.test(value)
    ? value
    : undefined;
}

function factorOf(series: YearSeries, times: Decimal, decimals: number): Adjustment['factor'] {
  return (year) => {
    const value = valueOf(series, year);
    if (value === undefined) return undefined;
    return (amount) => timesOver(amount, times, value, series.factor ?? 1, decimals);
  };
}

/** `amount × times ÷ (over × factor)` to `decimals` places, half away from zero. */
function timesOver(
  amount: Decimal,
  times: Decimal,
  over: Decimal,
  factor: number,
  decimals: number,
): Decimal {
  const [a, b, c] = [parts(amount), parts(times), parts(over)];
  const up = a.digits * b.digits * 10n ** BigInt(c.scale + decimals);
  const down = c.digits * BigInt(factor) * 10n ** BigInt(a.scale + b.scale);
  const size = ((up < 0n ? -up : up) * 2n + down) / (down * 2n);
  const text = size.toString().padStart(decimals + 1, '0');
  const fraction = text.slice(-decimals).replace(/0+$/, '');
  const sign = up < 0n && size > 0n ? '-' : '';
  return `${sign}${text.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}

function parts(value: Decimal): { digits: bigint; scale: number } {
  const point = value.indexOf('.');
  return {
    digits: BigInt(value.replace('.', '')),
    scale: point === -1 ? 0 : value.length - point - 1,
  };
}
