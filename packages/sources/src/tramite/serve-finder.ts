import { openCatalogue, type FinderCatalogue } from './finder-engine.js';
import {
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

/** Answers {@link FinderRequest}s: what runs in the worker. */
export function serveFinder(scope: FinderScope): void {
  const catalogues = new Map<number, FinderCatalogue>();
  const opening = new Map<number, AbortController>();

  async function open(request: FinderRequest & { do: 'open' }): Promise<FinderReplies['open']> {
    const { id, source, options } = request;
    const controller = new AbortController();
    opening.set(id, controller);
    try {
      const loaded = await openCatalogue(source, {
        sliceMs: WORKER_SLICE_MS,
        maxBytes: WORKER_BYTES,
        ...options,
        signal: controller.signal,
      });
      if (!loaded) return undefined;
      const { reading, ...rest } = loaded;
      const { model } = reading;
      catalogues.set(id, model);
      void model.complete.then(() => scope.postMessage({ say: 'complete', id }));
      return { ...rest, reading: { ...reading, model: model.info } };
    } finally {
      opening.delete(id);
    }
  }

  async function reply(request: Exclude<FinderRequest, { do: 'release' }>): Promise<unknown> {
    if (request.do === 'open') return open(request);
    const catalogue = catalogues.get(request.catalogue);
    if (!catalogue) throw new Error('released');
    if (request.do === 'get') return catalogue.get(request.tramite);
    return catalogue[request.do](request.query);
  }

  scope.addEventListener('message', ({ data: request }) => {
    const { id } = request;
    if (request.do === 'release') {
      opening.get(id)?.abort();
      catalogues.get(id)?.release();
      catalogues.delete(id);
      return;
    }
    reply(request).then(
      (value) => scope.postMessage({ say: 'reply', id, value }),
      (error: unknown) => {
        const address =
          request.do === 'open' && 'address' in request.source ? request.source.address : '';
        scope.postMessage({ say: 'failed', id, error: sendError(error, address) });
      },
    );
  });
  scope.postMessage({ say: 'hello' });
}
