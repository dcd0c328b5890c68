import { addDays, addMonths, daysBetween, isCivilDate, type CivilDate } from '../civil-date.js';
import type { Dataset } from './dataset.js';
import { parseFrequency, type ParsedFrequency } from './frequency.js';
import type { Remedy } from './judgement.js';

/** A dataset's last update against its promise, on a given day. */
export interface Freshness {
  /**
   * - `current`: the next update is not due yet
   * - `late`: it was due {@link daysLate} days ago
   * - `undeclared`: no frequency is declared, so nothing is late
   * - `unreadable-frequency`: a frequency is written that cannot be understood
   * - `irregular`: updates are promised at no fixed time, or not at all (see {@link frequency})
   * - `unknown-date`: there is a promise but no readable date of the last update
   * - `imprecise-date`: the date is a year or a month, in which both may be
   * - `future`: the last update is dated after tomorrow, so the date is wrong
   */
  readonly status:
    | 'current'
    | 'late'
    | 'undeclared'
    | 'unreadable-frequency'
    | 'irregular'
    | 'unknown-date'
    | 'imprecise-date'
    | 'future';
  readonly frequency: ParsedFrequency;
  /** Day of the last update that this rests on. */
  readonly modified?: CivilDate;
  /** Last day on which the next update keeps the promise. */
  readonly due?: CivilDate;
  /** Whole days past {@link due}; only when `late`, never zero or negative. */
  readonly daysLate?: number;
  readonly remedy?: Remedy;
}

/** First and last day of a year or a month written alone: `2026`, `2026-03`. */
export function daysOf(text = ''): readonly [CivilDate, CivilDate] | undefined {
  const first = `${text}-01-01`.slice(0, 10);
  return text.length < 8 && isCivilDate(first)
    ? [first, addDays(addMonths(first, text.length > 4 ? 1 : 12), -1)]
    : undefined;
}

/**
 * The dataset's own date of change (none where it is not a day); else that of its newest resource,
 * where each has one; else the day the portal last touched the description; else the newest of the
 * dates there are.
 */
export function lastUpdate(dataset: Dataset): CivilDate | undefined {
  const { modified, resources, modifiedVerbatim, metadataModified } = dataset;
  if (modified !== undefined || daysOf(modifiedVerbatim)) return modified;
  const days = resources.flatMap(({ modified }) => modified ?? []).sort();
  const newest = days.at(-1);
  const touched = modifiedVerbatim === undefined ? metadataModified : undefined;
  return days.length === resources.length ? (newest ?? touched) : (touched ?? newest);
}

/**
 * Is the promise of updates kept? Due is the last update plus the promised period (DCAT 3,
 * `dcterms:modified` and `dcterms:accrualPeriodicity`), reckoned in civil days: monthly from 31
 * January is due on the last of February. A date of tomorrow is a clock ahead of ours, not an
 * error; later ones are flagged. By a year or a month it is late only if it is so from its last day,
 * and current only if it is so from its first.
 *
 * @param today - the reader's day (see `today()`)
 */
export function judgeFreshness(dataset: Dataset, today: CivilDate): Freshness {
  const frequency = parseFrequency(dataset.frequency?.verbatim);
  const modified = lastUpdate(dataset);
  const [first, last] = (modified === undefined && daysOf(dataset.modifiedVerbatim)) || [
    modified,
    modified,
  ];
  const base = { frequency, ...(modified === undefined ? {} : { modified }) };
  const { kind, months = 0, days = 0 } = frequency;
  if (first !== undefined && daysBetween(today, first) > 1) {
    return { ...base, status: 'future', remedy: 'correct-date' };
  }
  if (kind === 'undeclared') return { ...base, status: kind, remedy: 'declare-frequency' };
  if (kind === 'unreadable') {
    return { ...base, status: 'unreadable-frequency', remedy: 'readable-frequency' };
  }
  if (kind === 'irregular' || kind === 'never') return { ...base, status: 'irregular' };
  if (first === undefined || last === undefined) {
    return { ...base, status: 'unknown-date', remedy: 'declare-date' };
  }
  const dueAfter = (day: CivilDate): CivilDate => addDays(addMonths(day, months), days);
  const latest = dueAfter(last);
  const daysLate = daysBetween(latest, today);
  if (daysLate > 0) {
    return { ...base, status: 'late', due: latest, daysLate, remedy: 'update-data' };
  }
  const due = dueAfter(first);
  return due < today
    ? { ...base, status: 'imprecise-date', remedy: 'declare-date' }
    : { ...base, status: 'current', due };
}
