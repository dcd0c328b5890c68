import type { Answer } from '../transport/transport.js';
import { openCatalogue, type FinderCatalogue } from './finder-engine.js';
import {
  receiveError,
  sendError,
  type FinderMessage,
  type FinderReplies,
  type FinderRequest,
} from './finder-protocol.js';
import { workerAnswers } from './worker-answers.js';

/** What a worker's global scope and a `MessagePort` have in common. */
export interface FinderScope {
  postMessage(message: FinderMessage): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FinderRequest>) => void): void;
}

/** In a worker there is no page to hold up; only queries that arrive meanwhile. */
const WORKER_SLICE_MS = 30;

interface Wanted {
  readonly pieces: Uint8Array[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Answers {@link FinderRequest}s: what runs in the worker. */
export function serveFinder(scope: FinderScope): void {
  const catalogues = new Map<number, FinderCatalogue>();
  const opening = new Map<number, AbortController>();
  const wanted = new Map<number, Wanted>();
  let lastWanted = 0;

  const portOf = workerAnswers(
    (open, address) =>
      new Promise((resolve, reject) => {
        wanted.set(++lastWanted, { pieces: [], resolve, reject });
        scope.postMessage({ say: 'want', id: lastWanted, open, address });
      }),
  );

  async function open(request: FinderRequest & { do: 'open' }): Promise<FinderReplies['open']> {
    const { id, source, options } = request;
    const controller = new AbortController();
    opening.set(id, controller);
    try {
      const { signal } = controller;
      const loaded = await openCatalogue(
        source,
        { sliceMs: WORKER_SLICE_MS, ...options, signal },
        portOf(request, signal),
      );
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
        want?.pieces.push(request.piece);
        if (want && request.answer) {
          want.resolve({ ...request.answer, bytes: joined(want.pieces) });
          wanted.delete(id);
        }
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

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
