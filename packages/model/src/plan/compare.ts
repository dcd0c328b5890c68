import { pickText, type LocalizedText } from '../localized-text.js';
import type { Commitment, Milestone, Plan } from './plan.js';

/** One field that reads differently; absent where there was, or is, nothing. */
export interface FieldChange {
  readonly field: 'title' | 'status' | 'start' | 'end' | 'due' | 'done';
  readonly before?: string;
  readonly after?: string;
}

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
  const changes = compare(before.commitments, after.commitments, (c) => c.key, [
    'title',
    'status',
    'start',
    'end',
  ]);
  const all: CommitmentChange[] = [];
  for (const change of changes) {
    const milestones =
      change.kind === 'changed'
        ? compare(change.before?.milestones ?? [], change.after?.milestones ?? [], (m) => m.id, [
            'title',
            'status',
            'due',
            'done',
          ]).filter(differs)
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
    if (before === after) return [];
    return {
      field,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
  });
}

/**
 * Only what {@link comparePlans} looks at, as a small plan document: what a reader who asks to be
 * told "qué cambió" on the next visit lets the browser keep. Read it back with the plan parser.
 */
export function planDigest(plan: Plan): object {
  return {
    commitments: plan.commitments.map(({ number, id, title, status, start, end, milestones }) => ({
      number,
      id,
      title,
      status,
      start,
      end,
      milestones: milestones.map((m) => ({
        id: m.id,
        title: m.title,
        status: m.status,
        due: m.due,
        done: m.done,
      })),
    })),
  };
}
