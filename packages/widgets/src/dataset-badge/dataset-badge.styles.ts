import { css } from 'lit';

export const datasetBadgeStyles = css`
  :host([size='badge']) {
    display: inline-block !important;
  }
  .frame.pill {
    display: inline-flex;
    container: none;
    max-inline-size: 100%;
    align-items: baseline;
    flex-wrap: wrap;
    gap: 0.25em 0.6em;
    padding: 0.35em 0.8em;
    border: 1px solid var(--_line);
    border-radius: 1.25em;
    font-size: 0.9375em;
  }
  .pill .action,
  .pill summary {
    min-block-size: 24px;
    padding-block: 0;
  }
  .pill .name {
    font-weight: 600;
  }

  .facts {
    display: grid;
    grid-template-columns: minmax(8em, max-content) 1fr;
    gap: 0.35em 1em;
  }
  dt,
  .rule,
  .evidence,
  .cell-label {
    color: var(--_muted);
  }
  .judgement-title,
  .verdict,
  caption {
    font-weight: 700;
  }
  @container frame (max-width: 26em) {
    .facts {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .facts dd {
      margin-block-end: 0.5em;
    }
  }
  .description {
    white-space: pre-line;
    margin-block-end: 0.75em;
    max-inline-size: 70ch;
  }

  .chip {
    display: inline-block;
    padding: 0.05em 0.6em;
    border: 1px solid currentColor;
    border-radius: 1em;
    font-size: 0.9375em;
    font-weight: 600;
  }
  .chip,
  .verdict {
    color: var(--_warn);
  }
  .chip::first-letter {
    text-transform: uppercase;
  }
  .chip[data-tone='warn'] {
    border-style: dashed;
  }
  .chip[data-tone='bad'] {
    border-width: 2px;
  }
  .formats {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
  }
  .formats li {
    padding: 0 0.5em;
    background: var(--_surface-2);
    border: 1px solid var(--_line);
  }

  .judgements {
    display: grid;
    gap: 0 2em;
    margin-block-start: 0.75em;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr));
  }
  .judgement {
    margin-block-end: 0.75em;
  }
  .judgement li {
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  [data-verdict='yes'],
  [data-tone='good'] {
    color: var(--_good);
  }
  [data-verdict='no'],
  [data-tone='bad'] {
    color: var(--_bad);
  }
  .evidence,
  .remedy {
    display: block;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    margin-block: 0.75em;
  }
  caption {
    text-align: start;
  }
  th,
  td {
    text-align: start;
    vertical-align: baseline;
    padding: 0.45em 0.6em 0.45em 0;
    border-block-end: 1px solid var(--_line);
  }
  .pill a {
    display: inline-block;
    min-block-size: 24px;
  }
  td a {
    display: inline-flex;
    align-items: center;
    min-block-size: 40px;
  }
  th[scope='row'] {
    font-weight: 400;
  }
  .cell-label {
    display: none;
  }
  @container frame (max-width: 38em) {
    table,
    caption,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
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
    th[scope='row'] {
      font-weight: 600;
    }
    .cell-label {
      display: inline;
    }
  }

  @media print {
    tr,
    li {
      break-inside: avoid;
    }
  }
`;
