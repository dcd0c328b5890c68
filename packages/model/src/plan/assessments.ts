import { isCivilDate } from '../civil-date.js';
import type { Assessment, Assessor, Commitment } from './plan.js';

/**
 * The latest of each who assessed, in the order of the source: all of the latest day, since two
 * organisations are both `society`. Undated ones are oldest.
 */
export function latestAssessments({ assessments }: Commitment): Assessment[] {
  const latest = new Map<Assessor | undefined, string>();
  const day = ({ date }: Assessment): string => (isCivilDate(date) ? date : '');
  const latestBy = ({ by }: Assessment): string => latest.get(by) ?? '';
  for (const each of assessments) if (day(each) > latestBy(each)) latest.set(each.by, day(each));
  return assessments.filter((each) => day(each) === latestBy(each));
}

/** Do two of these disagree on how much was done, or on how much it would change? */
export function assessmentsDiffer(commitment: Commitment): boolean {
  const latest = latestAssessments(commitment);
  return (['completion', 'ambition'] as const).some(
    (field) => new Set(latest.map((a) => a[field]).filter((v) => v !== undefined)).size > 1,
  );
}
