import { inSlices, type SliceOptions } from '../csv/slices.js';
import { decodeText, type Charset } from '../transport/decode-text.js';
import type { Answer } from '../transport/transport.js';

/** Text in pieces, `undefined` after the last: tens of megabytes never stand in memory as one string. */
export type TextPieces = () => string | undefined;

const CHUNK = 1 << 18;

/**
 * Text of a CSV answer: by its byte order mark, as UTF-8 when the bytes are UTF-8, by the charset
 * that the header or the embedder names, else as CP850 or windows-1252 by `looksCp850`. A
 * header that says ISO-8859-1 or UTF-8 is a server's default, not knowledge: any bytes can be
 * called that, and these are not UTF-8.
 */
export async function csvPieces(
  answer: Pick<Answer, 'bytes' | 'contentType'>,
  charset: Charset | undefined,
  options: SliceOptions,
): Promise<TextPieces> {
  const { bytes } = answer;
  const contentType = answer.contentType.replace(
    /charset\W+(?:iso-?8859-?1|latin-?1|(?:us-)?ascii|windows-1252|utf-?8)\b/i,
    '',
  );
  // UTF-16 shows by its mark, or by the zeros of its ASCII, which are valid UTF-8 too.
  const wide = (bytes[0] ?? 0) > 0xfd || bytes[0] === 0 || bytes[1] === 0;
  if (!wide && (await isUtf8(bytes, options))) return pieces(bytes, 'utf-8');
  const dos = typeof charset === 'string' && /850$/.test(charset.trim());
  if (wide || /charset/i.test(contentType) || (charset && !dos)) {
    let whole: string | undefined = decodeText({ bytes, contentType }, charset);
    return () => {
      const text = whole;
      whole = undefined;
      return text;
    };
  }
  const next = pieces(bytes, 'windows-1252');
  const { dosLetters } = await import('./dos-letters.js');
  const swap = dosLetters(bytes, dos);
  if (!swap) return next;
  return () => {
    const piece = next();
    return piece === undefined ? piece : swap(piece);
  };
}

function pieces(bytes: Uint8Array, label: string, fatal = false): TextPieces {
  const decoder = new TextDecoder(label, { fatal });
  let at = 0;
  return () => {
    if (at >= bytes.length) return undefined;
    const chunk = bytes.subarray(at, (at += CHUNK));
    // Only UTF-8 has anything left to say at the end, and Node's single-byte decoders differ then.
    return decoder.decode(chunk, { stream: at < bytes.length || label !== 'utf-8' });
  };
}

async function isUtf8(bytes: Uint8Array, options: SliceOptions): Promise<boolean> {
  const next = pieces(bytes, 'utf-8', true);
  let valid = true;
  await inSlices(
    () => {
      try {
        return next() !== undefined;
      } catch {
        return (valid = false);
      }
    },
    { ...options, stepsPerLook: 1 },
  );
  return valid;
}
