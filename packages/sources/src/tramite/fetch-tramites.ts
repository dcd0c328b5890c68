import {
  MAX_PROBLEMS,
  type Problem,
  type Reading,
  type Tramite,
  type TramiteCatalogue,
} from '@ventana/model';
import { inSlices } from '../csv/slices.js';
import { fetchReading, recallReading, type Loaded } from '../fetch-reading.js';
import { SourceError } from '../transport/source-error.js';
import type { Answer } from '../transport/transport.js';
import type { Steps } from '@ventana/model/tramite/search/steps.js';
import { openTramites, type OpenTramites, type TramiteOptions } from './open-tramites.js';

export interface FetchTramitesOptions extends TramiteOptions {
  /** HSDS pages read at most. Default 40; where there are more, the catalogue says "al menos". */
  readonly maxPages?: number;
  /** Milliseconds of reading before the page gets its turn. Default 8. */
  readonly sliceMs?: number;
}

/** Decoded bytes of a catalogue read when `maxBytes` is not given: 7,000 trámites take about 10 MB. */
export const CATALOGUE_BYTES = 32 * 1024 * 1024;
const MOST_PAGES = 40;

/**
 * The catalogue at an address, all its pages where it is an HSDS API. Reads in slices: nothing but
 * the `JSON.parse` of an answer holds up the page.
 *
 * @throws {SourceError} when the first answer fails or is of no form known here; `AbortError` when
 *   `options.signal` aborts. A later page that fails ends the reading: "al menos", with a finding.
 */
export async function fetchTramites(
  src: string,
  options: FetchTramitesOptions = {},
): Promise<Loaded<TramiteCatalogue>> {
  const get = (address: string): Promise<Loaded<OpenTramites>> =>
    fetchReading(address, opened, { maxBytes: CATALOGUE_BYTES, ...options });
  return readPages(await get(src), src, get, options);
}

/** The catalogue as last read from this address; nothing is fetched. */
export async function recallTramites(
  src: string,
  options: FetchTramitesOptions = {},
): Promise<Loaded<TramiteCatalogue> | undefined> {
  const recall = (address: string): Promise<Loaded<OpenTramites> | undefined> =>
    recallReading(address, opened, options);
  const first = await recall(src);
  if (!first) return undefined;
  const get = async (address: string): Promise<Loaded<OpenTramites>> => {
    const page = await recall(address);
    if (!page) throw new SourceError('no-content', address, `${address} was not kept.`);
    return page;
  };
  return readPages(first, src, get, options);
}

/**
 * What a server finds, for catalogues too large for a browser. `{query}` in the template becomes
 * the query, encoded; a template without it is refused. Answers of every form are read.
 *
 * @throws {SourceError} as {@link fetchTramites}
 */
export async function searchTramites(
  template: string,
  query: string,
  options: FetchTramitesOptions = {},
): Promise<Loaded<TramiteCatalogue>> {
  const address = searchAddress(template, query);
  if (address === undefined) {
    throw new SourceError('malformed', template, `search-url must contain {query}: ${template}`);
  }
  return fetchTramites(address, { maxPages: 1, ...options });
}

/** The template's address for a query; `undefined` where it has no `{query}`. */
export function searchAddress(template: string, query: string): string | undefined {
  // A template that went through `new URL` has its braces encoded.
  const found = /\{query\}|%7Bquery%7D/gi;
  if (!template.match(found)) return undefined;
  const encoded = encodeURIComponent(wellFormed(query.trim()));
  return template.replace(found, () => encoded);
}

/** A lone surrogate (half an emoji, cut by a field) cannot be encoded in an address. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

/** The steps are a model of their own until they are taken. */
function opened(answer: Answer, options: TramiteOptions): Reading<OpenTramites> {
  return { model: openTramites(answer, options), received: 0, omitted: 0, problems: [] };
}

async function take<T>(steps: Steps<T>, { sliceMs, signal }: FetchTramitesOptions): Promise<T> {
  let value: T | undefined;
  await inSlices(
    () => {
      const step = steps.next();
      if (step.done) value = step.value;
      return !step.done;
    },
    { ...(sliceMs !== undefined && { sliceMs }), ...(signal && { signal }) },
  );
  return value as T;
}

