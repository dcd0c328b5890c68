import { css } from 'lit';

/** What a trámite and the plan add to the finder's styles. */
export const tramitePlanStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-block: 0.75em;
    padding: 0.5em 0.75em;
    background: var(--_surface-2);
    border-radius: var(--_radius);
  }
  .planned {
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  .bring li {
    padding-block: 0.25em;
    border-block-end: 1px solid var(--_line);
  }
  .bring small {
    display: block;
    padding-inline-start: 1.95em;
  }
  .bring label:has(:checked) span {
    text-decoration: line-through;
  }
  .plan-title {
    margin-block: 0.5em 0.25em;
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.25;
  }
  .section-title {
    margin-block: 1em 0.35em;
    font-size: 1.0625em;
    font-weight: 700;
    color: var(--_heading);
  }
  .description,
  .facts bdi,
  .places bdi {
    white-space: pre-line;
  }
  .facts {
    display: grid;
    gap: 0.5em 1.5em;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr));
    margin-block: 0.75em;
  }
  dt {
    font-size: 0.9375em;
    font-weight: 700;
    color: var(--_muted);
  }
  dd small,
  .remember small {
    display: block;
  }
  .steps {
    list-style: decimal;
    padding-inline-start: 1.5em;
  }
  .places li,
  .steps li {
    margin-block: 0.35em;
  }
  .right {
    margin-block-start: 0.75em;
    padding: 0.6em 0.8em;
    border-inline-start: 4px solid var(--_info);
    background: var(--_surface-2);
  }

  @media print {
    .bar,
    .remember {
      display: none;
    }
    .bring li,
    section {
      break-inside: avoid;
    }
  }
`;
