import { expect, it } from 'vitest';
import { byteSize } from './byte-size.js';

it.each([
  [5120, 5120],
  [0, 0],
  ['5120', 5120],
  ['12,345', 12345],
  ['1.2 MB', 1_200_000],
  ['3 KiB', 3072],
  ['3kb', 3000],
  ['1,234 KB', 1_234_000],
  ['10 bytes', 10],
  ['10 B', 10],
  ['2G', 2_000_000_000],
  ['5 MB', 5_000_000],
  ['1,5 MB', 1_500_000],
  ['1.5 MiB', 1_572_864],
  ['12,345,678 kB', 12_345_678_000],
])('%o is %i bytes', (written, bytes) => {
  expect(byteSize(written)).toBe(bytes);
});

it.each([-1, NaN, Infinity, '', 'mucho', '1,5', '12,34', true, null, {}, [5], '9'.repeat(400)])(
  '%o is no size',
  (written) => {
    expect(byteSize(written)).toBeUndefined();
  },
);
