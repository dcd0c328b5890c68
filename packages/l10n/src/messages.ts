/**
 * The texts of one widget, Spanish first. Keys and placeholders are read from the Spanish literals
 * by the type system, so a missing key, a missing translation and a misspelt parameter do not
 * compile, and nothing of this is paid for at run time.
 *
 * @typeParam K - the keys a translator takes; plural forms (`rows_one`, `rows_other`) are one key, `rows`
 * @typeParam P - for each key, the names of its `{{placeholders}}`
 */
export interface Messages<
  K extends string = string,
  P extends Record<K, string> = Record<K, string>,
> {
  /** The widget's name; community locales use it to tell whose texts are whose. */
  readonly namespace: string;
  readonly es: Texts;
  readonly en: Texts;
  /** Never set: carries `K` and `P` for the type system. */
  readonly signatures?: { readonly [key in K]: P[key] };
}

/** Texts by key. */
export type Texts = Readonly<Record<string, string>>;

/** `rows_one`, `rows_many` and `rows_other` are the key `rows`. */
type KeyOf<Name> = Name extends `${infer Key}_${'one' | 'many' | 'other'}` ? Key : Name & string;

/** The names in `{{name}}` of a text. */
type Placeholders<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Signatures<Es> = {
  [Key in KeyOf<keyof Es>]:
    | (`${Key}_other` extends keyof Es ? 'count' : never)
    | Placeholders<Es[(Key | `${Key}_${'one' | 'many' | 'other'}`) & keyof Es]>;
};

/** Spanish says "1,000,000 de recursos": without `_many` i18next would print another language. */
type WithMany<Es> = {
  [Name in keyof Es]: Name extends `${infer Key}_other`
    ? `${Key}_many` extends keyof Es
      ? string
      : { error: `add ${Key}_many` }
    : string;
};

type EnglishName<Es> = Exclude<keyof Es, `${string}_many`> & string;

type NothingElse<En, Es> = {
  [Name in Exclude<keyof En, EnglishName<Es>>]: { error: 'not in es' };
};

/**
 * Declares a widget's texts. English has exactly the Spanish keys, without the `_many` forms,
 * which English does not have. Nothing is registered until a translator is asked for.
 *
 * @example
 * ```ts
 * export const badgeMessages = defineMessages('dataset-badge', {
 *   es: { by: 'Publica {{who}}', rows_one: '{{count}} fila', rows_many: '{{count}} de filas', rows_other: '{{count}} filas' },
 *   en: { by: 'Published by {{who}}', rows_one: '{{count}} row', rows_other: '{{count}} rows' },
 * });
 * ```
 */
export function defineMessages<
  const Es extends Texts,
  const En extends Readonly<Record<EnglishName<Es>, string>>,
>(
  namespace: string,
  texts: { readonly es: Es & WithMany<Es>; readonly en: En & NothingElse<En, Es> },
): Messages<KeyOf<keyof Es>, Signatures<Es>> {
  return { namespace, es: texts.es, en: texts.en as Texts };
}
