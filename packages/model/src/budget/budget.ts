import type { LocalizedText } from '../localized-text.js';
import type { AmountColumn } from './amount-column.js';

/**
 * A budget as tidy facts: what was approved, modified, spent, for each combination of dimensions.
 * Facts are kept in columns (one entry per fact), not as objects: 75,000 rows of the Mexican
 * federal budget take 10 MB. Read it through `breakdown`; amounts never pass through a float sum.
 */
export interface Budget {
  readonly title?: LocalizedText | undefined;
  /** Who published it, as the source says. */
  readonly publisher?: LocalizedText | undefined;
  readonly license?: string | undefined;
  /** The page to cite, already guarded. */
  readonly landingPage?: string | undefined;
  /** ISO 4217 codes, or the source's own text, in order of appearance. Amounts of two are never added. */
  readonly currencies: readonly string[];
  /** Currency of each fact, as an index into `currencies`. */
  readonly currencyOf: Uint32Array;
  /** Gross counts transfers among public bodies twice, net does not; absent: the source does not say. */
  readonly basis?: 'gross' | 'net' | undefined;
  readonly facts: number;
  readonly dimensions: readonly BudgetDimension[];
  readonly measures: readonly BudgetMeasure[];
  /** Why rows were left out, with how many: they add up to the reading's `omitted`. */
  readonly omissions: readonly Omission[];
  /** The source has more rows than this answer holds (a page of many). */
  readonly incomplete?: boolean | undefined;
}

/** What a dimension speaks of. `view` and `by` accept these names for the first such dimension. */
export type DimensionGroup =
  'administrative' | 'programme' | 'functional' | 'economic' | 'geographic' | 'time' | 'other';

export interface BudgetDimension {
  /** `ramo`, `capitulo`, `year` …, or the header made plain where it is not a known one. */
  readonly key: string;
  readonly group: DimensionGroup;
  /** The source's own words for it: the header, or the descriptor's title. */
  readonly label: LocalizedText;
  /** Columns of the source that it was read from. */
  readonly headers: readonly string[];
  readonly values: readonly DimensionValue[];
  /** Value of each fact, as an index into `values`. */
  readonly codes: Uint32Array;
}

export interface DimensionValue {
  /** What `where` and permalinks say: the label, or code and label where a label occurs twice. */
  readonly key: string;
  readonly code?: string | undefined;
  /** Empty when the source leaves the cell blank ("Sin dato"). */
  readonly label: string;
}

/** The moments of the budget cycle in Mexican law (LGCG art. 38), in order; others keep their header. */
export const BUDGET_MEASURES = [
  'proyecto',
  'aprobado',
  'modificado',
  'comprometido',
  'devengado',
  'ejercido',
  'pagado',
] as const;

export interface BudgetMeasure {
  /** One of {@link BUDGET_MEASURES}, `amount` where the source does not say which moment, or the header made plain. */
  readonly key: string;
  readonly label: LocalizedText;
  readonly amounts: AmountColumn;
}

export interface Omission {
  readonly reason: OmissionReason;
  readonly rows: number;
}

export type OmissionReason =
  /** A total of other rows: adding it would count them twice. */
  | 'subtotal'
  /** A percentage or rate the source worked out. */
  | 'derived'
  /** The cell that names the measure holds other text. */
  | 'unknown-measure'
  /** No amount in the row could be read. */
  | 'bad-amount'
  /** Not a row: another number of cells than the header, `null`, a list. */
  | 'bad-row'
  /** Known to exist (the source gives the count), but not in the answer. */
  | 'not-received'
  /** The same row (by its `_id`) came twice. */
  | 'duplicate';
