import { describe, expect, test, vi } from 'vitest';
import { fetchReading, recallReading, type ParseAnswer } from './fetch-reading.js';
import { parseJson } from './transport/read-json.js';
import type { SourceError } from './transport/source-error.js';
import type { Answer, Transport } from './transport/transport.js';

const A = 'https://datos.example/a';
const parse: ParseAnswer<unknown> = (answer, options) => ({
  model: parseJson(answer, options),
  received: 1,
  omitted: 0,
  problems: [],
});

function fixture(body: string) {
  const kept = new Map<string, Answer>();
  const transport: Transport = {
    get: vi.fn(async () => ({
      address: `${A}/final`,
      bytes: new TextEncoder().encode(body),
      contentType: '',
      retrievedAt: 7,
    })),
    recall: async (address) => kept.get(address),
    remember: async (address, answer) => void kept.set(address, answer),
  };
  return { transport, kept };
}

describe('fetchReading', () => {
  test('what parsed is kept under the address asked, and comes back by it', async () => {
    const { transport } = fixture('{"a":1}');
    const loaded = await fetchReading(A, parse, { transport });
    expect(loaded).toMatchObject({ address: `${A}/final`, retrievedAt: 7 });
    expect(loaded).not.toHaveProperty('lastModified');
    expect(await recallReading(A, parse, { transport })).toEqual(loaded);
    expect(transport.get).toHaveBeenCalledTimes(1);
  });

  test.each(['{"a":', '<html>', 'x'])('%j is not kept', async (body) => {
    const { transport, kept } = fixture(body);
    await expect(fetchReading(A, parse, { transport })).rejects.toMatchObject({
      kind: 'malformed',
    });
    expect(kept.size).toBe(0);
  });

  test('a parser’s own slip is a malformed answer, with its cause', async () => {
    const { transport } = fixture('{}');
    const slip = new RangeError('slip');
    const error = (await fetchReading(
      A,
      () => {
        throw slip;
      },
      { transport },
    ).catch((reason: unknown) => reason)) as SourceError;
    expect(error).toMatchObject({ name: 'SourceError', reason: 'malformed', cause: slip });
  });

  test('a store that fails does not fail the reading', async () => {
    const { transport } = fixture('{}');
    const full = { ...transport, remember: () => Promise.reject(new Error('full')) };
    expect((await fetchReading(A, parse, { transport: full })).reading.model).toEqual({});
  });

  test('what a replaced fetch brings is neither kept nor recalled', async () => {
    const { transport, kept } = fixture('{}');
    const fetch = (): Promise<Response> => Promise.resolve(new Response());
    await fetchReading(A, parse, { transport, fetch });
    expect(kept.size).toBe(0);
    await fetchReading(A, parse, { transport });
    expect(await recallReading(A, parse, { transport, fetch })).toBeUndefined();
    expect(await recallReading(A, parse, { transport, fetch: globalThis.fetch })).toBeDefined();
  });

  test('a kept answer that no longer parses is as good as none', async () => {
    const { transport } = fixture('{}');
    await fetchReading(A, parse, { transport });
    const stricter: ParseAnswer<unknown> = () => {
      throw new Error('no');
    };
    expect(await recallReading(A, stricter, { transport })).toBeUndefined();
  });
});
