import {
  gdpShare,
  INPC,
  perCapita,
  PIB,
  POPULATION,
  realTerms,
  type Adjustment,
  type AdjustmentKind,
} from '@ventana/model';
import type { FetchOptions } from '../fetch-reading.js';
import { fetchYearSeries } from './year-series.js';

export interface AdjustmentRequest extends FetchOptions {
  readonly kind: AdjustmentKind;
  /** Address of a series (see `fetchYearSeries`); empty: ours, of Mexico. */
  readonly address: string;
  /** Year whose pesos `real` is in. Default: the last of the index. */
  readonly baseYear?: number | undefined;
}

/** Consumer prices, population at mid-year, GDP at current prices. */
const OURS = { real: INPC, 'per-capita': POPULATION, 'gdp-share': PIB } as const;

/**
 * What adjusts amounts. Imported lazily: most readers look at nominal pesos.
 *
 * @returns `undefined` when the index lacks the base year
 * @throws {SourceError} when the address can't be read as a series
 */
export async function loadAdjustment({
  kind,
  address,
  baseYear,
  ...options
}: AdjustmentRequest): Promise<Adjustment | undefined> {
  const series = address ? await fetchYearSeries(address, options) : OURS[kind];
  if (kind === 'real') return realTerms(series, baseYear);
  return kind === 'per-capita' ? perCapita(series) : gdpShare(series);
}
