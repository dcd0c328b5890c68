import { cutText } from '@ventana/model';
import type { Reading, Tramite } from '@ventana/model';
import type { FacetFilters, FacetName, Facets } from '@ventana/model/tramite/search/facets.js';
import type { TramiteHit } from '@ventana/model/tramite/search/search-index.js';
import type { SynonymGroup } from '@ventana/model/tramite/search/synonyms.js';
import { nextTurn, searchAddress, SourceError } from '@ventana/sources';
import type {
  FinderCatalogue,
  FinderOptions,
  FinderSource,
  Loaded,
  TramiteColumns,
  TramiteHits,
} from '@ventana/sources';
import { html, LitElement, noChange, nothing, render } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FrameController } from '../frame/frame-controller.js';
import { frameStyles } from '../frame/frame.styles.js';
import { LocaleController } from '../frame/locale-controller.js';
import { nextFrame } from '../frame/next-frame.js';
import { pageContextOf } from '../frame/page-context.js';
import { SourceController } from '../frame/source-controller.js';
import type { Status } from '../frame/status.js';
import { Combobox } from './combobox.js';
import {
  VentanaTramiteFinderSearchEvent,
  VentanaTramiteFinderSelectEvent,
} from './finder-events.js';
import { filtersText, renderFilters } from './finder-filters.js';
import type { FinderInAddress } from './finder-permalink.js';
import { renderOffice } from './finder-page.js';
import type { FinderPage, FinderSays } from './finder-page.js';
import { renderEvents, renderMarked, renderResults } from './finder-results.js';
import type { ResultsView } from './finder-results.js';
import { finderOf, givenSource, isSynonymGroup } from './open-finder.js';
import type { Found, OpenFinder } from './open-finder.js';
import { tramiteFinderMessages } from './tramite-finder.messages.js';
import { tramiteFinderStyles } from './tramite-finder.styles.js';
import type { PlanAnswers } from './plan-answers.js';
import type { PlanPage } from './plan-page.js';
import { inTime, PlanPart } from './plan-part.js';
import type { PlanView } from './plan-part.js';
import type { RemoteSearch } from './remote-search.js';
import type { FinderInPlan } from './tramite-plan.js';
import { keyOf } from './tramite-words.js';
import type { FinderTranslator } from './tramite-words.js';
import { tramitesCsv } from './tramites-csv.js';

/** Results painted at first and added by "Ver más". */
const FIRST = 10;
/** Of a longer list, painted before the rest: all at once would hold up the next key on a slow phone. */
const AT_ONCE = 1;
/** And of the first list. */
const FIRST_AT_ONCE = 5;
/** Suggestions under the field. */
const SUGGESTIONS = 8;
/** All results of a search are fetched for `toCSV()` where there are no more than these. */
const MOST_READY = 250;
/** And not before the reader has paused, in ms. */
const READY_AFTER_MS = 400;

/** Results of likely keys that are held. */
const MOST_AHEAD = 100;

function keyOfSearch(query: string, filters: FacetFilters, limit: number): string {
  return `${query}\n${filtersText(filters)}\n${limit}`;
}

/** JSON in an attribute; what is no JSON is the page's mistake, told once. */
const jsonAttribute = {
  fromAttribute(text: string | null): unknown {
    if (!text) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      console.error(`<ventana-tramite-finder>: this attribute is no JSON: ${text.slice(0, 120)}`);
      return undefined;
    }
  },
};

