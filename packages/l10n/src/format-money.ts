import type { Decimal } from '@ventana/model';
import { exactFigure, printExact } from './exact-figure.js';
import { notAvailable, numberFormat, plainFigure } from './format-number.js';
import type { Figure } from './format-number.js';
import { cached, readsEnglish } from './intl-locale.js';
import { baseLanguage } from './language.js';
import { roundDecimal } from './round-decimal.js';

export interface MoneyOptions {
  /** ISO 4217 code, default MXN; what is no code (`PESOS`) is printed beside the figure as it is. */
  readonly currency?: string | undefined;
  /** `auto` (default): two decimals where there are cents, none where there are not. */
  readonly cents?: 'auto' | 'always' | 'never';
}

/** The code in capitals, `MXN` where none is said. @internal */
export function currencyCode(currency: string | undefined): string {
  const said = currency?.trim() || 'MXN';
  return /^[a-z]{3}$/i.test(said) ? said.toUpperCase() : said;
}

/**
 * An amount in full figures, exact at any size, halves of a cent away from zero.
 *
 * In Spanish pesos are `$1,234.50`, as in Mexico, and any other currency has its code:
 * `USD 1,234.50`. In English a bare `$` would be read as dollars and Intl's `MX$` is written by
 * nobody in Mexico: pesos are `$1,234.50 MXN`, as on the country's own price lists in English,
 * others as in Spanish. Where `$` would be another country's, pesos have their code too. No figure is `n/d` (`n/a`).
 */
export function formatMoney(
  value: Figure | undefined,
  lang: string,
  { currency, cents = 'auto' }: MoneyOptions = {},
): string {
  const exact = exactFigure(value);
  if (exact === undefined) return notAvailable(lang);
  const code = currencyCode(currency);
  const isCode = /^[A-Z]{3}$/.test(code);
  const amount = roundDecimal(exact, cents === 'never' ? 0 : 2);
  const decimals = cents === 'always' || amount.includes('.') ? 2 : 0;
  const pesos = code === 'MXN' && writesDollarSign(lang);
  const plain = isCode && !pesos ? undefined : plainFigure(amount, lang, 2);
  let text: string;
  if (plain) {
    const [, fraction = ''] = plain.split('.');
    const cents = decimals ? `${fraction ? '' : '.'}${'0'.repeat(2 - fraction.length)}` : '';
    text = (pesos ? plain.replace(/^-?/, '$&$') : plain) + cents;
  } else {
    text = printExact(
      numberFormat(lang, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        ...(isCode
          ? { style: 'currency', currency: code, currencyDisplay: pesos ? 'narrowSymbol' : 'code' }
          : {}),
      }),
      amount,
    );
  }
  if (!isCode) return `${text} ${code}`;
  return pesos && readsEnglish(lang) ? `${text} MXN` : text;
}

/** Elsewhere in the world `$` is another currency (`1.234,50 $` in Spain), so the code is said. */
function writesDollarSign(lang: string): boolean {
  const mexican = (locales: string[]): boolean =>
    locales[0] === 'es-MX' || new Intl.NumberFormat(locales).resolvedOptions().locale === 'es-MX';
  return readsEnglish(lang) || cached('$', lang, mexican);
}

export interface ShortMoneyOptions {
  /** ISO 4217 code, default MXN. */
  readonly currency?: string | undefined;
  /** `words` (default): "1.5 millones de pesos"; `mdp`: "1.5 mdp", always in millions, for columns. */
  readonly style?: 'words' | 'mdp';
}

export interface ShortMoney {
  readonly text: string;
  /** The abbreviation that `text` ends with and what it stands for, for an `<abbr>`. */
  readonly abbr?: { readonly short: string; readonly long: string };
}

/** What a power of ten is called: alone ("un millón") and otherwise. */
interface Scale {
  readonly power: number;
  readonly one: string;
  readonly many: string;
}

