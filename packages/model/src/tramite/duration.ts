import { foldText } from '../fold-text.js';

export type DurationUnit = 'minute' | 'hour' | 'business-day' | 'day' | 'week' | 'month' | 'year';

/** How long a trámite takes. `verbatim` is always the source's own text. */
export type Duration =
  | { readonly kind: 'immediate'; readonly verbatim: string }
  /** From `min` (absent in "hasta 10 días") to `max`, both included; equal where one figure is given. */
  | {
      readonly kind: 'span';
      readonly min?: number;
      readonly max: number;
      readonly unit: DurationUnit;
      /** "aprox.", "alrededor de". */
      readonly approximate?: true;
      /** From when it counts, as written: `tras reunir requisitos`. */
      readonly from?: string;
      readonly verbatim: string;
    }
  /** It depends, has several parts, or can't be told. */
  | { readonly kind: 'words'; readonly verbatim: string };

const UNITS: readonly (readonly [RegExp, DurationUnit])[] = [
  [/^min(?:uto)?s?$|^minutes?$/, 'minute'],
  [/^h(?:o?rs?|oras?)?$|^hours?$/, 'hour'],
  [/^dias? habil(?:es)?$|^dias? laborables?$|^(?:business|working) days?$/, 'business-day'],
  [/^dias?(?: (?:naturales|natural|calendario|corridos))?$|^(?:calendar )?days?$/, 'day'],
  [/^semanas?$|^weeks?$/, 'week'],
  [/^mes(?:es)?$|^months?$/, 'month'],
  [/^anos?$|^years?$/, 'year'],
];

const NUMERALS: readonly string[] =
  'cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince'.split(
    ' ',
  );
const TENS: Readonly<Record<string, number>> = {
  una: 1,
  uno: 1,
  veinte: 20,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
};

const COUNT = `(\\d{1,4}|${[...NUMERALS, ...Object.keys(TENS)].join('|')})(?: \\(([a-z]+(?: y [a-z]+)?|\\d{1,4})\\))?`;
const UNIT =
  '(min(?:uto)?s?|h(?:o?rs?|oras?)?|dias?(?: (?:habil(?:es)?|laborables?|natural(?:es)?|calendario|corridos))?|semanas?|mes(?:es)?|anos?|minutes?|hours?|(?:business |working |calendar )?days?|weeks?|months?|years?)\\.?';
const SPAN = new RegExp(
  `^(?<lead>(?:(?:plazo|tiempo)(?: de)?(?: (?:respuesta|entrega|resolucion|atencion))?(?: (?:maximo|estimado))?:? |maximo(?: de)? |hasta |en |dentro de |no mas de |(?:aproximadamente|aprox\\.?|alrededor de|cerca de|unos) )*)(?:de |entre )?${COUNT}(?: ?(?:${UNIT})?(?:-| a | y | o | hasta ) ?${COUNT})? ?${UNIT}(?<about> (?:aprox(?:imados|imadamente)?\\.?|maximo|como maximo))?(?<from> (?:tras|despues de|a partir de|contados? (?:a partir|desde)|una vez|posteriores a|siguientes a) [^\\d,;:()]*)?$`,
);
const IMMEDIATE =
  /^(?:(?:respuesta|entrega|atencion|tramite|de manera|de forma|resolucion) )?(?:inmediat[oa]|al momento|en el (?:momento|acto)|instantane[oa]|immediate)$/;
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;
const ISO_UNITS: readonly DurationUnit[] = ['year', 'month', 'week', 'day', 'hour', 'minute'];
const MAX_CHARS = 160;

/**
 * Reads a time as people write it. The whole text must be one: `Inmediato`, `5-8 días hábiles`,
 * `2 meses aprox.`, `hasta 30 minutos`, `1-3 días hábiles tras reunir requisitos` (when it starts
 * does not change how long it is), `Un mes`, ISO 8601 `P3D`. A condition or a second part
 * (`Inmediato si hay asesor`, `1 hora por sesión`, `Consulta: 30 minutos`) makes it words.
 * `undefined` where there is no text. Never throws.
 */
export function parseDuration(text: unknown): Duration | undefined {
  if (typeof text !== 'string') return undefined;
  const verbatim = text.trim();
  if (!/[\p{L}\p{N}]/u.test(verbatim)) return undefined;
  const words: Duration = { kind: 'words', verbatim };
  if (verbatim.length > MAX_CHARS) return words;
  const iso = ISO.exec(verbatim);
  if (iso) return isoSpan(iso, verbatim) ?? words;
  const plain = foldText(verbatim)
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[.;\s]+$/, '');
  if (IMMEDIATE.test(plain)) return { kind: 'immediate', verbatim };
  const match = SPAN.exec(plain);
  if (!match) return words;
  const [, , first, firstAgain, unitBetween, second, secondAgain, unitText] = match;
  const unit = unitOf(unitText);
  const low = count(first);
  const high = second === undefined ? low : count(second);
  // "3 días a 2 semanas": two units are two readings of one span, and none of them is exact.
  if (!unit || (unitBetween !== undefined && unitOf(unitBetween) !== unit)) return words;
  if (low === undefined || high === undefined || low > high) return words;
  const { lead = '', about = '', from } = match.groups ?? {};
  // The figure again in letters has to be the same one.
  if (count(firstAgain ?? first) !== low || count(secondAgain ?? second ?? first) !== high)
    return words;
  // "De 9 a 15 hrs": when the office is open.
  if (unit === 'hour' && second !== undefined && low >= 6 && high <= 23) return words;
  const isLimit = second === undefined && /maximo|hasta|dentro|no mas/.test(lead + about);
  return {
    kind: 'span',
    ...(isLimit ? {} : { min: low }),
    max: high,
    unit,
    ...(/aprox|alrededor|cerca|unos|estimado/.test(lead + about) && { approximate: true as const }),
    ...(from && { from: from.trim() }),
    verbatim,
  };
}

function unitOf(text: string | undefined): DurationUnit | undefined {
  return text === undefined ? undefined : UNITS.find(([pattern]) => pattern.test(text))?.[1];
}

function count(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const [ten, ...ones] = text
    .replace(/^dieci\B/, 'diez y ')
    .replace(/^veinti\B/, 'veinte y ')
    .split(' y ')
    .map((word) => {
      const at = NUMERALS.indexOf(word);
      return at >= 0 ? at : Object.hasOwn(TENS, word) ? TENS[word] : undefined;
    });
  const [one = 0] = ones;
  return ten === undefined || ones.includes(undefined) ? undefined : ten + one;
}

/** An ISO duration with one part; with several (`P1M3D`) there is no one unit to say it in. */
function isoSpan(iso: RegExpExecArray, verbatim: string): Duration | undefined {
  const parts = ISO_UNITS.flatMap((unit, index) => {
    const figure = iso[index + 1];
    return figure === undefined ? [] : [{ unit, figure: Number(figure) }];
  });
  const [only, ...more] = parts;
  if (!only || more.length > 0) return undefined;
  return { kind: 'span', min: only.figure, max: only.figure, unit: only.unit, verbatim };
}
