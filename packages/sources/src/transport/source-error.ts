/** The `kind` of an `error` event, as the public face names them. */
export type SourceErrorKind =
  'offline' | 'not-found' | 'denied' | 'malformed' | 'too-large' | 'timeout' | 'server';

/**
 * The finer cause. It chooses the sentence for the reader (`frame.messages.ts` of the widgets has
 * them) and the line for the embedder; the `kind` that a page's script sees is coarser and stable.
 */
export type SourceErrorCause =
  /** No network: `navigator.onLine` is false. */
  | 'offline'
  /** Name, connection, TLS, reset, redirect: the browser does not say which. */
  | 'unreachable'
  /** The server answers, but does not let this page read it (a no-cors probe got through). */
  | 'cors'
  | 'redirect'
  | 'timeout'
  /** HTTP 401, 403, or an API's "Authorization Error". */
  | 'denied'
  /** HTTP 404, 410, or an API's "Not Found Error", whatever language its message is in. */
  | 'not-found'
  /** HTTP 429. */
  | 'busy'
  /** HTTP 5xx, or an API's `success: false` with no better reason. */
  | 'server'
  /** HTML where data was expected: maintenance page, captive portal, firewall. */
  | 'html'
  /** 204, or nothing in the body. */
  | 'no-content'
  /** The body ended early: cut stream, bad gzip, or JSON that stops in the middle. */
  | 'truncated'
  /** Read whole, but not JSON (or CSV …), or not of a form we know. */
  | 'malformed'
  /** Several in one answer and the page did not say which: the embedder's mistake. */
  | 'not-chosen'
  /** Of a known form, but nested deeper than the cap. */
  | 'too-deep'
  | 'too-large';

/** What may be known of a {@link SourceError} beside its reason. */
export interface SourceErrorOptions {
  readonly status?: number | undefined;
  readonly retryAfter?: number | undefined;
  /** Default: what is usual for `reason`. */
  readonly retryable?: boolean | undefined;
}

/** What went wrong between an address and a model. Never shown raw to a reader. */
export class SourceError extends Error {
  /** By name: bundles on one page share a transport, but each has its own copy of this class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return (value as Error | undefined)?.name === 'SourceError';
  }

  override readonly name = 'SourceError';
  readonly kind: SourceErrorKind;
  readonly reason: SourceErrorCause;
  /** Address asked, as given. */
  readonly address: string;
  /** May another attempt at the same address help? */
  readonly retryable: boolean;
  /** HTTP status where one was readable. */
  readonly status?: number;
  /** Seconds the server asked us to wait (`Retry-After`), where readable. */
  readonly retryAfter?: number;

  /**
   * @param embedder - one English sentence for the console: what happened and what the embedder can do
   */
  constructor(
    reason: SourceErrorCause,
    address: string,
    embedder: string,
    options: SourceErrorOptions & { readonly cause?: unknown } = {},
  ) {
    super(embedder, options.cause === undefined ? undefined : { cause: options.cause });
    this.reason = reason;
    this.kind = KIND[reason] ?? (reason as SourceErrorKind);
    this.address = address;
    this.retryable = options.retryable ?? RETRYABLE.has(reason);
    if (options.status !== undefined) this.status = options.status;
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter;
  }
}

/** Causes whose kind has another name. */
const KIND: Readonly<Partial<Record<SourceErrorCause, SourceErrorKind>>> = {
  unreachable: 'offline',
  cors: 'denied',
  redirect: 'server',
  busy: 'server',
  html: 'malformed',
  'no-content': 'malformed',
  truncated: 'malformed',
  'not-chosen': 'malformed',
  'too-deep': 'malformed',
};

const RETRYABLE: ReadonlySet<SourceErrorCause> = new Set([
  'offline',
  'unreachable',
  'busy',
  'server',
  'truncated',
]);
