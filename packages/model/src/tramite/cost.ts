import { parseAmount } from '../amount.js';
import { compareDecimals, toDecimal, type Decimal } from '../decimal.js';
import { fold } from './fold.js';

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
  /^(?:(?:es |tramite |servicio |totalmente |completamente )*(?:gratuit[oa]|gratis)|(?:tramite |servicio )?sin (?:ningun )?costo(?: alguno)?|no tiene (?:ningun )?costo|(?:ningun )?costo cero|sin cobro|exento(?: de pago)?|no aplica (?:costo|cobro)|ningun[oa]?(?: costo)?|free(?: of charge)?|no (?:cost|charge|fee))$/;
/** Amount in figures followed by the same in letters, as Mexican law writes it: `$500.00 (quinientos pesos 00/100 M.N.)`. */
const IN_LETTERS = /\s*\(([a-z\s]+)(?:\d{2}\/100\s*)?(?:m\.?\s?n\.?)?\)/;
const NUMBER = '\\d[\\d,.]*';
const UMA =
  '(?:veces )?(?:el valor (?:diario )?de )?(?:la )?(?:u\\.?m\\.?a\\.?s?|unidad(?:es)? de medida y actualizacion)(?: (?:diarias?|vigentes?))*';
const UMA_COST = new RegExp(
  `^(?:de |entre )?(${NUMBER})(?: ?(?:a|y|-) ?(${NUMBER}))? ?(?:${UMA})$`,
);
const RANGE = /^(?:(?:va )?de |desde |entre )?(.*?\d.*?) ?(?: a | y | hasta |-) ?(.*\d.*)$/;
const FROM =
  /^(?:(?:desde|a partir de|minimo(?: de)?)(?: los)? (.*\d.*)|(.*\d.*?)(?: en adelante| minimo))$/;
const UP_TO = /^(?:hasta|maximo(?: de)?|no mas de) (.*\d.*)$/;

/**
 * Reads a cost as people write it. The whole text must be one of: free (`Gratuito.`, `Sin costo`,
 * `$0.00`), an amount (`$1,234.00 M.N.`, `45 pesos`, `$500.00 (quinientos pesos 00/100 M.N.)`), a
 * range (`de $100 a $250`, `desde $300`, `hasta 2,000 pesos`) or UMA (`3.5 UMA`, `de 2 a 5 UMA`).
 * Anything more (`10 pesos por despensa`, `300 pesos en adelante dependiendo del armazón`,
 * `12,5`) stays words. `undefined` where there is no text. Never throws.
 */
export function parseCost(text: unknown): Cost | undefined {
  if (typeof text !== 'string' && typeof text !== 'number' && typeof text !== 'bigint') {
    return undefined;
  }
  const verbatim = String(text).trim();
  if (!/[\p{L}\p{N}]/u.test(verbatim)) return undefined;
  const words: Cost = { kind: 'words', verbatim };
  if (verbatim.length > MAX_CHARS) return words;
  const plain = fold(verbatim)
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(m\. ?n\. ?)?[.;\s]*$/, '$1')
    .replace(/^(?:costo|precio|tarifa|monto|pago)(?: (?:total|unico|fijo|de))?:? (?=\W*\d)/, '')
    .trim();
  if (FREE.test(plain)) return { kind: 'free', verbatim };
  const uma = UMA_COST.exec(plain);
  if (uma) {
    const min = umaCount(uma[1]);
    const max = uma[2] === undefined ? undefined : umaCount(uma[2]);
    const wrong = min === undefined || (uma[2] !== undefined && max === undefined);
    if (wrong || (max !== undefined && compareDecimals(min, max) > 0)) return words;
    return { kind: 'uma', min, ...(max === undefined ? {} : { max }), verbatim };
  }
  const letters = IN_LETTERS.exec(plain);
  const figures =
    letters && !/^(?:pesos )?(?:por|al|cada|mas|menos)\b/.test(letters[1]?.trim() ?? '')
      ? /\bpesos?\b|100/.test(letters[0])
        ? plain.replace(letters[0], ' ').trim()
        : plain
      : plain;
  const one = money(figures);
  if (one) {
    if (compareDecimals(one.value, '0') === 0) return { kind: 'free', verbatim };
    return { kind: 'amount', value: one.value, currency: one.currency ?? 'MXN', verbatim };
  }
  const from = FROM.exec(figures);
  const upTo = UP_TO.exec(figures);
  const between = from || upTo ? undefined : RANGE.exec(figures);
  const min = money(from?.[1] ?? from?.[2] ?? between?.[1]);
  const max = money(upTo?.[1] ?? between?.[2]);
  if (between ? !min || !max : !min && !max) return words;
  const currencies = new Set([min?.currency, max?.currency].filter((code) => code !== undefined));
  if (currencies.size > 1) return words;
  if (min && max && compareDecimals(min.value, max.value) > 0) return words;
  return {
    kind: 'range',
    ...(min && { min: min.value }),
    ...(max && { max: max.value }),
    currency: [...currencies][0] ?? 'MXN',
    verbatim,
  };
}

/** An amount of money that is not negative, with its currency where the text says it. */
function money(text: string | undefined): { value: Decimal; currency?: string } | undefined {
  if (text === undefined) return undefined;
  const amount = parseAmount(
    text
      .trim()
      .replace(/ ?dolares(?: americanos| estadounidenses)?$/, ' USD')
      .replace(/ ?pesos? (?:m\. ?n\.?|mexicanos|m\/n|mxn)$/, ' pesos')
      .replace(/ ?m\. ?n\.?$| ?m\/n$/, ' mn')
      .replace(/ ?peso$/, ' pesos')
      .toUpperCase(),
  );
  if (amount.kind !== 'amount' || amount.value.startsWith('-')) return undefined;
  return { value: amount.value, ...(amount.currency && { currency: amount.currency }) };
}

/** How many UMA: fractions are common and have up to four places, so a point is a point here. */
function umaCount(text: string | undefined): Decimal | undefined {
  return toDecimal(text?.replace(/^(\d{1,3}),(?=\d{3}(?:\.|$))/, '$1'));
}
