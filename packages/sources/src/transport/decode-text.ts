import type { Answer } from './transport.js';

/** A charset's label (WHATWG Encoding), or a decoder for one that browsers lack (`decodeCp850`). */
export type Charset = string | ((bytes: Uint8Array) => string);

/**
 * The text of an answer, without its byte order mark.
 *
 * What the bytes prove goes before what anybody says of them, because labels lie: a byte order
 * mark, then UTF-16 recognisable by its zeros, then valid UTF-8. Only for other bytes is the
 * header's charset believed, then the source's, then windows-1252 (which every byte string is).
 */
export function decodeText(
  { bytes, contentType }: Pick<Answer, 'bytes' | 'contentType'>,
  charset?: Charset,
): string {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return decode(bytes, 'utf-16le')!;
  if (a === 0xfe && b === 0xff) return decode(bytes, 'utf-16be')!;
  if (bytes.length % 2 === 0) {
    // Data starts with ASCII: `{`, `[`, a column's name. So every other byte is zero.
    if (a && b === 0 && c !== 0 && !d) return decode(bytes, 'utf-16le')!;
    if (a === 0 && b && !c && d !== 0) return decode(bytes, 'utf-16be')!;
  }
  const header = /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1];
  return (
    decode(bytes, 'utf-8', true) ??
    // Says UTF-8 and is not.
    (/^utf-?8$/i.test(header ?? '') ? undefined : decode(bytes, header)) ??
    (typeof charset === 'function' ? charset(bytes) : decode(bytes, charset)) ??
    decode(bytes, 'windows-1252')!
  );
}

/** `undefined` for an unknown label, or when `fatal` and the bytes are not of that charset. */
function decode(bytes: Uint8Array, label: string | undefined, fatal = false): string | undefined {
  try {
    // The Encoding standard reads `iso-8859-1` and `ascii` as windows-1252, as the web writes them.
    return label && new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return;
  }
}
