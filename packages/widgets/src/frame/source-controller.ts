import type { Reading } from '@ventana/model';
import { SourceError, guardAddress, nextTurn } from '@ventana/sources';
import type { FetchOptions, Loaded } from '@ventana/sources';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { VentanaErrorEvent, VentanaLoadEvent } from './frame-events.js';
import type { PageContext } from './page-context.js';
import { mirrorStatus } from './status.js';
import type { Status } from './status.js';
import { whenNear } from './when-near.js';

/** The attributes and properties that say where a widget's data come from, the same in every widget. */
export interface SourceHost extends ReactiveControllerHost, HTMLElement {
  src: string;
  snapshot: string;
  loading: 'lazy' | 'eager';
  refresh: number;
  maxBytes: number;
  data: unknown;
}

type OnPart<T> = (part: Reading<T>) => void;

/** How one kind of widget reads its source. */
export interface SourcePort<T> {
  /** What else, besides `src`, decides what is read (`dataset="…"`). A change reads anew. */
  args?(): readonly unknown[];
  /** The address where it is not the `src` attribute alone that names it. */
  src?(): string;
  /** @param onPart - may show the first part of a long answer while the rest is read */
  fetch(src: string, options: FetchOptions, onPart: OnPart<T>): Promise<Loaded<T>>;
  recall(src: string, options: FetchOptions): Promise<Loaded<T> | undefined>;
  /** A document given inline or as `.data`: raw, or already a model. */
  parse(raw: unknown, onPart: OnPart<T>): Reading<T> | Promise<Reading<T>>;
  /** Reads inline JSON another way than `JSON.parse`: where numbers are longer than a double holds. */
  readText?(text: string): unknown;
  /** Shortened by tests. */
  readonly patience?: Patience;
}

/** How long a reader waits, in ms. */
export interface Patience {
  /** An older copy is shown after this long without an answer. */
  readonly staleAfter: number;
  /** Without an answer or a copy by then, the widget says so. */
  readonly errorAfter: number;
}

const PATIENCE: Patience = { staleAfter: 4_000, errorAfter: 15_000 };
/** Coming back through the back button, data older than this is read again. */
const REVISIT_AFTER_MS = 300_000;
/** A shorter `refresh` would press on public servers more than it tells a reader. */
const MIN_REFRESH_S = 10;

/**
 * Reads a widget's data and keeps its status: lazily, once per change, the last change winning;
 * never blank and never for ever. What is already shown stays until something better arrives.
 *
 * Not a Task of @lit/task: see docs/decisions/013-reading.md.
 */
export class SourceController<T> implements ReactiveController {
  /** What is on screen, or undefined. */
  shown: Loaded<T> | undefined;
  /** Why the last read failed; cleared by the next success. */
  error: SourceError | undefined;
  /** A read is under way. */
  busy = false;
  /** `shown` is the first part of an answer of which the rest is being read. */
  isPart = false;

  readonly #host: SourceHost;
  readonly #port: SourcePort<T>;
  readonly #context: () => PageContext;
  readonly #internals: ElementInternals;
  readonly #catchUp: () => void;
  #status: Status = 'idle';
  #near = false;
  #round = 0;
  #args: readonly unknown[] = [];
  #ending = new AbortController();
  #settled: Promise<void> = Promise.resolve();
  #fresh = false;
  #shownFor = '';
  /** Ends what only an element on a page listens to. */
  #away = new AbortController();
  readonly #children = new MutationObserver(() => this.#host.requestUpdate());
  #timer: ReturnType<typeof setInterval> | undefined;
  #period = 0;
  #saidToConsole = '';

  constructor(
    host: SourceHost,
    internals: ElementInternals,
    context: () => PageContext,
    port: SourcePort<T>,
  ) {
    this.#host = host;
    this.#internals = internals;
    this.#context = context;
    this.#port = port;
    host.addController(this);
    mirrorStatus(internals, 'idle', 'idle');
    this.#catchUp = guardUpdates(host, (error) => this.#failRender(error));
  }

  get status(): Status {
    return this.#status;
  }

