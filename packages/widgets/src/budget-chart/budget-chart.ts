import type { ChartRequest, Surroundings } from '@ventana/charts';
import { formatCount, formatInstant, formatList } from '@ventana/l10n';
import type { Translated } from '@ventana/l10n';
import { addFigures, treemapLayout } from '@ventana/model';
import type { Adjustment, Budget, Figure, Reading, TreemapLayout } from '@ventana/model';
import {
  exactNumbers,
  fetchBudget,
  guardAddress,
  parseBudgetDocument,
  parseColumnMapping,
  readJsonText,
  recallBudget,
} from '@ventana/sources';
import type { BudgetOptions } from '@ventana/sources';
import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FrameController } from '../frame/frame-controller.js';
import type { FrameAction } from '../frame/frame-controller.js';
import { frameStyles } from '../frame/frame.styles.js';
import { LocaleController } from '../frame/locale-controller.js';
import { pageContextOf } from '../frame/page-context.js';
import type { LinkState } from '../frame/permalink-controller.js';
import { saveFile } from '../frame/save-file.js';
import { SourceController } from '../frame/source-controller.js';
import type { Status } from '../frame/status.js';
import { budgetChartMessages } from './budget-chart.messages.js';
import { budgetChartStyles } from './budget-chart.styles.js';
import { budgetCsv } from './budget-csv.js';
import { BudgetChangeEvent, BudgetDrillEvent } from './budget-events.js';
import { budgetScene, parseFilter } from './budget-scene.js';
import type { BudgetView, PathStep, Scene, SceneRow } from './budget-scene.js';
import { budgetWords, captionOf, scopeOf, sentenceOf, unitOf } from './budget-words.js';
import type { BudgetTranslator, BudgetUnit, BudgetWords } from './budget-words.js';
import { ChartController } from './chart-controller.js';
import { AdjustmentController } from './adjustment-controller.js';
import { placeCells, treemapHeight, walkCells } from './treemap-cells.js';
import type { CellText } from './treemap-cells.js';

const VIEWS: readonly BudgetView[] = ['treemap', 'bars', 'series', 'execution', 'table'];
const ADJUSTMENTS = ['nominal', 'real', 'per-capita', 'gdp-share'] as const;

/** Rows of the table written at once; the others follow when the page is idle, up to `MOST_ROWS`. */
const FIRST_ROWS = 100;
const MORE_ROWS = 100;
const MOST_ROWS = 1000;
/** A list of what is not drawn is open while it is this short. */
const SHORT_LIST = 6;
/** Width that is laid out for where the element has none yet (hidden, in a closed tab), in px. */
const SOME_WIDTH = 640;
/** Frame's padding and lines, in px. */
const FRAME = 34;

/** Data that say, at the end of their title, that they are made up. */
const EXAMPLE = /(?:datos de ejemplo|example data)[.)\]\s]*$/i;

/** Why figures are not adjusted. */
type Trouble = 'noSeries' | 'seriesFailed' | 'noYears';

/** Names of the properties that the reader may change. */
type Choice = 'view' | 'by' | 'measure' | 'year' | 'adjust' | 'unit' | 'currency';

/**
 * A public budget in pesos that mean something: what was approved, modified and spent, by any of its
 * classifications, as a treemap, bars, a line over the years, or a table; in current or constant
 * pesos, per head, or as a share of GDP. Parts open into their parts. Whatever is drawn is also a
 * table, and states in a sentence what it shows.
 *
 * Reads tidy CSV or JSON (columns recognised, or mapped with `columns`), the files of Mexico's PEF and
 * Cuenta Pública, Fiscal Data Packages, OpenSpending aggregates and CKAN `datastore_search`. The form is
 * detected from the answer.
 *
 * @summary A budget as treemap, bars, series or table, approved against spent, with drill-down.
 * @tag ventana-budget-chart
 *
 * @slot - Fallback, shown until there are data: usually a link to the data. A
 *   `<script type="application/json">` child holds the document inline, and nothing is fetched.
 *
 * @event {VentanaLoadEvent} load - An answer is on screen, whole or in part. Does not bubble.
 * @event {VentanaErrorEvent} error - The source could not be read; `kind` says why. Does not bubble.
 * @event {BudgetDrillEvent} ventana-budget-chart-drill - The reader went into a part or back; `path` and `by` say where. Bubbles.
 * @event {BudgetChangeEvent} ventana-budget-chart-change - The reader chose another view, measure, year …; `name` and `value` say what. Bubbles.
 *
 * @csspart frame - The whole widget.
 * @csspart head - Heading and example mark.
 * @csspart heading - The title.
 * @csspart notice - What the reader should know: stale, partial, empty or failed.
 * @csspart body - The content.
 * @csspart sentence - What is shown, in words.
 * @csspart controls - The row of choices.
 * @csspart path - The breadcrumb.
 * @csspart treemap - The list of cells.
 * @csspart cell - Each cell of the treemap.
 * @csspart chart - The canvas and its room.
 * @csspart table - The figures.
 * @csspart scope - Period, filter, total, unit and deflator.
 * @csspart actions - The row of buttons.
 * @csspart action - Each button.
 * @csspart link - Each link out.
 * @csspart foot - Source, licence and dates.
 *
 * @cssproperty --ventana-accent - Cells, links and buttons.
 * @cssproperty --ventana-on-accent - Text on cells; 4.5:1 or more against the accent.
 * @cssproperty --ventana-surface - Background.
 * @cssproperty --ventana-ink - Text.
 * @cssproperty --ventana-mark - Bar above the widget.
 * @cssproperty --ventana-radius - Corner radius.
 * @cssproperty --ventana-font-family - Typeface; default the system's.
 * @cssproperty --ventana-margin - Margin around the element; default 0.
 * @cssproperty --ventana-max-inline-size - Widest the element gets; default 100%.
 * @cssproperty --ventana-color-scheme - `light` or `dark`; default the page's.
 *
 * @cssstate idle - Nothing asked yet.
 * @cssstate loading - Asked, nothing to show yet.
 * @cssstate fresh - Shows what the source answered.
 * @cssstate stale - Shows an older copy, dated.
 * @cssstate partial - Some records could not be read or are not added, and it says how many.
 * @cssstate empty - The source has nothing.
 * @cssstate error - Could not be read, and it says why.
 * @cssstate config - The page has to mend something.
 *
 * @example
 * ```html
 * <ventana-budget-chart src="https://datos.example.org/egresos.csv" by="dependencia" view="treemap"
 *   columns="dependencia: Secretaría; aprobado: Monto aprobado; ejercido: Monto pagado">
 *   <a href="https://datos.example.org/egresos.csv">Egresos, en CSV</a>
 * </ventana-budget-chart>
 * ```
 */
