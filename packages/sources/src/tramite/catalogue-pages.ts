import {
  MAX_PROBLEMS,
  type Problem,
  type Reading,
  type Tramite,
  type TramiteCatalogue,
} from '@ventana/model';
import type { Steps } from '@ventana/model/tramite/search/steps.js';
import { inSlices } from '../csv/slices.js';
import type { Loaded } from '../fetch-reading.js';
import type { Answer } from '../transport/transport.js';
import { openTramites, type TramiteOptions } from './open-tramites.js';

export interface CatalogueOptions extends TramiteOptions {
  /** HSDS pages read at most. Default 40; where there are more, the catalogue says "al menos". */
  readonly maxPages?: number;
  /** Milliseconds of reading before the page gets its turn. Default 8. */
  readonly sliceMs?: number;
}

/** Where answers come from: the network, the store of last good ones, or the page (for a worker). */
export interface AnswerPort {
  /** @throws {SourceError} */
  get(address: string): Promise<Answer>;
  /** Called once the answer turned out to be of a form known here. */
  keep?(address: string, answer: Answer): void;
}

const MOST_PAGES = 40;

/** Takes all steps, in slices, or as many as it needs to be enough. */
export async function takeSteps<T>(
  steps: Steps<T>,
  { sliceMs, signal }: Pick<CatalogueOptions, 'sliceMs' | 'signal'>,
  isEnough?: () => boolean,
): Promise<T | undefined> {
  let value: T | undefined;
  await inSlices(
    () => {
      const step = steps.next();
      if (step.done) value = step.value;
      return !step.done && !isEnough?.();
    },
    { stepsPerLook: 8, ...(sliceMs !== undefined && { sliceMs }), ...(signal && { signal }) },
  );
  return value;
}

/**
 * Reads the catalogue at an address, in slices, and follows its pages. Public servers repeat
 * pages, shift rows while one reads, and promise totals that they do not keep: each trámite is
 * taken once, a page that brings nothing new ends it, and whatever does not add up makes the count
 * an "al menos".
 */
export async function readCatalogue(
  src: string,
  port: AnswerPort,
  options: CatalogueOptions,
): Promise<Loaded<TramiteCatalogue>> {
  const read = async (address: string) => {
    const answer = await port.get(address);
    const open = openTramites(answer, options);
    port.keep?.(address, answer);
    const reading = (await takeSteps(open.read, options)) as Reading<TramiteCatalogue>;
    return { answer, page: open.page, reading };
  };
  const first = await read(src);
  const { address, retrievedAt, lastModified } = first.answer;
  const loaded = { address, retrievedAt, ...(lastModified && { lastModified }) };
  if (!first.page) return { ...loaded, reading: first.reading };

  let { page } = first as { page: typeof first.page | undefined };
  const { total, page: start = 1 } = first.page;
  const tramites: Tramite[] = [...first.reading.model.tramites];
  const ids = new Set(tramites.map(({ id }) => id));
  const problems: Problem[] = [...first.reading.problems];
  let { received, omitted } = first.reading;
  let number = start;
  const numbers = new Set([number]);
  let atLeast = number > 1;
  const trouble = (code: string, found?: unknown): void => {
    atLeast = true;
    if (problems.length < MAX_PROBLEMS) {
      problems.push({ code, where: `page ${number}`, found: String(found).slice(0, 120) });
    }
  };
  const { maxPages = MOST_PAGES } = options;
  while (page && !page.isLast && (page.pages !== undefined || received < (total ?? Infinity))) {
    if (numbers.size >= maxPages) {
      trouble('more-pages', page.pages);
      break;
    }
    number += 1;
    let next: Awaited<ReturnType<typeof read>>;
    try {
      next = await read(pageAddress(src, number));
    } catch (error) {
      options.signal?.throwIfAborted();
      trouble('page-failed', error);
      break;
    }
    ({ page } = next);
    if (page?.page !== undefined && page.page !== number) {
      trouble('page-differs', page.page);
      if (numbers.has(page.page)) break;
      number = page.page;
    }
    numbers.add(number);
    const { reading } = next;
    const news = reading.model.tramites
      // One without a key of its own is named for its place in its page.
      .map((tramite) =>
        tramite.id.startsWith('#')
          ? { ...tramite, id: `#${number}.${tramite.id.slice(1)}` }
          : tramite,
      )
      .filter(({ id }) => !ids.has(id));
    const repeated = reading.model.tramites.length - news.length;
    for (const tramite of news) {
      ids.add(tramite.id);
      tramites.push(tramite);
    }
    received += reading.received - repeated;
    omitted += reading.omitted;
    problems.push(...reading.problems.slice(0, MAX_PROBLEMS - problems.length));
    if (repeated > 0) trouble('rows-repeat', repeated);
    if (page?.total !== total) trouble('total-changed', page?.total);
    if (news.length === 0 && !page?.isLast) break;
  }
  if (total !== undefined && total !== received && !atLeast) trouble('total-differs', total);
  return {
    ...loaded,
    reading: {
      model: { ...(atLeast && { atLeast }), tramites },
      received,
      omitted,
      problems,
      ...(received === 0 && { empty: true }),
    },
  };
}

/** The same address asking for another page; its own host, whatever the answer says. */
function pageAddress(address: string, page: number): string {
  const url = new URL(address, globalThis.location?.href);
  url.searchParams.set('page', String(page));
  return url.href;
}
