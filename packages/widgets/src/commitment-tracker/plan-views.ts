import { NO_VALUE, nextDue } from '@ventana/model';
import type { Commitment, LocalizedText, Plan, PlanOrder } from '@ventana/model';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import {
  renderDate,
  renderFact,
  renderHeading,
  renderLate,
  renderMilestoneBar,
  renderMilestoneStatus,
  renderNames,
  renderOpener,
  renderOwnLate,
  renderProgress,
  renderShort,
  renderStatus,
} from './plan-page.js';
import type { PlanPage, TextKey } from './plan-page.js';
import { badDates, timelineOf } from './reckoning.js';

/** What a view is handed: the commitments that the filter left, in order. */
export interface ViewOptions {
  readonly left: readonly Commitment[];
  /** Draw about this many; the rest is behind "Ver más". */
  readonly most: number;
  /** Of those, so many now; the view tells how many more it wants. */
  readonly now: number;
  want(more: number): void;
  /** An order that the reader chose; without one, commitments stand under their axes. */
  readonly order: string | undefined;
  sort(order: PlanOrder): void;
}

/** What a view drew, and how many of those left it did not. */
export interface Drawn {
  readonly content: unknown;
  readonly hidden: number;
}

/** So many are drawn without being asked; only what has more waits behind "Ver más". */
const AT_ONCE = 50;

/** A long plan is worked through and drawn in steps, and what is far from the screen is skipped. */
export function isLong({ commitments }: Plan): boolean {
  return commitments.length > AT_ONCE;
}

/** As many more than are to be drawn now come along: what is left of a long plan may be short. */
const A_FEW = 5;

function mostOf(count: number, { most, now, want }: ViewOptions): number {
  const wanted = count <= AT_ONCE ? count : Math.min(count, most);
  if (wanted <= now + A_FEW) return wanted;
  want(wanted - now);
  return now;
}

/** @param isGrouped - stands under the heading of its axis */
type RenderItem = (page: PlanPage, commitment: Commitment, isGrouped: boolean) => unknown;

function groupTitle(page: PlanPage, facet: 'axis' | 'theme', id: string | undefined): unknown {
  const groups = page.plan[facet === 'axis' ? 'axes' : 'themes'];
  return renderShort(page, groups.find((group) => group.id === id)?.title);
}

function renderCards(
  page: PlanPage,
  commitments: readonly Commitment[],
  item: RenderItem,
  isGrouped: boolean,
): TemplateResult {
  return html`<ul class="cards">
    ${commitments.map((each) => html`<li class="card">${item(page, each, isGrouped)}</li>`)}
  </ul>`;
}

/** Under their axes, in the order of the plan; in one list where the plan has none. */
export function renderByAxis(
  page: PlanPage,
  commitments: readonly Commitment[],
  item: RenderItem,
  { level = page.level, withProgress = false } = {},
): unknown {
  const { plan, reckoning } = page;
  if (plan.axes.length === 0) return renderCards(page, commitments, item, false);
  const axes: readonly { id: string; title?: LocalizedText }[] = [...plan.axes, { id: NO_VALUE }];
  return axes.map(({ id, title }) => {
    const own = commitments.filter(({ axis }) => (axis ?? NO_VALUE) === id);
    if (own.length === 0) return nothing;
    return html`<section class=${isLong(plan) ? 'axis long' : 'axis'}>
      ${renderHeading(level, html`${page.say('axis')}: ${renderShort(page, title)}`, 'axis-title')}
      ${
        withProgress
          ? renderProgress(page, page.pick(title)?.text ?? '', reckoning.axisProgress(id))
          : nothing
      }
      ${renderCards(page, own, item, true)}
    </section>`;
  });
}

const renderLine: RenderItem = (page, commitment) =>
  html`<div class="line">
    ${renderOpener(page, commitment)} ${renderStatus(page, commitment.status)}
    ${renderLate(page, commitment)}
  </div>`;

/** A line, and beside it each date that is none. */
const renderUndated: RenderItem = (page, commitment, isGrouped) =>
  html`${renderLine(page, commitment, isGrouped)}
  ${badDates(commitment).map((date) => html`<div>${renderDate(page, date)}</div>`)}`;

