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
  /** The same as plain text. */
  readonly word: (key: FinderKey) => string;
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
): Pick<FinderPage, 'say' | 'word'> {
  const known = new Map<FinderKey, Translated>();
  const once = (key: FinderKey): Translated => {
    let text = known.get(key);
    if (text === undefined) known.set(key, (text = of(key, {})));
    return text;
  };
  return {
    say: (key, params) => frame.say(params ? of(key, params) : once(key)),
    word: (key) => once(key).text,
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
export function renderCost(page: FinderPage, { cost }: Tramite): unknown {
  const words = cost && costWords(page.t, cost);
  if (!cost || !words) return quote(page, cost?.verbatim);
  const said = page.frame.say(words);
  const isSame = cost.verbatim.replace(/[.\s]+$/, '').toLowerCase() === words.text.toLowerCase();
  if (isSame || cost.verbatim.length > 200) return said;
  return html`${said} <small>(${page.say('asWritten', { text: cost.verbatim })})</small>`;
}

/** The same in a list. */
export function briefCost({ t, word }: FinderPage, { cost }: Tramite): string {
  if (cost?.kind === 'free') return word('free');
  return brief((cost && costWords(t, cost)?.text) ?? cost?.verbatim ?? word('noData'));
}

/** Texts in lists are cut here; the detail has the whole. */
const BRIEF_MOST = 200;

/** A text for a list, where there is no room for a fold. */
export function brief(text: string): string {
  return text.length > BRIEF_MOST ? `${text.slice(0, BRIEF_MOST)}…` : text;
}

/** Institution, level and place in one line: one text, as lists have many of them. */
export function renderOffice({ word }: FinderPage, tramite: Tramite): unknown {
  const { institution = '', level, municipality = '', state = '' } = tramite;
  const parts = [institution, level ? word(levelKey(level)) : '', municipality, state];
  return html`<bdi>${parts.filter(Boolean).map(brief).join(' · ')}</bdi>`;
}

export function channelList({ word }: FinderPage, { channels }: Tramite): string {
  return channels.map(word).join(' · ');
}

export function renderUpdated(page: FinderPage, { updated, updatedVerbatim }: Tramite): unknown {
  const date = formatCivilDate(updated, page.t.lang) ?? updatedVerbatim;
  return date ? html`<p>${page.say('updated', { date })}</p>` : nothing;
}
