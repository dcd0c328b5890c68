import { isCivilDate, today, type CivilDate } from '../civil-date.js';
import {
  PLAN_STATUSES,
  type Commitment,
  type KnownPlanStatus,
  type Milestone,
  type PlanStatus,
} from './plan.js';

/**
 * How far some commitments have come. What nobody says is counted apart and is never taken for not
 * done: "0 de 26 cumplidos" and "26 sin dato" are different news.
 */
export interface Progress {
  /** Commitments counted. */
  readonly total: number;
  /** Commitments by status, known ones and such as the source worded itself; none with a zero. */
  readonly byStatus: ReadonlyMap<PlanStatus, number>;
  /** With a status of {@link PLAN_STATUSES}. `total` is `known` + `unrecognized` + `unknown`. */
  readonly known: number;
  /** With a status in words of the source's own: shown, and left out of the share. */
  readonly unrecognized: number;
  /** Without any status: "sin dato". */
  readonly unknown: number;
  readonly complete: number;
  /** `complete` / `known`, 0 to 1; absent where nothing is known. A withdrawn commitment counts as known. */
  readonly share?: number;
  readonly milestones: MilestoneProgress;
}

export interface MilestoneProgress {
  readonly total: number;
  /** With a status of {@link PLAN_STATUSES} or a day on which they were done. */
  readonly known: number;
  readonly done: number;
  /** `done` / `known`, 0 to 1; absent where nothing is known. */
  readonly share?: number;
}

export function isKnownPlanStatus(status: PlanStatus | undefined): status is KnownPlanStatus {
  return status !== undefined && (PLAN_STATUSES as readonly string[]).includes(status);
}

/** Is `written` a day after `day`? */
export function isAfter(written: string | undefined, day: CivilDate): boolean {
  return written !== undefined && written > day && isCivilDate(written);
}

/**
 * Done by `day`, not done, or `undefined` where the source does not say. Its status, where known,
 * outranks its date, save a date after `day`: what is to be done then is not done yet.
 */
export function isMilestoneDone(
  { status, done }: Milestone,
  day: CivilDate = today(),
): boolean | undefined {
  if (isAfter(done, day)) return false;
  if (isKnownPlanStatus(status)) return status === 'complete';
  return isCivilDate(done) ? true : undefined;
}

/** Its status; without one `complete`, where it says on which day it was done. */
export function milestoneStatus(milestone: Milestone, day: CivilDate): PlanStatus | undefined {
  return milestone.status ?? (isMilestoneDone(milestone, day) ? 'complete' : undefined);
}

/**
 * @param statusOf - the status to count each by; default its present one. Hand in `statusAt` for a past day.
 * @param day - what is dated later has not happened; default today
 */
export function progressOf(
  commitments: Iterable<Commitment>,
  statusOf: (commitment: Commitment) => PlanStatus | undefined = (c) => c.status,
  day: CivilDate = today(),
): Progress {
  const byStatus = new Map<PlanStatus, number>();
  let total = 0;
  let known = 0;
  let unknown = 0;
  const milestones = { total: 0, known: 0, done: 0 };
  for (const commitment of commitments) {
    total++;
    const status = statusOf(commitment);
    if (status === undefined) unknown++;
    else byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    if (isKnownPlanStatus(status)) known++;
    for (const milestone of commitment.milestones) {
      const done = isMilestoneDone(milestone, day);
      milestones.total++;
      if (done !== undefined) milestones.known++;
      if (done) milestones.done++;
    }
  }
  const complete = byStatus.get('complete') ?? 0;
  return {
    total,
    byStatus,
    known,
    unknown,
    unrecognized: total - known - unknown,
    complete,
    ...share(complete, known),
    milestones: { ...milestones, ...share(milestones.done, milestones.known) },
  };
}

function share(part: number, whole: number): { share?: number } {
  return whole === 0 ? {} : { share: part / whole };
}

/**
 * Commitments by what `keysOf` says of each, in the order met; one with two institutions is in two
 * groups. Those without any are under `undefined`.
 */
export function groupCommitments<K>(
  commitments: Iterable<Commitment>,
  keysOf: (commitment: Commitment) => readonly K[],
): Map<K | undefined, Commitment[]> {
  const groups = new Map<K | undefined, Commitment[]>();
  for (const commitment of commitments) {
    const keys = keysOf(commitment);
    for (const key of keys.length > 0 ? new Set(keys) : [undefined]) {
      const group = groups.get(key);
      if (group) group.push(commitment);
      else groups.set(key, [commitment]);
    }
  }
  return groups;
}
