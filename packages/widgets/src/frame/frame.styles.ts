import { css } from 'lit';
import { themeStyles } from './theme.styles.js';

/**
 * The frame's looks. The host shuts the page's styles out (`all: initial`) and lets in only what a
 * reader sets on the page: text size, line height and spacing, and the page's colour scheme.
 */
const roomStyles = css`
  :host {
    all: initial !important;
    display: block !important;
    direction: ltr !important;
    visibility: inherit !important;
    color-scheme: var(--ventana-color-scheme, inherit) !important;
    font-family: var(--ventana-font-family, system-ui, sans-serif) !important;
    font-size: inherit !important;
    line-height: inherit !important;
    letter-spacing: inherit !important;
    word-spacing: inherit !important;
    margin: var(--ventana-margin, 0) !important;
    max-inline-size: var(--ventana-max-inline-size, 100%) !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host::before,
  :host::after {
    content: none !important;
  }

  .frame,
  .frame * {
    box-sizing: border-box;
  }
  .frame {
    display: block;
    position: relative;
    container: frame / inline-size;
    color: var(--_ink);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-block-start: 4px solid var(--_mark);
    border-radius: var(--_radius);
    padding: 1em;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .heading {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.25;
    color: var(--_heading);
  }
  header,
  footer,
  .notice,
  .actions,
  .body {
    margin-block-end: 0.75em;
  }
  .frame > :last-child {
    margin-block-end: 0;
  }
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--_accent);
  }
  .missing {
    font-style: italic;
  }
  .example {
    display: inline-block;
    margin-block-start: 0.35em;
    padding: 0.1em 0.6em;
    border: 1px dashed var(--_strong-line);
    border-radius: 1em;
    font-size: 0.875em;
  }

  .notice {
    padding: 0.6em 0.8em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_warn);
    background: var(--_surface-2);
    border-radius: var(--_radius);
  }
  .frame[data-status='error'] .notice {
    border-inline-start-color: var(--_bad);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
    margin-block-start: 0.5em;
  }
  .problems {
    font-size: 0.875em;
    margin-block-start: 0.5em;
  }
  summary {
    min-block-size: 40px;
    align-content: center;
    cursor: pointer;
    color: var(--_accent);
  }

  button,
  textarea,
  input,
  select {
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    color: inherit;
  }
  .action {
    min-block-size: 40px;
    padding: 0.4em 0.9em;
    color: var(--_accent);
    background: transparent;
    border: 1px solid var(--_strong-line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .action:hover {
    background: var(--_surface-2);
  }
  .action[aria-pressed='true'],
  .action[aria-expanded='true'] {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .snippet {
    display: grid;
    gap: 0.5em;
    justify-items: start;
    margin-block-end: 0.75em;
  }
  textarea {
    inline-size: 100%;
    padding: 0.5em;
    font-family: ui-monospace, monospace;
    font-size: 0.875em;
    background: var(--_surface-2);
    border: 1px solid var(--_strong-line);
    border-radius: var(--_radius);
    resize: vertical;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    padding-block-start: 0.6em;
    border-block-start: 1px solid var(--_line);
    font-size: 0.875em;
  }
  footer,
  .missing,
  .wait,
  .action[disabled] {
    color: var(--_muted);
  }

  .frame :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .visually-hidden:not(:focus, :active, :focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .print-only {
    display: none;
  }

  @media print {
    .actions,
    .snippet,
    .ways,
    .action {
      display: none;
    }
    .print-only {
      display: inline;
    }
  }
`;

export const frameStyles = [roomStyles, themeStyles];