export class VentanaBudgetChart extends LitElement {
  static override readonly styles = [...frameStyles, budgetChartStyles];

  /** Address of the data, resolved against the page: CSV, JSON, `datapackage.json`, or an API's answer. */
  @property() src = '';

  /** `treemap`, `bars`, `series` (over the years), `execution` (approved, modified, spent) or `table`. */
  @property({ reflect: true, useDefault: true }) view: BudgetView = 'treemap';

  /** Dimension to break down by (`ramo`, `capitulo`, a header, a group such as `economic`), or a path of them to drill along: `ramo/unidad/capitulo`. Default: the first that tells most. */
  @property({ reflect: true, useDefault: true }) by = '';

  /** `aprobado`, `modificado`, `devengado`, `ejercido`, `pagado`, or another column of amounts. Default: the one nearest to what was spent. */
  @property({ reflect: true, useDefault: true }) measure = '';

  /** Year to show, or `all` to add them up. Default: the last there is. Also the year of data that do not say theirs. */
  @property({ reflect: true, useDefault: true }) year = '';

  /** What to set beside it: a measure (`aprobado`), or another year (`2019`). */
  @property({ reflect: true, useDefault: true }) compare = '';

  /** `nominal`; `real`: in pesos of `base-year`; `per-capita`; `gdp-share`. With the series that `deflator`, `population` and `gdp` name, else ours for Mexico. */
  @property({ reflect: true, useDefault: true }) adjust: (typeof ADJUSTMENTS)[number] = 'nominal';

  /** Figures: default short in the drawing and full in the table; `pesos`: full everywhere; `mdp`: millions everywhere. */
  @property({ reflect: true, useDefault: true }) unit: BudgetUnit = '';

  /** Only part of the data: `ramo=Salud; entidad=Nuevo León`. */
  @property() filter = '';

  /** Which column is what, where headers do not say it: `ramo: Dependencia; aprobado: Monto 2024`, or the same as JSON. */
  @property() columns = '';

  /** ISO 4217 code of data that do not say theirs (default `MXN`), or which to show where there are several. */
  @property({ reflect: true, useDefault: true }) currency = '';

  /** Charset of a file that is not UTF-8 where its bytes leave doubt: `latin1`, `cp850`. */
  @property() encoding = '';

  /** Address of a price index by year (JSON or CSV), for `adjust="real"`. Default: ours, INPC of INEGI. */
  @property() deflator = '';

  /** Address of a population by year, for `adjust="per-capita"`. Default: ours, of CONAPO. */
  @property() population = '';

  /** Address of a GDP by year, for `adjust="gdp-share"`. Default: ours, PIB of INEGI. */
  @property() gdp = '';

  /** Year whose pesos `adjust="real"` is in. Default: the last of the index. */
  @property({ type: Number, attribute: 'base-year' }) baseYear = 0;

  /** Address of a dated copy, used when `src` fails; shown as stale. */
  @property() snapshot = '';

  /** `lazy`: nothing is fetched until near the viewport. `eager`: at once. */
  @property() loading: 'lazy' | 'eager' = 'lazy';

  /** Seconds between re-reads, at least 10. Default 0: none. */
  @property({ type: Number }) refresh = 0;

  /** Largest answer accepted, in bytes. Default 0: 8 MB. */
  @property({ type: Number, attribute: 'max-bytes' }) maxBytes = 0;

  /** Title instead of the data's own. */
  @property() heading = '';

  /** Level of the title, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** The author's text alternative, for screen readers. */
  @property() description = '';

  /** `neutral` or `gobmx`; default the provider's, else `neutral`. Dark follows the page's `color-scheme`. */
  @property() theme = '';

  /** Address of a JSON with a community's texts in this element's language. */
  @property() messages = '';

  /** Keep what the reader chose in the hash of the page's address, under this name (default the element's id). */
  @property() permalink: string | null = null;

  /** A `Budget`, or the raw document (an object, or CSV text); nothing is fetched. */
  @property({ attribute: false }) data: unknown;

  /** Where the reader is, from the whole inwards. */
  @property({ attribute: false }) path: readonly PathStep[] = [];

  @state() private rowLimit = FIRST_ROWS;
  @state() private said = '';

