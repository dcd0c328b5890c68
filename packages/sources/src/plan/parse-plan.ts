import { isPlanDocument, readPlan, type Plan, type Reading } from '@ventana/model';
import { guardAddress } from '../address.js';
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
 * @throws {SourceError} `malformed` and the like, where it is none of these
 */
export function parsePlan(raw: unknown, options: ParsePlanOptions = {}): Reading<Plan> {
  const { address = '' } = options;
  const guard = (found: string): string | undefined =>
    guardAddress(found, address === '' ? undefined : address);
  if (typeof raw === 'string') {
    if (!/^[\uFEFF\s]*[[{]/.test(raw)) return readPlanTable(raw, address, guard);
    raw = readJsonText(raw, address, options);
  }
  const document = asPlanDocument(raw);
  if (!isPlanDocument(document)) {
    throw new SourceError(
      'malformed',
      address,
      `${address} is JSON without a list "compromisos" or "commitments": no plan.`,
    );
  }
  return readPlan(document, { guard });
}
