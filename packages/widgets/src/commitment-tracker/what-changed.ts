import { ASSESSORS, changesSince } from '@ventana/model';
import type { CivilDate, DatedChange } from '@ventana/model';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import {
  renderDate,
  renderHeading,
  renderLink,
  renderOpener,
  renderShort,
  renderStatus,
  renderTerm,
} from './plan-page.js';
import type { PlanPage } from './plan-page.js';

/** Changes told at once; the histories in the details have the rest. */
const MOST = 20;

/** "Qué cambió": what the plan itself dates after `since`. */
export function renderChanges(page: PlanPage, since: CivilDate): TemplateResult {
  const changes = changesSince(page.plan, since, page.reckoning.today);
  return html`<section class="changes" part="changes">
    ${renderHeading(page.level, html`${page.say('changes')} ${renderDate(page, since)}`)}
    ${
      changes.length === 0
        ? html`<p>${page.say('noChanges')}</p>`
        : html`<ul>
            ${changes
              .slice(0, MOST)
              .map(
                (change) =>
                  html`<li>
                    ${renderDate(page, change.date)}: ${renderChange(page, change)}
                    ${renderOpener(page, change.commitment)}
                  </li>`,
              )}
          </ul>`
    }
    ${changes.length > MOST ? html`<p>+${changes.length - MOST}</p>` : nothing}
  </section>`;
}

function renderChange(
  page: PlanPage,
  { status, milestone, evidence, assessment }: DatedChange,
): unknown {
  if (status) return renderStatus(page, status.status);
  if (evidence) return html`${page.say('evidence')}: ${renderLink(page, evidence)}`;
  if (assessment)
    return html`${page.say('assessments')}: ${renderTerm(page, assessment.by, ASSESSORS)}`;
  if (!milestone) return page.say('updated');
  return html`${renderShort(page, milestone.title)} · ${renderStatus(page, 'complete')}`;
}

/** Kept only where the page asks for it with `remember`: the day of the last visit, by source. */
function keyOf(address: string): string {
  return `ventana-tracker ${address}`;
}

/** The day of the visit before this one; this one's is kept in its place. */
export function visit(address: string, today: CivilDate): string | undefined {
  try {
    const before = localStorage.getItem(keyOf(address)) ?? undefined;
    localStorage.setItem(keyOf(address), today);
    return before;
  } catch {
    // Storage that is full, shut or in a sandbox: a first visit, every time.
    return undefined;
  }
}
