const ALLOWED: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** A text as part of an address. Half a character (a lone surrogate), which none can hold, becomes U+FFFD. */
export function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}

/**
 * An address that came with data, made safe for `href` and `fetch`.
 *
 * @param value - whatever stood where an address should be
 * @param base - resolves relative addresses; without it they are refused
 * @returns the absolute address with `https:`, `http:`, `mailto:` or `tel:`, without user and
 *   password; `undefined` for anything else (`javascript:`, `data:`, `blob:`, blank, not a string)
 */
export function guardAddress(value: unknown, base?: string): string | undefined {
  // A browser joins what a line break or a tab parts: two addresses would be a third.
  if (typeof value !== 'string' || !value.trim() || /[\t\n\r]/.test(value.trim())) return;
  try {
    const url = new URL(value.trim(), base || undefined);
    if (!ALLOWED.has(url.protocol)) return;
    // `https://gob.mx@example.org` shows one host and opens another; fetch refuses it outright.
    url.username = url.password = '';
    return url.href;
  } catch {
    return;
  }
}
