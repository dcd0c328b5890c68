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
  const byId = new Map<unknown, Record<string, unknown>>();
  const follow: Follow = (value) => {
    const isReference = isRecord(value) && '@id' in value && Object.keys(value).length === 1;
    return (isReference && byId.get(value['@id'])) || withLocalKeys(value);
  };
  const services = new Set<Record<string, unknown>>();
  const queue = new Set<unknown>([root]);
  for (const node of queue) {
    if (queue.size > MOST_NODES) break;
    if (Array.isArray(node)) for (const item of node as unknown[]) queue.add(item);
    if (!isRecord(node)) continue;
    const record = withLocalKeys(node) as Record<string, unknown>;
    // A bare reference is not the node it refers to.
    if (Object.keys(record).length > 1 && !byId.has(record['@id'])) byId.set(record['@id'], record);
    if (typesOf(record).some((type) => type.endsWith('Service'))) services.add(record);
    for (const key of CONTAINERS) queue.add(record[key]);
  }
  return Array.from(services, (node) => ({ node, follow }));
}

/** The same node with schema.org's prefix taken off its keys. */
function withLocalKeys(node: unknown): unknown {
  if (!isRecord(node) || !Object.keys(node).some((key) => /^(?:schema:|https?:)/.test(key)))
    return node;
  return Object.fromEntries(
    Object.keys(node).map((key) => [key[0] === '@' ? key : localName(key), node[key]]),
  );
}

/** Where our fields are in a node: one text, or all of them. */
const ONE: readonly (readonly [Field, string])[] = [
  ['homoclave', 'identifier.value|identifier'],
  ['id', '@id'],
  ['institution', 'provider.name|provider|serviceOperator.name'],
  ['unit', 'serviceOperator.name'],
  ['duration', 'processingTime|availableChannel.processingTime'],
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
  for (const [field, paths] of ALL) set(field, textsAt(node, paths, follow));
  for (const area of valuesAt(node, 'areaServed|jurisdiction', follow)) {
    const name = textOf(area) ?? textsAt(area, 'name')[0];
    const kind = AREAS.find(([type]) => typesOf(area).includes(type));
    if (kind?.[2]) set(kind[2], name);
    if (kind) set('level', kind[1]);
    else if (name) other.push(['areaServed', name]);
  }
  const offers = valuesAt(node, 'offers|offers.offers|offers.priceSpecification', follow);
  set(
    'cost',
    offers.filter(
      (offer) => textsAt(offer, 'price|minPrice|lowPrice|maxPrice|highPrice').length > 0,
    ),
  );
  set('cost', textsAt(node, 'offers|offers.name', follow));
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
