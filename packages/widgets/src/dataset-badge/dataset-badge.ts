import { ContextConsumer } from '@lit/context';
import { formatBytes, formatCivilDate } from '@ventana/l10n';
import {
  datasetFormats,
  judgeCharacteristics,
  judgeFreshness,
  judgeStars,
  lastUpdate,
  recognizeLicense,
  today,
} from '@ventana/model';
import type {
  Dataset,
  Freshness,
  Judgement,
  LocalizedText,
  RecognizedFormat,
  Resource,
} from '@ventana/model';
import { fetchDataset, parseDatasetDocument, recallDataset } from '@ventana/sources';
import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FrameController } from '../frame/frame-controller.js';
import { frameStyles } from '../frame/frame.styles.js';
import { LocaleController } from '../frame/locale-controller.js';
import { pageContext } from '../frame/page-context.js';
import type { PageContext } from '../frame/page-context.js';
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
  remedyWords,
  temporalWords,
} from './dataset-words.js';
import type { BadgeTranslator } from './dataset-words.js';
import { LinkCheckController } from './link-check.js';

/** Resources listed before "Ver los …": a screenful; the rest is one tap away and prints. */
const FIRST_RESOURCES = 10;

/**
 * A dataset as its portal describes it: who publishes it, when it was last updated against how
 * often it promises to be, formats, licence, resources, and how open it is by Mexico's five
 * characteristics and by the five stars. Every judgement shows what it rests on and how to better it.
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
 * @csspart table - The resources.
 * @csspart actions - The row of buttons.
 * @csspart action - Each button.
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
  readonly #page = new ContextConsumer(this, { context: pageContext, subscribe: true });
  readonly #context = (): PageContext => this.#page.value ?? {};
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
        parseDatasetDocument(raw, { dataset: this.datasetId, address: this.#source.address }),
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

  #pick(text: LocalizedText | undefined): unknown {
    return this.#frame.quote(this.#locale.pick(text));
  }

  #renderDate(day: string | undefined, verbatim?: string): unknown {
    const text = day && formatCivilDate(day, this.#t.lang);
    if (text) return html`<time datetime=${day}>${text}</time>`;
    if (verbatim) return this.#frame.say(this.#t.of('badDate', { verbatim }));
    return this.#frame.quote(undefined);
  }

  #renderChip(freshness: Freshness): TemplateResult {
    return html`<span class="chip" part="chip" data-tone=${freshnessTone(freshness)}
      >${this.#frame.say(freshnessWords(this.#t, freshness))}</span
    >`;
  }

  #renderPill(dataset: Dataset): TemplateResult {
    const freshness = judgeFreshness(dataset, today());
    const formats = datasetFormats(dataset.resources);
    const title = this.heading ? this.heading : this.#pick(dataset.title);
    return html`<span class="name">${this.#frame.link(dataset.landingPage, title)}</span>
      ${this.#renderChip(freshness)} ${this.#renderFormats(formats.slice(0, 4))}`;
  }

  #renderFormats(formats: readonly RecognizedFormat[]): unknown {
    if (formats.length === 0) return this.#frame.quote(undefined);
    return html`<ul class="formats">
      ${formats.map(({ label }) => html`<li>${this.#frame.quote({ text: label })}</li>`)}
    </ul>`;
  }

  #renderFact(term: Parameters<BadgeTranslator>[0], value: unknown): TemplateResult {
    return html`<dt>${this.#frame.say(this.#t.of(term as 'license'))}</dt>
      <dd>${value}</dd>`;
  }

  #renderFacts(dataset: Dataset): TemplateResult {
    const freshness = judgeFreshness(dataset, today());
    const promise = frequencyWords(this.#t, freshness.frequency);
    const verbatim = dataset.frequency?.verbatim;
    const resources = this.#t.of('resources', { count: dataset.resources.length });
    return html`<dl class="facts" part="facts">
      ${this.#renderFact('publisher', this.#pick(dataset.publisher))}
      ${this.#renderFact(
        'updated',
        html`${this.#renderDate(lastUpdate(dataset), dataset.modifiedVerbatim)}
        ${this.#renderChip(freshness)}`,
      )}
      ${this.#renderFact(
        'promise',
        promise
          ? this.#frame.say(promise)
          : this.#frame.quote(verbatim ? { text: verbatim } : undefined),
      )}
      ${this.#renderFact('formats', this.#renderFormats(datasetFormats(dataset.resources)))}
      ${this.#renderFact('license', this.#renderLicense(dataset))}
      ${this.size === 'full' ? this.#renderMoreFacts(dataset) : nothing}
      ${this.#renderFact('resource', this.#frame.say(resources))}
    </dl>`;
  }

  #renderLicense({ license }: Dataset): unknown {
    const text = license?.title ?? license?.id ?? license?.url;
    const name = recognizeLicense(license)?.name;
    const both = name && text && name !== text ? `${text} (${name})` : (text ?? name);
    return this.#frame.link(license?.url, this.#frame.quote(both ? { text: both } : undefined));
  }

  #renderMoreFacts(dataset: Dataset): unknown {
    const { contact, issued, issuedVerbatim, temporal, spatial, themes, keywords } = dataset;
    const covers = temporal && temporalWords(this.#t, temporal, this.#t.lang);
    const list = (words: readonly string[]): unknown =>
      this.#frame.quote({ text: words.join(', ') });
    return html`${
      issued || issuedVerbatim
        ? this.#renderFact('issued', this.#renderDate(issued, issuedVerbatim))
        : nothing
    }
    ${covers ? this.#renderFact('covers', this.#frame.say(covers)) : nothing}
    ${spatial ? this.#renderFact('place', this.#frame.quote({ text: spatial })) : nothing}
    ${themes.length > 0 ? this.#renderFact('themes', list(themes)) : nothing}
    ${keywords.length > 0 ? this.#renderFact('keywords', list(keywords)) : nothing}
    ${
      contact
        ? this.#renderFact(
            'contact',
            this.#frame.link(
              contact.address,
              this.#frame.quote({ text: contact.name ?? contact.address ?? '' }),
            ),
          )
        : nothing
    }
    ${
      dataset.dataDictionary
        ? this.#renderFact(
            'dictionary',
            this.#frame.link(
              dataset.dataDictionary,
              this.#frame.quote({ text: dataset.dataDictionary }),
            ),
          )
        : nothing
    }`;
  }

  #renderJudgements(dataset: Dataset): TemplateResult {
    const { links } = this.#linkCheck;
    const characteristics = judgeCharacteristics(dataset, { today: today(), links });
    const { stars, total, claimed } = judgeStars(dataset, links);
    const met = characteristics.filter(({ verdict }) => verdict === 'yes').length;
    const t = this.#t;
    return html`<div class="judgements">
      ${this.#renderJudgement(
        t('characteristics'),
        t('ofFive', { count: met }),
        t('characteristicsRule'),
        characteristics,
      )}
      ${this.#renderJudgement(
        t('stars'),
        html`<span aria-hidden="true">${'★'.repeat(total)}${'☆'.repeat(5 - total)} </span>${t(
            'ofFive',
            {
              count: total,
            },
          )}`,
        html`${t('starsRule')}
        ${claimed === undefined ? nothing : t('claimedStars', { count: claimed })}`,
        stars,
      )}
    </div>`;
  }

  #renderJudgement(
    title: string,
    score: unknown,
    rule: unknown,
    items: readonly Judgement<Parameters<BadgeTranslator>[0] & string>[],
  ): TemplateResult {
    return html`<section class="judgement" part="judgement" aria-label=${title}>
      <p class="judgement-title">${title}: <span class="score">${score}</span></p>
      ${
        this.size === 'full'
          ? html`<p class="rule">${rule}</p>
              <ul>
                ${items.map((item) => this.#renderJudged(item))}
              </ul>`
          : nothing
      }
    </section>`;
  }

  #renderJudged({
    id,
    verdict,
    evidence,
    remedy,
  }: Judgement<Parameters<BadgeTranslator>[0] & string>): TemplateResult {
    const t = this.#t;
    const say = this.#frame.say.bind(this.#frame);
    return html`<li>
      <span class="verdict" data-verdict=${verdict}>${say(t.of(verdict))}</span> ·
      ${say(t.of(id as 'linked'))}
      ${
        evidence.length > 0
          ? html`<span class="evidence"
              >${t('why')}
              ${evidence.map((each, i) => html`${i > 0 ? '; ' : ''}${say(evidenceWords(t, each, t.lang))}`)}.</span
            >`
          : nothing
      }
      ${
        remedy
          ? html`<span class="remedy">${t('remedy')} ${say(remedyWords(t, remedy))}</span>`
          : nothing
      }
    </li>`;
  }

  #renderResources(dataset: Dataset): TemplateResult {
    const { resources } = dataset;
    const t = this.#t;
    if (resources.length === 0) return html`<p>${t('noResources')}</p>`;
    const shown =
      this.showsAll || this.#frame.isPrinting ? resources : resources.slice(0, FIRST_RESOURCES);
    return html`<table part="table">
        <caption>
          ${t('resources', { count: resources.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('resource')}</th>
            <th scope="col">${t('format')}</th>
            <th scope="col">${t('size')}</th>
            <th scope="col">${t('link')}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((resource) => this.#renderResource(resource))}
        </tbody>
      </table>
      ${this.checkLinks ? this.#renderLinkSummary() : nothing}
      ${
        shown.length < resources.length
          ? html`<button
              type="button"
              class="action"
              part="action action-all"
              @click=${this.#showAll}
            >
              ${t('showAll', { count: resources.length })}
            </button>`
          : nothing
      }`;
  }

  #renderResource(resource: Resource): TemplateResult {
    const t = this.#t;
    const [format] = datasetFormats([resource]);
    const size = formatBytes(resource.size, t.lang);
    const title = this.#locale.pick(resource.title);
    const verbatim =
      resource.format && resource.format !== format?.label ? resource.format : nothing;
    return html`<tr>
      <th scope="row">${this.#frame.quote(title)}</th>
      <td title=${verbatim}>
        <span class="cell-label">${t('format')}: </span>${this.#frame.quote(
          format && { text: format.label },
        )}
      </td>
      <td class="number">
        <span class="cell-label">${t('size')}: </span
        >${this.#frame.quote(size ? { text: size } : undefined)}
      </td>
      <td>${this.#renderResourceLink(resource, title?.text ?? t('resource'))}</td>
    </tr>`;
  }

  #renderResourceLink({ url, urlVerbatim }: Resource, name: string): unknown {
    const t = this.#t;
    if (!url) {
      return urlVerbatim
        ? html`<span class="missing">${t('noAddress')}: </span
            >${this.#frame.quote({ text: urlVerbatim })}`
        : html`<span class="missing">${t('noAddress')}</span>`;
    }
    const link = this.#linkCheck.links.get(url);
    return html`${this.#frame.link(
      url,
      html`${t('download')}<span class="visually-hidden"> ${name.slice(0, 120)}</span>`,
    )}
    ${
      this.checkLinks
        ? html`<span class="link-state" data-link=${link ?? 'checking'}
            >(${link ? t(`link-${link}`) : t('linkChecking')})</span
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
      ${this.#t('linksChecked', { ok, broken, unknown: states.length - ok - broken })}
    </p>`;
  }

  readonly #showAll = (): void => {
    this.showsAll = true;
  };

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
    const t = this.#t;
    return this.#frame.render({
      title: dataset && (this.#locale.pick(dataset.title) ?? { text: t('untitled') }),
      what: t('what'),
      query: this.datasetId,
      isPill: this.size === 'badge',
      content: () => this.#renderContent(),
      fileName: `ventana-${dataset?.id ?? this.datasetId}`,
      foot: {
        sourceUrl: dataset?.landingPage,
        dated: dataset && lastUpdate(dataset),
      },
    });
  }
}
