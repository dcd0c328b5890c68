import { formatCivilDate, formatCount } from '@ventana/l10n';
import type { Messages, Translated, Translator } from '@ventana/l10n';
import { cutText } from '@ventana/model';
import type { DurationUnit, Tramite } from '@ventana/model';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FinderPage } from './finder-page.js';
import type { tramitePlanMessages } from './tramite-plan.messages.js';
import { costWords } from './tramite-words.js';
import type { FinderKey, FinderTranslator } from './tramite-words.js';

type PlanTranslator =
  typeof tramitePlanMessages extends Messages<infer K, infer P> ? Translator<K, P> : never;

/** The page as the plan draws on it: the same translator says the plan's texts too, once they are there. */
export interface PlanPage extends Omit<FinderPage, 't' | 'say'> {
  readonly t: FinderTranslator & PlanTranslator;
  readonly say: (key: PlanKey, params?: Readonly<Record<string, string | number>>) => unknown;
}

export type PlanKey = FinderKey | Parameters<PlanTranslator>[0];

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
export function quote({ frame }: PlanPage, text: string | undefined): unknown {
  return frame.quote(text ? { text } : undefined);
}

export function nameOf(page: PlanPage, { name }: Tramite): unknown {
  return name ? quote(page, name) : page.say('untitled');
}

/** A cost in the reader's words, with the source's own where it says it in others. */
export function renderCost(page: PlanPage, { cost }: Tramite): unknown {
  const words = cost && costWords(page.t, cost);
  if (!cost || !words) return quote(page, cost?.verbatim);
  const said = page.frame.say(words);
  const isSame = cost.verbatim.replace(/[.\s]+$/, '').toLowerCase() === words.text.toLowerCase();
  if (isSame || cost.verbatim.length > 200) return said;
  return html`${said} <small>(${page.say('asWritten', { text: cost.verbatim })})</small>`;
}

/** `5 días hábiles`, `2 meses`. */
export function spanWords(t: PlanPage['t'], count: number, unit: DurationUnit): Translated {
  if (unit === 'business-day') return t.of('businessDays', { count });
  try {
    const format = new Intl.NumberFormat([t.lang, 'es-MX'], {
      style: 'unit',
      unit,
      unitDisplay: 'long',
    });
    return { text: format.format(count) };
  } catch {
    return { text: formatCount(count, t.lang) };
  }
}

export function renderUpdated(page: PlanPage, { updated, updatedVerbatim }: Tramite): unknown {
  const date = formatCivilDate(updated, page.t.lang);
  if (date) return html`<p>${page.say('updated', { date })}</p>`;
  return updatedVerbatim
    ? html`<p>${page.say('badDate', { verbatim: cutText(updatedVerbatim, 200) })}</p>`
    : nothing;
}
