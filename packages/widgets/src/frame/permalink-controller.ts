import { encodePart } from '@ventana/sources';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the controller asks of its element. */
export interface PermalinkHost extends ReactiveControllerHost, HTMLElement {
  /** The attribute: absent (`null`) keeps nothing in the address; its text names this widget there. */
  permalink: string | null;
}

/** A widget's state that a link can carry, as names and texts. */
export type LinkState = Readonly<Record<string, string>>;

/** Changes closer together than this, in ms, are one step of the back button: typing is one. */
const ONE_STEP_MS = 1000;

/**
 * Keeps what the reader chose in the hash of the page's address, while the `permalink` attribute is
 * there: `#plan=view:board;status:delayed`. The part of each widget is named by the attribute's text,
 * else by the element's `id`, else by its tag; the rest of the hash stays as it is. What is as the
 * author set it is left out. The back button, a link and a typed hash are followed; a link to a
 * place of the page (`#pie`) changes nothing.
 */
export class PermalinkController implements ReactiveController {
  readonly #host: PermalinkHost;
  readonly #get: () => LinkState;
  readonly #set: (state: LinkState) => void;
  #authored: LinkState | undefined;
  #written: string | undefined;
  #last = 0;

  /**
   * @param get - the state now
   * @param set - takes a state of which `get` gave the names
   */
  constructor(host: PermalinkHost, get: () => LinkState, set: (state: LinkState) => void) {
    this.#host = host;
    this.#get = get;
    this.#set = set;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#follow);
    addEventListener('popstate', this.#follow);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#follow);
    removeEventListener('popstate', this.#follow);
  }

  hostUpdate(): void {
    if (this.#host.permalink === null) this.#written = undefined;
    else if (this.#written === undefined) this.#follow();
  }

  hostUpdated(): void {
    const authored = this.#authored;
    if (this.#host.permalink === null || !authored) return;
    const now = Object.entries(this.#get())
      .filter(([name, text]) => text !== authored[name])
      .map(([name, text]) => `${name}:${encodePart(text)}`)
      .join(';');
    if (now === this.#written) return;
    this.#written = now;
    const parts = this.#parts.filter((part) => part && !part.startsWith(this.#prefix));
    if (now) parts.push(this.#prefix + now);
    const hash = parts.length > 0 ? `#${parts.join('&')}` : '';
    const isSameStep = Date.now() - this.#last < ONE_STEP_MS;
    this.#last = Date.now();
    try {
      const { pathname, search } = location;
      const address = hash || pathname + search;
      if (isSameStep) history.replaceState(history.state, '', address);
      else history.pushState(history.state, '', address);
    } catch {
      // A sandboxed frame, or more steps than the browser takes: the widget works without.
    }
  }

  get #prefix(): string {
    const { permalink, id, localName } = this.#host;
    return `${encodePart(permalink || id || localName.replace('ventana-', ''))}=`;
  }

  get #parts(): string[] {
    return location.hash.slice(1).split('&');
  }

  readonly #follow = (): void => {
    if (this.#host.permalink === null) return;
    this.#authored ??= this.#get();
    const prefix = this.#prefix;
    const text =
      this.#parts.find((part) => part.startsWith(prefix))?.slice(prefix.length) ??
      ((/^#[^=]+$/.test(location.hash) && this.#written) || '');
    if (text === this.#written) return;
    this.#written = text;
    // A hash typed in other words is put in ours without a step of its own.
    this.#last = Date.now();
    const chosen = text.split(';').map((pair): [string, string] => {
      const [name = '', value = ''] = pair.split(':');
      try {
        return [name, decodeURIComponent(value)];
      } catch {
        return ['', ''];
      }
    });
    const names = Object.keys(this.#authored);
    this.#set({
      ...this.#authored,
      ...Object.fromEntries(chosen.filter(([name]) => names.includes(name))),
    });
  };
}
