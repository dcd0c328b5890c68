import { formatDecimal } from './format-number.js';
import { i18nextInstance, languagesLike, register, textsEdition } from './instance.js';
import { baseLanguage, resolveLanguage } from './language.js';
import type { Messages } from './messages.js';

/** Numbers are written as the language writes them ("1,234"); a year or a code goes in as text. */
export type Param = string | number | bigint;

export interface Translated {
  readonly text: string;
  /** Set where the text is in another language than the one asked for: mark the element with it. */
  readonly lang?: string;
}

type Params<Names extends string> = {
  readonly [Name in Names]: Name extends 'count' ? number : Param;
};

type Rest<Names extends string> = [Names] extends [never]
  ? []
  : string extends Names
    ? [params?: Readonly<Record<string, Param>>]
    : [params: Params<Names>];

/** Texts of one widget in one language. */
export interface Translator<
  K extends string = string,
  P extends Record<K, string> = Record<K, string>,
> {
  /** The text. `count` among the parameters chooses the plural form. */
  <Key extends K>(key: Key, ...params: Rest<P[Key]>): string;
  /** The text and, if it had to come in another language, which. */
  of<Key extends K>(key: Key, ...params: Rest<P[Key]>): Translated;
  /**
   * The language to hand to the formats so that a sentence does not mix two: the one asked for
   * where there are texts in it, else `es-MX`.
   */
  readonly lang: string;
}

/** Exact tag, base language, a community's locale of the same base language, Spanish. */
function chain(lang: string): string[] {
  return [...new Set([lang, baseLanguage(lang), ...languagesLike(lang), 'es'])];
}

const translators = new WeakMap<object, Map<string, Translator>>();

/**
 * The texts of `messages` in `lang`. Each text falls back by itself, along: the exact tag, its
 * base language, a community's locale of the same base, Spanish; a key is never shown.
 *
 * The same pair gives the same function, which also says texts that arrive later
 * (`onLocalesChanged` tells when).
 *
 * @param lang - BCP 47; anything else is `es-MX`
 */
export function createTranslator<K extends string, P extends Record<K, string>>(
  messages: Messages<K, P>,
  lang: string,
): Translator<K, P> {
  let byLanguage = translators.get(messages);
  if (!byLanguage) translators.set(messages, (byLanguage = new Map()));
  const tag = resolveLanguage(lang);
  let translator = byLanguage.get(tag);
  if (!translator) byLanguage.set(tag, (translator = build(messages, tag)));
  return translator as Translator<K, P>;
}

function build(messages: Messages, lang: string): Translator {
  register(messages);
  const speaks = (): string => (languagesLike(lang).length > 0 ? lang : 'es-MX');
  /** Texts without parameters: a widget says some forty at each update, and each costs as much as a row. */
  const known = new Map<string, Translated>();
  let edition = 0;

  const of = (key: string, params?: Readonly<Record<string, Param>>): Translated => {
    if (params) return say(key, params);
    if (edition !== textsEdition()) {
      edition = textsEdition();
      known.clear();
    }
    let text = known.get(key);
    if (!text) known.set(key, (text = say(key, {})));
    return text;
  };

  const say = (key: string, params: Readonly<Record<string, Param>>): Translated => {
    const replace: Record<string, string> = {};
    for (const [name, value] of Object.entries(params)) {
      replace[name] = typeof value === 'string' ? value : formatDecimal(value, speaks());
    }
    const { count } = params;
    const { res, usedLng } = i18nextInstance().t(key, {
      lng: lang,
      lngs: chain(lang),
      ns: messages.namespace,
      replace,
      // `$t(…)` in a community's text or in a value is text, not a reference to follow.
      nest: false,
      returnDetails: true,
      ...(typeof count === 'number' ? { count } : {}),
    }) as unknown as { res: string; usedLng: string };
    return baseLanguage(usedLng) === baseLanguage(lang)
      ? { text: res }
      : { text: res, lang: usedLng };
  };

  const translate = (key: string, params?: Readonly<Record<string, Param>>): string =>
    of(key, params).text;
  return Object.defineProperty(Object.assign(translate, { of }), 'lang', {
    get: speaks,
  }) as Translator;
}
