/** What the network of a story does, at once and without a network. */
export type FakeAnswer =
  | object
  | 'never'
  | 'unreachable'
  | { readonly status: number; readonly body?: unknown; readonly type?: string };

function isResponse(answer: object): answer is { status: number; body?: unknown; type?: string } {
  return 'status' in answer && typeof answer.status === 'number';
}

/** A `fetch` that gives one answer to every address; one of those named in `others` its own. */
export function fakeFetch(
  answer: FakeAnswer,
  others: Record<string, FakeAnswer> = {},
): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const key = Object.keys(others).find((part) => address.includes(part));
    const given = key === undefined ? answer : (others[key] ?? answer);
    if (given === 'never') {
      return new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    }
    if (given === 'unreachable') throw new TypeError('Failed to fetch');
    const { status, body, type } =
      typeof given === 'object' && isResponse(given) ? given : { status: 200, body: given };
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
    return new Response(status === 204 ? null : text, {
      status,
      headers: { 'Content-Type': type ?? 'application/json' },
    });
  };
}
