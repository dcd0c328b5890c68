import type { ChartConfiguration, ScriptableContext } from 'chart.js';
import { amountAxis, baseOptions, labelAxis } from './base-options.js';
import type { ChartData } from './chart-data.js';
import { seriesColor, type ChartLook } from './chart-look.js';
import { barLabels, groupNames, isNarrow, widestLabel } from './direct-labels.js';
import { legend } from './legend.js';
import { patternAt, patternFill, type Pattern } from './pattern.js';
import { wrapLabel } from './wrap-label.js';

const LABEL_CHARS = 26;
/** Room above and below each group of bars on a narrow chart, in px: a name stands in it. */
function nameRoom(fontSize: number): number {
  return 2 * (fontSize + 6);
}

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

/** Height in px at which every bar and its name can be read, on a chart of that width. */
export function barsHeight(
  { labels, series }: ChartData,
  fontSize = 14,
  width = Number.POSITIVE_INFINITY,
): number {
  const bars = series.length * (fontSize + 4);
  const group = isNarrow(width) ? bars + nameRoom(fontSize) : Math.max(bars, 2.4 * fontSize) + 8;
  return Math.round(labels.length * group + 80 + (series.length > 1 ? 36 : 0));
}

function barConfig(
  data: ChartData,
  look: ChartLook,
  patterns: readonly Pattern[],
): ChartConfiguration<'bar'> {
  // On a telephone the names beside the bars would leave these no room: they stand above.
  const label = (index: number, width: number): string[] =>
    isNarrow(width) ? [] : wrapLabel(data.labels[index] ?? '', LABEL_CHARS, 2);
  const { palette, fontSize = 14 } = look;
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
  // Chart.js asks a function here as for its other options, which its types do not say.
  const shareOfBars = ({ chart: { width, chartArea } }: ScriptableContext<'bar'>): number => {
    if (!isNarrow(width)) return 0.8;
    const group = chartArea.height / Math.max(1, data.labels.length);
    return Math.max(0.3, 1 - nameRoom(fontSize) / group);
  };
  const base = baseOptions(data, look, (chart) =>
    isNarrow(chart.width) ? widestLabel(chart, data, look) : 0,
  ) as ChartConfiguration<'bar'>['options'];
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
          categoryPercentage: shareOfBars as unknown as number,
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
      groupNames(data, look),
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
