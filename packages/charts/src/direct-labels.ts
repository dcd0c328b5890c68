import { cutText } from '@ventana/model';
import type { BarElement, Chart, Plugin } from 'chart.js';
import type { ChartData } from './chart-data.js';
import type { ChartLook } from './chart-look.js';

/** Size of a bar's figure in px. */
function labelSize({ fontSize = 14 }: ChartLook): number {
  return fontSize - 2;
}

/** Width of a text on its ground, in px, and a little air. */
function widthOf(ctx: CanvasRenderingContext2D, text: string): number {
  return ctx.measureText(text).width + 8;
}

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Where the bars of a series end, once they stand still. */
function barsOf(chart: Chart<'bar'>, series: number): Bar[] {
  const bars = chart.getDatasetMeta(series).data as unknown as BarElement[];
  return bars.map((bar) => bar.getProps(['x', 'y', 'height'], true) as Bar);
}

/** Writes each bar's figure at its end, inside it where there is no room beyond. */
export function barLabels(data: ChartData, look: ChartLook): Plugin<'bar'> {
  return {
    id: 'ventana-bar-labels',
    afterDatasetsDraw(chart: Chart<'bar'>) {
      const { ctx, chartArea, width: whole } = chart;
      const size = labelSize(look);
      // A narrow chart keeps room for them beside its bars.
      const right = isNarrow(whole) ? whole : chartArea.right;
      ctx.save();
      ctx.font = `${size}px ${look.fontFamily}`;
      ctx.textBaseline = 'middle';
      data.series.forEach(({ texts, labels = texts, briefs = texts, values }, index) => {
        barsOf(chart, index).forEach(({ x, y, height }, at) => {
          const text = (isNarrow(whole) ? briefs : labels)[at] ?? '';
          if (values[at] === null || values[at] === undefined || height < size) return;
          const width = widthOf(ctx, text);
          const beyond = right - x >= width && (values[at] ?? 0) >= 0;
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

/** Width in px of the longest figure that {@link barLabels} writes on a narrow chart, with its ground. */
export function widestLabel(
  { ctx }: Pick<Chart, 'ctx'>,
  { series }: ChartData,
  look: ChartLook,
): number {
  ctx.save();
  ctx.font = `${labelSize(look)}px ${look.fontFamily}`;
  let widest = 0;
  for (const { texts, briefs = texts } of series) {
    for (const text of briefs) widest = Math.max(widest, widthOf(ctx, text));
  }
  ctx.restore();
  return widest;
}

/** On a narrow chart, the name of each group of bars above it, in the whole width. */
export function groupNames({ labels }: ChartData, look: ChartLook): Plugin<'bar'> {
  return {
    id: 'ventana-group-names',
    afterDatasetsDraw(chart: Chart<'bar'>) {
      const { ctx, chartArea, width } = chart;
      if (!isNarrow(width)) return;
      const { fontFamily, fontSize = 14 } = look;
      ctx.save();
      ctx.font = `${fontSize}px ${fontFamily}`;
      ctx.textBaseline = 'middle';
      barsOf(chart, 0).forEach(({ y, height }, at) => {
        const text = shortened(ctx, labels[at] ?? '', width - chartArea.left - 6);
        const middle = y - height / 2 - fontSize / 2 - 3;
        labelOn(chart, look, text, chartArea.left + 1, middle, fontSize);
      });
      ctx.restore();
    },
  };
}

/** The text, or as much of it as is no wider than that, with "…". */
function shortened(ctx: CanvasRenderingContext2D, text: string, width: number): string {
  if (ctx.measureText(text).width <= width) return text;
  // No letter is narrower than this: a name of a megabyte is not measured letter by letter.
  let end = Math.min(text.length, Math.ceil(width / 2));
  while (end > 0 && ctx.measureText(`${cutText(text, end)}…`).width > width) end--;
  return `${cutText(text, end).trimEnd()}…`;
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
