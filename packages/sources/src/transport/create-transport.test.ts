import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTransport } from './create-transport.js';
// It comes with the first failure, and with a stopped clock it would not come in time.
import './explain-failure.js';
import { CIRCUIT_FAILURES, TIMING } from './limits.js';
import { memoryStore } from './memory-store.fixtures.js';
import type { SourceError } from './source-error.js';

const A = 'https://datos.example/a';
const ok = (body = '{}'): Response => new Response(body);
const transport = () => createTransport({ storage: memoryStore(), random: () => 0.5 });
const reasonOf = (answer: Promise<unknown>): Promise<string> =>
  answer.then(
    () => 'ok',
    (error: SourceError) => error.reason ?? error.name,
  );
/** A `fetch` by what the request says of itself; `undefined` is a network failure. */
const fetchBy = (answer: (url: string, init: RequestInit) => Response | undefined) =>
  vi.fn(async (url: string | URL | Request, init: RequestInit = {}) => {
    const response = answer(String(url), init);
    if (!response) throw new TypeError('Failed to fetch');
    return response;
  });
/** Only browsers make such responses. */
const opaque = (type: ResponseType): Response =>
  Object.defineProperty(ok(), 'type', { value: type });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('manners', () => {
  test('a request carries no cookie, no Referer and no header that needs a preflight', async () => {
    const fetch = fetchBy(() => ok());
    await transport().get(A, { fetch });
    const [, init] = fetch.mock.calls[0]!;
    expect(init).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      mode: 'cors',
    });
    expect(init).not.toHaveProperty('headers');
  });

  test('fetch is called as a plain function, or browsers say "illegal invocation"', async () => {
    const fetch = fetchBy(() => ok());
    await transport().get(A, { fetch });
    expect(fetch.mock.contexts).toEqual([undefined]);
  });

  test.each(['javascript:alert(1)', 'data:,x', 'mailto:a@b.mx', '', 'x'])(
    'never asks %j',
    async (address) => {
      const fetch = fetchBy(() => ok());
      expect(await reasonOf(transport().get(address, { fetch }))).toBe('malformed');
      expect(fetch).not.toHaveBeenCalled();
    },
  );
});

