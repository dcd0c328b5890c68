import type { ChartOnPage, ChartRequest, Surroundings } from '@ventana/charts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type ChartKind = typeof ChartOnPage;

/** What of the page changes how a canvas must look. The browser recolours DOM by itself, not pixels. */
const QUERIES = ['(forced-colors: active)', '(prefers-color-scheme: dark)'];

/** Holds the chart that is on screen: Chart.js is loaded when the first one is. */
export class ChartController implements ReactiveController {
  /** The chart's script could not be loaded: the table stands alone. */
  failed = false;
  chart: ChartOnPage | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #queries: MediaQueryList[] = QUERIES.map((query) => matchMedia(query));
  #kind: ChartKind | undefined;
  #loading: Promise<void> | undefined;
  #canvas: HTMLCanvasElement | undefined;
  readonly #redraw = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const query of this.#queries) query.addEventListener('change', this.#redraw);
  }

  hostDisconnected(): void {
    for (const query of this.#queries) query.removeEventListener('change', this.#redraw);
    this.clear();
  }

  /** Settles when the script is there, or never will be. */
  get ready(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  get loaded(): boolean {
    return this.#kind !== undefined;
  }

  clear(): void {
    this.chart?.destroy();
    this.chart = this.#canvas = undefined;
  }

  /** After each update: draws what is wanted on the canvas that is there. */
  show(canvas: HTMLCanvasElement, request: ChartRequest, around: Surroundings): void {
    if (!this.#kind) {
      void this.ready;
      return;
    }
    if (canvas !== this.#canvas) {
      this.clear();
      this.#canvas = canvas;
      this.chart = new this.#kind(canvas);
    }
    this.chart?.show(request, around);
  }

  async #load(): Promise<void> {
    try {
      this.#kind = (await import('@ventana/charts')).ChartOnPage;
    } catch (error) {
      this.failed = true;
      console.warn(
        `<${this.#host.localName}>: the chart’s script could not be loaded; the table is shown instead. ${String(error)}`,
      );
    }
    this.#host.requestUpdate();
  }
}
