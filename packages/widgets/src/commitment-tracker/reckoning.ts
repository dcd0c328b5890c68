import { isCivilDate, overdueOn, PlanIndex, progressOf } from '@ventana/model';
import type {
  CivilDate,
  Commitment,
  Milestone,
  Overdue,
  Plan,
  PlanFacet,
  PlanFacetValue,
  Progress,
} from '@ventana/model';

/** What is worked out once for a plan and a day, however often it is drawn. */
export class Reckoning {
  readonly index: PlanIndex;
  /** Of the whole plan. */
  readonly progress: Progress;
  /** Each commitment's own, the latest first; those without are absent. */
  readonly overdue = new Map<Commitment, Overdue[]>();
  readonly #byAxis = new Map<string, Progress>();
  readonly #facets = new Map<PlanFacet, readonly PlanFacetValue[]>();

  constructor(
    readonly plan: Plan,
    readonly today: CivilDate,
  ) {
    const { commitments } = plan;
    this.index = new PlanIndex(plan);
    this.progress = this.progressOf(commitments);
    for (const late of overdueOn(commitments, today)) {
      const own = this.overdue.get(late.commitment);
      if (own) own.push(late);
      else this.overdue.set(late.commitment, [late]);
    }
  }

  /** Of some commitments, on the day that everything here is reckoned for. */
  progressOf(commitments: readonly Commitment[]): Progress {
    return progressOf(commitments, undefined, this.today);
  }

  /** The values of a facet in the whole plan. */
  facet(facet: PlanFacet): readonly PlanFacetValue[] {
    let values = this.#facets.get(facet);
    if (!values) {
      values = this.index.facet(facet).filter(({ count }) => count > 0);
      this.#facets.set(facet, values);
    }
    return values;
  }

  /** Of a whole axis, by its id; '' for the commitments without one. */
  axisProgress(axis: string): Progress {
    let progress = this.#byAxis.get(axis);
    if (!progress) {
      progress = this.progressOf(this.plan.commitments.filter((c) => (c.axis ?? '') === axis));
      this.#byAxis.set(axis, progress);
    }
    return progress;
  }
}

/** A day of the timeline and what falls on it. */
export interface TimelineDay {
  readonly date: CivilDate;
  /** Without a milestone it is the commitment's own end. */
  readonly entries: (readonly [Commitment, Milestone | undefined])[];
}

/** Milestones and ends by day, and the commitments that have none with a day, or a date that is no day. */
export interface Timeline {
  readonly days: readonly TimelineDay[];
  readonly undated: readonly Commitment[];
}

/** What a commitment and its milestones have for a date when they are due, and is none. */
export function badDates({ end, milestones }: Commitment): readonly string[] {
  return [end, ...milestones.map(({ due }) => due)]
    .filter((date) => date !== undefined)
    .filter((date) => !isCivilDate(date));
}

/** A long list is drawn in steps, and each asks for the whole again. */
const timelines = new WeakMap<readonly Commitment[], Timeline>();

/** The timeline of a list that is not changed any more. */
export function timelineOf(commitments: readonly Commitment[]): Timeline {
  const before = timelines.get(commitments);
  if (before) return before;
  // By the day first: 20,000 milestones fall on a few hundred.
  const days = new Map<string, TimelineDay | undefined>();
  const undated: Commitment[] = [];
  for (const commitment of commitments) {
    let isDated = false;
    let isDoubtful = false;
    for (const milestone of [...commitment.milestones, undefined]) {
      const due = milestone ? milestone.due : commitment.end;
      if (due === undefined) continue;
      if (!days.has(due)) days.set(due, isCivilDate(due) ? { date: due, entries: [] } : undefined);
      const day = days.get(due);
      day?.entries.push([commitment, milestone]);
      if (day) isDated = true;
      else isDoubtful = true;
    }
    if (!isDated || isDoubtful) undated.push(commitment);
  }
  const known = [...days.values()].filter((day) => day !== undefined);
  known.sort((a, b) => (a.date < b.date ? -1 : 1));
  const timeline = { days: known, undated };
  timelines.set(commitments, timeline);
  return timeline;
}
