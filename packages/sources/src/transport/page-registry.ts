import { VERSION } from './version.js';

const KEY = Symbol.for('ventana');
const local = Object.create(null) as Record<string, Record<string, unknown>>;

/**
 * What this version of the library shares across every bundle on the page: the one global it has,
 * `globalThis[Symbol.for('ventana')]`, not enumerable, keyed by version, without prototypes.
 *
 * A page that froze `globalThis` gets a registry per bundle: more requests, nothing broken.
 */
export function pageRegistry(): Record<string, unknown> {
  const page = globalThis as { [KEY]?: typeof local };
  try {
    if (!page[KEY]) Object.defineProperty(page, KEY, { value: Object.create(null) as unknown });
    return (page[KEY]![VERSION] ??= Object.create(null) as Record<string, unknown>);
  } catch {
    return (local[VERSION] ??= Object.create(null) as Record<string, unknown>);
  }
}
