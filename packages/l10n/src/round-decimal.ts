import { toDecimal } from '@ventana/model';
import type { Decimal } from '@ventana/model';

/**
 * `value / 10^power` with at most `places` decimals, exact at any size, halves away from zero (as
 * people round, and as Intl does): `roundDecimal('999950000', 1, 6)` is `1000`.
 */
export function roundDecimal(value: Decimal, places: number, power = 0): Decimal {
  const negative = value.startsWith('-');
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  let digits = BigInt(whole + fraction);
  let scale = fraction.length + power;
  if (scale > places) {
    const dropped = 10n ** BigInt(scale - places);
    digits = (digits + dropped / 2n) / dropped;
    scale = places;
  }
  const text = digits.toString().padStart(scale + 1, '0');
  const point = text.length - scale;
  return toDecimal(
    `${negative ? '-' : ''}${text.slice(0, point)}${scale > 0 ? `.${text.slice(point)}` : ''}`,
  )!;
}
