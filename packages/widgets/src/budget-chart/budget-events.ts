import type { PathStep } from './budget-scene.js';

/** Fired when the reader goes into a part, or back out. Bubbles, and crosses shadow roots. */
export class BudgetDrillEvent extends Event {
  /** From the whole to where the reader is; empty: the whole. */
  readonly path: readonly PathStep[];
  /** Key of the dimension that is shown now. */
  readonly by: string;

  constructor(path: readonly PathStep[], by: string) {
    super('ventana-budget-chart-drill', { bubbles: true, composed: true });
    this.path = path;
    this.by = by;
  }
}

/** Fired when the reader chooses another view, measure, year, unit … Bubbles, and crosses shadow roots. */
export class BudgetChangeEvent extends Event {
  /** The attribute that the choice corresponds to: `view`, `by`, `measure`, `year` … */
  readonly name: string;
  readonly value: string;

  constructor(name: string, value: string) {
    super('ventana-budget-chart-change', { bubbles: true, composed: true });
    this.name = name;
    this.value = value;
  }
}
