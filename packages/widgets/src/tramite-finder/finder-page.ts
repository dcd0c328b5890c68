import { formatCivilDate } from '@ventana/l10n';
import type { Translated } from '@ventana/l10n';
import type { Tramite } from '@ventana/model';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FrameController } from '../frame/frame-controller.js';
import { costWords, levelKey } from './tramite-words.js';
import type { FinderKey, FinderTranslator } from './tramite-words.js';

/** What every piece of the finder needs to draw itself; made once per render. */
export interface FinderPage {
  readonly frame: FrameController;
  readonly t: FinderTranslator;
  /** Level of the headings inside. */
  readonly level: number;
  /** A text of the library's own. */
  readonly say: (key: FinderKey, params?: Readonly<Record<string, string | number>>) => unknown;
  readonly ticked: ReadonlySet<string>;
  tick(document: string, isReady: boolean): void;
  isPlanned(tramite: Tramite): boolean;
  /** Puts it in the plan, or takes it out. */
  plan(tramite: Tramite): void;
  open(tramite: Tramite): void;
}

/** Each text is worked out once per render: a translator's call costs as much as drawing a row. */
export function sayer(
  frame: FrameController,
  of: (key: FinderKey, params: Readonly<Record<string, string | number>>) => Translated,
): FinderPage['say'] {
  const said = new Map<FinderKey, unknown>();
  return (key, params) => {
    if (params) return frame.say(of(key, params));
    let text = said.get(key);
    if (text === undefined) said.set(key, (text = frame.say(of(key, {}))));
    return text;
  };
}

export function renderHeading(
  level: number,
  content: unknown,
  name = 'section-title',
): TemplateResult {
  return html`<div
    class=${name}
    role="heading"
    aria-level=${Math.min(6, level)}
    tabindex=${name === 'plan-title' ? -1 : nothing}
  >
    ${content}
  </div>`;
}

/** A text of the source's; missing is "Sin dato". */
export function quote({ frame }: FinderPage, text: string | undefined): unknown {
  return frame.quote(text ? { text } : undefined);
}

export function nameOf(page: FinderPage, { name }: Tramite): unknown {
  return name ? quote(page, name) : page.say('untitled');
}

/** A cost in the reader's words, with the source's own where it says it in others. */
export function renderCost(page: FinderPage, { cost }: Tramite, isBrief = false): unknown {
  const words = cost && costWords(page.t, cost);
  if (!cost || !words) return quote(page, cost?.verbatim);
  const said = page.frame.say(words);
  const isSame = cost.verbatim.replace(/[.\s]+$/, '').toLowerCase() === words.text.toLowerCase();
  if (isBrief || isSame || cost.verbatim.length > 200) return said;
  return html`${said} <small>(${page.say('asWritten', { text: cost.verbatim })})</small>`;
}

/** Institution, level and place in one line. */
export function renderOffice(page: FinderPage, tramite: Tramite): unknown {
  const { institution, level, municipality, state } = tramite;
  const parts = [
    institution && quote(page, institution),
    level && page.say(levelKey(level)),
    municipality && quote(page, municipality),
    state && quote(page, state),
  ].filter(Boolean);
  return parts.map((part, at) => html`${at > 0 ? ' · ' : ''}${part}`);
}

export function channelList({ t }: FinderPage, { channels }: Tramite): string {
  return channels.map((channel) => t(channel)).join(' · ');
}

export function renderUpdated(page: FinderPage, { updated, updatedVerbatim }: Tramite): unknown {
  const date = formatCivilDate(updated, page.t.lang) ?? updatedVerbatim;
  return date ? html`<p>${page.say('updated', { date })}</p>` : nothing;
}
