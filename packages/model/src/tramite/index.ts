export * from './channel.js';
export * from './cost.js';
export * from './document-key.js';
export * from './duration.js';
export * from './plan-of.js';
export * from './requirement.js';
export * from './tramite.js';
export * from './whole-tramite.js';
