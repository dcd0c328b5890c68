import { EXAMPLES, LICENCES, PUBLISHERS, daysAgo, inWords } from '../examples/datasets.mjs';
import { fileAddress } from './files.mjs';

/**
 * CKAN's Action API, version 3, for reading: the same addresses, status codes and bodies.
 *
 * @see https://docs.ckan.org/en/2.10/api/
 */
export const prefix = '/api/3/action/';

/** @typedef {import('../examples/datasets.mjs').Example} Example */

/**
 * What an action answers, or the error it ends in.
 *
 * @typedef {{ result: unknown, changed?: string }} Success
 * @typedef {{ status: number, error: Record<string, unknown> }} Failure
 * @typedef {(asked: URLSearchParams, origin: string) => Success | Failure} Action
 */

/** @type {Record<string, Action>} */
const ACTIONS = {
  site_read: () => ({ result: true }),

  status_show: (_, origin) => ({
    result: {
      ckan_version: '2.10.4',
      site_url: origin,
      site_title: 'Datos de ejemplo de Río Claro',
      site_description: 'Datos de ejemplo',
      locale_default: 'es',
      extensions: ['datastore'],
    },
  }),

  package_list: (asked) => {
    const names = readable()
      .map(({ name }) => name)
      .sort();
    const start = whole(asked, 'offset', 0);
    return { result: names.slice(start, start + whole(asked, 'limit', names.length)) };
  },

  package_show: (asked, origin) => {
    const id = asked.get('id');
    if (!id) return invalid({ id: ['Missing value'] });
    const found = EXAMPLES.find((example) => example.name === id || idOf(example.name) === id);
    if (!found) {
      return {
        status: 404,
        error: { message: 'No encontrado: Dataset was not found', __type: 'Not Found Error' },
      };
    }
    if (found.isPrivate) {
      return {
        status: 403,
        error: {
          message: `Acceso denegado: User  not authorized to read package ${idOf(found.name)}`,
          __type: 'Authorization Error',
        },
      };
    }
    return { result: packageOf(found, origin), changed: daysAgo(found.changed) };
  },

  package_search: (asked, origin) => {
    const words = plain(asked.get('q') ?? '')
      .split(/\s+/)
      .filter((word) => word && word !== '*:*');
    const rows = whole(asked, 'rows', 10);
    const start = whole(asked, 'start', 0);
    if (Number.isNaN(rows) || Number.isNaN(start)) {
      return invalid({ [Number.isNaN(rows) ? 'rows' : 'start']: ['Invalid integer'] });
    }
    const found = readable().filter((example) => {
      const text = plain(
        [
          inWords(example.title),
          example.notes,
          PUBLISHERS[example.publisher],
          ...example.tags,
        ].join(' '),
      );
      return words.every((word) => text.includes(word));
    });
    return {
      result: {
        count: found.length,
        facets: {},
        results: found
          .slice(start, start + Math.min(rows, 1000))
          .map((example) => packageOf(example, origin)),
        sort: 'score desc, metadata_modified desc',
        search_facets: {},
      },
    };
  },
};

/** @param {Record<string, string[]>} fields @returns {Failure} */
function invalid(fields) {
  return { status: 409, error: { ...fields, __type: 'Validation Error' } };
}

function readable() {
  return EXAMPLES.filter(({ isPrivate }) => !isPrivate);
}

/** @param {string} text */
function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** @param {URLSearchParams} asked @param {string} name @param {number} otherwise */
function whole(asked, name, otherwise) {
  const text = asked.get(name);
  if (text === null || text === '') return otherwise;
  return /^\d+$/.test(text) ? Number(text) : NaN;
}

/** A UUID that stays the same for the same name. @param {string} name */
function idOf(name) {
  let hex = '';
  for (let seed = 7; hex.length < 32; seed += 1) {
    let hash = seed;
    for (const sign of name) hash = (Math.imul(hash, 31) + (sign.codePointAt(0) ?? 0)) >>> 0;
    hex += hash.toString(16).padStart(8, '0');
  }
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-a$4-$5');
}

/**
 * A CKAN package, with the fields that a portal with Andino's profile sends.
 *
 * @param {Example} example
 * @param {string} origin
 */
function packageOf(example, origin) {
  const licence = example.licence && LICENCES[example.licence];
  const publisher = PUBLISHERS[example.publisher];
  const changed = daysAgo(example.changed);
  const extras = {
    accrualPeriodicity: example.frequency,
    modified: changed,
    issued: '2021-03-01T09:00:00.000000',
    language: '["spa"]',
    spatial: 'Río Claro',
    temporal: example.temporal && `${example.temporal.start}/${example.temporal.end}`,
  };
  return {
    id: idOf(example.name),
    name: example.name,
    title: example.title,
    notes: `${example.notes}\r\n\r\nDatos de ejemplo.`,
    url: `${origin}/dataset/${example.name}`,
    type: 'dataset',
    state: 'active',
    private: false,
    author: publisher,
    author_email: 'datos@rioclaro.example',
    maintainer: publisher,
    maintainer_email: 'datos@rioclaro.example',
    license_id: example.licence ?? null,
    license_title: licence ? licence.title : null,
    ...(licence ? { license_url: licence.url } : {}),
    isopen: licence ? licence.open : false,
    metadata_created: '2021-03-01T09:00:00.000000',
    metadata_modified: changed,
    organization: {
      id: idOf(example.publisher),
      name: example.publisher,
      title: publisher,
      type: 'organization',
      description: '',
      image_url: '',
      state: 'active',
    },
    num_resources: example.files.length,
    num_tags: example.tags.length,
    tags: example.tags.map((name) => ({
      id: idOf(name),
      name,
      display_name: name,
      state: 'active',
    })),
    groups: [],
    extras: Object.entries(extras)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ({ key, value })),
    resources: example.files.map((file, position) => ({
      id: idOf(`${example.name}/${file.file}`),
      package_id: idOf(example.name),
      position,
      name: file.name,
      description: '',
      format: file.format,
      mimetype: null,
      size: file.size ?? null,
      url: fileAddress(origin, example.name, file.file),
      url_type: null,
      state: 'active',
      created: '2021-03-01T09:00:00.000000',
      last_modified: changed,
      datastore_active: file.hasApi === true,
    })),
  };
}

/** @param {Request} request @returns {Promise<Response>} */
export async function answer(request) {
  const { origin, pathname, searchParams } = new URL(request.url);
  const name = pathname.slice(prefix.length).replace(/\/$/, '');
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (!action)
    return Response.json(`Bad request - Action name not known: ${name}`, { status: 400 });

  const asked = request.method === 'POST' ? await postedFields(request) : searchParams;
  const help = `${origin}${prefix}help_show?name=${name}`;
  const outcome = asked ? action(asked, origin) : undefined;
  if (!outcome) {
    return Response.json(`Bad request - JSON Error: Error decoding JSON data.`, { status: 400 });
  }
  if ('error' in outcome) {
    return Response.json(
      { help, success: false, error: outcome.error },
      { status: outcome.status },
    );
  }
  return Response.json(
    { help, success: true, result: outcome.result },
    outcome.changed
      ? { headers: { 'Last-Modified': new Date(`${outcome.changed.slice(0, 19)}Z`).toUTCString() } }
      : {},
  );
}

/** CKAN takes a JSON object in a POST. @param {Request} request */
async function postedFields(request) {
  try {
    const posted = await request.json();
    return new URLSearchParams(
      Object.entries(posted ?? {}).map(([key, value]) => [key, String(value)]),
    );
  } catch {
    return undefined;
  }
}
