import { numberFormat } from './format-number.js';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'];

/**
 * A file's size in decimal units (1 kB is 1,000 bytes, as the SI and file managers say), with one
 * decimal at most: "512 bytes", "1.3 kB", "12 MB".
 *
 * @returns `undefined` for no size: unknown, negative, not a number
 */
export function formatBytes(bytes: number | undefined, lang: string): string | undefined {
  if (typeof bytes !== 'number' || !Number.isFinite(bytes) || bytes < 0) return undefined;
  let value = Math.round(bytes);
  let unit = 0;
  // 999,950 would print "1,000 kB": it is 1 MB.
  while (unit < UNITS.length - 1 && Math.round(value * 10) >= 10_000) {
    value /= 1000;
    unit++;
  }
  return numberFormat(lang, {
    style: 'unit',
    unit: UNITS[unit]!,
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(value);
}
