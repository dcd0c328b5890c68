import { createLastGood } from '../transport/last-good.js';
import { exchange } from '../transport/exchange.js';
import { TIMING } from '../transport/limits.js';
import { SourceError } from '../transport/source-error.js';
import type { Answer } from '../transport/transport.js';
import type { AnswerPort } from './catalogue-pages.js';
import type { FinderRequest } from './finder-protocol.js';

type Opening = FinderRequest & { do: 'open' };
/** Asks the page to fetch. */
export type AskPage = (open: number, address: string) => Promise<Answer>;

/** A worker has memory of its own, and no painting that a long parse could hold up. */
const WORKER_BYTES = 128 * 1024 * 1024;

/**
 * Answers for a worker. It fetches, keeps and recalls by itself: the body of a large catalogue
 * would hold up the page (10 MB: 145 ms to read and 112 ms to store, processor slowed four times).
 * What may get better by another attempt, and what goes through a page's own `fetch`, is left to
 * the page: its transport retries, and finds out the cause.
 */
export function workerAnswers(
  askPage: AskPage,
): (request: Opening, signal: AbortSignal) => AnswerPort {
  const lastGood = createLastGood(undefined, TIMING);
  /** As in the page's transport: widgets that ask for one address share one request. */
  const shared = new Map<string, Promise<Answer>>();

  function share(address: string, maxBytes: number, fresh: boolean | undefined): Promise<Answer> {
    const key = `${maxBytes} ${address}`;
    const known = fresh ? undefined : shared.get(key);
    if (known) return known;
    // Not the signal of one of those who share: each stops listening by itself.
    const deadline = new AbortController();
    const end = setTimeout(() => {
      deadline.abort(new SourceError('timeout', address, `${address} took too long.`));
    }, TIMING.total);
    const answer = exchange({
      address,
      fetch: (input, init) => fetch(input, init),
      signal: deadline.signal,
      maxBytes,
      fresh,
      now: Date.now,
      onProgress: () => {},
      explain: async (cause) => new SourceError('unreachable', address, String(cause)),
    });
    shared.set(key, answer);
    const forget = (): void => {
      if (shared.get(key) === answer) shared.delete(key);
    };
    answer.then(() => setTimeout(forget, TIMING.share), forget);
    answer.catch(() => {}).finally(() => clearTimeout(end));
    return answer;
  }

  return ({ id, source, options }, signal) => ({
    async get(address) {
      if (source.kind === 'recall') {
        const answer = options.mayKeep ? await lastGood.recall(address) : undefined;
        if (!answer) throw new SourceError('no-content', address, `${address} was not kept.`);
        return answer;
      }
      if (!options.mayFetch) return askPage(id, address);
      try {
        return await share(address, options.maxBytes ?? WORKER_BYTES, options.fresh);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof SourceError) || !error.retryable) throw error;
        return askPage(id, address);
      }
    },
    keep(address, answer) {
      if (options.mayKeep && source.kind !== 'recall') {
        lastGood.remember(address, answer).catch(() => {});
      }
    },
  });
}
