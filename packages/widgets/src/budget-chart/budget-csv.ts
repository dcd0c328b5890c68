import { toCsvText } from '@ventana/model';
import type { Figure } from '@ventana/model';
import type { Scene } from './budget-scene.js';
import { periodOf, unitOf } from './budget-words.js';
import type { BudgetWords } from './budget-words.js';

/** The figures that are shown, all of them and exact: one row per part, a column per measure. */
export function budgetCsv(scene: Scene, words: BudgetWords): string {
  const { rows, columns, by } = scene;
  const { t } = words;
  const hasCodes = rows.some(({ code }) => code !== undefined);
  const hasShares = rows.some((row) => row.share !== undefined);
  const isCompared = rows.some((row) => row.change !== undefined);
  const hasRates = rows.some((row) => row.rate !== undefined);
  const unit = unitOf(scene, words);
  const number = (value: number | undefined): string =>
    value === undefined ? '' : String(Number(value.toFixed(6)));
  const isByYear = by?.key === 'year';
  return toCsvText([
    [
      ...(hasCodes ? [t('code')] : []),
      by ? words.dimension(by) : t('whole'),
      ...(isByYear ? [] : [t('period')]),
      ...columns.map((column) => `${words.column(column)} (${unit})`),
      ...(hasShares ? [t('share')] : []),
      ...(isCompared ? [t('difference'), t('change')] : []),
      ...(hasRates ? [t('rate')] : []),
    ],
    ...rows.map((row) => [
      ...(hasCodes ? [row.code ?? ''] : []),
      words.row(row),
      ...(isByYear ? [] : [periodOf(scene)]),
      ...columns.map((_, at) => amountText(row.figures[at])),
      ...(hasShares ? [number(row.share)] : []),
      ...(isCompared ? [row.change?.difference ?? '', number(row.change?.rate)] : []),
      ...(hasRates ? [number(row.rate)] : []),
    ]),
  ]);
}

/** Exact, or as the source wrote what could not be read. */
function amountText(figure: Figure | undefined): string {
  return figure?.value ?? figure?.verbatim ?? '';
}
