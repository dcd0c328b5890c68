import type { Reading, Tramite, TramiteCatalogue } from '@ventana/model';
import {
  emptyIndex,
  fillIndex,
  squashKey,
  type TramiteIndex,
} from '@ventana/model/tramite/search/term-index.js';
import { readIndex } from '@ventana/model/tramite/search/index-file.js';
import {
  searchIndex,
  type TramiteQuery,
  type TramiteResults,
} from '@ventana/model/tramite/search/search-index.js';
import type { Steps } from '@ventana/model/tramite/search/steps.js';
import { SYNONYMS, type SynonymGroup } from '@ventana/model/tramite/search/synonyms.js';
import { inSlices } from '../csv/slices.js';
import type { Loaded } from '../fetch-reading.js';
import { pageTransport } from '../transport/page-transport.js';
import { decodeText } from '../transport/decode-text.js';
import type { Answer } from '../transport/transport.js';
import { fetchTramites, recallTramites, type FetchTramitesOptions } from './fetch-tramites.js';
import { openCsv, openDocument, openTramites, type OpenTramites } from './open-tramites.js';

/** Where a catalogue comes from. */
export type FinderSource =
  | { readonly kind: 'address'; readonly address: string }
  /** The last good answer of this address: nothing is fetched. */
  | { readonly kind: 'recall'; readonly address: string }
  /** Bytes that somebody else fetched. */
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** A parsed JSON document of any known form, or CSV text. */
  | { readonly kind: 'document'; readonly document: unknown }
  /** Trámites that are models already. */
  | { readonly kind: 'reading'; readonly reading: Reading<TramiteCatalogue> };

export interface FinderOptions extends FetchTramitesOptions {
  /** Address of an index file of this catalogue; one that does not fit is passed over. */
  readonly indexAddress?: string;
  /** Names of one thing, besides {@link SYNONYMS}. */
  readonly synonyms?: readonly SynonymGroup[];
}

/** What a catalogue says of itself, without its trámites. */
export interface CatalogueInfo extends Omit<TramiteCatalogue, 'tramites'> {
  /** Trámites that can be found. */
  readonly count: number;
}

/**
 * A catalogue that answers: the same whether it lives in a worker or on this thread. Answers of a
 * released one are empty.
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
  options: FinderOptions = {},
): Promise<Loaded<FinderCatalogue> | undefined> {
  const loaded = await load(source, options);
  if (!loaded) return undefined;
  const { reading, ...rest } = loaded;
  const { tramites, ...head } = reading.model;
  const building = new AbortController();
  const given = options.signal;
  const stop = (): void => building.abort(given?.reason);
  given?.addEventListener('abort', stop, { once: true });
  const synonyms = [...SYNONYMS, ...(options.synonyms ?? [])];
  const drive = <T>(steps: Steps<T>, isEnough?: () => boolean): Promise<T | undefined> =>
    runSliced(steps, { ...options, signal: building.signal }, isEnough);
  try {
    let index = await readPublished(tramites, synonyms, options, drive);
    index ??= emptyIndex(tramites, { synonyms });
    const ready = index;
    const filling = fillIndex(ready);
    if (ready.stage === 'empty') await drive(filling, () => ready.stage !== 'empty');
    given?.removeEventListener('abort', stop);
    const complete =
      ready.stage === 'full'
        ? Promise.resolve()
        : drive(filling).then(
            () => {},
            () => {},
          );
    return {
      ...rest,
      reading: {
        ...reading,
        model: catalogueOf({ ...head, count: tramites.length }, ready, complete, () =>
          building.abort(),
        ),
      },
    };
  } catch (error) {
    given?.throwIfAborted();
    throw error;
  }
}

async function load(
  source: FinderSource,
  options: FinderOptions,
): Promise<Loaded<TramiteCatalogue> | undefined> {
  switch (source.kind) {
    case 'address':
      return fetchTramites(source.address, options);
    case 'recall':
      return recallTramites(source.address, options);
    case 'answer': {
      const { address, retrievedAt, lastModified } = source.answer;
      return {
        address,
        retrievedAt,
        ...(lastModified !== undefined && { lastModified }),
        reading: await read(openTramites(source.answer, options), options),
      };
    }
    case 'document': {
      const { document } = source;
      const name = 'the inline document';
      const open =
        typeof document === 'string'
          ? openCsv(document, name, options.columns)
          : openDocument(document, name);
      return { address: '', retrievedAt: Date.now(), reading: await read(open, options) };
    }
    default:
      return { address: '', retrievedAt: Date.now(), reading: source.reading };
  }
}

async function read(
  open: OpenTramites,
  options: FinderOptions,
): Promise<Reading<TramiteCatalogue>> {
  return (await runSliced(open.read, options)) as Reading<TramiteCatalogue>;
}

/** Takes steps in slices until they end or it is enough; `undefined` in the latter case. */
async function runSliced<T>(
  steps: Steps<T>,
  { sliceMs, signal }: Pick<FinderOptions, 'sliceMs' | 'signal'>,
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

/** The index that was published beside the catalogue. Whatever is wrong with it, a new one is built. */
async function readPublished(
  tramites: readonly Tramite[],
  synonyms: readonly SynonymGroup[],
  options: FinderOptions,
  drive: <T>(steps: Steps<T>) => Promise<T | undefined>,
): Promise<TramiteIndex | undefined> {
  const { indexAddress, transport } = options;
  if (!indexAddress) return undefined;
  try {
    const answer = await (transport ?? pageTransport()).get(indexAddress, options);
    return await drive(readIndex(decodeText(answer), tramites, { synonyms }));
  } catch {
    return undefined;
  }
}

function catalogueOf(
  info: CatalogueInfo,
  full: TramiteIndex,
  complete: Promise<void>,
  stop: () => void,
): FinderCatalogue {
  let index: TramiteIndex | undefined = full;
  const search = (query: TramiteQuery): TramiteResults =>
    index
      ? searchIndex(index, query)
      : { text: query.text, total: 0, hits: [], facets: {}, complete: true };
  return {
    info,
    complete,
    search: async (query) => search(query),
    get: async (id) => index && findTramite(index, id),
    select: async (query) =>
      search({ ...query, offset: 0, limit: Infinity }).hits.map(({ tramite }) => tramite),
    release: () => {
      index = undefined;
      stop();
    },
  };
}

function findTramite({ tramites, keys }: TramiteIndex, id: string): Tramite | undefined {
  const key = squashKey(id);
  return (
    tramites.find((tramite) => tramite.id === id) ??
    (key === '' ? undefined : tramites[keys.indexOf(key)])
  );
}
