import type { BudgetHost } from './budget-host.js';
import type { BudgetWords } from './budget-words.js';
import type { ChartView } from './chart-view.js';

/** Holds the chart that is on screen. What draws it, Chart.js before all, is loaded for the first one. */
export class ChartController {
  /** What draws could not be loaded: the table stands alone, until this is `false` again. */
  failed = false;
  view: ChartView | undefined;
  readonly #host: BudgetHost;
  #make: ((plot: HTMLElement) => ChartView) | undefined;
  #loading: Promise<void> | undefined;

  constructor(host: BudgetHost) {
    this.#host = host;
  }

  get loaded(): boolean {
    return !!this.#make;
  }

  /** Settles when what draws is there, or can't be had. */
  get ready(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  clear(): void {
    this.view?.destroy();
    this.view = undefined;
  }

  /** After each update: draws what is wanted on the plot that is there. */
  show(plot: HTMLElement | null, words: BudgetWords): void {
    if (plot !== this.view?.plot) this.clear();
    if (plot && this.#make) (this.view ??= this.#make(plot)).show(words);
    else if (!this.failed) void this.ready;
  }

  async #load(): Promise<void> {
    try {
      const [{ ChartOnPage }, { ChartView }] = await Promise.all([
        import('@ventana/charts'),
        import('./chart-view.js'),
      ]);
      this.#make = (plot) => new ChartView(ChartOnPage, plot, this.#host);
    } catch (error) {
      this.failed = true;
      this.#loading = undefined;
      this.#host.warn(error);
    }
    this.#host.requestUpdate();
  }
}
