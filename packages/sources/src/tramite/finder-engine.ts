import type { Reading, Tramite, TramiteCatalogue } from '@ventana/model';
import type { Facets } from '@ventana/model/tramite/search/facets.js';
import { nextTexts } from '@ventana/model/tramite/search/next-texts.js';
import {
  presentResults,
  searchIndex,
  type TramiteQuery,
  type TramiteResults,
} from '@ventana/model/tramite/search/search-index.js';
import { SYNONYMS, type SynonymGroup } from '@ventana/model/tramite/search/synonyms.js';
import {
  emptyIndex,
  fillIndex,
  squashKey,
  termOf,
  type TramiteIndex,
} from '@ventana/model/tramite/search/term-index.js';
import type { Loaded } from '../fetch-reading.js';
import { decodeText } from '../transport/decode-text.js';
import { looksLikeJson } from './document-in.js';
import {
  readCatalogue,
  readDocument,
  takeSteps,
  type AnswerPort,
  type CatalogueOptions,
} from './read-catalogue.js';
import { readRecords } from './read-records.js';

/** Where a catalogue comes from. */
export type FinderSource =
  | { readonly kind: 'address'; readonly address: string }
  /** The last good answer of this address: nothing is fetched. */
  | { readonly kind: 'recall'; readonly address: string }
  /** A parsed JSON document of any known form, or the text of one or of CSV. */
  | { readonly kind: 'document'; readonly document: unknown }
  /** Trámites that are models already. */
  | { readonly kind: 'reading'; readonly reading: Reading<TramiteCatalogue> };

export interface FinderOptions extends CatalogueOptions {
  /** Address of an index file of this catalogue; one that does not fit is passed over. */
  readonly indexAddress?: string;
  /** The trámites are what a server found, best first: a search keeps them all and their order. */
  readonly isAnswer?: boolean;
  /** Bytes of the largest answer that is kept for when the address fails. Default 2 MB, in a worker any. */
  readonly mostKept?: number;
  /** Names of one thing, besides the library's own (`SYNONYMS`). */
  readonly synonyms?: readonly SynonymGroup[];
}

/** What a catalogue says of itself, without its trámites. */
export interface CatalogueInfo extends Omit<TramiteCatalogue, 'tramites'> {
  /** Trámites that can be found. */
  readonly count: number;
}

/** Results without their {@link FinderCatalogue.facets}, which are more than half of an answer's bytes. */
export type TramiteHits = Omit<TramiteResults, 'facets'>;

/**
 * A catalogue that answers: the same whether it lives in a worker or on this thread. Once released
 * it finds nothing.
 */
export interface FinderCatalogue {
  readonly info: CatalogueInfo;
  search(query: TramiteQuery): Promise<TramiteHits>;
  /** How many of a query's results have each value: apart, as a list is painted before its filters. */
  facets(query: TramiteQuery): Promise<Facets>;
  /** What a text is likely to be a key later, the likeliest first. */
  likely(text: string): Promise<readonly string[]>;
  /** By `id` or by homoclave, whatever its case and separators. */
  get(id: string): Promise<Tramite | undefined>;
  /** All results of a query, for a table or a CSV. */
  select(query: TramiteQuery): Promise<readonly Tramite[]>;
  /** When long texts can be searched too: a query asked before may find more now. */
  readonly complete: Promise<void>;
  /** Lets go of the index and ends its building. */
  release(): void;
}

/** Reads a catalogue and indexes it in slices; resolves when titles, keywords and places can be searched. */
export async function openCatalogue(
  source: FinderSource,
  options: FinderOptions,
  port: AnswerPort,
): Promise<Loaded<FinderCatalogue>> {
  const { reading, ...loaded } = await load(source, options, port);
  const { tramites, ...head } = reading.model;
  const { isAnswer } = options;
  const synonyms = [...SYNONYMS, ...(options.synonyms ?? [])];
  const building = new AbortController();
  const { signal } = building;
  let index =
    (await readPublished(tramites, synonyms, options, port)) ?? emptyIndex(tramites, { synonyms });
  const filling = fillIndex(index);
  const { keys } = index;
  await takeSteps(
    filling,
    options,
    () => !isAnswer && index.stage !== 'empty' && keys.length === tramites.length,
  );
  const complete = takeSteps(filling, { ...options, signal }).then(
    () => {},
    () => {},
  );
  const search = (query: TramiteQuery): TramiteResults =>
    (isAnswer ? presentResults : searchIndex)(index, query);
  return {
    ...loaded,
    reading: {
      ...reading,
      model: {
        info: { ...head, count: tramites.length },
        complete,
        search: async (query) => {
          const { facets, ...found } = search(query);
          return found;
        },
        facets: async (query) => search({ ...query, limit: 0 }).facets(),
        likely: async (text) => nextTexts(index, text),
        get: async (id) => findTramite(index, id),
        select: async (query) =>
          search({ ...query, offset: 0, limit: Infinity }).hits.map(({ tramite }) => tramite),
        release() {
          building.abort();
          index = emptyIndex([]);
        },
      },
    },
  };
}

async function load(
  source: FinderSource,
  options: FinderOptions,
  port: AnswerPort,
): Promise<Loaded<TramiteCatalogue>> {
  if ('address' in source) return readCatalogue(source.address, port, options, readRecords);
  const here = { address: '', retrievedAt: Date.now() };
  if (source.kind === 'reading') return { ...here, reading: source.reading };
  const { document } = source;
  const isJson = typeof document === 'string' && looksLikeJson(document);
  const root: unknown = isJson ? JSON.parse(document) : document;
  return { ...here, ...(await readDocument(root, 'the inline document', options, readRecords)) };
}

/** The index that was published beside the catalogue. Whatever is wrong with it, a new one is built. */
async function readPublished(
  tramites: readonly Tramite[],
  synonyms: readonly SynonymGroup[],
  { indexAddress, ...options }: FinderOptions,
  port: AnswerPort,
): Promise<TramiteIndex | undefined> {
  try {
    if (!indexAddress) return undefined;
    const answer = await port.get(indexAddress);
    const { readLines } = await import('@ventana/model/tramite/search/index-lines.js');
    const index = emptyIndex(tramites, { synonyms });
    const isRead = await takeSteps(readLines(decodeText(answer), index, termOf), options);
    return isRead ? index : undefined;
  } catch {
    options.signal?.throwIfAborted();
    return undefined;
  }
}

function findTramite({ tramites, keys }: TramiteIndex, id: string): Tramite | undefined {
  const key = squashKey(id);
  return (
    tramites.find((tramite) => tramite.id === id) ?? (key ? tramites[keys.indexOf(key)] : undefined)
  );
}
