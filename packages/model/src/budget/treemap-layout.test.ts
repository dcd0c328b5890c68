import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { treemapLayout } from './treemap-layout.js';

const BOX = { width: 800, height: 400 };

describe('treemapLayout', () => {
  it('gives each value an area in proportion, largest first', () => {
    const { cells } = treemapLayout([1, 3, 4], BOX);
    expect(cells.map(({ indexes }) => indexes[0])).toEqual([2, 1, 0]);
    const areas = cells.map(({ width, height }) => Math.round((width * height) / 100));
    expect(areas).toEqual([50, 38, 13]);
  });

  it('lists apart what is negative, nothing, or too small, and keeps the place of the small', () => {
    const layout = treemapLayout([1e9, 5e8, 1, 2, 0, -7, undefined, Number.NaN], BOX);
    expect(layout.cells.map(({ indexes }) => indexes)).toEqual([[0], [1]]);
    expect(layout.tooSmall).toEqual([3, 2]);
    expect(layout.rest?.indexes).toEqual([3, 2]);
    expect([layout.negative, layout.none]).toEqual([[5], [4, 6, 7]]);
  });

  it('draws all of a thousand when small ones are allowed', () => {
    const values = Array.from({ length: 1000 }, (_, at) => 1000 - at);
    expect(treemapLayout(values, { ...BOX, minSide: 0 }).cells).toHaveLength(1000);
  });

  it('draws what it can of many even parts, and the rest in their place', () => {
    // 640 square pixels each: long and narrow they are too small, as squares they are not.
    const some = treemapLayout(Array<number>(500).fill(7), BOX);
    expect(some.cells.length).toBeGreaterThan(400);
    expect(some.cells.length + some.tooSmall.length).toBe(500);
    // 320: none can be drawn in proportion to the whole.
    const none = treemapLayout(Array<number>(1000).fill(7), BOX);
    expect([none.cells, none.tooSmall.length]).toEqual([[], 1000]);
    expect(none.rest).toMatchObject({ x: 0, y: 0, width: 100, height: 100 });
  });

  it('draws nothing in no room', () => {
    expect(treemapLayout([1, 2], { width: 0, height: 400 })).toMatchObject({
      cells: [],
      tooSmall: [1, 0],
    });
  });

  it('loses no value, overlaps none and stays in its box', () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 1e6 }), fc.double(), fc.constant(undefined));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        const { cells, tooSmall, negative, none } = treemapLayout(values, BOX);
        const all = [...cells.flatMap(({ indexes }) => indexes), ...tooSmall, ...negative, ...none];
        expect(all.sort((a, b) => a - b)).toEqual(values.map((_, at) => at));
        for (const { x, y, width, height } of cells) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-6);
          expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(100.0001);
        }
      }),
    );
  });
});
