import { isCivilDate } from '../civil-date.js';
import type { Assessment, Assessor, Commitment } from './plan.js';

/** The latest assessment of each who assessed, in the order of the source; undated ones are oldest. */
export function latestAssessments(commitment: Commitment): Map<Assessor | undefined, Assessment> {
  const latest = new Map<Assessor | undefined, Assessment>();
  const day = ({ date }: Assessment): string => (isCivilDate(date) ? date : '');
  for (const assessment of commitment.assessments) {
    const other = latest.get(assessment.by);
    if (!other || day(assessment) >= day(other)) latest.set(assessment.by, assessment);
  }
  return latest;
}

/** Do two of those who assessed disagree on how much was done, or on how much it would change? */
export function assessmentsDiffer(commitment: Commitment): boolean {
  const latest = [...latestAssessments(commitment).values()];
  return (['completion', 'ambition'] as const).some(
    (field) => new Set(latest.map((a) => a[field]).filter((v) => v !== undefined)).size > 1,
  );
}
