import type { Decimal } from '../decimal.js';
import { foldText } from '../fold-text.js';

/**
 * What a trámite costs. `verbatim` is always the source's own text; the rest is there only where
 * that text means one thing. Amounts without a currency in the text are pesos (`MXN`).
 */
export type Cost =
  | { readonly kind: 'free'; readonly verbatim: string }
  | {
      readonly kind: 'amount';
      readonly value: Decimal;
      readonly currency: string;
      readonly verbatim: string;
    }
  /** From `min` to `max`; one of them is absent in "desde $300" and "hasta $300". */
  | {
      readonly kind: 'range';
      readonly min?: Decimal;
      readonly max?: Decimal;
      readonly currency: string;
      readonly verbatim: string;
    }
  /** In Unidades de Medida y Actualización, whose value in pesos changes each February. */
  | {
      readonly kind: 'uma';
      readonly min: Decimal;
      readonly max?: Decimal;
      readonly verbatim: string;
    }
  /** Not one amount: it depends, or it can't be told. */
  | { readonly kind: 'words'; readonly verbatim: string };

/** Longer texts are explanations, never one amount: also the bound on the work a text can cause. */
const MAX_CHARS = 160;

const FREE =
  /^(?:(?:es |tramite |servicio |totalmente )*(?:gratuit[oa]|gratis)|(?:tramite |servicio )?(?:sin|no tiene) (?:ningun )?(?:costo|cobro)(?: alguno)?|costo cero|exento(?: de pago)?|ningun[oa]?(?: costo)?|free)$/;
/** The amount again in letters, as Mexican law writes it: `(quinientos pesos 00/100 M.N.)`. */
const IN_LETTERS = / ?\(([a-z ]+?)(?: pesos?)?(?: (\d\d)\/100)?(?: m\.? ?n\.?)?\)/;
/** 0 to 15, then 20 to 90, then 100 to 900. */
const NUMERALS =
  'cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(
    ' ',
  );
/** Digits as Mexico writes them: commas for thousands, a point and one or two digits for cents. */
const MONEY =
  /^(?<before>\$|us\$|mx\$|[a-z]{3} ?\$?)? ?(?<digits>(?!0\d)(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,2})?) ?(?<after>[a-z]{3}|pesos?(?: m\.? ?n\.?| mexicanos| mxn)?|m\.? ?n\.?|m\/n|dolares)?$/;
const UMA =
  /^(?:de |entre )?(\d+(?:\.\d{1,6})?)(?: ?(?:a|y|-) ?(\d+(?:\.\d{1,6})?))? (?:veces )?(?:el valor (?:diario )?de )?(?:la )?(?:u\.?m\.?a\.?s?|unidad(?:es)? de medida y actualizacion)(?: (?:diarias?|vigentes?))*$/;
const FROM =
  /^(?:(?:desde|a partir de|minimo(?: de)?)(?: los)? (.*)|(.*?)(?: en adelante| minimo))$/;
const UP_TO = /^(?:hasta|maximo(?: de)?|no mas de) (.*)$/;
const BETWEEN = /^(?:va )?(?:entre (.*\d.*?) y |(?:de )?(.*\d.*?) ?(?: a | hasta |-) ?)(.*\d.*)$/;

/**
 * Reads a cost as people write it. The whole text must be one of: free (`Gratuito.`, `Sin costo`,
 * `$0.00`), an amount (`$1,234.00 M.N.`, `45 pesos`, `$500.00 (quinientos pesos 00/100 M.N.)`), a
 * range (`de $100 a $250`, `desde $300`, `hasta 2,000 pesos`) or UMA (`3.5 UMA`, `de 2 a 5 UMA`).
 * Anything more (`10 pesos por despensa`, `300 pesos en adelante dependiendo del armazón`) and
 * anything with two readings (`12,5`, `1.234`) stays words. Stricter than `parseAmount` of
 * budgets, which come from all over the world. `undefined` where there is no text. Never throws.
 */
