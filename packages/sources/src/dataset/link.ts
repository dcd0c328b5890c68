import { guardAddress } from '../address.js';

const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
/** `/datos/a.csv`, `../a.csv`, `a.csv`; not `N/A`, `pendiente`, `www.example.org`. */
const RELATIVE = /^(?:\.{0,2}\/|(?!www\.)[^\s:@]*\.[a-z0-9]{2,8}(?:[?#]|$))/i;

/**
 * A safe address from data, relative ones against the answer's own. Words that publishers write in
 * an address's place (`unknown`, `N/A`) are not taken for relative addresses.
 */
export function linkOf(value: unknown, base: string): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (ABSOLUTE.test(text)) return guardAddress(text, base);
  return RELATIVE.test(text) ? guardAddress(text, base) : undefined;
}

/** `mailto:` for an e-mail address, with or without that scheme. */
export function mailOf(value: string | undefined): string | undefined {
  const mail = value?.trim().replace(/^mailto:/i, '') ?? '';
  return /^[^\s@<>"']{1,64}@[^\s@<>"']{1,255}$/.test(mail)
    ? guardAddress(`mailto:${mail}`)
    : undefined;
}
