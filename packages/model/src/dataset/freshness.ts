import { addDays, addMonths, daysBetween, type CivilDate } from '../civil-date.js';
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
   * - `future`: the last update is dated after tomorrow, so the date is wrong
   */
  readonly status:
    | 'current'
    | 'late'
    | 'undeclared'
    | 'unreadable-frequency'
    | 'irregular'
    | 'unknown-date'
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

/**
 * The dataset's own date of change; else that of its newest resource, where each has one; else the
 * day the portal last touched the description; else the newest of the dates there are.
 */
export function lastUpdate(dataset: Dataset): CivilDate | undefined {
  if (dataset.modified !== undefined) return dataset.modified;
  const { resources, modifiedVerbatim, metadataModified } = dataset;
  const days = resources.flatMap(({ modified }) => modified ?? []).sort();
  const newest = days.at(-1);
  const touched = modifiedVerbatim === undefined ? metadataModified : undefined;
  return days.length === resources.length ? (newest ?? touched) : (touched ?? newest);
}

/**
 * Is the promise of updates kept? Due is the last update plus the promised period (DCAT 3,
 * `dcterms:modified` and `dcterms:accrualPeriodicity`), reckoned in civil days: monthly from 31
 * January is due on the last of February. A date of tomorrow is a clock ahead of ours, not an
 * error; later ones are flagged.
 *
 * @param today - the reader's day (see `today()`)
 */
export function judgeFreshness(dataset: Dataset, today: CivilDate): Freshness {
  const frequency = parseFrequency(dataset.frequency?.verbatim);
  const modified = lastUpdate(dataset);
  const base = { frequency, ...(modified === undefined ? {} : { modified }) };
  const { kind, months = 0, days = 0 } = frequency;
  if (modified !== undefined && daysBetween(today, modified) > 1) {
    return { ...base, status: 'future', remedy: 'correct-date' };
  }
  if (kind === 'undeclared') return { ...base, status: kind, remedy: 'declare-frequency' };
  if (kind === 'unreadable') {
    return { ...base, status: 'unreadable-frequency', remedy: 'readable-frequency' };
  }
  if (kind === 'irregular' || kind === 'never') return { ...base, status: 'irregular' };
  if (modified === undefined) return { ...base, status: 'unknown-date', remedy: 'declare-date' };
  const due = addDays(addMonths(modified, months), days);
  const daysLate = daysBetween(due, today);
  return daysLate > 0
    ? { ...base, status: 'late', due, daysLate, remedy: 'update-data' }
    : { ...base, status: 'current', due };
}
