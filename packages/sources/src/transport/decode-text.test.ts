import { describe, expect, test } from 'vitest';
import { decodeCp850 } from './cp850.js';
import { decodeText, type Charset } from './decode-text.js';

const read = (bytes: Uint8Array, contentType = '', charset?: Charset): string =>
  decodeText({ bytes, contentType }, charset);
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const SPANISH = '{"año":"Michoacán"}';

describe('decodeText', () => {
  test.each([
    ['UTF-8', Buffer.from(SPANISH)],
    ['UTF-8 with a mark', Buffer.from('\ufeff' + SPANISH)],
    ['UTF-16 LE with a mark', Buffer.from('\ufeff' + SPANISH, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from('\ufeff' + SPANISH, 'utf16le').swap16()],
    ['UTF-16 LE without', Buffer.from(SPANISH, 'utf16le')],
    ['UTF-16 BE without', Buffer.from(SPANISH, 'utf16le').swap16()],
    ['Latin-1', latin1(SPANISH)],
  ])('%s is told from the bytes alone', (_name, bytes) => expect(read(bytes)).toBe(SPANISH));

  test('a byte order mark goes before the header', () => {
    expect(read(Buffer.from('\ufeffaño'), 'text/csv; charset=iso-8859-1')).toBe('año');
  });

  test('UTF-8 mislabelled as Latin-1 is UTF-8', () => {
    expect(read(Buffer.from('año'), 'text/csv; charset=iso-8859-1')).toBe('año');
  });

  test('Latin-1 mislabelled as UTF-8 is read as windows-1252, or as the source says', () => {
    const header = 'application/json;charset="UTF-8"';
    expect(read(latin1('año'), header)).toBe('año');
    expect(read(Uint8Array.of(0x61, 0xa4, 0x6f), header, decodeCp850)).toBe('año');
  });

  // Node before 23.7 reads windows-1252 as Latin-1, against the standard; no browser does.
  const standard = new TextDecoder('windows-1252').decode(Uint8Array.of(0x80)) === '€';
  test.skipIf(!standard)('iso-8859-1 is windows-1252 (needs a standard TextDecoder)', () => {
    expect(read(Uint8Array.of(0x93, 0xe1, 0x94), 'text/csv; charset=ISO-8859-1')).toBe('“á”');
  });

  test('a header that names another charset is believed', () => {
    expect(read(Uint8Array.of(0xc4, 0xc9, 0xe2), 'text/csv; charset=koi8-r')).toBe('диБ');
  });

  test.each(['text/csv; charset=no-existe', 'text/csv; charset=', 'charset', ''])(
    'header %j says nothing, so the source is asked',
    (header) => {
      expect(read(Uint8Array.of(0xa4), header, decodeCp850)).toBe('ñ');
      expect(read(Uint8Array.of(0xbd), header, 'iso-8859-15')).toBe('œ');
      expect(read(Uint8Array.of(0xf1), header, 'no-existe')).toBe('ñ');
    },
  );

  test('a lone character and nothing at all are no UTF-16', () => {
    expect(read(Buffer.from('1'))).toBe('1');
    expect(read(Buffer.from('12'))).toBe('12');
    expect(read(new Uint8Array())).toBe('');
    expect(read(Buffer.from('{"a":"\0"}'))).toBe('{"a":"\0"}');
  });
});

describe('decodeCp850', () => {
  test('all 256 bytes are another character, ASCII its own', () => {
    const text = decodeCp850(Uint8Array.from({ length: 256 }, (_, i) => i));
    expect(new Set(text).size).toBe(256);
    expect(text.slice(0, 128)).toBe(latin1(text.slice(0, 128)).toString('latin1'));
  });

  test('Spanish letters as DOS wrote them', () => {
    const bytes = [0xa0, 0x82, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0x81, 0xb5, 0x90, 0xd6, 0xe0, 0xe9];
    expect(decodeCp850(Uint8Array.from(bytes))).toBe('áéíóúñÑüÁÉÍÓÚ');
  });

  test('long text', () => {
    expect(decodeCp850(new Uint8Array(100_000).fill(0xa4))).toBe('ñ'.repeat(100_000));
  });
});
