import type { LocalizedText } from '@ventana/model';
import { guardAddress } from '../address.js';
import type { BudgetTable } from './budget-reader.js';
import { cellText, type ColumnMapping } from './column-plan.js';
import { listOf, member, namesOf, objectOf, rowReader, textOf } from './json-value.js';

/**
 * Rows in JSON: a list of objects, a list of lists whose first is the header, or an object that
 * holds either as `rows` (also `data`, `facts`, `records`, `results`) beside `title`, `publisher`,
 * `license`, `landingPage`, `currency`, `basis`, `year`, `columns` (a mapping, or the header of a list of
 * lists). See docs/budget-formats.md.
 */
export function tidyTable(document: unknown): BudgetTable | undefined {
  const rows =
    listOf(document) ??
    ['rows', 'data', 'facts', 'records', 'results'].reduce<readonly unknown[] | undefined>(
      (found, name) => found ?? listOf(member(document, name)),
      undefined,
    );
  if (!rows) return undefined;
  const columns = member(document, 'columns');
  const about = objectOf(document) ? describe(document) : {};
  const mapping = objectOf(columns) ? { columns: mappingOf(columns) } : {};
  const first = rows.find((row) => row !== null);
  if (!Array.isArray(first)) {
    const header = namesOf(rows);
    return { ...about, ...mapping, header, next: rowReader(rows, header) };
  }
  const header = listOf(columns)?.map(cellText);
  let at = 0;
  const next = (): unknown => (at < rows.length ? (rows[at++] ?? null) : undefined);
  return { ...about, ...mapping, ...(header ? { header } : {}), next };
}

function mappingOf(value: unknown): ColumnMapping {
  return Object.fromEntries(
    Object.entries(objectOf(value) ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

function describe(document: unknown): Partial<BudgetTable> {
  const basis = member(document, 'basis');
  const title = localized(member(document, 'title'));
  const publisher = localized(member(document, 'publisher'));
  const license = textOf(member(document, 'license'));
  const currency = textOf(member(document, 'currency'));
  const year = cellText(member(document, 'year'));
  const landingPage = guardAddress(member(document, 'landingPage'));
  return {
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(license === undefined ? {} : { license }),
    ...(currency === undefined ? {} : { currency: currency.toUpperCase() }),
    ...(year === '' ? {} : { year }),
    ...(landingPage === undefined ? {} : { landingPage }),
    ...(basis === 'gross' || basis === 'net' ? { basis } : {}),
  };
}

/** Text, or text per language. */
export function localized(value: unknown): LocalizedText | undefined {
  const texts = Object.entries(objectOf(value) ?? {}).filter(
    (entry): entry is [string, string] => textOf(entry[1]) !== undefined,
  );
  return texts.length > 0 ? Object.fromEntries(texts) : textOf(value);
}
