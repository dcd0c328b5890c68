import { createStore, delMany, get, set, update } from 'idb-keyval';
import type { Timing } from './limits.js';
import { sleep } from './until.js';
import type { Answer, Transport } from './transport.js';

/** A key-value store: idb-keyval's functions over one database. */
export interface AnswerStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Read, change and write in one step. */
  update(key: string, change: (old: unknown) => unknown): Promise<void>;
  delMany(keys: string[]): Promise<void>;
}

/** Kept at most: 100 answers, 24 MB in all. The least recently used go first. */
const MAX_ANSWERS = 100;
const MAX_TOTAL = 24 * 1024 * 1024;

/** Answers held where storage is blocked; the oldest goes first. */
const MAX_IN_MEMORY = 20;

/** Form of a record; another number is not read. */
const FORM = 1;

/** Addresses and sizes, least recently used first. No address is spelt like this key. */
const INDEX = 'index';
type Index = [address: string, size: number][];

/**
 * The last answers that were read whole and parsed, for when their address fails.
 *
 * Records are structured clones, never JSON: bytes stay bytes, and a page that patched
 * `Array.prototype.toJSON` changes nothing.
 */
export function createLastGood(
  storage: AnswerStore | undefined,
  { recall: patience }: Pick<Timing, 'recall'>,
): Pick<Transport, 'recall' | 'remember'> {
  // Only what the disk refused: storage is blocked, or full of the host's own things.
  const memory = new Map<string, Answer>();
  const disk = storage ?? diskStore();
  const kept = new WeakSet<Answer>();

  return {
    async recall(address) {
      const read = async (): Promise<Answer | undefined> => {
        const record = (await disk.get(address)) as (Answer & { form: number }) | undefined;
        if (record?.form !== FORM || !(record.bytes instanceof Uint8Array)) return;
        touch(disk, address).catch(() => {});
        return record;
      };
      return (
        memory.get(address) ??
        Promise.race([read().catch(() => undefined), sleep(patience).then(() => undefined)])
      );
    },

    async remember(address, answer) {
      // Many widgets share one answer: one write.
      if (kept.has(answer)) return;
      kept.add(answer);
      memory.delete(address);
      try {
        await keep(disk, address, answer);
      } catch {
        memory.set(address, answer);
        if (memory.size > MAX_IN_MEMORY) memory.delete(memory.keys().next().value!);
      }
    },
  };
}

async function keep(store: AnswerStore, address: string, answer: Answer): Promise<void> {
  for (;;) {
    try {
      await store.set(address, { ...answer, form: FORM });
      return await touch(store, address, answer.bytes.length);
    } catch (error) {
      const index = indexOf(await store.get(INDEX));
      if ((error as Error).name !== 'QuotaExceededError' || !index.length) throw error;
      // Half at a time: few rounds, and the host's own storage gets room too.
      const oldest = index.splice(0, Math.ceil(index.length / 2)).map(([old]) => old);
      await store.delMany(oldest);
      await store.set(INDEX, index);
    }
  }
}

/** Makes `address` the most recently used, and drops what is then too much. */
async function touch(store: AnswerStore, address: string, size?: number): Promise<void> {
  const over: string[] = [];
  await store.update(INDEX, (old) => {
    const index = indexOf(old);
    const at = index.findIndex(([known]) => known === address);
    const [entry] = at < 0 ? [] : index.splice(at, 1);
    index.push([address, size ?? entry?.[1] ?? 0]);
    let total = index.reduce((sum, [, bytes]) => sum + bytes, 0);
    while (index.length > MAX_ANSWERS || (total > MAX_TOTAL && index.length > 1)) {
      const [least, bytes] = index.shift()!;
      over.push(least);
      total -= bytes;
    }
    return index;
  });
  await store.delMany(over);
}

const indexOf = (stored: unknown): Index => (Array.isArray(stored) ? (stored as Index) : []);

/** Opened at first use: where `indexedDB` throws, each call rejects. */
function diskStore(): AnswerStore {
  const store = createStore('ventana', 'answers');
  return {
    get: async (key) => get(key, store),
    set: async (key, value) => set(key, value, store),
    update: async (key, change) => update(key, change, store),
    delMany: async (keys) => delMany(keys, store),
  };
}
