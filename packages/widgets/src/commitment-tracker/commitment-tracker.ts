import {
  findCommitment,
  isCivilDate,
  PLAN_FACETS,
  PLAN_ORDERS,
  planRows,
  sortCommitments,
  toCsvText,
  today,
} from '@ventana/model';
import type { Translated } from '@ventana/l10n';
import type { Commitment, Plan, PlanOrder } from '@ventana/model';
import { fetchPlan, nextTurn, parseLongPlan, recallPlan } from '@ventana/sources';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FrameController } from '../frame/frame-controller.js';
import type { FrameAction } from '../frame/frame-controller.js';
import { frameStyles } from '../frame/frame.styles.js';
import { LocaleController } from '../frame/locale-controller.js';
import { nextFrame } from '../frame/next-frame.js';
import { pageContextOf } from '../frame/page-context.js';
import { PermalinkController } from '../frame/permalink-controller.js';
import { saveFile } from '../frame/save-file.js';
import { SourceController } from '../frame/source-controller.js';
import type { Status } from '../frame/status.js';
import { renderDetail } from './commitment-detail.js';
import { commitmentTrackerMessages } from './commitment-tracker.messages.js';
import { commitmentTrackerStyles } from './commitment-tracker.styles.js';
import { CHOICE_NAMES, PlanChoice } from './plan-choice.js';
import type { ChoiceName } from './plan-choice.js';
import { renderChosen, renderFilters } from './plan-filters.js';
import {
  remembering,
  renderDate,
  renderFact,
  renderHeading,
  renderNames,
  renderProgress,
  renderShort,
  renderStatus,
  renderText,
} from './plan-page.js';
import type { PlanPage, Say } from './plan-page.js';
import {
  isLong,
  renderBoard,
  renderByAxis,
  renderList,
  renderSummary,
  renderTable,
  renderTimeline,
} from './plan-views.js';
import type { Drawn, ViewOptions } from './plan-views.js';
import { Reckoning, timelineOf } from './reckoning.js';
import {
  VentanaCommitmentTrackerFilterEvent,
  VentanaCommitmentTrackerOpenEvent,
} from './tracker-events.js';
import { renderChanges, visit } from './what-changed.js';

const VIEWS = {
  summary: renderSummary,
  list: renderList,
  board: renderBoard,
  timeline: renderTimeline,
  table: renderTable,
} satisfies Record<string, (page: PlanPage, options: ViewOptions) => Drawn>;

type TrackerView = keyof typeof VIEWS;

/** The translator, for pieces that hand keys and parameters on. */
interface LooseTranslator {
  (...said: Parameters<Say>): string;
  of(...said: Parameters<Say>): Translated;
}

/** Commitments drawn of a long plan before "Ver más", and by each press of it. */
const FIRST = 12;
const MORE = 50;

/** Commitments drawn in one frame: a list drawn anew at once is a task too long for a cheap phone. */
const STEP = 3;

/** Commitments whose text is made ready for search between two turns of the page. */
const WARM = 100;

