import type { Tramite, TramiteCatalogue } from '@ventana/model';
import type { FacetFilters, Facets } from '@ventana/model/tramite/search/facets.js';
import type { SynonymGroup } from '@ventana/model/tramite/search/synonyms.js';
import { createFinder, guardAddress, pageRegistry } from '@ventana/sources';
import type { Finder, FinderCatalogue, FinderSource, TramiteHits } from '@ventana/sources';

/** A catalogue that answers, with its first answer: what is painted first waits for nothing more. */
export interface OpenFinder {
  readonly catalogue: FinderCatalogue;
  readonly found: Found;
  /** The trámite asked for by the `tramite` attribute. */
  readonly only: Tramite | undefined;
}

/** What a catalogue has for a query and filters. */
export interface Found {
  /** The same for the same query, filters and number of results. */
  readonly key: string;
  readonly query: string;
  readonly filters: FacetFilters;
  readonly results: TramiteHits;
  /** Their counts: at once for the empty query, else fetched when the first results are painted. */
  facets: Facets | undefined;
  readonly catalogue: FinderCatalogue;
  /** Results without the filters, where these leave none; else 0. */
  readonly without: number;
  /** All of them, once fetched. */
  all?: readonly Tramite[];
}

/** An inline document longer than this is worth a worker, in UTF-16 units. */
const WORTH_A_WORKER = 200_000;

const finders = new Map<string, Finder>();

/**
 * The finder that all widgets of the page with the same worker share.
 *
 * @param worker - address of finder.worker.js, `none`, or empty: as Ventana was built
 */
export function finderOf(worker: string): Finder {
  let finder = finders.get(worker);
  if (!finder) {
    const workerAddress = addressOf(worker);
    finder = createFinder({
      workerAddress,
      engine: async () => (await import('@ventana/sources/tramite/finder.worker.js')).openCatalogue,
      ...(workerAddress ? {} : { mode: 'slices' }),
      // Whoever names the worker's file says that the page's policy allows it.
      ...(worker && { mayTryWorker: () => true }),
    });
    finders.set(worker, finder);
  }
  return finder;
}

/** The worker's script: a built file is one itself, and says so; else it stands beside ventana.js. */
function addressOf(worker: string): string {
  if (worker) return (worker !== 'none' && guardAddress(worker, document.baseURI)) || '';
  const { 'finder.worker.js': built, scriptAddress } = pageRegistry() as Readonly<
    Record<string, string | undefined>
  >;
  return built ?? (scriptAddress ? new URL('finder.worker.js', scriptAddress).href : '');
}

/** Is what a page gives one? Others are passed over. */
export function isSynonymGroup(group: Partial<SynonymGroup> | null): group is SynonymGroup {
  return [group?.same, group?.asked ?? []].every(
    (names) => Array.isArray(names) && names.every((name) => typeof name === 'string'),
  );
}

/** A document given by the page: small ones and objects are not worth the copy to a worker. */
export function givenSource(raw: unknown): { source: FinderSource; isSmall: boolean } {
  const isSmall = typeof raw !== 'string' || raw.length < WORTH_A_WORKER;
  if (!isModel(raw)) return { source: { kind: 'document', document: raw }, isSmall };
  return {
    source: {
      kind: 'reading',
      reading: { model: raw, received: raw.tramites.length, omitted: 0, problems: [] },
    },
    isSmall,
  };
}

/** Is it a catalogue already read, and not a document in our JSON? */
function isModel(raw: unknown): raw is TramiteCatalogue {
  const { tramites } = (raw ?? {}) as Partial<TramiteCatalogue>;
  return (
    Array.isArray(tramites) &&
    tramites.every((each: Partial<Tramite> | null) =>
      [each?.channels, each?.requirements, each?.steps, each?.places, each?.other].every(
        Array.isArray,
      ),
    )
  );
}
