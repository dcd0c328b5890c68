import type { SourceError } from './source-error.js';

/** What one address answered: raw bytes and what the response said of them. */
export interface Answer {
  /** Address after redirects. */
  readonly address: string;
  readonly bytes: Uint8Array;
  /** `Content-Type` as sent, empty when none. */
  readonly contentType: string;
  /** Instant the body was complete, in ms since the epoch. */
  readonly retrievedAt: number;
  /** `Last-Modified` as sent, where readable. */
  readonly lastModified?: string;
}

export interface GetOptions {
  /** Gives up this caller's interest; the request itself ends when nobody is left. */
  readonly signal?: AbortSignal;
  /** Replaces `globalThis.fetch`. Requests are shared only among callers with the same `fetch`. */
  readonly fetch?: typeof fetch;
  /** Cap on decoded body bytes. Default 8 MB (8 × 1024 × 1024). */
  readonly maxBytes?: number;
  /** The reader asked ("Reintentar", `reload()`): skip the short-lived shared answer and an open circuit. */
  readonly fresh?: boolean;
}

/** The page-wide transport: one per version of the library, shared by every bundle on the page. */
export interface Transport {
  /**
   * One GET, shared with every caller of the same address, queued to at most 4 in flight per
   * origin, retried at most twice.
   *
   * @throws {SourceError} always this type, except `AbortError` when `options.signal` aborts
   */
  get(address: string, options?: GetOptions): Promise<Answer>;
  /**
   * The last answer of this address that was read whole and parsed, or `undefined`. It comes from
   * this visitor's IndexedDB (database `ventana`), or from memory where the browser blocks storage.
   */
  recall(address: string): Promise<Answer | undefined>;
  /** Keep this answer as the last good one. Called after it parsed, never before. */
  remember(address: string, answer: Answer): Promise<void>;
}

/** {@link Transport} and its queue, for requests that are not readings (`probeLink`). */
export interface PageTransport extends Transport {
  /** Runs `work` in the queue of the address's origin (at most 4 at once), after those who read data. */
  inTurn<T>(
    address: string,
    work: () => Promise<T>,
    options: { readonly signal: AbortSignal; readonly fetch?: typeof fetch | undefined },
  ): Promise<T>;
}

export type { SourceError };
