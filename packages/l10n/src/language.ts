/** The language when nobody says another. */
const DEFAULT = 'es-MX';

const SAYS_NOTHING = /^(und|mul|zxx|mis)\b/;

/** Canonical BCP 47 tag (`es_mx ` is `es-MX`), or `undefined` where it is none or says nothing. */
export function languageTag(candidate: unknown): string | undefined {
  if (typeof candidate !== 'string') return undefined;
  try {
    const [tag = ''] = Intl.getCanonicalLocales(candidate.trim().replaceAll('_', '-'));
    // Five letters and more are reserved for registration and none is registered: "spanish" is a slip.
    return /^[a-z]{2,3}\b/.test(tag) && !SAYS_NOTHING.test(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** The first candidate that is a BCP 47 tag with a language, in canonical form; `es-MX` for none. */
export function resolveLanguage(...candidates: unknown[]): string {
  for (const candidate of candidates) {
    const tag = languageTag(candidate);
    if (tag) return tag;
  }
  return DEFAULT;
}

/** `nhe` of `nhe-MX`. */
export function baseLanguage(lang: string): string {
  return lang.split(/[-_]/, 1)[0]!.toLowerCase();
}

const RIGHT_TO_LEFT = /-(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg|Mand|Samr)\b/;

/** Which way `lang` is written, by its script or, unsaid, its usual one. */
export function direction(lang: string): 'ltr' | 'rtl' {
  const tag = languageTag(lang);
  return tag && RIGHT_TO_LEFT.test(new Intl.Locale(tag).maximize().baseName) ? 'rtl' : 'ltr';
}
