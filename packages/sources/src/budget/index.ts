export { parseColumnMapping, type ColumnMapping } from './column-plan.js';
export { fetchBudget, recallBudget } from './fetch-budget.js';
export {
  parseBudget,
  parseBudgetDocument,
  readBudgetAnswer,
  type BudgetOptions,
} from './parse-budget.js';
export { detectBudget, type BudgetFormat } from './rare-formats.js';
export { loadAdjustment, type AdjustmentRequest } from './load-adjustment.js';
export { fetchYearSeries } from './year-series.js';
