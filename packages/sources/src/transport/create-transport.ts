import { guardAddress } from '../address.js';
import { exchange } from './exchange.js';
import type { Explanation } from './explain-failure.js';
import { isOffline } from './is-offline.js';
import { createLane, type Lane } from './lane.js';
import { createLastGood, type AnswerStore } from './last-good.js';
import { MAX_BYTES, RETRIES, TIMING, type Timing } from './limits.js';
import { SourceError } from './source-error.js';
import type { Answer, GetOptions, PageTransport } from './transport.js';
import { sleep, until } from './until.js';

export interface TransportSetup {
  /** Durations other than {@link TIMING}'s. */
  readonly timing?: Partial<Timing>;
  /** Where last good answers are kept. Default: IndexedDB, or memory where that is blocked. */
  readonly storage?: AnswerStore;
  readonly now?: () => number;
  /** 0 to 1, for the jitter. */
  readonly random?: () => number;
}

/** One request and those who wait for it. */
interface Shared {
  readonly promise: Promise<Answer>;
  readonly control: AbortController;
  callers: number;
  settled?: boolean;
}

/** Requests and origins as seen through one `fetch`. */
interface Office {
  readonly requests: Map<string, Shared>;
  readonly lanes: Map<string, Lane>;
}

/**
 * A transport with state of its own. Pages use {@link pageTransport}; tests and servers make theirs.
 *
 * Each replaced `fetch` has its own requests, queues and circuits: what one may read is not another's.
 */
export function createTransport({
  timing,
  storage,
  now = Date.now,
  random = Math.random,
}: TransportSetup = {}): PageTransport {
  const time: Timing = { ...TIMING, ...timing };
  const offices = new WeakMap<object, Office>();
  // A page's own wrapper around fetch may come late: "the default" is one office whoever it is.
  const byDefault = {};

  const officeOf = (custom: typeof fetch | undefined): Office => {
    const key = !custom || custom === globalThis.fetch ? byDefault : custom;
    let office = offices.get(key);
    if (!office) offices.set(key, (office = { requests: new Map(), lanes: new Map() }));
    return office;
  };

  const laneOf = ({ lanes }: Office, address: string): Lane => {
    const { origin } = new URL(address);
    let lane = lanes.get(origin);
    if (!lane) lanes.set(origin, (lane = createLane(time, now)));
    return lane;
  };

  async function request(
    address: string,
    lane: Lane,
    control: AbortController,
    { fetch = globalThis.fetch, maxBytes = MAX_BYTES, fresh }: GetOptions,
  ): Promise<Answer> {
    const { signal } = control;
    const end = now() + time.total;
    const timeOut = (): void =>
      control.abort(
        new SourceError('timeout', address, `${address} did not answer in full in time.`),
      );
    const deadline = setTimeout(timeOut, time.total);
    let explained: SourceError | undefined;

    const attempt = (): Promise<Answer> => {
      let progress = now();
      let answering = false;
      const watch = setInterval(() => {
        if (now() - progress >= time.idle && (answering || lane.crowded())) timeOut();
      }, time.idle / 8);
      return until(
        signal,
        exchange({
          address,
          fetch,
          signal,
          maxBytes,
          fresh,
          now,
          onProgress() {
            progress = now();
            answering = true;
          },
          async explain(cause) {
            if (!explained) {
              const { reason, text } = await explain(address, fetch, signal);
              explained = new SourceError(reason, address, `${address} ${text}`, { cause });
            }
            return explained;
          },
        }),
      ).finally(() => clearInterval(watch));
    };

    try {
      if (!fresh) lane.admit(address);
      for (let tries = 0; ; tries++) {
        try {
          const answer = await lane.inTurn(attempt, signal);
          lane.settle();
          return answer;
        } catch (error) {
          if (!(error instanceof SourceError)) throw error;
          if (error.reason === 'busy') lane.calm();
          const wait = (error.retryAfter ?? 0) * 1000 + random() * time.backoff * 2 ** tries;
          if (
            !error.retryable ||
            error.reason === 'offline' ||
            tries === RETRIES ||
            (lane.open() && !fresh) ||
            now() + wait >= end
          ) {
            lane.settle(error);
            throw error;
          }
          await until(signal, sleep(wait));
        }
      }
    } finally {
      clearTimeout(deadline);
    }
  }

  const lastGood = createLastGood(storage, time);

  return {
    async get(given, options = {}) {
      const { signal, fetch, maxBytes, fresh } = options;
      const address = guardAddress(given, globalThis.document?.baseURI)?.replace(/#.*$/s, '');
      if (!address?.startsWith('http')) {
        throw new SourceError('malformed', given, `“${given}” is not an http or https address.`);
      }
      if (signal?.aborted) throw aborted();
      const office = officeOf(fetch);
      const { requests } = office;
      const key = `${maxBytes ?? MAX_BYTES} ${address}`;
      let shared = requests.get(key);
      if (!shared || (fresh && shared.settled)) {
        const control = new AbortController();
        const promise = request(address, laneOf(office, address), control, options);
        const own: Shared = { promise, control, callers: 0 };
        const forget = (): void => {
          if (requests.get(key) === own) requests.delete(key);
        };
        requests.set(key, (shared = own));
        promise.then(() => {
          own.settled = true;
          setTimeout(forget, time.share);
        }, forget);
        control.signal.addEventListener('abort', forget);
      }
      const joined = shared;
      joined.callers++;
      // Without a signal nobody can take this interest back.
      if (!signal) return joined.promise;
      return until(signal, joined.promise, () => {
        joined.callers--;
        // A task later: an element that moved within the page has come back by then.
        setTimeout(() => {
          if (!joined.callers && !joined.settled) joined.control.abort(aborted());
        });
        return aborted();
      });
    },

    inTurn: (address, work, { fetch, signal }) =>
      laneOf(officeOf(fetch), address).inTurn(work, signal, true),

    ...lastGood,
  };
}

async function explain(
  ...request: [address: string, fetch: typeof globalThis.fetch, signal: AbortSignal]
): Promise<Explanation> {
  if (isOffline()) return { reason: 'offline', text: 'was not reached: no network.' };
  try {
    return await (await import('./explain-failure.js')).explainFailure(...request);
  } catch (error) {
    request[2].throwIfAborted();
    return { reason: 'unreachable', text: `could not be reached: ${String(error)}.` };
  }
}

const aborted = (): DOMException => new DOMException('The caller left.', 'AbortError');
