import {
  MAX_PROBLEMS,
  recognizeLicense,
  type Contact,
  type Dataset,
  type License,
  type Problem,
  type Reading,
  type Resource,
  type Temporal,
} from '@ventana/model';
import { byteSize } from './byte-size.js';
import { Fields, first, isRecord, listOf, textOf, unfold } from './fields.js';
import { linkOf, mailOf } from './link.js';

/** Findings of one reading: a few are kept for listing, the rest only happened. */
export class Problems {
  readonly list: Problem[] = [];
  /** Records left out. */
  omitted = 0;
  doubtful = 0;

  add(code: string, where: string, value?: unknown): void {
    const found = textOf(value)?.slice(0, 120);
    if (this.list.length < MAX_PROBLEMS) this.list.push({ code, where, ...(found && { found }) });
  }

  /** A record that is left out. */
  omit(code: string, where: string, value: unknown): void {
    this.omitted++;
    this.add(code, where, value);
  }

  /** The value is the problem, where there is one. */
  addIf(value: unknown, code: string, where: string): void {
    if (value !== undefined) this.add(code, where, value);
  }
}

export interface ReadDatasetOptions {
  /** Of the answer: relative addresses resolve against it. */
  readonly address: string;
  readonly id: string | undefined;
  readonly landingPage?: string | undefined;
  readonly problems: Problems;
}

