import { isPlanDocument, readPlanInSteps, type Plan, type Reading } from '@ventana/model';
import { guardAddress } from '../address.js';
import { nextTurn } from '../csv/slices.js';
import { readJsonText } from '../transport/read-json.js';
import { SourceError } from '../transport/source-error.js';
import { readPlanTable } from './plan-table.js';
import { asPlanDocument } from './tablero.js';

export interface ParsePlanOptions {
  /** Where the document came from: relative addresses in it are resolved against it. */
  readonly address?: string;
  /** Nesting allowed in JSON text. Default 64. */
  readonly maxDepth?: number;
}

/**
 * A plan from a value or text of any form we know:
 * - a plan document (docs/plan-format.md, plan.schema.json), in English or Spanish keys, or a bare
 *   list of commitments; a `Plan` that was read before
 * - the same as CSV text, one row per commitment or per milestone (see `readPlanTable`)
 * - the tablero of the 2013–2015 plan (see `asPlanDocument`), and trackers with `statements`
 *
 * @throws {SourceError} `malformed` and the like, where it is none of these; `server` for an API's
 *   `{"success": false}`
 */
export function parsePlan(raw: unknown, options: ParsePlanOptions = {}): Reading<Plan> {
  const steps = stepsOf(raw, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export interface ParseLongPlanOptions extends ParsePlanOptions {
  /** Gets the first commitments of a long plan, before the rest is read; `received` is of the whole. */
  readonly onPart?: ((part: Reading<Plan>) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Commitments handed to `onPart`: a screenful. */
const PART = 20;
/** Milliseconds of reading between two turns of the page. */
const SLICE_MS = 8;

/**
 * The same for a page that goes on living: at once where it takes a moment, as a 26-commitment plan
 * does; a long plan in slices between which the page has its turn.
 *
 * @throws {SourceError} as `parsePlan`
 */
export function parseLongPlan(
  raw: unknown,
  { onPart, signal, ...options }: ParseLongPlanOptions = {},
): Reading<Plan> | Promise<Reading<Plan>> {
  const steps = stepsOf(raw, options);
  let count = 0;
  const slice = (): Reading<Plan> | undefined => {
    const end = performance.now() + SLICE_MS;
    do {
      const { done, value } = steps.next();
      if (done) return value;
      if (++count === PART) onPart?.(value());
    } while (performance.now() < end);
    return undefined;
  };
  const rest = async (): Promise<Reading<Plan>> => {
    for (;;) {
      await nextTurn();
      signal?.throwIfAborted();
      const reading = slice();
      if (reading) return reading;
    }
  };
  return slice() ?? rest();
}

function* stepsOf(
  raw: unknown,
  options: ParsePlanOptions,
): Generator<() => Reading<Plan>, Reading<Plan>> {
  const { address = '' } = options;
  const guard = (found: string): string | undefined =>
    guardAddress(found, address === '' ? undefined : address);
  if (typeof raw === 'string') {
    if (!/^[\uFEFF\s]*[[{]/.test(raw)) return readPlanTable(raw, address, guard);
    raw = readJsonText(raw, address, options);
  }
  if ((raw as { success?: unknown } | null)?.success === false)
    throw new SourceError('server', address, `${address} answers that it failed.`);
  const document = asPlanDocument(raw);
  if (!isPlanDocument(document)) {
    throw new SourceError(
      'malformed',
      address,
      `${address} is JSON without a list "compromisos" or "commitments": no plan.`,
    );
  }
  return yield* readPlanInSteps(document, { guard });
}
