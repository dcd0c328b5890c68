export { parseColumnMapping, type ColumnMapping } from './column-plan.js';
export { fetchBudget, recallBudget } from './fetch-budget.js';
export {
  detectBudget,
  parseBudget,
  parseBudgetDocument,
  readBudgetAnswer,
  type BudgetFormat,
  type BudgetOptions,
} from './parse-budget.js';
export { loadAdjustment, type AdjustmentRequest } from './load-adjustment.js';
export { fetchYearSeries } from './year-series.js';
