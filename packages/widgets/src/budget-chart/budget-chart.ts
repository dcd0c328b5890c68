import type { Translated } from '@ventana/l10n';
import { cutText, findDimension } from '@ventana/model';
import type { Budget, BudgetDimension, Reading } from '@ventana/model';
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
import { saveFile } from '../frame/save-file.js';
import { SourceController } from '../frame/source-controller.js';
import type { Status } from '../frame/status.js';
import type { AdjustedFigures } from './adjusted-figures.js';
import { AdjustmentController } from './adjustment-controller.js';
import type { ADJUSTMENTS } from './adjustment-controller.js';
import { budgetChartMessages } from './budget-chart.messages.js';
import { budgetChartStyles } from './budget-chart.styles.js';
import { budgetCsv } from './budget-columns.js';
import { renderControls } from './budget-controls.js';
import type { Choice } from './budget-controls.js';
import { BudgetChangeEvent, BudgetDrillEvent } from './budget-events.js';
import type { BudgetHost } from './budget-host.js';
import { renderRemarks, renderScope } from './budget-remarks.js';
import { budgetScene, isChart, parseFilter, VIEWS } from './budget-scene.js';
import type { BudgetView, PathStep, SceneRow } from './budget-scene.js';
import { renderTable } from './budget-table.js';
import { budgetWords, sentenceOf } from './budget-words.js';
import type { BudgetTranslator, BudgetUnit, BudgetWords } from './budget-words.js';
import { ChartController } from './chart-controller.js';
import { RemarksController } from './remarks-controller.js';
import { TreemapController } from './treemap-controller.js';

/** Rows of the table written at once; the others follow when the page is idle, up to `MOST_ROWS`. */
const FIRST_ROWS = 100;
const MORE_ROWS = 100;
const MOST_ROWS = 1000;

/** Attributes that ask for a scene, as text. */
const ASKED = ['by', 'measure', 'year', 'compare', 'filter', 'currency'] as const;

