import type { Budget, Reading } from '@ventana/model';
import type { FrameView } from '../frame/frame-controller.js';
import type { BudgetHost } from './budget-host.js';
import type * as dataRemarks from './data-remarks.js';
import type { Scene } from './budget-scene.js';

/** Holds what says remarks on data: it comes with the first data that have some, before they are shown. */
export class RemarksController {
  readonly #host: BudgetHost;
  #words: typeof dataRemarks | undefined;

  constructor(host: BudgetHost) {
    this.#host = host;
  }

  /** The reading, once what its remarks need is there or can't be had. */
  readonly with = (reading: Reading<Budget>): Reading<Budget> | Promise<Reading<Budget>> => {
    const { problems, model } = reading;
    const { basis, incomplete, omissions, currencies } = model;
    const some = basis || incomplete || omissions[0] || currencies[1] || problems[0];
    if (this.#words || !some) return reading;
    return import('./data-remarks.js')
      .then((words) => {
        this.#words = words;
      })
      .catch(this.#host.warn)
      .then(() => reading);
  };

  /** What the frame's notice says; its own words where these could not be loaded. */
  get notice(): Pick<FrameView, 'say' | 'doubts'> | undefined {
    const { shown } = this.#host.source;
    return shown && this.#words?.noticeOf(shown.reading, this.#host);
  }

  /** In words; in the model's own where those could not be loaded. */
  of(scene: Scene): readonly (string | false | undefined)[] {
    const { basis, currencies, incomplete, omissions } = scene.budget;
    return (
      this.#words?.dataRemarks(scene, this.#host.locale) ?? [
        currencies[1] && currencies.join(', '),
        basis,
        incomplete && 'incomplete',
        ...omissions.map(({ reason, rows }) => `${reason}: ${rows}`),
      ]
    );
  }
}
