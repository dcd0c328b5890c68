import { describe, expect, it } from 'vitest';
import { createTransport } from '../transport/create-transport.js';
import { fetchTramites, searchAddress, searchTramites } from './fetch-tramites.js';

/** A server that answers by address; what it lacks is a 404. */
function server(pages: Readonly<Record<string, unknown>>): {
  asked: string[];
  options: { fetch: typeof fetch; transport: ReturnType<typeof createTransport> };
} {
  const asked: string[] = [];
  const answer = (input: RequestInfo | URL): Promise<Response> => {
    const address = String(input);
    asked.push(address);
    const body = Object.hasOwn(pages, address) ? pages[address] : undefined;
    return Promise.resolve(
      body === undefined ? new Response('', { status: 404 }) : new Response(JSON.stringify(body)),
    );
  };
  return { asked, options: { fetch: answer as typeof fetch, transport: createTransport() } };
}

const API = 'https://example.org/services';
const page = (number: number, ids: readonly string[], pages: number, total: number): unknown => ({
  total_items: total,
  total_pages: pages,
  page_number: number,
  first_page: number === 1,
  last_page: number === pages,
  contents: ids.map((id) => ({ id, name: `Servicio ${id}`, organization: { name: 'DIF' } })),
});

describe('HSDS pages', () => {
  it('are all read, in order', async () => {
    const { options, asked } = server({
      [API]: page(1, ['a', 'b'], 2, 3),
      [`${API}?page=2`]: page(2, ['c'], 2, 3),
    });
    const { reading } = await fetchTramites(API, options);
    expect(reading.model.tramites.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(reading).toMatchObject({ received: 3, omitted: 0, problems: [] });
    expect(reading.model.atLeast).toBeUndefined();
    expect(asked.length).toBe(2);
  });

  it('are all read where an API counts them in texts', async () => {
    const texts = (value: unknown): unknown => ({
      ...(value as object),
      total_pages: '2',
      page_number: undefined,
      last_page: undefined,
    });
    const { options } = server({
      [API]: texts(page(1, ['a'], 2, 2)),
      [`${API}?page=2`]: texts(page(2, ['b'], 2, 2)),
    });
    const { reading } = await fetchTramites(API, { ...options, maxPages: 2 });
    expect(reading.model.tramites.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('that repeat one another for ever are left after the first repetition', async () => {
    const pages: Record<string, unknown> = { [API]: page(1, ['a'], 99, 99) };
    for (let number = 2; number < 99; number++)
      pages[`${API}?page=${number}`] = page(1, ['a'], 99, 99);
    const { options, asked } = server(pages);
    const { reading } = await fetchTramites(API, options);
    expect(asked.length).toBe(2);
    expect([reading.model.tramites.length, reading.model.atLeast]).toEqual([1, true]);
  });

  it('whose rows shifted give each service once, and say "al menos"', async () => {
    const { options } = server({
      [API]: page(1, ['a', 'b'], 2, 3),
      [`${API}?page=2`]: page(2, ['b', 'c'], 2, 4),
    });
    const { model, received, problems } = (await fetchTramites(API, options)).reading;
    expect(model.tramites.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect([received, model.atLeast]).toEqual([3, true]);
    expect(problems.map(({ code }) => code)).toEqual(['rows-repeat', 'total-changed']);
  });

  it('that fail half way leave what was read, and what the total says is missing is omitted', async () => {
    const { options } = server({ [API]: page(1, ['a'], 3, 3) });
    const { model, problems, received, omitted } = (await fetchTramites(API, options)).reading;
    expect([model.tramites.length, model.atLeast, problems[0]?.code]).toEqual([
      1,
      true,
      'page-failed',
    ]);
    expect([received, omitted]).toEqual([3, 2]);
  });

  it('are not read beyond the cap', async () => {
    const { options, asked } = server({
      [API]: page(1, ['a'], 9, 9),
      [`${API}?page=2`]: page(2, ['b'], 9, 9),
      [`${API}?page=3`]: page(3, ['c'], 9, 9),
    });
    const { model } = (await fetchTramites(API, { ...options, maxPages: 2 })).reading;
    expect([asked.length, model.tramites.length, model.atLeast]).toEqual([2, 2, true]);
  });
});

describe('a remote search', () => {
  it('puts the query into the template, encoded', async () => {
    const address = 'https://example.org/buscar?q=acta%20de%20ni%C3%B1o%20%26%20m%C3%A1s';
    const { options } = server({ [address]: { resultados: [{ nombre: 'Acta' }] } });
    const found = await searchTramites(
      'https://example.org/buscar?q={query}',
      ' acta de niño & más ',
      options,
    );
    expect(found.reading.model.tramites.map(({ name }) => name)).toEqual(['Acta']);
  });

  it('refuses a template without a place for the query, and encodes half an emoji', async () => {
    await expect(searchTramites('https://example.org/', 'x')).rejects.toThrow(/\{query\}/);
    expect(searchAddress('https://e.org/%7Bquery%7D', '\ud83d $&')).toBe(
      'https://e.org/%EF%BF%BD%20%24%26',
    );
  });

  it('stops when it is given up', async () => {
    const { options } = server({ [API]: page(1, ['a'], 1, 1) });
    const controller = new AbortController();
    controller.abort();
    await expect(fetchTramites(API, { ...options, signal: controller.signal })).rejects.toThrow();
  });
});