/** Data that say, at the end of their title, that they are made up. */
const EXAMPLE = /(?:datos de ejemplo|example data)\W*$/i;

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
 * @csspart cell-rest - The cell of the parts too small to be seen, beside `cell`.
 * @csspart chart - The canvas and its room.
 * @csspart table - The figures.
 * @csspart scope - Period, filter, total, unit and deflator.
 * @csspart actions - The row of buttons.
 * @csspart action - Each button, also by name: `action-csv`, `action-png`, `action-view`, `action-copy-link`, `action-embed`, `action-all`, `action-back`, `action-retry`.
 * @csspart snippet - The code to paste, once asked for.
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
 * @cssstate partial - Some records could not be read or are not added, or figures are in doubt, and it says so.
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

  /** Year to show, or `all` to add them up (per head or of GDP: the last that has them). Default: the last there is. Also the year of data that do not say theirs. */
  @property({ reflect: true, useDefault: true }) year = '';

  /** What to set beside it: a measure (`aprobado`), or another year (`2019`). Not in `execution`. */
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

  /** Where the reader is, from the whole inwards: `{ by, value }` of each step, by their keys. A step that `filter` or `by` excludes is not gone. */
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
      args: () => [this.columns, this.encoding, this.#givenCurrency, this.#givenYear],
      // What adjusts the figures comes with them: nobody sees them change under their eyes.
      fetch: async (src, options) => {
        const [loaded] = await Promise.all([
          fetchBudget(src, { ...options, ...this.#options }),
          this.#adjustment.load(),
        ]);
        await this.#remarks.with(loaded.reading);
        return loaded;
      },
      recall: async (src, options) => {
        const loaded = await recallBudget(src, { ...options, ...this.#options });
        if (loaded) await this.#remarks.with(loaded.reading);
        return loaded;
      },
      parse: (raw) => {
        const read = isBudget(raw) ? readingOf(raw) : parseBudgetDocument(raw, this.#options);
        const reading =
          read instanceof Promise ? read.then(this.#remarks.with) : this.#remarks.with(read);
        return this.#adjustment.load()?.then(() => reading) ?? reading;
      },
      readText: (text) => readJsonText(text, 'inline JSON', { rewrite: exactNumbers }),
    },
  );
  readonly #frame = new FrameController(this, this.#source, this.#locale, this.#context);
  readonly #host: BudgetHost = {
    source: this.#source,
    frame: this.#frame,
    locale: this.#locale,
    context: this.#context,
    warn: (error) => console.warn(`<${this.localName}>: ${String(error)}`),
    open: (row) => this.#open(row),
    say: (text) => (this.said = text),
    requestUpdate: () => this.requestUpdate(),
  };
  readonly #adjustment = new AdjustmentController(this, this.#host);
  readonly #remarks = new RemarksController(this.#host);
  readonly #treemap = new TreemapController(this.#host);
  readonly #chart = new ChartController(this.#host);

  /** Of data that do not say theirs; what the reader picks among several is another thing. */
  #givenCurrency = '';
  #givenYear: string | undefined;
  #sceneKey = '';
  #words: BudgetWords | undefined;
  #trouble: string | undefined;
  /** What is seen: still the view before while what draws a chart is on its way. */
  #seen: BudgetView | undefined;
  #lastChart: BudgetView = 'treemap';
  #isInAddress = false;
  #focusAfter: ((root: ShadowRoot) => HTMLElement | null | undefined) | undefined;

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
    const words = this.#shown();
    return words ? budgetCsv(words) : '';
  }

  /**
   * A PNG of what is drawn, with title, source and date. In the table view, of its treemap.
   *
   * @throws Error when nothing is shown, or the browser can't make a picture
   */
  async toPNG(): Promise<Blob> {
    const { pictureOf } = await import('./budget-picture.js');
    return pictureOf({
      host: this.#host,
      root: this.renderRoot,
      chart: this.#chart,
      treemap: this.#treemap,
      title: this.heading || this.#title.text,
      words: () => this.updateComplete.then(() => this.#shown()),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved on the page, it watches and draws again.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#treemap.draw(null);
    this.#chart.clear();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const isOther = changed.has('data') || changed.has('src');
    if (isOther && this.hasUpdated) this.path = [];
    this.path ??= [];
    if (isOther || !this.#budget?.dimensions.some(saysYears)) {
      this.#givenYear = /^\d{4}$/.test(this.year) ? this.year : undefined;
    }
    if (changed.has('currency') && !this.#budget?.currencies.includes(this.currency)) {
      this.#givenCurrency = this.currency;
    }
    if (changed.has('view')) this.#chart.failed = false;
    if (this.view !== 'table') this.#lastChart = this.view;
    if (this.#budget) void this.#adjustment.load(changed.has('adjust'));
    this.#keepInAddress();
  }

  /** Few pages ask for it: loaded when one does. */
  #keepInAddress(): void {
    if (this.permalink === null || this.#isInAddress) return;
    this.#isInAddress = true;
    import('./budget-permalink.js')
      .then(({ keepInAddress }) => keepInAddress(this))
      .catch(this.#host.warn);
  }

  protected override updated(): void {
    const root = this.shadowRoot!;
    const words = this.#words;
    if (!words) return;
    this.#treemap.draw(root.querySelector<HTMLElement>('.treemap'));
    const plot = root.querySelector<HTMLElement>('.plot');
    if (isChart(words.scene.view)) this.#chart.show(plot, words);
    else this.#chart.clear();
    this.#focusAfter?.(root)?.focus();
    this.#focusAfter = undefined;
    const { rowLimit } = this;
    if (words.scene.rows.length > rowLimit && rowLimit < MOST_ROWS) {
      setTimeout(() => {
        if (this.rowLimit === rowLimit) this.rowLimit += MORE_ROWS;
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
    const { columns, encoding } = this;
    return {
      columns: columns ? parseColumnMapping(columns) : undefined,
      currency: this.#givenCurrency || undefined,
      year: this.#givenYear,
      ...(encoding ? { charset: encoding } : {}),
    };
  }

  /** The scene and its words; the scene is worked out again only when something that it depends on changed. */
  #shown(): BudgetWords | undefined {
    const budget = this.#budget;
    if (!budget) return (this.#words = undefined);
    const adjusted = this.#adjusting(budget);
    const adjust = adjusted?.adjustment;
    const { view, path } = this;
    const asked = Object.fromEntries(ASKED.map((name) => [name, textOf(this[name])])) as Record<
      (typeof ASKED)[number],
      string
    >;
    const { by } = asked;
    const query = {
      ...asked,
      view: VIEWS.includes(view) ? view : 'treemap',
      // A name may hold a slash too.
      by: findDimension(budget, by) ? [by] : by.split('/').map((name) => name.trim()),
      path,
      filter: parseFilter(asked.filter),
    };
    const key = JSON.stringify(query);
    if (key !== this.#sceneKey) this.rowLimit = FIRST_ROWS;
    let { scene } = this.#words ?? {};
    if (budget !== scene?.budget || adjust !== scene.adjust || key !== this.#sceneKey) {
      scene = budgetScene(budget, { ...query, adjust });
      this.#sceneKey = key;
    }
    return (this.#words = budgetWords(scene, this.#t, this.unit, adjusted?.words?.(asked.year)));
  }

  #adjusting(budget: Budget): AdjustedFigures | undefined {
    const adjusted = this.#adjustment.now;
    this.#trouble = undefined;
    if (!adjusted) return undefined;
    if (adjusted === 'failed') this.#trouble = this.#t('seriesFailed');
    else this.#trouble = adjusted.trouble(budget, textOf(this.currency));
    return this.#trouble ? undefined : (adjusted as AdjustedFigures);
  }

  /** Where the reader is, as it is shown. */
  get #path(): readonly PathStep[] {
    return this.#words?.scene.path ?? [];
  }

  readonly #choose = (name: Choice, value: string): void => {
    const levels = [...this.#path.map(({ by }) => by), value];
    const chosen =
      name === 'by' ? levels.map((level) => level.replaceAll('/', ' ')).join('/') : value;
    Object.assign(this, { [name]: chosen });
    this.dispatchEvent(new BudgetChangeEvent(name, value));
  };

  /** Into a part. */
  #open(row: SceneRow | undefined): void {
    const { by, rows } = this.#words?.scene ?? {};
    if (!by || !row || !rows?.includes(row)) return;
    if (!row.opens) {
      this.said = this.#t('noMore');
      return;
    }
    this.#go([...this.#path, { by: by.key, value: row.key }]);
    this.#focusAfter = (root) =>
      root.querySelector<HTMLElement>('.treemap button, .plot') ??
      root.querySelector<HTMLElement>('.path button');
  }

  /** Back to a level of the breadcrumb. */
  #back(level: number): void {
    const left = this.#path[level];
    this.#go(this.#path.slice(0, level));
    this.#focusAfter = (root) =>
      this.#treemap.cellOf(left?.value) ??
      root.querySelector<HTMLElement>('.treemap button, .plot, .table button');
  }

  #go(path: readonly PathStep[]): void {
    this.path = path;
    const words = this.#shown();
    if (!words) return;
    this.said = sentenceOf(words);
    this.dispatchEvent(new BudgetDrillEvent(path, words.scene.by?.key ?? ''));
  }

  readonly #drawAgain = async (): Promise<void> => {
    this.#chart.failed = false;
    this.requestUpdate();
    await this.#chart.ready;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.plot, .content .notice button')?.focus();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const isFree = !(event.target instanceof HTMLSelectElement) && !event.defaultPrevented;
    if (event.key !== 'Escape' || this.#path.length === 0 || !isFree) return;
    event.preventDefault();
    event.stopPropagation();
    this.#back(this.#path.length - 1);
  };

  get #title(): Translated {
    return this.#locale.pick(this.#budget?.title) ?? this.#t.of('untitled');
  }

  #renderPath(words: BudgetWords): unknown {
    const { t } = words;
    const { path } = words.scene;
    if (path.length === 0) return nothing;
    return html`<nav class="trail" part="path" aria-label=${t('path')}>
      <ol class="path">
        <li>
          <button type="button" class="link" @click=${() => this.#back(0)}>${t('whole')}</button>
        </li>
        ${path.map((step, at) => {
          const label = cutText(words.step(step), 160);
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

  #renderChart(): TemplateResult {
    const t = this.#t;
    return this.#chart.failed
      ? html`<div class="notice" role="status">
          <p>${t('chartFailed')}</p>
          <p class="ways">${this.#frame.retry(this.#drawAgain)}</p>
        </div>`
      : html`<div class="plot" part="chart"><canvas aria-hidden="true"></canvas></div>`;
  }

  #renderContent(): unknown {
    const words = this.#shown();
    if (!words) return nothing;
    this.#treemap.measure(this);
    const { scene } = words;
    const { view } = scene;
    const { failed, loaded } = this.#chart;
    const waits = isChart(view) && !failed && !loaded;
    const seen = (waits && this.#seen) || view;
    this.#seen = seen;
    return html`<div
      class="content"
      lang=${words.t.of('view').lang ?? nothing}
      @keydown=${this.#onKey}
    >
      <p class="sentence" part="sentence"><bdi>${sentenceOf(words)}</bdi></p>
      ${renderControls(
        words,
        {
          adjust: this.adjust,
          unit: this.unit,
          hasSeries: !!(this.deflator || this.population || this.gdp),
        },
        this.#choose,
      )}
      ${this.#renderPath(words)}
      ${waits ? html`<p class="wait" role="status">${this.#t('chartLoading')}</p>` : nothing}
      ${
        seen === 'treemap'
          ? this.#treemap.render(waits ? undefined : words)
          : isChart(seen)
            ? this.#renderChart()
            : nothing
      }
      <p class="visually-hidden" role="status">${this.said}</p>
      ${renderTable(this.#host, words, {
        limit: this.#frame.isPrinting ? Infinity : this.rowLimit,
        isVisible: seen === 'table' || failed,
        showAll: () => (this.rowLimit = Infinity),
      })}
      ${renderScope(this.#host, words)}
      ${renderRemarks(words, [this.#trouble, ...this.#remarks.of(scene)])}
    </div>`;
  }

  get #actions(): FrameAction[] {
    const { view } = this;
    const isTable = view === 'table';
    const say = this.#frame.saying(this.#t.of);
    return [
      {
        name: 'view',
        label: say(isTable ? 'showChart' : 'showTable'),
        run: () => this.#choose('view', isTable ? this.#lastChart : 'table'),
      },
      {
        name: 'png',
        label: say('png'),
        run: () => void this.#savePicture(),
      },
    ];
  }

  async #savePicture(): Promise<void> {
    try {
      saveFile(`${this.#fileName}.png`, 'image/png', await this.toPNG());
    } catch (error) {
      this.#frame.tell(this.#t('pngFailed'));
      this.#host.warn(error);
    }
  }

  get #fileName(): string {
    const { by, year } = this.#words?.scene ?? {};
    return ['ventana-presupuesto', by?.key, year].filter(Boolean).join('-');
  }

  override render(): unknown {
    const budget = this.#budget;
    if (!budget) this.#words = this.#seen = undefined;
    const title = budget && this.#title;
    const { license } = budget ?? {};
    return this.#frame.render({
      title,
      what: this.#t('what'),
      ...this.#remarks.notice,
      query: this.filter,
      content: () => this.#renderContent(),
      actions: this.#actions,
      fileName: this.#fileName,
      foot: {
        sourceUrl: budget?.landingPage,
        license: license ? { text: cutText(license, 200), url: guardAddress(license) } : undefined,
        isExample: EXAMPLE.test(title?.text ?? ''),
      },
    });
  }
}

/** A removed attribute is null, and a framework may set a year as a number. */
function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** Years of a column or of several: not what the page says of the whole. */
function saysYears({ key, headers, values }: BudgetDimension): unknown {
  return key === 'year' && (headers[0] ?? values[1]);
}

function isBudget(raw: unknown): raw is Budget {
  // No document has an array of this kind.
  return (raw as Partial<Budget> | null)?.currencyOf instanceof Uint32Array;
}

function readingOf(model: Budget): Reading<Budget> {
  const omitted = model.omissions.reduce((sum, { rows }) => sum + rows, 0);
  const received = model.facts + omitted;
  return { model, received, omitted, problems: [], empty: received === 0 };
}
