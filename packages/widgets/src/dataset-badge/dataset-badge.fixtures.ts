/** A portal of our own invention and the ways in which it answers, for the element's tests. */

/** The day `days` before the reader's, as a source writes it. */
export function daysAgo(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() - days);
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}

type Json = Record<string, unknown>;

/** A CKAN `package_show` answer; `changes` replace fields of its dataset. */
export function packageShow(changes: Json = {}): Json {
  return {
    success: true,
    result: {
      id: 'arbolado',
      name: 'arbolado-urbano',
      title: 'Arbolado urbano',
      notes: 'Cada árbol de la ciudad.\r\nCon su especie.',
      organization: { title: 'Secretaría de Parques' },
      license_title: 'Creative Commons Attribution 4.0',
      license_url: 'https://creativecommons.org/licenses/by/4.0/',
      private: false,
      state: 'active',
      extras: [
        { key: 'modified', value: daysAgo(5) },
        { key: 'frequency', value: 'R/P1M' },
      ],
      resources: [
        { name: 'Árboles', format: '.csv', size: 48_200, url: 'https://parques.example/a.csv' },
        { name: 'Mapa', format: 'geojson', size: null, url: 'https://parques.example/a.geojson' },
      ],
      ...changes,
    },
  };
}

/** The same with `count` CSV files. */
export function manyResources(count: number): Json {
  return packageShow({
    resources: Array.from({ length: count }, (_, i) => ({
      name: `Mes ${i + 1}`,
      format: 'CSV',
      url: `https://parques.example/mes-${i + 1}.csv`,
    })),
  });
}

export type Reply = Json | { readonly status: number } | 'never' | 'fails';

/** A `fetch` that answers by the end of the address, and what it was asked. */
export interface Portal {
  readonly fetch: typeof fetch;
  readonly asked: string[];
}

export function portal(replies: Record<string, Reply>): Portal {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      asked.push(`${init?.method ?? 'GET'} ${address}`);
      const key = Object.keys(replies).find((end) => address.endsWith(end));
      const reply = key === undefined ? { status: 404 } : replies[key]!;
      if (reply === 'never') return new Promise(() => {});
      if (reply === 'fails') throw new TypeError('Failed to fetch');
      const { status } = reply;
      return typeof status === 'number' && Object.keys(reply).length === 1
        ? new Response('{}', { status, headers: { 'content-type': 'application/json' } })
        : new Response(JSON.stringify(reply), { headers: { 'content-type': 'application/json' } });
    },
  };
}
