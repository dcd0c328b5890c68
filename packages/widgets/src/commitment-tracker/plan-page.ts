import { formatCivilDate, formatPercent } from '@ventana/l10n';
import type { Messages, Translator } from '@ventana/l10n';
import { cutText, isKnownPlanStatus, milestoneStatus, PLAN_STATUSES } from '@ventana/model';
import type {
  Commitment,
  LocalizedText,
  Milestone,
  Organization,
  Overdue,
  PickedText,
  Plan,
  PlanLink,
  PlanStatus,
  Progress,
} from '@ventana/model';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FrameController } from '../frame/frame-controller.js';
import type { commitmentTrackerMessages } from './commitment-tracker.messages.js';
import type { Reckoning } from './reckoning.js';

export type TrackerTranslator =
  typeof commitmentTrackerMessages extends Messages<infer K, infer P> ? Translator<K, P> : never;

export type TextKey = Parameters<TrackerTranslator>[0];

/** What every piece of the tracker needs to draw itself; made once per render. */
export interface PlanPage {
  readonly plan: Plan;
  readonly reckoning: Reckoning;
  readonly frame: FrameController;
  readonly lang: string;
  /** Of the widgets inside. */
  readonly theme: string;
  /** The rest of the plan is being read: no figure of the whole is known. */
  readonly isPart: boolean;
  /** Level of the headings inside. */
  readonly level: number;
  /** A text of the library's own. */
  readonly say: Say;
  /** The same for an attribute. */
  readonly text: (...said: Parameters<Say>) => string;
  pick(text: LocalizedText | undefined): PickedText | undefined;
  open(commitment: Commitment): void;
}

export type Say = (key: TextKey, params?: Readonly<Record<string, string | number>>) => unknown;

/** Each text is worked out once per render: a translator's call costs as much as drawing a row. */
export function remembering(say: Say): Say {
  const said = new Map<string, unknown>();
  return (key, params) => {
    const name = params ? `${key} ${Object.values(params).join('\n')}` : key;
    let text = said.get(name);
    if (text === undefined) said.set(name, (text = say(key, params)));
    return text;
  };
}

/** Titles in lists are cut here; the detail has the whole. */
const TITLE_MOST = 200;

export function renderHeading(level: number, content: unknown, name = 'section'): TemplateResult {
  return html`<div class="title ${name}" role="heading" aria-level=${Math.min(6, level)}>
    ${content}
  </div>`;
}

/** A text of the plan's, cut where it is long. */
export function renderShort(page: PlanPage, text: LocalizedText | undefined): unknown {
  const picked = page.pick(text);
  if (!picked || picked.text.length <= TITLE_MOST) return page.frame.quote(picked);
  const cut = cutText(picked.text, TITLE_MOST);
  return html`<bdi lang=${picked.lang ?? nothing}>${cut}…</bdi>`;
}

export function renderText(page: PlanPage, text: LocalizedText | undefined): unknown {
  return page.frame.quote(page.pick(text));
}

/** Number and title, as a button that opens the detail. */
export function renderOpener(
  page: PlanPage,
  commitment: Commitment,
  withNumber = true,
): TemplateResult {
  const { number, title, key } = commitment;
  return html`<button
    type="button"
    class="opener"
    part="opener"
    .value=${key}
    @click=${() => page.open(commitment)}
  >
    ${number && withNumber ? html`${renderShort(page, number)}. ` : nothing}${renderShort(page, title)}
  </button>`;
}

/** A known code in our words, anything else as its author wrote it, nothing as "Sin dato". */
export function renderTerm(
  page: PlanPage,
  term: string | undefined,
  known: readonly string[],
): unknown {
  return term !== undefined && known.includes(term)
    ? page.say(term as TextKey)
    : renderShort(page, term);
}

export function renderFact(page: PlanPage, term: TextKey, value: unknown): TemplateResult {
  return html`<div>
    <dt>${page.say(term)}</dt>
    <dd>${value}</dd>
  </div>`;
}