/**
 * Finds the right trámite from everyday words and ends in a plan: what to bring, what it costs, how
 * long it takes, how often one has to go, where, and on what legal ground. Searches as people type:
 * accents, inflection, typos and everyday synonyms are no obstacle.
 *
 * Reads a catalogue in Ventana's JSON (`tramites.schema.json`), schema.org `GovernmentService`
 * JSON-LD, HSDS 3 `/services` pages, or CSV. The form is detected from the answer. It is fetched,
 * read and searched in a worker where the page's policy allows one, else in slices of this thread.
 *
 * As a form control it has a `name`, and the homoclave of the trámite chosen as its value.
 *
 * @summary Finds a trámite by everyday words and shows it as a plan: papers, cost, time, place.
 * @tag ventana-tramite-finder
 *
 * @slot - Fallback, shown until there are data: usually a link to the catalogue's page. A
 *   `<script type="application/json">` child holds the catalogue inline, and nothing is fetched.
 *
 * @event {VentanaLoadEvent} load - An answer is on screen, whole or in part. Does not bubble.
 * @event {VentanaErrorEvent} error - The source could not be read; `kind` says why. Does not bubble.
 * @event {VentanaTramiteFinderSelectEvent} ventana-tramite-finder-select - The reader chose a
 *   trámite: `homoclave`, `tramite`. Bubbles.
 * @event {VentanaTramiteFinderSearchEvent} ventana-tramite-finder-search - The results of what the
 *   reader typed or filtered are shown: `query`, `filters`, `total`. Bubbles.
 * @event {Event} input - The value changed by the reader's choice. Bubbles.
 * @event {Event} change - As `input`.
 *
 * @csspart frame - The whole widget.
 * @csspart head - Heading and example mark.
 * @csspart heading - The title.
 * @csspart notice - What the reader should know: stale, partial, empty or failed.
 * @csspart body - The content.
 * @csspart search - Field, suggestions and hint.
 * @csspart field - The field.
 * @csspart options - The list of suggestions.
 * @csspart option - Each suggestion.
 * @csspart filters - The filters.
 * @csspart results - The list of results.
 * @csspart result - Each result.
 * @csspart opener - The name of each result, which opens it.
 * @csspart facts - Lists of facts.
 * @csspart checklist - What to bring.
 * @csspart remember - The switch that keeps the ticks in this browser.
 * @csspart right - What the law says of requirements.
 * @csspart actions - The row of buttons.
 * @csspart action - Each button, also by name: `action-csv`, `action-print`, `action-copy-link`, `action-embed`, `action-more`, `action-add`, `action-remove`, `action-plan`, `action-clear`, `action-back`, `action-retry`.
 * @csspart snippet - The code to paste, once asked for.
 * @csspart link - Each link out.
 * @csspart foot - Source, licence and dates.
 *
 * @cssproperty --ventana-accent - Links and buttons.
 * @cssproperty --ventana-surface - Background.
 * @cssproperty --ventana-ink - Text.
 * @cssproperty --ventana-mark - Bar above the widget, and the line under what matches.
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
 * @cssstate partial - Some records could not be read, and it says how many.
 * @cssstate empty - The source has nothing.
 * @cssstate error - Could not be read, and it says why.
 * @cssstate config - The page has to mend something.
 *
 * @example
 * ```html
 * <ventana-tramite-finder src="https://tramites.example.org/catalogo.json">
 *   <a href="https://tramites.example.org/">Catálogo de trámites</a>
 * </ventana-tramite-finder>
 * ```
 */
export class VentanaTramiteFinder extends LitElement {
  static override readonly styles = [...frameStyles, tramiteFinderStyles];
  static readonly formAssociated = true;

  /** Address of the catalogue, resolved against the page. */
  @property() src = '';

  /** Shows this one trámite and no search: its homoclave, or its `id` in the catalogue. */
  @property() tramite = '';

  /**
   * Address of a search for catalogues too large for a browser, with `{query}` where the encoded
   * query goes. Asked 250 ms after the last key; the last answer wins. Without `src` it is also
   * asked for the empty query, at first.
   */
  @property({ attribute: 'search-url' }) searchUrl = '';

  /** For CSV whose headers say nothing: `{"nombre": "Trámite", …}`, field to column. JSON. */
  @property({ converter: jsonAttribute }) columns: TramiteColumns | undefined;

  /** Names of one thing, besides the library's own: `[{"same": ["RMV", "registro vehicular"]}]`. JSON. */
  @property({ converter: jsonAttribute }) synonyms: readonly SynonymGroup[] | undefined;

  /** Address of an index file published beside the catalogue; one that does not fit it is passed over. */
  @property() index = '';

  /** Address of finder.worker.js, where Ventana comes from npm or the page's policy is known to allow a worker; `none` for none. */
  @property() worker = '';

  /** What is searched for, as typed. */
  @property() query = '';

  /** Name under which a form sends the homoclave. */
  @property() name = '';

  /** Homoclave of the trámite chosen, empty for none. */
  @property() value = '';

  /** A form is not complete without a trámite. */
  @property({ type: Boolean }) required = false;

  /** The field takes no input. */
  @property({ type: Boolean }) disabled = false;

  /**
   * Keeps the search, the filters, the trámite and the plan in the page's address, so that a link
   * brings them back; its text names this widget there.
   */
  @property() permalink: string | null = null;

  /** `ask`: the reader may have ticks and plan kept in this browser, by a switch. `never`: no switch, as on shared computers. */
  @property() remember: 'ask' | 'never' = 'ask';

  /** Address of a dated copy, used when `src` fails; shown as stale. */
  @property() snapshot = '';

  /** `lazy`: nothing is fetched until near the viewport. `eager`: at once. */
  @property() loading: 'lazy' | 'eager' = 'lazy';

  /** Seconds between re-reads, at least 10. Default 0: none. */
  @property({ type: Number }) refresh = 0;

  /** Largest answer accepted, in bytes. Default 0: 32 MB, in a worker 128 MB. */
  @property({ type: Number, attribute: 'max-bytes' }) maxBytes = 0;

