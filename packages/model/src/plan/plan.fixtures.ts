import { readPlan } from './read-plan.js';
import type { Commitment, Plan } from './plan.js';
import type { CivilDate } from '../civil-date.js';
import type { Reading } from '../reading.js';

/** Stands in for the guard of `sources`: https only. */
export const guard = (address: string): string | undefined =>
  address.startsWith('https://') ? address : undefined;

export function read(raw: unknown, today?: CivilDate): Reading<Plan> {
  return readPlan(raw, { guard, ...(today && { today }) });
}

export function planOf(...commitments: object[]): Plan {
  return read({ commitments }).model;
}

export function commitmentOf(raw: object): Commitment {
  const [commitment] = planOf(raw).commitments;
  if (!commitment) throw new Error('The fixture holds no commitment');
  return commitment;
}
