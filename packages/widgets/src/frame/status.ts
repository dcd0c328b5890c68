/**
 * Where a widget stands; exactly one holds, as the property `status` and as the CSS state
 * `:state(…)`.
 *
 * - `idle`: nothing asked yet (far from the viewport, hidden tab)
 * - `loading`: asked, nothing to show yet
 * - `fresh`: shows what the source answered
 * - `stale`: shows an older copy, with its date
 * - `partial`: shows what could be read, and says how many records could not, or what is doubtful in them
 * - `empty`: the source answered that there is nothing
 * - `error`: nothing to show; says why and offers to try again
 * - `config`: the page that embeds the widget has to mend something
 */
export type Status =
  'idle' | 'loading' | 'fresh' | 'stale' | 'partial' | 'empty' | 'error' | 'config';

/** Mirrors a status into `:state(…)`; browsers older than the syntax keep the `status` property. */
export function mirrorStatus(internals: ElementInternals, before: Status, now: Status): void {
  try {
    internals.states.delete(before);
    internals.states.add(now);
  } catch {
    // Chromium before 125 only takes names that start with two dashes.
  }
}
