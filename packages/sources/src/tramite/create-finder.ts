import type { Loaded } from '../fetch-reading.js';
import type { FinderCatalogue, FinderOptions, FinderSource } from './finder-engine.js';
import {
  receiveError,
  type FinderMessage,
  type FinderReplies,
  type FinderRequest,
  type SentOptions,
} from './finder-protocol.js';

/** How this thread opens catalogues itself: `openCatalogue` of finder-engine.js. */
export type OpenCatalogue = (
  source: FinderSource,
  options?: FinderOptions,
) => Promise<Loaded<FinderCatalogue> | undefined>;

export interface CreateFinderOptions {
  /** `worker` where one can be had (default), or `slices` on this thread. */
  readonly mode?: 'worker' | 'slices';
  /** Address of finder.worker.js. Of another origin than the page, a blob that imports it is the worker. */
  readonly workerAddress?: string;
  /** The worker's script, where a build carries it along: it becomes a blob. Goes before the address. */
  readonly workerSource?: () => string;
  /** For this thread, asked for only when there is no worker: `() => import('./finder-engine.js')`. */
  readonly engine: () => Promise<{ readonly openCatalogue: OpenCatalogue }>;
  /** Milliseconds in which the worker has to say hello. Default 4,000. */
  readonly patience?: number;
  /**
   * May a worker be tried at all? Default: not on a page that shows a nonce or a policy of its own,
   * where trying would be reported as a violation. An embedder that allows workers says true.
   */
  readonly mayTryWorker?: () => boolean;
}

export interface Finder {
  /** Where catalogues live; known once the first was opened. */
  readonly mode: 'worker' | 'slices' | undefined;
  /**
   * Reads and indexes a catalogue. With `recall` that nobody kept: `undefined`.
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

  async function here(
    source: FinderSource,
    given: FinderOptions,
  ): Promise<Loaded<FinderCatalogue> | undefined> {
    mode = 'slices';
    const { openCatalogue } = await options.engine();
    return openCatalogue(source, given);
  }

  return {
    get mode() {
      return mode;
    },
    async open(source, given = {}) {
      // A page's own fetch or transport cannot be sent to a worker.
      const isOwn = given.transport !== undefined || typeof given.charset === 'function';
      const hasFetch = given.fetch !== undefined && given.fetch !== globalThis.fetch;
      if (!isWanted || isOwn || hasFetch) return here(source, given);
      line ??= startWorker(options);
      const worker = await line;
      given.signal?.throwIfAborted();
      if (!worker) return here(source, given);
      mode = 'worker';
      try {
        return await worker.open(source, given);
      } catch (error) {
        if (error !== WORKER_DIED) throw error;
        line = Promise.resolve(undefined);
        return here(source, given);
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
 * violation. Pages with a nonce on a script, or with a policy in a `<meta>`, are taken for ones
 * that forbid it.
 */
export function mayTryWorker(): boolean {
  return (
    typeof Worker === 'function' &&
    !globalThis.document?.querySelector(
      'script[nonce], meta[http-equiv="Content-Security-Policy" i]',
    )
  );
}

const WORKER_DIED = new Error('The worker died.');

interface WorkerLine {
  open(source: FinderSource, options: FinderOptions): Promise<Loaded<FinderCatalogue> | undefined>;
  end(): void;
}

/** A worker that has said hello, or `undefined` where none can be had. */
async function startWorker(options: CreateFinderOptions): Promise<WorkerLine | undefined> {
  let worker: Worker;
  let blob: string | undefined;
  try {
    const { workerAddress, workerSource } = options;
    const isOwn = workerAddress !== undefined && new URL(workerAddress).origin === location.origin;
    const script =
      workerSource?.() ?? (isOwn ? undefined : workerAddress && importOf(workerAddress));
    if (script) blob = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const address = blob ?? workerAddress;
    if (address === undefined) return undefined;
    worker = new Worker(address, { type: 'module', name: 'ventana-tramite-finder' });
  } catch {
    return undefined;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isAlive = await new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, options.patience ?? PATIENCE_MS, false);
    worker.addEventListener('error', () => resolve(false), { once: true });
    worker.addEventListener('message', () => resolve(true), { once: true });
  });
  clearTimeout(timer);
  if (blob) URL.revokeObjectURL(blob);
  if (isAlive) return workerLine(worker);
  worker.terminate();
  return undefined;
}

function importOf(address: string): string {
  return `import ${JSON.stringify(address)};`;
}

function workerLine(worker: Worker): WorkerLine {
  let lastId = 0;
  const waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void }
  >();
  const completing = new Map<number, () => void>();

  worker.addEventListener('message', ({ data }: MessageEvent<FinderMessage>) => {
    if (data.say === 'complete') completing.get(data.id)?.();
    if (data.say === 'reply') waiting.get(data.id)?.resolve(data.value);
    if (data.say === 'failed') waiting.get(data.id)?.reject(receiveError(data.error));
    if (data.say !== 'complete' && data.say !== 'hello') waiting.delete(data.id);
  });
  const die = (): void => {
    for (const { reject } of waiting.values()) reject(WORKER_DIED);
    waiting.clear();
  };
  worker.addEventListener('error', die);

  function ask<K extends keyof FinderReplies>(
    request: FinderRequest & { do: K },
    transfer: Transferable[] = [],
  ): Promise<FinderReplies[K]> {
    return new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage(request, transfer);
    });
  }

  return {
    async open(source, { signal, fetch: _fetch, transport: _transport, charset, ...options }) {
      const id = ++lastId;
      const sent: SentOptions = {
        ...options,
        ...(typeof charset === 'string' && { charset }),
      };
      const release = (): void => {
        waiting.delete(id);
        completing.get(id)?.();
        completing.delete(id);
        worker.postMessage({ do: 'release', id } satisfies FinderRequest);
      };
      const completed = new Promise<void>((resolve) => completing.set(id, resolve));
      const opened = ask({ do: 'open', id, source, options: sent });
      const aborted = new Promise<never>((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      });
      let reply: FinderReplies['open'];
      try {
        reply = await Promise.race([opened, aborted]);
      } catch (error) {
        if (signal?.aborted) release();
        throw error;
      }
      if (!reply) return undefined;
      const { reading, ...rest } = reply;
      const catalogue: FinderCatalogue = {
        info: reading.model,
        complete: completed,
        search: (query) => ask({ do: 'search', id: ++lastId, catalogue: id, query }),
        select: (query) => ask({ do: 'select', id: ++lastId, catalogue: id, query }),
        get: (tramite) => ask({ do: 'get', id: ++lastId, catalogue: id, tramite }),
        release,
      };
      return { ...rest, reading: { ...reading, model: catalogue } };
    },
    end() {
      die();
      worker.terminate();
    },
  };
}
