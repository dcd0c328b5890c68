import { defineMessages } from '@ventana/l10n';
import { html, nothing } from 'lit';
import type { FrameParts, FrameView } from './frame-controller.js';
import { frameMessages } from './frame.messages.js';

/** What it says beside {@link frameMessages}, under the same name. */
const pillMessages = defineMessages('frame', {
  es: { copyOf: 'copia del {{date}}', notShown: 'No se pudo mostrar' },
  en: { copyOf: 'copy from {{date}}', notShown: 'Could not be shown' },
});

/** A widget as one line, whatever its state: a few words, the whole sentence one tap away. */
export function renderPill(view: FrameView, parts: FrameParts): unknown {
  const { status, frame, locale, reading } = parts;
  const { of } = locale.translator(pillMessages);
  if (reading) {
    const note =
      status === 'stale' ? frame.say(of('copyOf', { date: parts.date() })) : parts.omitted();
    return html`${view.content()} ${note ? html`<small>${note}</small>` : nothing}`;
  }
  if (status === 'idle') return html`<slot></slot>`;
  if (status === 'loading' || status === 'empty') {
    const text = locale.translator(frameMessages).of(status === 'loading' ? 'loading' : 'noData');
    return html`<span role="status">${frame.say(text)}</span> <slot></slot>`;
  }
  return html`<details part="notice">
      <summary>${frame.say(of('notShown'))}</summary>
      <p>${parts.sentence()}</p>
    </details>
    ${parts.ways()}
    <slot></slot>`;
}
