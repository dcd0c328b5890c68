/**
 * What a parser hands on: the model, and an honest account of what it could not read.
 *
 * Shown + omitted = received, always. A record that cannot be read is counted here, never thrown.
 */
export interface Reading<T> {
  readonly model: T;
  /** Records in the answer (rows, resources, commitments …), read or not. */
  readonly received: number;
  /** Records left out of `model` because they could not be read. `received - omitted` are shown. */
  readonly omitted: number;
  /**
   * Things within the records shown that were not understood, or do not agree with one another: what
   * the source wrote is shown as it stands, or left out. Absent where nobody counts them.
   */
  readonly doubtful?: number | undefined;
  /** What was wrong, in the order found; at most {@link MAX_PROBLEMS}, the counts stay exact. */
  readonly problems: readonly Problem[];
  /** The valid zero: the answer was read whole and holds nothing to show. */
  readonly empty?: boolean;
}

/** One thing that was wrong in the data, for the embedder's console line and the reader's detail. */
export interface Problem {
  /** Stable, machine-readable: `missing-title`, `unknown-status`, `bad-amount` … */
  readonly code: string;
  /** Where: a JSON Pointer (`/resources/3/url`) or a row (`row 17, column TOTAL`). */
  readonly where: string;
  /** The value as found, shortened to 120 characters. */
  readonly found?: string;
}

/** Findings kept for listing; beyond this only the counts grow. */
export const MAX_PROBLEMS = 100;
