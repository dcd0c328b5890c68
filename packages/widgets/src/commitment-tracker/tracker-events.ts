import type { Commitment, PlanFilter } from '@ventana/model';

/** Fired when the reader filters, searches or sorts. Bubbles, also out of shadow roots. */
export class VentanaCommitmentTrackerFilterEvent extends Event {
  /** What is left in: see `PlanIndex.filter`. */
  readonly filter: PlanFilter;
  /** Commitments that the filter left. */
  readonly shown: number;
  /** Commitments of the plan. */
  readonly total: number;

  constructor(filter: PlanFilter, shown: number, total: number) {
    super('ventana-commitment-tracker-filter', { bubbles: true, composed: true });
    this.filter = filter;
    this.shown = shown;
    this.total = total;
  }
}

/** Fired when the reader opens the detail of a commitment. Bubbles, also out of shadow roots. */
export class VentanaCommitmentTrackerOpenEvent extends Event {
  readonly commitment: Commitment;

  constructor(commitment: Commitment) {
    super('ventana-commitment-tracker-open', { bubbles: true, composed: true });
    this.commitment = commitment;
  }
}
