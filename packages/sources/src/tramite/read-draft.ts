import {
  CHANNELS,
  parseChannels,
  parseCivilDate,
  parseCost,
  parseLevel,
  type Channel,
  type Cost,
  type Duration,
  type LegalBasis,
  type Requirement,
  type Tramite,
  type TramitePlace,
} from '@ventana/model';
import { guardAddress } from '../address.js';
import { type Draft, type Field } from './fields.js';
import { at, isRecord, listOf, textOf, textsOf } from './plain-value.js';

/** Notes something wrong in a record. */
export type Note = (code: string, where: string, found?: unknown) => void;

/** Fields that are one text, as written. */
const TEXTS = [
  'homoclave',
  'name',
  'description',
  'institution',
  'unit',
  'responsible',
  'state',
  'municipality',
  'modality',
  'copiesNote',
  'validity',
  'result',
  'resolution',
  'who',
  'when',
] as const satisfies readonly Field[];

/**
 * A trámite from a draft, whichever format it came from: strictly where a value must mean one
 * thing, as written everywhere else. `undefined` when there is nothing to call it by.
 *
 * @param id - for a record without a key
 */
export function readDraft({ fields, other }: Draft, id: string, note: Note): Tramite | undefined {
  const rest = [...other];
  const text = (field: Field): string | undefined => {
    const value = fields.get(field);
    const found = Array.isArray(value) ? textsOf(value).join('\n') || undefined : textOf(value);
    if (value !== undefined && found === undefined && hasContent(value)) {
      note('not-text', field, value);
      rest.push([field, value]);
    }
    return found;
  };
  const texts = Object.fromEntries(TEXTS.map((field) => [field, text(field)]));
  const { homoclave, name, description, institution, unit, modality } = texts;
  if (name === undefined && homoclave === undefined && description === undefined) return undefined;
  if (name === undefined) note('missing-name', 'name');

  const said = text('level');
  const level = said === undefined ? undefined : parseLevel(said);
  if (said !== undefined && !level) {
    note('unknown-level', 'level', said);
    rest.push(['nivel', said]);
  }
  const address = text('url');
  const url = guardAddress(address);
  if (address !== undefined && !url) note('bad-address', 'url', address);
  const date = text('updated');
  const updated = parseCivilDate(date);
  if (date !== undefined && !updated) note('bad-date', 'updated', date);

  const optional = {
    ...texts,
    unit: unit === institution ? undefined : unit,
    level,
    cost: readCost(fields.get('cost')),
    duration: readDuration(fields.get('duration')),
    visits: readCount(fields.get('visits')),
    uses: readCount(fields.get('uses')),
    url,
    urlVerbatim: url ? undefined : address,
    updated,
    updatedVerbatim: updated ? undefined : date,
  };
  return {
    ...(dropUndefined(optional) as Partial<Tramite>),
    id: homoclave ?? text('id') ?? id,
    name: name ?? '',
    channels: readChannels(fields.get('channels'), modality, rest),
    requirements: listOf(fields.get('requirements')).flatMap(readRequirement),
    steps: textsOf(listOf(fields.get('steps')).map((step) => named(step) ?? step)),
    places: readPlaces(fields),
    legalBasis: listOf(fields.get('legalBasis')).flatMap(readLegalBasis),
    lifeEvents: textsOf(fields.get('lifeEvents')),
    audience: textsOf(fields.get('audience')),
    keywords: textsOf(fields.get('keywords')),
    other: rest.flatMap(([field, value]) => {
      const plain = flatText(value);
      return plain ? [{ name: field, text: plain }] : [];
    }),
  };
}

