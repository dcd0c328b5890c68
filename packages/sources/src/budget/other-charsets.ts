import { decodeText, type Charset } from '../transport/decode-text.js';
import type { Answer } from '../transport/transport.js';
import type { pieces, TextPieces } from './budget-charset.js';
import { dosLetters } from './dos-letters.js';

/**
 * Text of a CSV that is not UTF-8: by its byte order mark or zeros when it is UTF-16, by the charset
 * that the header or the embedder names, else as CP850 or windows-1252 by `looksCp850`. A header that
 * says ISO-8859-1 or UTF-8 is a server's default, not knowledge: any bytes can be called that, and
 * these are not UTF-8. Loaded when such a file comes.
 */
export function otherPieces(
  answer: Pick<Answer, 'bytes' | 'contentType'>,
  charset: Charset | undefined,
  isWide: boolean,
  inPieces: typeof pieces,
): TextPieces {
  const { bytes } = answer;
  const contentType = answer.contentType.replace(
    /charset\W+(?:iso-?8859-?1|latin-?1|(?:us-)?ascii|windows-1252|utf-?8)\b/i,
    '',
  );
  const isDos = typeof charset === 'string' && /850$/.test(charset.trim());
  if (isWide || /charset/i.test(contentType) || (charset && !isDos)) {
    let whole: string | undefined = decodeText({ bytes, contentType }, charset);
    return () => {
      const text = whole;
      whole = undefined;
      return text;
    };
  }
  const next = inPieces(bytes, 'windows-1252');
  const swap = dosLetters(bytes, isDos);
  if (!swap) return next;
  return () => {
    const piece = next();
    return piece === undefined ? piece : swap(piece);
  };
}
