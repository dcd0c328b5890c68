import { barsChart, barsHeight, executionChart } from './bars-chart.js';
import { drawChart, type DrawableChart, type DrawnChart } from './draw-chart.js';
import { pageLook, type Surroundings } from './page-look.js';
import { rankedFigures, type ChartRequest, type RankedFigures } from './ranked-figures.js';
import { seriesChart } from './series-chart.js';

/** Pixels per CSS pixel on paper. */
const PRINT_RATIO = 3;
const SERIES_HEIGHT = 360;

/** What a key did. */
export interface Walked {
  /** The point reached, for a live region. */
  readonly said?: string;
  /** Row whose point was chosen with Enter. */
  readonly chosen?: number;
}

/** A chart on a page: drawn as its surroundings are, walked by keys, clicked. */
export class ChartOnPage {
  readonly #canvas: HTMLCanvasElement;
  #drawn: DrawnChart | undefined;
  #figures: RankedFigures | undefined;
  #key = '';
  #isLine = false;
  #label = -1;
  #series = 0;

  /** @param canvas - in an element of its own, whose height this sets */
  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
  }

  /** Draws, unless this is what is drawn already. */
  show(request: ChartRequest, around: Surroundings): void {
    const figures = rankedFigures(request);
    const { data, formatTick } = figures;
    const { view } = request;
    const look = { ...pageLook(around), formatTick };
    const box = this.#canvas.parentElement;
    const key = JSON.stringify([view, data, look, around.isPrinting]);
    if (key === this.#key) return;
    this.#key = key;
    this.#figures = figures;
    this.#isLine = view === 'series';
    this.#label = -1;
    this.#series = 0;
    const fit = (width?: number): void => {
      const height = this.#isLine
        ? SERIES_HEIGHT
        : Math.max(160, barsHeight(data, look.fontSize, width));
      if (box) box.style.blockSize = `${height}px`;
    };
    fit(box?.clientWidth || undefined);
    const config: DrawableChart =
      view === 'series'
        ? seriesChart(data, look)
        : view === 'execution'
          ? executionChart(data, look)
          : barsChart(data, look);
    config.options = { ...config.options, onResize: (_, { width }) => fit(width) };
    if (this.#drawn) this.#drawn.update(config);
    else this.#drawn = drawChart(this.#canvas, config);
    if (around.isPrinting) this.#drawn.resize(PRINT_RATIO);
  }

  /** Arrow keys, Home and End go from point to point; Enter chooses. Other keys are left alone. */
  walk(event: KeyboardEvent): Walked | undefined {
    const { labels = [], series = [] } = this.#figures?.data ?? {};
    const { key } = event;
    if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      return { ...(this.#row(this.#label) ?? {}) };
    }
    const isAcross = (this.#isLine ? /^Arrow(?:Up|Down)$/ : /^Arrow(?:Left|Right)$/).test(key);
    const among = isAcross && series.length > 1 && this.#label >= 0 ? series : labels;
    const now = among === series ? this.#series : this.#label;
    const to = placeAfter(key, now, among.length);
    if (to === undefined) return undefined;
    event.preventDefault();
    if (among === series) this.#series = to;
    else this.#label = to;
    this.#drawn?.mark(this.#series, this.#label);
    const { label, texts } = series[this.#series] ?? { label: '', texts: [] };
    return { said: `${labels[this.#label]}: ${label}, ${texts[this.#label]}` };
  }

  /** Row under the pointer. */
  rowAt(event: Event): number | undefined {
    return this.#row(this.#drawn?.pointAt(event)?.index ?? -1)?.chosen;
  }

  /** Draws itself, without a tooltip, in a box of its own size. */
  picture(): { width: number; height: number; draw: (context: CanvasRenderingContext2D) => void } {
    const canvas = this.#canvas;
    const { clientWidth: width, clientHeight: height } = canvas;
    this.#drawn?.mark();
    // As sharp as the words around it.
    this.#drawn?.resize(2);
    return {
      width,
      height,
      draw: (context) => {
        context.drawImage(canvas, 0, 0, width, height);
        this.#drawn?.resize();
      },
    };
  }

  destroy(): void {
    this.#drawn?.destroy();
  }

  #row(label: number): { chosen: number } | undefined {
    return label >= 0 && label < (this.#figures?.drawn ?? 0) ? { chosen: label } : undefined;
  }
}

function placeAfter(key: string, now: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (/^Arrow(?:Right|Down)$/.test(key)) return Math.min(now + 1, count - 1);
  return /^Arrow(?:Left|Up)$/.test(key) ? Math.max(now - 1, 0) : undefined;
}