function dropUndefined(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

function hasContent(value: unknown): boolean {
  return isRecord(value) ? Object.keys(value).length > 0 : listOf(value).length > 0;
}

/** The value under any of the names that our JSON and other people's use for a part. */
function part(value: unknown, ...keys: string[]): unknown {
  for (const key of keys) {
    const found = at(value, key);
    if (found !== undefined && found !== null && found !== '') return found;
  }
  return undefined;
}

function named(value: unknown): string | undefined {
  return textOf(
    part(value, 'nombre', 'name', 'texto', 'text', 'titulo', 'title', 'descripcion', 'description'),
  );
}

/** Any value as one text, for what has no field: `clave: valor` lines, two levels deep. */
function flatText(value: unknown, depth = 0): string | undefined {
  const plain = textOf(value);
  if (plain !== undefined || depth > 2) return plain;
  const lines = Array.isArray(value)
    ? value.slice(0, 50).map((item) => flatText(item, depth + 1))
    : isRecord(value)
      ? Object.keys(value)
          .slice(0, 50)
          .map((key) => {
            const inner = flatText(value[key], depth + 1);
            return inner && `${key}: ${inner}`;
          })
      : [];
  return lines.filter(Boolean).join('\n') || undefined;
}

/** The figures of a cost's or a time's parts as the text that people would write, for the same strict reading. */
function inWords(value: unknown, unit: string, ...single: string[]): string | undefined {
  const said = textOf(value) ?? textOf(part(value, 'texto', 'text', 'verbatim'));
  if (said !== undefined || !isRecord(value)) return said;
  if (part(value, 'gratuito', 'free') === true) return 'Gratuito';
  const uma = textOf(value['uma']);
  if (uma) return `${uma} UMA`;
  const one = textOf(part(value, ...single));
  const min = textOf(part(value, 'minimo', 'min', 'minPrice', 'lowPrice'));
  const max = textOf(part(value, 'maximo', 'max', 'maxPrice', 'highPrice'));
  if (one !== undefined || min === max) return (one ?? min) && `${one ?? min} ${unit}`;
  return min && max
    ? `${min} a ${max} ${unit}`
    : min
      ? `desde ${min} ${unit}`
      : `hasta ${max} ${unit}`;
}

/** Text, a number of pesos, or parts (`monto`, `moneda`, `minimo`, `maximo`, `uma`); several become words. */
function readCost(value: unknown): Cost | undefined {
  const lines = listOf(value).flatMap((item) => {
    const currency = textOf(part(item, 'moneda', 'currency', 'priceCurrency')) ?? 'MXN';
    const figures = inWords(item, currency, 'monto', 'amount', 'value', 'price');
    const label = textOf(part(item, 'concepto', 'option', 'name', 'nombre'));
    const text = figures ?? (label === undefined ? flatText(item) : undefined);
    return text || label ? { text, label } : [];
  });
  const [first, ...more] = lines;
  if (first && more.length === 0) return parseCost(first.text ?? first.label);
  const verbatim = lines
    .map(({ label, text }) => [label, text].filter(Boolean).join(': '))
    .join('\n');
  return verbatim ? { kind: 'words', verbatim } : undefined;
}

/** Text, or parts (`minimo`, `maximo`, `unidad`): as written, for `wholeTramite` to read. */
function readDuration(value: unknown): Duration | undefined {
  const unit = textOf(part(value, 'unidad', 'unit')) ?? '';
  const verbatim =
    inWords(value, unit, 'valor', 'value') ?? (textsOf(value).join('\n') || flatText(value));
  return verbatim && /[\p{L}\p{N}]/u.test(verbatim) ? { kind: 'words', verbatim } : undefined;
}

/** A whole number that is not negative; anything else is no count. */
function readCount(value: unknown): number | undefined {
  const number =
    typeof value === 'string' && /^\d{1,9}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0
    ? number
    : undefined;
}

function readChannels(
  value: unknown,
  modality: string | undefined,
  rest: [string, unknown][],
): Channel[] {
  const texts = textsOf(value);
  const channels = new Set<Channel>();
  for (const text of texts) {
    if ((CHANNELS as readonly string[]).includes(text)) channels.add(text as Channel);
    const found = parseChannels(text);
    for (const channel of found) channels.add(channel);
    // What a source calls a channel and we don't know is not lost.
    if (found.length === 0 && !(CHANNELS as readonly string[]).includes(text)) {
      rest.push(['canales', text]);
    }
  }
  if (texts.length === 0 && modality !== undefined) return parseChannels(modality);
  return CHANNELS.filter((channel) => channels.has(channel));
}

/** With how many originals and copies only where a part says it: `wholeTramite` reads it in the name. */
function readRequirement(value: unknown): Requirement[] {
  const name = textOf(value) ?? named(value) ?? textOf(part(value, 'documento', 'document'));
  if (name === undefined) return [];
  const count = (...keys: string[]): number | undefined => {
    const given = part(value, ...keys);
    return typeof given === 'boolean' ? Number(given) : readCount(given);
  };
  const optional = {
    original: count('original', 'originales'),
    copies: count('copias', 'copies', 'copia'),
    note: textOf(part(value, 'nota', 'note', 'observaciones')),
  };
  return [{ name, ...dropUndefined(optional) }];
}

function readPlaces(fields: ReadonlyMap<Field, unknown>): TramitePlace[] {
  const hours = textsOf(fields.get('hours')).join('\n') || undefined;
  const address = textsOf(fields.get('address')).join('\n') || undefined;
  const phone = textsOf(fields.get('phone')).join(', ') || undefined;
  const places = listOf(fields.get('places')).flatMap((value): TramitePlace[] => {
    const text = textOf(value);
    if (text !== undefined) return [{ name: text }];
    const given = part(value, 'url', 'liga', 'link');
    const url = guardAddress(given);
    const place = dropUndefined({
      name: textOf(part(value, 'nombre', 'name', 'lugar')),
      address: textOf(part(value, 'direccion', 'address', 'domicilio')),
      hours: textsOf(part(value, 'horario', 'horarios', 'hours')).join('\n') || undefined,
      phone: textsOf(part(value, 'telefono', 'telefonos', 'phone')).join(', ') || undefined,
      url,
    }) as TramitePlace;
    return Object.keys(place).length > 0 ? [place] : [];
  });
  const loose = dropUndefined({ hours, address, phone }) as TramitePlace;
  if (Object.keys(loose).length === 0) return places;
  // Hours and telephone of the whole record belong to its only place, or stand by themselves.
  const [only, ...more] = places;
  return only && more.length === 0 ? [{ ...loose, ...only }] : [...places, loose];
}

function readLegalBasis(value: unknown): LegalBasis[] {
  const text = textOf(value) ?? named(value) ?? textOf(part(value, 'articulo', 'ley'));
  const given = part(value, 'url', 'liga', 'link', 'enlace');
  const url = guardAddress(given);
  if (text === undefined && !url) return [];
  return [{ text: text ?? url ?? '', ...(url && { url }) }];
}
