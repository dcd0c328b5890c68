import { formatCount, formatList } from '@ventana/l10n';
import { cutText, planOf, wholeTramite } from '@ventana/model';
import type { PlanRequirement, Tramite, TramitePlace, TramitePlan } from '@ventana/model';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FrameAction, FrameController } from '../frame/frame-controller.js';
import { channelList, renderOffice } from './finder-page.js';
import { nameOf, quote, renderCost, renderHeading, renderUpdated, spanWords } from './plan-page.js';
import type { PlanKey, PlanPage } from './plan-page.js';
import type { PlanAnswers } from './plan-answers.js';
import { moneyWords } from './tramite-words.js';

/* A file of its own in the embed build, loaded when a trámite is near to being opened. */
export { wholeTramite } from '@ventana/model';
export { PlanAnswers } from './plan-answers.js';
export { tramitePlanMessages } from './tramite-plan.messages.js';
export { tramitePlanStyles } from './tramite-plan.styles.js';

/** The law that replaced the General Law of Regulatory Improvement, in the official gazette. */
const LAW = 'https://www.dof.gob.mx/nota_detalle.php?codigo=5763166&fecha=16/07/2025';

/** A label is cut here; the whole text stands below it. */
const LABEL_MOST = 300;

/** What of a finder the bar above its list or plan shows and changes. */
export interface FinderInPlan {
  readonly chosen: Tramite | undefined;
  readonly planned: readonly Tramite[];
  showsPlan: boolean;
}

/** Ways out of a trámite or the plan, into the plan, and to it; nothing above a list where there is no plan. */
export function renderBar(
  page: PlanPage,
  finder: FinderInPlan,
  back: () => void,
  seen: () => void,
): unknown {
  const { say } = page;
  const { chosen, planned } = finder;
  const showsPlan = finder.showsPlan && planned.length > 0;
  if (!chosen && planned.length === 0) return nothing;
  return html`<div class="bar">
    ${
      chosen || showsPlan
        ? html`<button type="button" class="action" part="action action-back" @click=${back}>
            ${say('back')}
          </button>`
        : nothing
    }
    ${
      chosen && !showsPlan
        ? html`<button
            type="button"
            class="action"
            part="action action-add"
            aria-pressed=${page.isPlanned(chosen)}
            @click=${() => page.plan(chosen)}
          >
            ${say(page.isPlanned(chosen) ? 'added' : 'add')}
          </button>`
        : nothing
    }
    ${
      planned.length > 0 && !showsPlan
        ? html`<button
            type="button"
            class="action"
            part="action action-plan"
            @click=${() => {
              finder.showsPlan = true;
              seen();
            }}
          >
            ${say('seePlan')} (${planned.length})
          </button>`
        : nothing
    }
  </div>`;
}

export function printAction(frame: FrameController, t: PlanPage['t']): FrameAction {
  return { name: 'print', label: frame.say(t.of('print')), run: () => globalThis.print() };
}

/** One trámite, whole: what to bring, cost, visits, time, where, on what ground. */
export function renderTramite(
  page: PlanPage,
  tramite: Tramite,
  answers: PlanAnswers,
): TemplateResult {
  const { description } = tramite;
  const plan = planOf([wholeTramite(tramite)]);
  return html`${renderHeading(page.level, nameOf(page, tramite), 'plan-title')}
    <p class="meta">${renderOffice(page, tramite)}</p>
    ${description ? html`<div class="description">${quote(page, description)}</div>` : nothing}
    ${renderSums(page, plan)} ${renderBring(page, plan, answers)}
    ${renderParts(page, tramite, page.level + 1)}`;
}

/** Several trámites as one plan. */
export function renderPlan(
  page: PlanPage,
  tramites: readonly Tramite[],
  answers: PlanAnswers,
): TemplateResult {
  const { say, frame } = page;
  const plan = planOf(tramites.map(wholeTramite));
  return html`${renderHeading(page.level, say('plan'), 'plan-title')} ${renderSums(page, plan)}
  ${renderBring(page, plan, answers)}
  ${plan.tramites.map(
    (tramite) =>
      html`<details class="planned" ?open=${frame.isPrinting}>
        <summary>
          <span role="heading" aria-level=${Math.min(6, page.level + 1)}
            >${nameOf(page, tramite)}</span
          >
        </summary>
        <p class="meta">${renderOffice(page, tramite)}</p>
        ${renderFacts(page, [
          ['cost', renderCost(page, tramite)],
          ['time', quote(page, tramite.duration?.verbatim)],
        ])}
        ${renderParts(page, tramite, page.level + 2)}
        <button
          type="button"
          class="action"
          part="action action-remove"
          @click=${({ target }: Event) => {
            // What follows takes its place: it is not to be open, nor its button under the finger.
            const details = (target as Element).closest('details');
            details?.removeAttribute('open');
            const root = details?.getRootNode() as ShadowRoot | undefined;
            root?.querySelector<HTMLElement>('.plan-title')?.focus();
            page.plan(tramite);
          }}
        >
          ${say('remove')}
        </button>
      </details>`,
  )}`;
}

