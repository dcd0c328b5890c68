import {
  AMBITIONS,
  ASSESSORS,
  assessmentsDiffer,
  COMPLETIONS,
  latestAssessments,
} from '@ventana/model';
import type {
  Assessment,
  Commitment,
  Milestone,
  PlanEvidence,
  RelatedRecord,
} from '@ventana/model';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import {
  renderDate,
  renderFact,
  renderHeading,
  renderLate,
  renderLink,
  renderMilestoneBar,
  renderMilestoneStatus,
  renderNames,
  renderOwnLate,
  renderStatus,
  renderTerm,
  renderText,
} from './plan-page.js';
import type { PlanPage, TextKey } from './plan-page.js';

/** Everything the plan says of one commitment. */
export function renderDetail(page: PlanPage, commitment: Commitment): TemplateResult {
  const { axes, themes } = page.plan;
  const { number, title, axis, theme, status, institutions, url, urlVerbatim } = commitment;
  const { start, end, updated, policyAreas } = commitment;
  const nameOf = (id: string | undefined, groups: typeof axes): unknown =>
    renderText(page, groups.find((group) => group.id === id)?.title);
  return html`<article class="detail" part="detail">
    <div class="title detail-title" role="heading" aria-level=${page.level} tabindex="-1">
      ${number ? html`<bdi>${number}</bdi>. ` : nothing}${renderText(page, title)}
    </div>
    <p>${renderStatus(page, status)} ${renderLate(page, commitment)}</p>
    ${commitment.summary ? html`<div class="text">${renderText(page, commitment.summary)}</div>` : nothing}
    <dl class="facts">
      ${renderFact(page, 'axis', nameOf(axis, axes))}
      ${renderFact(page, 'theme', nameOf(theme, themes))}
      ${renderFact(page, 'institution', renderNames(page, institutions))}
      ${renderFact(page, 'cso', renderNames(page, page.reckoning.index.csosOf(commitment)))}
      ${start || end ? renderFact(page, 'dates', html`${renderDate(page, start)} – ${renderDate(page, end)} ${renderOwnLate(page, commitment)}`) : nothing}
      ${updated ? renderFact(page, 'updated', renderDate(page, updated)) : nothing}
      ${
        policyAreas.length > 0
          ? renderFact(
              page,
              'areas',
              policyAreas.map((area, i) => html`${i > 0 ? ', ' : ''}${renderText(page, area)}`),
            )
          : nothing
      }
      ${url || urlVerbatim ? renderFact(page, 'page', renderLink(page, commitment.url ? { url: commitment.url } : { urlVerbatim: urlVerbatim ?? '' })) : nothing}
    </dl>
    ${renderPart(page, 'milestones', commitment.milestones, (milestone) => renderMilestone(page, commitment, milestone), renderMilestoneBar(page, page.reckoning.progressOf([commitment])))}
    ${renderAssessments(page, commitment)}
    ${renderPart(
      page,
      'history',
      commitment.history,
      ({ date, status: then, note, ...link }) =>
        html`${renderDate(page, date)}: ${renderStatus(page, then)}
        ${note ? renderText(page, note) : nothing} ${renderSource(page, link)}`,
    )}
    ${renderPart(page, 'evidence', commitment.evidence, (each) => renderEvidence(page, each))}
    ${renderPart(page, 'datasets', commitment.datasets, (each) => renderDataset(page, each))}
    ${renderPart(page, 'tramites', commitment.tramites, (each) => renderRelated(page, each))}
    ${renderPart(page, 'budgets', commitment.budgets, (each) => renderRelated(page, each))}
  </article>`;
}

function renderPart<T>(
  page: PlanPage,
  name: TextKey,
  items: readonly T[],
  item: (each: T) => unknown,
  lead: unknown = nothing,
): unknown {
  if (items.length === 0) return nothing;
  return html`<section class="part">
    ${renderHeading(page.level + 1, page.say(name))} ${lead}
    <ul>
      ${items.map((each) => html`<li>${item(each)}</li>`)}
    </ul>
  </section>`;
}

