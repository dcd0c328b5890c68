/**
 * `promise`, or a rejection when the signal aborts first: a replaced `fetch` may ignore signals.
 *
 * @param onAbort - gives the reason; called at most once, and not after `promise` settled
 */
export function until<T>(
  signal: AbortSignal,
  promise: Promise<T>,
  onAbort: () => unknown = () => signal.reason,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(onAbort());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    // First deaf, then settled: the other way `onAbort` could still run for a promise that won.
    const won = (): void => signal.removeEventListener('abort', stop);
    promise.finally(won).then(resolve, reject);
  });
}

export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
