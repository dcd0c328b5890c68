import { createContext } from '@lit/context';

/**
 * What `<ventana-provider>` gives the widgets inside it. Every widget works without one.
 */
export interface PageContext {
  /** Replaces `globalThis.fetch` for every read. */
  readonly fetch?: typeof fetch;
  /** Language where no `lang` attribute says otherwise. */
  readonly lang?: string;
  /** Theme of widgets that have no `theme` of their own. */
  readonly theme?: string;
  /** Base that `src` and `snapshot` resolve against, instead of `document.baseURI`. */
  readonly base?: string;
  /** Address of a community's texts in the widgets' language. */
  readonly messages?: string;
}

/** Keyed by a registered symbol, so that a provider and a widget from two bundles find each other. */
export const pageContext = createContext<PageContext>(Symbol.for('ventana-page-context'));
