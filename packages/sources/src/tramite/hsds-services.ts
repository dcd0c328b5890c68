import { draftOf, fieldOf, type Draft, type Field } from './fields.js';
import { at, isRecord, listOf, textOf, textsOf } from './plain-value.js';

/**
 * Open Referral's Human Services Data Specification 3 (docs.openreferral.org): what `/services`
 * answers, in pages, and one service of it.
 */
export interface HsdsPage {
  readonly services: readonly unknown[];
  readonly page?: number;
  readonly pages?: number;
  readonly total?: number;
  readonly isLast: boolean;
}

/** A page of `/services`: `contents` in version 3, `items` before it. */
export function hsdsPage(root: unknown): HsdsPage | undefined {
  if (!isRecord(root)) return undefined;
  const services = root['contents'] ?? root['items'];
  const isPaged = ['total_pages', 'total_items', 'page_number', 'last_page', 'first_page'].some(
    (key) => Object.hasOwn(root, key),
  );
  if (!Array.isArray(services) || !isPaged) return undefined;
  const count = (key: string): number | undefined => {
    const value = root[key];
    return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
  };
  const page = count('page_number');
  const pages = count('total_pages');
  const total = count('total_items');
  return {
    services: services as unknown[],
    ...(page === undefined ? {} : { page }),
    ...(pages === undefined ? {} : { pages }),
    ...(total === undefined ? {} : { total }),
    isLast:
      root['last_page'] === true ||
      root['empty'] === true ||
      services.length === 0 ||
      (page !== undefined && pages !== undefined && page >= pages) ||
      (pages === undefined && total === undefined && root['last_page'] === undefined),
  };
}

/** Does this look like one HSDS service, in an array of them without pages? */
export function isHsdsService(record: unknown): boolean {
  return (
    isRecord(record) &&
    Object.hasOwn(record, 'id') &&
    Object.hasOwn(record, 'name') &&
    [
      'organization',
      'organization_id',
      'service_at_locations',
      'fees_description',
      'application_process',
      'eligibility_description',
      'required_documents',
      'cost_options',
    ].some((key) => Object.hasOwn(record, key))
  );
}

const FIELD_OF: Readonly<Record<string, Field>> = {
  fees_description: 'cost',
  fees: 'cost',
  eligibility_description: 'who',
  application_process: 'steps',
  wait_time: 'duration',
  last_modified: 'updated',
  alternate_name: 'keywords',
};
/** Read below, or of no use to a reader. */
const READ_APART: ReadonlySet<string> = new Set(
  'id organization organization_id program program_id service_at_locations locations attributes phones schedules required_documents cost_options contacts languages funding service_areas service_capacities metadata additional_urls url email'.split(
    ' ',
  ),
);

export function hsdsDraft(record: unknown): Draft | undefined {
  if (!isRecord(record)) return undefined;
  const draft = draftOf(
    Object.keys(record)
      .filter((key) => !READ_APART.has(key))
      .map((key) => [key, record[key]] as const),
    (key) => (Object.hasOwn(FIELD_OF, key) ? FIELD_OF[key] : fieldOf(key)),
  );
  const set = (field: Field, value: unknown): void => {
    if (value !== undefined && value !== null && value !== '' && listOf(value).length > 0) {
      draft.fields.set(field, value);
    }
  };
  set('id', record['id']);
  set('url', record['url']);
  if (textOf(record['email'])) draft.other.push(['email', record['email']]);
  set('institution', textOf(at(record['organization'], 'name')));
  set('unit', textOf(at(record['program'], 'name')));
  const options = listOf(record['cost_options']).map((option) => ({
    concepto: textOf(at(option, 'option')),
    monto: at(option, 'amount'),
    moneda: at(option, 'currency'),
    texto: textOf(at(option, 'amount_description')),
  }));
  if (!draft.fields.has('cost')) set('cost', options);
  set(
    'requirements',
    listOf(record['required_documents']).flatMap(
      (item) => textOf(item) ?? textOf(at(item, 'document')) ?? [],
    ),
  );
  const attributes = listOf(record['attributes']).flatMap(
    (item) => textOf(at(at(item, 'taxonomy_term'), 'name')) ?? textOf(at(item, 'label')) ?? [],
  );
  set('keywords', [...textsOf(draft.fields.get('keywords')), ...attributes]);
  const phones = numbers(record['phones']);
  const places = [
    ...listOf(record['service_at_locations']).map((item) => placeOf(at(item, 'location'), item)),
    ...listOf(record['locations']).map((location) => placeOf(location, undefined)),
  ];
  set('places', places);
  if (places.length < 2) {
    set('hours', hoursOf(record['schedules']));
    set('phone', phones);
  } else if (phones.length > 0) draft.other.push(['phones', phones]);
  const locations = listOf(record['service_at_locations']).map((item) => at(item, 'location'));
  const kinds = [...locations, ...listOf(record['locations'])].map((location) =>
    textOf(at(location, 'location_type')),
  );
  const channels = new Set<string>();
  if (kinds.includes('virtual')) channels.add('online');
  if (kinds.includes('physical')) channels.add('in-person');
  if (kinds.includes('postal')) channels.add('mail');
  set('channels', [...channels]);
  set('state', textOf(at(listOf(at(locations[0], 'addresses'))[0], 'state_province')));
  set('municipality', textOf(at(listOf(at(locations[0], 'addresses'))[0], 'city')));
  return draft;
}

function numbers(phones: unknown): string[] {
  return listOf(phones).flatMap((phone) => {
    const number = textOf(at(phone, 'number'));
    const extension = textOf(at(phone, 'extension'));
    return number === undefined ? [] : [extension ? `${number} ext. ${extension}` : number];
  });
}

function placeOf(location: unknown, link: unknown): Record<string, unknown> {
  const address = listOf(at(location, 'addresses'))[0];
  const lines = ['address_1', 'address_2', 'city', 'region', 'state_province', 'postal_code']
    .flatMap((key) => textOf(at(address, key)) ?? [])
    .join(', ');
  return {
    nombre: textOf(at(location, 'name')),
    direccion: lines || undefined,
    horario: [...hoursOf(at(link, 'schedules')), ...hoursOf(at(location, 'schedules'))],
    telefono: [...numbers(at(link, 'phones')), ...numbers(at(location, 'phones'))],
    url: at(location, 'url'),
  };
}

/** Days of a schedule are iCalendar's (`MO,TU`): shown in Spanish, with its hours. */
const DAYS: Readonly<Record<string, string>> = {
  MO: 'lunes',
  TU: 'martes',
  WE: 'miércoles',
  TH: 'jueves',
  FR: 'viernes',
  SA: 'sábado',
  SU: 'domingo',
};

function hoursOf(schedules: unknown): string[] {
  return listOf(schedules).flatMap((schedule) => {
    const said = textOf(at(schedule, 'description'));
    if (said !== undefined) return [said];
    const days = (textOf(at(schedule, 'byday')) ?? '')
      .split(',')
      .flatMap((day) => (Object.hasOwn(DAYS, day.trim()) ? (DAYS[day.trim()] as string) : []))
      .join(', ');
    const from = textOf(at(schedule, 'opens_at'));
    const to = textOf(at(schedule, 'closes_at'));
    const line = [days, from && to ? `${from} a ${to}` : ''].filter(Boolean).join(', ');
    return line ? [line] : [];
  });
}
