export * from './csv-text.js';
export * from './civil-date.js';
export * from './decimal.js';
export * from './localized-text.js';
export * from './reading.js';
export * from './dataset/dataset.js';
export * from './amount.js';
