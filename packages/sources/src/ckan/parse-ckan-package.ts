import type { Dataset, Reading } from '@ventana/model';
import { SourceError } from '../transport/source-error.js';
import { chooseDataset, noDataset, type DatasetOptions } from '../dataset/choose-dataset.js';
import { Fields, first, isRecord, listOf, textOf, type RawRecord } from '../dataset/fields.js';
import { encodePart } from '../address.js';
import { linkOf } from '../dataset/link.js';
import { Problems, readDataset } from '../dataset/read-dataset.js';

/** An answer of CKAN's action API, good or bad, or the package in one. */
export function isCkanAnswer(raw: unknown): raw is RawRecord {
  return isRecord(raw) && (typeof raw['success'] === 'boolean' || isPackage(raw));
}

/** A package, and not one of the other records that CKAN answers with (a resource, a licence). */
function isPackage(value: unknown): value is RawRecord {
  if (!isRecord(value) || Object.hasOwn(value, 'package_id')) return false;
  return ['resources', 'metadata_modified', 'owner_org', 'num_resources', 'license_id'].some(
    (key) => Object.hasOwn(value, key),
  );
}

/**
 * A dataset from CKAN's action API (docs.ckan.org, "API guide"): the answer of `package_show`,
 * `package_create` or `package_update`, a bare package, or of `package_search` and
 * `current_package_list_with_resources` with `dataset` naming one by id or name (one alone needs
 * no naming). Extras, as a list or an object and with keys in Spanish, Portuguese or English, fill
 * in what the package itself leaves out; JSON inside strings is read.
 *
 * @returns an empty reading for a search that found nothing
 * @throws {SourceError} `not-found`, `denied` or `server` for `success: false`, by its `__type`
 *   whatever language its message is in; `malformed` for another action's answer;
 *   `not-chosen` for several datasets and none named
 */
export function parseCkanPackage(raw: unknown, options: DatasetOptions): Reading<Dataset> {
  const { address } = options;
  if (isRecord(raw) && raw['success'] === false) throw ckanError(raw['error'], address);
  const result = isRecord(raw) && !isPackage(raw) ? raw['result'] : raw;
  const problems = new Problems();
  const found = isRecord(result) && Array.isArray(result['results']) ? result['results'] : result;
  const entries = listOf(found);
  const isCountedZero = isRecord(result) && found !== result && !(Number(result['count']) > 0);
  if (!entries.some(isPackage) && !(entries.length === 0 && isCountedZero)) {
    throw new SourceError('malformed', address, `No CKAN dataset at ${address}.`);
  }
  const fields = chooseDataset(
    entries,
    (row) => (isPackage(row) ? new Fields(row, extras(row['extras'])) : undefined),
    ['id', 'name'],
    options,
    problems,
  );
  if (!fields) return noDataset();
  return readDataset(fields, {
    address,
    id: fields.text('id', 'name'),
    landingPage: packagePage(fields.text('name'), raw, address),
    problems,
  });
}

/** `[{ "key": …, "value": … }]`, as CKAN writes them, or already an object. */
function extras(value: unknown): RawRecord {
  if (isRecord(value)) return value;
  const pairs = listOf(value).filter(isRecord);
  return Object.fromEntries(pairs.map((extra) => [textOf(extra['key']) ?? '', extra['value']]));
}

/** `<portal>/dataset/<name>`: the portal is where the API is, else where the answer's `help` says. */
function packagePage(name: string | undefined, raw: unknown, address: string): string | undefined {
  const portal = first(
    [address, isRecord(raw) ? textOf(raw['help']) : ''],
    (place = '') => /^(https?:\/\/[^?#]+?)\/api\/(?:\d\/)?action\//.exec(place)?.[1],
  );
  return name && linkOf(portal && `${portal}/dataset/${encodePart(name)}`, address);
}

/** The type is English whatever the message's language; old portals have the message alone. */
function ckanError(error: unknown, address: string): SourceError {
  const fields = new Fields(error);
  const text = [fields.text('type'), fields.text('message') ?? textOf(error)]
    .join(' ')
    .slice(0, 200);
  const reason = /not ?found|n[oã]o? encontrad/i.test(text)
    ? 'not-found'
    : /authori[sz]|denied|denegad|negado/i.test(text)
      ? 'denied'
      : 'server';
  return new SourceError(reason, address, `CKAN answered "${text}" at ${address}.`);
}
