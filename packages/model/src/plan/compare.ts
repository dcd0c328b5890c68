import { pickText, type LocalizedText } from '../localized-text.js';
import type { Commitment, Milestone, Plan } from './plan.js';

/** One field that reads differently; `undefined` where there was, or is, nothing. */
export interface FieldChange {
  readonly field: 'title' | 'status' | 'start' | 'end' | 'due' | 'done';
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const OF_COMMITMENT = ['title', 'status', 'start', 'end'] as const;
const OF_MILESTONE = ['title', 'status', 'due', 'done'] as const;

interface Change<T> {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: T;
  readonly after?: T;
  readonly fields: readonly FieldChange[];
}

export type MilestoneChange = Change<Milestone>;

export interface CommitmentChange extends Change<Commitment> {
  /** Empty for a commitment that was added or removed whole. */
  readonly milestones: readonly MilestoneChange[];
}

/**
 * What differs between two versions of a plan, in the order of `after`, removed commitments last.
 * Commitments are the same by key, milestones by id, so a renumbered one reads as removed and added.
 */
export function comparePlans(before: Plan, after: Plan): CommitmentChange[] {
  const changes = compare(before.commitments, after.commitments, (c) => c.key, OF_COMMITMENT);
  const all: CommitmentChange[] = [];
  for (const change of changes) {
    const milestones =
      change.kind === 'changed'
        ? compare(
            change.before?.milestones ?? [],
            change.after?.milestones ?? [],
            (m) => m.id,
            OF_MILESTONE,
          ).filter(differs)
        : [];
    const whole = { ...change, milestones };
    if (milestones.length > 0 || differs(change)) all.push(whole);
  }
  return all;
}

function differs({ kind, fields }: Change<unknown>): boolean {
  return kind !== 'changed' || fields.length > 0;
}

function compare<T extends Partial<Record<FieldChange['field'], LocalizedText>>>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  fields: readonly FieldChange['field'][],
): Change<T>[] {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const changes: Change<T>[] = [];
  for (const now of after) {
    const key = keyOf(now);
    const was = old.get(key);
    old.delete(key);
    changes.push(
      was
        ? { kind: 'changed', before: was, after: now, fields: changedFields(was, now, fields) }
        : { kind: 'added', after: now, fields: [] },
    );
  }
  for (const was of old.values()) changes.push({ kind: 'removed', before: was, fields: [] });
  return changes;
}

function changedFields<T extends Partial<Record<FieldChange['field'], LocalizedText>>>(
  was: T,
  now: T,
  fields: readonly FieldChange['field'][],
): FieldChange[] {
  return fields.flatMap((field) => {
    const before = pickText(was[field], 'es')?.text;
    const after = pickText(now[field], 'es')?.text;
    return before === after ? [] : { field, before, after };
  });
}

/**
 * Only what {@link comparePlans} looks at, as a small plan document: what a reader who asks to be
 * told "qué cambió" on the next visit lets the browser keep. Read it back with the plan parser.
 */
export function planDigest(plan: Plan): object {
  return {
    commitments: plan.commitments.map((c) => ({
      ...only(c, ['number', 'id', ...OF_COMMITMENT]),
      milestones: c.milestones.map((m) => only(m, ['id', ...OF_MILESTONE])),
    })),
  };
}

function only<T extends object>(item: T, keys: readonly (keyof T & string)[]): object {
  return Object.fromEntries(keys.map((key) => [key, item[key]]));
}
