import { css } from 'lit';

export const budgetChartStyles = css`
  .sentence {
    font-size: 1.0625em;
    max-inline-size: 70ch;
    margin-block-end: 0.5em;
  }
  .controls {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(7.5em, 100%), 1fr));
    gap: 0.5em 0.75em;
    margin-block-end: 0.75em;
  }
  .controls label {
    display: grid;
    font-size: 0.875em;
    color: var(--_muted);
  }
  select {
    min-block-size: 40px;
    inline-size: min(100%, 15em);
    padding: 0.35em 0.5em;
    color: var(--_ink);
    background: var(--_surface);
    border: 1px solid var(--_strong-line);
    border-radius: var(--_radius);
    text-overflow: ellipsis;
  }
  .trail,
  .path,
  .path li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35em;
  }
  .trail {
    margin-block-end: 0.5em;
  }
  .path li {
    flex-wrap: nowrap;
  }
  .path li + li::before {
    content: '›' / '';
  }
  .path [aria-current] {
    font-weight: 600;
    padding-inline: 0.4em;
  }
  .link {
    min-block-size: 40px;
    padding: 0.2em 0.4em;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  .treemap {
    position: relative;
  }
  .treemap li {
    position: absolute;
    padding: 1px;
  }
  .cell {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    padding: 5px;
    overflow: hidden;
    border: 1px solid var(--_accent);
    border-radius: 2px;
    background: var(--_accent);
    color: var(--_on-accent);
    text-align: start;
    line-height: 1.25;
    cursor: default;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .cell.opens {
    cursor: pointer;
  }
  .cell.rest {
    color: var(--_ink);
    background: repeating-linear-gradient(45deg, var(--_surface-2) 0 6px, var(--_surface) 6px 12px);
    border: 1px dashed var(--_strong-line);
  }
  .cell:hover {
    outline: 2px solid var(--_ink);
    outline-offset: -3px;
  }
  .frame .cell:focus-visible {
    outline: 3px solid var(--_on-accent);
    outline-offset: -5px;
    box-shadow: inset 0 0 0 2px var(--_ink);
  }
  .frame .cell.rest:focus-visible {
    outline-color: var(--_ink);
  }
  .cell-name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    overflow: hidden;
    max-inline-size: 100%;
    font-weight: 600;
  }
  .cell-name.cut {
    display: block;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .cell.small {
    font-size: 0.8125em;
  }
  .cell-amount {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .readout {
    min-block-size: 2.7em;
    padding-block: 0.35em;
    font-size: 0.9375em;
    color: var(--_muted);
  }
  .aside {
    margin-block-end: 0.35em;
  }
  .aside li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 1em;
    border-block-end: 1px solid var(--_line);
    padding-block: 0.15em;
  }

  canvas {
    max-inline-size: 100%;
  }

  .scope {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 1.25em;
    margin-block: 0.5em;
    font-size: 0.875em;
  }
  .scope div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.35em;
  }
  .scope dt {
    color: var(--_muted);
  }
  .remarks {
    font-size: 0.875em;
    margin-block: 0.5em;
  }
  .remarks li {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_warn);
    margin-block-end: 0.35em;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    margin-block: 0.5em;
  }
  caption {
    text-align: start;
    font-weight: 700;
    padding-block-end: 0.35em;
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: 0.4em 0.75em 0.4em 0;
    border-block-end: 1px solid var(--_line);
  }
  td,
  thead th:not(:first-child) {
    text-align: end;
    font-variant-numeric: tabular-nums;
    padding-inline: 0.5em 0;
  }
  td {
    overflow-wrap: normal;
  }
  th[scope='row'] {
    font-weight: 400;
  }
  th .link {
    padding-inline: 0;
  }
  tfoot th,
  tfoot td {
    font-weight: 700;
    border-block-start: 2px solid var(--_strong-line);
  }
  td small {
    display: block;
    color: var(--_warn);
  }
  @container frame (max-width: 34em) {
    .beside :is(table, caption, tbody, tfoot, tr, th, td) {
      display: block;
    }
    .beside thead {
      position: absolute;
      clip-path: inset(50%);
      block-size: 1px;
      overflow: hidden;
    }
    .beside tr {
      padding-block: 0.4em;
      border-block-end: 1px solid var(--_line);
    }
    .beside :is(th, td) {
      border: 0;
      padding: 0.1em 0;
      text-align: start;
    }
    .beside th[scope='row'] {
      font-weight: 600;
    }
    .beside td::before {
      content: attr(data-label) ': ';
      color: var(--_muted);
    }
  }

  @media print {
    .controls,
    .readout,
    .trail .action {
      display: none;
    }
    .visually-hidden.table {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
      overflow: visible;
      white-space: normal;
    }
    canvas,
    .plot {
      block-size: auto !important;
    }
    .treemap,
    .plot,
    tr,
    li {
      break-inside: avoid;
    }
  }
`;