/**
 * An open-government action plan: how far it has come overall and by axis, what is overdue and by
 * how many days, and each commitment with its milestones, evidence, history and assessments. A
 * plan without statuses is shown as such: nothing is claimed that its source does not say.
 *
 * Reads a plan document (docs/plan-format.md, `plan.schema.json`), a CSV with the same columns, or
 * the tablero of the 2013–2015 plan. The form is detected from the answer.
 *
 * @summary A plan's commitments, their progress, milestones and evidence, from one JSON or CSV file.
 * @tag ventana-commitment-tracker
 *
 * @slot - Fallback, shown until there are data: usually a link to the plan's page. A
 *   `<script type="application/json">` child holds the document inline, and nothing is fetched.
 *
 * @event {VentanaLoadEvent} load - An answer is on screen, whole or in part. Does not bubble.
 * @event {VentanaErrorEvent} error - The source could not be read; `kind` says why. Does not bubble.
 * @event {VentanaCommitmentTrackerFilterEvent} ventana-commitment-tracker-filter - The reader
 *   filtered, searched or sorted: `filter`, `shown`, `total`. Bubbles.
 * @event {VentanaCommitmentTrackerOpenEvent} ventana-commitment-tracker-open - The reader opened a
 *   detail: `commitment`. Bubbles.
 *
 * @csspart frame - The whole widget.
 * @csspart head - Heading and example mark.
 * @csspart heading - The title.
 * @csspart notice - What the reader should know: stale, partial, empty or failed.
 * @csspart body - The content.
 * @csspart views - The buttons that choose a view.
 * @csspart filters - Search, filters and order.
 * @csspart progress - Progress of the whole plan.
 * @csspart changes - What changed.
 * @csspart detail - One commitment.
 * @csspart opener - The button with a commitment's title.
 * @csspart chip - A status.
 * @csspart table - The table view.
 * @csspart themes - The themes with their organisations.
 * @csspart actions - The row of buttons.
 * @csspart action - Each button, also by name: `action-csv`, `action-ics`, `action-copy-link`, `action-embed`, `action-more`, `action-clear`, `action-back`, `action-retry`, and one for each view, such as `action-list`.
 * @csspart snippet - The code to paste, once asked for.
 * @csspart link - Each link out.
 * @csspart foot - Source, licence and dates.
 *
 * @cssproperty --ventana-accent - Links and buttons.
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
 * @cssstate partial - Some records could not be read or are doubtful, and it says how many and which.
 * @cssstate empty - The source has nothing.
 * @cssstate error - Could not be read, and it says why.
 * @cssstate config - The page has to mend something.
 *
 * @example
 * ```html
 * <ventana-commitment-tracker src="plan.json" view="list" permalink>
 *   <a href="https://ejemplo.org/plan">Plan de gobierno abierto</a>
 * </ventana-commitment-tracker>
 * ```
 */
export class VentanaCommitmentTracker extends LitElement {
  static override readonly styles = [...frameStyles, commitmentTrackerStyles];

  /** Brings and registers `<ventana-dataset-badge>`, for commitments that name a dataset; without it they have a link. */
  static bringBadge: (() => Promise<unknown>) | undefined;

  /** Address of the plan, resolved against the page: JSON or CSV. */
  @property() src = '';

  /** How commitments are shown; the reader can choose another. */
  @property({ reflect: true }) view: TrackerView = 'summary';

  /** Number, key or id of the one commitment to show, instead of the plan. */
  @property() commitment = '';

  /**
   * What is left in, and in what order: `axis=datos&status=delayed&overdue&q=agua&order=due`. Names:
   * `axis`, `theme` (ids), `institution`, `cso` (names in lower case, without accents), `status`
   * (codes, `status=` for none), `overdue`, `q`, `order` (`number`, `title`, `status`, `due`; `-due`
   * for the other way round). Follows what the reader chooses.
   */
  @property({ reflect: true }) filter = '';

  /** Address of an Atom feed of changes; default the plan's own. */
  @property() feed = '';

  /** Keeps view, filters and open commitment in the hash of the page's address. Its text, else the element's `id`, names this widget there. */
  @property() permalink: string | null = null;

  /** Day, `YYYY-MM-DD`: tells what the plan says has changed since. */
  @property() since = '';

  /** Keeps the day of the reader's last visit in this browser, and tells what changed since. Off by default: nothing is kept. */
  @property({ type: Boolean }) remember = false;

  /** Address of a dated copy, used when `src` fails; shown as stale. */
  @property() snapshot = '';

  /** `lazy`: nothing is fetched until near the viewport. `eager`: at once. */
  @property() loading: 'lazy' | 'eager' = 'lazy';

  /** Seconds between re-reads, at least 10. Default 0: none. */
  @property({ type: Number }) refresh = 0;

