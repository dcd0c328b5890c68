import type { ChartOnPage, ChartRequest } from '@ventana/charts';
import type { BudgetHost } from './budget-host.js';
import type { SceneRow } from './budget-scene.js';
import { captionOf, unitOf } from './budget-words.js';
import type { BudgetWords } from './budget-words.js';
import { chartViewMessages } from './chart-view.messages.js';
import { surroundingsOf } from './surroundings.js';

/** What of the page changes how a canvas must look. The browser recolours DOM by itself, not pixels. */
const QUERIES = ['(forced-colors: active)', '(prefers-color-scheme: dark)'];

/**
 * Bars, a line over the years or execution, on the canvas of a plot: named for screen readers, walked by
 * arrow keys, opened by click, redrawn when the page's colours change. Loaded with Chart.js, when such a
 * view is asked for.
 */
export class ChartView {
  readonly plot: HTMLElement;
  readonly #host: BudgetHost;
  readonly #chart: ChartOnPage;
  readonly #queries = QUERIES.map((query) => matchMedia(query));
  readonly #end = new AbortController();
  #rows: readonly SceneRow[] = [];

  /** @param plot - holds the canvas */
  constructor(Chart: typeof ChartOnPage, plot: HTMLElement, host: BudgetHost) {
    this.plot = plot;
    this.#host = host;
    const chart = (this.#chart = new Chart(plot.querySelector('canvas') as HTMLCanvasElement));
    const { style } = plot;
    style.position = 'relative';
    // Tells that the colours changed, whatever changed them.
    style.transition = 'color 1ms';
    const { signal } = this.#end;
    const redraw = (): void => host.requestUpdate();
    for (const target of [plot, ...this.#queries]) {
      target.addEventListener(target === plot ? 'transitionrun' : 'change', redraw, { signal });
    }
    plot.addEventListener(
      'keydown',
      (event) => {
        const { said, chosen } = chart.walk(event) ?? {};
        if (said) host.say(said);
        if (chosen !== undefined) host.open(this.#rows[chosen]);
      },
      { signal },
    );
    plot.addEventListener(
      'click',
      (event) => {
        const row = this.#rows[chart.rowAt(event) ?? -1];
        if (row?.opens) host.open(row);
      },
      { signal },
    );
  }

  /** After each update of the widget. */
  show(words: BudgetWords): void {
    const { plot } = this;
    const { scene } = words;
    const unit = unitOf(words);
    this.#rows = scene.rows;
    const t = this.#host.locale.translator(chartViewMessages);
    const request: ChartRequest = {
      view: scene.view as ChartRequest['view'],
      columns: scene.columns.map(words.column),
      rows: scene.rows.map((row) => ({ label: words.row(row), figures: row.figures })),
      full: words.full,
      label: words.unit === 'pesos' ? words.full : words.brief,
      brief: words.brief,
      rest: (count) => words.t('rest', { count }),
      unit: (power) => (power === 0 ? unit : t(`scale${power}`, { unit })),
      isShare: !!words.adjusted?.figure,
      lang: words.t.lang,
    };
    plot.style.cursor = scene.rows.some((row) => row.opens) ? 'pointer' : '';
    plot.role = 'application';
    plot.tabIndex = 0;
    plot.setAttribute('aria-roledescription', t('chart'));
    plot.setAttribute('aria-label', `${captionOf(words)}. ${t('keys')}`);
    this.#chart.show(request, surroundingsOf(this.#host, plot.getRootNode()));
  }

  /** Draws itself, for a picture. */
  picture(): ReturnType<ChartOnPage['picture']> {
    return this.#chart.picture();
  }

  destroy(): void {
    this.#end.abort();
    this.#chart.destroy();
  }
}
