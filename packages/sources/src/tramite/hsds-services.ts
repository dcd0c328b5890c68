import { fieldOf, guessedDraft } from './field-names.js';
import type { Draft, Field } from './fields.js';
import { isRecord, listOf } from './plain-value.js';
import { hoursOf, placeOf, textsAt, valuesAt } from './paths.js';

/**
 * Open Referral's Human Services Data Specification 3 (docs.openreferral.org): a page of what
 * `/services` answers, `contents` in version 3 and `items` before it.
 */
export interface HsdsPage {
  readonly services: readonly unknown[];
  readonly page?: number;
  readonly pages?: number;
  readonly total?: number;
  readonly isLast: boolean;
}

export function hsdsPage(root: unknown): HsdsPage | undefined {
  if (!isRecord(root)) return undefined;
  const { contents, items, last_page: last } = root as Record<string, unknown>;
  const services = contents ?? items;
  if (
    !Array.isArray(services) ||
    !Object.keys(root).some((key) => /^total_|^page_|_page$/.test(key))
  ) {
    return undefined;
  }
  const count = (key: string): number | undefined => {
    const value = root[key];
    const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    return Number.isSafeInteger(number) && (number as number) >= 0 ? (number as number) : undefined;
  };
  const [page, pages, total] = ['page_number', 'total_pages', 'total_items'].map(count);
  return {
    services: services as unknown[],
    ...(page !== undefined && { page }),
    ...(pages !== undefined && { pages }),
    ...(total !== undefined && { total }),
    isLast:
      String(last) === 'true' ||
      services.length === 0 ||
      (page !== undefined && pages !== undefined && page >= pages) ||
      (pages ?? total ?? last) === undefined,
  };
}

const SERVICE_KEYS =
  /^(?:organization|organization_id|service_at_locations|fees_description|application_process|eligibility_description|required_documents|cost_options)$/;

/** Does this look like one HSDS service, in an array of them without pages? */
export function isHsdsService(record: unknown): boolean {
  return (
    isRecord(record) && 'id' in record && Object.keys(record).some((key) => SERVICE_KEYS.test(key))
  );
}

const FIELD_OF: Readonly<Record<string, Field>> = {
  fees_description: 'cost',
  fees: 'cost',
  cost_options: 'cost',
  eligibility_description: 'who',
  wait_time: 'duration',
  alternate_name: 'keywords',
};
/** Read apart, or of no use to a reader. */
const READ_APART =
  /^(?:organization(?:_id)?|program(?:_id)?|service_at_locations|locations|attributes|phones|schedules|required_documents|contacts|languages|funding|service_areas|service_capacities|metadata|additional_urls)$/;
const ADDRESS = 'address_1 address_2 city region state_province postal_code'
  .split(' ')
  .map((key) => `addresses.${key}`)
  .join('|');
const LOCATIONS = 'service_at_locations.location|locations';
const CHANNEL_OF: Readonly<Record<string, string>> = {
  virtual: 'online',
  physical: 'in-person',
  postal: 'mail',
};

export function hsdsDraft(record: unknown): Draft | undefined {
  if (!isRecord(record)) return undefined;
  const draft = guessedDraft(record, READ_APART, (key) =>
    Object.hasOwn(FIELD_OF, key) ? FIELD_OF[key] : fieldOf(key),
  );
  const set = (field: Field, value: unknown): void => {
    if (listOf(value).length > 0) draft.fields.set(field, value);
  };
  set('institution', textsAt(record, 'organization.name')[0]);
  set('unit', textsAt(record, 'program.name')[0]);
  set('requirements', textsAt(record, 'required_documents.document|required_documents'));
  set('keywords', textsAt(record, 'alternate_name|attributes.taxonomy_term.name|attributes.label'));
  const places = valuesAt(record, 'service_at_locations').map((link) => ({
    ...placeOf(valuesAt(link, 'location')[0], ADDRESS),
    horario: valuesAt(link, 'schedules|location.schedules').flatMap(hoursOf),
    telefono: textsAt(link, 'phones.number|location.phones.number'),
  }));
  set('places', [
    ...places,
    ...valuesAt(record, 'locations').map((place) => placeOf(place, ADDRESS)),
  ]);
  set('hours', valuesAt(record, 'schedules').flatMap(hoursOf));
  set('phone', textsAt(record, 'phones.number'));
  set(
    'channels',
    valuesAt(record, LOCATIONS)
      .flatMap((place) => textsAt(place, 'location_type'))
      .flatMap((kind) => (Object.hasOwn(CHANNEL_OF, kind) ? (CHANNEL_OF[kind] as string) : [])),
  );
  const [first] = valuesAt(record, LOCATIONS);
  set('state', textsAt(first, 'addresses.state_province')[0]);
  set('municipality', textsAt(first, 'addresses.city')[0]);
  return draft;
}