const renderCard: RenderItem = (page, commitment, isGrouped) => {
  const { plan, reckoning } = page;
  const { axis, theme, institutions, status, summary } = commitment;
  const csos = reckoning.index.csosOf(commitment);
  return html`${renderHeading(page.level + Number(isGrouped), renderOpener(page, commitment), 'card-title')}
    <p>${renderStatus(page, status)} ${renderLate(page, commitment)}</p>
    ${summary ? html`<p>${renderShort(page, summary)}</p>` : nothing}
    <dl class="facts">
      ${
        !isGrouped && plan.axes.length > 0
          ? renderFact(page, 'axis', groupTitle(page, 'axis', axis))
          : nothing
      }
      ${theme ? renderFact(page, 'theme', groupTitle(page, 'theme', theme)) : nothing}
      ${institutions.length > 0 ? renderFact(page, 'institution', renderNames(page, institutions)) : nothing}
      ${csos.length > 0 ? renderFact(page, 'cso', renderNames(page, csos)) : nothing}
    </dl>
    ${renderMilestoneBar(page, page.reckoning.progressOf([commitment]))}`;
};

/** The first of those left, under their axes, or in the order that the reader chose. */
function renderItems(page: PlanPage, options: ViewOptions, item: RenderItem): Drawn {
  const { left, order } = options;
  const some = left.slice(0, mostOf(left.length, options));
  const content = order
    ? renderCards(page, some, item, false)
    : renderByAxis(page, some, item, { withProgress: !page.isPart });
  return { content, hidden: left.length - some.length };
}

export function renderSummary(page: PlanPage, options: ViewOptions): Drawn {
  return renderItems(page, options, renderLine);
}

export function renderList(page: PlanPage, options: ViewOptions): Drawn {
  return renderItems(page, options, renderCard);
}

/** A column for each status there is, the source's own words among them. */
export function renderBoard(page: PlanPage, options: ViewOptions): Drawn {
  const { left } = options;
  const columns = page.reckoning.index.facet('status', left);
  const most = mostOf(left.length, options);
  const each = most < left.length ? Math.ceil(most / columns.length) : most;
  let hidden = left.length;
  const content = html`<div class="board">
    ${columns.map(({ value, count }) => {
      const own = left.filter(({ status = NO_VALUE }) => status === value).slice(0, each);
      hidden -= own.length;
      return html`<section class="column">
        ${renderHeading(page.level, html`${renderStatus(page, value || undefined)} ${count}`, 'column-title')}
        ${renderByAxis(
          page,
          own,
          (_, commitment) =>
            html`${renderOpener(page, commitment)} ${renderLate(page, commitment)}`,
          { level: page.level + 1 },
        )}
      </section>`;
    })}
  </div>`;
  return { content, hidden };
}

