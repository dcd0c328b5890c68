import { daysBetween, isCivilDate, type CivilDate } from '../civil-date.js';
import type { Commitment, Milestone } from './plan.js';
import { isKnownPlanStatus, isMilestoneDone } from './progress.js';

/** Something whose day has passed and of which nobody says that it is done. */
export interface Overdue {
  readonly commitment: Commitment;
  /** Absent when it is the commitment's own end that has passed. */
  readonly milestone?: Milestone;
  /** Whole days from the day due to the day asked about, 1 or more. */
  readonly days: number;
  /** The source says that it is not done. When `false` it says nothing: late, or done and not told. */
  readonly reported: boolean;
}

/**
 * What is overdue on `day`, the latest first. A day is overdue from the day after. A withdrawn
 * milestone is not awaited any more, nor is one without a word of its own in a commitment that is
 * complete or withdrawn. A commitment's own end counts only where its status is known.
 */
export function overdueOn(commitments: Iterable<Commitment>, day: CivilDate): Overdue[] {
  const found: Overdue[] = [];
  // Remembered: the milestones of a plan fall on few days, and a day costs two `Date`s.
  const late = new Map<string, number>();
  const daysLate = (written: string | undefined): number => {
    if (written === undefined || written >= day) return 0;
    const days = late.get(written) ?? (isCivilDate(written) ? daysBetween(written, day) : 0);
    late.set(written, days);
    return days;
  };
  for (const commitment of commitments) {
    const { status, end } = commitment;
    const closed = status === 'complete' || status === 'withdrawn';
    for (const milestone of commitment.milestones) {
      const days = daysLate(milestone.due);
      const done = isMilestoneDone(milestone, day);
      if (days === 0 || done || milestone.status === 'withdrawn') continue;
      if (done === undefined && closed) continue;
      found.push({ commitment, milestone, days, reported: done === false });
    }
    const days = daysLate(end);
    if (days > 0 && isKnownPlanStatus(status) && !closed)
      found.push({ commitment, days, reported: true });
  }
  return found.sort((a, b) => b.days - a.days);
}