  /** Largest answer accepted, in bytes. Default 0: 8 MB. */
  @property({ type: Number, attribute: 'max-bytes' }) maxBytes = 0;

  /** Title instead of the plan's own. */
  @property() heading = '';

  /** Level of the title, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** The author's text alternative, for screen readers. */
  @property() description = '';

  /** `neutral` or `gobmx`; default the provider's, else `neutral`. Dark follows the page's `color-scheme`. */
  @property() theme = '';

  /** Address of a JSON with a community's texts in this element's language. */
  @property() messages = '';

  /** A `Plan`, or the raw document; nothing is fetched. */
  @property({ attribute: false }) data: unknown;

  /** Key of the commitment that the reader opened. */
  @state() private opened = '';
  @state() private most = FIRST;

  readonly #internals = this.attachInternals();
  readonly #context = pageContextOf(this);
  readonly #locale = new LocaleController(this, this.#context);
  readonly #source: SourceController<Plan> = new SourceController<Plan>(
    this,
    this.#internals,
    this.#context,
    {
      fetch: (src, options, onPart) => fetchPlan(src, { ...options, onPart }),
      recall: recallPlan,
      parse: (raw, onPart) => parseLongPlan(raw, { address: this.#source.address, onPart }),
    },
  );
  readonly #frame = new FrameController(this, this.#source, this.#locale, this.#context);
  #reckoning: Reckoning | undefined;
  #left: { readonly filter: string; readonly lang: string; readonly of: Commitment[] } | undefined;
  #lastVisit: { readonly to: string; readonly day: string | undefined } | undefined;
  /** What the reader chose is drawn in steps: so many commitments so far, and so many still to come. */
  #now = Infinity;
  #wanted = 0;
  #stepping: Promise<void> | undefined;
  #focusing: Promise<void> | undefined;
  #isWarm = false;
  #warming: Reckoning | undefined;
  #isFilterUntold = false;
  #viewDrawn: TrackerView | undefined;
  /** Once a list was used it stays open: it does not fold up under the reader's hand. */
  #showsLists = false;
  #focusOn = '';
  /** What the page asks for and the plan has not, already on the console. */
  readonly #missed = new Set<string>();

  constructor() {
    super();
    new PermalinkController(
      this,
      // A removed attribute leaves `null`.
      () => ({ view: this.#viewNow, commitment: this.opened, filter: this.filter || '' }),
      ({ view = '', commitment = '', filter = '' }) => {
        this.view = view as TrackerView;
        this.opened = commitment;
        this.filter = filter;
      },
    );
  }

  /** Where the widget stands; also `:state(…)`. */
  get status(): Status {
    return this.#source.status;
  }

  /** Reads again, past any shared answer. Settles when the widget has; never rejects. */
  reload(): Promise<void> {
    return this.#source.reload();
  }

  /**
   * The commitments that the filter leaves as CSV (RFC 4180, formulas disarmed), one row for each
   * milestone; it reads back as a plan. Empty when nothing is shown.
   */
  toCSV(): string {
    const reckoning = this.#reckon();
    if (!reckoning) return '';
    this.#isWarm = true;
    return toCsvText(planRows(reckoning.index, this.#inView(reckoning), this.#locale.lang));
  }

  /** What a choice leaves of a long plan is worked out in the event's own task and drawn in the next. */
  protected override async scheduleUpdate(): Promise<void> {
    const { view } = this;
    const isLongView = view === 'timeline' && view !== this.#viewDrawn;
    const reckoning = this.#isLong && (this.#isFilterUntold || isLongView) && this.#reckon();
    if (reckoning) {
      const left = this.#select(reckoning);
      if (view === 'timeline') timelineOf(left);
      await nextTurn();
    }
    await super.scheduleUpdate();
  }

  override willUpdate(changed: PropertyValues): void {
    this.#viewDrawn = this.view;
    if (changed.has('filter') || changed.has('view')) {
      this.most = FIRST;
      this.#now = this.#isLong ? STEP : Infinity;
    }
  }

  /** Drawn whole, the last step included, and the focus where it belongs. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#focusing;
    return this.#stepping?.then(() => this.updateComplete) ?? true;
  }

  override updated(): void {
    if (this.#wanted > 0) {
      this.#stepping ??= nextFrame().then(() => {
        this.#stepping = undefined;
        this.#now += STEP;
        this.requestUpdate();
      });
    } else {
      this.#now = Infinity;
      this.#tellFilter();
    }
    this.#bringBadge();
    this.#tellMissed();
    this.#warm();
    const wanted = this.#focusOn;
    if (!wanted) return;
    this.#focusOn = '';
    // To focus is to lay out. With all filters off that may be a long list: in a task of its own.
    if (wanted === ' ' && this.#isLong) this.#focusing = nextTurn().then(() => this.#focus(wanted));
    else this.#focus(wanted);
  }

  #focus(wanted: string): void {
    const root = this.renderRoot;
    const openers = [...root.querySelectorAll<HTMLButtonElement>('.opener')];
    const target =
      root.querySelector<HTMLElement>('.detail-title') ??
      openers.find(({ value }) => value === wanted) ??
      root.querySelector<HTMLElement>('.filters input');
    target?.focus();
  }

  get #t() {
    return this.#locale.translator(commitmentTrackerMessages);
  }

  get #plan(): Plan | undefined {
    const { shown } = this.#source;
    return shown && !shown.reading.empty ? shown.reading.model : undefined;
  }

  get #isLong(): boolean {
    const plan = this.#plan;
    return plan !== undefined && isLong(plan);
  }

  #reckon(): Reckoning | undefined {
    const plan = this.#plan;
    const day = today();
    if (!plan) return undefined;
    if (this.#reckoning?.plan !== plan || this.#reckoning.today !== day) {
      this.#reckoning = new Reckoning(plan, day);
      this.#left = undefined;
      this.#isWarm = false;
    }
    return this.#reckoning;
  }

  /** What the filter leaves, in the order chosen. What is shown stays until the texts can be searched. */
  #select(reckoning: Reckoning): readonly Commitment[] {
    const { filter } = this;
    const { lang } = this.#locale;
    const { plan, index } = reckoning;
    if (this.#left?.filter === filter && this.#left.lang === lang) return this.#left.of;
    const choice = new PlanChoice(filter);
    if (choice.get('q') && !this.#isWarm) return this.#left?.of ?? plan.commitments;
    const { overdueOn, ...rest } = choice.filterOn(reckoning.today);
    let left = index.filter(rest);
    if (overdueOn) left = left.filter((each) => reckoning.overdue.has(each));
    const written = choice.get('order') ?? '';
    const order = PLAN_ORDERS.find((each) => each === written.replace('-', ''));
    const of = order ? sortCommitments(left, order, lang, reckoning.today) : [...left];
    if (order && written.startsWith('-')) of.reverse();
    this.#left = { filter, lang, of };
    return of;
  }

  /** Makes the texts ready for search, a few at a time, and then what sorts them. */
  #warm(): void {
    const reckoning = this.#reckoning;
    if (!reckoning || this.#source.isPart || this.#isWarm || this.#warming === reckoning) return;
    this.#warming = reckoning;
    const step = (): void => {
      if (this.#reckoning !== reckoning) return;
      if (reckoning.index.warm(WARM)) {
        setTimeout(step);
        return;
      }
      this.#isWarm = true;
      this.requestUpdate();
      const { lang } = this.#t;
      setTimeout(() => sortCommitments([], 'title', lang));
    };
    step();
  }

  #one(reckoning: Reckoning): Commitment | undefined {
    const wanted = this.opened || this.commitment;
    return wanted ? findCommitment(reckoning.plan, wanted) : undefined;
  }

  /** What a file that the reader takes along holds. */
  #inView(reckoning: Reckoning): readonly Commitment[] {
    const one = this.#one(reckoning);
    return one ? [one] : this.#select(reckoning);
  }

  readonly #choose = (name: ChoiceName, value: string | undefined): void => {
    this.filter = new PlanChoice(this.filter).with(name, value);
    this.#isFilterUntold = true;
  };

  readonly #clear = (): void => {
    this.filter = '';
    this.#focusOn = ' ';
    this.#isFilterUntold = true;
  };

  /** Once what the filter leaves is on screen. */
  #tellFilter(): void {
    const { filter } = this;
    const reckoning = this.#reckoning;
    if (!this.#isFilterUntold || !reckoning || this.#left?.filter !== filter) return;
    this.#isFilterUntold = false;
    const { plan, today: day } = reckoning;
    this.dispatchEvent(
      new VentanaCommitmentTrackerFilterEvent(
        new PlanChoice(filter).filterOn(day),
        this.#left.of.length,
        plan.commitments.length,
      ),
    );
  }

  /** A line on the console for each attribute that names what is not there, and does nothing. */
  #tellMissed(): void {
    const reckoning = this.#reckoning;
    if (!reckoning || this.#source.isPart) return;
    const { view, since, commitment, filter } = this;
    const missed: string[] = [];
    if (view && !Object.hasOwn(VIEWS, view)) missed.push(`view="${view}"`);
    if (since && !isCivilDate(since)) missed.push(`since="${since}"`);
    if (commitment && !findCommitment(reckoning.plan, commitment))
      missed.push(`commitment="${commitment}"`);
    for (const [name, value] of new URLSearchParams(filter ?? '')) {
      const facet = PLAN_FACETS.find((each) => each === name && each !== 'status');
      const isKnown = facet
        ? !value || reckoning.facet(facet).some((each) => each.value === value)
        : CHOICE_NAMES.some((each) => each === name);
      if (!isKnown) missed.push(`filter="${name}=${value}"`);
    }
    for (const each of missed) {
      if (this.#missed.has(each)) continue;
      this.#missed.add(each);
      console.warn(`<${this.localName}>: there is no such thing as ${each}.`);
    }
  }

  #bringBadge(): void {
    if (!this.renderRoot.querySelector('ventana-dataset-badge:not(:defined)')) return;
    // Where it cannot be had, the link inside the tag stays.
    const { bringBadge } = this.constructor as typeof VentanaCommitmentTracker;
    void bringBadge?.().catch(() => undefined);
  }

  #open(commitment: Commitment): void {
    this.opened = commitment.key;
    this.#focusOn = commitment.key;
    this.dispatchEvent(new VentanaCommitmentTrackerOpenEvent(commitment));
  }

  #close(): void {
    this.#focusOn = this.opened;
    this.opened = '';
  }

  #makePage(reckoning: Reckoning): PlanPage {
    const t = this.#t as unknown as LooseTranslator;
    const level = Math.min(6, Math.max(1, Math.round(this.headingLevel) || 2)) + 1;
    return {
      plan: reckoning.plan,
      reckoning,
      frame: this.#frame,
      lang: this.#t.lang,
      isPart: this.#source.isPart,
      theme: this.theme || this.#context().theme || 'neutral',
      level,
      say: remembering(this.#frame.saying(t.of)),
      text: t,
      pick: (text) => this.#locale.pick(text),
      open: (commitment) => this.#open(commitment),
    };
  }

  #renderAbout(page: PlanPage): unknown {
    const { summary, period, secretariat } = page.plan;
    return html`${summary ? html`<div class="text">${renderText(page, summary)}</div>` : nothing}
      <dl class="facts">
        ${
          period
            ? renderFact(
                page,
                'period',
                html`${period.label ? renderText(page, period.label) : nothing}
                ${period.start || period.end ? html`(${renderDate(page, period.start)} – ${renderDate(page, period.end)})` : nothing}`,
              )
            : nothing
        }
        ${
          secretariat.length > 0
            ? renderFact(page, 'secretariat', renderNames(page, secretariat))
            : nothing
        }
      </dl>`;
  }

