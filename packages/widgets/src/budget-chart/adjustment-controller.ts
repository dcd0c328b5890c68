import type { ReactiveControllerHost } from 'lit';
import type { LocaleController } from '../frame/locale-controller.js';
import type { PageContext } from '../frame/page-context.js';
import type { AdjustedFigures, AdjustmentRequest } from './adjusted-figures.js';

/** What the controller asks of its element. */
export type AdjustmentHost = ReactiveControllerHost &
  HTMLElement &
  Omit<AdjustmentRequest, 'adjust'> & { readonly adjust: string };

/** The choices of a reader; the first adjusts nothing. */
export const ADJUSTMENTS = ['nominal', 'real', 'per-capita', 'gdp-share'] as const;

/** Holds what adjusts figures: it is loaded for the first that are to be adjusted so. */
export class AdjustmentController {
  readonly #host: AdjustmentHost;
  readonly #load: () => Promise<AdjustedFigures | undefined>;
  readonly #known = new Map<string, AdjustedFigures | 'failed' | Promise<void>>();

  constructor(
    host: AdjustmentHost,
    locale: LocaleController,
    resolve: (address: string) => string,
    context: () => PageContext,
  ) {
    this.#host = host;
    this.#load = async () => {
      const { adjustedFigures } = await import('./adjusted-figures.js');
      return adjustedFigures(host as AdjustmentRequest & AdjustmentHost, locale, resolve, context);
    };
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
    const host = this.#host;
    const key = this.#key;
    let found = this.#known.get(key);
    const isWanted = (ADJUSTMENTS as readonly string[]).indexOf(host.adjust) > 0;
    if (isWanted && (!found || (again && found === 'failed'))) {
      found = this.#load()
        .catch((error: unknown) => {
          console.warn(`<${host.localName}>: figures are shown unadjusted. ${String(error)}`);
        })
        .then((adjusted) => {
          this.#known.set(key, adjusted ?? 'failed');
          host.requestUpdate();
        });
      this.#known.set(key, found);
    }
    return found instanceof Promise ? found : undefined;
  }

  get #key(): string {
    const { adjust, deflator, population, gdp, baseYear } = this.#host;
    return [adjust, deflator, population, gdp, baseYear].join('\n');
  }
}
