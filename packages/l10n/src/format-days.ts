import { notAvailable, numberFormat } from './format-number.js';
import { cached } from './intl-locale.js';

/** Mean Gregorian lengths, in days. */
const MONTH = 30.436875;
const YEAR = 365.2425;

/**
 * How long ago or ahead: "hace 43 días", "ayer", "hoy", "dentro de 3 días". Days up to two months, months
 * up to two years, then years, rounded to the nearest.
 *
 * @param days - whole days from today, negative in the past (`daysBetween(today, date)`)
 */
export function formatRelativeDays(days: number | undefined, lang: string): string {
  if (typeof days !== 'number' || !Number.isFinite(days)) return notAvailable(lang);
  const whole = Math.trunc(days) + 0;
  const size = Math.abs(whole);
  if (size < 60) return relative(lang, 'auto').format(whole, 'day');
  // Never "el mes pasado" or "el año pasado", which name a month or a year, not a distance.
  return size < 730
    ? relative(lang, 'always').format(Math.round(whole / MONTH), 'month')
    : relative(lang, 'always').format(Math.round(whole / YEAR), 'year');
}

function relative(lang: string, numeric: 'auto' | 'always'): Intl.RelativeTimeFormat {
  return cached(
    `r ${numeric}`,
    lang,
    (locales) => new Intl.RelativeTimeFormat(locales, { numeric }),
  );
}

/** A length of time in whole days: "43 días", "1 día". */
export function formatDuration(days: number | undefined, lang: string): string {
  if (typeof days !== 'number' || !Number.isFinite(days)) return notAvailable(lang);
  const options: Intl.NumberFormatOptions = {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  };
  return numberFormat(lang, options).format(Math.trunc(days));
}
