import { plainWords } from '@ventana/model';

/** What a heading says that the amounts below it are in. */
export interface Unit {
  readonly factor: number;
  /** `undefined` where it says none, or `pesos`, of which there are many. */
  readonly currency: string | undefined;
  /** It says a multiple that is none of the known. */
  readonly isDoubtful: boolean;
}

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:miles (?:de )?millones|thousand millions?|billions?|mmd[pd])\b/, 1e9],
  [/\bbillones\b/, 1e12],
  [/\b(?:millones|millions?|md[pd])\b/, 1e6],
  [/\b(?:miles|millares|thousands?)\b/, 1e3],
];
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:usd?|dolar(?:es)?|dollars?|mm?dd)\b/, 'USD'],
  [/\b(?:eur|euros?)\b/, 'EUR'],
  [/\b(?:mxn|mn|m n)\b/, 'MXN'],
];
const DOUBTFUL = /\b(?:mm|mmm|(?:decenas|centenas|cientos|\d{1,3}) (?:de )?(?:miles|millones))\b/;
/** A phrase that says nothing but a unit, from its start or from its `en`. */
const PHRASE =
  /(?:^|\b(?:en|in) )(?:(?:cifras|importes|montos|cantidades|figures|expresad[oa]s?|unidad|unit|en|in|de|of|a|el|son|miles|millones|billones|thousands?|millions?|billions?|mm?d[pd]|pesos|mexicanos|dolares|dollars|usd|eur|euros?|mxn|mn|m|n|corrientes|constantes|nominales|precios|(?:19|20)\d\d)(?: |$))+$/;

const wordsOf = (text: string): string =>
  plainWords(text.replaceAll('€', ' eur ').replace(/US\$/gi, ' usd '));

/** The unit in a text, or `undefined` where it says none. */
export function unitIn(text: string): Unit | undefined {
  const words = wordsOf(text);
  const find = <T>(list: readonly (readonly [RegExp, T])[]): T | undefined =>
    list.find(([pattern]) => pattern.test(words))?.[1];
  const [factor, currency] = [find(FACTORS), find(CURRENCIES)];
  const isDoubtful = DOUBTFUL.test(words) || (!factor && /\b(?:[mb]ill|thous)/.test(words));
  if (!factor && !currency && !isDoubtful && !/\bpesos\b/.test(words)) return undefined;
  return { factor: isDoubtful ? 1 : (factor ?? 1), currency, isDoubtful };
}

/** The unit of a whole table, where a line outside it is about that: `(Cifras en miles de pesos)`. */
export function unitOfTitle(title: string): Unit | undefined {
  return title
    .split(/[()[\],;:]/)
    .filter((part) => PHRASE.test(wordsOf(part)))
    .map(unitIn)
    .find((unit) => unit);
}

/** A header without the unit that stands in brackets, and its year: `(millones de pesos de 2018)`. */
export function withoutUnit(header: string): string {
  const rest = header.replace(
    /\(([^()]*)\)|\[([^[\]]*)\]/g,
    (all, round: string, square: string) => (unitOfTitle(round ?? square) ? '' : all),
  );
  return rest.trim() || header;
}
