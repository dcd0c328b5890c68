import { formatCivilDate, formatInstant } from '@ventana/l10n';
import type { Translated } from '@ventana/l10n';
import { cutText } from '@ventana/model';
import type { PickedText, Problem, Reading } from '@ventana/model';
import { guardAddress } from '@ventana/sources';
import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import { copyText } from './copy-text.js';
import { saveFile } from './save-file.js';
import { frameMessages } from './frame.messages.js';
import type { LocaleController } from './locale-controller.js';
import type { PageContext } from './page-context.js';
import type { renderProblem } from './problem-words.js';
import type { renderSnippet } from './snippet.js';
import type { SourceController, SourceHost } from './source-controller.js';
import type { Status } from './status.js';
import { keepStyles } from './keep-styles.js';

/** The attributes that every widget's frame reads. */
export interface FrameHost extends SourceHost {
  heading: string;
  headingLevel: number;
  description: string;
  theme: string;
  toCSV(): string;
}

/** One button among a widget's actions. */
export interface FrameAction {
  /** A text, or what `say` makes of one. */
  readonly label: unknown;
  /** Names the `::part()` (`action-<name>`) and keys the button. */
  readonly name: string;
  readonly pressed?: boolean;
  /** The reader is told when what it asks for does not arrive. */
  run(): void | Promise<void>;
}

/** What a widget hands its frame, beside the status that the source controller knows. */
export interface FrameView {
  /** Title from the data; the `heading` attribute wins over it. */
  readonly title?: PickedText | undefined;
  /** The widget's noun, first letter a capital, for sentences ("El conjunto de datos"). */
  readonly what: string;
  /** What the reader asked, echoed when there is nothing to show. */
  readonly query?: string;
  /** A sentence that counts what is doubtful in the records shown, where anything is. */
  readonly doubts?: unknown;
  /** Says `omitted` in the widget's own words, where it is not only what could not be read. */
  say?(key: 'omitted', counts: { omitted: number; total: number }): unknown;
  /** Called only with data on screen. */
  content(): unknown;
  /** Draws one line instead of head, actions and foot: `renderPill`, for the widget that has one. */
  readonly pill?: ((view: FrameView, parts: FrameParts) => unknown) | undefined;
  readonly actions?: readonly FrameAction[];
  /** What "Descargar CSV" saves, where it has to be fetched first; default `toCSV()` of the host. */
  csv?(): Promise<string>;
  /** Base name of downloaded files. */
  readonly fileName: string;
  readonly foot?: FrameFoot;
}

/** What a pill takes of the frame that it stands in for. */
export interface FrameParts {
  readonly status: Status;
  readonly frame: Pick<FrameController, 'say'>;
  readonly locale: LocaleController;
  /** What is on screen, where there is content. */
  readonly reading: Reading<unknown> | undefined;
  /** When it was retrieved. */
  date(): string;
  /** Why there is nothing, in a sentence. */
  sentence(): unknown;
  /** What the reader can do about it. */
  ways(): unknown;
  /** That the content is not all of it. */
  omitted(): unknown;
}

export interface FrameFoot {
  /** Page where a reader finds the source; default the data's own address. */
  readonly sourceUrl?: string | undefined;
  readonly license?: { readonly text: string; readonly url?: string | undefined } | undefined;
  /** Day of the data by its own field. */
  readonly dated?: string | undefined;
  /** The data are made up, for demonstration. */
  readonly isExample?: boolean;
}