  /** Title instead of the catalogue's own. */
  @property() heading = '';

  /** Level of the title, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** The author's text alternative, for screen readers. */
  @property() description = '';

  /** `neutral` or `gobmx`; default the provider's, else `neutral`. Dark follows the page's `color-scheme`. */
  @property() theme = '';

  /** Address of a JSON with a community's texts in this element's language. */
  @property() messages = '';

  /** A `TramiteCatalogue`, or the raw document; nothing is fetched. */
  @property({ attribute: false }) data: unknown;

  @state() private filters: FacetFilters = {};
  @state() private limit = FIRST;
  @state() private opened: ReadonlySet<FacetName> = new Set();
  @state() private chosen: Tramite | undefined;
  @state() private planned: readonly Tramite[] = [];
  @state() private showsPlan = false;
  @state() private searchFailed = false;
  @state() private isOff = false;

  readonly #internals = this.attachInternals();
  readonly #context = pageContextOf(this);
  readonly #locale = new LocaleController(this, this.#context);
  readonly #source: SourceController<OpenFinder> = new SourceController<OpenFinder>(
    this,
    this.#internals,
    this.#context,
    {
      args: () => [this.tramite, this.searchUrl, this.index, this.columns, this.synonyms],
      src: () => this.src || (searchAddress(this.searchUrl, '') ?? this.searchUrl),
      fetch: async (address, options, onPart) => {
        if (this.searchUrl && searchAddress(this.searchUrl, '') === undefined) {
          const message = 'search-url must contain {query}.';
          throw new SourceError('not-chosen', this.searchUrl, message);
        }
        const isAnswer = !this.src;
        const open = (source: FinderSource): Promise<Loaded<OpenFinder>> =>
          this.#open(source, { ...options, isAnswer }, onPart) as Promise<Loaded<OpenFinder>>;
        return open({ kind: 'address', address }).catch((error: unknown) => {
          const { reason, status } = error as SourceError;
          // A server may have nothing to say to the empty query.
          if (!isAnswer || !/^no-content|^server4/.test(reason + String(status))) throw error;
          return open({ kind: 'document', document: [] });
        });
      },
      recall: (address, options) =>
        this.#open({ kind: 'recall', address }, { ...options, isAnswer: !this.src }),
      readText: (text) => text,
      parse: async (raw, onPart) => {
        const { source, isSmall } = givenSource(raw);
        const loaded = await this.#open(source, {}, onPart, isSmall ? 'none' : this.worker);
        return (loaded as Loaded<OpenFinder>).reading;
      },
    },
  );
  readonly #frame = new FrameController(this, this.#source, this.#locale, this.#context);
  readonly #part = new PlanPart(this, this.#locale);
  readonly #combobox = new Combobox(this, {
    type: (text) => {
      this.#unchoose();
      this.#ask(text);
    },
    choose: (at) => {
      const hit = this.#hits[at];
      if (hit) this.#choose(hit.tramite);
    },
    clear: () => {
      this.#unchoose();
      this.#ask('');
    },
  });

  #shown: OpenFinder | undefined;
  #found: Found | undefined;
  #asked: string | undefined;
  /** Results of searches that nobody has asked for yet, by their keys. */
  #ahead = new Map<string, TramiteHits>();
  /** Once the reader has reached for the widget: what was on screen when they were last searched for. */
  #foreseen: Found | undefined;
  /** How many of the results are drawn, the first, (below zero: not even the field is) */
  #most = 0;
  /** and the list before them, which stands in for the others: what is below keeps its place. */
  #before: readonly TramiteHit[] = [];
  #drawing: Promise<void> | undefined;
  #isByReader = false;
  #keeping: Promise<void> | undefined;
  #remote: RemoteSearch | undefined;
  #seeking: string | undefined;
  #kept: PlanAnswers | undefined;
  #missing = '';
  #wantedPlan: readonly string[] = [];
  #focusOn: 'plan' | 'list' | undefined;
  #lastOpened = '';
  /** The boxes of the filters follow the results by a task: they are mostly out of sight. */
  #facets: Facets = {};
  #ready: ReturnType<typeof setTimeout> | undefined;
  /** What the parts of the list on screen were drawn of, and those being drawn. */
  #onScreen: (readonly unknown[])[] = [];
  #drawn: (readonly unknown[])[] = [];

  /** Where the widget stands; also `:state(…)`. */
  get status(): Status {
    return this.#source.status;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Reads again, past any shared answer. Settles when the widget has; never rejects. */
  reload(): Promise<void> {
    return this.#source.reload();
  }

  /**
   * The trámites on screen as CSV (RFC 4180, formulas disarmed): the plan's, or the results, all of
   * them where they are no more than 250. Empty when nothing is shown. The button "Descargar CSV"
   * brings all results, however many.
   */
  toCSV(): string {
    return tramitesCsv(this.#shownTramites, this.#t);
  }

  override focus(options?: FocusOptions): void {
    const target =
      this.#combobox.field ?? this.renderRoot.querySelector<HTMLElement>('.plan-title');
    if (target) target.focus(options);
    else super.focus(options);
  }

  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? '';
    this.query = this.getAttribute('query') ?? '';
    this.filters = {};
    this.showsPlan = false;
  }

  formStateRestoreCallback(value: string): void {
    this.value = value;
  }

  formDisabledCallback(isOff: boolean): void {
    this.isOff = isOff;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tellForm();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#remote?.stop();
    clearTimeout(this.#ready);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // A click on the `<label>` of a form control goes to the field.
    this.addEventListener('click', (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
    // Somebody who reaches for the list may open what is in it, or type.
    for (const reaching of ['pointerover', 'focusin']) {
      this.addEventListener(reaching, () => {
        if (!this.#found) return;
        this.#part.hint();
        this.#foresee(this.#found);
      });
    }
    return root;
  }

  /** The whole list or a trámite that is asked for is drawn by then, and the page's address followed. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    const isNear = !this.#needsPart || this.#part.view || this.#part.hasFailed;
    await Promise.all([this.#keeping, this.#drawing, isNear || this.#part.load()]);
    return super.getUpdateComplete();
  }

  /** A key is drawn with its answer: until that comes, only the field is another, and has drawn itself. */
  override shouldUpdate(changed: PropertyValues): boolean {
    const open = this.#shown;
    const { query, limit } = this;
    const isKey =
      this.#combobox.field?.value === query && changed.size === 1 && changed.has('query');
    if (!isKey || !open || this.#remoteQuery || limit > FIRST) return true;
    void this.#search(open);
    return false;
  }

  override willUpdate(changed: PropertyValues): void {
    // A removed attribute is null.
    this.query ??= '';
    this.value ??= '';
    if (this.permalink !== null) this.#keeping ??= this.#keepInAddress();
    const { shown } = this.#source;
    const open = shown && !shown.reading.empty ? shown.reading.model : undefined;
    if (open !== this.#shown) this.#take(open);
    if (changed.has('query')) this.limit = FIRST;
    if (open && !this.tramite) {
      this.#seek(open);
      if (this.#asked !== this.#key) void this.#search(open);
    }
    if (this.#needsPart && !this.#part.hasFailed) void this.#part.load();
  }

  /** Few pages ask for it: loaded when one does. */
  async #keepInAddress(): Promise<void> {
    try {
      const { keepInAddress } = await inTime(import('./finder-permalink.js'));
      // The fields are private for pages, not for the finder's own parts.
      const finder = this as unknown as FinderInAddress;
      keepInAddress(this, finder, (ids) => {
        this.#seeking = undefined;
        this.#wantPlan(ids);
      });
    } catch {
      // Tried again at the next change.
      this.#keeping = undefined;
    }
  }

  override updated(): void {
    // A form looks for these in the attributes.
    const name = this.name || '';
    if (name !== (this.getAttribute('name') ?? '')) this.setAttribute('name', name);
    this.toggleAttribute('disabled', this.disabled);
    this.#tellForm();
    const { field } = this.#combobox;
    const wanted = this.#focusOn;
    const hasFailed = !this.#inside && this.#part.hasFailed;
    // What is not there yet gets the focus when it comes.
    if (wanted === 'plan' && this.#isAway && !this.#inside && !hasFailed) return;
    this.#focusOn = undefined;
    const root = this.renderRoot;
    if (wanted === 'plan') {
      const target = hasFailed ? '[role=alert] button' : '.plan-title';
      root.querySelector<HTMLElement>(target)?.focus();
    }
    if (wanted === 'list') {
      const openers = [...root.querySelectorAll<HTMLButtonElement>('.opener')];
      (openers.find(({ value }) => value === this.#lastOpened) ?? field)?.focus();
    }
  }

  #tellForm(): void {
    const value = this.#formValue;
    this.#internals.setFormValue(value || null);
    if (this.required && !value) {
      const { field } = this.#combobox;
      this.#internals.setValidity({ valueMissing: true }, this.#t('required'), field);
    } else this.#internals.setValidity({});
  }

  /** A trámite or the plan is asked for, in place of the list. */
  get #isAway(): boolean {
    return this.chosen !== undefined || (this.showsPlan && this.planned.length > 0);
  }

  /** A trámite, or a plan that is begun: both are drawn by what is loaded apart. */
  get #needsPart(): boolean {
    return this.chosen !== undefined || this.planned.length > 0;
  }

  /** What draws it, once that is loaded: until then the list stays. */
  get #inside(): PlanView | undefined {
    return this.#isAway ? this.#part.view : undefined;
  }

  get #t(): FinderTranslator {
    return this.#locale.translator(tramiteFinderMessages);
  }

  get #formValue(): string {
    const { chosen } = this;
    if (this.tramite) return chosen ? keyOf(chosen) : '';
    return this.#missing ? '' : this.value;
  }

  get #key(): string {
    return keyOfSearch(this.query, this.filters, this.limit);
  }

  /** What a server is to find, where there is one: it is asked for words only. */
  get #remoteQuery(): string {
    return this.searchUrl && this.query.trim();
  }

  /** What was found is for other words than those in the field: a server is being asked. */
  get #isSearching(): boolean {
    return !!this.#remoteQuery && this.query !== this.#found?.query;
  }

  /** Under which name this browser keeps the reader's answers. */
  get #keptUnder(): string {
    return `ventana-tramite-finder ${this.#source.address || location.pathname}`;
  }

  /** There once the plan's part is. */
  get #answers(): PlanAnswers | undefined {
    const { view } = this.#part;
    return (this.#kept ??=
      view &&
      new view.PlanAnswers(this, () => ({
        name: this.#keptUnder,
        planned: this.planned.map(({ id }) => id),
      })));
  }

  get #shownTramites(): readonly Tramite[] {
    if (this.showsPlan) return this.planned;
    if (this.chosen) return [this.chosen];
    const { all, results } = this.#found ?? {};
    return all ?? results?.hits.map(({ tramite }) => tramite) ?? [];
  }

  /** @param onPart - has the first list drawn, result by result, before the answer counts as shown */
  async #open(
    source: FinderSource,
    options: FinderOptions,
    onPart?: (part: Reading<OpenFinder>) => void,
    worker = this.worker,
  ): Promise<Loaded<OpenFinder> | undefined> {
    const { columns, synonyms, index, tramite } = this;
    // Meanwhile, what the first list's tasks have no time for: rules of plurals, and a field that nobody sees.
    void nextTurn().then(() => {
      if (this.#found) return;
      this.#t('results', { count: 0 });
      render(this.#renderContent(), document.createElement('p'));
    });
    const loaded = await finderOf(worker).open(source, {
      ...options,
      ...(columns && { columns }),
      ...(Array.isArray(synonyms) && { synonyms: synonyms.filter(isSynonymGroup) }),
      ...(options.isAnswer
        ? { maxPages: 1 }
        : index && { indexAddress: this.#source.resolve(index) }),
    });
    if (!loaded) return undefined;
    const catalogue = loaded.reading.model;
    // Where there is no worker, what was read last, the first search and the first drawing are tasks of their own.
    await nextTurn();
    const [found, only] = await Promise.all([
      this.#find(catalogue),
      tramite ? catalogue.get(tramite) : undefined,
      tramite ? this.#part.load() : undefined,
    ]);
    await nextTurn();
    const empty = tramite ? !only : catalogue.info.count === 0 && !options.isAnswer;
    const reading = { ...loaded.reading, model: { catalogue, found, only }, empty };
    if (onPart && !empty) {
      onPart(reading);
      await this.updateComplete;
    }
    return { ...loaded, reading };
  }

  /** Another catalogue is on screen. */
  #take(open: OpenFinder | undefined): void {
    this.#shown?.catalogue.release();
    this.#remote?.release();
    clearTimeout(this.#ready);
    this.#shown = open;
    this.#ahead = new Map();
    this.#asked = undefined;
    this.#seeking = undefined;
    if (this.tramite) this.chosen = open?.only;
    if (!open) return;
    // The same trámites of the new catalogue.
    this.#wantPlan([...this.planned.map(({ id }) => id), ...this.#wantedPlan]);
    setTimeout(() => void this.#recall());
    const { found } = open;
    if (this.#remoteQuery || found.key !== this.#key) return;
    this.#show(found, this.#source.isPart);
  }

  /** After the first paint: the first look into the browser's storage waits for another process. */
  async #recall(): Promise<void> {
    try {
      if (this.remember === 'never' || localStorage.getItem(this.#keptUnder) === null) return;
    } catch {
      return;
    }
    await this.#part.load();
    const planned = this.#answers?.recall() ?? [];
    if (this.planned.length === 0 && this.#wantedPlan.length === 0) this.#wantPlan(planned);
  }

  /** Puts trámites in the plan by their ids; those that are not in the catalogue are left out. */
  #wantPlan(ids: readonly string[]): void {
    this.#wantedPlan = ids;
    const catalogue = this.#shown?.catalogue;
    if (!catalogue) return;
    this.#wantedPlan = [];
    if (ids.length === 0) {
      this.planned = [];
      return;
    }
    void Promise.all([...new Set(ids)].map((id) => catalogue.get(id))).then((found) => {
      if (catalogue === this.#shown?.catalogue) this.planned = found.filter((each) => !!each);
    });
  }

  /** Finds the trámite of a value that the page, a form or a link has set, or of another catalogue. */
  #seek({ catalogue }: OpenFinder): void {
    const { value, chosen } = this;
    const isSame = value === (chosen ? keyOf(chosen) : '');
    if (value !== this.#missing) this.#missing = '';
    if (value === this.#seeking) return;
    this.#seeking = value;
    if (!value) {
      this.chosen = undefined;
      return;
    }
    void catalogue.get(chosen && isSame ? chosen.id : value).then((found) => {
      if (this.value !== value || catalogue !== this.#shown?.catalogue) return;
      // What a server found need not be in its answer to nothing.
      if (isSame && !found && !this.src && this.searchUrl) return;
      // A key in other case or separators is the same key.
      if (found) this.value = this.#seeking = keyOf(found);
      else this.#missing = value;
      this.chosen = found;
      this.requestUpdate();
    });
  }

  async #search(open: OpenFinder): Promise<void> {
    const key = (this.#asked = this.#key);
    const isLate = (): boolean => key !== this.#key || open !== this.#shown;
    try {
      const catalogue = this.#remoteQuery ? await this.#askServer() : open.catalogue;
      if (isLate()) return;
      // A browser short of memory ends a worker without a word.
      const found = await inTime(this.#find(catalogue));
      if (isLate()) return;
      this.#show(found);
    } catch (error) {
      if (isLate()) return;
      this.searchFailed = true;
      this.#most = Infinity;
      this.#source.tell(error);
    }
  }

  /** What the catalogue has for the query and filters of now. */
  async #find(catalogue: FinderCatalogue): Promise<Found> {
    const { query, filters, limit } = this;
    const key = this.#key;
    const [results, facets] = await Promise.all([
      this.#ahead.get(key) ?? catalogue.search({ text: query, filters, limit }),
      query.trim() ? undefined : catalogue.facets({ text: query, filters }),
    ]);
    const without =
      results.total === 0 && filtersText(filters)
        ? (await catalogue.search({ text: query, limit: 0 })).total
        : 0;
    return { key, query, filters, results, facets, catalogue, without };
  }

  /** @param isFirst - of a catalogue that nobody has seen yet: it counts as loading until all is drawn */
  #show(found: Found, isFirst?: boolean): void {
    const { key, query, filters, results, catalogue } = found;
    this.#before = isFirst ? [] : this.#hits;
    // The first list: what stands around, then the field, then what was found.
    const most = isFirst ? -FIRST_AT_ONCE : this.#before[0] && AT_ONCE;
    this.#most = (results.total > FIRST && most) || Infinity;
    this.#found = found;
    this.#asked = key;
    this.searchFailed = false;
    this.requestUpdate();
    if (!results.complete && query.trim()) {
      void catalogue.complete.then(() => {
        if (this.#found !== found || this.#asked !== key) return;
        this.#asked = undefined;
        this.requestUpdate();
      });
    }
    const draw = async (): Promise<void> => {
      do {
        await nextFrame();
        // Another key was pressed: its answer is drawn instead, unless a server takes its time.
        if (this.#asked !== key && (!this.#remoteQuery || this.#found !== found)) return;
        this.#most += this.#most > 0 ? Infinity : FIRST_AT_ONCE;
        this.requestUpdate();
      } while (this.#most < results.hits.length);
      found.facets ??= await inTime(catalogue.facets({ text: query, filters })).catch(() => ({}));
      if (this.#asked !== key) return;
      this.#facets = found.facets;
      this.requestUpdate();
      if (this.#foreseen) this.#foresee(found);
    };
    this.#drawing = draw();
    clearTimeout(this.#ready);
    if (results.hits.length < results.total && results.total <= MOST_READY) {
      this.#ready = setTimeout(() => void this.#fetchAll().catch(() => {}), READY_AFTER_MS);
    }
    if (!this.#isByReader) return;
    this.#isByReader = false;
    this.dispatchEvent(new VentanaTramiteFinderSearchEvent(query, filters, results.total));
  }

  /** Searches for what is likely to be typed next, so that such a key is drawn with its answer at once. */
  #foresee(found: Found): void {
    if (this.searchUrl || this.#foreseen === found) return;
    this.#foreseen = found;
    const { key, query, filters, catalogue } = found;
    const ahead = this.#ahead;
    const search = async (): Promise<void> => {
      await catalogue.complete;
      for (const text of await catalogue.likely(query)) {
        await nextTurn();
        if (this.#asked !== key) return;
        if (ahead.size >= MOST_AHEAD) ahead.clear();
        const results = await catalogue.search({ text, filters, limit: FIRST });
        ahead.set(keyOfSearch(text, filters, FIRST), results);
      }
    };
    search().catch(() => {});
  }

  async #fetchAll(): Promise<void> {
    const found = this.#found;
    if (!found) return;
    const { query, filters, catalogue } = found;
    found.all ??= await catalogue.select({ text: query, filters });
  }

  /** A server's answer to the query of now. */
  async #askServer(): Promise<FinderCatalogue> {
    const { RemoteSearch } = await inTime(import('./remote-search.js'));
    this.#remote ??= new RemoteSearch(async (address, given) => {
      const options = { ...this.#source.options(given.signal), ...given, isAnswer: true };
      const loaded = await this.#open({ kind: 'address', address }, options);
      return (loaded as Loaded<OpenFinder>).reading.model.catalogue;
    });
    const address = searchAddress(this.searchUrl, this.#remoteQuery) ?? '';
    return this.#remote.ask(this.#source.resolve(address));
  }

  #ask(query: string): void {
    this.query = query;
    this.showsPlan = false;
    this.#focusOn = undefined;
    this.#isByReader = true;
  }

  readonly #filter = (filters: FacetFilters): void => {
    this.filters = filters;
    this.limit = FIRST;
    this.#isByReader = true;
  };

  #tellValue(): void {
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #choose(tramite: Tramite): void {
    if (this.isOff) return;
    this.chosen = tramite;
    this.showsPlan = false;
    this.#lastOpened = tramite.id;
    const value = keyOf(tramite);
    const isNew = value !== this.value;
    this.value = this.#seeking = value;
    if (isNew) this.#tellValue();
    if (this.#part.view) this.#tellChoice(tramite);
    else void this.#part.load().then(() => this.#tellChoice(tramite));
  }

  #tellChoice(tramite: Tramite): void {
    const whole = this.#part.view?.wholeTramite(tramite) ?? tramite;
    this.dispatchEvent(new VentanaTramiteFinderSelectEvent(whole));
  }

  #unchoose(): void {
    if (this.isOff || (!this.value && !this.chosen)) return;
    this.chosen = undefined;
    this.value = this.#seeking = '';
    this.#tellValue();
  }

  #back(): void {
    this.#unchoose();
    this.showsPlan = false;
    this.#focusOn = 'list';
  }

  #plan(tramite: Tramite): void {
    const rest = this.planned.filter(({ id }) => id !== tramite.id);
    this.planned = rest.length < this.planned.length ? rest : [...rest, tramite];
    if (this.planned.length === 0 && this.showsPlan) this.#back();
    this.#answers?.keep();
  }

  /** The first of a search and the others of the one before, until they are drawn too. */
  get #hits(): readonly TramiteHit[] {
    const hits = this.#found?.results.hits ?? [];
    return [...hits.slice(0, this.#most), ...this.#before.slice(this.#most, hits.length)];
  }

  #renderSearch(page: FinderPage): TemplateResult {
    const { t, say } = page;
    const found = this.#found;
    const hits = this.#isSearching ? [] : this.#hits.slice(0, SUGGESTIONS);
    return this.#combobox.render({
      label: say('search'),
      hint: say('hint'),
      listLabel: t('options'),
      clearLabel: t('clear'),
      value: this.chosen && !this.showsPlan ? this.chosen.name : this.query,
      isDisabled: this.isOff,
      isRequired: this.required,
      count: Math.min(SUGGESTIONS, found?.results.hits.length ?? 0),
      fresh: found?.query !== this.query ? 0 : Math.min(SUGGESTIONS, this.#most),
      options: hits.map(({ tramite, nameRanges }) => ({
        label: renderMarked(tramite.name || t('untitled'), nameRanges),
        detail: renderOffice(page, tramite),
      })),
    });
  }

  /** A part of the list, only where it is another than the one on screen: a key press draws the field at once. */
  #once(part: number, of: readonly unknown[], draw: () => unknown): unknown {
    this.#drawn[part] = of;
    return this.#onScreen[part]?.every((each, at) => each === of[at]) ? noChange : draw();
  }

  #renderMain(page: FinderPage): unknown {
    const { chosen, planned } = this;
    const inside = this.#inside;
    const answers = this.#answers;
    if (inside && answers) {
      const planPage = page as unknown as PlanPage;
      return chosen && !(this.showsPlan && planned.length > 0)
        ? inside.renderTramite(planPage, chosen, answers)
        : inside.renderPlan(planPage, planned, answers);
    }
    const failed = this.#renderFailure(page);
    const found = this.#found;
    if (!found || this.#most < 0 || this.tramite) {
      return html`${failed}
        <p role="status">${this.#part.hasFailed ? nothing : page.say('searching')}</p>`;
    }
    const { results, filters, without, catalogue } = found;
    const query = found.query.trim();
    const language = page.word('cost');
    const { opened } = this;
    const facets = this.#facets;
    const missing = this.#missing;
    const isSearching = this.#isSearching && !this.searchFailed;
    const printed = this.#frame.isPrinting && found.all;
    const view: ResultsView = {
      results,
      events: found.facets?.lifeEvent ?? [],
      isSearching,
      hits: printed ? printed.map((tramite) => ({ tramite, nameRanges: [] })) : this.#hits,
      query,
      filters,
      without,
      atLeast: catalogue.info.atLeast || catalogue === this.#remote?.catalogue,
      search: (text) => {
        this.#ask(text);
        this.#combobox.field?.focus();
      },
      choose: this.#filter,
      more: () => (this.limit += FIRST * 2),
    };
    const shown = [found, this.planned, page.level, this.#most, isSearching, printed, language];
    return html`${failed}
    ${missing ? html`<p class="notice" role="status">${page.say('notFound', { key: missing })}</p>` : nothing}
    ${
      // A server that was asked for nothing found nothing.
      results.total === 0 && !query && !filtersText(filters)
        ? nothing
        : html`${this.#once(0, shown, () => renderEvents(page, view))}
          ${this.#once(1, [facets, filters, opened, language], () =>
            renderFilters(page, facets, filters, opened, {
              choose: this.#filter,
              openFacet: (facet) => (this.opened = new Set(this.opened).add(facet)),
            }),
          )}
          ${this.#once(2, shown, () => renderResults(page, view))}`
    }`;
  }

  /** A search, or what draws a trámite, that did not arrive: the list stays. */
  #renderFailure(page: FinderPage): unknown {
    const { say } = page;
    const isAway = this.#needsPart && this.#part.hasFailed;
    if (!isAway && !this.searchFailed) return nothing;
    const official = isAway ? this.chosen?.url : undefined;
    return html`<div class="notice" role="alert">
      <p>${say(isAway ? 'notOpened' : 'failed')}</p>
      <p class="ways">
        ${page.frame.retry(() => {
          if (isAway) {
            this.#focusOn = 'plan';
            void this.#part.load();
          } else if (this.#remoteQuery) this.#asked = undefined;
          else {
            finderOf(this.worker).close();
            void this.reload();
          }
          this.requestUpdate();
        })}
        ${official ? page.frame.link(official, say('official')) : nothing}
      </p>
    </div>`;
  }

  #renderContent(): unknown {
    const t = this.#t;
    const page: FinderPage = {
      frame: this.#frame,
      t,
      say: this.#frame.saying(t.of as FinderSays),
      word: t as FinderPage['word'],
      level: Math.min(6, (Math.round(this.headingLevel) || 2) + 1),
      isPlanned: ({ id }) => this.planned.some((each) => each.id === id),
      plan: (tramite) => this.#plan(tramite),
      open: (tramite) => {
        this.#choose(tramite);
        this.#focusOn = 'plan';
      },
    };
    if (this.tramite) return this.#renderMain(page);
    const { chosen } = this;
    return html`${this.#most < 0 ? nothing : this.#renderSearch(page)}
      <p class="visually-hidden" role="status">
        ${
          chosen && this.#inside && !this.showsPlan
            ? (page as unknown as PlanPage).say('opened', { name: cutText(chosen.name, 200) })
            : nothing
        }
      </p>
      ${this.#part.view?.renderBar(
        page as unknown as PlanPage,
        this as unknown as FinderInPlan,
        () => this.#back(),
        () => (this.#focusOn = 'plan'),
      )}
      ${this.#renderMain(page)}`;
  }

  override render(): unknown {
    this.#onScreen = this.#drawn;
    this.#drawn = [];
    const info = this.#shown?.catalogue.info;
    const t = this.#t;
    const inside = this.#inside;
    const { title, license, url, updated, example } = info ?? {};
    return this.#frame.render({
      title: info && (title ? { text: title } : t.of('title')),
      what: t('what'),
      query: this.tramite,
      content: () => this.#renderContent(),
      fileName: `ventana-tramites${inside ? '-plan' : ''}`,
      actions: inside ? [inside.printAction(this.#frame, t as PlanPage['t'])] : [],
      csv: async () => {
        if (!inside) await this.#fetchAll();
        return this.toCSV();
      },
      foot: {
        sourceUrl: url,
        ...(license && { license: { text: license } }),
        dated: updated,
        isExample: !!example,
      },
    });
  }
}