export function renderStatus(page: PlanPage, status: PlanStatus | undefined): TemplateResult {
  const known = isKnownPlanStatus(status) ? status : nothing;
  return html`<span class="chip" part="chip" data-status=${known}
    >${renderTerm(page, status, PLAN_STATUSES)}</span
  >`;
}

export function renderMilestoneStatus(page: PlanPage, milestone: Milestone): TemplateResult {
  return renderStatus(page, milestoneStatus(milestone, page.reckoning.today));
}

export function renderDate(page: PlanPage, day: string | undefined): unknown {
  const text = formatCivilDate(day, page.lang, 'medium');
  if (text) return html`<time datetime=${day ?? nothing}>${text}</time>`;
  return day ? page.say('badDate', { verbatim: day }) : page.frame.quote(undefined);
}

/** A link of the plan's; a refused address is told as text. */
export function renderLink(page: PlanPage, { title, url, urlVerbatim }: PlanLink): unknown {
  return html`${page.frame.linkTo(url, page.pick(title) ?? page.pick(url))}${
    urlVerbatim ? html` (${renderShort(page, urlVerbatim)})` : nothing
  }`;
}

export function renderNames(page: PlanPage, names: readonly Organization[]): unknown {
  if (names.length === 0) return page.frame.quote(undefined);
  return names.map(
    ({ name, ...link }, index) =>
      html`${index > 0 ? ', ' : ''}${renderLink(page, { ...link, title: name })}`,
  );
}

export function renderOverdue(page: PlanPage, { days, reported }: Overdue): TemplateResult {
  return html`<span class="late"
    >${page.say('late', { count: days })}${reported ? nothing : html` (${page.say('untold')})`}</span
  >`;
}

/** The same of a commitment, by what of it has been late for longest. */
export function renderLate(page: PlanPage, commitment: Commitment): unknown {
  const [late] = page.reckoning.overdue.get(commitment) ?? [];
  return late ? renderOverdue(page, late) : nothing;
}

/** The same of one milestone; without one, of the commitment's own end. */
export function renderOwnLate(
  page: PlanPage,
  commitment: Commitment,
  milestone?: Milestone,
): unknown {
  const late = page.reckoning.overdue.get(commitment)?.find((each) => each.milestone === milestone);
  return late ? renderOverdue(page, late) : nothing;
}

/**
 * A share in words and as a bar, with what it leaves out. Where nothing is known there is no bar.
 *
 * @param name - what the bar measures
 */
function renderBar(
  page: PlanPage,
  name: string,
  part: number,
  whole: number,
  said: Parameters<Say>,
  unknown: number,
  other = 0,
): TemplateResult {
  const rest = html`${unknown ? html` · ${page.say('withoutData', { unknown })}` : nothing}${
    other ? html` · ${page.say('otherWords', { other })}` : nothing
  }`;
  if (whole === 0) return html`<p class="bar">${page.say('noProgress')}${rest}</p>`;
  return html`<p class="bar">
    ${page.say(...said)}${rest}
    <progress
      max=${whole}
      value=${part}
      aria-label=${name}
      aria-valuetext=${page.text(...said)}
    ></progress>
  </p>`;
}

export function renderMilestoneBar(page: PlanPage, { milestones }: Progress): unknown {
  const { done, known, total } = milestones;
  if (total === 0) return nothing;
  const unknown = total - known;
  return renderBar(
    page,
    page.text('milestones'),
    done,
    known,
    ['milestonesOf', { done, count: known }],
    known && unknown,
  );
}

/**
 * How far commitments have come.
 *
 * @param name - whose progress
 */
export function renderProgress(page: PlanPage, name: string, progress: Progress): TemplateResult {
  const { complete: done, known, unknown, unrecognized: other, share } = progress;
  const percent = formatPercent(share, page.lang);
  return renderBar(
    page,
    name,
    done,
    known,
    ['completeOf', { done, count: known, percent }],
    unknown,
    other,
  );
}
