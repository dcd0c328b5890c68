/** Decoded body bytes read before giving up as `too-large`. */
export const MAX_BYTES = 8 * 1024 * 1024;

/** Requests in flight at once to one origin; a browser opens 6 for HTTP/1.1, the page needs some too. */
export const PER_ORIGIN = 4;

/** Attempts after the first. */
export const RETRIES = 2;

/**
 * Consecutive failed requests, each with its retries, that open an origin's circuit. High, because
 * an open circuit also refuses addresses that may be well.
 */
export const CIRCUIT_FAILURES = 8;

/** Durations in ms. Tests shorten them through `createTransport({ timing })`. */
export const TIMING = {
  /** From asking to the last byte: waiting for a turn, retries and probes included. */
  total: 15_000,
  /**
   * Without a byte of body. It also ends a wait for headers when others queue for the same origin,
   * so that four dead addresses cannot starve a fifth that is well.
   */
  idle: 8_000,
  /** A complete answer serves those who ask for the same address this much later. */
  share: 5_000,
  /** Longest first backoff; the second is twice that. The wait is drawn between 0 and it (full jitter). */
  backoff: 800,
  /** An open circuit refuses this long, then lets one request through. */
  coolDown: 15_000,
  /** After a 429 the origin gets one request at a time for this long. */
  calm: 60_000,
  /** One link of `check-links`, from its turn on: who never had a turn was not found unreachable. */
  link: 8_000,
  /** Reading the last good answer: a browser can leave IndexedDB hanging. */
  recall: 2_000,
};

export type Timing = typeof TIMING;
