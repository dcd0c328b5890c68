export interface CsvTextOptions {
  /** Start with U+FEFF, by which spreadsheets know the text for UTF-8. Default `true`. */
  readonly bom?: boolean;
}

/**
 * What a spreadsheet would take for a formula, also behind blanks and in full-width signs (OWASP,
 * "CSV Injection"). A tab or a line break at the head moves the rest into a cell of its own.
 */
const FORMULA = /^[\t\r\n]|^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
const PLAIN_NUMBER = /^-\d+(?:\.\d+)?$/;

/**
 * Rows as CSV text (RFC 4180): comma, CRLF after every row, quotes where a cell needs them. A cell
 * that a spreadsheet would run as a formula gets a leading apostrophe; a plain negative number
 * stays a number. No rows are no text, without even the BOM.
 */
export function toCsvText(
  rows: readonly (readonly string[])[],
  { bom = true }: CsvTextOptions = {},
): string {
  if (rows.length === 0) return '';
  const lines = rows.map((row) => row.map(csvCell).join(',') + '\r\n');
  return (bom ? '\uFEFF' : '') + lines.join('');
}

function csvCell(cell: string): string {
  const safe = FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
