const UNITS = 'kmgt';

/**
 * Bytes of a size as publishers write it: `5120`, `"12,345"`, `"1.2 MB"`, `"3 KiB"`. Units are of
 * 1,024, as CKAN reckons them. `undefined` for anything else, a comma that may be a decimal point
 * included (`"1,234 KB"` is thousands: three digits).
 */
export function byteSize(value: unknown): number | undefined {
  const [, digits = '', unit] =
    /^\s*(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(?:bytes?|([kmgt]?)(?:i?b)?)\s*$/i.exec(
      String(value),
    ) ?? [];
  const isNumber = typeof value === 'number' || typeof value === 'string';
  const power = unit ? UNITS.indexOf(unit.toLowerCase()) + 1 : 0;
  const bytes = Math.round(Number(digits.replaceAll(',', '')) * 1024 ** power);
  return isNumber && digits !== '' && Number.isSafeInteger(bytes) ? bytes : undefined;
}
