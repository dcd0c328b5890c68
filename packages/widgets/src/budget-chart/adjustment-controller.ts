import type { Adjustment, AdjustmentKind } from '@ventana/model';
import type { FetchOptions } from '@ventana/sources';
import type { ReactiveControllerHost } from 'lit';

/** What the controller asks of its element: addresses of series, empty for ours. */
export interface AdjustmentHost extends ReactiveControllerHost, HTMLElement {
  adjust: AdjustmentKind | 'nominal';
  deflator: string;
  population: string;
  gdp: string;
  baseYear: number;
}

const ATTRIBUTE = { real: 'deflator', 'per-capita': 'population', 'gdp-share': 'gdp' } as const;

/** Loads what adjusts amounts: the series of the address that the embedder names, else ours. */
export class AdjustmentController {
  readonly #host: AdjustmentHost;
  readonly #resolve: (address: string) => string;
  readonly #options: () => FetchOptions;
  readonly #loaded = new Map<string, Adjustment | 'failed'>();
  readonly #loading = new Map<string, Promise<void>>();

  constructor(
    host: AdjustmentHost,
    resolve: (address: string) => string,
    options: () => FetchOptions,
  ) {
    this.#host = host;
    this.#resolve = resolve;
    this.#options = options;
  }

  /** `undefined`: nominal, or not loaded yet. */
  get now(): Adjustment | 'failed' | undefined {
    return this.#loaded.get(this.#key);
  }

  /** Settles when `now` is known; the element is updated then. */
  load(): Promise<void> | undefined {
    const { adjust: kind, baseYear } = this.#host;
    const key = this.#key;
    if (!Object.hasOwn(ATTRIBUTE, kind) || kind === 'nominal' || this.#loaded.has(key)) {
      return undefined;
    }
    let loading = this.#loading.get(key);
    if (!loading) {
      const address = this.#resolve(this.#host[ATTRIBUTE[kind]]);
      const request = { kind, address, baseYear: baseYear || undefined, ...this.#options() };
      loading = import('@ventana/sources/budget/load-adjustment.js')
        .then(({ loadAdjustment }) => loadAdjustment(request))
        .catch((error: unknown) => {
          console.warn(`<${this.#host.localName}>: figures are shown unadjusted. ${String(error)}`);
        })
        .then((found) => {
          this.#loaded.set(key, found ?? 'failed');
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
