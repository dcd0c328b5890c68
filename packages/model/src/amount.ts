import { shiftPoint, toDecimal, type Decimal } from './decimal.js';

/** What a cell that should hold an amount of money holds. */
export type Amount =
  | {
      readonly kind: 'amount';
      readonly value: Decimal;
      /** ISO 4217, when the text says it (`USD`, `MXN`, `M.N.`, `pesos`, `€`). `$` alone says nothing. */
      readonly currency?: string | undefined;
    }
  /** Nothing there: no amount was given. */
  | { readonly kind: 'none' }
  /** Something is there, and it is no amount or more than one reading is possible. */
  | { readonly kind: 'unreadable'; readonly verbatim: string };

export interface AmountOptions {
  /** A lone dash: `zero`, as accountants write it, or `none` (the default). */
  readonly dash?: 'zero' | 'none';
  /**
   * The decimal mark, where the source or the whole column shows it. Without it `1.234` is
   * unreadable (one and a bit, or a thousand?) and `1,234` is 1234, as Mexico writes thousands.
   */
  readonly decimal?: '.' | ',';
}

const NONE: Amount = { kind: 'none' };
/** Longer than any amount: also the bound on the work that a hostile text can cause. */
const MAX_CHARS = 80;
const WORDS: Readonly<Record<string, string>> = {
  $: '',
  US$: 'USD',
  MX$: 'MXN',
  '€': 'EUR',
  '£': 'GBP',
  'M.N.': 'MXN',
  'M.N': 'MXN',
  MN: 'MXN',
  PESOS: 'MXN',
  'PESOS MEXICANOS': 'MXN',
};

/**
 * Reads an amount strictly: the whole text must be one, and mean one thing.
 *
 * Read: `1234.5`, `1,234.50`, `$1,234.00 M.N.`, `MXN 1,500`, `1 234,50` (any kind of space),
 * `1.234,50` and `1.234.567` (dots can only be thousands there), `1'234,567.00`, `1.5E+9`;
 * negative as `-8`, `8-`, `(8)`, also with U+2212; finite numbers and bigints.
 * `unreadable`: `1.234` and `12,5` unless `decimal` says what the mark is, `12,34,567`, `5 %`,
 * `1.5 millones`, `10 UMA`, two currencies, any other text. Never throws.
 */
export function parseAmount(text: unknown, options: AmountOptions = {}): Amount {
  if (text === null || text === undefined) return NONE;
  if (typeof text !== 'string') {
    const value = toDecimal(text);
    return value === undefined ? unreadable(text) : { kind: 'amount', value };
  }
  if (/^-?(?!0\d)\d{1,15}$/.test(text)) {
    return { kind: 'amount', value: text === '-0' ? '0' : text };
  }
  if (text.length > MAX_CHARS) return text.trim() === '' ? NONE : unreadable(text);
  const plain = text
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff]+/g, ' ')
    .trim()
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  if (plain === '') return NONE;
  if (/^\$? ?-+$/.test(plain)) {
    return options.dash === 'zero' ? { kind: 'amount', value: '0' } : NONE;
  }
  const match = /^([^\d.]*)(\.?\d(?:.*\d)?)([^\d]*)$/.exec(plain);
  const front = match && affix(match[1] ?? '');
  const back = match && affix(match[3] ?? '');
  if (!front || !back) return unreadable(text);
  const signs = front.sign + back.sign;
  const currencies = new Set([front.currency, back.currency].filter((code) => code !== ''));
  const digits = toPlainDigits(match[2] ?? '', options.decimal);
  if (digits === undefined || currencies.size > 1 || !/^(?:|-|\+|\(\))$/.test(signs)) {
    return unreadable(text);
  }
  if (back.sign === '+') return unreadable(text);
  const value = toDecimal(signs === '' || signs === '+' ? digits : `-${digits}`);
  if (value === undefined) return unreadable(text);
  return { kind: 'amount', value, currency: [...currencies][0] };
}

/** The sign and currency in what stands before or after the digits; `undefined` for other text. */
function affix(text: string): { sign: string; currency: string } | undefined {
  const sign = text.replace(/[^-+()]/g, '');
  const word = text
    .replace(/[-+()]/g, '')
    .trim()
    .toUpperCase();
  if (word === '') return { sign, currency: '' };
  let currency = '';
  for (const part of Object.hasOwn(WORDS, word) ? [word] : word.split(' ')) {
    const code = Object.hasOwn(WORDS, part) ? WORDS[part] : isCurrency(part) ? part : undefined;
    if (code === undefined || (code !== '' && currency !== '' && code !== currency)) {
      return undefined;
    }
    currency ||= code;
  }
  return { sign, currency };
}

let known: ReadonlySet<string> | undefined;

/** Is it a code of ISO 4217? Three capitals do not make one: `10 UMA` is no amount of money. */
function isCurrency(code: string): boolean {
  known ??= new Set(Intl.supportedValuesOf?.('currency') ?? ['MXN', 'USD', 'EUR']);
  return known.has(code);
}

/** Digits with at most one point, from text that writes them with separators; else `undefined`. */
function toPlainDigits(body: string, decimal: '.' | ',' | undefined): string | undefined {
  const exponent = /^(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,2})$/.exec(body);
  if (exponent) return shiftPoint(exponent[1] ?? '', exponent[2] ?? '', Number(exponent[3]));
  if (/^\d+$/.test(body)) return body;
  if (/^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(body)) {
    return body.replaceAll(' ', '').replace(',', '.');
  }
  if (decimal !== ',') {
    if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(body)) return body.replaceAll(',', '');
    if (/^\d{1,3}'\d{3},\d{3}(?:\.\d+)?$/.test(body)) return body.replace(/[',]/g, '');
    const ambiguous = decimal === undefined && /^[1-9]\d{0,2}\.\d{3}$/.test(body);
    if (/^\d*\.\d+$/.test(body)) return ambiguous ? undefined : body.replace(/^\./, '0.');
  }
  if (decimal === ',' && /^\d+,\d+$/.test(body)) return body.replace(',', '.');
  const dotted =
    decimal === ','
      ? /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
      : decimal === undefined
        ? /^\d{1,3}(?:\.\d{3})+(?:\.\d{3}|,\d+)$/
        : undefined;
  if (dotted?.test(body)) return body.replaceAll('.', '').replace(',', '.');
  return undefined;
}

function unreadable(value: unknown): Amount {
  const verbatim =
    typeof value === 'object' || typeof value === 'function'
      ? Array.isArray(value)
        ? '[…]'
        : '{…}'
      : String(value);
  return { kind: 'unreadable', verbatim };
}
