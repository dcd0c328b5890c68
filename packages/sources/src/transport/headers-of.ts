import { MANNERS } from './exchange.js';

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
