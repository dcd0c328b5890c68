import { describe, expect, test } from 'vitest';
import { createLastGood, type AnswerStore } from './last-good.js';
import { memoryStore } from './memory-store.fixtures.js';
import type { Answer } from './transport.js';

const answer = (size = 3): Answer => ({
  address: 'https://datos.example/',
  bytes: new Uint8Array(size).fill(7),
  contentType: 'application/json',
  retrievedAt: 1,
  lastModified: 'Tue, 03 Mar 2026 18:30:00 GMT',
});
const key = (i: number): string => `https://datos.example/${i}`;
const PATIENCE = { recall: 50 };

describe('last good answers', () => {
  test('come back as they were', async () => {
    const store = createLastGood(memoryStore(), PATIENCE);
    await store.remember(key(1), answer());
    expect(await store.recall(key(1))).toMatchObject(answer());
    expect(await store.recall(key(2))).toBeUndefined();
  });

  test('where storage is blocked they live in memory', async () => {
    const refuse = (): Promise<never> =>
      Promise.reject(new DOMException('sandboxed', 'SecurityError'));
    const store = createLastGood(
      { get: refuse, set: refuse, update: refuse, delMany: refuse },
      PATIENCE,
    );
    await store.remember(key(1), answer());
    expect(await store.recall(key(1))).toMatchObject(answer());
  });

  test('without indexedDB at all, too (this runs in Node)', async () => {
    const store = createLastGood(undefined, PATIENCE);
    await store.remember(key(1), answer());
    expect(await store.recall(key(1))).toMatchObject(answer());
  });

  test('a store that hangs is not waited for', async () => {
    const hang = (): Promise<never> => new Promise(() => {});
    const store = createLastGood({ get: hang, set: hang, update: hang, delMany: hang }, PATIENCE);
    expect(await store.recall(key(1))).toBeUndefined();
  });

  test('the least recently used go first, by number and by bytes', async () => {
    const store = createLastGood(memoryStore(), PATIENCE);
    for (let i = 0; i < 100; i++) await store.remember(key(i), answer());
    await store.recall(key(0));
    await store.remember(key(100), answer());
    expect(await store.recall(key(0))).toBeDefined();
    expect(await store.recall(key(1))).toBeUndefined();

    for (let i = 200; i < 204; i++) await store.remember(key(i), answer(7 * 1024 * 1024));
    expect(await store.recall(key(200))).toBeUndefined();
    expect(await store.recall(key(203))).toBeDefined();
  });

  test('a full disk loses its oldest answers, not the newest', async () => {
    const inner = memoryStore();
    const held = new Set<string>();
    const full: AnswerStore = {
      ...inner,
      async set(at, value) {
        if (at !== 'index' && !held.has(at) && held.size >= 4)
          throw new DOMException('', 'QuotaExceededError');
        if (at !== 'index') held.add(at);
        await inner.set(at, value);
      },
      async delMany(keys) {
        for (const each of keys) held.delete(each);
        await inner.delMany(keys);
      },
    };
    const store = createLastGood(full, PATIENCE);
    for (let i = 0; i < 5; i++) await store.remember(key(i), answer());
    expect([...held]).toEqual([2, 3, 4].map(key));
    expect(await store.recall(key(4))).toBeDefined();
  });

  test('a disk full of other things sends the answer to memory', async () => {
    const full: AnswerStore = {
      ...memoryStore(),
      set: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
    };
    const store = createLastGood(full, PATIENCE);
    await store.remember(key(1), answer());
    expect(await store.recall(key(1))).toBeDefined();
  });

  test.each([null, 'texto', 7, {}, { form: 0, bytes: new Uint8Array(1) }, { form: 1, bytes: 'x' }])(
    'a record of another form (%j) is not read',
    async (record) => {
      const inner = memoryStore();
      await inner.set(key(1), record);
      await inner.set('index', record);
      const store = createLastGood(inner, PATIENCE);
      expect(await store.recall(key(1))).toBeUndefined();
      await store.remember(key(1), answer());
      expect(await store.recall(key(1))).toBeDefined();
    },
  );
});
