import { treemapSquarify, type HierarchyRectangularNode } from 'd3-hierarchy';

export interface TreemapOptions {
  /** Size of the box in px: cells are shaped for it and judged by it. */
  readonly width: number;
  readonly height: number;
  /** A cell less wide or high than this, in px, can't be read or touched. Default 24. */
  readonly minSide?: number;
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
  readonly rest?: TreemapCell | undefined;
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
  const { width, height, minSide = 24 } = options;
  const positive: number[] = [];
  const negative: number[] = [];
  const none: number[] = [];
  values.forEach((value = 0, index) => {
    if (value < 0) negative.push(index);
    else if (value > 0 && Number.isFinite(value)) positive.push(index);
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
  let tile = treemapSquarify;
  let shown = empty ? 0 : positive.length;
  let cells: TreemapCell[] = [];
  for (let again = !empty; again;) {
    const parts = positive.slice(0, shown).map((index) => [index]);
    if (shown < positive.length) parts.push(positive.slice(shown));
    cells = layOut(tile, parts, sizes, width, height);
    const small = cells.findIndex(
      (cell, index) =>
        index < shown &&
        ((cell.width * width) / 100 < minSide || (cell.height * height) / 100 < minSide),
    );
    again = small !== -1;
    if (again) shown = ++looks > 6 ? Math.min(small, Math.floor(shown * 0.9)) : small;
    // Of many even parts, oblong as they come out, none may be drawn; of squares some may.
    if (again && !shown && tile === treemapSquarify) {
      tile = tile.ratio(1);
      shown = positive.length;
    }
  }
  return {
    cells: cells.slice(0, shown),
    rest: cells[shown],
    tooSmall: positive.slice(shown),
    negative,
    none,
  };
}

/** What the tile function reads and writes of a node. */
interface Tile {
  readonly value: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

function layOut(
  tile: typeof treemapSquarify,
  parts: readonly (readonly number[])[],
  sizes: readonly number[],
  width: number,
  height: number,
): TreemapCell[] {
  const tiles = parts.map((indexes): Tile => {
    const value = indexes.reduce((total, index) => total + (sizes[index] ?? 0), 0);
    return { value, x0: 0, y0: 0, x1: 0, y1: 0 };
  });
  const root = { value: tiles.reduce((sum, { value }) => sum + value, 0), children: tiles };
  // One level only: the tiling alone does it, without the four fifths of d3-hierarchy that build trees.
  tile(root as unknown as HierarchyRectangularNode<unknown>, 0, 0, width, height);
  return tiles.map(({ x0, y0, x1, y1 }, index) => ({
    indexes: parts[index] ?? [],
    x: (100 * x0) / width,
    y: (100 * y0) / height,
    width: (100 * (x1 - x0)) / width,
    height: (100 * (y1 - y0)) / height,
  }));
}
