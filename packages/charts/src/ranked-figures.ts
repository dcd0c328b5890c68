import { formatDecimal, formatPercent } from '@ventana/l10n';
import { addFigures, toDecimal, type Decimal, type Figure } from '@ventana/model';
import type { ChartData } from './chart-data.js';
import { fewMarks } from './wrap-label.js';

export type ChartView = 'bars' | 'series' | 'execution';

/** Figures to draw, as a widget has them: one row per bar group or year, one figure per column. */
export interface ChartRequest {
  readonly view: ChartView;
  /** Readers' names of the columns. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly figures: readonly Figure[] }[];
  /** How the table writes an amount. */
  readonly full: (value: Decimal | undefined) => string;
  /** How a bar says it. */
  readonly label: (value: Decimal | undefined) => string;
  /** The same in few letters, for labels beside bars on a narrow screen. */
  readonly brief: (value: Decimal | undefined) => string;
  /** Name of the bar of all others. */
  readonly rest: (count: number) => string;
  /** Unit along the axis, where amounts are in units of 10^power. */
  readonly unit: (power: Power) => string;
  /** Figures are shares (0.01 is 1 %), not amounts. */
  readonly isShare: boolean;
  readonly lang: string;
}

export type Power = 0 | 6 | 9 | 12;

/** What is drawn of a request. */
export interface RankedFigures {
  readonly data: ChartData;
  /** Rows that have a label of their own; a label beyond them is of all others. */
  readonly drawn: number;
  readonly formatTick: (value: number) => string;
}

/** Bars that a reader still compares; the others are one bar, and all are in the table. */
const MOST = { bars: 20, execution: 12, series: Infinity } as const;

/** The largest rows, the others as one, and an axis in words: nobody counts twelve zeros. */
export function rankedFigures(request: ChartRequest): RankedFigures {
  const { view, columns, rows, full, lang, isShare } = request;
  const most = MOST[view];
  // One more costs no more room than "and one other".
  const drawn = rows.length <= most + 1 ? rows.length : most;
  const others = rows.slice(drawn);
  const all = rows.slice(0, drawn);
  if (others.length > 0) {
    all.push({
      label: request.rest(others.length),
      figures: columns.map((_, at) => addFigures(others.flatMap((row) => row.figures[at] ?? []))),
    });
  }
  const series = columns.map((label, at) => ({
    key: String(at),
    label: fewMarks(label),
    // Places on a screen of some thousand pixels: the rounding of a float does not show.
    values: all.map(({ figures }) => {
      const value = figures[at]?.value;
      return value === undefined ? null : Number(value);
    }),
    texts: all.map(({ figures }) => full(figures[at]?.value)),
    labels: all.map(({ figures }) => request.label(figures[at]?.value)),
    briefs: all.map(({ figures }) => request.brief(figures[at]?.value)),
  }));
  const sizes = series.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0)));
  const largest = Math.max(0, ...sizes);
  const power: Power = isShare || largest < 1e6 ? 0 : largest < 1e9 ? 6 : largest < 1e12 ? 9 : 12;
  return {
    data: { labels: all.map(({ label }) => fewMarks(label)), series, unit: request.unit(power) },
    drawn,
    formatTick: isShare
      ? (value) => formatPercent(value, lang, { digits: largest < 0.01 ? 3 : 1 })
      : (value) => formatDecimal(toDecimal(value / 10 ** power), lang, { fraction: 1 }),
  };
}
