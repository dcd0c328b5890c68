/** What the autoloader needs from its surroundings. */
export interface AutoloaderOptions {
  /** Names of the widgets in this build, without `ventana-`. */
  readonly widgets: readonly string[];
  /** Brings and registers one widget: rejects when its file cannot be had. */
  readonly load: (name: string) => Promise<unknown>;
  readonly console?: Pick<Console, 'error' | 'warn'>;
}

const TAG = /^ventana-([a-z0-9-]+)$/;

/**
 * Watches a page for `ventana-*` tags that nobody has defined and loads each widget once, when
 * its first tag is seen: those there now, those added later, and those inside open shadow roots.
 *
 * A shadow root shows no mutation when it is attached. It is found when the element that holds it
 * is added, when that element's own definition arrives, or when {@link Autoloader.discover} is
 * called with it.
 */
export class Autoloader {
  readonly #widgets: ReadonlySet<string>;
  readonly #load: AutoloaderOptions['load'];
  readonly #console: Pick<Console, 'error' | 'warn'>;
  readonly #met = new Set<string>();
  readonly #roots = new WeakSet<Node>();
  readonly #observer = new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (node instanceof Element) this.#visitTree(node);
      }
    }
  });

  constructor(options: AutoloaderOptions) {
    this.#widgets = new Set(options.widgets);
    this.#load = options.load;
    this.#console = options.console ?? console;
  }

  /** Loads what `root` holds now and will hold later. Asking twice for the same root is free. */
  discover(root: Document | ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, { childList: true, subtree: true });
    for (const element of root.querySelectorAll('*')) this.#visit(element);
  }

  #visitTree(top: Element): void {
    this.#visit(top);
    for (const element of top.querySelectorAll('*')) this.#visit(element);
  }

  #visit(element: Element): void {
    const { localName, shadowRoot } = element;
    if (shadowRoot) this.discover(shadowRoot);
    if (!localName.includes('-') || customElements.get(localName)) return;
    const name = TAG.exec(localName)?.[1];
    if (name !== undefined) this.#bring(name);
    else void this.#awaitStranger(element);
  }

  /** Another library's element may hold our tags in the shadow root it gets on its definition. */
  async #awaitStranger(element: Element): Promise<void> {
    try {
      await customElements.whenDefined(element.localName);
    } catch {
      return; // Not a valid name (`font-face`): it will never be defined.
    }
    if (element.isConnected && element.shadowRoot) this.discover(element.shadowRoot);
  }

  #bring(name: string): void {
    if (this.#met.has(name)) return;
    this.#met.add(name);
    if (!this.#widgets.has(name)) {
      this.#console.warn(
        `Ventana has no <ventana-${name}>, only: ${[...this.#widgets].join(', ')}.`,
      );
      return;
    }
    this.#load(name).catch((error: unknown) => {
      this.#console.error(
        `Ventana: ${name}.js did not load; <ventana-${name}> keeps its fallback.`,
        error,
      );
    });
  }
}
