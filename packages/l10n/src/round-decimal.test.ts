import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundDecimal } from './round-decimal.js';

describe('roundDecimal', () => {
  it('rounds halves away from zero, at any size', () => {
    expect(roundDecimal('0.25', 1)).toBe('0.3');
    expect(roundDecimal('-0.25', 1)).toBe('-0.3');
    expect(roundDecimal('1.005', 2)).toBe('1.01');
    expect(roundDecimal('9007199254740993.5', 0)).toBe('9007199254740994');
    expect(roundDecimal('-0.04', 1)).toBe('0');
    expect(roundDecimal('999950000', 1, 6)).toBe('1000');
    expect(roundDecimal('1', 1, 6)).toBe('0');
    expect(roundDecimal('12.5', 3)).toBe('12.5');
  });

  it('is never further off than half of the last place', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        fc.nat(12),
        (value, power) => {
          const rounded = BigInt(roundDecimal(value.toString(), 0, power));
          const off = value - rounded * 10n ** BigInt(power);
          expect((off < 0n ? -off : off) * 2n).toBeLessThanOrEqual(10n ** BigInt(power));
        },
      ),
    );
  });
});