export function parseCost(text: unknown): Cost | undefined {
  if (!/^(?:string|number|bigint)$/.test(typeof text)) return undefined;
  const verbatim = String(text).trim();
  if (!/[\p{L}\p{N}]/u.test(verbatim)) return undefined;
  const words: Cost = { kind: 'words', verbatim };
  if (verbatim.length > MAX_CHARS) return words;
  const plain = foldText(verbatim)
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[.; ]+$/, '')
    .replace(/^(?:costo|precio|tarifa|monto|pago)(?: (?:total|unico|fijo|de))?:? (?=\W*\d)/, '')
    .trim();
  if (FREE.test(plain)) return { kind: 'free', verbatim };
  const uma = UMA.exec(plain);
  if (uma) {
    const [min, max] = [canonical(uma[1] ?? ''), uma[2] && canonical(uma[2])];
    if (max && Number(min) > Number(max)) return words;
    return { kind: 'uma', min, ...(max && { max }), verbatim };
  }
  const one = money(plain);
  if (one?.value === '0') return { kind: 'free', verbatim };
  if (one) return { kind: 'amount', value: one.value, currency: one.currency ?? 'MXN', verbatim };
  const from = FROM.exec(plain);
  const upTo = UP_TO.exec(plain);
  const [, between, to, end = ''] = BETWEEN.exec(plain) ?? [];
  const start = between ?? to ?? '';
  const [low, high] = from
    ? [from[1] ?? from[2]]
    : upTo
      ? [undefined, upTo[1]]
      : // Without a sign or a word of money they may be years, or a telephone.
        /[$a-z]/.test(start + end)
        ? [start, end]
        : [];
  const min = money(low);
  const max = money(high);
  const currency = min?.currency ?? max?.currency ?? 'MXN';
  if ([min, max].some((each) => each?.currency && each.currency !== currency)) return words;
  if (!min !== !low || !max !== !high || !(min ?? max)) return words;
  if (min && max && Number(min.value) > Number(max.value)) return words;
  return {
    kind: 'range',
    ...(min && { min: min.value }),
    ...(max && { max: max.value }),
    currency,
    verbatim,
  };
}

/**
 * An amount of money, with its currency where the text says one that is known. Letters in brackets
 * have to say the same amount.
 */
function money(text = ''): { value: Decimal; currency?: string } | undefined {
  const [again = '', letters, cents = '00'] = IN_LETTERS.exec(text) ?? [];
  const {
    before = '',
    digits,
    after = '',
  } = MONEY.exec(text.replace(again, '').trim())?.groups ?? {};
  if (!digits) return undefined;
  const said = [before.replace(/ ?\$?$/, ''), after].filter(Boolean);
  if (letters) said.push('mxn');
  const codes = said.map(currencyOf);
  const [currency] = codes;
  if (codes.some((code) => !code || code !== currency)) return undefined;
  const value = canonical(digits);
  if (letters && canonical(`${inFigures(letters)}.${cents}`) !== value) return undefined;
  return { value, ...(currency && { currency }) };
}

function currencyOf(word: string): string | undefined {
  if (/^(?:mxn?|m\W*n\W*|pesos?.*)$/.test(word)) return 'MXN';
  if (/^(?:usd?|dolares)$/.test(word)) return 'USD';
  return /^(?:eur|cad)$/.test(word) ? word.toUpperCase() : undefined;
}

/** `mil doscientos treinta y un` as 1231; `NaN` for other words. */
function inFigures(letters: string): number {
  let thousands = 0;
  let sum = 0;
  const words = letters
    .replace(/dieci\B/g, 'diez ')
    .replace(/veinti\B/g, 'veinte ')
    .replace(/ciento\b/g, 'cien')
    .split(/ (?:y )?/);
  for (const word of words) {
    const at = NUMERALS.indexOf(word);
    if (word === 'mil') {
      thousands = (sum || 1) * 1000;
      sum = 0;
    } else sum += at < 0 ? NaN : at < 16 ? at : (at < 24 ? at - 14 : (at - 23) * 10) * 10;
  }
  return thousands + sum;
}

/** `01,234.50` as `1234.5`: the canonical form of a {@link Decimal}. */
function canonical(digits: string): Decimal {
  return digits
    .replaceAll(',', '')
    .replace(/^0+(?=\d)/, '')
    .replace(/\.(\d*?)0+$/, '.$1')
    .replace(/\.$/, '');
}
