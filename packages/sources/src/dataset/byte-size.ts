const UNITS = 'kmgt';

/**
 * Bytes of a size as publishers write it: `5120`, `"12,345"`, `"1.2 MB"`, `"1,5 MB"`, `"3 KiB"`.
 * Units are of 1,000, as the SI has them; those with an i (KiB, MiB) of 1,024, as the IEC has them. A
 * comma with three digits after it parts thousands; with one or two before a unit it is a decimal
 * comma. `undefined` for anything else.
 */
export function byteSize(value: unknown): number | undefined {
  const [, digits = '', unit, binary] =
    /^\s*(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+|,\d\d?(?=\s*[kmgt]))?)\s*(?:bytes?|([kmgt]?)(i?)b?)\s*$/i.exec(
      String(value),
    ) ?? [];
  const isNumber = typeof value === 'number' || typeof value === 'string';
  const power = unit ? UNITS.indexOf(unit.toLowerCase()) + 1 : 0;
  const number = digits.replace(/,(\d\d?)$/, '.$1').replaceAll(',', '');
  const bytes = Math.round(Number(number) * (binary ? 1024 : 1000) ** power);
  return isNumber && digits !== '' && Number.isSafeInteger(bytes) ? bytes : undefined;
}
