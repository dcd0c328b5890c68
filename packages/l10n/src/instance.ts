import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { baseLanguage } from './language.js';
import type { Messages, Texts } from './messages.js';

/**
 * The library's own i18next: the page's (`i18next` itself) is never touched. No backend and no
 * detection, so it is ready synchronously. Values are not escaped here because Lit escapes them.
 */
let instance: i18n | undefined;

const languages = new Set<string>();
let edition = 0;
const registered = new Set<Messages>();
const additions = new Set<(messages: Messages) => void>();
const listeners = new Set<() => void>();

/** The instance, made on first use so that a bundle without a widget on screen pays nothing. */
export function i18nextInstance(): i18n {
  if (!instance) {
    instance = createInstance();
    void instance.init({
      lng: 'es',
      fallbackLng: false,
      resources: {},
      initAsync: false,
      keySeparator: false,
      nsSeparator: false,
      ignoreJSONStructure: false,
      returnEmptyString: false,
      interpolation: { escapeValue: false },
      // A reader never sees a key or a placeholder, even where the types were got round.
      parseMissingKeyHandler: () => '',
      missingInterpolationHandler: () => '',
    });
  }
  return instance;
}

/**
 * Adds a widget's texts on their first use, and what others have for it (community, pseudo). A part
 * of a widget that is loaded apart brings texts of its own under the widget's name.
 */
export function register(messages: Messages): void {
  const { namespace } = messages;
  if (registered.has(messages)) return;
  registered.add(messages);
  addTexts('es', namespace, messages.es);
  addTexts('en', namespace, messages.en);
  for (const add of additions) add(messages);
}

/** Adds texts in one language; later ones win key by key. */
export function addTexts(lang: string, namespace: string, texts: Texts): void {
  languages.add(lang);
  edition++;
  // skipCopy: i18next copies through JSON, which a page's patched toJSON may spoil.
  i18nextInstance().addResourceBundle(lang, namespace, texts, false, true, { skipCopy: true });
}

/** Another number when texts were added: what was worked out before may be said otherwise. */
export function textsEdition(): number {
  return edition;
}

/** The languages with texts that share `lang`'s base language. */
export function languagesLike(lang: string): string[] {
  return [...languages].filter((tag) => baseLanguage(tag) === baseLanguage(lang));
}

/** Runs `add` for the widgets in use and for each that comes later. */
export function addForEveryWidget(add: (messages: Messages) => void): void {
  additions.add(add);
  for (const messages of registered) add(messages);
}

/**
 * Tells when texts arrived after an element may have rendered (a community locale, the
 * pseudo-locale). Ask for a new translator then.
 *
 * @returns stops listening; nothing holds the callback, nor what it closes over, afterwards
 */
export function onLocalesChanged(callback: () => void): () => void {
  const listener = (): void => callback();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function localesChanged(): void {
  for (const listener of [...listeners]) listener();
}
