import { CIRCUIT_FAILURES, PER_ORIGIN, type Timing } from './limits.js';
import { SourceError } from './source-error.js';
import { until } from './until.js';

/** The way to one origin: whose turn it is, and whether asking makes sense at all. */
export interface Lane {
  /**
   * Runs `work` when its turn comes; the `patient` after all others. Rejects with the signal's
   * reason when that aborts before.
   */
  inTurn<T>(work: () => Promise<T>, signal: AbortSignal, patient?: boolean): Promise<T>;
  /** Somebody waits for a turn. */
  crowded(): boolean;
  /** One request at a time for a while (HTTP 429). */
  calm(): void;
  /** The circuit is open: the origin failed {@link CIRCUIT_FAILURES} times in a row. */
  open(): boolean;
  /** Throws while the circuit is open; once per cool-down it lets one through instead. */
  admit(address: string): void;
  /** How a request ended, after its retries: `undefined` is success. */
  settle(error?: unknown): void;
}

export function createLane(time: Timing, now: () => number): Lane {
  const queue: (() => void)[] = [];
  const after: (() => void)[] = [];
  let inFlight = 0;
  let calmUntil = 0;
  let failures = 0;
  let refuseUntil = 0;
  let last: SourceError;

  const next = (): void => {
    while (inFlight < (now() < calmUntil ? 1 : PER_ORIGIN)) {
      const go = queue.shift() ?? after.shift();
      if (!go) return;
      inFlight++;
      go();
    }
  };
  const leave = (): void => {
    inFlight--;
    next();
  };
  const open = (): boolean => failures >= CIRCUIT_FAILURES;

  return {
    async inTurn(work, signal, patient) {
      const line = patient ? after : queue;
      let go!: () => void;
      const turn = new Promise<void>((resolve) => line.push((go = resolve)));
      next();
      await until(signal, turn, () => {
        const at = line.indexOf(go);
        if (at < 0) leave();
        else line.splice(at, 1);
        return signal.reason;
      });
      try {
        return await work();
      } finally {
        leave();
      }
    },
    crowded: () => queue.length > 0,
    calm() {
      calmUntil = now() + time.calm;
    },
    open,
    admit(address) {
      if (!open()) return;
      if (now() < refuseUntil) {
        throw new SourceError(
          last.reason,
          address,
          `${address} was not asked: its origin failed ${failures} times in a row. Last: ${last.message}`,
          last,
        );
      }
      // Half open: this one passes, and whoever comes while it runs is refused.
      refuseUntil = now() + time.coolDown;
    },
    settle(error) {
      if (error instanceof SourceError) {
        const { reason } = error;
        // These tell nothing about the origin.
        if (reason === 'timeout' || reason === 'offline') return;
        if (reason === 'unreachable' || (reason === 'server' && error.retryable)) {
          failures++;
          last = error;
          refuseUntil = now() + time.coolDown;
          return;
        }
      } else if (error) return;
      // Any other answer, a 404 too, shows that the origin is alive.
      failures = 0;
    },
  };
}
