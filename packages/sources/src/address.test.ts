import { describe, expect, test } from 'vitest';
import { guardAddress } from './address.js';

describe('guardAddress', () => {
  test.each([
    ['https://datos.example/a b.csv', 'https://datos.example/a%20b.csv'],
    ['  http://datos.example/x\n', 'http://datos.example/x'],
    ['mailto:datos@ejemplo.mx', 'mailto:datos@ejemplo.mx'],
    ['tel:+525555555555', 'tel:+525555555555'],
    ['HTTPS://DATOS.EXAMPLE/X', 'https://datos.example/X'],
  ])('lets %j through', (value, safe) => expect(guardAddress(value)).toBe(safe));

  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://datos.example/1',
    'file:///etc/passwd',
    'ftp://datos.example/x',
    'x.csv',
    '//datos.example/x',
    'https://',
    '',
    ' \t ',
    null,
    undefined,
    42,
    {},
    ['https://datos.example/'],
    { toString: () => 'https://datos.example/' },
  ])('refuses %j', (value) => expect(guardAddress(value)).toBeUndefined());

  test('a base resolves relative addresses but launders nothing', () => {
    expect(guardAddress('../x.csv', 'https://datos.example/a/b/')).toBe(
      'https://datos.example/a/x.csv',
    );
    expect(guardAddress('javascript:alert(1)', 'https://datos.example/')).toBeUndefined();
    expect(guardAddress('', 'https://datos.example/')).toBeUndefined();
    expect(guardAddress('https://datos.example/a', '')).toBe('https://datos.example/a');
  });

  test('user and password, which disguise a host, are dropped', () => {
    expect(guardAddress('https://www.gob.mx:x@example.org/')).toBe('https://example.org/');
  });
});
