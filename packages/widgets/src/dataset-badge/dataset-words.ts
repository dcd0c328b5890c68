import type { datasetBadgeMessages } from './dataset-badge.messages.js';
import { formatCivilDate, formatList, numberFormat } from '@ventana/l10n';
import type { Messages, Translated, Translator } from '@ventana/l10n';
import { isCivilDate, parseFrequency } from '@ventana/model';
import type { Evidence, Freshness, ParsedFrequency, Temporal } from '@ventana/model';

/** The badge's translator. */
export type BadgeTranslator =
  typeof datasetBadgeMessages extends Messages<infer K, infer P> ? Translator<K, P> : never;

/** How the last update stands against the promise: "atrasado 43 días". */
export function freshnessWords(t: BadgeTranslator, { status, daysLate }: Freshness): Translated {
  if (status !== 'late') return t.of(status);
  return t.of(status, { period: periodWords(daysLate ?? 0, 'day', t.lang, true) });
}

/** Colour group of a freshness; the words carry the meaning. */
export function freshnessTone({ status }: Freshness): 'good' | 'bad' | 'warn' {
  return status === 'current' ? 'good' : status === 'late' || status === 'future' ? 'bad' : 'warn';
}

/** "cada 3 meses", "2 veces por semana"; undefined where nothing is promised or it cannot be understood. */
export function frequencyWords(
  t: BadgeTranslator,
  { kind, every }: ParsedFrequency,
): Translated | undefined {
  if (kind === 'continuous' || kind === 'irregular' || kind === 'never') return t.of(kind);
  if (!every) return undefined;
  const [count, unit] = every;
  if (count >= 1) return t.of('every', { period: periodWords(count, unit, t.lang) });
  const times = Math.round(1 / count);
  // 0.33 is a third; 0.4 is no number of times.
  return Math.abs(1 / count - times) < 0.05
    ? t.of('times', { count: times, period: periodWords(1, unit, t.lang) })
    : undefined;
}

/** "3 meses"; "mes" for one, unless one is worth saying. */
function periodWords(count: number, unit: string, lang: string, saysOne = false): string {
  return numberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' })
    .formatToParts(count)
    .filter(({ type }) => saysOne || count > 1 || type === 'unit')
    .map(({ value }) => value)
    .join('');
}

/** "del 1 de enero de 2015 al 31 de diciembre de 2015", or as the source wrote it. */
export function temporalWords(
  t: BadgeTranslator,
  { start: from, end: to, verbatim }: Temporal,
): Translated | undefined {
  const start = formatCivilDate(from, t.lang);
  const end = formatCivilDate(to, t.lang);
  if (start && end) return t.of('fromTo', { start, end });
  if (verbatim) return { text: verbatim };
  return start ? t.of('since', { start }) : end ? t.of('until', { end }) : undefined;
}

/** Evidence that a fact of the card shows too has that fact's label. */
const LABELS = { modified: 'updated', frequency: 'promise' } as const;

/** What a judgement rests on, in words: "Formatos", "CSV y JSON". */
export function evidenceWords(
  t: BadgeTranslator,
  { field, value, of: total }: Evidence,
): readonly [label: Translated, value: Translated] {
  const label = t.of(field === 'modified' || field === 'frequency' ? LABELS[field] : field);
  if (value === 'draft' || value === 'deleted') return [label, t.of(value)];
  if (typeof value === 'boolean') return [label, t.of(value ? 'yes' : 'no')];
  if (total !== undefined) return [label, t.of('ratio', { value: Number(value), total })];
  const text = Array.isArray(value) ? formatList(value, t.lang) : String(value);
  const promise = field === 'frequency' ? frequencyWords(t, parseFrequency(text)) : undefined;
  const day = isCivilDate(text) ? formatCivilDate(text, t.lang) : undefined;
  return [label, promise ?? { text: day ?? text }];
}
