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

/** The columns that some row has something for. */
export function derivedColumns({ scene, t, percent, full, signed }: BudgetWords): DerivedColumn[] {
  const has = (name: keyof Derived): boolean =>
    [...scene.rows, scene as Derived].some((row) => row[name] !== undefined);
  return [
    ...(has('share')
      ? [
          {
            head: t('share'),
            text: ({ share }: Derived) => percent(share),
            exact: ({ share }: Derived) => share,
          },
        ]
      : []),
    ...(has('change')
      ? [
          {
            head: t('difference'),
            text: ({ change }: Derived) => full(change?.difference),
            exact: ({ change }: Derived) => change?.difference,
          },
          {
            head: t('change'),
            text: ({ change }: Derived) => signed(change?.rate),
            exact: ({ change }: Derived) => change?.rate,
          },
        ]
      : []),
    ...(has('rate') && scene.view === 'execution'
      ? [
          {
            head: t('rate'),
            text: ({ rate }: Derived) => percent(rate),
            exact: ({ rate }: Derived) => rate,
          },
        ]
      : []),
  ];
}

/** The figures that are shown, all of them and exact: one row per part, a column per measure. */
export function budgetCsv(words: BudgetWords): string {
  const { scene, t } = words;
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
      ...row.figures.map(({ value, verbatim }) => value ?? verbatim ?? ''),
      ...derived.map(({ exact }) => {
        const found = exact(row) ?? '';
        return typeof found === 'number' ? String(Number(found.toFixed(6))) : found;
      }),
    ]),
  ]);
}
