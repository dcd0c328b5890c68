import type { Reading, Tramite } from '@ventana/model';
import type { Facets } from '@ventana/model/tramite/search/facets.js';
import type { Loaded } from '../fetch-reading.js';
import { SourceError, type SourceErrorOptions } from '../transport/source-error.js';
import type { Answer } from '../transport/transport.js';
import type { CatalogueInfo, FinderOptions, FinderSource, TramiteHits } from './finder-engine.js';

/** Options that can be sent to a worker. */
export type SentOptions = Omit<FinderOptions, 'signal' | 'fetch' | 'transport' | 'charset'> & {
  readonly charset?: string;
  /** May answers be kept and recalled? Not those of a page's own fetch. */
  readonly mayKeep: boolean;
};

/** From the page to the worker. `id` numbers requests; `catalogue` is the id of the `open` request. */
export type FinderRequest =
  | {
      readonly do: 'open';
      readonly id: number;
      readonly source: FinderSource;
      readonly options: SentOptions;
      /** Where a page has a fetch or transport of its own: takes an address and a port for its {@link LentAnswer}. */
      readonly lent: MessagePort | undefined;
    }
  | {
      readonly do: Exclude<keyof FinderReplies, 'open'>;
      readonly id: number;
      readonly catalogue: number;
      readonly query: unknown;
    }
  /** Ends an `open` under way, or lets go of what it made. No reply. */
  | { readonly do: 'release'; readonly id: number };

/** What a page's own fetch brought for the worker, the bytes apart: a blob is handed over without a copy. */
export type LentAnswer =
  { readonly answer: Omit<Answer, 'bytes'>; readonly body: Blob } | { readonly error: SentError };

/** What each request is answered with; all but `open` by that of a `FinderCatalogue`. */
export interface FinderReplies {
  readonly open: Omit<Loaded<never>, 'reading'> & { readonly reading: Reading<CatalogueInfo> };
  /** Answered once the catalogue can be searched in full, or is released. */
  readonly complete: void;
  readonly search: TramiteHits;
  readonly facets: Facets;
  readonly likely: readonly string[];
  readonly select: readonly Tramite[];
  readonly get: Tramite | undefined;
}

/** From the worker to the page: the answer to a request, or at first, when the script runs, nothing. */
export interface FinderMessage {
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: SentError;
}

/** A {@link SourceError} in a form that survives `postMessage`. */
export type SentError = Pick<SourceError, 'reason' | 'address' | 'message'> & SourceErrorOptions;

export function sendError(error: unknown): SentError {
  // An error's message is not among what is spread.
  const { message = String(error) } = error as Partial<Error>;
  return { reason: 'malformed', address: '', ...(error as Partial<SourceError>), message };
}

export function receiveError({ reason, address, message, ...more }: SentError): SourceError {
  return new SourceError(reason, address, message, more);
}
