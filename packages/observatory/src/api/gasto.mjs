import { shippedText } from '../examples/shipped.mjs';

/**
 * The federal spending that ships with the library, as a CSV file like those that governments publish.
 * Its figures are real: Cuenta Pública, SHCP.
 */
export const prefix = '/gasto/';

/** @param {unknown} cell */
function csvCell(cell) {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function federalCsv() {
  /** @type {{ columns: string[], rows: unknown[][] }} */
  const { columns, rows } = JSON.parse(shippedText('gasto-federal-2013-2023.json'));
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** @param {Request} request @returns {Response} */
export function answer(request) {
  if (new URL(request.url).pathname !== `${prefix}federal.csv`) {
    return new Response('Not Found', { status: 404, headers: { 'Content-Type': 'text/plain' } });
  }
  return new Response(federalCsv(), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
}
