/** Forms that few pages meet: a site's bundle loads their readers when one comes. They throw nothing. */
export { aggregateTable } from './aggregate-table.js';
export { fiscalPackage } from './fiscal-package.js';
