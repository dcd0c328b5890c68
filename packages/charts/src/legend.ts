import type { Chart, Plugin } from 'chart.js';
import type { ChartData } from './chart-data.js';
import type { ChartLook } from './chart-look.js';

/** Draws the sample of a series in a box whose corner is given. */
export type DrawSample = (
  context: CanvasRenderingContext2D,
  series: number,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
) => void;

const SAMPLE = 28;
const GAP = 16;

/** Places of the names, row by row, in the width of the chart. */
function places(
  { ctx, width }: Pick<Chart, 'ctx' | 'width'>,
  { series }: ChartData,
  { fontFamily, fontSize = 14 }: ChartLook,
): { x: number; y: number }[] {
  ctx.save();
  ctx.font = `${fontSize}px ${fontFamily}`;
  let x = 0;
  let y = 0;
  const found = series.map(({ label }) => {
    const wide = SAMPLE + 6 + ctx.measureText(label).width + GAP;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += fontSize + 10;
    }
    const place = { x, y };
    x += wide;
    return place;
  });
  ctx.restore();
  return found;
}

/** Room above the chart that its names take. */
export function legendHeight(chart: Chart, data: ChartData, look: ChartLook): number {
  if (data.series.length < 2) return 4;
  return (places(chart, data, look).at(-1)?.y ?? 0) + (look.fontSize ?? 14) + 18;
}

/**
 * The names of the series with a sample of each. Our own, in a tenth of the bytes of Chart.js's:
 * its click that hides a series has no keyboard and no announcement anyway.
 */
export function legend(
  data: ChartData,
  look: ChartLook,
  sample: DrawSample,
): Plugin<'bar' | 'line'> {
  return {
    id: 'ventana-legend',
    afterDraw(chart) {
      if (data.series.length < 2) return;
      const { ctx } = chart;
      const { palette, fontFamily, fontSize = 14 } = look;
      ctx.save();
      places(chart as Chart, data, look).forEach(({ x, y }, index) => {
        sample(ctx, index, { x: x + 1, y: y + 3, width: SAMPLE - 2, height: fontSize });
        ctx.font = `${fontSize}px ${fontFamily}`;
        ctx.fillStyle = palette.text;
        ctx.textBaseline = 'middle';
        ctx.fillText(data.series[index]?.label ?? '', x + SAMPLE + 6, y + 3 + fontSize / 2);
      });
      ctx.restore();
    },
  };
}
