import { serveFinder, type FinderScope } from './serve-finder.js';

/* The script of the finder's worker. A page that may have no worker imports it for what it carries. */
export { openCatalogue } from './finder-engine.js';

if (!('document' in globalThis)) serveFinder(self as unknown as FinderScope);
