import {
  MAX_PROBLEMS,
  type Problem,
  type Reading,
  type Tramite,
  type TramiteCatalogue,
} from '@ventana/model';
import type { HsdsPage } from './hsds-services.js';

/** A page of services as read, and what it says of its place among the pages. */
export interface ReadPage {
  readonly reading: Reading<TramiteCatalogue>;
  readonly page?: HsdsPage;
}

const MOST_PAGES = 40;

/**
 * Follows the pages of an HSDS API from the first. Public servers repeat pages, shift rows while one
 * reads, and promise totals that they do not keep: each trámite is taken once, a page that brings
 * nothing new ends it, and whatever does not add up makes the count an "al menos". Where a page does
 * not arrive, what the total says is missing counts as omitted.
 *
 * @param src - address of the first; further ones are asked of its own host, whatever the answer says
 * @param maxPages - pages read at most. Default 40
 */
export async function followPages(
  src: string,
  first: ReadPage & { readonly page: HsdsPage },
  read: (address: string) => Promise<ReadPage>,
  { maxPages = MOST_PAGES, signal }: { readonly maxPages?: number; readonly signal?: AbortSignal },
): Promise<Reading<TramiteCatalogue>> {
  let page: HsdsPage | undefined = first.page;
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
  while (page && !page.isLast && (page.pages !== undefined || received < (total ?? Infinity))) {
    if (numbers.size >= maxPages) {
      trouble('more-pages', page.pages);
      break;
    }
    number += 1;
    let next: ReadPage;
    try {
      next = await read(pageAddress(src, number));
    } catch (error) {
      signal?.throwIfAborted();
      trouble('page-failed', error);
      // What the source has said it has, and did not bring.
      const missing = Math.max(0, (total ?? 0) - received);
      omitted += missing;
      received += missing;
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
      // One without a key of its own may have the name of another: it is named for its page, too.
      .map((tramite) =>
        tramite.id.startsWith('#') && ids.has(tramite.id)
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
    model: { ...(atLeast && { atLeast }), tramites },
    received,
    omitted,
    problems,
    ...(received === 0 && { empty: true }),
  };
}

/** The same address asking for another page. */
function pageAddress(address: string, page: number): string {
  const url = new URL(address, globalThis.location?.href);
  url.searchParams.set('page', String(page));
  return url.href;
}