function renderMilestone(
  page: PlanPage,
  commitment: Commitment,
  milestone: Milestone,
): TemplateResult {
  const { title, due, done, responsible, note, evidence } = milestone;
  return html`<div>
      ${renderText(page, title)} · ${renderMilestoneStatus(page, milestone)}
      ${renderOwnLate(page, commitment, milestone)}
    </div>
    <div class="small">
      ${due ? renderDate(page, due) : page.say('undated')}
      ${done ? html` · ${page.say('doneOn')} ${renderDate(page, done)}` : nothing}
      ${responsible.length > 0 ? html` · ${renderNames(page, responsible)}` : nothing}
    </div>
    ${note ? html`<div>${renderText(page, note)}</div>` : nothing}
    ${evidence.map((each) => html`<div>${page.say('evidence')}: ${renderEvidence(page, each)}</div>`)}`;
}

function renderEvidence(
  page: PlanPage,
  { archiveUrl, date, kind, ...link }: PlanEvidence,
): TemplateResult {
  return html`${renderLink(page, link)}${kind ? html` · ${renderText(page, kind)}` : nothing}${
    date ? html` · ${renderDate(page, date)}` : nothing
  }${archiveUrl ? html` · ${page.frame.link(archiveUrl, page.say('archived'))}` : nothing}`;
}

function renderSource(
  page: PlanPage,
  { url, urlVerbatim }: Pick<Assessment, 'url' | 'urlVerbatim'>,
): unknown {
  if (url) return page.frame.link(url, page.say('source'));
  return urlVerbatim ? html`(${renderText(page, urlVerbatim)})` : nothing;
}

/** Side by side, the latest of each who assessed; a difference is told in words. Then the older ones. */
function renderAssessments(page: PlanPage, commitment: Commitment): unknown {
  const latest = latestAssessments(commitment);
  const older = commitment.assessments.filter((each) => !latest.includes(each));
  if (latest.length === 0) return nothing;
  return html`<section class="part">
    ${renderHeading(page.level + 1, page.say('assessments'))}
    ${assessmentsDiffer(commitment) ? html`<p class="differ">${page.say('differ')}</p>` : nothing}
    <div class="assessments">${latest.map((each) => renderAssessment(page, each))}</div>
    ${
      older.length > 0
        ? html`<details ?open=${page.frame.isPrinting}>
            <summary>${page.say('older')}</summary>
            <div class="assessments">${older.map((each) => renderAssessment(page, each))}</div>
          </details>`
        : nothing
    }
  </section>`;
}

function renderAssessment(
  page: PlanPage,
  { by, completion, ambition, date, note, ...link }: Assessment,
): TemplateResult {
  // Of a commitment "complete" is a status, "Cumplido"; here it is how much was done.
  const done =
    completion === 'complete' ? page.say('whole') : renderTerm(page, completion, COMPLETIONS);
  return html`<section class="card">
    ${renderHeading(page.level + 2, renderTerm(page, by, ASSESSORS))}
    <dl class="facts">
      ${renderFact(page, 'completion', done)}
      ${renderFact(page, 'ambition', renderTerm(page, ambition, AMBITIONS))}
    </dl>
    ${note ? html`<div>${renderText(page, note)}</div>` : nothing}
    <div class="small">
      ${date ? renderDate(page, date) : page.say('undated')} ${renderSource(page, link)}
    </div>
  </section>`;
}

function renderRelated(page: PlanPage, { id, date, ...link }: RelatedRecord): TemplateResult {
  return html`${renderLink(page, link)}${id ? html` · ${renderText(page, id)}` : nothing}${
    date ? html` · ${renderDate(page, date)}` : nothing
  }`;
}

/** A badge that reads the dataset; the link stays where the badge's script or its data cannot come. */
function renderDataset(page: PlanPage, record: RelatedRecord): unknown {
  const { url, id } = record;
  if (!url) return renderRelated(page, record);
  return html`<ventana-dataset-badge
    size="badge"
    src=${url}
    dataset=${id ?? nothing}
    theme=${page.theme}
    >${renderRelated(page, record)}</ventana-dataset-badge
  >`;
}
