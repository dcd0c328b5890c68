import type { Figure } from '@ventana/model';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { derivedColumns } from './budget-columns.js';
import type { Derived } from './budget-columns.js';
import type { BudgetHost } from './budget-host.js';
import type { SceneRow } from './budget-scene.js';
import { captionOf } from './budget-words.js';
import type { BudgetWords } from './budget-words.js';

/** Names longer than this fold up, and open nothing. */
const LONG = 400;

/** A text of the source's. What the frame says of a missing one is not worked out a thousand times. */
function quote({ frame }: BudgetHost, text: string): unknown {
  return text.length < LONG ? html`<bdi>${text}</bdi>` : frame.quote({ text });
}

/** A row's name; a button into it where it opens. */
export function renderName(
  host: BudgetHost,
  words: BudgetWords,
  row: SceneRow,
  isButton = true,
): unknown {
  const label = row.label || row.key;
  const name = label ? quote(host, label) : html`<span class="missing">${words.row(row)}</span>`;
  return isButton && row.opens && label.length < LONG
    ? html`<button type="button" class="link" @click=${() => host.open(row)}>${name}</button>`
    : name;
}

/** In full; what can't be read as it is written; how many could not be. */
export function renderFigure(
  host: BudgetHost,
  { full, t }: BudgetWords,
  { value, unreadable, verbatim }: Figure,
): unknown {
  const text =
    value !== undefined
      ? full(value)
      : verbatim !== undefined
        ? quote(host, verbatim)
        : html`<span class="missing">${full(value)}</span>`;
  return unreadable > 0
    ? html`${text} <small>${t('unreadable', { count: unreadable })}</small>`
    : text;
}

/** How much of the table is shown, and to whom. */
export interface TableShown {
  /** Most rows. */
  readonly limit: number;
  /** To everybody, not only where the drawing cannot be seen. */
  readonly isVisible: boolean;
  showAll(): void;
}

/** The same figures as the drawing. */
export function renderTable(
  host: BudgetHost,
  words: BudgetWords,
  { limit, isVisible, showAll }: TableShown,
): TemplateResult {
  const { scene, t } = words;
  const { rows, columns, totals, by, main } = scene;
  const derived = derivedColumns(words);
  const heads = [...columns.map(words.column), ...derived.map(({ head }) => head)];
  const cells = (figures: readonly Figure[], row: Derived): TemplateResult[] =>
    [
      ...figures.map((figure) => renderFigure(host, words, figure)),
      ...derived.map(({ text }) => text(row)),
    ].map((content, at) => html`<td data-label=${heads[at]}>${content}</td>`);
  return html`<div class=${isVisible ? 'table beside' : 'table visually-hidden'}>
    <table part="table">
      <caption>
        ${captionOf(words)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${by ? words.dimension(by) : t('whole')}</th>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, limit).map(
          (row) =>
            html`<tr>
              <th scope="row">${renderName(host, words, row, isVisible)}</th>
              ${cells(row.figures, row)}
            </tr>`,
        )}
      </tbody>
      ${
        scene.last
          ? nothing
          : html`<tfoot>
              <tr>
                <th scope="row">${t('total')}</th>
                ${cells(totals, { ...scene, share: totals[main]?.value === undefined ? undefined : 1 })}
              </tr>
            </tfoot>`
      }
    </table>
    ${
      rows.length > limit
        ? html`<button type="button" class="action" part="action action-all" @click=${showAll}>
            ${t('allRows', { count: rows.length })}
          </button>`
        : nothing
    }
  </div>`;
}
