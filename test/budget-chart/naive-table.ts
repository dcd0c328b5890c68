import { readFileSync } from 'node:fs';
import { REAL } from './budget-page.js';

/** Cells of CSV text, one character at a time: no code of the library, which it checks. */
export function naiveRows(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += char;
      at++;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ',') end();
    else if (!quoted && char === '\n') {
      end();
      rows.push([]);
    } else if (quoted || char !== '\r') cell += char;
  }
  if (cell !== '' || (rows.at(-1)?.length ?? 0) > 0) end();
  return rows.filter((row) => row.some((value) => value.trim() !== ''));
}

export type NaiveRow = Readonly<Record<string, string>>;

export function naiveFile(path: string, charset: 'utf8' | 'latin1' = 'utf8'): NaiveRow[] {
  const text = readFileSync(new URL(path, REAL))
    .toString(charset)
    .replace(/^\ufeff/, '');
  const [header = [], ...body] = naiveRows(text);
  return body.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

/** Whole and fraction as one bigint of 10^-12: nothing here is longer than that. */
export function naiveAmount(text: string): bigint | undefined {
  const digits = text.replace(/[\s,]/g, '');
  if (digits === '-' || digits === '') return 0n;
  const match = /^(-?)(\d+)(?:\.(\d{1,12}))?$/.exec(digits);
  if (!match) return undefined;
  const size = BigInt((match[2] ?? '') + (match[3] ?? '').padEnd(12, '0'));
  return match[1] ? -size : size;
}

/** Accents blanked, so that no charset matters; a no-break space at the end is no part of a name. */
export const blank = (text: string): string =>
  text
    .replace(/[^ -~]/g, '?')
    .replace(/\?+/g, '?')
    .replace(/ +/g, ' ')
    .replace(/[ ?]+$/, '')
    .trim();

/** Sums of a column by another, largest name first in no order. */
export function naiveSums(
  rows: readonly NaiveRow[],
  by: string,
  column: string,
): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    const name = blank(row[by] ?? '');
    sums.set(name, (sums.get(name) ?? 0n) + (naiveAmount(row[column] ?? '') ?? 0n));
  }
  return sums;
}

/** What a reader reads in a table (`-$1,234.50`, `AUD 0 1 cifra no se pudo leer`) in cents. */
export function centsRead(text: string): bigint | undefined {
  const match = /^(-?)(?:\$|[A-Z]{3}\s)?([\d,]+)(?:\.(\d\d))?(?: \d+ cifras? no se .*)?$/.exec(
    text,
  );
  if (!match) return undefined;
  const cents = BigInt((match[2] ?? '').replaceAll(',', '') + (match[3] ?? '00'));
  return match[1] ? -cents : cents;
}

/** To cents, halves away from zero. */
export function inCents(amount: bigint): bigint {
  const unit = 10n ** 10n;
  const size = ((amount < 0n ? -amount : amount) + unit / 2n) / unit;
  return amount < 0n ? -size : size;
}
