import { serveFinder, type FinderScope } from './serve-finder.js';

/* The script of the finder's worker: started by createFinder, of no use in a page. */
serveFinder(self as unknown as FinderScope);
