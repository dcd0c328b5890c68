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
  const isCopy = status === 'stale';
  const note = isCopy ? frame.say(of('copyOf', { date: parts.date() })) : parts.omitted();
  const small = note ? html`<small>${note}</small>` : nothing;
  if (reading) return html`${view.content()} ${small}`;
  if (status === 'idle') return html`<slot></slot>`;
  const { of: framed } = locale.translator(frameMessages);
  if (status === 'loading' || status === 'empty') {
    const text = framed(status === 'loading' ? 'loading' : 'noData');
    return html`<span role="status">${frame.say(text)}</span> <slot></slot>`;
  }
  return html`<details part="notice">
      <summary>${frame.say(isCopy ? framed('noData') : of('notShown'))} ${small}</summary>
      <p>${parts.sentence()}</p>
    </details>
    ${parts.ways()}
    <slot></slot>`;
}
