export * from './fetch-plan.js';
export * from './parse-plan.js';
