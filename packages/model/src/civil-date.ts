/**
 * A calendar day as people write it, `YYYY-MM-DD`, with no hour and no time zone. It never passes
 * through `Date` in local time: `new Date('2026-03-01')` is 28 February in Mexico City.
 */
export type CivilDate = string & { readonly __civil?: never };

/** Of a day that is one: year, month and day. */
type Parts = [number, number, number];

const CIVIL = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Days from 1970-01-01, in the proleptic Gregorian calendar. */
function dayNumber(date: CivilDate): number {
  const [year, month, day] = date.split('-').map(Number) as Parts;
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, day);
  return Math.round(utc.getTime() / DAY_MS);
}

/** Is this exactly `YYYY-MM-DD`, and a day that exists (no 30 February)? */
export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== 'string' || !CIVIL.test(value)) return false;
  return fromDayNumber(dayNumber(value)) === value;
}

function fromDayNumber(day: number): CivilDate {
  const utc = new Date(day * DAY_MS);
  return civilDate(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate());
}

/**
 * The civil day at the head of an ISO 8601 date or date-time (`2016-04-19T19:48:05.433-03:00` is
 * 2016-04-19: the day its publisher wrote). `undefined` for anything else; `01/03/2026` is
 * ambiguous and is not guessed.
 */
export function parseCivilDate(value: unknown): CivilDate | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:?\d{2}.*)?$/.exec(value.trim());
  return match && isCivilDate(match[1]) ? match[1] : undefined;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day `days` after `date` (before it when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day `months` later, or that month's last day where it is shorter (31 January + 1 month = 28 or 29 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [y, m, d] = date.split('-').map(Number) as Parts;
  const index = y * 12 + m - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12;
  const lastDay = new Date(Date.UTC(2000 + (year % 400), month + 1, 0)).getUTCDate();
  return civilDate(year, month, Math.min(d, lastDay));
}

/**
 * Today as the reader's clock says.
 *
 * @param now - the instant; default the clock. Tests and stories hand in their own.
 */
export function today(now: Date = new Date()): CivilDate {
  return civilDate(now.getFullYear(), now.getMonth(), now.getDate());
}

/** @param month - 0 to 11 */
function civilDate(year: number, month: number, day: number): CivilDate {
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(day, 2)}`;
}