/**
 * Follows the pages. Public servers repeat pages, shift rows while one reads, and promise totals
 * that they do not keep: each trámite is taken once, a page that brings nothing new ends it, and
 * whatever does not add up makes the count an "al menos".
 */
async function readPages(
  first: Loaded<OpenTramites>,
  src: string,
  get: (address: string) => Promise<Loaded<OpenTramites>>,
  options: FetchTramitesOptions,
): Promise<Loaded<TramiteCatalogue>> {
  const { address, retrievedAt, lastModified } = first;
  const loaded = { address, retrievedAt, ...(lastModified !== undefined && { lastModified }) };
  let open = first.reading.model;
  let reading = await take(open.read, options);
  const head = open.page;
  if (!head) return { ...loaded, reading };

  const total = head.total;
  const tramites: Tramite[] = [...reading.model.tramites];
  const ids = new Set(tramites.map(({ id }) => id));
  const problems: Problem[] = [...reading.problems];
  let { received, omitted } = reading;
  let number = head.page ?? pageIn(src) ?? 1;
  const numbers = new Set([number]);
  let atLeast = number > 1;
  const trouble = (code: string, found?: string): void => {
    atLeast = true;
    if (problems.length < MAX_PROBLEMS) {
      problems.push({
        code,
        where: `page ${number}`,
        ...(found && { found: found.slice(0, 120) }),
      });
    }
  };
  const { maxPages = MOST_PAGES } = options;
  while (
    open.page &&
    !open.page.isLast &&
    !(open.page.pages === undefined && received >= (total ?? Infinity))
  ) {
    if (numbers.size >= maxPages) {
      trouble('more-pages', open.page.pages === undefined ? undefined : String(open.page.pages));
      break;
    }
    number += 1;
    try {
      ({ model: open } = (await get(pageAddress(src, number))).reading);
    } catch (error) {
      options.signal?.throwIfAborted();
      trouble('page-failed', error instanceof Error ? error.message : undefined);
      break;
    }
    const { page } = open;
    if (page?.page !== undefined && page.page !== number) {
      trouble(numbers.has(page.page) ? 'page-repeats' : 'page-differs', String(page.page));
      if (numbers.has(page.page)) break;
      number = page.page;
    }
    numbers.add(number);
    reading = await take(open.read, options);
    const news = reading.model.tramites
      // One without a key of its own is named for its place in its page.
      .map((tramite) =>
        tramite.id.startsWith('#')
          ? { ...tramite, id: `#${number}.${tramite.id.slice(1)}` }
          : tramite,
      )
      .filter(({ id }) => !ids.has(id));
    const repeated = reading.model.tramites.length - news.length;
    for (const tramite of news) ids.add(tramite.id);
    tramites.push(...news);
    received += reading.received - repeated;
    omitted += reading.omitted;
    problems.push(...reading.problems.slice(0, MAX_PROBLEMS - problems.length));
    if (repeated > 0) trouble('rows-repeat', String(repeated));
    if (page?.total !== undefined && page.total !== total)
      trouble('total-changed', String(page.total));
    if (news.length === 0 && !page?.isLast) {
      trouble('page-brings-nothing-new');
      break;
    }
  }
  if (total !== undefined && total !== received && !atLeast)
    trouble('total-differs', String(total));
  return {
    ...loaded,
    reading: {
      model: { ...reading.model, ...(atLeast && { atLeast }), tramites },
      received,
      omitted,
      problems,
      ...(received === 0 && { empty: true }),
    },
  };
}

function pageIn(address: string): number | undefined {
  const page = Number(new URL(address, 'https://example.org').searchParams.get('page') ?? NaN);
  return Number.isSafeInteger(page) && page > 0 ? page : undefined;
}

/** The same address asking for another page; its own host, whatever the answer says. */
function pageAddress(address: string, page: number): string {
  const url = new URL(address, globalThis.location?.href);
  url.searchParams.set('page', String(page));
  return url.href;
}
