import type { AnswerStore } from './last-good.js';

/** A store like IndexedDB's, for tests. */
export function memoryStore(): AnswerStore {
  const map = new Map<string, unknown>();
  return {
    get: async (key) => map.get(key),
    async set(key, value) {
      map.set(key, value);
    },
    async update(key, change) {
      map.set(key, change(map.get(key)));
    },
    async delMany(keys) {
      for (const key of keys) map.delete(key);
    },
  };
}
