import { foldWords } from '@ventana/model/tramite/fold.js';
import { OWN_NAMES, type Draft, type Field } from './fields.js';
import { at, flatText, isRecord, listOf, textOf, textsOf } from './plain-value.js';

/**
 * A draft whose parts are under the names that `readDraft` knows, and whose costs, times and steps
 * are in the words that people would write, for the same strict reading. What of a part has no
 * place there stays in its text, or among the other fields.
 */
export function inKnownParts(draft: Draft | undefined): Draft | undefined {
  if (!draft) return undefined;
  const { fields, other } = draft;
  const say = (field: Field, words: (value: unknown) => unknown): void => {
    const value = fields.get(field);
    if (typeof value === 'object') fields.set(field, words(value));
  };
  const each = (field: Field, known: (part: Part) => unknown): void =>
    say(field, (value) => listOf(value).map((item) => (isPart(item) ? known(partOf(item)) : item)));
  say('cost', costInWords);
  say('duration', durationInWords);
  each('requirements', knownRequirement);
  each('steps', (part) => {
    const title = textOf(part.take(...NAME));
    const words = textOf(part.take(...DESCRIPTION));
    return textsOf([title, words, part.rest()]).join(': ');
  });
  each('places', (part) => {
    const place = {
      nombre: part.take(...NAME, 'lugar'),
      direccion: part.take('direccion', 'address', 'domicilio'),
      horario: part.take('horario', 'horarios', 'hours'),
      telefono: part.take('telefono', 'telefonos', 'phone'),
      url: part.take(...LINK),
    };
    const rest = part.rest();
    if (rest) other.push([OWN_NAMES.places, textsOf([place.nombre, rest]).join('\n')]);
    return place;
  });
  each('legalBasis', (part) => {
    const url = part.take(...LINK);
    const law = part.take(...NAME, 'ley');
    const article = textOf(part.take('articulo'));
    const words = [law, article && /^\d/.test(article) ? `art. ${article}` : article, part.rest()];
    return { texto: textsOf(words).join(', '), url };
  });
  return draft;
}

const NAME = ['nombre', 'name', 'texto', 'text', 'titulo', 'title'];
const DESCRIPTION = ['descripcion', 'description'];
const LINK = ['url', 'liga', 'link', 'enlace'];
/** Of no use to a reader. */
const NO_USE = /^(?:[$@].*|id|orden|numero|order|number)$/;

/** A record of which one key after another is read. */
interface Part {
  /** The value under the first of these names that has one. */
  take(...names: string[]): unknown;
  /** What nobody took, as one text. */
  rest(): string | undefined;
}

function partOf(record: Readonly<Record<string, unknown>>): Part {
  const left = new Map(Object.entries(record));
  return {
    take(...names) {
      for (const name of names) {
        const value = left.get(name);
        if (value === '' || value === null || value === undefined) continue;
        left.delete(name);
        return value;
      }
      return undefined;
    },
    rest() {
      const kept = [...left].filter(([name]) => !NO_USE.test(name));
      // A text in a language would pass for several.
      return kept.length > 0 ? flatText(Object.fromEntries(kept)) : undefined;
    },
  };
}

/** A record that is no text in several languages. */
function isPart(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && textOf(value) === undefined;
}

function knownRequirement(part: Part): unknown {
  const name = part.take(...NAME, 'documento', 'document') ?? part.take(...DESCRIPTION);
  const counts = {
    original: part.take('original', 'originales'),
    copias: part.take('copias', 'copies', 'copia'),
  };
  const notes = textsOf([
    part.take('nota', 'note', 'observaciones'),
    part.take(...DESCRIPTION),
    part.rest(),
  ]);
  return { nombre: name, ...counts, nota: notes.join('\n') };
}

/** Labels that say no more than that it is a cost. */
const NO_LABEL =
  /^(?:(?:costo|precio|tarifa|monto|importe|pago|derechos)(?: total| unico| general)?|total|cost|price|fee|offer|oferta)?$/;

/** Of a cost or time of our own model, written out as JSON: the source's words, from which the rest was read. */
function asRead(value: unknown): string | undefined {
  return textOf(at(value, 'kind')) && textOf(at(value, 'verbatim'));
}

/** One cost with a label that says for what ("Por hoja") is no cost of the whole: it keeps it. */
function costInWords(value: unknown): string | undefined {
  const lines = listOf(value).map((item) => {
    const said = asRead(item);
    if (said !== undefined) return said;
    if (!isPart(item) || saysTwoCosts(item)) return textOf(item) ?? flatText(item);
    const part = partOf(item);
    const currency = textOf(part.take('moneda', 'currency', 'priceCurrency'));
    const figures = figuresOf(part, currency ? '' : '$', 'monto', 'amount', 'value', 'price');
    // "Variable" has no currency, and a UMA is none.
    const isMoney = currency && figures && /\d/.test(figures) && !/uma/i.test(figures);
    const amount = isMoney ? `${figures} ${currency}` : figures;
    const names = [
      part.take('concepto', 'option', 'name', 'nombre'),
      part.take('amount_description', ...DESCRIPTION),
      part.take('unitText', 'unidad'),
    ];
    const label = [...new Set(textsOf(names))].filter((name) => !NO_LABEL.test(foldWords(name)));
    const text = amount ?? (label.length === 0 ? flatText(item) : undefined);
    return [label.join(', '), text].filter(Boolean).join(': ');
  });
  return [...new Set(lines)].filter(Boolean).join('\n') || undefined;
}

const AMOUNTS =
  'monto amount value price minimo min minPrice lowPrice maximo max maxPrice highPrice'.split(' ');

/** Free but for an amount, or an amount and UMA: the source does not say which one holds. */
function saysTwoCosts(cost: Readonly<Record<string, unknown>>): boolean {
  const isGiven = (name: string): boolean => Number(textOf(cost[name]) ?? 0) !== 0;
  const ways = [cost['gratuito'] === true || cost['free'] === true, isGiven('uma')];
  return [...ways, AMOUNTS.some(isGiven)].filter(Boolean).length > 1;
}

function durationInWords(value: unknown): string | undefined {
  const said = asRead(value);
  if (said !== undefined) return said;
  if (!isPart(value)) return textOf(value) ?? (textsOf(value).join('\n') || flatText(value));
  const part = partOf(value);
  const unit = textOf(part.take('unidad', 'unit')) ?? '';
  const figures = figuresOf(part, '', 'valor', 'value');
  return figures === undefined ? flatText(value) : `${figures} ${unit}`.trim();
}

/** The figures of a part, plain ones after a sign: `10`, `10 a 20`, `desde 10`. */
function figuresOf(part: Part, sign: string, ...single: string[]): string | undefined {
  const said = textOf(part.take('texto', 'text', 'verbatim'));
  if (said !== undefined) return said;
  if (part.take('gratuito', 'free') === true) return 'Gratuito';
  const uma = textOf(part.take('uma'));
  if (uma) return `${uma} UMA`;
  const figure = (...names: string[]): string | undefined => {
    const text = textOf(part.take(...names));
    return text && /^\d[\d.,]*$/.test(text) ? sign + text : text;
  };
  const one = figure(...single);
  const min = figure('minimo', 'min', 'minPrice', 'lowPrice');
  const max = figure('maximo', 'max', 'maxPrice', 'highPrice');
  if (one !== undefined || min === max) return one ?? min;
  return min && max ? `${min} a ${max}` : min ? `desde ${min}` : `hasta ${max}`;
}
