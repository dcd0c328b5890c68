import type { Budget, Reading } from '@ventana/model';
import type { dataRemarks } from './data-remarks.js';
import type { BudgetHost } from './budget-host.js';
import type { Scene } from './budget-scene.js';

/** Holds what says remarks on data: it comes with the first data that have some, before they are shown. */
export class RemarksController {
  readonly #host: BudgetHost;
  #say: typeof dataRemarks | undefined;

  constructor(host: BudgetHost) {
    this.#host = host;
  }

  /** The reading, once what its remarks need is there or can't be had. */
  readonly with = (reading: Reading<Budget>): Reading<Budget> | Promise<Reading<Budget>> => {
    const { basis, incomplete, omissions, currencies } = reading.model;
    if (this.#say || !(basis || incomplete || omissions[0] || currencies[1])) return reading;
    return import('./data-remarks.js')
      .then((loaded) => {
        this.#say = loaded.dataRemarks;
      })
      .catch(this.#host.warn)
      .then(() => reading);
  };

  /** In words; in the model's own where those could not be loaded. */
  of(scene: Scene): readonly (string | false | undefined)[] {
    const { basis, currencies, incomplete, omissions } = scene.budget;
    return (
      this.#say?.(scene, this.#host.locale) ?? [
        currencies[1] && currencies.join(', '),
        basis,
        incomplete && 'incomplete',
        ...omissions.map(({ reason, rows }) => `${reason}: ${rows}`),
      ]
    );
  }
}
