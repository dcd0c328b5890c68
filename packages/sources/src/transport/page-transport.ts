import { createTransport } from './create-transport.js';
import { pageRegistry } from './page-registry.js';
import type { PageTransport } from './transport.js';

/** The transport of this page and library version, whichever bundle made it first. */
export function pageTransport(): PageTransport {
  return ((pageRegistry() as { transport?: PageTransport }).transport ??= createTransport());
}
