import { isCivilDate } from '@ventana/model';
import type { CivilDate } from '@ventana/model';
import { readsEnglish } from './intl-locale.js';

/** `long` "1 de marzo de 2026", `medium` "1 mar 2026". */
export type DateStyle = 'long' | 'medium';

/**
 * A calendar day in words, in the language of the words around it. It is printed as the day that
 * was written, in whatever time zone the reader is, and names its month: 03/01/2026 would be read
 * two ways.
 *
 * @param style - default `long`
 * @returns `undefined` for what is no civil date: the caller says "Fecha no válida" with it verbatim
 */
export function formatCivilDate(
  date: CivilDate | undefined,
  lang: string,
  style?: DateStyle,
): string | undefined {
  if (!isCivilDate(date)) return undefined;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return dayInWords(lang, year, month - 1, day, style);
}

/**
 * A moment where the reader is, with its hour: "1 de marzo de 2026 a las 6:00 p.m.".
 *
 * @param ms - milliseconds since 1970, UTC
 * @returns `undefined` for what is no moment
 */
export function formatInstant(ms: number | undefined, lang: string): string | undefined {
  const date = new Date(typeof ms === 'number' ? ms : NaN);
  if (Number.isNaN(+date)) return undefined;
  const hours = date.getHours();
  // ECMA-262 writes it HH:mm:ss.
  const hour = `${hours % 12 || 12}${date.toTimeString().slice(2, 5)}`;
  const [joint, am, pm] = readsEnglish(lang) ? ['at', 'AM', 'PM'] : ['a las', 'a.m.', 'p.m.'];
  const day = dayInWords(lang, date.getFullYear(), date.getMonth(), date.getDate());
  return `${day} ${joint} ${hour} ${hours < 12 ? am : pm}`;
}

const MONTHS =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre January February March April May June July August September October November December';

/**
 * As es-MX and en-US are written, and the languages that have no words of their own here as es-MX.
 * Not by `Intl`: a page's first DateTimeFormat costs Chromium 156 some 15 ms (60 to 100 with a slow
 * phone's processor), most of what a widget's first paint would spend on words.
 */
function dayInWords(
  lang: string,
  year: number,
  at: number,
  day: number,
  style: DateStyle = 'long',
): string {
  const isEnglish = readsEnglish(lang);
  const isShort = style === 'medium';
  const month = MONTHS.split(' ')[isEnglish ? at + 12 : at]!.slice(0, isShort ? 3 : 10);
  if (isEnglish) return `${month} ${day}, ${year}`;
  return [day, month, year].join(isShort ? ' ' : ' de ');
}
