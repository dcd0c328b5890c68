/**
 * An exact decimal number as canonical text: `-1234567890123456789.05`. Amounts of money travel as
 * this, because a JavaScript number rounds silently beyond 2^53 and has no cents of its own.
 * `Intl.NumberFormat` prints it exactly when handed the text.
 */
export type Decimal = string & { readonly __decimal?: never };

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;

interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

function scaled(value: Decimal): Scaled {
  const match = PLAIN.exec(value);
  if (!match) throw new TypeError(`Not a decimal: ${value}`);
  const fraction = match[3] ?? '';
  const digits = BigInt((match[2] ?? '0') + fraction);
  return { digits: match[1] === '-' ? -digits : digits, scale: fraction.length };
}

function unscaled({ digits, scale }: Scaled): Decimal {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = scale === 0 ? '' : text.slice(-scale).replace(/0+$/, '');
  const sign = negative && digits !== 0n ? '-' : '';
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * Canonical form of plain decimal text or of a finite number; `undefined` for anything else,
 * thousands separators and currency signs included (see `parseAmount` for those).
 */
export function toDecimal(value: unknown): Decimal | undefined {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return undefined;
    return toDecimal(expandExponent(String(value)));
  }
  if (typeof value !== 'string' || !PLAIN.test(value)) return undefined;
  const { digits, scale } = scaled(value);
  return unscaled({ digits, scale });
}

/** `1.5e+21` as plain digits, which is how `String` writes large and small numbers. */
function expandExponent(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent] = match;
  return sign + shiftPoint(whole, fraction, Number(exponent));
}

/** The digits of `whole.fraction × 10^exponent`. */
export function shiftPoint(whole: string, fraction: string, exponent: number): string {
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** `digits / 10^scale`: cents are of scale 2. */
export function decimalOf(digits: bigint, scale: number): Decimal {
  return unscaled({ digits, scale });
}

/** `value × factor`, exact. */
export function timesWhole(value: Decimal, factor: bigint): Decimal {
  const { digits, scale } = scaled(value);
  return unscaled({ digits: digits * factor, scale });
}

/** The exact sum; `0` for none. */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let digits = 0n;
  let scale = 0;
  for (const value of values) {
    const next = scaled(value);
    if (next.scale > scale) {
      digits *= 10n ** BigInt(next.scale - scale);
      scale = next.scale;
    }
    digits += next.digits * 10n ** BigInt(scale - next.scale);
  }
  return unscaled({ digits, scale });
}

/** `a - b`, exact. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const { digits, scale } = scaled(b);
  return sumDecimals([a, unscaled({ digits: -digits, scale })]);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const difference = subtractDecimals(a, b);
  return difference === '0' ? 0 : difference.startsWith('-') ? -1 : 1;
}

/**
 * `a / b` as a number, for shares and rates (15 significant digits, whatever the size of a and b);
 * `undefined` when `b` is zero: there is no share of nothing.
 */
export function ratio(a: Decimal, b: Decimal): number | undefined {
  const top = scaled(a);
  const bottom = scaled(b);
  if (bottom.digits === 0n) return undefined;
  const scale = Math.max(top.scale, bottom.scale);
  const numerator = top.digits * 10n ** BigInt(scale - top.scale);
  const denominator = bottom.digits * 10n ** BigInt(scale - bottom.scale);
  const precision = 18n;
  return Number((numerator * 10n ** precision) / denominator) / 10 ** Number(precision);
}
