import { nextTurn } from '../csv/slices.js';
import type { Loaded } from '../fetch-reading.js';
import { answerPort } from './fetch-tramites.js';
import type {
  FinderCatalogue,
  FinderOptions,
  FinderSource,
  openCatalogue,
} from './finder-engine.js';
import {
  receiveError,
  sendError,
  type FinderMessage,
  type FinderReplies,
  type FinderRequest,
  type LentAnswer,
  type SentOptions,
} from './finder-protocol.js';
import type { AnswerPort } from './read-catalogue.js';

export interface CreateFinderOptions {
  /** `worker` where one can be had (default), or `slices` on this thread. */
  readonly mode?: 'worker' | 'slices';
  /** Address of finder.worker.js. Of another origin than the page, a blob that imports it is the worker. */
  readonly workerAddress?: string;
  /**
   * For this thread, asked for only when there is no worker:
   * `async () => (await import('./finder.worker.js')).openCatalogue`.
   */
  readonly engine: () => Promise<typeof openCatalogue>;
  /** Milliseconds in which the worker has to say hello. Default 4,000. */
  readonly patience?: number;
  /**
   * May a worker be tried at all? Default {@link mayTryWorker}. An embedder whose policy allows
   * workers says true.
   */
  readonly mayTryWorker?: () => boolean;
}

export interface Finder {
  /** Where the last catalogue was opened. */
  readonly mode: 'worker' | 'slices' | undefined;
  /**
   * Reads and indexes a catalogue. With `recall` of what nobody kept: `undefined`.
   *
   * @throws {SourceError} as `fetchTramites`; `AbortError` when `options.signal` aborts
   */
  open(source: FinderSource, options?: FinderOptions): Promise<Loaded<FinderCatalogue> | undefined>;
  /** Ends the worker. Another `open` starts a new one. */
  close(): void;
}

const PATIENCE_MS = 4_000;

/** A finder with the same face in a worker and on this thread. Nothing starts before the first `open`. */
export function createFinder(options: CreateFinderOptions): Finder {
  let line: Promise<WorkerLine | undefined> | undefined;
  let mode: Finder['mode'];
  const isWanted = options.mode !== 'slices' && (options.mayTryWorker ?? mayTryWorker)();

  return {
    get mode() {
      return mode;
    },
    async open(source, given = {}) {
      try {
        const worker = isWanted ? await (line ??= startWorker(options)) : undefined;
        given.signal?.throwIfAborted();
        if (worker) {
          try {
            mode = 'worker';
            return await worker.open(source, given, answerPort(given, false));
          } catch (error) {
            if (!(error instanceof WorkerDied)) throw error;
            line = Promise.resolve(undefined);
          }
        }
        mode = 'slices';
        const port = answerPort(given, source.kind === 'recall');
        const open = await options.engine();
        return await open(source, given, port);
      } catch (error) {
        if (source.kind !== 'recall' || given.signal?.aborted) throw error;
        return undefined;
      }
    },
    close() {
      void line?.then((worker) => worker?.end());
      line = undefined;
    },
  };
}

/**
 * A policy cannot be read, and asking for a forbidden worker is reported to the page's owner as a
 * violation. So pages with a nonce on a script, or with a policy in a `<meta>`, are taken for ones
 * that forbid it.
 */
export function mayTryWorker(): boolean {
  return (
    typeof Worker === 'function' &&
    !globalThis.document?.querySelector(
      'script[nonce],meta[http-equiv="Content-Security-Policy" i]',
    )
  );
}

/** Not made at load: an error's stack has the browser read the whole file once more. */
class WorkerDied extends Error {}

interface WorkerLine {
  open(
    source: FinderSource,
    options: FinderOptions,
    port: AnswerPort,
  ): Promise<Loaded<FinderCatalogue>>;
  end(): void;
}

