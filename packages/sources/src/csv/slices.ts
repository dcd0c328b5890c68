export interface SliceOptions {
  /** Milliseconds of work before the page gets its turn. Default 8. */
  readonly sliceMs?: number;
  readonly signal?: AbortSignal;
  /** Steps between two looks at the clock. Default 32: a look costs about as much as reading a short row. */
  readonly stepsPerLook?: number;
}

/**
 * Calls `step` until it returns `false`, giving the page its turn (input, painting) whenever a
 * slice has taken its time. Steps must be small: the clock is not looked at after each.
 *
 * @throws the reason of `options.signal` when it aborts; whatever `step` throws
 */
export async function inSlices(step: () => boolean, options: SliceOptions = {}): Promise<void> {
  const { sliceMs = 8, signal, stepsPerLook = 32 } = options;
  for (let left = true; left;) {
    signal?.throwIfAborted();
    const end = performance.now() + sliceMs;
    do {
      for (let steps = 0; left && steps < stepsPerLook; steps++) left = step();
    } while (left && performance.now() < end);
    if (left) await nextTurn();
  }
}

/** A new task. Not `setTimeout`, which browsers hold back to 4 ms, and to 1 s in hidden tabs. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