  #renderProgress(page: PlanPage): TemplateResult {
    const { progress, overdue } = page.reckoning;
    return html`<section part="progress">
      ${renderHeading(page.level, page.say('plan'))}
      ${renderProgress(page, page.text('plan'), progress)}
      <ul class="counts">
        ${page.reckoning
          .facet('status')
          .map(
            ({ value, count }) => html`<li>${renderStatus(page, value || undefined)} ${count}</li>`,
          )}
        ${
          overdue.size > 0
            ? html`<li><span class="late">${page.say('overdue')}</span> ${overdue.size}</li>`
            : nothing
        }
      </ul>
    </section>`;
  }

  #renderThemes(page: PlanPage): unknown {
    const { themes } = page.plan;
    if (themes.length === 0) return nothing;
    return html`<section part="themes">
      ${renderHeading(page.level, page.say('themes'))}
      <ul class="themes">
        ${themes.map(
          ({ title, csos }) =>
            html`<li>${renderShort(page, title)}: ${renderNames(page, csos)}</li>`,
        )}
      </ul>
    </section>`;
  }

  #renderChanges(page: PlanPage): unknown {
    const { since } = this;
    const to = this.#source.address || 'inline';
    if (this.remember && this.#lastVisit?.to !== to) {
      this.#lastVisit = { to, day: visit(to, page.reckoning.today) };
    }
    const day = since || (this.remember ? this.#lastVisit?.day : undefined);
    return isCivilDate(day) ? renderChanges(page, day) : nothing;
  }

  #renderViews(page: PlanPage): TemplateResult {
    return html`<div class="views" part="views" role="group" aria-label=${page.text('views')}>
      ${(Object.keys(VIEWS) as TrackerView[]).map(
        (view) =>
          html`<button
            type="button"
            class="action"
            part="action action-${view}"
            aria-pressed=${view === this.#viewNow}
            @click=${() => (this.view = view)}
          >
            ${page.say(view)}
          </button>`,
      )}
    </div>`;
  }

  get #viewNow(): TrackerView {
    return Object.hasOwn(VIEWS, this.view) ? this.view : 'summary';
  }

  /** On paper nothing can be opened: every commitment is drawn whole. */
  #renderReport(page: PlanPage, left: readonly Commitment[]): unknown {
    return renderByAxis(page, left, (_, commitment, isGrouped) =>
      renderDetail({ ...page, level: page.level + Number(isGrouped) }, commitment),
    );
  }

  #renderPlan(page: PlanPage): TemplateResult {
    const { plan, reckoning } = page;
    const { commitments } = plan;
    const choice = new PlanChoice(this.filter);
    const left = this.#select(reckoning);
    const { isPrinting } = this.#frame;
    this.#showsLists ||= CHOICE_NAMES.some(
      (name) => name !== 'q' && choice.get(name) !== undefined,
    );
    const written = choice.get('order');
    this.#wanted = 0;
    const { content, hidden } = isPrinting
      ? { content: this.#renderReport(page, left), hidden: 0 }
      : VIEWS[this.#viewNow](page, {
          left,
          most: this.most,
          now: this.#now,
          want: (more) => (this.#wanted += more),
          order: written,
          sort: (order: PlanOrder) =>
            this.#choose('order', written === order ? `-${order}` : order),
        });
    if (this.#source.isPart) return this.#renderPart(page, content);
    const more = hidden - this.#wanted;
    const feed = this.#source.resolve(this.feed) || plan.feed;
    return html`${this.#viewNow === 'summary' || isPrinting ? this.#renderAbout(page) : nothing}
      ${this.#renderProgress(page)} ${this.#renderChanges(page)}
      ${
        isPrinting
          ? renderChosen(page, choice)
          : html`${this.#renderViews(page)}
            ${renderFilters(page, choice, this.#choose, this.#clear, this.#showsLists)}`
      }
      <p class="found" role="status">
        ${page.say(left.length > 0 ? 'found' : 'noMatch', {
          shown: left.length,
          total: commitments.length,
        })}
      </p>
      ${content}
      ${
        more > 0
          ? html`<p>
              <button
                type="button"
                class="action"
                part="action action-more"
                @click=${() => (this.most += MORE)}
              >
                ${page.say('more', { left: more })}
              </button>
            </p>`
          : nothing
      }
      ${this.#renderThemes(page)}
      ${feed ? html`<p>${this.#frame.link(feed, page.say('feed'))}</p>` : nothing}`;
  }

  /** The first commitments of a long plan, without a figure that the rest would change. */
  #renderPart(page: PlanPage, content: unknown): TemplateResult {
    return html`<p class="found" role="status">${page.say('reading')}</p>
      ${this.#renderViews(page)} ${/summary|list|table/.test(this.#viewNow) ? content : nothing}`;
  }

  #renderOne(page: PlanPage): TemplateResult {
    const one = this.#one(page.reckoning);
    return html`${
      this.opened
        ? html`<p>
            <button
              type="button"
              class="action"
              part="action action-back"
              @click=${() => this.#close()}
            >
              ← ${page.say('back')}
            </button>
          </p>`
        : nothing
    }
    ${
      one
        ? renderDetail(page, one)
        : html`<p class="notice" role="status">
            ${page.say('notFound', { number: this.opened || this.commitment })}
          </p>`
    }`;
  }

  #renderContent(): unknown {
    const reckoning = this.#reckon();
    if (!reckoning) return nothing;
    const page = this.#makePage(reckoning);
    const { notice } = page.plan;
    return html`${notice ? html`<div class="text plan-notice">${renderText(page, notice)}</div>` : nothing}
    ${this.opened || this.commitment ? this.#renderOne(page) : this.#renderPlan(page)}`;
  }

  #actions(plan: Plan | undefined): FrameAction[] {
    const isDated = plan?.commitments.some(({ milestones }) =>
      milestones.some(({ due }) => isCivilDate(due)),
    );
    if (!plan || !isDated) return [];
    return [
      {
        name: 'ics',
        label: this.#frame.say(this.#t.of('ics')),
        run: () => this.#saveCalendar(plan),
      },
    ];
  }

  async #saveCalendar(plan: Plan): Promise<void> {
    const reckoning = this.#reckon();
    if (!reckoning) return;
    // Loaded when it is first asked for: few readers do.
    const { milestonesToIcs } = await import('@ventana/model/plan/ics.js');
    const options = { now: new Date(), lang: this.#locale.lang };
    const ics = milestonesToIcs(plan, this.#inView(reckoning), options);
    saveFile(`${this.#fileName}.ics`, 'text/calendar', ics);
  }

  get #fileName(): string {
    return this.#locale.pick(this.#plan?.title)?.text ?? 'plan';
  }

  override render(): unknown {
    const plan = this.#plan;
    const { homepage, license, updated } = plan ?? {};
    const text = license?.title ?? license?.id ?? license?.url;
    const { doubtful } = this.#source.shown?.reading ?? {};
    return this.#frame.render({
      title: plan && (this.#locale.pick(plan.title) ?? this.#t.of('untitled')),
      what: this.#t('what'),
      doubts: doubtful && this.#frame.say(this.#t.of('doubts', { count: doubtful })),
      content: () => this.#renderContent(),
      actions: this.#actions(plan),
      fileName: this.#fileName,
      foot: {
        sourceUrl: homepage,
        ...(text && { license: { text, url: license?.url } }),
        dated: updated,
        isExample: plan?.example === true,
      },
    });
  }
}
