import { css } from 'lit';

export const tramiteFinderStyles = css`
  .search label,
  .count-title,
  legend {
    font-weight: 700;
  }
  .field {
    position: relative;
    margin-block: 0.35em;
  }
  #field {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0.5em 3em 0.5em 0.75em;
    font-size: 1.125em;
    background: var(--_surface);
    border: 2px solid var(--_strong-line);
    border-radius: var(--_radius);
  }
  .clear {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    border: 0;
    font-size: 1.25em;
    line-height: 1;
  }
  :is(:placeholder-shown, :disabled) + .clear {
    visibility: hidden;
  }
  #options {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    max-block-size: 22em;
    overflow-y: auto;
    background: var(--_surface);
    border: 1px solid var(--_strong-line);
    border-radius: var(--_radius);
    box-shadow: 0 6px 16px #0004;
  }
  [role='option'] {
    padding: 0.5em 0.75em;
    min-block-size: 40px;
    cursor: pointer;
  }
  [role='option']:hover {
    background: var(--_surface-2);
  }
  [role='option'][aria-selected='true'] {
    color: var(--_on-accent);
    background: var(--_accent);
    outline: 2px solid transparent;
    outline-offset: -4px;
  }
  [role='option'] small {
    display: block;
  }
  .hint,
  .meta,
  small {
    color: var(--_muted);
    font-size: 0.94em;
  }
  [aria-selected='true'] small {
    color: inherit;
  }
  mark {
    color: inherit;
    background: none;
    font-weight: 700;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-decoration-color: var(--_mark);
    text-underline-offset: 0.2em;
  }

  .chosen,
  .events,
  .brief {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-block: 0.75em;
  }
  .events p {
    flex-basis: 100%;
  }
  .brief {
    gap: 0.25em 1.25em;
    margin-block: 0.35em;
  }
  .chip {
    border-radius: 1.5em;
    text-align: start;
  }
  .plain,
  .opener {
    min-block-size: 24px;
    padding: 0.25em 0;
    color: var(--_accent);
    background: none;
    border: 0;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .opener {
    font-size: 1.06em;
    font-weight: 600;
  }
  .facets {
    display: grid;
    gap: 0.75em 1.5em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    margin-block-end: 0.75em;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label:has([type='checkbox']) {
    display: flex;
    gap: 0.6em;
    align-items: flex-start;
    min-block-size: 40px;
    padding-block: 0.45em;
    cursor: pointer;
  }
  [type='checkbox'] {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
    margin: 0;
    accent-color: var(--_accent);
  }

  /* One that only moves is not painted again. Room at the sides for the focus ring, which is cut at the edge. */
  .hit {
    contain: content;
    margin-inline: -6px;
    padding: 0.75em 6px;
    border-block-end: 1px solid var(--_line);
  }
  .count-title,
  .hits {
    margin-block: 0.5em;
  }

  @media print {
    .search,
    .filters,
    .events,
    .chosen,
    .plain {
      display: none;
    }
    .hit {
      break-inside: avoid;
    }
  }
`;