describe('sharing', () => {
  test('callers share one request, and its answer for some seconds', async () => {
    const fetch = fetchBy(() => ok());
    const { get } = transport();
    const [first, second] = await Promise.all([get(A, { fetch }), get(`${A}#x`, { fetch })]);
    expect(second).toBe(first);
    vi.advanceTimersByTime(TIMING.share - 1);
    expect(await get(A, { fetch })).toBe(first);
    vi.advanceTimersByTime(1);
    expect(await get(A, { fetch })).not.toBe(first);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test('`fresh` asks again, past the browser’s cache', async () => {
    const fetch = fetchBy(() => ok());
    const { get } = transport();
    const first = await get(A, { fetch });
    const again = await get(A, { fetch, fresh: true });
    expect(again).not.toBe(first);
    expect(await get(A, { fetch })).toBe(again);
    expect(fetch.mock.calls.map(([, init]) => init?.cache)).toEqual(['default', 'no-cache']);
  });

  test('failures are not kept', async () => {
    let broken = true;
    const fetch = fetchBy(() => (broken ? new Response('', { status: 404 }) : ok()));
    const { get } = transport();
    expect(await reasonOf(get(A, { fetch }))).toBe('not-found');
    broken = false;
    expect(await reasonOf(get(A, { fetch }))).toBe('ok');
  });

  test('one who leaves takes nobody along; the last one ends the request', async () => {
    let signal: AbortSignal | null | undefined;
    const fetch = vi.fn((_url: unknown, init?: RequestInit) => {
      signal = init?.signal;
      return new Promise<Response>(() => {});
    });
    const { get } = transport();
    const [one, two] = [new AbortController(), new AbortController()];
    const first = reasonOf(get(A, { fetch, signal: one.signal }));
    const second = reasonOf(get(A, { fetch, signal: two.signal }));
    await vi.advanceTimersByTimeAsync(0);
    one.abort('whatever');
    vi.advanceTimersByTime(1);
    expect(await first).toBe('AbortError');
    expect(signal?.aborted).toBe(false);
    two.abort();
    expect(await second).toBe('AbortError');
    vi.advanceTimersByTime(1);
    expect(signal?.aborted).toBe(true);
    void get(A, { fetch }).catch(() => {});
    await vi.advanceTimersByTimeAsync(0);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test('one who leaves and comes back in the same task finds the request running', async () => {
    const fetch = vi.fn(() => new Promise<Response>(() => {}));
    const { get } = transport();
    const leaving = new AbortController();
    void get(A, { fetch, signal: leaving.signal }).catch(() => {});
    leaving.abort();
    void get(A, { fetch, signal: new AbortController().signal }).catch(() => {});
    await vi.advanceTimersByTimeAsync(10);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('each replaced fetch has requests of its own', async () => {
    const mine = fetchBy(() => ok('1'));
    const yours = fetchBy(() => ok('2'));
    const { get } = transport();
    expect((await get(A, { fetch: mine })).bytes).not.toEqual(
      (await get(A, { fetch: yours })).bytes,
    );
  });

  test('an aborted signal asks nothing', async () => {
    const fetch = fetchBy(() => ok());
    const result = transport().get(A, { fetch, signal: AbortSignal.abort() });
    expect(await reasonOf(result)).toBe('AbortError');
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('why fetch failed', () => {
  test.each([
    ['cors', (init: RequestInit) => (init.mode === 'no-cors' ? opaque('opaque') : undefined), 3],
    [
      'redirect',
      (init: RequestInit) => (init.redirect === 'manual' ? opaque('opaqueredirect') : undefined),
      3,
    ],
    ['unreachable', () => undefined, 5],
  ] as const)('%s', async (reason, answer, requests) => {
    const fetch = fetchBy((_url, init) => answer(init));
    const result = reasonOf(transport().get(A, { fetch }));
    await vi.runAllTimersAsync();
    expect(await result).toBe(reason);
    expect(fetch).toHaveBeenCalledTimes(requests);
  });

  test('a server that stumbled once is asked again, not taken for one that refuses', async () => {
    let requests = 0;
    const fetch = fetchBy((_url, init) =>
      ++requests === 1 ? undefined : init.mode === 'no-cors' ? opaque('opaque') : ok(),
    );
    const result = reasonOf(transport().get(A, { fetch }));
    await vi.runAllTimersAsync();
    expect(await result).toBe('ok');
  });

  test('offline is neither probed nor retried', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const fetch = fetchBy(() => undefined);
    expect(await reasonOf(transport().get(A, { fetch }))).toBe('offline');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('https that ends on http is refused', async () => {
    const fetch = fetchBy(() =>
      Object.defineProperty(ok(), 'url', { value: 'http://datos.example/a' }),
    );
    expect(await reasonOf(transport().get(A, { fetch }))).toBe('redirect');
  });

  test.each([400, 418, 451])('HTTP %i is not asked again', async (status) => {
    const fetch = fetchBy(() => new Response('', { status }));
    const error = await transport()
      .get(A, { fetch })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ reason: 'server', retryable: false, status });
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('time', () => {
  test('a fetch that ignores its signal is left behind at the deadline', async () => {
    const result = reasonOf(transport().get(A, { fetch: () => new Promise(() => {}) }));
    await vi.advanceTimersByTimeAsync(TIMING.total - 1);
    expect(await Promise.race([result, 'waiting'])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toBe('timeout');
  });

  test('the deadline covers waiting for a turn', async () => {
    const fetch = vi.fn(() => new Promise<Response>(() => {}));
    const { get } = transport();
    const all = Array.from({ length: 40 }, (_, i) => reasonOf(get(`${A}${i}`, { fetch })));
    await vi.advanceTimersByTimeAsync(TIMING.total);
    expect(new Set(await Promise.all(all))).toEqual(new Set(['timeout']));
  });

  test('Retry-After may be a date', async () => {
    vi.setSystemTime(new Date('2026-03-01T00:00:00Z'));
    const fetch = fetchBy(
      () =>
        new Response('', {
          status: 429,
          headers: { 'retry-after': 'Sun, 01 Mar 2026 00:01:30 GMT' },
        }),
    );
    const error = await transport()
      .get(A, { fetch })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ reason: 'busy', retryAfter: 90 });
  });
});

describe('the circuit of an origin', () => {
  async function fail(get: ReturnType<typeof transport>['get'], fetch: typeof globalThis.fetch) {
    for (let i = 0; i < CIRCUIT_FAILURES; i++) {
      const result = reasonOf(get(`${A}${i}`, { fetch }));
      await vi.advanceTimersByTimeAsync(5000);
      expect(await result).toBe('server');
    }
  }

  test('opens, refuses at once, lets one through after a while, and closes', async () => {
    let broken = true;
    const fetch = fetchBy(() => (broken ? new Response('', { status: 503 }) : ok()));
    const { get } = transport();
    await fail(get, fetch);
    fetch.mockClear();
    expect(await reasonOf(get(A, { fetch }))).toBe('server');
    expect(fetch).not.toHaveBeenCalled();
    void reasonOf(get('https://otro.example/', { fetch }));
    await vi.advanceTimersByTimeAsync(0);
    expect(fetch).toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(TIMING.coolDown);
    broken = false;
    const [first, second] = [reasonOf(get(A, { fetch })), reasonOf(get(`${A}x`, { fetch }))];
    expect([await first, await second]).toEqual(['ok', 'server']);
    expect(await reasonOf(get(`${A}x`, { fetch }))).toBe('ok');
  });

  test('the reader’s own wish passes through', async () => {
    let broken = true;
    const fetch = fetchBy(() => (broken ? new Response('', { status: 503 }) : ok()));
    const { get } = transport();
    await fail(get, fetch);
    broken = false;
    expect(await reasonOf(get(A, { fetch, fresh: true }))).toBe('ok');
    expect(await reasonOf(get(`${A}x`, { fetch }))).toBe('ok');
  });

  test('never opens while others succeed, nor for what is wrong with one address', async () => {
    const fetch = fetchBy((url) =>
      url.endsWith('well') ? ok() : new Response('', { status: 500 }),
    );
    const { get } = transport();
    for (let i = 0; i < 3 * CIRCUIT_FAILURES; i++) {
      const result = reasonOf(get(`${A}${i}`, { fetch }));
      await vi.advanceTimersByTimeAsync(6000);
      expect(await result).toBe('server');
      if (i % 4 === 0) expect(await reasonOf(get(`${A}well`, { fetch }))).toBe('ok');
    }
    expect(fetch.mock.calls.filter(([url]) => !String(url).endsWith('well')).length).toBe(
      9 * CIRCUIT_FAILURES,
    );

    const missing = fetchBy((url) =>
      url.endsWith('well') ? ok() : new Response('', { status: 404 }),
    );
    for (let i = 0; i < 2 * CIRCUIT_FAILURES; i++)
      await reasonOf(get(`${A}${i}`, { fetch: missing }));
    expect(await reasonOf(get(`${A}well`, { fetch: missing }))).toBe('ok');
  });
});
