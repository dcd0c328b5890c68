import { pageTransport } from '../transport/page-transport.js';
import type { Transport } from '../transport/transport.js';
import { answerPort } from './fetch-tramites.js';
import { openCatalogue, type FinderCatalogue } from './finder-engine.js';
import {
  receiveError,
  sendError,
  type FinderMessage,
  type FinderReplies,
  type FinderRequest,
  type LentAnswer,
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

/**
 * Answers {@link FinderRequest}s: what runs in the worker. It fetches, keeps and recalls by itself:
 * the body of a large catalogue would hold up the page (10 MB: 145 ms to read and 112 ms to store,
 * processor slowed four times). Only what goes through a fetch of the page's own is left to the page.
 */
export function serveFinder(scope: FinderScope): void {
  const catalogues = new Map<number, FinderCatalogue>();
  const opening = new Map<number, AbortController>();

  async function open(request: FinderRequest & { do: 'open' }): Promise<FinderReplies['open']> {
    const { id, source, lent } = request;
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
        ...(lent && { transport: borrowed(lent) }),
      };
      const port = answerPort(options, source.kind === 'recall');
      const loaded = await openCatalogue(source, options, port);
      const { model } = loaded.reading;
      signal.throwIfAborted();
      catalogues.set(id, model);
      return { ...loaded, reading: { ...loaded.reading, model: model.info } };
    } finally {
      opening.delete(id);
    }
  }

  async function reply(request: FinderRequest & { do: keyof FinderReplies }): Promise<unknown> {
    if (request.do === 'open') return open(request);
    // A page asks only what it has not released.
    const answer = (catalogues.get(request.catalogue) as FinderCatalogue)[request.do];
    return typeof answer === 'function' ? answer(request.query as never) : answer;
  }

  scope.addEventListener('message', ({ data: request }) => {
    const { id } = request;
    if (request.do === 'release') {
      opening.get(id)?.abort();
      catalogues.get(id)?.release();
      catalogues.delete(id);
    } else {
      reply(request).then(
        (value) => scope.postMessage({ id, value }),
        (error: unknown) => scope.postMessage({ id, error: sendError(error) }),
      );
    }
  });
  scope.postMessage({});
}

/** Fetches by way of the page. */
function borrowed(lent: MessagePort): Transport {
  return {
    ...pageTransport(),
    get: (address) =>
      new Promise((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = async ({ data }: MessageEvent<LentAnswer>) => {
          port1.close();
          if ('error' in data) reject(receiveError(data.error));
          else resolve({ ...data.answer, bytes: new Uint8Array(await data.body.arrayBuffer()) });
        };
        lent.postMessage(address, [port2]);
      }),
  };
}
