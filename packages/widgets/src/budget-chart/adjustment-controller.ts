import type { FetchOptions } from '@ventana/sources';
import type { ReactiveControllerHost } from 'lit';
import type { LocaleController } from '../frame/locale-controller.js';
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
  readonly #known = new Map<string, AdjustedFigures | 'failed'>();
  readonly #loading = new Map<string, Promise<void>>();

  constructor(
    host: AdjustmentHost,
    locale: LocaleController,
    resolve: (address: string) => string,
    options: () => FetchOptions,
  ) {
    this.#host = host;
    this.#load = async () => {
      const { adjustedFigures } = await import('./adjusted-figures.js');
      return adjustedFigures(
        host as AdjustmentRequest & AdjustmentHost,
        locale,
        resolve,
        options(),
      );
    };
  }

  /** `undefined`: nominal, or not loaded yet. */
  get now(): AdjustedFigures | 'failed' | undefined {
    return this.#known.get(this.#key);
  }

  /**
   * Settles when `now` is known; the element is updated then.
   *
   * @param again - what failed before is asked for once more
   */
  load(again?: boolean): Promise<void> | undefined {
    const key = this.#key;
    if (again && this.now === 'failed') this.#known.delete(key);
    if (!ADJUSTMENTS.slice(1).some((kind) => kind === this.#host.adjust) || this.now) {
      return undefined;
    }
    let loading = this.#loading.get(key);
    if (!loading) {
      loading = this.#load()
        .catch((error: unknown) => {
          console.warn(`<${this.#host.localName}>: figures are shown unadjusted. ${String(error)}`);
        })
        .then((found) => {
          this.#known.set(key, found ?? 'failed');
          this.#loading.delete(key);
          this.#host.requestUpdate();
        });
      this.#loading.set(key, loading);
    }
    return loading;
  }

  get #key(): string {
    const { adjust, deflator, population, gdp, baseYear } = this.#host;
    return [adjust, deflator, population, gdp, baseYear].join('\n');
  }
}
