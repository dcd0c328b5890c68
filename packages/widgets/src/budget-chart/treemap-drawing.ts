import { addFigures, cutText } from '@ventana/model';
import type { TreemapCell, TreemapLayout } from '@ventana/model';
import type { BudgetWords } from './budget-words.js';
import type { CellText } from './treemap-cells.js';

export interface Drawing {
  readonly cells: readonly TreemapCell[];
  readonly texts: readonly CellText[];
}

/** What is laid out: the first column. */
export function areas({ scene }: BudgetWords): (number | undefined)[] {
  return scene.rows.map(({ figures }) => {
    const value = figures[0]?.value;
    return value === undefined ? undefined : Number(value);
  });
}

/** The cells, that of all that is too small among them, and what they say. */
export function drawing(words: BudgetWords, { cells, rest, tooSmall }: TreemapLayout): Drawing {
  const { scene, short, brief, percent } = words;
  const { rows, columns } = scene;
  const texts = cells.map(({ indexes: [index = -1] }): CellText => {
    const row = rows[index]!;
    const value = row.figures[0]?.value;
    const share = percent(row.share);
    const change = columns.length > 1 ? ` (${words.signed(row.change?.rate)})` : '';
    return {
      row,
      label: cutText(words.row(row), 300),
      amount: short(value) + change,
      brief: () => [brief(value), share],
      share,
    };
  });
  if (!rest) return { cells, texts };
  const { value } = addFigures(tooSmall.flatMap((index) => rows[index]?.figures[0] ?? []));
  return {
    cells: [...cells, rest],
    texts: [
      ...texts,
      {
        label: words.t('rest', { count: tooSmall.length }),
        amount: short(value),
        brief: () => [brief(value)],
        share: '',
      },
    ],
  };
}
