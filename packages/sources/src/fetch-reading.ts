import type { Reading } from '@ventana/model';
import type { Charset } from './transport/decode-text.js';
import { pageTransport } from './transport/page-transport.js';
import { SourceError } from './transport/source-error.js';
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
  /** Charset that the source is known to use when neither bytes nor header tell, or its decoder. */
  readonly charset?: Charset;
}

/** Bytes to model, at the door. Throws {@link SourceError} for an answer of no known form. */
export type ParseAnswer<T> = (
  answer: Answer,
  options: FetchOptions,
) => Reading<T> | Promise<Reading<T>>;

/**
 * From an address to a model: get, parse, and keep the answer as the last good one once it parsed.
 *
 * What a replaced `fetch` brought is not kept: it may be for this visitor's session only, and the
 * store outlives that.
 *
 * @throws {SourceError} always this type (a parser's own slip is `malformed`), except `AbortError`
 *   when `options.signal` aborts
 */
export async function fetchReading<T>(
  address: string,
  parse: ParseAnswer<T>,
  options: FetchOptions = {},
): Promise<Loaded<T>> {
  const { transport = pageTransport() } = options;
  const answer = await transport.get(address, options);
  let loaded: Loaded<T>;
  try {
    loaded = await load(answer, parse, options);
  } catch (cause) {
    if (cause instanceof SourceError || options.signal?.aborted) throw cause;
    throw new SourceError('malformed', address, `${address} could not be read: ${String(cause)}`, {
      cause,
    });
  }
  // Painting does not wait for the disk, nor fail with it.
  if (byDefault(options)) transport.remember(address, answer).catch(() => {});
  return loaded;
}

/** The model as last read from this address, on this page or an earlier visit; nothing is fetched. */
export async function recallReading<T>(
  address: string,
  parse: ParseAnswer<T>,
  options: FetchOptions = {},
): Promise<Loaded<T> | undefined> {
  const { transport = pageTransport() } = options;
  try {
    const answer = byDefault(options) ? await transport.recall(address) : undefined;
    return answer && (await load(answer, parse, options));
  } catch {
    // Kept by a version that read it otherwise: as good as not kept.
    return;
  }
}

const byDefault = ({ fetch }: FetchOptions): boolean => !fetch || fetch === globalThis.fetch;

async function load<T>(
  answer: Answer,
  parse: ParseAnswer<T>,
  options: FetchOptions,
): Promise<Loaded<T>> {
  const { address, retrievedAt, lastModified } = answer;
  return {
    reading: await parse(answer, options),
    address,
    retrievedAt,
    ...(lastModified && { lastModified }),
  };
}
