import type { LinkState } from '@ventana/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the controller asks of its element. */
export interface LinkCheckHost extends ReactiveControllerHost, HTMLElement {
  checkLinks: boolean;
}

/** Asks the resources' links, when the embedder wants it, and keeps what each told. Few do: how to ask is loaded then. */
export class LinkCheckController implements ReactiveController {
  /** By address. */
  links: ReadonlyMap<string, LinkState> = new Map();
  /** Addresses still to answer. */
  pending = 0;
  readonly #host: LinkCheckHost;
  readonly #addresses: () => readonly string[];
  readonly #fetch: () => typeof fetch | undefined;
  #asked = new Set<string>();
  #ending = new AbortController();

  constructor(
    host: LinkCheckHost,
    addresses: () => readonly string[],
    fetchOption: () => typeof fetch | undefined,
  ) {
    this.#host = host;
    this.#addresses = addresses;
    this.#fetch = fetchOption;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#host.checkLinks || !this.#host.isConnected) return;
    for (const address of this.#addresses()) {
      if (!this.#asked.has(address)) void this.#ask(address);
    }
  }

  hostDisconnected(): void {
    this.#ending.abort();
    this.#ending = new AbortController();
    this.#asked = new Set(this.links.keys());
    this.pending = 0;
  }

  async #ask(address: string): Promise<void> {
    this.#asked.add(address);
    this.pending++;
    const { signal } = this.#ending;
    const fetchOption = this.#fetch();
    let state: LinkState = 'unreadable';
    try {
      const { probeLink } = await import('@ventana/sources/transport/probe-link.js');
      state = await probeLink(address, { signal, ...(fetchOption && { fetch: fetchOption }) });
    } catch {
      // Left, or the part did not arrive: nothing is known of the link.
    }
    if (signal.aborted) return;
    this.links = new Map(this.links).set(address, state);
    this.pending--;
    this.#host.requestUpdate();
  }
}
