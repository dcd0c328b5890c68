export * from './fetch-reading.js';
export * from './transport/source-error.js';
export * from './transport/transport.js';
export * from './csv/csv.js';
export * from './csv/slices.js';
