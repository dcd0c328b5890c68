import type { AdjustedFigures, AdjustmentRequest } from './adjusted-figures.js';
import type { BudgetHost } from './budget-host.js';

/** The attributes that say how figures are to be adjusted. */
export type AdjustmentAttributes = Omit<AdjustmentRequest, 'adjust'> & { readonly adjust: string };

/** The choices of a reader; the first adjusts nothing. */
export const ADJUSTMENTS = ['nominal', 'real', 'per-capita', 'gdp-share'] as const;

/** Holds what adjusts figures: it is loaded for the first that are to be adjusted so. */
export class AdjustmentController {
  readonly #asked: AdjustmentAttributes;
  readonly #host: BudgetHost;
  readonly #known = new Map<string, AdjustedFigures | 'failed' | Promise<void>>();

  constructor(asked: AdjustmentAttributes, host: BudgetHost) {
    this.#asked = asked;
    this.#host = host;
  }

  /** `undefined`: nominal, or not loaded yet. */
  get now(): AdjustedFigures | 'failed' | undefined {
    const found = this.#known.get(this.#key);
    return found instanceof Promise ? undefined : found;
  }

  /**
   * Settles when `now` is known; the element is updated then.
   *
   * @param again - what failed before is asked for once more
   */
  load(again?: boolean): Promise<void> | undefined {
    const key = this.#key;
    let found = this.#known.get(key);
    const isWanted = (ADJUSTMENTS as readonly string[]).indexOf(this.#asked.adjust) > 0;
    if (isWanted && (!found || (again && found === 'failed'))) {
      found = this.#load(key);
      this.#known.set(key, found);
    }
    return found instanceof Promise ? found : undefined;
  }

  async #load(key: string): Promise<void> {
    let found: AdjustedFigures | undefined;
    try {
      const { adjustedFigures } = await import('./adjusted-figures.js');
      found = await adjustedFigures(this.#asked as AdjustmentRequest, this.#host);
    } catch (error) {
      this.#host.warn(error);
    }
    this.#known.set(key, found ?? 'failed');
    this.#host.requestUpdate();
  }

  get #key(): string {
    const { adjust, deflator, population, gdp, baseYear } = this.#asked;
    return [adjust, deflator, population, gdp, baseYear].join('\n');
  }
}