  /** Address that `src` stands for, or empty where it is none that can be read. */
  get address(): string {
    return this.resolve(this.#src);
  }

  /** Resolves an address of the embedder's against the provider's base or the page's; empty unless http or https. */
  resolve(address: string): string {
    const found = guardAddress(address, this.#base);
    return found?.startsWith('http') ? found : '';
  }

  /** With what the page wants its data fetched. */
  options(signal: AbortSignal): FetchOptions {
    const { fetch } = this.#context();
    const { maxBytes } = this.#host;
    return { signal, ...(fetch && { fetch }), ...(maxBytes > 0 && { maxBytes }) };
  }

  /** Reads again, past any shared answer. Settles when the widget has; never rejects. */
  async reload(): Promise<void> {
    this.#near = true;
    this.#readAfresh();
    await this.#host.updateComplete;
    await this.#settled;
    await this.#host.updateComplete;
  }

  hostConnected(): void {
    const host = this.#host;
    const online = (): void => {
      // Everybody comes back at once: spread the refetches over a second.
      if (this.error)
        setTimeout(
          () => host.isConnected && this.error && this.#readAfresh(),
          Math.random() * 1000,
        );
    };
    const revisit = (event: PageTransitionEvent): void => {
      const age = Date.now() - (this.shown?.retrievedAt ?? 0);
      if (event.persisted && age > REVISIT_AFTER_MS) this.#readAfresh();
    };
    const { signal } = (this.#away = new AbortController());
    addEventListener('online', online, { signal });
    addEventListener('pageshow', revisit, { signal });
    // A long document arrives in pieces, and a page may write another text.
    this.#children.observe(host, { childList: true, subtree: true, characterData: true });
    if (!this.#near) {
      const near = (): void => {
        this.#near = true;
        host.requestUpdate();
      };
      whenNear(host, () => host.loading === 'eager', near, signal);
    }
    this.#catchUp();
    this.#keepTime();
    // A read that a real removal ended starts again; one that a same-task move kept does not.
    if (this.#status === 'loading' && !this.busy) this.#readAgain();
  }

  hostUpdate(): void {
    const host = this.#host;
    if (host.loading === 'eager' && !document.hidden) this.#near = true;
    this.#keepTime();
    const inline = this.#inline();
    const args = [
      host.data,
      inline,
      this.#src,
      host.snapshot,
      this.#base,
      this.#context().fetch,
      // What the page gives is read at once, and not again when it comes near.
      this.#near || !!(host.data ?? inline),
      this.#round,
      ...(this.#port.args?.() ?? []),
    ];
    const before = this.#args;
    if (args.length === before.length && args.every((arg, i) => Object.is(arg, before[i]))) return;
    this.#args = args;
    // The last change wins: whoever still reads for the one before is told to stop.
    this.#ending.abort();
    this.#ending = new AbortController();
    this.#settled = this.#run(this.#ending.signal, inline);
  }

  hostDisconnected(): void {
    this.#away.abort();
    this.#children.disconnect();
    clearInterval(this.#timer);
    this.#period = 0;
    // Moved in the same task (sorted lists, moveBefore): the read goes on.
    queueMicrotask(() => {
      if (this.#host.isConnected || !this.busy) return;
      this.busy = false;
      this.#ending.abort();
    });
  }

  #keepTime(): void {
    const { refresh, isConnected } = this.#host;
    // A browser's timer that is set for longer than 2^31 ms fires at once.
    const seconds = Math.min(Math.max(refresh, MIN_REFRESH_S), 2e6);
    const period = isConnected && refresh > 0 ? seconds * 1000 : 0;
    if (period === this.#period) return;
    this.#period = period;
    clearInterval(this.#timer);
    if (period === 0) return;
    this.#timer = setInterval(() => {
      if (document.hidden || this.busy || !this.#near) return;
      this.#readAfresh();
    }, period);
  }

  #readAgain(): void {
    this.#round++;
    this.#host.requestUpdate();
  }

  /** Past any shared answer. */
  #readAfresh(): void {
    this.#fresh = true;
    this.#readAgain();
  }

  get #src(): string {
    return this.#port.src?.() ?? this.#host.src;
  }

  get #base(): string {
    return this.#context().base ?? document.baseURI;
  }

  #inline(): string {
    const script = this.#host.querySelector(':scope > script[type="application/json"]');
    // A byte order mark is a blank to `trim`, and none to JSON.
    return (script?.textContent ?? '').trim();
  }

  /** Reads what the arguments now say. Never rejects. */
  async #run(signal: AbortSignal, inline: string): Promise<void> {
    const host = this.#host;
    this.#dropRead();
    // What the page gave is not shown for an address, once it is taken back.
    const shownFor = JSON.stringify([
      !(host.data ?? inline) && this.address,
      ...(this.#port.args?.() ?? []).map(String),
    ]);
    if (shownFor !== this.#shownFor) {
      this.#shownFor = shownFor;
      this.shown = undefined;
      this.error = undefined;
    }
    if (host.data !== undefined && host.data !== null)
      return this.#readGiven(signal, () => host.data);
    if (inline) {
      const { readText = (text: string): unknown => JSON.parse(text) } = this.#port;
      return this.#readGiven(signal, () => readText(inline));
    }
    const src = this.#src;
    if (!src) return this.#waitForConfig(signal);
    if (!this.address) {
      return this.#fail(
        new SourceError('malformed', src, `src="${src}" is not an http or https address.`),
        true,
      );
    }
    if (!this.#near) {
      this.#become('idle');
      return;
    }
    const fresh = this.#fresh;
    this.#fresh = false;
    await this.#read(signal, fresh);
  }

  async #readGiven(signal: AbortSignal, raw: () => unknown): Promise<void> {
    try {
      const parsed = this.#port.parse(raw(), (part) => this.#showPart(part, signal));
      const isLong = parsed instanceof Promise;
      if (isLong && !this.shown) this.#become('loading');
      // Without a turn of waiting where none is needed: painted with the page.
      const reading = isLong ? await parsed : parsed;
      if (signal.aborted) return;
      this.#show({ reading, address: this.address, retrievedAt: 0 });
    } catch (error) {
      if (!signal.aborted) this.#fail(asSourceError(error, this.address), true);
    }
  }

