import { MANNERS } from './exchange.js';
import { SourceError } from './source-error.js';

/**
 * Why `fetch` rejected. To code every network failure is the same `TypeError`, so two probes ask
 * again: one that does not ask to read, one that does not follow redirects. Each is dropped at its
 * headers. Two requests more, so the caller does this once per request, not per retry.
 */
export async function explainFailure(
  address: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
  cause: unknown,
): Promise<SourceError> {
  const because = (reason: 'offline' | 'redirect' | 'cors' | 'unreachable', text: string) =>
    new SourceError(reason, address, `${address} ${text}`, { cause });

  if (isOffline()) return because('offline', 'was not reached: no network.');
  const alive = await headersOf(fetch, address, signal, { mode: 'no-cors' });
  // Last, so that a server which merely stumbled is not taken for one that refuses.
  const readable = await headersOf(fetch, address, signal, { redirect: 'manual' });
  if (readable?.type === 'opaqueredirect') {
    return because(
      'redirect',
      'redirects to where this page may not read, or in circles: use the final address.',
    );
  }
  if (alive && !readable) {
    return because(
      'cors',
      'answers, but without Access-Control-Allow-Origin: no other site may read it. Ask the publisher to allow it, or use `snapshot`.',
    );
  }
  return because(
    'unreachable',
    'could not be reached: name, connection, TLS, mixed content or this page’s connect-src.',
  );
}

export const isOffline = (): boolean => globalThis.navigator?.onLine === false;

/** The response without its body, or `undefined` when the network failed. Throws when `signal` aborts. */
export async function headersOf(
  fetch: typeof globalThis.fetch,
  address: string,
  signal: AbortSignal,
  init: RequestInit,
): Promise<Response | undefined> {
  const body = new AbortController();
  const drop = (): void => body.abort();
  signal.addEventListener('abort', drop);
  try {
    return await fetch(address, { ...MANNERS, cache: 'no-store', ...init, signal: body.signal });
  } catch {
    if (signal.aborted) throw signal.reason;
    return;
  } finally {
    signal.removeEventListener('abort', drop);
    drop();
  }
}
