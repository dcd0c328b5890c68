import { unsafeCSS } from 'lit';
import type { LitElement } from 'lit';
import { keepStyles } from '../frame/keep-styles.js';
import type { LocaleController } from '../frame/locale-controller.js';
import type * as TramitePlan from './tramite-plan.js';

export type PlanView = typeof TramitePlan;

/** One that has not come by then, in ms, is taken for one that does not come. */
const PATIENCE_MS = 8_000;

let view: PlanView | undefined;

/** What is loaded, or a rejection when it takes too long. */
export function inTime<T>(loading: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(reject, PATIENCE_MS, 'it did not come in time'),
  );
  return Promise.race([loading, late]);
}

/**
 * What draws a trámite and the plan. Many readers of a page never open one, so it is loaded apart:
 * when the reader reaches for the widget, so that it is there when one is opened, and else then.
 */
export class PlanPart {
  /** The last try to load it failed. */
  hasFailed = false;
  readonly #host: LitElement;
  readonly #locale: LocaleController;
  #loading: Promise<void> | undefined;

  constructor(host: LitElement, locale: LocaleController) {
    this.#host = host;
    this.#locale = locale;
  }

  /** `undefined` until it is loaded, for whichever widget of the page. */
  get view(): PlanView | undefined {
    if (view) {
      this.#locale.translator(view.tramitePlanMessages);
      keepStyles(this.#host);
    }
    return view;
  }

  /** Loads it ahead of being needed, once, unless the reader saves data. */
  hint(): void {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (!this.#loading && !this.hasFailed && !connection?.saveData) void this.load();
  }

  /** Settles when it is there or has failed; then another call tries again. */
  load(): Promise<void> {
    this.hasFailed = false;
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<void> {
    const coming = import('./tramite-plan.js').then((found) => {
      // Of a file loaded apart they may be only text. Ours: nothing of the page's is in them.
      const styles = unsafeCSS(found.tramitePlanStyles);
      if (!view) (this.#host.constructor as typeof LitElement).elementStyles.push(styles);
      view = found;
      this.#host.requestUpdate();
    });
    try {
      await inTime(coming);
    } catch {
      this.hasFailed = true;
      this.#loading = undefined;
      this.#host.requestUpdate();
    }
  }
}
