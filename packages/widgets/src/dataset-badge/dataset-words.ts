import type { datasetBadgeMessages } from './dataset-badge.messages.js';
import { formatCivilDate, formatList } from '@ventana/l10n';
import type { Messages, Translated, Translator } from '@ventana/l10n';
import { isCivilDate, parseFrequency } from '@ventana/model';
import type { Evidence, Freshness, ParsedFrequency, Remedy, Temporal } from '@ventana/model';

/** The badge's translator. */
export type BadgeTranslator =
  typeof datasetBadgeMessages extends Messages<infer K, infer P> ? Translator<K, P> : never;

/** How the last update stands against the promise: "atrasado 43 días". */
export function freshnessWords(t: BadgeTranslator, { status, daysLate }: Freshness): Translated {
  if (status === 'late') return t.of('late', { count: daysLate ?? 0 });
  return t.of(status);
}

/** Colour group of a freshness; the words carry the meaning. */
export function freshnessTone({ status }: Freshness): 'good' | 'bad' | 'warn' {
  return status === 'current' ? 'good' : status === 'late' || status === 'future' ? 'bad' : 'warn';
}

/** "cada 3 meses"; undefined where nothing is promised or it cannot be understood. */
export function frequencyWords(
  t: BadgeTranslator,
  frequency: ParsedFrequency,
): Translated | undefined {
  const { kind, months = 0, days = 0 } = frequency;
  if (kind === 'continuous') return t.of('continuous');
  if (kind === 'irregular') return t.of('noFixedTime');
  if (kind === 'never') return t.of('never');
  if (kind !== 'period' || (months > 0 && days > 0)) return undefined;
  if (months > 0 && months % 12 === 0) return t.of('everyYears', { count: months / 12 });
  if (months > 0) return t.of('everyMonths', { count: months });
  if (days % 7 === 0) return t.of('everyWeeks', { count: days / 7 });
  return t.of('everyDays', { count: days });
}

/** "del 1 de enero de 2015 al 31 de diciembre de 2015", or as the source wrote it. */
export function temporalWords(
  t: BadgeTranslator,
  { start, end, verbatim }: Temporal,
  lang: string,
): Translated | undefined {
  const from = formatCivilDate(start, lang);
  const to = formatCivilDate(end, lang);
  if (from && to) return t.of('fromTo', { start: from, end: to });
  if (verbatim) return { text: verbatim };
  if (from) return t.of('since', { start: from });
  return to ? t.of('until', { end: to }) : undefined;
}

/** What a judgement rests on, in words. */
export function evidenceWords(t: BadgeTranslator, evidence: Evidence, lang: string): Translated {
  const { field, value, of: total = 0 } = evidence;
  if (field === 'private') return t.of(value === true ? 'private-yes' : 'private-no');
  if (field === 'addresses' || field === 'broken-links') {
    return t.of(`is-${field}`, { value: String(value), total });
  }
  const text = Array.isArray(value) ? formatList(value as readonly string[], lang) : String(value);
  if (field === 'frequency') {
    const promise = frequencyWords(t, parseFrequency(text));
    return t.of('is-frequency', { value: promise?.text ?? text });
  }
  const shown = isCivilDate(text) ? (formatCivilDate(text, lang) ?? text) : text;
  return t.of(`is-${field}`, { value: shown });
}

/** How to better it, in words. */
export function remedyWords(t: BadgeTranslator, remedy: Remedy): Translated {
  return t.of(`remedy-${remedy}`);
}
