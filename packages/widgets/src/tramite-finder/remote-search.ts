import type { FinderCatalogue, FinderOptions } from '@ventana/sources';

/** A server is asked once the reader has stopped typing for this long, in ms. */
const DEBOUNCE_MS = 250;

/** Opens the answer at an address. */
type Open = (
  address: string,
  options: FinderOptions & { readonly signal: AbortSignal },
) => Promise<FinderCatalogue>;

/** Asks a server for what the reader types. A file of its own: few pages have such a server. */
export class RemoteSearch {
  readonly #open: Open;
  #asking: AbortController | undefined;
  #answer: { readonly address: string; readonly catalogue: FinderCatalogue } | undefined;

  constructor(open: Open) {
    this.#open = open;
  }

  /** The last answer. */
  get catalogue(): FinderCatalogue | undefined {
    return this.#answer?.catalogue;
  }

  /**
   * The answer at an address, once the reader has paused.
   *
   * @throws {DOMException} `AbortError` when another is asked for meanwhile: the last one wins
   */
  async ask(address: string): Promise<FinderCatalogue> {
    if (this.#answer?.address === address) return this.#answer.catalogue;
    this.stop();
    const { signal } = (this.#asking = new AbortController());
    await new Promise((resolve) => setTimeout(resolve, DEBOUNCE_MS));
    signal.throwIfAborted();
    // What people type is theirs: no answer to it is kept in a browser that others may use.
    const catalogue = await this.#open(address, { signal, mostKept: 0 });
    signal.throwIfAborted();
    this.release();
    this.#answer = { address, catalogue };
    return catalogue;
  }

  stop(): void {
    this.#asking?.abort();
  }

  /** Lets the last answer go. */
  release(): void {
    this.#answer?.catalogue.release();
    this.#answer = undefined;
  }
}
