import { pageTransport } from '../transport/page-transport.js';
import type { Answer, Transport } from '../transport/transport.js';
import { answerPort } from './fetch-tramites.js';
import { openCatalogue, type FinderCatalogue } from './finder-engine.js';
import {
  receiveError,
  sendError,
  type FinderMessage,
  type FinderReplies,
  type FinderRequest,
} from './finder-protocol.js';

/** What a worker's global scope and a `MessagePort` have in common. */
export interface FinderScope {
  postMessage(message: FinderMessage): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FinderRequest>) => void): void;
}

/** In a worker there is no page to hold up; only queries that arrive meanwhile. */
const WORKER_SLICE_MS = 30;

/** A worker has memory of its own, and no painting that a long parse could hold up. */
const WORKER_BYTES = 128 * 1024 * 1024;

interface Wanted {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Answers {@link FinderRequest}s: what runs in the worker. It fetches, keeps and recalls by itself:
 * the body of a large catalogue would hold up the page (10 MB: 145 ms to read and 112 ms to store,
 * processor slowed four times). Only what goes through a fetch of the page's own is left to the page.
 */
export function serveFinder(scope: FinderScope): void {
  const catalogues = new Map<number, FinderCatalogue>();
  const opening = new Map<number, AbortController>();
  const wanted = new Map<number, Wanted>();
  let lastWanted = 0;

  const askingFor = (open: number): Transport => ({
    ...pageTransport(),
    get: (address) =>
      new Promise((resolve, reject) => {
        wanted.set(++lastWanted, { resolve, reject });
        scope.postMessage({ say: 'want', id: lastWanted, open, address });
      }),
  });

  async function open(request: FinderRequest & { do: 'open' }): Promise<FinderReplies['open']> {
    const { id, source } = request;
    const controller = new AbortController();
    opening.set(id, controller);
    try {
      const { signal } = controller;
      const options = {
        sliceMs: WORKER_SLICE_MS,
        maxBytes: WORKER_BYTES,
        mostKept: Infinity,
        ...request.options,
        signal,
        ...(!request.options.mayFetch && { transport: askingFor(id) }),
      };
      const port = answerPort(options, source.kind === 'recall');
      const loaded = await openCatalogue(source, options, port);
      const { model } = loaded.reading;
      signal.throwIfAborted();
      catalogues.set(id, model);
      void model.complete.then(() => scope.postMessage({ say: 'complete', id }));
      return { ...loaded, reading: { ...loaded.reading, model: model.info } };
    } finally {
      opening.delete(id);
    }
  }

  async function reply(request: FinderRequest): Promise<unknown> {
    if (request.do === 'open') return open(request);
    if (!('catalogue' in request)) return;
    // A page asks only what it has not released.
    const catalogue = catalogues.get(request.catalogue) as FinderCatalogue;
    return request.do === 'get'
      ? catalogue.get(request.query)
      : catalogue[request.do](request.query);
  }

  scope.addEventListener('message', ({ data: request }) => {
    const { id } = request;
    const want = wanted.get(id);
    switch (request.do) {
      case 'release':
        opening.get(id)?.abort();
        catalogues.get(id)?.release();
        catalogues.delete(id);
        break;
      case 'miss':
        want?.reject(receiveError(request.error));
        wanted.delete(id);
        break;
      case 'take':
        void request.body.arrayBuffer().then((body) => {
          want?.resolve({ ...request.answer, bytes: new Uint8Array(body) });
        });
        wanted.delete(id);
        break;
      default:
        reply(request).then(
          (value) => scope.postMessage({ say: 'reply', id, value }),
          (error: unknown) => scope.postMessage({ say: 'failed', id, error: sendError(error) }),
        );
    }
  });
  scope.postMessage({ say: 'hello' });
}
