import type { LinkState } from '@ventana/model';
import { MANNERS } from './exchange.js';
import { headersOf } from './headers-of.js';
import { isOffline } from './is-offline.js';
import { TIMING } from './limits.js';
import { pageTransport } from './page-transport.js';
import { sleep, until } from './until.js';
import type { PageTransport } from './transport.js';

export type { LinkState };

/**
 * Asks whether a link works, without downloading it, in its origin's queue.
 *
 * @throws `AbortError` (or the signal's reason) when `signal` aborts, and nothing else
 */
export async function probeLink(
  address: string,
  options: {
    readonly fetch?: typeof globalThis.fetch;
    readonly signal?: AbortSignal;
    /** Default: the page-wide one. */
    readonly transport?: PageTransport;
    /** ms from its turn on. Default 8 s. */
    readonly timeout?: number;
  } = {},
): Promise<LinkState> {
  const { fetch = globalThis.fetch, transport = pageTransport(), timeout = TIMING.link } = options;
  const mixed = globalThis.location?.protocol === 'https:' && address.startsWith('http:');
  if (mixed || !/^https?:/.test(address)) return 'unreadable';

  const control = new AbortController();
  const leave = (): void => control.abort(options.signal?.reason);
  if (options.signal?.aborted) leave();
  options.signal?.addEventListener('abort', leave);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;
  const { signal } = control;
  try {
    return await transport.inTurn(
      address,
      () => {
        timer = setTimeout(() => {
          isLate = true;
          control.abort();
        }, timeout);
        return until(signal, ask(address, fetch, signal));
      },
      { signal, fetch: options.fetch },
    );
  } catch (error) {
    if (isLate) return 'unreachable';
    throw error;
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', leave);
  }
}

async function ask(
  address: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<LinkState> {
  // A page's connect-src refuses other hosts: that says nothing about the link.
  let refused = false;
  const { origin } = new URL(address);
  const note = (event: SecurityPolicyViolationEvent): void => {
    refused ||= event.blockedURI.startsWith(origin);
  };
  const page = globalThis.document as Document | undefined;
  page?.addEventListener('securitypolicyviolation', note);
  try {
    const head = await headersOf(fetch, address, signal, { ...MANNERS, method: 'HEAD' });
    if (head?.ok) return 'ok';
    // Many servers answer HEAD with an error of its own.
    const found = head && (await headersOf(fetch, address, signal, MANNERS));
    if (found) {
      const { ok, status } = found;
      if (ok) return 'ok';
      return status === 404 || status === 410 || status >= 500 ? 'broken' : 'unreadable';
    }
    if (await headersOf(fetch, address, signal, { mode: 'no-cors', method: 'HEAD' })) {
      return 'unreadable';
    }
    // The violation is reported in a task of its own.
    await sleep(0);
    return refused || isOffline() ? 'unreadable' : 'unreachable';
  } finally {
    page?.removeEventListener('securitypolicyviolation', note);
  }
}
