import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';

// Chart.js of this bundle only: a page's own Chart is another copy, and its defaults stay as they are.
Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,

  Tooltip,
);

export type DrawableChart = ChartConfiguration<'bar'> | ChartConfiguration<'line'>;

/** A chart on a canvas, for whoever put it there. */
export interface DrawnChart {
  /** Redraws with another configuration: other data, theme, forced colours, language. */
  update(config: DrawableChart): void;
  /** Fits the canvas to its parent; at another pixel density, for paper. */
  resize(pixelRatio?: number): void;
  /** Marks one point and shows its tooltip, as arrow keys walk the chart; without arguments, none. */
  mark(series?: number, index?: number): void;
  /** The point at an event's place, or `undefined`. */
  pointAt(event: Event): { readonly series: number; readonly index: number } | undefined;
  destroy(): void;
}

/**
 * Draws on a canvas whose parent element gives the size. Import this module lazily
 * (`import('@ventana/charts/draw-chart.js')`): it brings Chart.js. The canvas has no content for
 * assistive technology: give it a role, a name, and the same figures in a table.
 */
export function drawChart(canvas: HTMLCanvasElement, config: DrawableChart): DrawnChart {
  const make = (wanted: DrawableChart): Chart =>
    new Chart(canvas, wanted as ChartConfiguration) as Chart;
  let chart = make(config);
  return {
    update(next) {
      // A new one: fills, plugins and scales of the old are bound to the old palette.
      chart.destroy();
      chart = make(next);
    },
    resize(pixelRatio) {
      if (pixelRatio !== undefined) chart.options.devicePixelRatio = pixelRatio;
      else delete chart.options.devicePixelRatio;
      chart.resize();
    },
    mark(series, index) {
      const elements =
        series === undefined || index === undefined ? [] : [{ datasetIndex: series, index }];
      chart.setActiveElements(elements);
      chart.tooltip?.setActiveElements(elements, { x: 0, y: 0 });
      chart.update('none');
    },
    pointAt(event) {
      const [found] = chart.getElementsAtEventForMode(
        event,
        'nearest',
        { intersect: false },
        false,
      );
      return found && { series: found.datasetIndex, index: found.index };
    },
    destroy: () => chart.destroy(),
  };
}
