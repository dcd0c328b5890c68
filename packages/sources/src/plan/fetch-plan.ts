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
import { parseLongPlan, type ParseLongPlanOptions } from './parse-plan.js';

/** Options of one kind of read: also what to do with the first part of a long plan. */
export type FetchPlanOptions = FetchOptions & Pick<ParseLongPlanOptions, 'onPart'>;

const parseAnswer =
  ({ onPart, signal }: FetchPlanOptions): ParseAnswer<Plan> =>
  (answer, { charset, maxDepth }) =>
    parseLongPlan(requireData(decodeText(answer, charset), answer), {
      address: answer.address,
      onPart,
      signal,
      ...(maxDepth !== undefined && { maxDepth }),
    });

/**
 * Reads a plan from an address, whatever its form (see `parsePlan`).
 *
 * @throws {SourceError} always this type, except `AbortError` when `options.signal` aborts
 */
export function fetchPlan(address: string, options: FetchPlanOptions = {}): Promise<Loaded<Plan>> {
  return fetchReading(address, parseAnswer(options), options);
}

/** The plan as last read from this address, on this page or an earlier visit; nothing is fetched. */
export function recallPlan(
  address: string,
  options: FetchOptions = {},
): Promise<Loaded<Plan> | undefined> {
  return recallReading(address, parseAnswer(options), options);
}