  readonly #internals = this.attachInternals();
  readonly #context = pageContextOf(this);
  readonly #locale = new LocaleController(this, this.#context);
  readonly #source: SourceController<Budget> = new SourceController<Budget>(
    this,
    this.#internals,
    this.#context,
    {
      args: () => [this.columns, this.encoding, this.#givenCurrency],
      // What adjusts the figures comes with them: nobody sees them change under their eyes.
      fetch: async (src, options) => {
        const [loaded] = await Promise.all([
          fetchBudget(src, { ...options, ...this.#options }),
          this.#adjustment.load(),
        ]);
        return loaded;
      },
      recall: (src, options) => recallBudget(src, { ...options, ...this.#options }),
      parse: (raw) => {
        const reading = isBudget(raw) ? readingOf(raw) : parseBudgetDocument(raw, this.#options);
        return this.#adjustment.load()?.then(() => reading) ?? reading;
      },
      readText: (text) => readJsonText(text, 'inline JSON', { rewrite: exactNumbers }),
    },
  );
  readonly #frame = new FrameController(this, this.#source, this.#locale, this.#context);
  readonly #chart = new ChartController(this);
  readonly #adjustment = new AdjustmentController(
    this,
    (address) => this.#source.resolve(address),
    () => {
      const fetchOption = this.#context().fetch;
      return fetchOption ? { fetch: fetchOption } : {};
    },
  );

  /** Of data that do not say theirs; what the reader picks among several currencies is another thing. */
  #givenCurrency = '';
  #scene: Scene | undefined;
  #sceneKey = '';
  #sceneOf: Budget | undefined;
  #trouble: Trouble | undefined;
  #words: BudgetWords | undefined;
  #lastChart: BudgetView = 'treemap';
  #isInAddress = false;
  #width = 0;
  #fontSize = 16;
  #layout: TreemapLayout | undefined;
  #layoutKey: unknown[] = [];
  #cells: readonly CellText[] = [];
  #focusAfter: ((root: ShadowRoot) => HTMLElement | null | undefined) | undefined;
  #observed: Element | undefined;
  readonly #resized = new ResizeObserver(([entry]) => {
    // Within the observer's own turn another size would be an error on the page's console.
    requestAnimationFrame(() => this.#measure(entry?.contentRect.width ?? 0));
  });

  /** Where the widget stands; also `:state(…)`. */
  get status(): Status {
    return this.#source.status;
  }

  /** Reads again, past any shared answer. Settles when the widget has; never rejects. */
  reload(): Promise<void> {
    return this.#source.reload();
  }

  /** The figures that are shown, all of them, exact, as CSV (RFC 4180, formulas disarmed); empty when nothing is shown. */
  toCSV(): string {
    const { scene, words } = this.#shown() ?? {};
    return scene && words ? budgetCsv(scene, words) : '';
  }

  /**
   * A PNG of what is drawn, with title, source and date. In the table view, of its treemap.
   *
   * @throws Error when nothing is shown, or the browser can't make a picture
   */
  async toPNG(): Promise<Blob> {
    await this.updateComplete;
    const { scene, words } = this.#shown() ?? {};
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    if (!scene || !words || !frame) throw new Error('There is nothing to make a picture of.');
    const { budgetPicture } = await import('@ventana/charts/budget-picture.js');
    const caption = this.#caption(scene, words);
    const around = this.#around(frame);
    if (isChart(scene.view)) {
      await this.#chart.ready;
      await this.updateComplete;
      const drawing = this.#chart.chart?.picture();
      if (!drawing) throw new Error('The chart could not be drawn here.');
      return budgetPicture({ caption, drawing }, around);
    }
    const width = Math.max(480, this.#width || SOME_WIDTH);
    const size = { width, height: treemapHeight(width) };
    const drawn = this.#cellsOf(scene, words, treemapLayout(this.#areas(scene), size));
    return budgetPicture({ caption, drawing: { ...size, ...drawn } }, around);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#observed) this.#resized.observe(this.#observed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('data') || changed.has('src')) {
      if (this.hasUpdated) this.path = [];
    }
    if (changed.has('currency') && !this.#budget?.currencies.includes(this.currency)) {
      this.#givenCurrency = this.currency;
    }
    if (isChart(this.view) || this.view === 'treemap') this.#lastChart = this.view;
    if (this.#budget) void this.#adjustment.load();
    void this.#keepInAddress();
  }

  /** Few pages ask for it: loaded when one does. */
  async #keepInAddress(): Promise<void> {
    if (this.permalink === null || this.#isInAddress) return;
    this.#isInAddress = true;
    const { PermalinkController } = await import('../frame/permalink-controller.js');
    new PermalinkController(
      this,
      () => this.#linkState,
      (chosen) => this.#follow(chosen),
    );
    this.requestUpdate();
  }

  protected override updated(): void {
    const root = this.shadowRoot;
    const scene = this.#scene;
    if (!root || !scene) return;
    const list = root.querySelector<HTMLElement>('.treemap');
    const canvas = root.querySelector('canvas');
    const observed = list ?? undefined;
    if (observed !== this.#observed) {
      this.#resized.disconnect();
      this.#observed = observed;
      if (observed) this.#resized.observe(observed);
    }
    if (list) this.#drawCells(list);
    if (canvas && this.#words) this.#drawChart(canvas, scene, this.#words);
    else this.#chart.clear();
    this.#focusAfter?.(root)?.focus();
    this.#focusAfter = undefined;
    if (scene.rows.length > this.rowLimit && this.rowLimit < MOST_ROWS) {
      const more = this.rowLimit + MORE_ROWS;
      setTimeout(() => {
        if (this.isConnected && this.rowLimit < more) this.rowLimit = more;
      }, 50);
    }
  }

  get #budget(): Budget | undefined {
    const { shown } = this.#source;
    return shown && !shown.reading.empty ? shown.reading.model : undefined;
  }

  get #t(): BudgetTranslator {
    return this.#locale.translator(budgetChartMessages);
  }

  get #options(): BudgetOptions {
    const columns = this.columns ? parseColumnMapping(this.columns) : undefined;
    return {
      ...(columns ? { columns } : {}),
      ...(this.#givenCurrency ? { currency: this.#givenCurrency } : {}),
      ...(this.encoding ? { charset: this.encoding } : {}),
      ...(/^\d{4}$/.test(this.year) ? { year: this.year } : {}),
    };
  }

  /** The scene and its words, worked out again only when something that they depend on changed. */
  #shown(): { scene: Scene; words: BudgetWords } | undefined {
    const budget = this.#budget;
    if (!budget) {
      this.#scene = this.#sceneOf = undefined;
      return undefined;
    }
    const { adjust, trouble } = this.#adjusting(budget);
    this.#trouble = trouble;
    const view = VIEWS.includes(this.view) ? this.view : 'treemap';
    const [by, measure, year, compare, filter, currency] = [
      this.by,
      this.measure,
      this.year,
      this.compare,
      this.filter,
      this.currency,
    ].map(textOf) as [string, string, string, string, string, string];
    const query = {
      view,
      by: by.split('/').map((name) => name.trim()),
      measure,
      year,
      compare,
      currency,
      path: this.path,
      filter: parseFilter(filter),
    };
    const key = JSON.stringify([query, adjust?.kind, adjust?.baseYear, adjust?.series.id]);
    const isSame = this.#sceneOf === budget && key === this.#sceneKey;
    if (!isSame || !this.#scene) {
      if (this.#sceneKey !== key) this.rowLimit = FIRST_ROWS;
      this.#scene = budgetScene(budget, { ...query, adjust });
      this.#sceneKey = key;
      this.#sceneOf = budget;
    }
    this.#words = budgetWords(this.#scene, this.#t, this.unit);
    return { scene: this.#scene, words: this.#words };
  }

  #adjusting(budget: Budget): { adjust?: Adjustment; trouble?: Trouble } {
    const adjust = this.#adjustment.now;
    if (adjust === 'failed') return { trouble: 'seriesFailed' };
    if (!adjust) return {};
    if (!budget.dimensions.some(({ key }) => key === 'year')) return { trouble: 'noYears' };
    const { currencies } = budget;
    const currency = currencies.includes(this.currency) ? this.currency : (currencies[0] ?? 'MXN');
    const { currency: own = currency } = adjust.series;
    return own === currency ? { adjust } : { trouble: 'noSeries' };
  }

  get #linkState(): LinkState {
    const { view, by, measure, year, adjust, unit, path } = this;
    return {
      view,
      by,
      measure,
      year,
      adjust,
      unit,
      path: path
        .map(({ by: name, value }) => [name, value].map(encodeURIComponent).join('='))
        .join('/'),
    };
  }

  #follow(chosen: LinkState): void {
    const { path = '', ...choices } = chosen;
    Object.assign(this, choices);
    try {
      this.path = path.split('/').flatMap((step): PathStep[] => {
        const [by = '', value = ''] = step.split('=').map(decodeURIComponent);
        return by ? [{ by, value }] : [];
      });
    } catch {
      this.path = [];
    }
  }

  #choose(name: Choice, value: string): void {
    if (name === 'by') {
      this.by = [...this.path.map(({ by }) => by), value].join('/');
    } else {
      Object.assign(this, { [name]: value });
    }
    this.dispatchEvent(new BudgetChangeEvent(name, value));
  }

