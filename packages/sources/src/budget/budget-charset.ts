import { inSlices, type SliceOptions } from '../csv/slices.js';
import type { Charset } from '../transport/decode-text.js';
import type { Answer } from '../transport/transport.js';

/** Text in pieces, `undefined` after the last: tens of megabytes never stand in memory as one string. */
export type TextPieces = () => string | undefined;

const CHUNK = 1 << 18;

/** Text of a CSV answer: as UTF-8 when the bytes are that, else as `otherPieces` makes them out. */
export async function csvPieces(
  answer: Pick<Answer, 'bytes' | 'contentType'>,
  charset: Charset | undefined,
  options: SliceOptions,
): Promise<TextPieces> {
  const { bytes } = answer;
  // UTF-16 shows by its mark, or by the zeros of its ASCII, which are valid UTF-8 too.
  const isWide = (bytes[0] ?? 0) > 0xfd || bytes[0] === 0 || bytes[1] === 0;
  if (!isWide && (await isUtf8(bytes, options))) return pieces(bytes, 'utf-8');
  const { otherPieces } = await import('./other-charsets.js');
  return otherPieces(answer, charset, isWide, pieces);
}

/** Decodes some bytes at each call. */
export function pieces(bytes: Uint8Array, label: string, fatal = false): TextPieces {
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
