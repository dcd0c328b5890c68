import { guessedDraft } from './field-names.js';
import type { Draft, Field } from './fields.js';
import { at, isRecord, listOf, textOf, textsOf } from './plain-value.js';
import { hoursOf, placeOf, textsAt, valuesAt, type Follow } from './paths.js';

/** Nodes looked at in one document, nested ones included: a graph may point in circles. */
const MOST_NODES = 500_000;
/** Where services stand within a node that is none itself. */
const CONTAINERS =
  '@graph @list @set itemListElement item itemOffered mainEntity hasOfferCatalog makesOffer hasPart about dataFeedElement'.split(
    ' ',
  );

/** `schema:Service`, `https://schema.org/Service` and `Service` are one. */
const localName = (name: string): string => name.replace(/^.*[/#:]/, '');

const typesOf = (node: unknown): string[] => textsOf(at(node, '@type')).map(localName);

export function isJsonLd(root: unknown): boolean {
  const first: unknown = Array.isArray(root) ? root.find(isRecord) : root;
  return isRecord(first) && Object.keys(first).some((key) => /^@(?:context|graph|type)$/.test(key));
}

/** A service, and how to find what its references mean. */
export interface LinkedService {
  readonly node: Record<string, unknown>;
  readonly follow: Follow;
}

/** All services of a JSON-LD document (schema.org `GovernmentService`, `Service` and its kinds), each once. */
export function linkedServices(root: unknown): LinkedService[] {
  const byId = nodesById(root);
  const follow: Follow = (value) => byId.get(at(value, '@id')) ?? withLocalKeys(value);
  const services = new Set<Record<string, unknown>>();
  const queue = new Set<unknown>([root]);
  for (const node of queue) {
    if (queue.size > MOST_NODES) break;
    if (Array.isArray(node)) for (const item of node as unknown[]) queue.add(item);
    if (!isRecord(node)) continue;
    const record = withLocalKeys(node) as Record<string, unknown>;
    const whole = follow(node) as Record<string, unknown>;
    // Two that share an @id by mistake are two.
    const isWhole = sameName(record, whole);
    if (typesOf(record).some((type) => type.endsWith('Service'))) {
      services.add(isWhole ? whole : record);
    }
    for (const key of CONTAINERS) queue.add(record[key]);
  }
  return Array.from(services, (node) => ({ node, follow }));
}

/** Every node that has an `@id`, wherever it stands, with what each mention of it says. */
function nodesById(root: unknown): Map<unknown, Record<string, unknown>> {
  const byId = new Map<unknown, Record<string, unknown>>();
  const queue = new Set<unknown>([root]);
  for (const node of queue) {
    if (queue.size > MOST_NODES) break;
    if (typeof node !== 'object' || node === null) continue;
    for (const value of Object.values(node)) queue.add(value);
    const id = at(node, '@id');
    if (typeof id !== 'string') continue;
    const record = withLocalKeys(node) as Record<string, unknown>;
    const known = byId.get(id) ?? {};
    if (sameName(record, known)) byId.set(id, { ...record, ...known });
  }
  return byId;
}

function sameName(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const names = [one, other].map(({ name }) => textsOf(name).join());
  return !names[0] || !names[1] || names[0] === names[1];
}

/** The same node with schema.org's prefix taken off its keys, and of texts in several languages the Spanish ones. */
function withLocalKeys(node: unknown): unknown {
  if (!isRecord(node)) return node;
  const isPlain = Object.keys(node).every(
    (key) => !/^(?:schema:|https?:)/.test(key) && inSpanish(node[key]) === node[key],
  );
  if (isPlain) return node;
  return Object.fromEntries(
    Object.keys(node).map((key) => [key[0] === '@' ? key : localName(key), inSpanish(node[key])]),
  );
}

function inSpanish(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const languages = value.map((item) => at(item, '@language'));
  if (languages.length < 2 || !languages.every((each) => typeof each === 'string')) return value;
  const wanted = languages.find((each) => /^es\b/i.test(String(each))) ?? languages[0];
  return value.filter((_, number) => languages[number] === wanted);
}

/** Where our fields are in a node: one text, or all of them. */
const ONE: readonly (readonly [Field, string])[] = [
  ['homoclave', 'identifier.value|identifier'],
  ['id', '@id'],
  ['institution', 'provider.name|provider|serviceOperator.name'],
  ['unit', 'serviceOperator.name'],
  ['resolution', 'termsOfService'],
  ['updated', 'dateModified'],
  ['url', 'url|availableChannel.serviceUrl|availableChannel.serviceUrl.url'],
];
const ALL: readonly (readonly [Field, string])[] = [
  ['keywords', 'keywords.name|keywords|serviceType.name|serviceType|category.name|category'],
  [
    'audience',
    'audience.audienceType|audience.name|audience|serviceAudience.audienceType|serviceAudience',
  ],
  ['result', 'serviceOutput.name|serviceOutput|produces.name|produces'],
  ['phone', 'availableChannel.servicePhone.telephone|availableChannel.servicePhone'],
];
const AREAS: readonly (readonly [type: string, level: string, field?: Field])[] = [
  ['City', 'municipal', 'municipality'],
  ['State', 'estatal', 'state'],
  ['Country', 'federal'],
];
/** Read apart, or of no use to a reader. */
const READ_APART =
  /^(?:@.*|identifier|provider|serviceOperator|processingTime|termsOfService|dateModified|url|serviceType|category|audience|serviceAudience|serviceOutput|produces|areaServed|jurisdiction|offers|availableChannel|hoursAvailable|keywords|image|logo|potentialAction|sameAs)$/;

export function linkedDraft({ node, follow }: LinkedService): Draft {
  const draft = guessedDraft(node, READ_APART);
  const { fields, other } = draft;
  const set = (field: Field, value: unknown): void => {
    if (listOf(value).length > 0 && !fields.has(field)) fields.set(field, value);
  };
  for (const [field, paths] of ONE) set(field, textsAt(node, paths, follow)[0]);
  set(
    'duration',
    timeInWords(textsAt(node, 'processingTime|availableChannel.processingTime', follow)[0]),
  );
  for (const [field, paths] of ALL) set(field, textsAt(node, paths, follow));
  for (const area of valuesAt(node, 'areaServed|jurisdiction', follow)) {
    const name = textOf(area) ?? textsAt(area, 'name')[0];
    const kind = AREAS.find(([type]) => typesOf(area).includes(type));
    if (kind?.[2]) set(kind[2], name);
    if (kind) set('level', kind[1]);
    else if (name) other.push(['areaServed', name]);
  }
  set('cost', costsOf(node, follow));
  set('cost', textsAt(node, 'offers|offers.name|offers.description', follow));
  const places = valuesAt(node, 'availableChannel.serviceLocation', follow);
  const address = 'streetAddress addressLocality addressRegion postalCode'
    .split(' ')
    .map((key) => `address.${key}`)
    .join('|');
  set(
    'places',
    places.map((place) => placeOf(place, `address|${address}`, follow)),
  );
  set('hours', valuesAt(node, 'hoursAvailable', follow).flatMap(hoursOf));
  set('channels', [
    ...(textsAt(node, 'availableChannel.serviceUrl|availableChannel.serviceUrl.url', follow)
      .length > 0
      ? ['online']
      : []),
    ...(places.length > 0 ? ['in-person'] : []),
    ...(fields.has('phone') ? ['phone'] : []),
    ...textsAt(node, 'availableChannel', follow),
  ]);
  return draft;
}

/** ISO 8601, as schema.org writes a `Duration`, without seconds. */
const ISO_TIME =
  /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?)?$/;
const TIME_UNITS: readonly (readonly [one: string, many: string])[] = [
  ['año', 'años'],
  ['mes', 'meses'],
  ['semana', 'semanas'],
  ['día', 'días'],
  ['hora', 'horas'],
  ['minuto', 'minutos'],
];

/** `P3D` as `3 días`; any other text as it is. */
function timeInWords(text: string | undefined): string | undefined {
  const counts = ISO_TIME.exec(text ?? '')?.slice(1) ?? [];
  const words = counts.flatMap((count: string | undefined, number) => {
    const [one, many] = TIME_UNITS[number]!;
    return count === undefined ? [] : `${Number(count)} ${Number(count) === 1 ? one : many}`;
  });
  return words.join(' ') || text;
}

/** The offers that say a price, each with what it is for; the name of the service itself is no label. */
function costsOf(node: Record<string, unknown>, follow: Follow): unknown[] {
  const hasPrice = (offer: unknown): boolean =>
    textsAt(offer, 'price|minPrice|lowPrice|maxPrice|highPrice').length > 0;
  return valuesAt(node, 'offers|offers.offers', follow).flatMap((offer) => {
    const [name] = textsAt(offer, 'name');
    const label = {
      name: name === textOf(node['name']) ? undefined : name,
      description: textsAt(offer, 'description')[0],
    };
    const prices = valuesAt(offer, 'priceSpecification', follow).filter(hasPrice);
    return (prices.length > 0 ? prices : [offer].filter(hasPrice)).map((price) => ({
      ...(price as object),
      name: (price === offer ? undefined : textsAt(price, 'name')[0]) ?? label.name,
      description: textsAt(price, 'description')[0] ?? label.description,
      priceCurrency: textsAt(price, 'priceCurrency')[0] ?? textsAt(offer, 'priceCurrency')[0],
    }));
  });
}
