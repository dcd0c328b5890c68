import { ContextProvider } from '@lit/context';
import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { pageContext } from '../frame/page-context.js';
import type { PageContext } from '../frame/page-context.js';

/**
 * Gives every Ventana widget inside it a `fetch`, a language, a theme and a base address. Optional:
 * a widget works without one, and its own attributes win over the provider's.
 *
 * @summary Shared settings for the widgets inside it.
 * @tag ventana-provider
 * @slot - Any content; widgets anywhere inside find the provider, shadow roots included.
 *
 * @example
 * ```html
 * <ventana-provider base="https://datos.example.org/" theme="gobmx" locale="es-MX">
 *   <ventana-dataset-badge src="data.json" dataset="presupuesto"></ventana-dataset-badge>
 * </ventana-provider>
 * ```
 */
export class VentanaProvider extends LitElement {
  static override readonly styles = css`
    :host {
      display: contents;
    }
  `;

  /** Replaces `globalThis.fetch` for every read of the widgets inside (a proxy, a test, a cache). */
  @property({ attribute: false }) fetch: typeof fetch | undefined;

  /** BCP 47 language where no `lang` attribute on or around a widget says otherwise. */
  @property() locale = '';

  /** Theme of widgets without their own: `neutral` or `gobmx`. */
  @property() theme = '';

  /** Base address for `src` and `snapshot`; itself resolved against the page's. Default the page's. */
  @property() base = '';

  /** Address of a JSON with a community's texts in the widgets' language. Default none. */
  @property() messages = '';

  readonly #provider = new ContextProvider(this, { context: pageContext, initialValue: {} });

  override willUpdate(): void {
    this.#provider.setValue(this.#value());
  }

  override render(): unknown {
    return html`<slot></slot>`;
  }

  #value(): PageContext {
    const { fetch, locale, theme, base, messages } = this;
    return {
      ...(fetch && { fetch }),
      ...(locale && { lang: locale }),
      ...(theme && { theme }),
      ...(base &&
        URL.canParse(base, document.baseURI) && { base: new URL(base, document.baseURI).href }),
      ...(messages && { messages }),
    };
  }
}
