import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createTransport,
  fetchReading,
  parseJson,
  probeLink,
  SourceError,
  type Answer,
  type FetchOptions,
  type PageTransport,
  type TransportSetup,
} from '../../packages/sources/src/index.js';
import { memoryStore } from '../../packages/sources/src/transport/memory-store.fixtures.js';
import { INVALID_JSON, ODD_JSON } from './body-faults.mjs';
import { startFaultServer, type FaultServer } from './fault-server.mjs';

const GOOD = JSON.stringify({ titulo: 'Presupuesto de Michoacán', filas: [{ monto: 12.5 }, {}] });
let server: FaultServer;

beforeAll(async () => {
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  server = await startFaultServer({
    bodies: { doc: { type: 'application/json', body: GOOD } },
    origins: 2,
    tls: true,
  });
});
afterAll(async () => {
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  await server.close();
});
beforeEach(() => server.reset());

/** For faults that end in a timeout. */
const HASTY = { total: 1500, idle: 400 };
/** For all others: a machine that is busy with other tests is no timeout. */
const PATIENT = { total: 15_000, idle: 8000, backoff: 40 };
const quick = (setup: TransportSetup = {}): PageTransport =>
  createTransport({ storage: memoryStore(), ...setup, timing: { ...PATIENT, ...setup.timing } });

const parse = (answer: Answer, options: FetchOptions) => ({
  model: parseJson(answer, options),
  received: 1,
  omitted: 0,
  problems: [],
});

async function failure(fault: string, transport = quick()): Promise<SourceError> {
  const error: unknown = await fetchReading(server.url(fault, 'doc'), parse, { transport }).then(
    (loaded) => loaded.reading.model,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SourceError)) throw new Error(`${fault} gave ${JSON.stringify(error)}`);
  return error;
}

describe('each fault ends as the error it is', () => {
  test.each([
    ['N01', 'unreachable'],
    ['N02', 'unreachable'],
    ['N03', 'unreachable'],
    ['N08', 'unreachable'],
    ['N09', 'unreachable'],
    ['N07-http', 'redirect'],
    ['N15', 'truncated'],
    ['N16', 'truncated'],
    ['N17', 'truncated'],
    ['N18', 'truncated'],
    ['H01-401', 'denied'],
    ['H01-403', 'denied'],
    ['H02', 'not-found'],
    ['H04-500', 'server'],
    ['H04-502', 'server'],
    ['H04-503', 'server'],
    ['H04-504', 'server'],
    ['H05', 'html'],
    ['H05-json', 'html'],
    ['H06', 'no-content'],
    ['H06-empty', 'no-content'],
    ['B01', 'too-large'],
    ['B02', 'too-large'],
    ['B03', 'too-deep'],
    ['B03-objects', 'too-deep'],
  ])('%s is %s', async (fault, reason) => {
    expect((await failure(fault)).reason).toBe(reason);
  });

  test.each(['N12', 'N13', 'N14'])('%s is timeout', async (fault) => {
    expect((await failure(fault, quick({ timing: HASTY }))).reason).toBe('timeout');
  });

  test.each(INVALID_JSON.map((text, i) => [i, text]))('B07-%i %s is malformed', async (i) => {
    expect((await failure(`B07-${i}`)).kind).toBe('malformed');
  });

  test.each(ODD_JSON.map((text, i) => [i, text]))('B08-%i %s does no harm', async (i) => {
    await fetchReading(server.url(`B08-${i}`), parse, { transport: quick() });
  });
});