  /** Frameworks set `.data` and children a moment after the element: only then is it a mistake. */
  async #waitForConfig(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
      } else setTimeout(resolve, 50);
    });
    if (signal.aborted) return;
    const message = 'it has no src, no inline JSON and no .data.';
    this.#fail(new SourceError('malformed', '', message), true);
  }

  async #read(signal: AbortSignal, fresh: boolean): Promise<void> {
    const started = Date.now();
    const { address } = this;
    const { staleAfter, errorAfter } = this.#port.patience ?? PATIENCE;
    const options = this.options(signal);
    this.busy = true;
    if (!this.shown) this.#become('loading');
    let older: Promise<Loaded<T> | undefined> | undefined;
    const findOlder = (): Promise<Loaded<T> | undefined> =>
      (older ??= this.#older(address, options, started));
    const slow = setTimeout(async () => {
      if (this.shown) return;
      const copy = await findOlder();
      if (copy && this.busy && !signal.aborted) this.#showOlder(copy);
    }, staleAfter);
    try {
      const loaded = await this.#port.fetch(
        address,
        { ...options, ...(fresh && { fresh }) },
        (part) => this.#showPart(part, signal),
      );
      if (signal.aborted) return;
      this.#show(loaded);
    } catch (error) {
      if (signal.aborted) return;
      const sourceError = asSourceError(error, address);
      if (!this.shown) {
        const left = Math.max(0, errorAfter - (Date.now() - started));
        const copy = findOlder().then((found) => {
          // It may come after the error was said: better late than never.
          if (found && !signal.aborted && !this.shown) this.#showOlder(found);
        });
        await Promise.race([copy, new Promise((resolve) => setTimeout(resolve, left))]);
        if (signal.aborted) return;
      }
      this.#fail(sourceError, /^(?:cors|not-chosen)$/.test(sourceError.reason));
    } finally {
      clearTimeout(slow);
    }
  }

  /** @param started - what was kept since then is part of this read, and no older copy */
  async #older(
    address: string,
    options: FetchOptions,
    started: number,
  ): Promise<Loaded<T> | undefined> {
    const kept = await this.#port.recall(address, options).catch(() => undefined);
    if (kept && kept.retrievedAt <= started) return kept;
    const snapshot = this.resolve(this.#host.snapshot);
    if (!snapshot) return undefined;
    // It is as old as its file or its data say, not as our reading it.
    return this.#port
      .fetch(snapshot, options, () => {})
      .then(
        (loaded) => ({ ...loaded, retrievedAt: 0 }),
        () => undefined,
      );
  }

  /** Nothing but content: the status is still `loading`, and what was shown before stays. */
  #showPart(reading: Reading<T>, signal: AbortSignal): void {
    if (signal.aborted || this.shown) return;
    this.isPart = true;
    this.shown = { reading, address: this.address, retrievedAt: 0 };
    if (this.#status !== 'loading') this.#become('loading');
    this.#host.requestUpdate();
  }

  /** What was being read is not waited for any more, and a part of it goes. */
  #dropRead(): void {
    if (this.isPart) this.shown = undefined;
    this.isPart = this.busy = false;
  }

  #showOlder(loaded: Loaded<T>): void {
    this.shown = loaded;
    this.#become('stale');
  }

  #show(loaded: Loaded<T>): void {
    const { reading } = loaded;
    this.#dropRead();
    this.shown = loaded;
    this.error = undefined;
    this.#tellProblems(reading);
    this.#become(
      reading.empty ? 'empty' : reading.omitted || reading.doubtful ? 'partial' : 'fresh',
    );
    void this.#host.updateComplete.then(() => this.#host.dispatchEvent(new VentanaLoadEvent()));
  }

  #fail(error: SourceError, isConfig = false): void {
    this.#dropRead();
    this.error = error;
    this.#become(this.shown ? 'stale' : isConfig ? 'config' : 'error');
    this.tell(error, isConfig);
  }

  /** Tells the embedder, in a line and an `error` event. What is shown stays as it is. */
  tell(error: unknown, isConfig = false): void {
    const { kind, reason, message } = asSourceError(error, this.address);
    this.#tellEmbedder(message, isConfig);
    const event = new VentanaErrorEvent(kind, reason);
    void this.#host.updateComplete.then(() => this.#host.dispatchEvent(event));
  }

  /** @returns whether there is now something else to draw: the error, unless that is what threw */
  #failRender(cause: unknown): boolean {
    if (this.#status === 'error') return false;
    this.shown = undefined;
    this.#fail(
      new SourceError('malformed', this.address, `it could not be drawn: ${String(cause)}`),
    );
    return true;
  }

  #tellProblems({ problems, omitted, received }: Reading<T>): void {
    const [first] = problems;
    if (!first) return;
    const found = first.found === undefined ? '' : ` (${first.found})`;
    this.#tellEmbedder(
      `${omitted} of ${received} records left out, ${problems.length} findings; the first: ${first.code} at ${first.where}${found}.`,
      false,
    );
  }

  /** One line per finding, however often the widget renders or refreshes. */
  #tellEmbedder(message: string, isMistake: boolean): void {
    const line = `<${this.#host.localName}> ${this.address || '(no src)'}: ${message}`;
    if (line === this.#saidToConsole) return;
    this.#saidToConsole = line;
    if (isMistake) console.error(line);
    else console.warn(line);
  }

  #become(status: Status): void {
    mirrorStatus(this.#internals, this.#status, status);
    this.#status = status;
    this.#host.requestUpdate();
  }
}

