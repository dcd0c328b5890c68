import type { Reading, Tramite, TramiteCatalogue } from '@ventana/model';
import { readIndex } from '@ventana/model/tramite/search/index-file.js';
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
  type TramiteIndex,
} from '@ventana/model/tramite/search/term-index.js';
import type { Loaded } from '../fetch-reading.js';
import { decodeText } from '../transport/decode-text.js';
import {
  readCatalogue,
  takeSteps,
  type AnswerPort,
  type CatalogueOptions,
} from './catalogue-pages.js';
import { openCsv, openDocument } from './open-tramites.js';

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
  /** Names of one thing, besides the library's own (`SYNONYMS`). */
  readonly synonyms?: readonly SynonymGroup[];
}

/** What a catalogue says of itself, without its trámites. */
export interface CatalogueInfo extends Omit<TramiteCatalogue, 'tramites'> {
  /** Trámites that can be found. */
  readonly count: number;
}

/**
 * A catalogue that answers: the same whether it lives in a worker or on this thread. Once released
 * it finds nothing.
 */
export interface FinderCatalogue {
  readonly info: CatalogueInfo;
  search(query: TramiteQuery): Promise<TramiteResults>;
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
  if (options.isAnswer)
    return { ...loaded, reading: { ...reading, model: answered(tramites, head) } };
  const synonyms = [...SYNONYMS, ...(options.synonyms ?? [])];
  const building = new AbortController();
  const { signal } = building;
  let index =
    (await readPublished(tramites, synonyms, options, port)) ?? emptyIndex(tramites, { synonyms });
  const filling = fillIndex(index);
  if (index.stage === 'empty') await takeSteps(filling, options, () => index.stage !== 'empty');
  const complete =
    index.stage === 'full'
      ? Promise.resolve()
      : takeSteps(filling, { ...options, signal }).then(
          () => {},
          () => {},
        );
  const search = (query: TramiteQuery): TramiteResults => searchIndex(index, query);
  return {
    ...loaded,
    reading: {
      ...reading,
      model: {
        info: { ...head, count: tramites.length },
        complete,
        search: async (query) => search(query),
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

function answered(
  tramites: readonly Tramite[],
  head: Omit<CatalogueInfo, 'count'>,
): FinderCatalogue {
  return {
    info: { ...head, count: tramites.length },
    complete: Promise.resolve(),
    search: async (query) => presentResults(tramites, query),
    get: async (id) =>
      tramites.find((each) => each.id === id || squashKey(each.homoclave ?? '') === squashKey(id)),
    select: async (query) =>
      presentResults(tramites, { ...query, offset: 0, limit: Infinity }).hits.map(
        ({ tramite }) => tramite,
      ),
    release() {},
  };
}

async function load(
  source: FinderSource,
  options: FinderOptions,
  port: AnswerPort,
): Promise<Loaded<TramiteCatalogue>> {
  if ('address' in source) return readCatalogue(source.address, port, options);
  const here = { address: '', retrievedAt: Date.now() };
  if (source.kind === 'reading') return { ...here, reading: source.reading };
  const { document } = source;
  const name = 'the inline document';
  const { read } =
    typeof document !== 'string'
      ? openDocument(document, name)
      : /^\s*[[{]/.test(document)
        ? openDocument(JSON.parse(document), name)
        : openCsv(document, name, options.columns);
  return { ...here, reading: (await takeSteps(read, options)) as Reading<TramiteCatalogue> };
}

/** The index that was published beside the catalogue. Whatever is wrong with it, a new one is built. */
async function readPublished(
  tramites: readonly Tramite[],
  synonyms: readonly SynonymGroup[],
  options: FinderOptions,
  port: AnswerPort,
): Promise<TramiteIndex | undefined> {
  try {
    const answer = options.indexAddress && (await port.get(options.indexAddress));
    return answer
      ? await takeSteps(readIndex(decodeText(answer), tramites, { synonyms }), options)
      : undefined;
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