/**
 * Spanish counts by the long scale: 10^9 is "mil millones", and 10^12 is "un billón", which is what
 * Mexico's budgets and newspapers write (a federal budget is some 9 billones de pesos). English
 * "billion" is 10^9, so no Spanish text ever says it. Beyond, billones go on: "1,200 billones".
 */
const SPANISH: readonly Scale[] = [
  { power: 6, one: 'millón de', many: 'millones de' },
  { power: 9, one: 'mil millones de', many: 'mil millones de' },
  { power: 12, one: 'billón de', many: 'billones de' },
];

const ENGLISH: readonly Scale[] = [
  { power: 6, one: 'million', many: 'million' },
  { power: 9, one: 'billion', many: 'billion' },
  { power: 12, one: 'trillion', many: 'trillion' },
];

/**
 * An amount as people say it, with one decimal at most, halves away from zero: "1.5 millones de
 * pesos", "12.3 mil millones de pesos", "1.2 billones de pesos"; "12.3 billion pesos" in English.
 * Below a million, in full figures. What rounds up to the next word takes it: 999,950,000 is
 * "1 mil millones de pesos", never "1,000 millones".
 *
 * `mdp` (millones de pesos) is for Spanish and pesos; elsewhere the words are written, in millions
 * all the same ("12,345.6 million pesos"). What would round to 0 mdp is in full figures.
 *
 * A language without words here gets the Spanish ones, with their figures. Currencies are called by their names (Intl), unknown ones by what the data calls them.
 */
export function formatMoneyShort(
  value: Figure | undefined,
  lang: string,
  { currency, style = 'words' }: ShortMoneyOptions = {},
): ShortMoney {
  const exact = exactFigure(value);
  if (exact === undefined) return { text: notAvailable(lang) };
  const scales = readsEnglish(lang) ? ENGLISH : SPANISH;
  const wordsLang = readsEnglish(lang) || baseLanguage(lang) === 'es' ? lang : 'es-MX';
  const code = currencyCode(currency);
  const millions = scales[0]!;

  if (style === 'mdp') {
    const rounded = roundDecimal(exact, 1, millions.power);
    if (rounded === '0' && exact !== '0') return { text: formatMoney(exact, lang, { currency }) };
    if (scales === ENGLISH || code !== 'MXN') return inWords(rounded, millions, code, wordsLang);
    const figures = figuresOf(rounded, wordsLang);
    return { text: `${figures} mdp`, abbr: { short: 'mdp', long: 'millones de pesos' } };
  }

  if (digitsOf(roundDecimal(exact, 2)) < 7) return { text: formatMoney(exact, lang, { currency }) };
  const scale = scales.find(({ power }) => digitsOf(roundDecimal(exact, 1, power)) < 4);
  const chosen = scale ?? scales.at(-1)!;
  return inWords(roundDecimal(exact, 1, chosen.power), chosen, code, wordsLang);
}

/** Digits before the point. */
function digitsOf(value: Decimal): number {
  return value.replace('-', '').split('.', 1)[0]!.length;
}

function figuresOf(value: Decimal, lang: string): string {
  return (
    plainFigure(value, lang, 1) ??
    printExact(numberFormat(lang, { maximumFractionDigits: 1 }), value)
  );
}

function inWords(value: Decimal, scale: Scale, code: string, lang: string): ShortMoney {
  const word = /^-?1$/.test(value) ? scale.one : scale.many;
  return { text: `${figuresOf(value, lang)} ${word} ${currencyName(code, lang)}` };
}

/** "pesos", "dólares estadounidenses"; the code itself where Intl has no name for it. */
function currencyName(code: string, lang: string): string {
  if (code === 'MXN') return 'pesos';
  if (!/^[A-Z]{3}$/.test(code)) return code;
  const format = numberFormat(lang, { style: 'currency', currency: code, currencyDisplay: 'name' });
  return format.formatToParts(2).find(({ type }) => type === 'currency')?.value ?? code;
}