/** Without the keys that hold `undefined`: absent means that the source does not say. */
function present<T>(record: { readonly [K in keyof Required<T>]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** The same, or nothing where nothing is there. */
function presentOrNone<T>(...[record]: Parameters<typeof present<T>>): T | undefined {
  const kept = present<T>(record);
  return Object.keys(kept as object).length > 0 ? kept : undefined;
}

/**
 * One dataset from its fields, whichever of CKAN and DCAT wrote them: their names for the same
 * thing do not collide, so each is asked for under all its names. Rows of resources that are no
 * records, or empty ones, are counted as omitted; everything else that cannot be read is listed.
 */
export function readDataset(fields: Fields, options: ReadDatasetOptions): Reading<Dataset> {
  const { address, problems } = options;
  const rows = listOf(fields.get('distribution', 'resources'));
  const resources = rows.flatMap((row, index) => {
    const path = `/resources/${index}`;
    const resource = isRecord(row) && readResource(new Fields(row), address, path, problems);
    if (!resource) problems.omit('unreadable-resource', path, row);
    return resource || [];
  });
  const count = fields.get('numresources');
  if (typeof count === 'number' && count !== rows.length) {
    problems.add('count-mismatch', '/num_resources', count);
  }

  const title = fields.localized(['titletranslated', 'title']);
  if (!title) problems.add('missing-title', '/title');
  const description = fields.localized(['notestranslated', 'notes', 'description']);
  const metadata = fields.day('metadatamodified').day;
  const modified = fields.day('modified', 'modifiedverbatim');
  const issued = fields.day('issued', 'issuedverbatim', 'metadatacreated');
  problems.addIf(modified.verbatim, 'bad-date', '/modified');
  problems.addIf(issued.verbatim, 'bad-date', '/issued');
  const frequency = fields.text('accrualperiodicity') ?? fields.matching(/fre[qc]uen|periodici/);
  const stars = Number(fields.text('claimedstars', 'openessrating', 'opennessrating') ?? -1);

  const model = present<Dataset>({
    id: options.id,
    title,
    description:
      typeof description === 'string' ? description.replaceAll('\r\n', '\n') : description,
    publisher: fields.localized(['organization', 'publisher', 'publishername', 'author']),
    contact: readContact(fields, address),
    landingPage:
      linkOf(fields.text('landingpage'), address) ??
      options.landingPage ??
      linkOf(fields.text('url'), address),
    license: readLicense(fields, address) ?? agreedLicense(resources),
    modified: modified.day,
    modifiedVerbatim: modified.verbatim,
    metadataModified: metadata === modified.day ? undefined : metadata,
    issued: issued.day,
    issuedVerbatim: issued.verbatim,
    frequency: frequency ? { verbatim: frequency } : undefined,
    temporal: readTemporal(fields),
    spatial: first(['spatialtext', 'coberturageografica', 'spatial'], (name) => {
      const place = fields.text(name);
      return place === unfold(place) ? place : undefined;
    }),
    keywords: fields.texts('keyword', 'keywords', 'tags'),
    themes: fields.texts('theme', 'themes', 'groups', 'supertheme'),
    languages: fields.texts('language', 'languages'),
    resources,
    claimedStars: [0, 1, 2, 3, 4, 5].includes(stars) ? stars : undefined,
    isPrivate: readPrivacy(fields),
    state: fields.text('state'),
    dataDictionary: linkOf(fields.text('datadictionary', 'describedby'), address),
  });
  const { omitted, doubtful, list } = problems;
  return {
    model,
    received: resources.length + omitted,
    omitted,
    ...(doubtful && { doubtful }),
    problems: list,
  };
}

function readResource(
  fields: Fields,
  address: string,
  path: string,
  problems: Problems,
): Resource | undefined {
  const written = ['downloadurl', 'url', 'accessurl', 'urlverbatim'].flatMap((name) =>
    listOf(fields.get(name)).flatMap((value) => textOf(value) ?? []),
  );
  const url = first(written, (text) => linkOf(text, address));
  if (!url) problems.add('bad-address', `${path}/url`, written[0]);
  const writtenSize = fields.get('bytesize', 'size');
  const size = byteSize(writtenSize);
  if (size === undefined) problems.addIf(writtenSize, 'bad-size', `${path}/size`);
  const modified = fields.day('modified', 'lastmodified');
  problems.addIf(modified.verbatim, 'bad-date', `${path}/modified`);
  return presentOrNone<Resource>({
    id: fields.text('identifier', 'id'),
    title: fields.localized(['nametranslated', 'title', 'name']),
    description: fields.localized(['descriptiontranslated', 'description']),
    format: fields.text('format'),
    mediaType: fields.text('mediatype', 'mimetype'),
    url,
    urlVerbatim: url ? undefined : written[0],
    size,
    modified: modified.day,
    issued: fields.day('issued', 'created').day,
    hasApi: fields.get('datastoreactive', 'hasapi') === true || undefined,
    license: readLicense(fields, address),
  });
}

const isWebAddress = (text: string | undefined): boolean => /^https?:/i.test(text ?? '');

function readLicense(fields: Fields, address: string): License | undefined {
  const value = fields.get('license', 'licence');
  const named = new Fields(value);
  const id = named.text('id') ?? fields.text('licenseid');
  const text = fields.text('licensetitle') ?? textOf(value);
  const url = [named.text('url'), fields.text('licenseurl'), text, id].find(isWebAddress);
  const license = presentOrNone<License>({
    title: isWebAddress(text) || (isRecord(value) && text === id) ? undefined : text,
    id: isWebAddress(id) ? undefined : id,
    url: linkOf(url, address),
    claimedOpen: undefined,
  });
  const claimedOpen = named.get('claimedopen') ?? fields.get('isopen');
  return license && typeof claimedOpen === 'boolean' ? { ...license, claimedOpen } : license;
}

/** ADELA writes the licence on each distribution: where all have the same, however written, it is the dataset's. */
function agreedLicense(resources: readonly Resource[]): License | undefined {
  const [name, ...others] = resources.map(
    ({ license }) => recognizeLicense(license)?.name ?? JSON.stringify(license),
  );
  return others.every((other) => other === name) ? resources[0]?.license : undefined;
}

function readContact(fields: Fields, address: string): Contact | undefined {
  const card = new Fields(fields.get('contactpoint', 'contact'));
  const name = fields.text('contactpoint', 'contact', 'contactname', 'maintainer');
  const mail =
    card.text('hasemail', 'email', 'mbox', 'address') ??
    fields.text('mbox', 'contactemail', 'maintaineremail', 'authoremail') ??
    new Fields(fields.get('publisher')).text('mbox');
  return presentOrNone<Contact>({
    name: isWebAddress(name) || name === mail ? undefined : name,
    address:
      mailOf(mail) ??
      first([mail, name], (text) => (isWebAddress(text) ? linkOf(text, address) : undefined)),
  });
}

/** Whole days are read; years, months and several periods stay as they are written. */
function readTemporal(fields: Fields): Temporal | undefined {
  const text = fields.text('temporal', 'coberturatemporal');
  const [head, tail] = text?.split('/') ?? [];
  const [period, ...others] = listOf(fields.get('temporal')).filter(isRecord);
  const named = {
    start: fields.get('temporalstart') ?? head,
    end: fields.get('temporalend') ?? tail,
  };
  const spans = [new Fields(period, named), ...others.map((other) => new Fields(other))].map(
    (ends) => [ends.day('start', 'startdate'), ends.day('end', 'enddate')],
  );
  const isRead = spans.length === 1 && spans.flat().every(({ verbatim }) => !verbatim);
  const [start, end] = isRead ? spans.flat().map(({ day }) => day) : [];
  const written = spans
    .flatMap((ends) => ends.flatMap(({ day, verbatim = day }) => verbatim ?? []).join(' – ') || [])
    .join('; ');
  const verbatim = text ?? ((!isRead && written) || undefined);
  return presentOrNone<Temporal>({ start, end, verbatim: start && end ? undefined : verbatim });
}

const NOT_PUBLIC =
  /(?:^|\/)(?:acceso )?(?:restricted|restringid|non?.?p[uú]blic|privad|private|reservad|confiden)/i;

/** CKAN `private`; ADELA `public`; DCAT-US `accessLevel` and DCAT-AP `accessRights`. */
function readPrivacy(fields: Fields): boolean | undefined {
  const isPrivate = String(fields.get('private', 'isprivate'));
  if (/^(true|false)$/i.test(isPrivate)) return /true/i.test(isPrivate);
  const isPublic = fields.get('public');
  const level = fields.text('accesslevel', 'accessrights') ?? '';
  if (isPublic === false || NOT_PUBLIC.test(level)) return true;
  return isPublic === true || /(?:^|\/)p[uú]blic[oa]?$/i.test(level) ? false : undefined;
}
