import { formatBytes, formatCivilDate } from '@ventana/l10n';
import type { Translated } from '@ventana/l10n';
import {
  datasetFormats,
  daysOf,
  judgeCharacteristics,
  judgeFreshness,
  judgeStars,
  lastUpdate,
  licenseName,
  plainWords,
  recognizeLicense,
  today,
} from '@ventana/model';
import type {
  CharacteristicId,
  Dataset,
  Freshness,
  Judgement,
  LocalizedText,
  Remedy,
  Resource,
  StarId,
} from '@ventana/model';
import { fetchDataset, parseDatasetDocument, recallDataset } from '@ventana/sources';
import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FrameController } from '../frame/frame-controller.js';
import { frameStyles } from '../frame/frame.styles.js';
import { LocaleController } from '../frame/locale-controller.js';
import { renderPill } from '../frame/pill.js';
import { pageContextOf } from '../frame/page-context.js';
import { SourceController } from '../frame/source-controller.js';
import type { Status } from '../frame/status.js';
import { datasetBadgeMessages } from './dataset-badge.messages.js';
import { datasetBadgeStyles } from './dataset-badge.styles.js';
import { datasetCsv } from './dataset-csv.js';
import {
  evidenceWords,
  freshnessTone,
  freshnessWords,
  frequencyWords,
  temporalWords,
} from './dataset-words.js';
import type { BadgeTranslator } from './dataset-words.js';
import { LinkCheckController } from './link-check.js';

/** Formats named in the pill. */
const FIRST_FORMATS = 4;

/** A dataset that says, at the end of its title or description or as a keyword, that it is made up. */
const EXAMPLE = /(?:datos de ejemplo|example data)\W*$/i;

/** Resources listed before "Ver los …": a screenful; the rest is one tap away and prints. */
const FIRST_RESOURCES = 10;

const COLUMNS = ['resource', 'format', 'size', 'link'] as const;

type FactTerm =
  | 'publisher'
  | 'updated'
  | 'promise'
  | 'formats'
  | 'license'
  | 'issued'
  | 'covers'
  | 'place'
  | 'themes'
  | 'keywords'
  | 'contact'
  | 'dictionary';

/** To a publisher the three are one piece of advice. */
function isOfLicense(remedy: Remedy): remedy is Extract<Remedy, `${string}-license`> {
  return remedy.endsWith('-license');
}

/**
 * A dataset as its portal describes it: who publishes it, when it was last updated against how
 * often it promises to be, formats, licence, resources, and how open it is by Mexico's five
 * characteristics and by the five stars. Every judgement shows what it rests on and how to improve it.
 *
 * Reads a CKAN `package_show` answer, a CKAN portal with `dataset`, or a DCAT `data.json` (DCAT-US,
 * Argentina, Mexico's ADELA) with `dataset`. The form is detected from the answer.
 *
 * @summary A dataset's freshness, formats, licence and openness, from CKAN or DCAT.
 * @tag ventana-dataset-badge
 *
 * @slot - Fallback, shown until there are data: usually a link to the dataset's page. A
 *   `<script type="application/json">` child holds the document inline, and nothing is fetched.
 *
 * @event {VentanaLoadEvent} load - An answer is on screen, whole or in part. Does not bubble.
 * @event {VentanaErrorEvent} error - The source could not be read; `kind` says why. Does not bubble.
 *
 * @csspart frame - The whole widget.
 * @csspart head - Heading and example mark.
 * @csspart heading - The title.
 * @csspart notice - What the reader should know: stale, partial, empty or failed.
 * @csspart body - The content.
 * @csspart facts - The list of facts.
 * @csspart chip - The freshness.
 * @csspart judgement - Each of the two judgements.
 * @csspart table - The resources.
 * @csspart actions - The row of buttons.
 * @csspart action - Each button, also by name: `action-csv`, `action-copy-link`, `action-embed`, `action-all`, `action-retry`.
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
 * @cssstate partial - Some records could not be read, and it says how many.
 * @cssstate empty - The source has nothing.
 * @cssstate error - Could not be read, and it says why.
 * @cssstate config - The page has to mend something.
 *
 * @example
 * ```html
 * <ventana-dataset-badge src="https://datos.example.org/" dataset="presupuesto-2026" size="card">
 *   <a href="https://datos.example.org/dataset/presupuesto-2026">Presupuesto 2026</a>
 * </ventana-dataset-badge>
 * ```
 */
