import { css } from 'lit';

export const commitmentTrackerStyles = css`
  .body > * {
    margin-block-end: 1em;
  }
  .title {
    font-weight: 700;
    line-height: 1.3;
    margin-block-end: 0.35em;
  }
  .section,
  .axis-title,
  .detail-title {
    color: var(--_heading);
  }
  .detail-title {
    font-size: 1.2em;
  }
  .text {
    max-inline-size: 70ch;
    white-space: pre-line;
  }
  .plan-notice {
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid var(--_mark);
  }
  .small,
  .card .facts {
    font-size: 0.9375em;
    color: var(--_muted);
  }

  .bar {
    margin-block-end: 0.5em;
  }
  progress {
    display: block;
    appearance: none;
    inline-size: 100%;
    max-inline-size: 36em;
    block-size: 0.7em;
    margin-block: 0.2em;
    border: 1px solid var(--_strong-line);
    border-radius: 1em;
    background: var(--_surface);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--_surface);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .chip {
    display: inline-block;
    padding: 0 0.6em;
    border: 1px solid currentColor;
    border-radius: 1em;
    font-size: 0.9375em;
    font-weight: 600;
  }
  .chip[data-status='complete'] {
    color: var(--_good);
  }
  .chip[data-status='in-progress'] {
    color: var(--_info);
  }
  .chip[data-status='delayed'] {
    color: var(--_warn);
    border-style: dashed;
  }
  .chip[data-status='not-fulfilled'],
  .late {
    color: var(--_bad);
  }
  .chip[data-status='not-fulfilled'] {
    border-width: 2px;
  }
  .late,
  .differ {
    font-weight: 600;
  }

  .views,
  .filters,
  .lists,
  .counts,
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.35em 0.75em;
  }
  .lists {
    padding-block: 0.5em;
  }
  label {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.15em;
    max-inline-size: 100%;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 40px;
  }
  .check input {
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_accent);
  }
  select,
  [type='search'] {
    min-block-size: 40px;
    inline-size: 16em;
    max-inline-size: 100%;
    padding: 0.35em 0.5em;
    background: var(--_surface);
    border: 1px solid var(--_strong-line);
    border-radius: var(--_radius);
  }

  .facts {
    display: grid;
    gap: 0.15em;
  }
  .facts > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts dt::after {
    content: ':';
  }
  .detail .facts,
  .detail .part {
    margin-block-start: 0.75em;
  }
  .assessments,
  .board {
    display: grid;
    gap: 0.75em;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    align-items: start;
  }
  .assessments .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.6em 0.8em;
  }

  .axis {
    margin-block-end: 1em;
  }
  /* Of a long plan, what is far from the screen is neither laid out nor painted; the room at the sides is the focus ring's. */
  @media not print {
    .axis.long {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 24em;
      margin-inline: -5px;
      padding-inline: 5px;
    }
  }
  .part li,
  .cards > li {
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .cards > li:last-child {
    border: 0;
  }
  .column {
    padding: 0.6em;
    background: var(--_surface-2);
    border-radius: var(--_radius);
  }
  .column .axis-title {
    font-size: 0.875em;
  }
  .opener,
  .sorter {
    min-block-size: 24px;
    padding: 0.15em 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    font-weight: inherit;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .timeline {
    border-inline-start: 3px solid var(--_line);
    padding-inline-start: 1em;
  }
  .timeline > li {
    padding-block-end: 0.6em;
  }
  .day {
    font-weight: 700;
  }
  .today {
    margin-inline-start: calc(-1em - 3px);
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_accent);
    color: var(--_accent);
  }

  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
  }
  @container frame (min-width: 60em) {
    thead th {
      inline-size: 12%;
    }
    thead th:first-child,
    thead th:nth-child(7) {
      inline-size: 8%;
    }
    thead th:nth-child(2) {
      inline-size: 23%;
    }
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: 0.45em 0.6em 0.45em 0;
    border-block-end: 1px solid var(--_line);
    hyphens: auto;
  }
  tbody th {
    font-weight: 400;
  }
  [aria-sort='ascending'] .arrow::after {
    content: ' ▲';
  }
  [aria-sort='descending'] .arrow::after {
    content: ' ▼';
  }
  .cell-label {
    display: none;
    color: var(--_muted);
  }
  @container frame (width < 60em) {
    table,
    thead tr,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1em;
    }
    thead th:not([aria-sort]) {
      display: none;
    }
    tr {
      padding-block: 0.5em;
      border-block-end: 1px solid var(--_line);
    }
    th,
    td {
      border: 0;
      padding: 0.1em 0;
    }
    .cell-label {
      display: inline;
    }
  }

  @media print {
    .cards > li {
      break-inside: avoid;
    }
  }
`;
