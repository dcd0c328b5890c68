import { draftOf, fieldOf, type Draft, type Field } from './fields.js';
import { at, isRecord, listOf, textOf, textsOf } from './plain-value.js';

/** Nodes looked at in one document, nested ones included: a graph may point in circles. */
const MOST_NODES = 500_000;
/** Where services stand within a node that is none itself. */
const CONTAINERS = [
  '@graph',
  '@list',
  '@set',
  'itemListElement',
  'item',
  'itemOffered',
  'mainEntity',
  'hasOfferCatalog',
  'makesOffer',
  'hasPart',
  'about',
  'dataFeedElement',
];

/** `schema:GovernmentService`, `https://schema.org/GovernmentService` and `GovernmentService` are one. */
function localName(name: string): string {
  return name.replace(/^.*[/#:]/, '');
}

function typesOf(node: unknown): string[] {
  return textsOf(at(node, '@type')).map(localName);
}

export function isJsonLd(root: unknown): boolean {
  const first: unknown = Array.isArray(root) ? root.find(isRecord) : root;
  return (
    isRecord(first) && ['@context', '@graph', '@type'].some((key) => Object.hasOwn(first, key))
  );
}

/** A service and the nodes that its references mean. */
export interface LinkedService {
  readonly node: Record<string, unknown>;
  readonly byId: ReadonlyMap<string, Record<string, unknown>>;
}

/** All services of a JSON-LD document (schema.org `GovernmentService`, `Service` and its kinds), in order, each once. */
export function jsonLdServices(root: unknown): LinkedService[] {
  const byId = new Map<string, Record<string, unknown>>();
  const services: Record<string, unknown>[] = [];
  const seen = new Set<unknown>();
  const queue: unknown[] = [root];
  for (let next = 0; next < queue.length && next < MOST_NODES; next++) {
    const node = queue[next];
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    if (Array.isArray(node)) {
      for (const item of node as unknown[]) queue.push(item);
      continue;
    }
    const record = expanded(node as Record<string, unknown>);
    const id = record['@id'];
    // A bare reference is not the node it refers to.
    if (typeof id === 'string' && Object.keys(record).length > 1 && !byId.has(id))
      byId.set(id, record);
    if (typesOf(record).some((type) => /Service$/.test(type))) services.push(record);
    for (const key of CONTAINERS) if (Object.hasOwn(record, key)) queue.push(record[key]);
  }
  return services.map((node) => ({ node, byId }));
}

/** The same node with schema.org's prefix taken off its keys. */
function expanded(node: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(node);
  if (!keys.some((key) => /^(?:schema:|https?:\/\/schema\.org\/)/.test(key))) return node;
  return Object.fromEntries(
    keys.map((key) => [key.startsWith('@') ? key : localName(key), node[key]]),
  );
}

const FIELD_OF: Readonly<Record<string, Field>> = {
  termsOfService: 'resolution',
  dateModified: 'updated',
  processingTime: 'duration',
};
/** Read below, or of no use to a reader. */
const READ_APART: ReadonlySet<string> = new Set(
  'identifier provider serviceOperator jurisdiction areaServed offers availableChannel audience serviceAudience serviceOutput produces serviceType category keywords hoursAvailable isRelatedTo image logo potentialAction mainEntityOfPage sameAs url'.split(
    ' ',
  ),
);

export function jsonLdDraft({ node, byId }: LinkedService): Draft {
  const follow = (value: unknown): unknown => {
    const id = at(value, '@id');
    const isReference =
      typeof id === 'string' && isRecord(value) && Object.keys(value).length === 1;
    const found = isReference ? (byId.get(id) ?? value) : value;
    return isRecord(found) ? expanded(found) : found;
  };
  const all = (key: string): unknown[] => listOf(node[key]).map(follow);
  const nameOf = (value: unknown): string | undefined => textOf(value) ?? textOf(at(value, 'name'));
  const names = (key: string): string[] => all(key).flatMap((value) => nameOf(value) ?? []);

  const draft = draftOf(
    Object.keys(node)
      .filter((key) => !key.startsWith('@') && !READ_APART.has(key))
      .map((key) => [key, node[key]] as const),
    (key) => (Object.hasOwn(FIELD_OF, key) ? FIELD_OF[key] : fieldOf(key)),
  );
  const set = (field: Field, value: unknown): void => {
    if (value !== undefined && listOf(value).length > 0 && !draft.fields.has(field)) {
      draft.fields.set(field, value);
    }
  };
  const [identifier] = all('identifier').map(
    (value) => textOf(value) ?? textOf(at(value, 'value')),
  );
  set('homoclave', identifier);
  set('id', textOf(node['@id']));
  set('institution', [...names('provider'), ...names('serviceOperator')][0]);
  set('unit', names('serviceOperator')[0]);
  set('result', [...names('serviceOutput'), ...names('produces')].join('; ') || undefined);
  set('keywords', [
    ...names('keywords')
      .flatMap((text) => text.split(','))
      .map((text) => text.trim()),
    ...names('serviceType'),
    ...names('category'),
  ]);
  set(
    'audience',
    [...all('audience'), ...all('serviceAudience')].flatMap(
      (value) => textOf(value) ?? textOf(at(value, 'audienceType')) ?? nameOf(value) ?? [],
    ),
  );
  const areas = [...all('areaServed'), ...all('jurisdiction')];
  for (const area of areas) {
    const types = typesOf(area);
    if (types.includes('State')) set('state', nameOf(area));
    else if (types.includes('City')) set('municipality', nameOf(area));
    else if (types.includes('Country')) set('level', 'federal');
    else if (nameOf(area)) draft.other.push(['areaServed', nameOf(area)]);
  }
  if (areas.some((area) => typesOf(area).includes('City'))) set('level', 'municipal');
  else if (areas.some((area) => typesOf(area).includes('State'))) set('level', 'estatal');
  set(
    'cost',
    all('offers').flatMap((offer) => offersOf(offer, follow)),
  );
  readChannels(all('availableChannel'), follow, set);
  set('url', textOf(node['url']) ?? textsOf(node['url'])[0]);
  set('hours', all('hoursAvailable').flatMap(hoursOf));
  return draft;
}

/** Prices of an offer, of the offers within it, or of its price specification. */
function offersOf(offer: unknown, follow: (value: unknown) => unknown, depth = 0): unknown[] {
  if (!isRecord(offer)) return textsOf(offer);
  const inner = [...listOf(offer['offers']), ...listOf(offer['priceSpecification'])].map(follow);
  const own = {
    concepto: textOf(offer['name']) ?? textOf(offer['description']),
    monto: offer['price'],
    moneda: offer['priceCurrency'],
    minimo: offer['lowPrice'] ?? offer['minPrice'],
    maximo: offer['highPrice'] ?? offer['maxPrice'],
  };
  const isPriced = [own.monto, own.minimo, own.maximo].some((value) => value !== undefined);
  if (isPriced || depth > 3) return isPriced ? [own] : [];
  const found = inner.flatMap((item) => offersOf(item, follow, depth + 1));
  return found.length > 0 || own.concepto === undefined ? found : [own.concepto];
}

function readChannels(
  channels: readonly unknown[],
  follow: (value: unknown) => unknown,
  set: (field: Field, value: unknown) => void,
): void {
  const kinds = new Set<string>();
  const places: unknown[] = [];
  const phones: string[] = [];
  for (const channel of channels) {
    const text = textOf(channel);
    if (text !== undefined) kinds.add(text);
    const site = textOf(at(channel, 'serviceUrl')) ?? textOf(at(at(channel, 'serviceUrl'), 'url'));
    if (site) {
      kinds.add('online');
      set('url', site);
    }
    for (const value of listOf(at(channel, 'servicePhone')).map(follow)) {
      const phone = textOf(value) ?? textOf(at(value, 'telephone'));
      if (phone) phones.push(phone);
    }
    for (const value of listOf(at(channel, 'serviceLocation')).map(follow)) {
      kinds.add('in-person');
      const address = follow(at(value, 'address'));
      const lines = ['streetAddress', 'addressLocality', 'addressRegion', 'postalCode'];
      places.push({
        nombre: textOf(value) ?? textOf(at(value, 'name')),
        direccion:
          textOf(address) ?? lines.flatMap((key) => textOf(at(address, key)) ?? []).join(', '),
        telefono: at(value, 'telephone'),
        horario: [
          ...textsOf(at(value, 'openingHours')),
          ...listOf(at(value, 'openingHoursSpecification')).flatMap(hoursOf),
        ],
        url: at(value, 'url'),
      });
    }
    if (listOf(at(channel, 'servicePostalAddress')).length > 0) kinds.add('mail');
    const time = textOf(at(channel, 'processingTime'));
    if (time) set('duration', time);
  }
  if (phones.length > 0) kinds.add('phone');
  set('phone', phones);
  set('places', places);
  set('channels', [...kinds]);
}

const DAYS: Readonly<Record<string, string>> = {
  Monday: 'lunes',
  Tuesday: 'martes',
  Wednesday: 'miércoles',
  Thursday: 'jueves',
  Friday: 'viernes',
  Saturday: 'sábado',
  Sunday: 'domingo',
};

function hoursOf(value: unknown): string[] {
  const text = textOf(value);
  if (text !== undefined) return [text];
  const days = textsOf(at(value, 'dayOfWeek'))
    .flatMap((day) => (Object.hasOwn(DAYS, localName(day)) ? (DAYS[localName(day)] as string) : []))
    .join(', ');
  const from = textOf(at(value, 'opens'));
  const to = textOf(at(value, 'closes'));
  const line = [days, from && to ? `${from} a ${to}` : ''].filter(Boolean).join(', ');
  return line ? [line] : [];
}