export class VentanaDatasetBadge extends LitElement {
  static override readonly styles = [...frameStyles, datasetBadgeStyles];

  /** Address of the data, resolved against the page: a CKAN answer, a CKAN portal, or a DCAT catalogue. */
  @property() src = '';

  /** Which dataset of a portal or catalogue: CKAN id or name, DCAT `identifier`. */
  @property({ attribute: 'dataset' }) datasetId = '';

  /** `badge`: an inline pill. `card`: the facts. `full`: judgements with evidence, and every resource. */
  @property({ reflect: true }) size: 'badge' | 'card' | 'full' = 'card';

  /** Ask each resource's address whether it answers, in `full`. Off by default: it costs the reader a request each. */
  @property({ type: Boolean, attribute: 'check-links' }) checkLinks = false;

  /** Address of a dated copy, used when `src` fails; shown as stale. */
  @property() snapshot = '';

  /** `lazy`: nothing is fetched until near the viewport. `eager`: at once. */
  @property() loading: 'lazy' | 'eager' = 'lazy';

  /** Seconds between re-reads, at least 10. Default 0: none. */
  @property({ type: Number }) refresh = 0;

  /** Largest answer accepted, in bytes. Default 0: 8 MB. */
  @property({ type: Number, attribute: 'max-bytes' }) maxBytes = 0;

  /** Title instead of the dataset's own. */
  @property() heading = '';

  /** Level of the title, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** The author's text alternative, for screen readers. */
  @property() description = '';

  /** `neutral` or `gobmx`; default the provider's, else `neutral`. Dark follows the page's `color-scheme`. */
  @property() theme = '';

  /** Address of a JSON with a community's texts in this element's language. */
  @property() messages = '';

  /** A `Dataset`, or the raw document; nothing is fetched. */
  @property({ attribute: false }) data: unknown;

  @state() private showsAll = false;