function asSourceError(error: unknown, address: string): SourceError {
  if (error instanceof SourceError) return error;
  const isJson = error instanceof SyntaxError;
  const message = isJson ? `the inline JSON cannot be read: ${error.message}` : String(error);
  return new SourceError('malformed', address, message, { cause: error });
}

/**
 * Stands between an element and its updates. An exception thrown while rendering becomes the
 * element's own trouble: siblings go on, the page's `onerror` is not called, and a second one leaves
 * the light-DOM fallback alone on screen. An element that was removed draws nothing until it is back.
 *
 * @returns draws what was put off while the element was away
 */
function guardUpdates(host: SourceHost, failed: (error: unknown) => boolean): () => void {
  const element = host as unknown as { performUpdate(): void; scheduleUpdate(): unknown };
  const showInstead = (...nodes: Node[]): void => host.shadowRoot?.replaceChildren(...nodes);
  // The first in a task of its own: what defines an element and puts it on the page is one already.
  element.scheduleUpdate = async () => {
    showInstead(document.createElement('slot'));
    await nextTurn();
    showInstead();
    Reflect.deleteProperty(element, 'scheduleUpdate');
    await element.scheduleUpdate();
  };
  const performUpdate = element.performUpdate.bind(host);
  let isPutOff = false;
  element.performUpdate = () => {
    isPutOff = !host.isConnected;
    if (isPutOff) return;
    try {
      performUpdate();
    } catch (error) {
      if (!failed(error)) showInstead(document.createElement('slot'));
    }
  };
  return () => {
    if (isPutOff) element.performUpdate();
  };
}
