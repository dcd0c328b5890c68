import { decodeCp850 } from '../transport/cp850.js';
import { decodeText, type Charset } from '../transport/decode-text.js';
import type { Answer } from '../transport/transport.js';
import { inSlices, type SliceOptions } from '../csv/slices.js';

/** How many of the letters beyond ASCII have to be looked at to tell one code page from another. */
const ENOUGH = 2000;

/**
 * `cp850` or `windows-1252`, for bytes that are not UTF-8: whichever makes more of them Spanish
 * letters where Spanish has letters. `a2` inside a word is ó in one and ¢ in the other; `e9` is Ú
 * or é, and a capital does not follow a small letter.
 */
export function guessLatinCharset(bytes: Uint8Array): 'cp850' | 'windows-1252' {
  const high = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
  const dosLetters = decodeCp850(high);
  const windowsLetters = new TextDecoder('windows-1252').decode(high);
  let dos = 0;
  let windows = 0;
  for (let at = 0, seen = 0; at < bytes.length && seen < ENOUGH; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 128) continue;
    const before = String.fromCharCode(bytes[at - 1] ?? 32);
    const after = String.fromCharCode(bytes[at + 1] ?? 32);
    if (!/[a-z]/i.test(before + after)) continue;
    seen++;
    dos += fits(dosLetters[byte - 128] ?? '', before);
    windows += fits(windowsLetters[byte - 128] ?? '', before);
  }
  return dos > windows ? 'cp850' : 'windows-1252';
}

function fits(letter: string, before: string): number {
  if (/[áéíóúñü]/.test(letter)) return 1;
  return /[ÁÉÍÓÚÑÜ]/.test(letter) && !/[a-z]/.test(before) ? 1 : 0;
}

/** What any bytes can be called: a server's default that proves nothing against the bytes. */
const CLAIMS_NOTHING =
  /charset\s*=\s*["']?(?:iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252|utf-?8)\b["']?/i;
const CHUNK = 1 << 19;

/**
 * Text of a CSV answer, decoded in slices: by its byte order mark, as UTF-8 when the bytes are
 * UTF-8, by the charset that the header or the embedder names, else as CP850 or windows-1252 by
 * {@link guessLatinCharset}. A header that says ISO-8859-1 is not taken for knowledge.
 */
export async function decodeCsv(
  answer: Pick<Answer, 'bytes' | 'contentType'>,
  charset: Charset | undefined,
  options: SliceOptions = {},
): Promise<string> {
  const { bytes } = answer;
  const contentType = answer.contentType.replace(CLAIMS_NOTHING, '');
  const utf8 = await decodeChunks(bytes, new TextDecoder('utf-8', { fatal: true }), options);
  // Zeros: UTF-16 of ASCII text is valid UTF-8 too.
  if (utf8 !== undefined && !utf8.startsWith('\0') && utf8.charCodeAt(1) !== 0) return utf8;
  const dos =
    typeof charset === 'string' ? /^(?:cp|ibm|dos)?[-_ ]?850$/i.test(charset.trim()) : undefined;
  const bom = bytes[0] === 0xff || bytes[0] === 0xfe;
  const named = /charset/i.test(contentType) || typeof charset === 'function' || dos === false;
  if (named || bom || utf8 !== undefined) return decodeText({ bytes, contentType }, charset);
  const windows = new TextDecoder('windows-1252');
  if (!dos && guessLatinCharset(bytes) === 'windows-1252') return windows.decode(bytes);
  // Decoding as windows-1252 and swapping the few letters beyond ASCII is ten times as fast as
  // looking up every byte.
  const high = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
  const dosLetters = decodeCp850(high);
  const swap = new Map(
    [...windows.decode(high)].map((letter, at) => [letter, dosLetters[at] ?? '']),
  );
  const text = await decodeChunks(bytes, windows, options, (chunk) =>
    chunk.replace(/[^\0-\x7f]/g, (letter) => swap.get(letter) ?? letter),
  );
  return text ?? '';
}

/** `undefined` when a fatal decoder finds that the bytes are not of its charset. */
async function decodeChunks(
  bytes: Uint8Array,
  decoder: TextDecoder,
  options: SliceOptions,
  then: (chunk: string) => string = (chunk) => chunk,
): Promise<string | undefined> {
  const pieces: string[] = [];
  let at = 0;
  let valid = true;
  await inSlices(
    () => {
      const end = Math.min(at + CHUNK, bytes.length);
      try {
        pieces.push(then(decoder.decode(bytes.subarray(at, end), { stream: end < bytes.length })));
      } catch {
        valid = false;
      }
      at = end;
      return valid && at < bytes.length;
    },
    { ...options, stepsPerLook: 1 },
  );
  return valid ? pieces.join('') : undefined;
}
