import type { Breakdown, BreakdownItem, Decimal } from '@ventana/model';

/** What a chart draws: figures as numbers for their place, and as text for what is said of them. */
export interface ChartData {
  /** One per bar or point of the axis: ramos, years. */
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Printed along the axis of amounts: `Millones de pesos`. */
  readonly unit: string;
}

export interface ChartSeries {
  /** A measure (`aprobado`), a year, or whatever tells it from the others. */
  readonly key: string;
  readonly label: string;
  /** `null`: no figure, a gap. */
  readonly values: readonly (number | null)[];
  /** The same figures as the reader's table writes them. */
  readonly texts: readonly string[];
  /** As bars say them. Default: `texts`. */
  readonly labels?: readonly string[];
  /** In few letters, for labels where there is little room. Default: `texts`. */
  readonly briefs?: readonly string[];
}

export interface ChartDataOptions {
  readonly unit: string;
  /** How the table writes an amount; `undefined` is no figure. */
  readonly format: (value: Decimal | undefined) => string;
  /** Reader's name of a measure. */
  readonly measureLabel: (key: string) => string;
  /** Reader's name of an item. Default: its label. */
  readonly itemLabel?: (item: BreakdownItem) => string;
}

/** One series per measure of a breakdown, one label per item, in the breakdown's order. */
export function chartData(
  { measures, items }: Pick<Breakdown, 'measures' | 'items'>,
  { unit, format, measureLabel, itemLabel = ({ label }) => label }: ChartDataOptions,
): ChartData {
  return {
    unit,
    labels: items.map(itemLabel),
    series: measures.map((key, index) => {
      const amounts = items.map((item) => item.figures[index]?.value);
      return {
        key,
        label: measureLabel(key),
        // Places on a screen of some thousand pixels: the rounding of a float does not show.
        values: amounts.map((amount) => (amount === undefined ? null : Number(amount))),
        texts: amounts.map(format),
      };
    }),
  };
}
