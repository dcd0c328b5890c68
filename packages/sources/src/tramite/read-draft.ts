import {
  CHANNELS,
  parseChannels,
  parseCivilDate,
  parseCost,
  parseLevel,
  type Channel,
  type Duration,
  type LegalBasis,
  type Requirement,
  type Tramite,
  type TramitePlace,
} from '@ventana/model';
import { foldWords } from '@ventana/model/tramite/fold.js';
import { guardAddress } from '../address.js';
import { OWN_NAMES, type Draft, type Field } from './fields.js';
import { at, dropUndefined, flatText, listOf, textOf, textsOf } from './plain-value.js';

/** Notes something wrong in a record. */
export type Note = (code: string, where: string, found?: unknown) => void;

/** Fields that are one text, as written, besides what a trámite is called by. */
const TEXTS = [
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
 * @param id - for a record with neither key nor name
 */
export function readDraft({ fields, other }: Draft, id: string, note: Note): Tramite | undefined {
  const rest = [...other];
  const text = (field: Field): string | undefined => {
    const value = fields.get(field);
    const found = Array.isArray(value) ? textsOf(value).join('\n') || undefined : textOf(value);
    if (found === undefined && flatText(value)) {
      note('not-text', field, value);
      rest.push([field, value]);
    }
    return found;
  };
  const count = (field: Field): number | undefined => {
    const value = fields.get(field);
    const found = readCount(value);
    if (found === undefined) rest.push([OWN_NAMES[field], value]);
    return found;
  };
  const homoclave = text('homoclave');
  const name = text('name');
  const description = text('description');
  if (!(name ?? homoclave ?? description)) return undefined;
  if (name === undefined) note('missing-name', 'name');

  // Properties are set by name, but for a dozen: made of a list of entries, or with more that are
  // set by a variable, an object is slow to make and to read.
  const tramite: { -readonly [K in keyof Tramite]: Tramite[K] } = {
    id: homoclave ?? text('id') ?? (idOf(name) || id),
    name: name ?? '',
    channels: [],
    requirements: listOf(fields.get('requirements')).flatMap(readRequirement),
    steps: textsOf(fields.get('steps')),
    places: readPlaces(fields),
    legalBasis: listOf(fields.get('legalBasis')).flatMap(readLegalBasis),
    lifeEvents: textsOf(fields.get('lifeEvents')),
    audience: textsOf(fields.get('audience')),
    keywords: textsOf(fields.get('keywords')),
    other: [],
  };
  for (const field of TEXTS) {
    const found = text(field);
    // A unit may be named as its institution.
    if (found !== undefined && (field !== 'unit' || found !== tramite.institution)) {
      tramite[field] = found;
    }
  }
  tramite.channels = readChannels(fields.get('channels'), tramite.modality, rest);
  if (homoclave !== undefined) tramite.homoclave = homoclave;
  if (description !== undefined) tramite.description = description;

  const said = text('level');
  const level = said === undefined ? undefined : parseLevel(said);
  if (level) tramite.level = level;
  else if (said !== undefined) {
    note('unknown-level', 'level', said);
    rest.push(['nivel', said]);
  }
  const cost = parseCost(plainCost(fields.get('cost')) ?? text('cost'));
  if (cost) tramite.cost = cost;
  const duration = readDuration(text('duration'));
  if (duration) tramite.duration = duration;
  const visits = count('visits');
  if (visits !== undefined) tramite.visits = visits;
  const uses = count('uses');
  if (uses !== undefined) tramite.uses = uses;
  const address = text('url');
  const url = guardAddress(address);
  if (url) tramite.url = url;
  else if (address !== undefined) {
    note('bad-address', 'url', address);
    tramite.urlVerbatim = address;
  }
  const date = text('updated');
  const updated = parseCivilDate(date);
  if (updated) tramite.updated = updated;
  else if (date !== undefined) {
    note('bad-date', 'updated', date);
    tramite.updatedVerbatim = date;
  }
  tramite.other = rest.flatMap(([field, value]) => {
    const plain = flatText(value);
    return plain ? [{ name: field, text: plain }] : [];
  });
  return tramite;
}

/** A key made from a name, for links and forms to hold while rows come and go: `#acta-de-nacimiento`. */
function idOf(name = ''): string {
  const words = foldWords(name.slice(0, 80));
  return words && `#${words.replaceAll(' ', '-')}`;
}

/** `{ monto, moneda }` as people would write it. Costs in other parts are put in words before. */
function plainCost(value: unknown): string | undefined {
  const amount = textOf(at(value, 'monto'));
  const currency = textOf(at(value, 'moneda'));
  return amount && (currency ? `${amount} ${currency}` : `$${amount}`);
}

/** As written, for `wholeTramite` to read. */
function readDuration(verbatim: string | undefined): Duration | undefined {
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
    const found = parseChannels(text);
    for (const channel of found) channels.add(channel);
    // What a source calls a channel and we don't know is not lost.
    if (found.length === 0) rest.push(['canales', text]);
  }
  if (texts.length === 0 && modality !== undefined) return parseChannels(modality);
  return CHANNELS.filter((channel) => channels.has(channel));
}

/** With how many originals and copies only where a part says it: `wholeTramite` reads it in the name. */
function readRequirement(value: unknown): Requirement[] {
  const note = textOf(at(value, 'nota'));
  // A part may be nothing but a note.
  const name = textOf(value) ?? textOf(at(value, 'nombre')) ?? note;
  if (name === undefined) return [];
  const count = (key: string): number | undefined => {
    const given = at(value, key);
    return typeof given === 'boolean' ? Number(given) : readCount(given);
  };
  const optional = {
    original: count('original'),
    copies: count('copias'),
    note: note === name ? undefined : note,
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
    const place = dropUndefined({
      name: textOf(at(value, 'nombre')),
      address: textOf(at(value, 'direccion')),
      hours: textsOf(at(value, 'horario')).join('\n') || undefined,
      phone: textsOf(at(value, 'telefono')).join(', ') || undefined,
      url: guardAddress(at(value, 'url')),
    }) as TramitePlace;
    return Object.keys(place).length > 0 ? [place] : [];
  });
  const loose = dropUndefined({ hours, address, phone }) as TramitePlace;
  if (Object.keys(loose).length === 0) return places;
  // Hours and telephone of the whole record belong to its only place, or stand by themselves.
  const [only, ...more] = places;
  const isOther = (key: string): boolean =>
    ![undefined, at(loose, key)].includes(at(only, key) as undefined);
  return only && more.length === 0 && !Object.keys(loose).some(isOther)
    ? [{ ...loose, ...only }]
    : [...places, loose];
}

function readLegalBasis(value: unknown): LegalBasis[] {
  const text = textOf(value) ?? textOf(at(value, 'texto'));
  const url = guardAddress(at(value, 'url'));
  if (text === undefined && !url) return [];
  return [{ text: text ?? url ?? '', ...(url && { url }) }];
}
