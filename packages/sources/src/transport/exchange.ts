import type { Answer } from './transport.js';
import { SourceError, type SourceErrorCause } from './source-error.js';

/**
 * What every request says. No header of ours, so no preflight; no cookie; no path in the Referer.
 */
export const MANNERS = {
  credentials: 'omit',
  mode: 'cors',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

export interface Exchange {
  readonly address: string;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly maxBytes: number;
  readonly fresh: boolean | undefined;
  readonly now: () => number;
  /** Called when headers arrive and at each chunk of body. */
  readonly onProgress: () => void;
  /** Why `fetch` itself rejected. */
  readonly explain: (cause: unknown) => Promise<SourceError>;
}

/** One attempt: ask, check the status, read the body up to the cap. */
export async function exchange({ fetch, ...ask }: Exchange): Promise<Answer> {
  const { address, signal, maxBytes } = ask;
  let response: Response;
  try {
    response = await fetch(address, {
      ...MANNERS,
      cache: ask.fresh ? 'no-cache' : 'default',
      signal,
    });
  } catch (error) {
    throw signal.aborted ? signal.reason : await ask.explain(error);
  }
  ask.onProgress();
  const { headers } = response;
  const refusal =
    refuse(response, address, ask.now) ??
    // Of the encoded body, but no compression makes data longer.
    (Number(headers.get('content-length')) > maxBytes && tooLarge(address, maxBytes));
  if (refusal) {
    response.body?.cancel().catch(() => {});
    throw refusal;
  }

  const bytes = await readBody(response, ask);
  if (!bytes.length) throw new SourceError('no-content', address, `${address} answered nothing.`);
  const lastModified = headers.get('last-modified');
  return {
    address: response.url || address,
    bytes,
    contentType: headers.get('content-type') ?? '',
    retrievedAt: ask.now(),
    ...(lastModified && { lastModified }),
  };
}

async function readBody(
  response: Response,
  { address, signal, maxBytes, onProgress }: Omit<Exchange, 'fetch'>,
): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (signal.aborted) throw signal.reason;
      if (done) break;
      onProgress();
      chunks.push(value);
      size += value.length;
      if (size > maxBytes) throw tooLarge(address, maxBytes);
    }
  } catch (error) {
    reader?.cancel().catch(() => {});
    if (signal.aborted) throw signal.reason;
    if (error instanceof SourceError) throw error;
    throw new SourceError('truncated', address, `The answer of ${address} broke off.`, {
      cause: error,
    });
  }
  const bytes = new Uint8Array(size);
  size = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, size);
    size += chunk.length;
  }
  return bytes;
}

const tooLarge = (address: string, maxBytes: number): SourceError =>
  new SourceError('too-large', address, `${address} is longer than ${maxBytes} bytes (max-bytes).`);

const REASON: Readonly<Record<number, SourceErrorCause>> = {
  204: 'no-content',
  205: 'no-content',
  401: 'denied',
  403: 'denied',
  404: 'not-found',
  410: 'not-found',
  429: 'busy',
};

function refuse(
  { ok, status, url, headers }: Response,
  address: string,
  now: () => number,
): SourceError | undefined {
  if (/^https:/i.test(address) && /^http:/i.test(url)) {
    return new SourceError('redirect', address, `${address} leads to ${url}, without encryption.`);
  }
  const reason = REASON[status] ?? (ok ? undefined : 'server');
  if (!reason) return;
  const retryAfter = secondsToWait(headers.get('retry-after'), now);
  return new SourceError(reason, address, `${address} answered HTTP ${status}.`, {
    status,
    retryable: reason === 'busy' || status >= 500 || status === 408,
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/** `Retry-After`: seconds or an HTTP date (RFC 9110, 10.2.3). */
function secondsToWait(header: string | null, now: () => number): number | undefined {
  if (!header) return;
  const seconds = /^\d+$/.test(header)
    ? Number(header)
    : Math.ceil((Date.parse(header) - now()) / 1000);
  return seconds >= 0 ? seconds : undefined;
}
