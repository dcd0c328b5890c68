import type { Chart, Plugin } from 'chart.js';
import type { ChartData } from './chart-data.js';
import type { ChartLook } from './chart-look.js';

/** Writes each bar's figure at its end, inside it where there is no room beyond. */
export function barLabels(data: ChartData, look: ChartLook): Plugin<'bar'> {
  return {
    id: 'ventana-bar-labels',
    afterDatasetsDraw(chart: Chart<'bar'>) {
      const { ctx, chartArea } = chart;
      const size = (look.fontSize ?? 14) - 2;
      ctx.save();
      ctx.font = `${size}px ${look.fontFamily}`;
      ctx.textBaseline = 'middle';
      data.series.forEach(({ texts: whole, briefs = whole, values }, index) => {
        const texts = isNarrow(chart.width) ? briefs : whole;
        chart.getDatasetMeta(index).data.forEach((bar, at) => {
          const text = texts[at] ?? '';
          const { x, y } = bar.getProps(['x', 'y'], true);
          const { height } = bar.getProps(['height'], true) as unknown as { height: number };
          if (values[at] === null || values[at] === undefined || height < size) return;
          const width = ctx.measureText(text).width + 8;
          const beyond = chartArea.right - x >= width && (values[at] ?? 0) >= 0;
          labelOn(
            chart,
            look,
            text,
            beyond ? x + 2 : Math.max(x - width - 2, chartArea.left),
            y,
            size,
          );
        });
      });
      ctx.restore();
    },
  };
}

/** A chart on a telephone. */
export function isNarrow(width: number): boolean {
  return width < 560;
}

/** Writes each line's name beside its last point: nobody has to match colours with a legend. */
export function lineLabels(data: ChartData, look: ChartLook): Plugin<'line'> {
  return {
    id: 'ventana-line-labels',
    afterDatasetsDraw(chart: Chart<'line'>) {
      const { ctx, chartArea } = chart;
      const size = look.fontSize ?? 14;
      ctx.save();
      ctx.font = `${size}px ${look.fontFamily}`;
      if (data.series.length < 2) return ctx.restore();
      ctx.textBaseline = 'middle';
      const taken: number[] = [];
      data.series.forEach(({ label, values }, index) => {
        const last = values.findLastIndex((value) => value !== null);
        const point = chart.getDatasetMeta(index).data[last];
        if (!point) return;
        const { x, y } = point.getProps(['x', 'y'], true);
        // Lines that end together: the labels step aside, upwards while there is room.
        let at = Math.max(y - size, chartArea.top + size / 2);
        while (taken.some((other) => Math.abs(other - at) < size + 2)) at += size + 2;
        taken.push(at);
        const width = ctx.measureText(label).width + 8;
        labelOn(chart, look, label, Math.min(x, chartArea.right) - width - 8, at, size);
      });
      ctx.restore();
    },
  };
}

/** Text on a ground of its own, so that no grid line or bar runs through it. */
function labelOn(
  { ctx }: Pick<Chart, 'ctx'>,
  { palette }: ChartLook,
  text: string,
  x: number,
  y: number,
  size: number,
): void {
  ctx.fillStyle = palette.background;
  ctx.fillRect(x, y - size / 2 - 1, ctx.measureText(text).width + 6, size + 2);
  ctx.fillStyle = palette.text;
  ctx.fillText(text, x + 3, y);
}
