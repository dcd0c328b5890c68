import { expect, it } from 'vitest';
import { byteSize } from './byte-size.js';

it.each([
  [5120, 5120],
  [0, 0],
  ['5120', 5120],
  ['12,345', 12345],
  ['1.2 MB', 1_258_291],
  ['3 KiB', 3072],
  ['3kb', 3072],
  ['1,234 KB', 1_263_616],
  ['10 bytes', 10],
  ['10 B', 10],
  ['2G', 2_147_483_648],
])('%o is %i bytes', (written, bytes) => {
  expect(byteSize(written)).toBe(bytes);
});

it.each([-1, NaN, Infinity, '', 'mucho', '1,5 MB', '12,34', true, null, {}, [5], '9'.repeat(400)])(
  '%o is no size',
  (written) => {
    expect(byteSize(written)).toBeUndefined();
  },
);