/** A worker that has said hello, or `undefined` where none can be had. */
async function startWorker({
  workerAddress = '',
  patience = PATIENCE_MS,
}: CreateFinderOptions): Promise<WorkerLine | undefined> {
  let blob: string | undefined;
  let worker: Worker;
  // Not in the task of a widget's first update.
  await nextTurn();
  try {
    if (new URL(workerAddress).origin !== location.origin) {
      const script = `import ${JSON.stringify(workerAddress)}`;
      blob = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    }
    worker = new Worker(trusted(blob ?? workerAddress), { type: 'module' });
  } catch {
    return undefined;
  }
  const isAlive = await new Promise((resolve) => {
    setTimeout(resolve, patience, false);
    worker.onerror = () => resolve(false);
    worker.onmessage = () => resolve(true);
  });
  if (blob) URL.revokeObjectURL(blob);
  if (isAlive) return workerLine(worker);
  worker.terminate();
  return undefined;
}

/** Where a page requires trusted types, a worker's address goes through the policy of our build. */
function trusted(address: string): string {
  const page = globalThis as {
    [PAGE]?: {
      trustedTypesPolicy?: { policy?: { createScriptURL?(address: string): string } };
    };
  };
  return page[PAGE]?.trustedTypesPolicy?.policy?.createScriptURL?.(address) ?? address;
}

const PAGE = Symbol.for('ventana');

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

function workerLine(worker: Worker): WorkerLine {
  let lastId = 0;
  const waiting = new Map<number, Waiting>();
  const post = (request: FinderRequest, moved: Transferable[] = []): void =>
    worker.postMessage(request, moved);
  // A widget that was taken away with its catalogue never says so: the worker lets go of it too.
  const forgotten = new FinalizationRegistry((id: number) => post({ do: 'release', id }));

  worker.onmessage = ({ data: { id = 0, value, error } }: MessageEvent<FinderMessage>) => {
    if (error) waiting.get(id)?.reject(receiveError(error));
    else waiting.get(id)?.resolve(value);
    waiting.delete(id);
  };
  const die = (): void => {
    for (const { reject } of waiting.values()) reject(new WorkerDied());
    waiting.clear();
  };
  worker.onerror = die;

  function ask<K extends keyof FinderReplies>(
    request: FinderRequest & { do: K },
    moved?: Transferable[],
  ): Promise<FinderReplies[K]> {
    return new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve: resolve as Waiting['resolve'], reject });
      post(request, moved);
    });
  }

  return {
    async open(source, given, port) {
      const id = ++lastId;
      const { signal, fetch: own, transport, charset, ...options } = given;
      const mayKeep = !own || own === globalThis.fetch;
      const sent: SentOptions = {
        ...options,
        mayKeep,
        ...(typeof charset === 'string' && { charset }),
      };
      const release = (): void => post({ do: 'release', id });
      const asking =
        <K extends Exclude<keyof FinderReplies, 'open'>>(what: K) =>
        (query?: unknown) =>
          ask({ do: what, id: ++lastId, catalogue: id, query });
      const lent = mayKeep && !transport ? undefined : lend(port);
      const stop = (): void => {
        waiting.get(id)?.reject(signal?.reason);
        waiting.delete(id);
        release();
      };
      signal?.addEventListener('abort', stop);
      try {
        const { reading, ...loaded } = await ask(
          { do: 'open', id, source, options: sent, lent: lent?.port2 },
          lent && [lent.port2],
        );
        const model: FinderCatalogue = {
          info: reading.model,
          complete: asking('complete')().catch(() => {}),
          search: asking('search'),
          facets: asking('facets'),
          likely: asking('likely'),
          select: asking('select'),
          get: asking('get'),
          release,
        };
        forgotten.register(model, id);
        return { ...loaded, reading: { ...reading, model } };
      } finally {
        lent?.port1.close();
        signal?.removeEventListener('abort', stop);
      }
    },
    end() {
      die();
      worker.terminate();
    },
  };
}

/** Fetches where a worker cannot. The bytes are not moved to it: other widgets may share the answer. */
function lend(port: AnswerPort): MessageChannel {
  const channel = new MessageChannel();
  channel.port1.onmessage = async ({ data: address, ports: [reply] }: MessageEvent<string>) => {
    const answer = await port.get(address).then(
      ({ bytes, ...answer }): LentAnswer => ({ answer, body: new Blob([bytes as BlobPart]) }),
      (error: unknown): LentAnswer => ({ error: sendError(error) }),
    );
    reply?.postMessage(answer);
  };
  return channel;
}
