import type { Chart, ChartOptions } from 'chart.js';
import type { ChartData } from './chart-data.js';
import type { ChartLook } from './chart-look.js';
import { legendHeight } from './legend.js';

/**
 * What all our charts share. Tooltips say what the table says; numbers never pass through
 * Chart.js's own formatting, which knows neither "mil millones" nor `mdp`.
 *
 * @param roomAtRight - px kept free there, beside the margin
 */
export function baseOptions(
  data: ChartData,
  look: ChartLook,
  roomAtRight: (chart: Chart) => number = () => 0,
): ChartOptions<'bar' | 'line'> {
  const { palette, fontFamily, fontSize = 14, reducedMotion = true } = look;
  const font = { family: fontFamily, size: fontSize };
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: reducedMotion ? false : { duration: 300 },
    color: palette.text,
    font,
    layout: {
      padding: ({ chart }) => ({
        top: legendHeight(chart, data, look),
        right: 8 + roomAtRight(chart),
      }),
    },
    interaction: { mode: 'nearest', intersect: false },
    plugins: {
      tooltip: {
        backgroundColor: palette.text,
        titleColor: palette.background,
        bodyColor: palette.background,
        displayColors: false,
        titleFont: font,
        bodyFont: font,
        callbacks: {
          title: (items) => data.labels[items[0]?.dataIndex ?? -1] ?? '',
          label: (item) => {
            const series = data.series[item.datasetIndex];
            return `${series?.label ?? ''}: ${series?.texts[item.dataIndex] ?? ''}`;
          },
        },
      },
    },
  };
}

/** The axis of amounts. It starts at zero: a bar cut off below says what is not so. */
export function amountAxis(data: ChartData, look: ChartLook): object {
  const { palette, fontFamily, fontSize = 14, formatTick } = look;
  const font = { family: fontFamily, size: fontSize };
  return {
    beginAtZero: true,
    border: { color: palette.line },
    grid: { color: palette.line },
    title: { display: data.unit !== '', text: data.unit, color: palette.text, font },
    ticks: {
      color: palette.text,
      font,
      maxTicksLimit: 6,
      callback: (value: number | string) => formatTick(Number(value)),
    },
  };
}

/**
 * The axis of names or years.
 *
 * @param skips - leaves out labels that have no room (years); names are all written
 * @param label - lines of a label on a chart of that width
 */
export function labelAxis(
  look: ChartLook,
  skips: boolean,
  label: (index: number, width: number) => readonly string[],
): object {
  const { palette, fontFamily, fontSize = 14 } = look;
  return {
    border: { color: palette.line },
    grid: { display: false },
    ticks: {
      color: palette.text,
      font: { family: fontFamily, size: fontSize },
      autoSkip: skips,
      callback(this: { chart: { width: number } }, _: unknown, index: number) {
        return label(index, this.chart.width);
      },
    },
  };
}
