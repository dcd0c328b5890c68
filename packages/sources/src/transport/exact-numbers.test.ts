import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactNumbers } from './exact-numbers.js';

describe('exactNumbers', () => {
  test.each([
    ['9007199254740993.15', '"9007199254740993.15"'],
    ['[1,-12345678901234567890, 3 ]', '[1,"-12345678901234567890", 3 ]'],
    ['{"a":1e400}', '{"a":"1e400"}'],
    ['{"a":0.0000000000000000001}', '{"a":0.0000000000000000001}'],
    ['{"9007199254740993":9007199254740993}', '{"9007199254740993":"9007199254740993"}'],
    ['["9007199254740993\\"9007199254740993"]', '["9007199254740993\\"9007199254740993"]'],
    ['999999999999.99', '999999999999.99'],
  ])('%s becomes %s', (json, exact) => expect(exactNumbers(json)).toBe(exact));

  test.each([
    '{9007199254740993:1}',
    '[09007199254740993]',
    '[9007199254740993.]',
    '[90071992547409931 2]',
    '[+9007199254740993]',
  ])('does not make valid what is not: %s', (json) => {
    expect(() => JSON.parse(exactNumbers(json))).toThrow();
  });

  test('any JSON reads as before, but for the numbers it quotes', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const same = (before: unknown, after: unknown): boolean =>
          typeof before === 'number' && typeof after === 'string'
            ? Object.is(Number(after), before)
            : before && typeof before === 'object'
              ? Object.keys(before).every((key) =>
                  same(
                    (before as Record<string, unknown>)[key],
                    (after as Record<string, unknown>)[key],
                  ),
                )
              : Object.is(before, after);
        expect(same(JSON.parse(json), JSON.parse(exactNumbers(json)))).toBe(true);
      }),
    );
  });
});
