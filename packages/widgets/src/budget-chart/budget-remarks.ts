import { cutText } from '@ventana/model';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BudgetHost } from './budget-host.js';
import { scopeOf } from './budget-words.js';
import type { BudgetWords } from './budget-words.js';

/** Period, filter, total, unit and deflator, and who publishes. */
export function renderScope({ frame, locale }: BudgetHost, words: BudgetWords): TemplateResult {
  const publisher = locale.pick(words.scene.budget.publisher);
  const line = (name: unknown, value: unknown): TemplateResult =>
    html`<div>
      <dt>${name}:</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<dl class="scope" part="scope">
    ${scopeOf(words).map(([name, value]) => line(name, html`<bdi>${value}</bdi>`))}
    ${
      // Cells and narrow bars have no room for more letters.
      (words.scene.view === 'table' ? words.full : words.brief)('1000000').endsWith('mdp')
        ? line(html`<abbr title="millones de pesos">mdp</abbr>`, 'millones de pesos')
        : nothing
    }
    ${publisher ? line(words.t('publisher'), frame.quote(publisher)) : nothing}
  </dl>`;
}

/** What the reader should know of the figures: of the question, of their adjustment, of the data. */
export function renderRemarks(
  { scene, t, adjusted }: BudgetWords,
  more: readonly (string | false | undefined)[],
): unknown {
  const remarks = [
    ...(['notFound', 'notUsed'] as const).flatMap((why) =>
      scene[why].map((name) => t(why, { value: cutText(name, 160) })),
    ),
    ...(adjusted?.remarks(scene) ?? []),
    ...more,
  ].filter(Boolean);
  return remarks.length > 0
    ? html`<ul class="remarks">
        ${remarks.map((remark) => html`<li><bdi>${remark}</bdi></li>`)}
      </ul>`
    : nothing;
}