function renderFacts(
  page: PlanPage,
  facts: readonly (readonly [PlanKey, unknown])[],
): TemplateResult {
  return html`<dl class="facts" part="facts">
    ${facts.map(
      ([term, value]) =>
        html`<div>
          <dt>${page.say(term)}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Cost, time and visits together; what could not be added up is named. */
function renderSums(page: PlanPage, { tramites, cost, visits, time }: TramitePlan): TemplateResult {
  const { say, t, frame } = page;
  const [first] = tramites;
  const isOne = tramites.length === 1;
  const sums = cost.totals.map((total) => frame.say(moneyWords(t, total)));
  if (cost.uma) {
    const { min, max } = cost.uma;
    sums.push(say('uma', { value: min === max ? min : `${min}–${max}` }));
  }
  // Next to what could not be added up, "free" would pass for the total.
  const isFree = sums.length === 0 && cost.notSummed.length === 0;
  if (isFree && cost.free.length > 0) sums.push(say('free'));
  const costs = html`${sums.map((sum, at) => html`${at > 0 ? ' + ' : ''}${sum}`)}
  ${cost.uma ? html`<small>${say('umaNote')}</small>` : nothing}
  ${renderUnsummed(
    page,
    'notSummed',
    cost.notSummed.map(({ tramite, cost: own }) => [tramite, own?.verbatim]),
  )}
  ${
    isFree || cost.free.length === 0
      ? nothing
      : html`<small>${say('free')}: ${namesOf(page, cost.free)}</small>`
  }`;
  const spans = time.sums.map(({ min, max, unit }) => {
    const { text } = spanWords(t, max, unit);
    if (min === undefined) return t('upTo', { max: text });
    return min === max ? text : `${min}–${text}`;
  });
  const times = html`${time.longest ? quote(page, time.longest.duration.verbatim) : nothing}
  ${
    spans.length > 0 && tramites.length - time.notSummed.length > 1
      ? html`<small>${say('timeSum', { time: formatList(spans, t.lang) })}</small>`
      : nothing
  }
  ${renderUnsummed(
    page,
    'timeUnknown',
    time.notSummed.map(({ tramite, duration }) => [tramite, duration?.verbatim]),
  )}`;
  const { atLeast, exact } = visits;
  const going =
    exact && atLeast === 0
      ? say('noVisits')
      : exact
        ? formatCount(atLeast, t.lang)
        : atLeast > 0
          ? say('visitsAtLeast', { count: atLeast })
          : quote(page, undefined);
  return renderFacts(page, [
    [isOne ? 'cost' : 'total', isOne && first ? renderCost(page, first) : costs],
    ['time', isOne ? quote(page, first?.duration?.verbatim) : times],
    ['visits', going],
  ]);
}

function namesOf({ t }: PlanPage, tramites: readonly Tramite[]): string {
  const names = tramites.map(({ name }) => cutText(name || t('untitled'), LABEL_MOST));
  return formatList(names, t.lang);
}

function renderUnsummed(
  page: PlanPage,
  why: PlanKey,
  of: readonly (readonly [Tramite, string | undefined])[],
): unknown {
  if (of.length === 0) return nothing;
  return html`<small>${page.say(why)}</small>
    <ul class="unsummed">
      ${of.map(
        ([tramite, verbatim]) => html`<li>${nameOf(page, tramite)}: ${quote(page, verbatim)}</li>`,
      )}
    </ul>`;
}

function renderBring(
  page: PlanPage,
  { requirements, tramites }: TramitePlan,
  answers: PlanAnswers,
): TemplateResult {
  const { say } = page;
  const total = requirements.length;
  const noted = tramites.filter(({ copiesNote }) => copiesNote);
  const count = requirements.filter(({ key }) => answers.ticked.has(key)).length;
  return html`<section part="checklist">
    ${renderHeading(page.level + 1, say('bring'))}
    ${
      total > 0
        ? html`<p class="hint" role="status">${say('ticked', { count, total })}</p>
            <ul class="bring">
              ${requirements.map((each) => renderRequirement(page, each, answers, tramites.length > 1))}
            </ul>`
        : html`<p>${say('bringUnknown')}</p>`
    }
    ${noted.map(
      (tramite) =>
        html`<p>
          ${tramites.length > 1 ? html`${nameOf(page, tramite)}: ` : nothing}${quote(page, tramite.copiesNote)}
        </p>`,
    )}
    ${answers.mayKeep && total > 0 ? renderRemember(page, answers) : nothing}
  </section>`;
}

function renderRequirement(
  page: PlanPage,
  { key, name, original, copies, askedBy }: PlanRequirement,
  answers: PlanAnswers,
  isMany: boolean,
): TemplateResult {
  const { say } = page;
  const isLong = name.length > LABEL_MOST;
  const counts = [
    original === undefined ? undefined : say('originals', { count: original }),
    copies === undefined ? undefined : say('copies', { count: copies }),
  ].filter((each) => each !== undefined);
  const wordings = new Set(
    askedBy.flatMap(({ requirement }) => [
      ...(requirement.name === name ? [] : [requirement.name]),
      ...(requirement.note === undefined ? [] : [requirement.note]),
    ]),
  );
  return html`<li>
    <label
      ><input
        type="checkbox"
        .checked=${answers.ticked.has(key)}
        @change=${({ target }: Event) => answers.tick(key, (target as HTMLInputElement).checked)}
      />
      <span><bdi>${isLong ? `${cutText(name, LABEL_MOST)}…` : name}</bdi></span></label
    >
    ${isLong ? quote(page, name) : nothing}
    ${
      counts.length > 0
        ? html`<small>${counts.map((each, at) => html`${at > 0 ? ' · ' : ''}${each}`)}</small>`
        : nothing
    }
    ${[...wordings].map((note) => html`<small>${quote(page, note)}</small>`)}
    ${
      isMany
        ? html`<small
            >${say('askedBy', {
              names: namesOf(
                page,
                askedBy.map(({ tramite }) => tramite),
              ),
            })}</small
          >`
        : nothing
    }
  </li>`;
}

function renderRemember({ say }: PlanPage, answers: PlanAnswers): TemplateResult {
  return html`<p class="remember">
    <label
      ><input
        type="checkbox"
        role="switch"
        part="remember"
        aria-describedby="remember-hint"
        .checked=${answers.isKept}
        @change=${({ target }: Event) => answers.setKept((target as HTMLInputElement).checked)}
      />
      ${say('remember')}</label
    >
    <small id="remember-hint" role="status"
      >${say(answers.hasFailed ? 'rememberFailed' : 'rememberHint')}</small
    >
  </p>`;
}

function renderPlace(page: PlanPage, place: TramitePlace): TemplateResult {
  const { name, address, hours, phone, url } = place;
  const { frame, say } = page;
  return html`<li>
    ${name ? html`<p><b>${quote(page, name)}</b></p>` : nothing}
    ${address ? html`<p>${quote(page, address)}</p>` : nothing}
    ${hours ? html`<p>${say('hours')}: ${quote(page, hours)}</p>` : nothing}
    ${phone ? html`<p>${say('phone')}: ${quote(page, phone)}</p>` : nothing}
    ${url ? html`<p>${frame.linkTo(url, { text: url })}</p>` : nothing}
  </li>`;
}

/** Everything but the sums and the documents. */
function renderParts(page: PlanPage, tramite: Tramite, level: number): TemplateResult {
  const { say, frame } = page;
  const { places, steps, legalBasis, channels, url, urlVerbatim, other } = tramite;
  const list = (values: readonly string[]): string | undefined => values.join(' · ') || undefined;
  const section = (title: PlanKey, content: unknown): TemplateResult =>
    html`<section>${renderHeading(level, say(title))} ${content}</section>`;
  const facts: (readonly [PlanKey, string | undefined])[] = [
    ['who', tramite.who],
    ['when', tramite.when],
    ['result', tramite.result],
    ['validity', tramite.validity],
    ['resolution', tramite.resolution],
    ['unit', tramite.unit],
    ['responsible', tramite.responsible],
    ['lifeEvent', list(tramite.lifeEvents)],
    ['audience', list(tramite.audience)],
    ['keywords', list(tramite.keywords)],
    ['homoclave', tramite.homoclave],
  ];
  return html`${section(
    'how',
    html`<p>${channels.length > 0 ? channelList(page, tramite) : quote(page, tramite.modality)}</p>
      ${channels.length > 0 && tramite.modality ? html`<p>${quote(page, tramite.modality)}</p>` : nothing}
      ${
        steps.length > 0
          ? html`<ol class="steps">
              ${steps.map((step) => html`<li>${quote(page, step)}</li>`)}
            </ol>`
          : nothing
      }`,
  )}
  ${section(
    'where',
    places.length > 0
      ? html`<ul class="places">
          ${places.map((place) => renderPlace(page, place))}
        </ul>`
      : html`<p>${quote(page, undefined)}</p>`,
  )}
  ${section(
    'details',
    html`<dl class="facts">
      ${facts.map(([term, value]) =>
        value
          ? html`<div>
              <dt>${say(term)}</dt>
              <dd>${quote(page, value)}</dd>
            </div>`
          : nothing,
      )}
      ${other.map(
        ({ name, text }) =>
          html`<div>
            <dt><bdi>${cutText(name, LABEL_MOST)}</bdi></dt>
            <dd>${quote(page, text)}</dd>
          </div>`,
      )}
    </dl>`,
  )}
  ${section(
    'legal',
    html`${
        legalBasis.length > 0
          ? html`<ul>
              ${legalBasis.map((basis) => html`<li>${frame.linkTo(basis.url, basis)}</li>`)}
            </ul>`
          : html`<p>${quote(page, undefined)}</p>`
      }
      <p>
        ${url ? frame.link(url, say('official')) : urlVerbatim ? html`${say('official')}: ${quote(page, urlVerbatim)}` : nothing}
      </p>
      ${renderUpdated(page, tramite)}
      <p class="right" part="right">${say('right')} ${frame.link(LAW, say('rightSource'))}.</p>`,
  )}`;
}
