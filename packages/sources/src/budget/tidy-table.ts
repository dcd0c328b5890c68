import type { LocalizedText } from '@ventana/model';
import { guardAddress } from '../address.js';
import type { BudgetTable } from './budget-reader.js';
import { cellText } from './column-plan.js';
import { isObject, listOf, member, namesOf, rowReader, textOf, textsOf } from './json-value.js';

/**
 * Rows in JSON: a list of objects, a list of lists whose first is the header, or an object that
 * holds either as `rows` (also `data`, `facts`, `records`, `results`) beside `title`, `publisher`,
 * `license`, `landingPage`, `currency`, `basis`, `year`, `columns` (a mapping, or the header of a
 * list of lists). See docs/budget-formats.md.
 */
export function tidyTable(document: unknown): BudgetTable | undefined {
  const of = (name: string): unknown => member(document, name);
  const rows = [document, of('rows'), of('data'), of('facts'), of('records'), of('results')]
    .map(listOf)
    .find((list) => list);
  if (!rows) return undefined;
  const columns = of('columns');
  const basis = of('basis');
  const lists = Array.isArray(rows.find((row) => row !== null));
  const header = lists ? listOf(columns)?.map(cellText) : namesOf(rows);
  return {
    title: localized(of('title')),
    publisher: localized(of('publisher')),
    license: textOf(of('license')),
    currency: textOf(of('currency')),
    year: cellText(of('year')) || undefined,
    landingPage: guardAddress(of('landingPage')),
    basis: basis === 'gross' || basis === 'net' ? basis : undefined,
    columns: isObject(columns) ? textsOf(columns) : undefined,
    header,
    next: rowReader(rows, header ?? []),
  };
}

/** Text, or text per language. */
function localized(value: unknown): LocalizedText | undefined {
  return isObject(value) ? textsOf(value) : textOf(value);
}
