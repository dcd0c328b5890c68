import { addLocale, createTranslator, onLocalesChanged, resolveLanguage } from '@ventana/l10n';
import type { Messages, Translator } from '@ventana/l10n';
import { pickText } from '@ventana/model';
import type { LocalizedText, PickedText } from '@ventana/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { inheritedLanguage, watchLanguage } from './language-watch.js';
import type { PageContext } from './page-context.js';

/** What the controller asks of its element. */
export interface LocaleHost extends ReactiveControllerHost, HTMLElement {
  /** Address of a community locale, empty for none. */
  messages: string;
}

/** After this long a community locale that did not come is asked for again, in ms. */
const RETRY_MS = 30_000;
/** Community locales asked for, by address and language, so that 300 widgets register one once. */
const communityLocales = new Set<string>();

/**
 * The element's language: its own `lang`, the nearest around it, the provider's, then `es-MX`.
 * A change anywhere above re-renders the element.
 */
export class LocaleController implements ReactiveController {
  /** BCP 47 tag in force. */
  lang = 'es-MX';
  readonly #host: LocaleHost;
  readonly #context: () => PageContext;
  #stop: (() => void)[] = [];

  constructor(host: LocaleHost, context: () => PageContext) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  translator<K extends string, P extends Record<K, string>>(
    messages: Messages<K, P>,
  ): Translator<K, P> {
    return createTranslator(messages, this.lang);
  }

  /** The source's text in the reader's language, or the nearest to it. */
  pick(text: LocalizedText | undefined): PickedText | undefined {
    return pickText(text, this.lang);
  }

  hostConnected(): void {
    this.#resolve();
    this.#stop = [
      watchLanguage(this.#host, () => this.#resolve()),
      onLocalesChanged(() => this.#host.requestUpdate()),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
  }

  hostUpdate(): void {
    this.#resolve();
    const address = this.#host.messages || this.#context().messages;
    if (address) void this.#addCommunity(address);
  }

  #resolve(): void {
    const lang = resolveLanguage(inheritedLanguage(this.#host), this.#context().lang);
    if (lang === this.lang) return;
    this.lang = lang;
    this.#host.requestUpdate();
  }

  async #addCommunity(address: string): Promise<void> {
    const { lang } = this;
    const { base = document.baseURI, fetch } = this.#context();
    const key = `${lang} ${base} ${address}`;
    if (communityLocales.has(key)) return;
    communityLocales.add(key);
    try {
      const { fetchCommunityLocale } = await import('./community-locale.js');
      addLocale(lang, await fetchCommunityLocale(address, base, fetch));
    } catch (error) {
      console.warn(`Ventana: no texts at ${address}.`, error);
      // Asked for again by an update after that, not by each.
      setTimeout(() => communityLocales.delete(key), RETRY_MS);
    }
  }
}