describe('what a good document survives', () => {
  test.each(['ok', 'B04', 'B04-unlabelled', 'B04-lie', 'B05', 'B05-be', 'B05-nobom', 'B06', 'B09'])(
    '%s reads the same',
    async (fault) => {
      const { reading } = await fetchReading(server.url(fault, 'doc'), parse, {
        transport: quick(),
      });
      expect(reading.model).toEqual(JSON.parse(GOOD));
    },
  );

  test('B10 hostile keys pollute nothing', async () => {
    const { reading } = await fetchReading(server.url('B10', 'doc'), parse, { transport: quick() });
    expect(Object.keys(reading.model as object)).toContain('__proto__');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('H08 keeps Last-Modified as sent', async () => {
    const loaded = await fetchReading(server.url('H08', 'doc'), parse, { transport: quick() });
    expect(loaded.lastModified).toBe('Tue, 03 Mar 2026 18:30:00 GMT');
  });
});

describe('retries', () => {
  test.each(['N08', 'N15', 'N16', 'H04-503', 'H03-exposed'])(
    '%s twice, then well, is well',
    async (fault) => {
      const address = server.url(fault, 'doc', { times: 2, after: 0 });
      const { reading } = await fetchReading(address, parse, { transport: quick() });
      expect(reading.model).toEqual(JSON.parse(GOOD));
    },
  );

  test.each([
    ['H04', 3],
    ['H01', 1],
    ['H02', 1],
    ['N17', 1],
    ['N13', 1],
    // Three attempts and two probes.
    ['N08', 5],
  ])('%s asks %i times in all', async (fault, times) => {
    await failure(fault, quick({ timing: fault === 'N13' ? HASTY : {} }));
    expect(server.requests.length).toBe(times);
  });

  test('a Retry-After beyond the deadline fails at once and says how long', async () => {
    const started = Date.now();
    const error = await quick()
      .get(server.url('H03-exposed', 'doc', { after: 120 }))
      .catch((reason: unknown) => reason as SourceError);
    expect(error).toMatchObject({ reason: 'busy', retryAfter: 120, retryable: true });
    expect(Date.now() - started).toBeLessThan(5000);
    expect(server.requests.length).toBe(1);
  });

  test('a Retry-After within it is waited for', async () => {
    const transport = quick();
    await transport.get(server.url('H03-exposed', 'doc', { after: 1, times: 1 }));
    const [first, second] = server.requests;
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(990);
  });
});

describe('turns', () => {
  test('300 callers of 10 addresses make 10 requests, never more than 4 at once', async () => {
    const transport = quick();
    const addresses = Array.from({ length: 10 }, (_, id) =>
      server.url('ok', 'doc', { delay: 30, id }),
    );
    for (let frame = 0; frame < 3; frame++) {
      await Promise.all(Array.from({ length: 100 }, (_, i) => transport.get(addresses[i % 10]!)));
    }
    expect(server.requests.length).toBe(10);
    expect(server.maxInFlight()).toBe(4);
  });

  test('after a 429 the origin gets one request at a time', async () => {
    const transport = quick();
    await transport.get(server.url('H03', 'doc', { times: 1, after: 0 }));
    server.reset();
    await Promise.all(
      Array.from({ length: 5 }, (_, id) =>
        transport.get(server.url('ok', 'doc', { delay: 20, id })),
      ),
    );
    expect(server.maxInFlight()).toBe(1);
  });

  test('four dead addresses do not starve a fifth that is well', async () => {
    const transport = quick({ timing: HASTY });
    const dead = Array.from({ length: 4 }, (_, id) =>
      transport
        .get(server.url('N12', 'doc', { id }))
        .catch((e: unknown) => (e as SourceError).reason),
    );
    const well = await transport.get(server.url('ok', 'doc'));
    expect(well.bytes.length).toBe(Buffer.byteLength(GOOD));
    expect(await Promise.all(dead)).toContain('timeout');
  });

  test('a slow first byte is waited for when nobody else needs the turn', async () => {
    await quick({ timing: HASTY }).get(server.url('ok', 'doc', { delay: 900 }));
  });

  test('when the last caller leaves, the connection is closed', async () => {
    const transport = quick();
    const leaving = new AbortController();
    const address = server.url('N12', 'doc');
    const both = [leaving.signal, leaving.signal].map((signal) =>
      transport.get(address, { signal }).catch((e: unknown) => (e as Error).name),
    );
    await expect.poll(() => server.requests.length).toBe(1);
    leaving.abort();
    expect(await Promise.all(both)).toEqual(['AbortError', 'AbortError']);
    await expect.poll(() => (server.reset(), server.maxInFlight())).toBe(0);
  });
});

describe('check-links', () => {
  test.each([
    ['ok', 'ok'],
    ['H02', 'broken'],
    ['H04-503', 'broken'],
    ['H01', 'unreadable'],
    ['N02', 'unreachable'],
    ['N12', 'unreachable'],
  ])('%s is %s', async (fault, state) => {
    expect(await probeLink(server.url(fault, 'doc'), { transport: quick(), timeout: 500 })).toBe(
      state,
    );
  });

  test('many slow links on one origin wait for their turn without being called unreachable', async () => {
    // Three turns of 600 ms: the last waits longer than its timeout before it begins.
    const transport = quick();
    const states = await Promise.all(
      Array.from({ length: 10 }, (_, id) =>
        probeLink(server.url('ok', 'doc', { delay: 600, id }), { transport, timeout: 1500 }),
      ),
    );
    expect(new Set(states)).toEqual(new Set(['ok']));
  });
});
