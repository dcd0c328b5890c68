export * from './facets.js';
export * from './highlight.js';
export * from './index-file.js';
export * from './search-index.js';
export * from './steps.js';
export * from './synonyms.js';
export * from './term-index.js';
