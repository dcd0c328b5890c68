import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';

export interface TreemapOptions {
  /** Size of the box in px: cells are shaped for it and judged by it. */
  readonly width: number;
  readonly height: number;
  /** A cell less wide or high than this, in px, can't be read or touched. Default 24. */
  readonly minSide?: number;
  /** Gap between cells in px. Default 0 (the style sheet's borders do). */
  readonly gap?: number;
}

/** A rectangle in percent of the box, so that it survives resizing and printing. */
export interface TreemapCell {
  /** Indexes of the values it stands for: one, or all those too small to draw. */
  readonly indexes: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TreemapLayout {
  readonly cells: readonly TreemapCell[];
  /** The cell that stands for all of `tooSmall`, when it can itself be seen. */
  readonly rest?: TreemapCell;
  /** Positive values that get no cell of their own: to be listed. */
  readonly tooSmall: readonly number[];
  /** Negative values: an area can't be negative, so they are listed apart. */
  readonly negative: readonly number[];
  /** Zero, or no number at all. */
  readonly none: readonly number[];
}

/**
 * Squarified treemap (Bruls, Huizing, van Wijk 2000) of `values`, largest first. Areas are in
 * proportion to all positive values: what is too small to draw keeps its place, as one cell.
 */
export function treemapLayout(
  values: readonly (number | undefined)[],
  options: TreemapOptions,
): TreemapLayout {
  const { width, height, minSide = 24, gap = 0 } = options;
  const positive: number[] = [];
  const negative: number[] = [];
  const none: number[] = [];
  values.forEach((value, index) => {
    if (value !== undefined && value < 0) negative.push(index);
    else if (value !== undefined && value > 0 && Number.isFinite(value)) positive.push(index);
    else none.push(index);
  });
  positive.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const empty = !(width > 0 && height > 0);
  // Relative to the largest: absurd amounts must not overflow the areas.
  const largest = values[positive[0] ?? -1] ?? 1;
  const sizes = values.map((value) => (value ?? 0) / largest);

  // Smallest last: cutting the tail changes the shape of the others, so look again. After some
  // looks cut a tenth at a time, or 1,000 cells could take 1,000 layouts.
  let looks = 0;
  let shown = empty ? 0 : positive.length;
  let cells: TreemapCell[] = [];
  for (let again = !empty; again;) {
    const parts = positive.slice(0, shown).map((index) => [index]);
    if (shown < positive.length) parts.push(positive.slice(shown));
    cells = layOut(parts, sizes, width, height, gap);
    const small = cells.findIndex(
      (cell, index) =>
        index < shown &&
        ((cell.width * width) / 100 < minSide || (cell.height * height) / 100 < minSide),
    );
    again = small !== -1;
    if (again) shown = ++looks > 6 ? Math.min(small, Math.floor(shown * 0.9)) : small;
  }
  const rest = shown < positive.length ? cells[shown] : undefined;
  return {
    cells: cells.slice(0, shown),
    ...(rest ? { rest } : {}),
    tooSmall: positive.slice(shown),
    negative,
    none,
  };
}

interface Part {
  readonly indexes: readonly number[];
  readonly children?: readonly Part[];
}

function layOut(
  parts: readonly (readonly number[])[],
  sizes: readonly number[],
  width: number,
  height: number,
  gap: number,
): TreemapCell[] {
  if (parts.length === 0) return [];
  const sum = (indexes: readonly number[]): number =>
    indexes.reduce((total, index) => total + (sizes[index] ?? 0), 0);
  const root = hierarchy<Part>({ indexes: [], children: parts.map((indexes) => ({ indexes })) });
  root.sum(({ indexes, children }) => (children ? 0 : sum(indexes)));
  const laid = treemap<Part>().tile(treemapSquarify).size([width, height]).paddingInner(gap)(root);
  const percent = (length: number, whole: number): number => (100 * length) / whole;
  return (laid.children ?? []).map(({ data, x0, y0, x1, y1 }) => ({
    indexes: data.indexes,
    x: percent(x0, width),
    y: percent(y0, height),
    width: percent(x1 - x0, width),
    height: percent(y1 - y0, height),
  }));
}
