import { PLAN_FACETS } from '@ventana/model';
import type { CivilDate, PlanFacet, PlanFilter } from '@ventana/model';

/**
 * What a reader chose, as the text of the `filter` attribute: `axis=datos&status=delayed&q=agua`.
 * A facet without a value (`status=`) asks for those that say nothing there.
 */
export class PlanChoice {
  readonly #params: URLSearchParams;

  /** @param filter - `null`, as of a removed attribute: nothing chosen */
  constructor(filter: string | null) {
    this.#params = new URLSearchParams(filter ?? '');
  }

  get(name: ChoiceName): string | undefined {
    return this.#params.get(name) ?? undefined;
  }

  /** The text with one part changed, or taken out. */
  with(name: ChoiceName, value: string | undefined): string {
    const params = new URLSearchParams(this.#params);
    if (value === undefined) params.delete(name);
    else params.set(name, value);
    return params.toString();
  }

  /** As the model's index takes it. */
  filterOn(today: CivilDate): PlanFilter {
    const facets = PLAN_FACETS.flatMap((facet) => {
      const values = this.#params.getAll(facet);
      return values.length > 0 ? [[facet, values]] : [];
    });
    const query = this.get('q')?.trim();
    return {
      ...(Object.fromEntries(facets) as PlanFilter),
      ...(query && { query }),
      ...(this.#params.has('overdue') && { overdueOn: today }),
    };
  }
}

export type ChoiceName = PlanFacet | 'q' | 'overdue' | 'order';

/** All of them, in the order they are written. */
export const CHOICE_NAMES: readonly ChoiceName[] = ['q', ...PLAN_FACETS, 'overdue', 'order'];
