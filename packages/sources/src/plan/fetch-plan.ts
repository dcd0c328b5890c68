import type { Plan } from '@ventana/model';
import {
  fetchReading,
  recallReading,
  type FetchOptions,
  type Loaded,
  type ParseAnswer,
} from '../fetch-reading.js';
import { decodeText } from '../transport/decode-text.js';
import { requireData } from '../transport/read-json.js';
import { parsePlan } from './parse-plan.js';

const parseAnswer: ParseAnswer<Plan> = (answer, { charset, maxDepth }) =>
  parsePlan(requireData(decodeText(answer, charset), answer), {
    address: answer.address,
    ...(maxDepth !== undefined && { maxDepth }),
  });

/**
 * Reads a plan from an address, whatever its form (see `parsePlan`).
 *
 * @throws {SourceError} always this type, except `AbortError` when `options.signal` aborts
 */
export function fetchPlan(address: string, options: FetchOptions = {}): Promise<Loaded<Plan>> {
  return fetchReading(address, parseAnswer, options);
}

/** The plan as last read from this address, on this page or an earlier visit; nothing is fetched. */
export function recallPlan(
  address: string,
  options: FetchOptions = {},
): Promise<Loaded<Plan> | undefined> {
  return recallReading(address, parseAnswer, options);
}
