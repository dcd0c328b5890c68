import { headersOf } from './headers-of.js';
import type { SourceErrorCause } from './source-error.js';

/** Why an address could not be read, and what the embedder is told of it after the address. */
export interface Explanation {
  readonly reason: SourceErrorCause;
  readonly text: string;
}

/**
 * Why `fetch` rejected on a page that is online. To code every network failure is the same
 * `TypeError`, so two probes ask again: one that does not ask to read, one that does not follow
 * redirects. Each is dropped at its headers. Two requests more, so the caller does this once per
 * request, not per retry. Loaded with the first failure: most pages have none.
 */
export async function explainFailure(
  address: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<Explanation> {
  const alive = await headersOf(fetch, address, signal, { mode: 'no-cors' });
  // Last, so that a server which merely stumbled is not taken for one that refuses.
  const readable = await headersOf(fetch, address, signal, { redirect: 'manual' });
  if (readable?.type === 'opaqueredirect') {
    return {
      reason: 'redirect',
      text: 'redirects to where this page may not read, or in circles: use the final address.',
    };
  }
  if (alive && !readable) {
    return {
      reason: 'cors',
      text: 'answers, but without Access-Control-Allow-Origin: no other site may read it. Ask the publisher to allow it, or use `snapshot`.',
    };
  }
  return {
    reason: 'unreachable',
    text: 'could not be reached: name, connection, TLS, mixed content or this page’s connect-src.',
  };
}
