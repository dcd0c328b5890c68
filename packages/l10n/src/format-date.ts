import { isCivilDate } from '@ventana/model';
import type { CivilDate } from '@ventana/model';
import { cached, readsEnglish } from './intl-locale.js';

export interface CivilDateOptions {
  /**
   * `long` (default) "1 de marzo de 2026", `medium` "1 mar 2026", `short` "01/03/2026",
   * `month` "marzo de 2026".
   */
  readonly style?: 'long' | 'medium' | 'short' | 'month';
}

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};

/**
 * A calendar day in words. It is printed as the day that was written, in whatever time zone the
 * reader is. In English the short style names the month: 03/01/2026 would be read two ways.
 *
 * @returns `undefined` for what is no civil date: the caller says "Fecha no válida" with it verbatim
 */
export function formatCivilDate(
  date: CivilDate | undefined,
  lang: string,
  { style = 'long' }: CivilDateOptions = {},
): string | undefined {
  if (!isCivilDate(date)) return undefined;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const utc = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  utc.setUTCFullYear(year, month - 1, day);
  const chosen = style === 'short' && readsEnglish(lang) ? 'medium' : style;
  return dateFormat(lang, `d ${chosen}`, { ...STYLES[chosen], timeZone: 'UTC' }).format(utc);
}

export interface InstantOptions {
  /** IANA zone; default the reader's. An unknown one counts as none. */
  readonly timeZone?: string | undefined;
}

/**
 * A moment, with its hour: "1 de marzo de 2026 a las 6:00 p.m." (the joint is Intl's).
 *
 * @param ms - milliseconds since 1970, UTC
 * @returns `undefined` for what is no moment
 */
export function formatInstant(
  ms: number | undefined,
  lang: string,
  { timeZone }: InstantOptions = {},
): string | undefined {
  if (typeof ms !== 'number' || Number.isNaN(new Date(ms).getTime())) return undefined;
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short' };
  if (timeZone) {
    try {
      return dateFormat(lang, `t ${timeZone}`, { ...options, timeZone }).format(ms);
    } catch {
      // Unknown zone: the reader's own.
    }
  }
  return dateFormat(lang, 't', options).format(ms);
}

function dateFormat(
  lang: string,
  key: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return cached(
    key,
    lang,
    (locales) => new Intl.DateTimeFormat(locales, { calendar: 'gregory', ...options }),
  );
}
