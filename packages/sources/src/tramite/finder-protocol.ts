import type { Reading, Tramite } from '@ventana/model';
import type { Facets } from '@ventana/model/tramite/search/facets.js';
import type { TramiteQuery } from '@ventana/model/tramite/search/search-index.js';
import type { Loaded } from '../fetch-reading.js';
import { SourceError, type SourceErrorOptions } from '../transport/source-error.js';
import type { Answer } from '../transport/transport.js';
import type { CatalogueInfo, FinderOptions, FinderSource, TramiteHits } from './finder-engine.js';

/** Options that can be sent to a worker. */
export type SentOptions = Omit<FinderOptions, 'signal' | 'fetch' | 'transport' | 'charset'> & {
  readonly charset?: string;
  /** May the worker fetch? Not where the page has a fetch or transport of its own. */
  readonly mayFetch: boolean;
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
    }
  | {
      readonly do: 'search' | 'facets' | 'select';
      readonly id: number;
      readonly catalogue: number;
      readonly query: TramiteQuery;
    }
  | { readonly do: 'get'; readonly id: number; readonly catalogue: number; readonly query: string }
  /** Ends an `open` under way, or lets go of what it made. No reply. */
  | { readonly do: 'release'; readonly id: number }
  /** An answer that the worker asked for, its bytes apart: a blob is handed over without a copy. */
  | {
      readonly do: 'take';
      readonly id: number;
      readonly body: Blob;
      readonly answer: Omit<Answer, 'bytes'>;
    }
  | { readonly do: 'miss'; readonly id: number; readonly error: SentError };

/** What each request is answered with. */
export interface FinderReplies {
  readonly open: Omit<Loaded<never>, 'reading'> & { readonly reading: Reading<CatalogueInfo> };
  readonly search: TramiteHits;
  readonly facets: Facets;
  readonly select: readonly Tramite[];
  readonly get: Tramite | undefined;
}

/** From the worker to the page. */
export type FinderMessage =
  /** Sent once, when the worker's script runs. */
  | { readonly say: 'hello' }
  | { readonly say: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly say: 'failed'; readonly id: number; readonly error: SentError }
  /** The catalogue of this id can now be searched in full. */
  | { readonly say: 'complete'; readonly id: number }
  /** The page is asked to fetch, by a fetch of its own. `open` is the request it is for. */
  | { readonly say: 'want'; readonly id: number; readonly open: number; readonly address: string };

/** A {@link SourceError} in a form that survives `postMessage`. */
export type SentError = Pick<SourceError, 'reason' | 'address' | 'message'> & SourceErrorOptions;

export function sendError(error: unknown): SentError {
  const {
    reason = 'malformed',
    address = '',
    message = String(error),
    status,
    retryAfter,
    retryable,
  } = error as Partial<SourceError>;
  return { reason, address, message, status, retryAfter, retryable };
}

export function receiveError({ reason, address, message, ...more }: SentError): SourceError {
  return new SourceError(reason, address, message, more);
}
