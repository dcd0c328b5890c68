import { decodeCp850 } from '../transport/cp850.js';

/** Letters beyond ASCII that are looked at to tell one code page from another. */
const ENOUGH = 2000;
const HIGH = Uint8Array.from({ length: 128 }, (_, index) => index + 128);

/**
 * CP850 rather than windows-1252, for bytes that are not UTF-8: whichever makes more of them Spanish
 * letters where Spanish has letters. `a2` inside a word is ó in one and ¢ in the other; `e9` is Ú
 * or é, and a capital does not follow a small letter.
 */
export function looksCp850(bytes: Uint8Array): boolean {
  const dos = decodeCp850(HIGH);
  const windows = new TextDecoder('windows-1252').decode(HIGH);
  let balance = 0;
  for (let at = 0, seen = 0; at < bytes.length && seen < ENOUGH; at++) {
    const index = (bytes[at] ?? 0) - 128;
    if (index < 0) continue;
    const [before = 32, , after = 32] = bytes.subarray(Math.max(at - 1, 0), at + 2);
    const around = String.fromCharCode(before, after);
    if (!/[a-z]/i.test(around)) continue;
    seen++;
    const fits = (letter = ''): number =>
      /[áéíóúñü]/.test(letter) || (/[ÁÉÍÓÚÑÜ]/.test(letter) && !/^[a-z]/.test(around)) ? 1 : 0;
    balance += fits(dos[index]) - fits(windows[index]);
  }
  return balance > 0;
}

/**
 * What turns text that was decoded as windows-1252 into what it says in CP850: ten times as fast as to
 * look up every byte.
 *
 * @param isNamed - somebody says that it is CP850; else the letters have to
 * @returns `undefined` for windows-1252
 */
export function dosLetters(
  bytes: Uint8Array,
  isNamed: boolean,
): ((text: string) => string) | undefined {
  if (!isNamed && !looksCp850(bytes)) return undefined;
  const letters = decodeCp850(HIGH);
  const windows = new TextDecoder('windows-1252').decode(HIGH, { stream: true });
  return (text) => text.replace(/[^\0-\x7f]/g, (letter) => letters[windows.indexOf(letter)] ?? '');
}
