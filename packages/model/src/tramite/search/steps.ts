/**
 * Work cut into small steps: whoever drives it decides how many to take before the page gets its
 * turn. No step takes longer than about a millisecond on a phone.
 */
export type Steps<T> = Generator<void, T, void>;

/** All of it at once. For tests, workers and small things. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
