import type { DimensionGroup, LocalizedText } from '@ventana/model';
import { SourceError } from '../transport/source-error.js';
import { columnRole, dimensionName, saysUnit } from './known-columns.js';

/**
 * Which column is what, where headers do not say it or say it wrongly: role to header, as in
 * `{ ramo: 'Dependencia', ramo_id: 'Cve', aprobado: 'Monto 2024' }`. Roles: a dimension (`ramo`,
 * `capitulo`, `year` …, or a name of your own), its code (`ramo_id`), a measure (`aprobado` …),
 * `measure` (the column that names the measure of each row), `amount` and `currency`.
 */
export type ColumnMapping = Readonly<Record<string, string>>;

export interface DimensionPlan {
  readonly key: string;
  readonly group: DimensionGroup;
  readonly label: LocalizedText;
  readonly labelAt?: number | undefined;
  readonly codeAt?: number | undefined;
  /** Of every row, where no column says it. */
  readonly constant?: string | undefined;
}

export interface MeasurePlan {
  readonly key: string;
  readonly label: LocalizedText;
  readonly at: number;
  readonly factor?: number | undefined;
  readonly year?: string | undefined;
  readonly currency?: string | undefined;
  readonly decimal?: '.' | ',' | undefined;
}

/** What each column of a table is for. */
export interface ColumnPlan {
  readonly dimensions: readonly DimensionPlan[];
  /** One, of key `amount`, when `measureNameAt` says which measure each row is about. */
  readonly measures: readonly MeasurePlan[];
  readonly measureNameAt?: number | undefined;
  readonly currencyAt?: number | undefined;
  /** The header, where more rows than one make it. */
  readonly header?: readonly string[] | undefined;
  /** Rows after the header's first that belong to it. */
  readonly skip?: number | undefined;
  /** Columns whose unit is in doubt. */
  readonly doubtful?: number | undefined;
}

/** Text of a cell that stands for a dimension's value. */
export function cellText(cell: unknown): string {
  return typeof cell === 'string'
    ? cell.trim()
    : /^(?:number|bigint|boolean)$/.test(typeof cell)
      ? String(cell)
      : '';
}

/**
 * `columns` as an attribute holds it: JSON, or `ramo: Dependencia; aprobado: Monto 2024`.
 *
 * @throws {SourceError} `not-chosen` for text that is neither
 */
export function parseColumnMapping(text: string): ColumnMapping {
  let pairs: [string, unknown][] = [];
  try {
    pairs = text.trim().startsWith('{')
      ? Object.entries(JSON.parse(text) as object)
      : text.split(';').map((pair) => {
          const [role = '', header] = pair.split(/[:=](.*)/s);
          return [role.trim(), header?.trim()];
        });
  } catch {
    // It names no column then.
  }
  const columns = pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  if (columns.length > 0) return Object.fromEntries(columns);
  throw new SourceError('not-chosen', '', `columns="${text}" names no column.`);
}

/** Headers of columns that hold nothing for a reader: blank, or CKAN's own. */
export const NOTHING = /^(?:_id|_full_text|rank)?$/i;

/** An amount, or a dash, that can be read in one way only. */
const CLEAR = /^\(?-?\$? ?(?:-*|\d+|\d{1,3}(?:,\d{3})+)(?:\.\d\d?)?\)?$/;

/**
 * The plan of a table whose headers are all known, over amounts that are clear each by itself: a
 * column for each measure, one for each dimension or its code beside its label. `undefined` where
 * `planColumns` has to look closer.
 */
export function planKnown(
  header: readonly string[],
  sample: readonly (readonly unknown[])[],
): ColumnPlan | undefined {
  const measures: MeasurePlan[] = [];
  const dimensions = new Map<string, DimensionPlan>();
  const firstParts = new Map<string, string>();
  // `(1),(2),(3)` below the header, or `Cifras en miles de pesos` below the table.
  const isOdd = sample.some((row) =>
    /^\W*(?:1\W+2\b|cifras en)/i.test(row.slice(0, 3).map(cellText).join(' ')),
  );
  for (const [at, name] of header.entries()) {
    if (NOTHING.test(name.trim())) continue;
    const role = columnRole(name);
    if (!role) return undefined;
    const { kind, key, group, part, year } = role;
    const label = dimensionName(name, role);
    const before = dimensions.get(key);
    const pair = `${firstParts.get(key)} ${part}`;
    const isPair =
      before?.codeAt === undefined && /^(?:code|either) label$|^code either$/.test(pair);
    if (kind === 'dimension' && (!before || isPair)) {
      firstParts.set(key, part);
      dimensions.set(key, { key, group, label, labelAt: at, codeAt: before?.labelAt });
    } else if (
      kind !== 'measure' ||
      measures.some((other) => other.key === key) ||
      /^\s*ejercicio/i.test(name) ||
      saysUnit(name) ||
      !sample.every((row) => CLEAR.test(cellText(row[at])))
    ) {
      return undefined;
    } else measures.push({ key, label: name, at, year });
  }
  return measures.length > 0 && dimensions.size > 0 && !isOdd
    ? { measures, dimensions: [...dimensions.values()] }
    : undefined;
}
