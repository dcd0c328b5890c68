import { describe, expect, test } from 'vitest';
import { parseJson, readJsonText } from './read-json.js';
import type { SourceError } from './source-error.js';

const read = (text: string, maxDepth?: number): unknown =>
  readJsonText(text, 'https://datos.example/', maxDepth === undefined ? {} : { maxDepth });

function reason(text: string, maxDepth?: number): string {
  try {
    read(text, maxDepth);
    return 'read';
  } catch (error) {
    return (error as SourceError).reason;
  }
}

describe('readJsonText', () => {
  test.each([
    ['', 'no-content'],
    [' \n\t', 'no-content'],
    ['\ufeff', 'no-content'],
    ['<!doctype html>', 'html'],
    ['\n\n <html>', 'html'],
    ['<p>Sitio en mantenimiento', 'html'],
    ['<?xml version="1.0"?><!DOCTYPE html><html>', 'html'],
    ['<?xml version="1.0"?><rdf:RDF/>', 'malformed'],
    ['{"a": [1, 2', 'truncated'],
    ['{"a": "x', 'truncated'],
    ['{"a": "x\\"', 'truncated'],
    ['"solo', 'truncated'],
    ['{"a": NaN}', 'malformed'],
    ['{"a": [1}', 'malformed'],
    ['[1]]', 'malformed'],
    ['[1,]', 'malformed'],
    ['callback({})', 'malformed'],
    ['{"a":1}', 'read'],
    ['\ufeff{"a":1}', 'read'],
    ['{"a":"}]{[\\\\"}', 'read'],
  ])('%j is %s', (text, expected) => expect(reason(text)).toBe(expected));

  test('depth is counted outside strings, up to the cap', () => {
    const nested = (depth: number): string =>
      '[{"a":'.repeat(depth / 2) + '1' + '}]'.repeat(depth / 2);
    expect(reason(nested(64))).toBe('read');
    expect(reason(nested(66))).toBe('too-deep');
    expect(reason(nested(66), 66)).toBe('read');
    expect(reason('['.repeat(100_000))).toBe('too-deep');
    expect(reason(JSON.stringify('['.repeat(1000)))).toBe('read');
    expect(reason(JSON.stringify('dice "' + '['.repeat(1000)))).toBe('read');
    expect(reason(`["\\\\",${'['.repeat(64)}`)).toBe('too-deep');
  });

  test('duplicate keys: the last wins; __proto__ is an own property', () => {
    expect(read('{"a":1,"a":2}')).toEqual({ a: 2 });
    expect(Object.keys(read('{"__proto__":{"x":1}}') as object)).toEqual(['__proto__']);
  });

  test('8 MB of strings are scanned in well under a frame or two', () => {
    const text = JSON.stringify(Array.from({ length: 8000 }, () => 'x"'.repeat(300)));
    const start = performance.now();
    expect(reason(text)).toBe('read');
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('parseJson', () => {
  const answer = (body: string, contentType = 'application/json') => ({
    address: 'https://datos.example/',
    bytes: new TextEncoder().encode(body),
    contentType,
    retrievedAt: 0,
  });

  test('an answer is parsed once for all widgets that share it', () => {
    const shared = answer('{"a":1}');
    expect(parseJson(shared)).toBe(parseJson(shared));
    expect(parseJson(shared, { maxDepth: 3 })).not.toBe(parseJson(answer('{"a":1}')));
  });

  test('a cap that differs is applied to a shared answer too', () => {
    const shared = answer('[[[1]]]');
    parseJson(shared);
    expect(() => parseJson(shared, { maxDepth: 2 })).toThrow('2 levels');
  });

  test('JSON that says it is HTML is still JSON', () => {
    expect(parseJson(answer('{"a":1}', 'text/html'))).toEqual({ a: 1 });
  });
});