/** The room that every widget lives in: heading, notices, content, actions, foot. */
export class FrameController implements ReactiveController {
  readonly #host: FrameHost;
  readonly #source: SourceController<unknown>;
  readonly #locale: LocaleController;
  readonly #context: () => PageContext;
  /** On paper nothing can be opened: widgets draw everything. */
  isPrinting = false;
  /** Draws what "Insertar" shows, while that is open. */
  #renderSnippet: typeof renderSnippet | undefined;
  /** Puts in words what was wrong in the data, once a reader has asked. */
  #renderProblem: typeof renderProblem | undefined;
  #said = '';
  #saying: ReturnType<typeof setTimeout> | undefined;
  readonly #print = ({ type }: Event): void => {
    this.isPrinting = type === 'beforeprint';
    this.#host.requestUpdate();
  };

  constructor(
    host: FrameHost,
    source: SourceController<unknown>,
    locale: LocaleController,
    context: () => PageContext,
  ) {
    this.#host = host;
    this.#source = source;
    this.#locale = locale;
    this.#context = context;
    host.addController(this);
  }

  hostConnected(): void {
    keepStyles(this.#host);
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
  }

  /** The whole widget, for the state it is in. */
  render(view: FrameView): TemplateResult {
    const { status, busy } = this.#source;
    const theme = this.#host.theme || this.#context().theme || 'neutral';
    const { description, heading } = this.#host;
    const title = view.pill ? undefined : heading ? { text: heading } : view.title;
    return html`<article
      class=${view.pill ? 'frame pill' : 'frame'}
      part="frame"
      data-theme=${theme}
      data-status=${status}
      lang=${this.#locale.lang}
      aria-busy=${busy}
      aria-labelledby=${title ? 'heading' : nothing}
      aria-describedby=${description ? 'description' : nothing}
      @input=${keepInside}
    >
      ${title && this.#renderHead(title, view)}
      ${description ? html`<p id="description" class="visually-hidden">${description}</p>` : nothing}
      ${view.pill ? view.pill(view, this.#parts(view)) : this.#renderRoom(view)}
    </article>`;
  }

  #renderRoom(view: FrameView): unknown {
    const { shown } = this.#source;
    if (!this.#hasContent) {
      return html`<div class="body" part="body">${this.#renderNothing(view)}</div>
        ${shown ? this.#renderFoot(view) : nothing}`;
    }
    return html`${this.#renderNotice(view)}
      <div class="body" part="body">${view.content()}</div>
      ${this.#renderActions(view)} ${this.#renderFoot(view)}`;
  }

  get #hasContent(): boolean {
    const { shown } = this.#source;
    return !!shown && !shown.reading.empty;
  }

  /** A text of the library's own, marked where it fell back to Spanish. */
  say(text: Translated): unknown {
    return text.lang ? html`<span lang=${text.lang}>${text.text}</span>` : text.text;
  }

  /** The same straight from a translator's `of`: `const say = frame.saying(t.of); say('noData')`. */
  saying<Said extends unknown[]>(of: (...said: Said) => Translated): (...said: Said) => unknown {
    return (...said) => this.say(of(...said));
  }

  /** A text from the data, isolated from the line around it and marked with its language. */
  quote(picked: PickedText | undefined, missing?: Translated): unknown {
    if (!picked)
      return html`<span class="missing">${this.say(missing ?? this.#t.of('noData'))}</span>`;
    const { text, lang = nothing } = picked;
    if (text.length <= LONG) return html`<bdi lang=${lang}>${text}</bdi>`;
    return html`<details class="long" lang=${lang}>
      <summary><bdi>${cutText(text, LONG * 0.7)}…</bdi></summary>
      <bdi>${text}</bdi>
    </details>`;
  }

  /** A link to an address from the data: opens apart and tells nothing of this page. */
  link(address: string | undefined, text: unknown): unknown {
    const href = guardAddress(address);
    if (!href) return text;
    return html`<a href=${href} rel="noopener noreferrer" target="_blank" part="link"
      >${text}<span class="visually-hidden"> ${this.#say('newWindow')}</span></a
    >`;
  }

  /** A text from the data that links somewhere; one so long that it folds up stays beside no link. */
  linkTo(address: string | undefined, picked: PickedText | undefined): unknown {
    const quoted = this.quote(picked);
    return picked && picked.text.length <= LONG ? this.link(address, quoted) : quoted;
  }

  get #t() {
    return this.#locale.translator(frameMessages);
  }

  get #say() {
    return this.saying(this.#t.of);
  }

  #renderHead(title: PickedText, view: FrameView): TemplateResult {
    const level = Math.min(6, Math.max(1, Math.round(this.#host.headingLevel) || 2));
    return html`<header part="head">
      <div id="heading" class="heading" part="heading" role="heading" aria-level=${level}>
        ${this.quote(title)}
      </div>
      ${view.foot?.isExample ? html`<p class="example">${this.#say('example')}</p>` : nothing}
    </header>`;
  }

  /** What stands where content would be; never blank. */
  #renderNothing(view: FrameView): TemplateResult {
    const { status } = this.#source;
    if (status === 'idle') return html`<slot></slot>`;
    if (status === 'loading') {
      return html`<p class="wait" role="status">${this.#say('loading')}</p>
        <slot></slot>`;
    }
    if (/^(?:empty|stale)$/.test(status)) {
      const sentence =
        status === 'stale'
          ? this.#say('noData')
          : view.query
            ? this.#say('emptyFor', { query: view.query })
            : this.#say('empty');
      return html`${this.#renderNotice(view)}
        <p class="notice" part="notice" role="status">${sentence}</p>
        ${this.#sourceLink(view)}`;
    }
    return html`<div class="notice" part="notice" role="status">
        <p>${this.#sentence(view)}</p>
        <p class="ways">${this.#renderWays(view)}</p>
      </div>
      <slot></slot>`;
  }

  #parts(view: FrameView): FrameParts {
    const { status, shown, error } = this.#source;
    const reading = this.#hasContent ? shown?.reading : undefined;
    return {
      // A copy without anything, while what it is a copy of is being asked for.
      status: status === 'stale' && !reading && !error ? 'loading' : status,
      frame: this,
      locale: this.#locale,
      reading,
      date: () => this.#dateOf(view),
      sentence: () => this.#sentence(view),
      ways: () => this.#renderWays(view),
      omitted: () => reading && this.#omitted(reading, view),
    };
  }

  #omitted({ omitted, received }: Reading<unknown>, view: FrameView): unknown {
    return (
      omitted &&
      (view.say ?? (this.#say as NonNullable<FrameView['say']>))('omitted', {
        omitted,
        total: received,
      })
    );
  }

  #sentence(view: FrameView): unknown {
    const { status, error } = this.#source;
    const reason = error?.reason ?? 'not-chosen';
    if (reason === 'not-chosen' || (status === 'config' && reason !== 'cors')) {
      return this.#say('config');
    }
    // To a reader these are the same.
    const cause =
      reason === 'too-deep' ? 'malformed' : reason === 'redirect' ? 'unreachable' : reason;
    return this.#say(`error-${cause}`, { what: view.what });
  }

  /** The button that tries again: `run` what failed, without it the source. */
  retry(run?: () => void): TemplateResult {
    return html`<button
      type="button"
      class="action"
      part="action action-retry"
      ?disabled=${!run && this.#source.busy}
      @click=${run ?? (() => void this.#source.reload())}
    >
      ${this.#say('retry')}
    </button>`;
  }

  #renderWays(view: FrameView): TemplateResult {
    const mayRetry = /^(?:error|stale)$/.test(this.#source.status);
    return html`${mayRetry ? this.retry() : nothing} ${this.#sourceLink(view)}`;
  }

  #sourceLink(view: FrameView): unknown {
    const address = view.foot?.sourceUrl ?? this.#source.address;
    return address ? this.link(address, this.#say('seeSource')) : nothing;
  }

  /** Above what is older or incomplete, be it nothing. */
  #renderNotice(view: FrameView): unknown {
    const { status, shown, error } = this.#source;
    if (status === 'stale' && shown) {
      const date = this.#dateOf(view);
      return html`<div class="notice" part="notice" role="status">
        <p>${this.#say('stale', { date })} ${error ? this.#sentence(view) : nothing}</p>
        <p class="ways">${error ? this.retry() : this.#say('loading')}</p>
      </div>`;
    }
    const { reading } = shown ?? {};
    if (!reading || !(reading.omitted || view.doubts)) return nothing;
    return html`<div class="notice" part="notice">
      <p>${this.#omitted(reading, view) || nothing} ${view.doubts}</p>
      ${reading.problems.length > 0 ? this.#renderProblems(reading.problems) : nothing}
    </div>`;
  }

  #renderProblems(problems: readonly Problem[]): TemplateResult {
    const { lang } = this.#locale;
    const findWords = async (): Promise<void> => {
      // Without them the codes stay.
      this.#renderProblem ??= (await import('./problem-words.js')).renderProblem;
    };
    return html`<details @toggle=${() => this.#run(findWords)}>
      <summary>${this.#say('problemsSeen')}</summary>
      <ul class="problems">
        ${problems.map(
          (problem) =>
            html`<li>
              ${this.#renderProblem?.(problem, lang) ?? Object.values(problem).join(' ')}
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #dateOf(view: FrameView): string {
    const { lang } = this.#locale;
    const { retrievedAt, lastModified } = this.#source.shown ?? {};
    const instant = retrievedAt || Date.parse(lastModified ?? '');
    return (
      formatInstant(instant, lang) ?? formatCivilDate(view.foot?.dated, lang) ?? this.#t('noDay')
    );
  }

  #renderActions(view: FrameView): TemplateResult {
    const host = this.#host;
    const own = view.actions ?? [];
    const actions: readonly FrameAction[] = [
      ...own,
      {
        name: 'csv',
        label: this.#say('csv'),
        run: async () => {
          const text = view.csv ? await view.csv() : host.toCSV();
          saveFile(`${view.fileName}.csv`, 'text/csv', text);
        },
      },
      {
        name: 'copy-link',
        label: this.#say('copyLink'),
        run: () => this.#copy(this.#pageLink()),
      },
      {
        name: 'embed',
        label: this.#say('embed'),
        pressed: !!this.#renderSnippet,
        run: async () => {
          const isOpen = !!this.#renderSnippet;
          this.#renderSnippet = isOpen ? undefined : (await import('./snippet.js')).renderSnippet;
        },
      },
    ];
    return html`<div class="actions" part="actions">
        ${actions.map(
          ({ name, label, pressed, run }) =>
            html`<button
              type="button"
              class="action"
              part="action action-${name}"
              aria-expanded=${name === 'embed' ? pressed : nothing}
              aria-pressed=${name !== 'embed' && pressed !== undefined ? pressed : nothing}
              @click=${() => this.#run(run)}
            >
              ${label}
            </button>`,
        )}
        <span class="said" role="status">${this.#said}</span>
      </div>
      ${this.#renderSnippet?.({
        host,
        source: this.#source,
        locale: this.#locale,
        context: this.#context(),
        view,
        frame: this,
        copy: (text) => void this.#copy(text),
      })}`;
  }

  /** `updateComplete` waits for what a button asked for; then all is drawn anew. */
  #run(run: FrameAction['run']): void {
    const host = this.#host;
    const done = (async () => {
      try {
        await run();
      } catch {
        this.tell(this.#t('notDone'));
      }
      Reflect.deleteProperty(host, 'getUpdateComplete');
      host.requestUpdate();
    })();
    Object.assign(host, { getUpdateComplete: () => done.then(() => host.updateComplete) });
  }

  #pageLink(): string {
    const { id } = this.#host;
    const { href, hash } = location;
    return hash || !id ? href : `${href.split('#')[0]}#${encodeURIComponent(id)}`;
  }

  async #copy(text: string): Promise<void> {
    this.tell(this.#t((await copyText(text)) ? 'copied' : 'copyFailed'));
  }

  /** Says for some seconds, beside the actions, what came of one. */
  tell(text: string): void {
    this.#said = text;
    this.#host.requestUpdate();
    clearTimeout(this.#saying);
    if (text) this.#saying = setTimeout(() => this.tell(''), 5000);
  }

  #renderFoot(view: FrameView): TemplateResult {
    const { lang } = this.#locale;
    const { shown } = this.#source;
    const { sourceUrl, license, dated } = view.foot ?? {};
    const address = sourceUrl ?? shown?.address;
    const day = dated && formatCivilDate(dated, lang);
    return html`<footer part="foot">
      ${
        address
          ? html`<p>
              ${this.#say('source')}: ${this.link(address, html`<bdi>${hostOf(address)}</bdi>`)}
              <span class="print-only"><bdi>${address}</bdi></span>
            </p>`
          : nothing
      }
      ${
        license
          ? html`<p>
              ${this.#say('license')}: ${this.link(license.url, html`<bdi>${license.text}</bdi>`)}
            </p>`
          : nothing
      }
      ${day ? html`<p>${this.#say('dataDate', { date: day })}</p>` : nothing}
      ${
        shown?.retrievedAt
          ? html`<p>
              ${this.#say('consulted', { date: formatInstant(shown.retrievedAt, lang) ?? '' })}
            </p>`
          : nothing
      }
    </footer>`;
  }
}

/**
 * The `input` of a control in here would pass for the widget's own; a `change` does not leave by
 * itself. What the page put in the slot is the page's.
 */
function keepInside(event: Event): void {
  const { currentTarget, target } = event;
  if ((currentTarget as Node).contains(target as Node)) event.stopPropagation();
}

/** Beyond this many UTF-16 units a text from the data is cut, with the whole one tap away. */
const LONG = 400;

/** `datos.gob.mx` of an address; the address itself where it has no host. */
function hostOf(address: string): string {
  try {
    return new URL(address).host || address;
  } catch {
    return address;
  }
}
