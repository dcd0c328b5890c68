import type { Reading } from '@ventana/model';
import type { Answer, GetOptions, Transport } from './transport/transport.js';

/** A model read from an address, and how old it is. */
export interface Loaded<T> {
  readonly reading: Reading<T>;
  /** Address read, after redirects. */
  readonly address: string;
  /** Instant the answer arrived, ms since the epoch. */
  readonly retrievedAt: number;
  /** `Last-Modified` of the answer as sent, where readable: dates data that has no date of its own. */
  readonly lastModified?: string;
}

export interface FetchOptions extends GetOptions {
  /** Default: the page-wide transport. */
  readonly transport?: Transport;
  /** Nesting allowed in JSON. Default 64. */
  readonly maxDepth?: number;
  /** Charset that the source is known to use when neither header nor bytes tell (`cp850`). */
  readonly charset?: string;
}

/** Bytes to model, at the door. Throws {@link SourceError} for an answer of no known form. */
export type ParseAnswer<T> = (answer: Answer, options: FetchOptions) => Reading<T>;
