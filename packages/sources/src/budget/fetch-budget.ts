import type { Budget } from '@ventana/model';
import type { Loaded } from '../fetch-reading.js';
import { pageTransport } from '../transport/page-transport.js';
import { SourceError } from '../transport/source-error.js';
import type { Answer } from '../transport/transport.js';
import { readBudgetAnswer, type BudgetOptions, type GetAnswer } from './parse-budget.js';

/** Larger answers are not kept: to clone 50 MB into the browser's store holds the page up for 0.1 to 0.6 s. */
const MAX_KEPT_BYTES = 8 * 2 ** 20;

/**
 * From an address to a budget, whatever the form (see docs/budget-formats.md); the file of a data
 * package and the pages of an API are fetched with it. Answers of up to 8 MB are kept as
 * the last good ones once all of them parsed.
 *
 * @throws {SourceError} always this type, except `AbortError` when `options.signal` aborts
 */
export async function fetchBudget(
  address: string,
  options: BudgetOptions = {},
): Promise<Loaded<Budget>> {
  const { transport = pageTransport() } = options;
  const answers = new Map<string, Answer>();
  const get = async (at: string): Promise<Answer> => {
    const answer = await transport.get(at, options);
    answers.set(at, answer);
    return answer;
  };
  const loaded = await load(address, await get(address), options, get);
  // What a replaced `fetch` brought may be for this visitor's session only.
  if (!options.fetch || options.fetch === globalThis.fetch) {
    for (const [at, answer] of answers) {
      if (answer.bytes.length <= MAX_KEPT_BYTES) transport.remember(at, answer).catch(() => {});
    }
  }
  return loaded;
}

/** The budget as last read from this address, on this page or an earlier visit; nothing is fetched. */
export async function recallBudget(
  address: string,
  options: BudgetOptions = {},
): Promise<Loaded<Budget> | undefined> {
  const { transport = pageTransport() } = options;
  if (options.fetch && options.fetch !== globalThis.fetch) return undefined;
  try {
    const first = await transport.recall(address);
    return first && (await load(address, first, options, (at) => transport.recall(at)));
  } catch {
    // Kept by a version that read it otherwise: as good as not kept.
    return undefined;
  }
}

async function load(
  address: string,
  first: Answer,
  options: BudgetOptions,
  get: GetAnswer,
): Promise<Loaded<Budget>> {
  // A package is dated by its file, not by its descriptor.
  let { lastModified } = first;
  try {
    const reading = await readBudgetAnswer(first, options, async (at) => {
      const answer = await get(at);
      lastModified = answer?.lastModified ?? lastModified;
      return answer;
    });
    return {
      reading,
      address: first.address,
      retrievedAt: first.retrievedAt,
      ...(lastModified === undefined ? {} : { lastModified }),
    };
  } catch (cause) {
    if (cause instanceof SourceError || options.signal?.aborted) throw cause;
    throw new SourceError('malformed', address, `${address} could not be read: ${String(cause)}`, {
      cause,
    });
  }
}
