import { html, nothing } from 'lit';
import type { FrameParts, FrameView } from './frame-controller.js';

/** A widget as one line, whatever its state: a few words, the whole sentence one tap away. */
export function renderPill(view: FrameView, parts: FrameParts): unknown {
  const { status, say } = parts;
  if (parts.reading) {
    const note = parts.note();
    return html`${view.content()} ${note ? html`<small>${note}</small>` : nothing}`;
  }
  if (status === 'idle') return html`<slot></slot>`;
  if (status === 'loading' || status === 'empty') {
    return html`<span role="status">${say(status === 'loading' ? 'loading' : 'noData')}</span>
      <slot></slot>`;
  }
  return html`<details part="notice">
      <summary>${say('notShown')}</summary>
      <p>${parts.sentence()}</p>
    </details>
    ${parts.ways()}
    <slot></slot>`;
}
