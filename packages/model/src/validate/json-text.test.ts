import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonPlaces } from './json-text.js';

const fault = (text: string): string => {
  const { fault: f } = readJsonPlaces(text);
  return f ? `${f.code} ${f.at.line}:${f.at.column}` : 'none';
};

describe('readJsonPlaces', () => {
  it.each([
    ['', 'empty 1:1'],
    ['{"a": 1,\n}', 'trailing-comma 1:8'],
    ['[1, 2,]', 'trailing-comma 1:6'],
    ['{\n  “a”: 1\n}', 'smart-quotes 2:3'],
    ['{"a": “x”}', 'smart-quotes 1:7'],
    ["{'a': 1}", 'single-quotes 1:2'],
    ['{a: 1}', 'unquoted-key 1:2'],
    ['{"a": 1\n "b": 2}', 'missing-comma 1:8'],
    ['[{"a": 1} {"b": 2}]', 'missing-comma 1:10'],
    ['{"a" 1}', 'missing-colon 1:6'],
    ['{"a": 1 // uno\n}', 'comment 1:9'],
    ['{"a": "uno\ndos"}', 'line-break-in-text 1:11'],
    ['{"a": "uno', 'unclosed-text 1:7'],
    ['{"a": [1, 2', 'unclosed 1:12'],
    ['{"a": "C:\\datos"}', 'bad-escape 1:10'],
    ['{"a": 1,500.00}', 'unquoted-key 1:9'],
    ['{"a": NaN}', 'bad-value 1:7'],
    ['{"a": 01}', 'bad-value 1:7'],
    ['{} {}', 'extra-text 1:4'],
    ['['.repeat(100_000), 'too-deep 1:65'],
  ])('%j has the fault %s', (text, told) => {
    expect(fault(text)).toBe(told);
  });

  it('remembers where each value stands, whatever the line ends', () => {
    const { places, value } = readJsonPlaces('\uFEFF{\r\n  "a/b": [\n    1,\n    "x"]}');
    expect(value).toEqual({ 'a/b': [1, 'x'] });
    expect(places.get('/a~1b/1')).toEqual({ line: 4, column: 5 });
  });

  it('tells a key that is there twice', () => {
    expect(readJsonPlaces('{"a": 1,\n "a": 2}').duplicateKeys).toEqual([
      { pointer: '/a', at: { line: 2, column: 2 } },
    ]);
  });

  it('accepts what JSON.parse accepts, with the same value, and nothing else', () => {
    const text = fc.oneof(
      fc.json({ maxDepth: 5 }),
      fc.string(),
      fc
        .tuple(
          fc.json({ maxDepth: 3 }),
          fc.nat(),
          fc.constantFrom(',', '"', '}', ']', ' ', '\\', '0', ''),
        )
        .map(([json, at, sign]) => {
          const cut = at % (json.length + 1);
          return json.slice(0, cut) + sign + json.slice(cut + 1);
        }),
    );
    fc.assert(
      fc.property(text, (json) => {
        let expected: unknown;
        let valid = true;
        try {
          expected = JSON.parse(json);
        } catch {
          valid = false;
        }
        const read = readJsonPlaces(json);
        expect(read.fault === undefined).toBe(valid);
        if (valid) expect(read.value).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
