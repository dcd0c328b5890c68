import { isCivilDate, type CivilDate } from '../civil-date.js';
import type {
  Assessment,
  Commitment,
  PlanEvidence,
  Milestone,
  Plan,
  PlanStatus,
  StatusChange,
} from './plan.js';

/**
 * The status a commitment had at the end of `day`, by its history; `undefined` where the history
 * does not reach back so far. On `asOf` (the plan's `updated`) and later it is the present one.
 */
export function statusAt(
  commitment: Commitment,
  day: CivilDate,
  asOf?: string,
): PlanStatus | undefined {
  if (isCivilDate(asOf) && day >= asOf && commitment.status !== undefined) return commitment.status;
  let latest: StatusChange | undefined;
  for (const entry of commitment.history) {
    if (entry.status === undefined || !isCivilDate(entry.date) || entry.date > day) continue;
    if (!latest?.date || entry.date >= latest.date) latest = entry;
  }
  return latest?.status;
}

/** Something that a plan itself dates; with none of these, the day the commitment was last changed. */
export interface DatedChange {
  readonly date: CivilDate;
  readonly commitment: Commitment;
  readonly status?: StatusChange;
  /** Done on that day. */
  readonly milestone?: Milestone;
  readonly evidence?: PlanEvidence;
  readonly assessment?: Assessment;
}

/** What the plan itself says happened after `since`, and up to `until` where given; latest first. */
export function changesSince(plan: Plan, since: CivilDate, until?: CivilDate): DatedChange[] {
  const found: DatedChange[] = [];
  for (const commitment of plan.commitments) {
    const before = found.length;
    const add = (
      date: string | undefined,
      what: Omit<DatedChange, 'date' | 'commitment'>,
    ): void => {
      if (isCivilDate(date) && date > since && (until === undefined || date <= until))
        found.push({ date, commitment, ...what });
    };
    for (const status of commitment.history) add(status.date, { status });
    for (const assessment of commitment.assessments) add(assessment.date, { assessment });
    for (const evidence of commitment.evidence) add(evidence.date, { evidence });
    for (const milestone of commitment.milestones) {
      add(milestone.done, { milestone });
      for (const evidence of milestone.evidence) add(evidence.date, { milestone, evidence });
    }
    const { updated } = commitment;
    // What changed on that day may have been told.
    if (!found.slice(before).some(({ date }) => date === updated)) add(updated, {});
  }
  return found.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
