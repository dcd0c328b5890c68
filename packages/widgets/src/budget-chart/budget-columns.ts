import { toCsvText } from '@ventana/model';
import type { SceneRow } from './budget-scene.js';
import { periodOf, unitOf } from './budget-words.js';
import type { BudgetWords } from './budget-words.js';

/** What is worked out from a row's figures; a total has it too. */
export type Derived = Pick<SceneRow, 'share' | 'change' | 'rate'>;

/** A column of what is worked out from the figures beside it. */
export interface DerivedColumn {
  readonly head: string;
  /** As a reader reads it. */
  text(row: Derived): string;
  /** As a machine does: a ratio, or exact text. */
  exact(row: Derived): number | string | undefined;
}

/** The columns that some row, or the total, has something for. */
export function derivedColumns({
  scene,
  t,
  percent,
  full,
  exact,
  signed,
}: BudgetWords): DerivedColumn[] {
  const all: readonly Derived[] = [...scene.rows, scene as Derived];
  const columns: readonly (DerivedColumn & { of: keyof Derived })[] = [
    {
      of: 'share',
      head: 'share',
      text: ({ share }) => percent(share),
      exact: ({ share }) => share,
    },
    {
      of: 'change',
      head: 'difference',
      text: ({ change }) => full(change?.difference),
      exact: ({ change }) => exact(change?.difference),
    },
    {
      of: 'change',
      head: 'change',
      text: ({ change }) => signed(change?.rate),
      exact: ({ change }) => change?.rate,
    },
    { of: 'rate', head: 'rate', text: ({ rate }) => percent(rate), exact: ({ rate }) => rate },
  ];
  return columns
    .filter(({ of }) => all.some((row) => row[of] !== undefined))
    .map((column) => ({ ...column, head: t(column.head as 'share') }));
}

/** The figures that are shown, all of them and exact: one row per part, a column per measure. */
export function budgetCsv(words: BudgetWords): string {
  const { scene, t, exact } = words;
  const { rows, columns, by } = scene;
  const derived = derivedColumns(words);
  const hasCodes = rows.some(({ code }) => code !== undefined);
  const isByYear = by?.key === 'year';
  return toCsvText([
    [
      ...(hasCodes ? [t('code')] : []),
      by ? words.dimension(by) : t('whole'),
      ...(isByYear ? [] : [t('period')]),
      ...columns.map((column) => `${words.column(column)} (${unitOf(words)})`),
      ...derived.map(({ head }) => head),
    ],
    ...rows.map((row) => [
      ...(hasCodes ? [row.code ?? ''] : []),
      words.row(row),
      ...(isByYear ? [] : [periodOf(scene)]),
      // Exact, or as the source wrote what could not be read.
      ...row.figures.map(({ value, verbatim }) => exact(value) ?? verbatim ?? ''),
      ...derived.map((column) => {
        const found = column.exact(row) ?? '';
        return typeof found === 'number' ? String(Number(found.toFixed(6))) : found;
      }),
    ]),
  ]);
}
