import type { ChartConfiguration, ScriptableContext } from 'chart.js';
import { amountAxis, baseOptions, labelAxis } from './base-options.js';
import type { ChartData } from './chart-data.js';
import { seriesColor, type ChartLook } from './chart-look.js';
import { barLabels, isNarrow } from './direct-labels.js';
import { legend } from './legend.js';
import { patternAt, patternFill, type Pattern } from './pattern.js';
import { wrapLabel } from './wrap-label.js';

const LABEL_CHARS = 26;
const NARROW_LABEL_CHARS = 13;

/**
 * Horizontal bars, one group per label in the order given, one bar per series: names are read
 * without turning the head, and any number of them fits.
 */
export function barsChart(data: ChartData, look: ChartLook): ChartConfiguration<'bar'> {
  return barConfig(
    data,
    look,
    data.series.map((_, index) => patternAt(index)),
  );
}

/**
 * The moments of the budget side by side for each item: what was approved as an outline, what it
 * was modified to as hatching, what was spent solid. Order of series: as the budget cycle goes.
 */
export function executionChart(data: ChartData, look: ChartLook): ChartConfiguration<'bar'> {
  const last = data.series.length - 1;
  const pattern = (index: number): Pattern =>
    index === last
      ? 'solid'
      : ((['outline', 'diagonal', 'dots', 'grid'] as const)[index % 4] ?? 'outline');
  return barConfig(
    data,
    look,
    data.series.map((_, index) => pattern(index)),
  );
}

/** Height in px at which every bar and its name can be read. */
export function barsHeight({ labels, series }: ChartData, fontSize = 14): number {
  const group = Math.max(series.length * (fontSize + 4), 2.4 * fontSize) + 8;
  return Math.round(labels.length * group + 80 + (series.length > 1 ? 36 : 0));
}

function barConfig(
  data: ChartData,
  look: ChartLook,
  patterns: readonly Pattern[],
): ChartConfiguration<'bar'> {
  const label = (index: number, width: number): string[] =>
    wrapLabel(data.labels[index] ?? '', isNarrow(width) ? NARROW_LABEL_CHARS : LABEL_CHARS, 2);
  const { palette } = look;
  const fills = new Map<number, string | CanvasPattern>();
  // Made once per chart, not once per bar.
  const fill = (context: CanvasRenderingContext2D, index: number): string | CanvasPattern => {
    let found = fills.get(index);
    if (found === undefined) {
      const color = seriesColor(palette, index);
      found = patternFill(context, patterns[index] ?? 'solid', color, palette.background);
      fills.set(index, found);
    }
    return found;
  };
  const base = baseOptions(data, look) as ChartConfiguration<'bar'>['options'];
  return {
    type: 'bar',
    data: {
      labels: [...data.labels],
      datasets: data.series.map(({ label, values }, index) => {
        return {
          label,
          data: [...values],
          borderColor: seriesColor(look.palette, index),
          borderWidth: patterns[index] === 'solid' ? 0 : 2,
          minBarLength: 2,
          backgroundColor: ({ chart }: ScriptableContext<'bar'>) => fill(chart.ctx, index),
        };
      }),
    },
    options: {
      ...base,
      indexAxis: 'y',
      interaction: { mode: 'nearest', axis: 'y', intersect: false },
      scales: { x: amountAxis(data, look), y: labelAxis(look, false, label) },
    },
    plugins: [
      barLabels(data, look),
      legend(data, look, (context, index, { x, y, width, height }) => {
        context.fillStyle = fill(context, index);
        context.fillRect(x, y, width, height);
        context.strokeStyle = seriesColor(palette, index);
        context.lineWidth = 2;
        context.strokeRect(x, y, width, height);
      }),
    ],
  };
}
