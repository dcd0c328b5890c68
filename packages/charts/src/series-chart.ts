import type { ChartConfiguration } from 'chart.js';
import { amountAxis, baseOptions, labelAxis } from './base-options.js';
import type { ChartData } from './chart-data.js';
import { seriesColor, type ChartLook } from './chart-look.js';
import { lineLabels } from './direct-labels.js';
import { legend } from './legend.js';

const DASHES: readonly (readonly number[])[] = [[], [8, 4], [2, 3], [10, 3, 2, 3]];
const dashAt = (index: number): readonly number[] => DASHES[index % DASHES.length] ?? [];
const POINTS = ['circle', 'rect', 'triangle', 'rectRot'] as const;

/**
 * Lines over years, one per series. Each has its own dash, point and name at its end; a year
 * without a figure is a gap, not a line drawn over it.
 */
export function seriesChart(data: ChartData, look: ChartLook): ChartConfiguration<'line'> {
  const base = baseOptions(data, look) as ChartConfiguration<'line'>['options'];
  return {
    type: 'line',
    data: {
      labels: [...data.labels],
      datasets: data.series.map(({ label, values }, index) => {
        const color = seriesColor(look.palette, index);
        return {
          label,
          data: [...values],
          borderColor: color,
          backgroundColor: color,
          borderWidth: 2.5,
          borderDash: [...dashAt(index)],
          pointStyle: POINTS[index % POINTS.length] ?? 'circle',
          pointRadius: 4,
          pointHoverRadius: 7,
          spanGaps: false,
        };
      }),
    },
    options: {
      ...base,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: labelAxis(look, true, (index) => [data.labels[index] ?? '']),
        y: amountAxis(data, look),
      },
    },
    plugins: [
      lineLabels(data, look),
      legend(data, look, (context, index, { x, y, width, height }) => {
        context.strokeStyle = seriesColor(look.palette, index);
        context.lineWidth = 2.5;
        context.setLineDash([...dashAt(index)]);
        context.beginPath();
        context.moveTo(x, y + height / 2);
        context.lineTo(x + width, y + height / 2);
        context.stroke();
      }),
    ],
  };
}