  /** Into a part. */
  #open(row: SceneRow | undefined): void {
    const scene = this.#scene;
    const { by } = scene ?? {};
    if (!row?.opens || !by || !scene) {
      if (row) this.said = this.#t('noMore');
      return;
    }
    this.#go([...this.path, { by: by.key, value: row.key }]);
    this.#focusAfter = (root) =>
      root.querySelector<HTMLElement>('.treemap button, .plot') ??
      root.querySelector<HTMLElement>('.path button');
  }

  /** Back to a level of the breadcrumb. */
  #back(level: number): void {
    const left = this.path[level];
    this.#go(this.path.slice(0, level));
    this.#focusAfter = (root) => {
      const cells = [...root.querySelectorAll<HTMLElement>('.treemap button')];
      const at = this.#cells.findIndex(
        ({ index }) => this.#scene?.rows[index]?.key === left?.value,
      );
      return cells[at] ?? root.querySelector<HTMLElement>('.treemap button, .plot, .table button');
    };
  }

  #go(path: readonly PathStep[]): void {
    this.path = path;
    const { scene, words } = this.#shown() ?? {};
    if (!scene || !words) return;
    this.said = sentenceOf(scene, words);
    this.dispatchEvent(new BudgetDrillEvent(path, scene.by?.key ?? ''));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const isFree = !(event.target instanceof HTMLSelectElement) && !event.defaultPrevented;
    if (event.key !== 'Escape' || this.path.length === 0 || !isFree) return;
    event.preventDefault();
    event.stopPropagation();
    this.#back(this.path.length - 1);
  };

  #cellAt(event: Event): { button: HTMLButtonElement; text: CellText } | undefined {
    const button = (event.target as Element).closest('button');
    const item = button?.parentElement;
    const at = item ? Array.prototype.indexOf.call(item.parentElement?.children ?? [], item) : -1;
    const text = this.#cells[at];
    return button && text ? { button, text } : undefined;
  }

  readonly #onCell = (event: Event): void => {
    const text = this.#cellAt(event)?.text;
    if (text && text.index >= 0) this.#open(this.#scene?.rows[text.index]);
  };

  readonly #onCellNear = (event: Event): void => {
    const found = this.#cellAt(event);
    const readout = this.renderRoot.querySelector('.readout');
    if (!found || !readout) return;
    const { label, amount, tail } = found.text;
    found.button.title = readout.textContent = `${label}: ${amount}${tail}`;
  };

  readonly #onCellKey = (event: KeyboardEvent): void => {
    walkCells(event.currentTarget as HTMLElement, event);
  };

  /** Arrow keys walk the points of a canvas and say them. */
  readonly #onChartKey = (event: KeyboardEvent): void => {
    const { said, chosen } = this.#chart.chart?.walk(event) ?? {};
    if (said) this.said = said;
    if (chosen !== undefined) this.#open(this.#scene?.rows[chosen]);
  };

  readonly #onChartClick = (event: Event): void => {
    const row = this.#scene?.rows[this.#chart.chart?.rowAt(event) ?? -1];
    if (row?.opens) this.#open(row);
  };

  #measure(width: number): void {
    const before = this.#width;
    // A scroll bar's width is not worth another layout.
    if (width === 0 || Math.abs(width - before) < Math.max(8, before * 0.04)) return;
    this.#width = width;
    this.requestUpdate();
  }

  #areas(scene: Scene): (number | undefined)[] {
    return scene.rows.map(({ figures }) => {
      const value = figures[0]?.value;
      return value === undefined ? undefined : Number(value);
    });
  }

  #layOut(scene: Scene): TreemapLayout {
    const key = [scene, this.#width];
    if (!this.#layout || key.some((part, at) => part !== this.#layoutKey[at])) {
      this.#layoutKey = key;
      const width = this.#width;
      this.#layout = treemapLayout(this.#areas(scene), { width, height: treemapHeight(width) });
    }
    return this.#layout;
  }

  #cellsOf(
    { rows, columns }: Scene,
    words: BudgetWords,
    { cells, rest, tooSmall }: TreemapLayout,
  ): { cells: TreemapLayout['cells']; texts: CellText[] } {
    const { t } = words;
    const isCompared = columns.length > 1;
    const texts = cells.map((cell): CellText => {
      const index = cell.indexes[0] ?? -1;
      const row = rows[index] as SceneRow;
      const label = words.row(row).slice(0, 300);
      const value = row.figures[0]?.value;
      const amount = words.short(value);
      const change = isCompared ? ` (${words.signed(row.change?.rate)})` : '';
      const tail = `, ${words.percent(row.share)}`;
      const brief = (): string[] => [words.brief(value), words.percent(row.share)];
      return { label, amount: `${amount}${change}`, brief, tail, index, opens: row.opens };
    });
    if (!rest) return { cells, texts };
    const label = t('rest', { count: tooSmall.length });
    const figures = tooSmall.flatMap((index) => rows[index]?.figures[0] ?? []);
    const { value } = addFigures(figures);
    const amount = words.short(value);
    const brief = (): string[] => [words.brief(value)];
    return {
      cells: [...cells, rest],
      texts: [...texts, { label, amount, brief, tail: '', index: -1, opens: false }],
    };
  }

  #drawCells(list: HTMLElement): void {
    const scene = this.#scene;
    const words = this.#words;
    if (!scene || !words) return;
    const width = this.#width;
    const height = treemapHeight(width);
    list.style.blockSize = `${height}px`;
    const { cells, texts } = this.#cellsOf(scene, words, this.#layOut(scene));
    this.#cells = texts;
    placeCells(list, cells, texts, { width, height, fontSize: this.#fontSize });
  }

  #around(frame: HTMLElement): Surroundings {
    const { isPrinting } = this.#frame;
    const theme = frame.dataset['theme'] === 'gobmx' ? 'gobmx' : 'neutral';
    // Larger letters leave the axis no room for the chart.
    return { frame, theme, isPrinting, fontSize: Math.min(20, this.#fontSize * 0.875) };
  }

  #drawChart(canvas: HTMLCanvasElement, scene: Scene, words: BudgetWords): void {
    const frame = canvas.closest<HTMLElement>('.frame');
    if (!frame) return;
    const { t } = words;
    const request: ChartRequest = {
      view: scene.view as ChartRequest['view'],
      columns: scene.columns.map(words.column),
      rows: scene.rows.map((row) => ({ label: words.row(row), figures: row.figures })),
      full: words.full,
      brief: words.brief,
      rest: (count) => t('rest', { count }),
      unit: (power) => {
        const unit = unitOf(scene, words);
        return power === 0 ? unit : t(`scale${power}`, { unit });
      },
      isShare: scene.adjust?.kind === 'gdp-share',
      lang: t.lang,
    };
    this.#chart.show(canvas, request, this.#around(frame));
  }

  #title(scene: Scene, words: BudgetWords): Translated {
    return this.#locale.pick(scene.budget.title) ?? words.t.of('untitled');
  }

  #caption(
    scene: Scene,
    words: BudgetWords,
  ): {
    title: string;
    lines: string[];
    source: string;
    date: string;
  } {
    const { t } = words;
    const { shown } = this.#source;
    const publisher = this.#locale.pick(scene.budget.publisher)?.text;
    const address = scene.budget.landingPage ?? shown?.address;
    const instant = shown?.retrievedAt || Date.now();
    const dated = shown?.lastModified ? Date.parse(shown.lastModified) : NaN;
    const day = (time: number): string => formatInstant(time, t.lang) ?? '';
    return {
      title: this.heading || this.#title(scene, words).text,
      lines: [
        captionOf(scene, words),
        sentenceOf(scene, words),
        scopeOf(scene, words)
          .map(([name, value]) => `${name}: ${value}`)
          .join(' · '),
      ],
      source: `${t('source')}: ${[publisher, address].filter(Boolean).join(', ') || t('noData')}`,
      date: Number.isFinite(dated)
        ? t('dated', { dated: day(dated), date: day(instant) })
        : t('consulted', { date: day(instant) }),
    };
  }

  #renderSelect(
    name: Choice,
    value: string,
    options: readonly (readonly [value: string, label: string])[],
  ): unknown {
    if (options.length < 2) return nothing;
    return html`<label
      ><span>${this.#frame.say(this.#t.of(name))}</span
      ><select
        name=${name}
        @change=${(event: Event) => this.#choose(name, (event.target as HTMLSelectElement).value)}
      >
        ${options.map(
          ([option, label]) =>
            html`<option
              value=${option}
              ?selected=${option === value}
              .selected=${option === value}
            >
              ${label}
            </option>`,
        )}
      </select></label
    >`;
  }

  #renderControls(scene: Scene, words: BudgetWords): TemplateResult {
    const { t } = words;
    const { budget, years, view } = scene;
    const used = new Set(this.path.map(({ by }) => by));
    const dimensions = budget.dimensions.filter(
      ({ key, values, group }) => values.length > 1 && !used.has(key) && group !== 'time',
    );
    // Ours are of Mexico.
    const canAdjust =
      scene.currency === 'MXN' ||
      this.adjust !== 'nominal' ||
      this.deflator ||
      this.population ||
      this.gdp;
    const isSeries = view === 'series';
    const views = VIEWS.filter(
      (one) =>
        one === view ||
        (one === 'series' ? years.length > 1 : one !== 'execution' || budget.measures.length > 1),
    );
    return html`<div class="controls" part="controls">
      ${this.#renderSelect(
        'view',
        view,
        views.map((one) => [one, t(one)]),
      )}
      ${
        isSeries
          ? nothing
          : this.#renderSelect(
              'by',
              scene.by?.key ?? '',
              dimensions.map((one) => [one.key, words.dimension(one)]),
            )
      }
      ${this.#renderSelect(
        'measure',
        scene.columns[scene.main]?.measure.key ?? '',
        scene.measures.map((one) => [one.key, words.measure(one)]),
      )}
      ${
        isSeries || years.length < 2
          ? nothing
          : this.#renderSelect('year', scene.year ?? 'all', [
              ...[...years].reverse().map((year) => [year, year] as const),
              ['all', t('allYears')],
            ])
      }
      ${
        years.length > 0 && canAdjust
          ? this.#renderSelect(
              'adjust',
              this.adjust,
              ADJUSTMENTS.map((one) => [one, t(one)]),
            )
          : nothing
      }
      ${
        scene.adjust?.kind === 'gdp-share'
          ? nothing
          : this.#renderSelect('unit', this.unit, [
              ['', t('words')],
              ['pesos', t('pesos')],
              ['mdp', t('mdp')],
            ])
      }
      ${this.#renderSelect(
        'currency',
        scene.currency,
        budget.currencies.map((code) => [code, code]),
      )}
    </div>`;
  }

  #renderPath(words: BudgetWords): unknown {
    const { path } = this;
    const { t } = words;
    if (path.length === 0) return nothing;
    return html`<nav class="trail" part="path" aria-label=${t('path')}>
      <ol class="path">
        <li>
          <button type="button" class="link" @click=${() => this.#back(0)}>${t('whole')}</button>
        </li>
        ${path.map((step, at) => {
          const label = words.step(step).slice(0, 160);
          return html`<li>
            ${
              at === path.length - 1
                ? html`<span aria-current="location"><bdi>${label}</bdi></span>`
                : html`<button type="button" class="link" @click=${() => this.#back(at + 1)}>
                    <bdi>${label}</bdi>
                  </button>`
            }
          </li>`;
        })}
      </ol>
      <button
        type="button"
        class="action"
        part="action action-back"
        @click=${() => this.#back(path.length - 1)}
      >
        ${t('back')}
      </button>
    </nav>`;
  }

  #renderTreemap(scene: Scene, words: BudgetWords): TemplateResult {
    const { t } = words;
    const { tooSmall, negative, none, cells } = this.#layOut(scene);
    return html`${
      cells.length > 0
        ? html`<ul
              class="treemap"
              part="treemap"
              role="list"
              aria-label=${captionOf(scene, words)}
              @click=${this.#onCell}
              @pointerover=${this.#onCellNear}
              @focusin=${this.#onCellNear}
              @keydown=${this.#onCellKey}
            ></ul>
            <p class="readout" aria-hidden="true"></p>`
        : nothing
    }
    ${this.#renderAside(scene, words, tooSmall, t.of('tooSmall', { count: tooSmall.length }))}
    ${this.#renderAside(scene, words, negative, t.of('negative', { count: negative.length }))}
    ${this.#renderAside(scene, words, none, t.of('none', { count: none.length }))}`;
  }

  /** What is not drawn, listed. A long list is written when it is opened. */
  #renderAside(
    { rows }: Scene,
    words: BudgetWords,
    indexes: readonly number[],
    title: Translated,
  ): unknown {
    if (indexes.length === 0) return nothing;
    const isShort = indexes.length <= SHORT_LIST;
    const name = indexes.join();
    const isOpen = this.#openAsides.has(name) || isShort || this.#frame.isPrinting;
    return html`<details
      class="aside"
      ?open=${isOpen}
      @toggle=${(event: Event) => {
        if (!(event.target as HTMLDetailsElement).open) return;
        this.#openAsides.add(name);
        this.requestUpdate();
      }}
    >
      <summary>${this.#frame.say(title)}</summary>
      ${
        isOpen
          ? html`<ul>
              ${indexes.map((index) => {
                const row = rows[index] as SceneRow;
                return html`<li>
                  ${this.#renderName(row, words, true)}
                  <span>${this.#renderFigure(row.figures[0], words)}</span>
                </li>`;
              })}
            </ul>`
          : nothing
      }
    </details>`;
  }

  readonly #openAsides = new Set<string>();

  #renderChart(scene: Scene, words: BudgetWords): unknown {
    const { t } = words;
    if (this.#chart.failed) return html`<p class="notice" role="status">${t('chartFailed')}</p>`;
    const opens = scene.rows.some((row) => row.opens);
    return html`<div
      class=${opens ? 'plot opens' : 'plot'}
      part="chart"
      role="application"
      tabindex="0"
      aria-roledescription=${t('chart')}
      aria-label="${captionOf(scene, words)}. ${t('keys')}"
      @keydown=${this.#onChartKey}
      @click=${this.#onChartClick}
      @transitionrun=${() => this.requestUpdate()}
    >
      <canvas aria-hidden="true"></canvas>
      ${this.#chart.loaded ? nothing : html`<p class="wait">${t('chartLoading')}</p>`}
    </div>`;
  }

  /** A text of the source's. What the frame says of a missing one is not worked out a thousand times. */
  #quote(text: string): unknown {
    return text.length < 400 ? html`<bdi>${text}</bdi>` : this.#frame.quote({ text });
  }

  #renderName(row: SceneRow, words: BudgetWords, isLink: boolean): unknown {
    const label = row.label || row.key;
    const name = label ? this.#quote(label) : html`<span class="missing">${words.row(row)}</span>`;
    return isLink && row.opens && label.length < 400
      ? html`<button type="button" class="link" @click=${() => this.#open(row)}>${name}</button>`
      : name;
  }

  #renderFigure(figure: Figure | undefined, words: BudgetWords): unknown {
    const { value, unreadable = 0, verbatim } = figure ?? {};
    const written = value === undefined && verbatim !== undefined;
    const text = written
      ? this.#quote(verbatim)
      : value === undefined
        ? html`<span class="missing">${words.full(value)}</span>`
        : words.full(value);
    return unreadable > 0
      ? html`${text} <small>${words.t('unreadable', { count: unreadable })}</small>`
      : text;
  }

  #renderTable(scene: Scene, words: BudgetWords): TemplateResult {
    const { rows, columns, totals, by, view, main } = scene;
    const { t } = words;
    const isTable = view === 'table' || this.#chart.failed;
    const limit = this.#frame.isPrinting ? Infinity : this.rowLimit;
    const shown = rows.slice(0, limit);
    const hasShares = rows.some((row) => row.share !== undefined);
    const isCompared = scene.change !== undefined || rows.some((row) => row.change);
    const hasRates = view === 'execution' && scene.rate !== undefined;
    const heads = [
      ...columns.map(words.column),
      ...(hasShares ? [t('share')] : []),
      ...(isCompared ? [t('difference'), t('change')] : []),
      ...(hasRates ? [t('rate')] : []),
    ];
    const cell = (at: number, content: unknown): TemplateResult =>
      html`<td data-label=${heads[at] ?? ''}>${content}</td>`;
    const derived = (row: Pick<SceneRow, 'share' | 'change' | 'rate'>): TemplateResult[] => {
      let at = columns.length;
      return [
        ...(hasShares ? [cell(at++, words.percent(row.share))] : []),
        ...(isCompared
          ? [
              cell(at++, words.full(row.change?.difference)),
              cell(at++, words.signed(row.change?.rate)),
            ]
          : []),
        ...(hasRates ? [cell(at, words.percent(row.rate))] : []),
      ];
    };
    const total = {
      share: totals[main]?.value === undefined ? undefined : 1,
      change: scene.change,
      rate: scene.rate,
    };
    return html`<div class=${isTable ? 'table beside' : 'table visually-hidden'}>
      <table part="table">
        <caption>
          ${captionOf(scene, words)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${by ? words.dimension(by) : t('whole')}</th>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (row) =>
              html`<tr>
                <th scope="row">${this.#renderName(row, words, isTable)}</th>
                ${columns.map((_, at) => cell(at, this.#renderFigure(row.figures[at], words)))}
                ${derived(row)}
              </tr>`,
          )}
        </tbody>
        ${
          view === 'series'
            ? nothing
            : html`<tfoot>
                <tr>
                  <th scope="row">${t('total')}</th>
                  ${totals.map((figure, at) => cell(at, this.#renderFigure(figure, words)))}
                  ${derived(total)}
                </tr>
              </tfoot>`
        }
      </table>
      ${
        shown.length < rows.length && isTable
          ? html`<button
              type="button"
              class="action"
              part="action action-all"
              @click=${() => (this.rowLimit = Infinity)}
            >
              ${t('allRows', { count: rows.length })}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderScope(scene: Scene, words: BudgetWords): TemplateResult {
    const publisher = this.#locale.pick(scene.budget.publisher);
    return html`<dl class="scope" part="scope">
      ${scopeOf(scene, words).map(
        ([name, value]) =>
          html`<div>
            <dt>${name}:</dt>
            <dd><bdi>${value}</bdi></dd>
          </div>`,
      )}
      ${
        this.unit === 'mdp' && scene.currency === 'MXN' && words.full('1000000').endsWith('mdp')
          ? html`<div>
              <dt><abbr title="millones de pesos">mdp</abbr>:</dt>
              <dd>millones de pesos</dd>
            </div>`
          : nothing
      }
      ${
        publisher
          ? html`<div>
              <dt>${words.t('publisher')}:</dt>
              <dd>${this.#frame.quote(publisher)}</dd>
            </div>`
          : nothing
      }
    </dl>`;
  }

  /** What the reader should know of the figures before quoting them. */
  #renderRemarks(scene: Scene, words: BudgetWords): unknown {
    const { t } = words;
    const { basis, incomplete, omissions } = scene.budget;
    const { lang } = t;
    const remarks = [
      ...scene.notFound.map(({ value }) => t('notFound', { value: value.slice(0, 160) })),
      ...(scene.rows.length === 0 ? [t('nothing')] : []),
      ...(this.#trouble ? [t(this.#trouble)] : []),
      ...(scene.unadjusted > 0 ? [t('unadjusted', { count: scene.unadjusted })] : []),
      ...(scene.otherCurrencies.length > 0
        ? [t('otherCurrencies', { list: formatList(scene.otherCurrencies, lang) })]
        : []),
      ...(basis ? [t(basis)] : []),
      ...(incomplete ? [t('incomplete')] : []),
      ...omissions.map(({ reason, rows }) => `${t(reason)}: ${formatCount(rows, lang)}`),
    ];
    return remarks.length > 0
      ? html`<ul class="remarks">
          ${remarks.map((remark) => html`<li><bdi>${remark}</bdi></li>`)}
        </ul>`
      : nothing;
  }

  #renderContent(): unknown {
    const { scene, words } = this.#shown() ?? {};
    if (!scene || !words) return nothing;
    if (this.#width === 0) {
      this.#width = Math.max(0, this.clientWidth - FRAME) || SOME_WIDTH;
      this.#fontSize = Number.parseFloat(getComputedStyle(this).fontSize) || 16;
    }
    const { view } = scene;
    return html`<div class="content" @keydown=${this.#onKey}>
      <p class="sentence" part="sentence"><bdi>${sentenceOf(scene, words)}</bdi></p>
      ${this.#renderControls(scene, words)} ${this.#renderPath(words)}
      ${
        view === 'treemap'
          ? this.#renderTreemap(scene, words)
          : isChart(view)
            ? this.#renderChart(scene, words)
            : nothing
      }
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.#renderTable(scene, words)} ${this.#renderScope(scene, words)}
      ${this.#renderRemarks(scene, words)}
    </div>`;
  }

  get #actions(): FrameAction[] {
    const { view } = this;
    const isTable = view === 'table';
    return [
      {
        name: 'view',
        label: this.#frame.say(this.#t.of(isTable ? 'showChart' : 'showTable')),
        run: () => this.#choose('view', isTable ? this.#lastChart : 'table'),
      },
      {
        name: 'png',
        label: this.#frame.say(this.#t.of('png')),
        run: () => void this.#savePicture(),
      },
    ];
  }

  async #savePicture(): Promise<void> {
    try {
      saveFile(`${this.#fileName}.png`, 'image/png', await this.toPNG());
    } catch (error) {
      this.said = this.#t('pngFailed');
      console.warn(`<${this.localName}>: ${String(error)}`);
    }
  }

  get #fileName(): string {
    const { by, year } = this.#scene ?? {};
    return ['ventana-presupuesto', by?.key, year].filter(Boolean).join('-');
  }

  override render(): unknown {
    const budget = this.#budget;
    if (!budget) this.#scene = undefined;
    const title = budget && (this.#locale.pick(budget.title) ?? this.#t.of('untitled'));
    const { license } = budget ?? {};
    return this.#frame.render({
      title,
      what: this.#t('what'),
      query: this.filter,
      content: () => this.#renderContent(),
      actions: this.#actions,
      fileName: this.#fileName,
      foot: {
        sourceUrl: budget?.landingPage,
        license: license ? { text: license.slice(0, 200), url: guardAddress(license) } : undefined,
        isExample: EXAMPLE.test((title?.text ?? '').slice(-80)),
      },
    });
  }
}

/** A removed attribute is null, and a framework may set a year as a number. */
function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

function isChart(view: BudgetView): boolean {
  return view === 'bars' || view === 'series' || view === 'execution';
}

function isBudget(raw: unknown): raw is Budget {
  const { dimensions, measures, facts } = (raw ?? {}) as Partial<Budget>;
  return (
    Array.isArray(dimensions) &&
    Array.isArray(measures) &&
    typeof facts === 'number' &&
    dimensions.every(({ codes }) => codes instanceof Uint32Array)
  );
}

function readingOf(model: Budget): Reading<Budget> {
  const omitted = model.omissions.reduce((sum, { rows }) => sum + rows, 0);
  const received = model.facts + omitted;
  return { model, received, omitted, problems: [], ...(received === 0 ? { empty: true } : {}) };
}
