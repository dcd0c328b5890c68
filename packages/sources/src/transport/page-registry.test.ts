import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { pageRegistry } from './page-registry.js';
import { pageTransport } from './page-transport.js';
import { SourceError } from './source-error.js';
import { VERSION } from './version.js';

afterEach(() => void vi.restoreAllMocks());

test('the page holds one transport per version, behind one symbol that no loop sees', () => {
  const before = Object.keys(globalThis).length;
  expect(pageTransport()).toBe(pageTransport());
  expect(Object.keys(globalThis).length).toBe(before);
  const page = globalThis as { [key: symbol]: Record<string, Record<string, unknown>> };
  expect(page[Symbol.for('ventana')]![VERSION]!['transport']).toBe(pageTransport());
  expect(Object.getPrototypeOf(pageRegistry())).toBeNull();
});

test.each([
  ['a frozen global', undefined],
  ['somebody else’s frozen value there', Object.freeze({})],
  ['somebody else’s text there', 'mine'],
])('%s costs sharing and nothing else', async (_name, value) => {
  const key = Symbol('ventana');
  vi.spyOn(Symbol, 'for').mockReturnValue(key);
  // What a frozen global does to a new property, this one does too: defining it throws.
  Object.defineProperty(globalThis, key, { value });
  vi.resetModules();
  const refused = await import('./page-registry.js');
  const registry = refused.pageRegistry();
  expect(registry).toBe(refused.pageRegistry());
  registry['x'] = 1;
  expect(refused.pageRegistry()['x']).toBe(1);
});

test('the version is the packages’', () => {
  const file = new URL('../../package.json', import.meta.url);
  expect((JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version).toBe(VERSION);
});

test('another bundle’s SourceError is one', () => {
  const foreign = Object.assign(new Error('x'), { name: 'SourceError' });
  expect(foreign instanceof SourceError).toBe(true);
  for (const other of [new Error('x'), null, undefined, 'SourceError', 7]) {
    expect((other as unknown) instanceof SourceError).toBe(false);
  }
});
