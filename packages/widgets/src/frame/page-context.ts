import { ContextEvent, createContext } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';

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

const PROVIDER = 'ventana-provider';

/** Widgets on the page before any provider is defined. */
const early = new Set<() => void>();
let isWaiting = false;

/**
 * One wait for all, out of sight of any widget: a promise that may never come holds what its
 * callback was made among.
 */
function waitForProvider(): void {
  if (isWaiting) return;
  isWaiting = true;
  void customElements.whenDefined(PROVIDER).then(() => {
    for (const ask of early) ask();
    early.clear();
  });
}

/**
 * What the nearest provider gives `host`, kept up to date; nothing without one. A provider whose
 * script arrives after the widget's is asked again when it is there.
 */
export function pageContextOf(host: ReactiveControllerHost & HTMLElement): () => PageContext {
  let given: PageContext = {};
  let leave: (() => void) | undefined;
  const take = (context: PageContext, unsubscribe?: () => void): void => {
    // A nearer provider took over from the one before.
    if (leave !== unsubscribe) leave?.();
    leave = unsubscribe;
    given = context;
    host.requestUpdate();
  };
  const ask = (): void => {
    host.dispatchEvent(new ContextEvent(pageContext, host, take, true));
  };
  host.addController({
    hostConnected() {
      ask();
      if (customElements.get(PROVIDER)) return;
      waitForProvider();
      early.add(ask);
    },
    hostDisconnected() {
      early.delete(ask);
      leave?.();
      leave = undefined;
      given = {};
    },
  });
  return () => given;
}