  readonly #internals = this.attachInternals();
  readonly #context = pageContextOf(this);
  readonly #locale = new LocaleController(this, this.#context);
  readonly #source: SourceController<Dataset> = new SourceController<Dataset>(
    this,
    this.#internals,
    this.#context,
    {
      args: () => [this.datasetId],
      fetch: (src, options) => fetchDataset(src, { ...options, dataset: this.datasetId }),
      recall: (src, options) => recallDataset(src, { ...options, dataset: this.datasetId }),
      parse: (raw) =>
        parseDatasetDocument(raw, {
          dataset: this.datasetId,
          address: this.#source.address || document.baseURI,
        }),
    },
  );
  readonly #frame = new FrameController(this, this.#source, this.#locale, this.#context);
  readonly #linkCheck = new LinkCheckController(
    this,
    () => this.#dataset?.resources.flatMap(({ url }) => url ?? []) ?? [],
    () => this.#context().fetch,
  );

  /** Where the widget stands; also `:state(…)`. */
  get status(): Status {
    return this.#source.status;
  }

  /** Reads again, past any shared answer. Settles when the widget has; never rejects. */
  reload(): Promise<void> {
    return this.#source.reload();
  }

  /** The resources as CSV (RFC 4180, formulas disarmed), empty when nothing is shown. */
  toCSV(): string {
    const dataset = this.#dataset;
    return dataset ? datasetCsv(dataset, this.#t, this.#locale.lang) : '';
  }

  get #dataset(): Dataset | undefined {
    const { shown } = this.#source;
    return shown && !shown.reading.empty ? shown.reading.model : undefined;
  }

  get #t(): BadgeTranslator {
    return this.#locale.translator(datasetBadgeMessages);
  }

  get #say() {
    return this.#frame.saying(this.#t.of);
  }

  /** A text of the source's, in the reader's language where it has several; missing is "Sin dato". */
  #quote(text: LocalizedText | undefined): unknown {
    return this.#frame.quote(this.#locale.pick(text));
  }

  /** Words of ours where there are any, else what the source wrote. */
  #words(words: Translated | undefined, verbatim?: string): unknown {
    return words ? this.#frame.say(words) : this.#quote(verbatim);
  }

  #renderDate(day: string | undefined, verbatim?: string): unknown {
    const text = formatCivilDate(day, this.#t.lang);
    if (text) return html`<time datetime=${day ?? nothing}>${text}</time>`;
    return verbatim && !daysOf(verbatim)
      ? this.#say('badDate', { verbatim })
      : this.#quote(verbatim);
  }

  #renderChip(freshness: Freshness): TemplateResult {
    return html`<span class="chip" part="chip" data-tone=${freshnessTone(freshness)}
      >${this.#frame.say(freshnessWords(this.#t, freshness))}</span
    >`;
  }

  #renderPill(dataset: Dataset): TemplateResult {
    return html`<span class="name"
        >${this.#frame.linkTo(dataset.landingPage, this.#locale.pick(this.heading || dataset.title))}</span
      >
      ${this.#renderChip(judgeFreshness(dataset, today()))}
      ${this.#renderFormats(dataset, FIRST_FORMATS)}`;
  }

  #renderFormats({ resources }: Dataset, most: number): unknown {
    const formats = datasetFormats(resources);
    if (formats.length === 0) return this.#quote(undefined);
    const more = formats.length - most;
    return html`<ul class="formats">
      ${formats.slice(0, most).map(({ label }) => html`<li>${this.#quote(label)}</li>`)}
      ${more > 0 ? html`<li>+${more}</li>` : nothing}
    </ul>`;
  }

  #renderFact(term: FactTerm, value: unknown): TemplateResult {
    return html`<dt>${this.#say(term)}</dt>
      <dd>${value}</dd>`;
  }

  #renderFacts(dataset: Dataset): TemplateResult {
    const freshness = judgeFreshness(dataset, today());
    return html`<dl class="facts" part="facts">
      ${this.#renderFact('publisher', this.#quote(dataset.publisher))}
      ${this.#renderFact(
        'updated',
        html`${this.#renderDate(lastUpdate(dataset), dataset.modifiedVerbatim)}
        ${this.#renderChip(freshness)}`,
      )}
      ${this.#renderFact(
        'promise',
        this.#words(frequencyWords(this.#t, freshness.frequency), dataset.frequency?.verbatim),
      )}
      ${this.#renderFact(
        'formats',
        html`${this.#renderFormats(dataset, Infinity)}
        ${this.#say('resources', { total: dataset.resources.length })}`,
      )}
      ${this.#renderFact('license', this.#renderLicense(dataset))}
      ${this.size === 'full' ? this.#renderMoreFacts(dataset) : nothing}
    </dl>`;
  }

  /** As its source writes it, with the short name where that does not say it. */
  #renderLicense({ license, resources }: Dataset): unknown {
    const names = [...new Set(resources.flatMap((each) => licenseName(each.license) ?? []))];
    if (!license && names.length > 0) return this.#say('byResource', { names: names.join('; ') });
    const text = license?.title ?? license?.id ?? license?.url;
    const { name = '' } = recognizeLicense(license) ?? {};
    const words = plainWords(text ?? '').split(' ');
    const isNamed = plainWords(name)
      .split(' ')
      .every((word) => !word || words.includes(word));
    return this.#frame.linkTo(
      license?.url,
      this.#locale.pick(isNamed ? text : `${text} (${name})`),
    );
  }

  #renderMoreFacts(dataset: Dataset): unknown {
    const { contact, issued, issuedVerbatim, temporal, dataDictionary } = dataset;
    const covers = temporal && temporalWords(this.#t, temporal);
    const ifSaid = (term: FactTerm, text: string | undefined, href?: string): unknown =>
      text ? this.#renderFact(term, this.#frame.linkTo(href, { text })) : nothing;
    return html`${
      issued || issuedVerbatim
        ? this.#renderFact('issued', this.#renderDate(issued, issuedVerbatim))
        : nothing
    }
    ${covers ? this.#renderFact('covers', this.#words(covers)) : nothing}
    ${ifSaid('place', dataset.spatial)} ${ifSaid('themes', dataset.themes.join(', '))}
    ${ifSaid('keywords', dataset.keywords.join(', '))}
    ${ifSaid('contact', contact?.name ?? contact?.address?.replace(/^mailto:/, ''), contact?.address)}
    ${ifSaid('dictionary', dataDictionary, dataDictionary)}`;
  }

  #renderJudgements(dataset: Dataset): TemplateResult {
    const { links } = this.#linkCheck;
    const characteristics = judgeCharacteristics(dataset, { today: today(), links });
    const { stars, total, claimed } = judgeStars(dataset, links);
    const met = characteristics.filter(({ verdict }) => verdict === 'yes').length;
    return html`<div class="judgements">
      ${this.#renderJudgement('characteristics', met, nothing, characteristics)}
      ${this.#renderJudgement(
        'stars',
        total,
        claimed === undefined ? nothing : this.#say('claimedStars', { count: claimed }),
        stars,
      )}
    </div>`;
  }

  #renderJudgement(
    rule: 'characteristics' | 'stars',
    score: number,
    claim: unknown,
    items: readonly Judgement<CharacteristicId | StarId>[],
  ): TemplateResult {
    const isStars = rule === 'stars';
    return html`<div class="judgement" part="judgement">
      <p class="judgement-title">
        ${this.#say(rule)}:
        ${
          isStars
            ? html`<span aria-hidden="true">${'★'.repeat(score)}${'☆'.repeat(5 - score)}</span>`
            : nothing
        }
        ${this.#say('ratio', { value: score, total: 5 })}
      </p>
      ${
        this.size === 'full'
          ? html`<p class="rule">
                ${this.#say(isStars ? 'starsRule' : 'characteristicsRule')} ${claim}
              </p>
              <ul>
                ${items.map((item) => this.#renderJudged(item))}
              </ul>`
          : nothing
      }
    </div>`;
  }

  #renderJudged({
    id,
    verdict,
    evidence,
    remedy,
  }: Judgement<CharacteristicId | StarId>): TemplateResult {
    return html`<li>
      <span class="verdict" data-verdict=${verdict}>${this.#say(verdict)}</span> · ${this.#say(id)}
      ${
        evidence.length > 0
          ? html`<span class="evidence"
              >${this.#say('why')}
              ${evidence.map((each, index) => {
                const [label, value] = evidenceWords(this.#t, each);
                return html`${index > 0 ? '; ' : ''}${this.#words(label)}:
                  <bdi>${this.#words(value)}</bdi>`;
              })}</span
            >`
          : nothing
      }
      ${
        remedy
          ? html`<span class="remedy"
              >${this.#say('remedy')}
              ${this.#say(`remedy-${isOfLicense(remedy) ? 'license' : remedy}`)}</span
            >`
          : nothing
      }
    </li>`;
  }

  #renderResources({ resources }: Dataset): TemplateResult {
    const count = resources.length;
    if (count === 0) return html`<p>${this.#say('noResources')}</p>`;
    const shown =
      this.showsAll || this.#frame.isPrinting ? resources : resources.slice(0, FIRST_RESOURCES);
    return html`<table part="table">
        <caption>
          ${this.#say('resources', { total: count })}
        </caption>
        <thead>
          <tr>
            ${COLUMNS.map((column) => html`<th scope="col">${this.#say(column)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map((resource) => this.#renderResource(resource))}
        </tbody>
      </table>
      ${this.checkLinks ? this.#renderLinkSummary() : nothing}
      ${
        shown.length < count
          ? html`<button
              type="button"
              class="action"
              part="action action-all"
              @click=${() => void this.#showAll()}
            >
              ${this.#say('showAll', { count })}
            </button>`
          : nothing
      }`;
  }

  /** The button is gone: the first row that it brought has the focus. */
  async #showAll(): Promise<void> {
    this.showsAll = true;
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll<HTMLElement>('tbody th')[FIRST_RESOURCES];
    if (!row) return;
    row.tabIndex = -1;
    row.focus();
  }

  #renderResource(resource: Resource): TemplateResult {
    const label = datasetFormats([resource])
      .map((each) => each.label)
      .join(' / ');
    const { format } = resource;
    const title = this.#locale.pick(resource.title);
    return html`<tr>
      <th scope="row">${this.#frame.quote(title)}</th>
      <td title=${format && format !== label ? format.slice(0, 200) : nothing}>
        <span class="cell-label">${this.#say('format')}: </span>${this.#quote(label || undefined)}
      </td>
      <td>
        <span class="cell-label">${this.#say('size')}: </span
        >${this.#quote(formatBytes(resource.size, this.#t.lang))}
      </td>
      <td>${this.#renderResourceLink(resource, title?.text.slice(0, 120))}</td>
    </tr>`;
  }

  #renderResourceLink({ url, urlVerbatim }: Resource, name: unknown): unknown {
    if (!url) {
      const isAddress = /\w[:.]\S/.test(urlVerbatim ?? '');
      return html`<span class="missing">${this.#say(isAddress ? 'badAddress' : 'noAddress')}</span
        >${urlVerbatim ? html`: ${this.#quote(urlVerbatim)}` : nothing}`;
    }
    const link = this.#linkCheck.links.get(url);
    return html`${this.#frame.link(
      url,
      html`${this.#say('download')}<span class="visually-hidden">
          ${name ?? this.#say('resource')}</span
        >`,
    )}
    ${
      this.checkLinks
        ? html`<span class="link-state" data-link=${link ?? 'checking'}
            >(${this.#say(link ? `link-${link}` : 'linkChecking')})</span
          >`
        : nothing
    }`;
  }

  #renderLinkSummary(): unknown {
    if (this.#linkCheck.pending > 0) return nothing;
    const states = [...this.#linkCheck.links.values()];
    const ok = states.filter((each) => each === 'ok').length;
    const broken = states.filter((each) => each === 'broken').length;
    return html`<p role="status">
      ${this.#say('linksChecked', { ok, broken, unknown: states.length - ok - broken })}
    </p>`;
  }

  #renderContent(): unknown {
    const dataset = this.#dataset;
    if (!dataset) return nothing;
    if (this.size === 'badge') return this.#renderPill(dataset);
    const isFull = this.size === 'full';
    const description = isFull ? this.#locale.pick(dataset.description) : undefined;
    return html`${
      description ? html`<div class="description">${this.#frame.quote(description)}</div>` : nothing
    }
    ${this.#renderFacts(dataset)} ${this.#renderJudgements(dataset)}
    ${isFull ? this.#renderResources(dataset) : nothing}`;
  }

  override render(): unknown {
    const dataset = this.#dataset;
    const { title, description, keywords = [] } = dataset ?? {};
    const own = [title, description].map((text) => this.#locale.pick(text)?.text ?? '');
    return this.#frame.render({
      title: dataset && (this.#locale.pick(title) ?? this.#t.of('what')),
      what: this.#t('what'),
      query: this.datasetId,
      doubts: this.#source.shown?.reading.doubtful && this.#say('twins'),
      pill: this.size === 'badge' ? renderPill : undefined,
      content: () => this.#renderContent(),
      fileName: `ventana-${dataset?.id ?? this.datasetId}`,
      foot: {
        sourceUrl: dataset?.landingPage,
        dated: dataset && lastUpdate(dataset),
        isExample: [...own, ...keywords].some((text) => EXAMPLE.test(text.slice(-80))),
      },
    });
  }
}