/** Milestones and ends by day around today, then the commitments without a day. */
export function renderTimeline(page: PlanPage, options: ViewOptions): Drawn {
  const { left } = options;
  const { plan, reckoning } = page;
  const { today } = reckoning;
  const { days, undated } = timelineOf(left);
  const sizes = days.map(({ entries }) => entries.length);
  const total = sum(sizes);
  const next = days.findIndex(({ date }) => date >= today);
  const [from, to] = windowAround(sizes, next, mostOf(total, options));
  const shown = days.slice(from, to);
  const loose = undated.slice(0, mostOf(undated.length, options));
  const hidden = total - sum(sizes.slice(from, to)) + undated.length - loose.length;
  const rows = shown.map(({ date, entries }) => ({
    date,
    content: html`<ul>
      ${entries.map(
        ([commitment, milestone]) =>
          html`<li>
            ${milestone ? renderShort(page, milestone.title) : page.say('ends')} ·
            ${milestone ? renderMilestoneStatus(page, milestone) : renderStatus(page, commitment.status)}
            ${renderOwnLate(page, commitment, milestone)}
            <div>${renderOpener(page, commitment)}</div>
          </li>`,
      )}
    </ul>`,
  }));
  const landmarks = [
    { date: plan.published, content: page.say('presented') },
    ...plan.reviews.map(({ date, id, title }) => ({
      date,
      content: title ? renderShort(page, title) : page.say('review', { id }),
    })),
    { date: plan.period?.end, content: page.say('closes') },
  ];
  const marks = landmarks.flatMap(({ date, content }) =>
    date && (from === 0 || date >= (shown[0]?.date ?? '')) ? [{ date, content }] : [],
  );
  const all = [...rows, ...marks, { date: today, content: nothing }].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
  const content = html`<ol class="timeline">
      ${all.map(({ date, content }) => {
        const isToday = content === nothing;
        return html`<li
          class=${isToday ? 'today' : nothing}
          aria-current=${isToday ? 'date' : nothing}
        >
          <div class="day">
            ${isToday ? html`${page.say('today')}: ` : nothing}${renderDate(page, date)}
          </div>
          ${content}
        </li>`;
      })}
    </ol>
    ${
      undated.length > 0
        ? html`<section>
            ${renderHeading(page.level, page.say('undated'))}
            ${renderByAxis(page, loose, renderUndated, { level: page.level + 1 })}
          </section>`
        : nothing
    }`;
  return { content, hidden };
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

/** As many days around `middle` as hold `most` entries. */
function windowAround(sizes: readonly number[], middle: number, most: number): [number, number] {
  const start = middle < 0 ? sizes.length : middle;
  let from = start;
  let to = start;
  let held = 0;
  while (held < most && (from > 0 || to < sizes.length)) {
    if (to < sizes.length) held += sizes[to++] ?? 0;
    if (held < most && from > 0) held += sizes[--from] ?? 0;
  }
  return [from, to];
}

/** Columns, and the order that each sorts by. */
const COLUMNS: readonly (readonly [TextKey, PlanOrder?])[] = [
  ['number', 'number'],
  ['commitment', 'title'],
  ['axis'],
  ['institution'],
  ['cso'],
  ['status', 'status'],
  ['milestones'],
  ['next', 'due'],
];

export function renderTable(page: PlanPage, options: ViewOptions): Drawn {
  const { left, order, sort } = options;
  const { index } = page.reckoning;
  const most = mostOf(left.length, options);
  const cell = (key: TextKey, content: unknown): TemplateResult =>
    html`<td><span class="cell-label">${page.say(key)}: </span>${content}</td>`;
  const content = html`<table part="table">
    <thead>
      <tr>
        ${COLUMNS.map(([key, by]) => {
          const direction = order === by ? 'ascending' : order === `-${by}` ? 'descending' : 'none';
          return html`<th scope="col" aria-sort=${by ? direction : nothing}>
            ${
              by
                ? html`<button type="button" class="sorter" @click=${() => sort(by)}>
                    ${page.say(key)}<span aria-hidden="true" class="arrow"></span>
                  </button>`
                : page.say(key)
            }
          </th>`;
        })}
      </tr>
    </thead>
    <tbody>
      ${left.slice(0, most).map((commitment) => {
        const { axis, end, institutions, number, status } = commitment;
        const [late] = page.reckoning.overdue.get(commitment) ?? [];
        // How late it is stands beside the day that is late.
        const due = late
          ? (late.milestone ?? { due: end }).due
          : nextDue(commitment, page.reckoning.today);
        return html`<tr>
          ${cell('number', renderShort(page, number))}
          <th scope="row">${renderOpener(page, commitment, false)}</th>
          ${cell('axis', groupTitle(page, 'axis', axis))}
          ${cell('institution', renderNames(page, institutions))}
          ${cell('cso', renderNames(page, index.csosOf(commitment)))}
          ${cell('status', renderStatus(page, status))}
          ${cell('milestones', renderMilestoneCount(page, commitment))}
          ${cell('next', html`${renderDate(page, due)} ${renderLate(page, commitment)}`)}
        </tr>`;
      })}
    </tbody>
  </table>`;
  return { content, hidden: left.length - most };
}

function renderMilestoneCount(page: PlanPage, commitment: Commitment): unknown {
  const { done, known } = page.reckoning.progressOf([commitment]).milestones;
  return known > 0 ? page.say('milestonesOf', { done, count: known }) : page.frame.quote(undefined);
}
