/** The language when nobody says another. */
const DEFAULT = 'es-MX';

const SAYS_NOTHING = /^(und|mul|zxx|mis)\b/;

/**
 * Canonical tags that are es-MX and en-US to `intlLocales`, whose figures are written without `Intl`:
 * a page's first NumberFormat costs Chromium 156 some 15 ms (60 with a slow phone's processor), and
 * the first question of any kind 4.
 */
export const PLAINLY_WRITTEN = /^(es(-MX)?|en(-MX|-US)?)$/;

/** Canonical BCP 47 tag (`es_mx ` is `es-MX`), or `undefined` where it is none or says nothing. */
export function languageTag(candidate: unknown): string | undefined {
  if (typeof candidate !== 'string') return undefined;
  if (PLAINLY_WRITTEN.test(candidate)) return candidate;
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
