import type { Reading, TramiteCatalogue } from '@ventana/model';
import { foldWords } from '@ventana/model/tramite/fold.js';
import type { Steps } from '@ventana/model/tramite/search/steps.js';
import { csvReader } from '../csv/csv.js';
import { fieldOf } from './field-names.js';
import { draftOf, type Draft, type Field } from './fields.js';
import type { ReadRecords } from './read-records.js';

/** Which column holds which field: `{ nombre: 'TITULO DEL TRÁMITE' }`, by our JSON's names. */
export type TramiteColumns = Readonly<Record<string, string>>;

/** Cells of these fields are lists: `||` and line breaks separate, in the last four `;` and `,` too. */
const LISTS: ReadonlySet<Field> = new Set<Field>(['requirements', 'steps', 'places', 'legalBasis']);
const SHORT_LISTS: ReadonlySet<Field> = new Set<Field>([
  'keywords',
  'channels',
  'lifeEvents',
  'audience',
]);

/**
 * A catalogue from CSV text, or `undefined` when no column is a name or a key. In cells `~~` stands
 * for a comma and `||` separates a list, as municipal catalogues write them. A row is left out and
 * counted where it says something beyond the header's columns, as a price of `$1,234.00` without its
 * quotes does, and the last one where the file ends within it: its cells may stand under the wrong names.
 */
export function* readCsvTramites(
  text: string,
  readRecords: ReadRecords,
  columns: TramiteColumns = {},
): Steps<Reading<TramiteCatalogue> | undefined> {
  const next = csvReader(text);
  const header = next()?.map((name) => cellValue(name, undefined) as string);
  const find = columnFinder(columns, header ?? []);
  const known = header?.map(find);
  if (!header || !known?.some((field) => field === 'name' || field === 'homoclave'))
    return undefined;
  const rows: string[][] = [];
  for (let row = next(); row; row = next()) {
    if (row.some((cell) => cell.trim() !== '')) rows.push(row);
    yield;
  }
  const last = rows.at(-1);
  const least = rows.slice(0, -1).reduce((min, row) => Math.min(min, row.length), header.length);
  const isBad = (row: string[]): boolean =>
    row.slice(header.length).some((cell) => cell.trim() !== '') ||
    (row === last && row.length < least);
  const draft = (row: string[]): Draft | undefined => {
    if (isBad(row)) return undefined;
    return draftOf(
      row.map((cell, at) => {
        const name = header[at] || `columna ${at + 1}`;
        return [name, cellValue(cell, find(name))] as const;
      }),
      find,
    );
  };
  return yield* readRecords({}, rows, draft, (at) => `row ${at + 2}`);
}

function columnFinder(
  columns: TramiteColumns,
  header: readonly string[],
): (name: string) => Field | undefined {
  const mapped = new Map<string, Field>();
  const there = new Set(header.map(foldWords));
  for (const key of Object.keys(columns)) {
    const field = fieldOf(key);
    const name = columns[key];
    // A column that is not there takes no field from one that is.
    if (field && typeof name === 'string' && there.has(foldWords(name))) {
      mapped.set(foldWords(name), field);
    }
  }
  const taken = new Set(mapped.values());
  return (name) => {
    const field = mapped.get(foldWords(name));
    if (field) return field;
    // A field that the embedder gave a column takes no other.
    const guess = fieldOf(name);
    return guess && !taken.has(guess) ? guess : undefined;
  };
}

function cellValue(cell: string, field: Field | undefined): string | string[] {
  const commas = (text: string): string => text.replaceAll('~~', ',').trim();
  const items = cell
    .split(/\|{2,}/)
    .map(commas)
    .filter(Boolean);
  if (field && LISTS.has(field)) return items.flatMap(lines);
  if (field && SHORT_LISTS.has(field)) {
    return items
      .flatMap((item) => item.split(/[;,\n]/))
      .map((item) => item.trim())
      .filter(Boolean);
  }
  return items.join('\n');
}

function lines(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
