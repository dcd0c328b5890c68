import { plainWords, type DimensionGroup, type LocalizedText, type Problem } from '@ventana/model';
import {
  columnRole,
  measureNamed,
  ownDimension,
  yearHeading,
  yearIn,
  type ColumnRole,
} from './known-columns.js';

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
}

/** Text of a cell that stands for a dimension's value. */
export function cellText(cell: unknown): string {
  return typeof cell === 'string'
    ? cell.trim()
    : /^(?:number|bigint|boolean)$/.test(typeof cell)
      ? String(cell)
      : '';
}

/** `columns` as an attribute holds it: JSON, or `ramo: Dependencia; aprobado: Monto 2024`. */
export function parseColumnMapping(text: string): ColumnMapping | undefined {
  try {
    const pairs: [string, unknown][] = text.trim().startsWith('{')
      ? Object.entries(JSON.parse(text) as object)
      : text.split(';').map((pair) => {
          const [role = '', header] = pair.split(/[:=](.*)/s);
          return [role.trim(), header?.trim()];
        });
    const columns = pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    return columns.length > 0 ? Object.fromEntries(columns) : undefined;
  } catch {
    return undefined;
  }
}

/** A dimension under its known name, if it has one: `ID_RAMO` is `ramo`, whatever the source's group. */
export function planDimension(
  name: string,
  label: LocalizedText,
  group: DimensionGroup,
  labelAt: number | undefined,
  codeAt: number | undefined,
): DimensionPlan {
  const role = columnRole(name);
  const known = role?.kind === 'dimension';
  return {
    key: known ? role.key : group === 'time' ? 'year' : name,
    group: known ? role.group : group,
    label,
    labelAt: labelAt ?? codeAt,
    codeAt: labelAt === undefined ? undefined : codeAt,
  };
}

const isNumeric = (text: string): boolean => /^[-+($\s]*[\d.,\s]*\d[)\s%-]*$/.test(text);
const mostly = (cells: readonly string[]): boolean =>
  cells.filter(isNumeric).length > cells.length / 2;
const NO_DIMENSION = /^(?:_id|_full_text|rank)$|^porcentaje/i;

/**
 * Decides from headers, the embedder's mapping and some rows what each column is for; the mapping
 * wins. What is not recognised becomes a dimension when it holds text, and is left aside when it
 * holds numbers. `measures` is empty when no column can be taken for an amount.
 */
export function planColumns(
  header: readonly string[],
  sample: readonly (readonly unknown[])[],
  mapping: ColumnMapping,
  problems: Problem[],
): ColumnPlan {
  const texts = header.map((_, at) => sample.map((row) => cellText(row[at])).filter(Boolean));
  const roles = mappedRoles(header, mapping, problems);
  const mapped = new Set(roles.keys());
  header.forEach((name, at) => {
    const role = roles.has(at) || !name.trim() ? undefined : roleByCells(name, texts[at]!);
    if (role) roles.set(at, role);
  });

  const all = [...header.keys()];
  const has = (kind: ColumnRole['kind']): number[] =>
    all.filter((at) => roles.get(at)?.kind === kind);
  const [measureNameAt] = has('measure-name');
  const [currencyAt] = has('currency');
  let measured = measureNameAt === undefined ? has('measure') : [];
  if (measured.length === 0) {
    // `TOTAL` beside its parts is the one to read.
    const amounts = has('amount');
    const total = amounts.find((at) => /^\s*total\s*$/i.test(header[at]!));
    measured = total === undefined ? amounts.slice(0, 1) : [total];
  }
  if (measured.length === 0) measured = all.filter((at) => yearHeading(header[at]!));
  if (measured.length === 0) {
    measured = all.filter((at) => header[at]?.trim() && !roles.has(at) && mostly(texts[at]!));
    if (measured.length > 1) measured = [];
  }

  const columns = new Map<string, { group: DimensionGroup; label?: number; code?: number }>();
  for (const at of all) {
    const role = roles.get(at);
    if (role?.kind !== 'dimension' || measured.includes(at)) continue;
    const found = columns.get(role.key) ?? { group: role.group };
    columns.set(role.key, found);
    // Of two columns that do not say which they are, the one of words is the label.
    const isCode =
      role.part === 'code' || (role.part === 'either' && !mapped.has(at) && mostly(texts[at]!));
    const part = isCode ? 'code' : 'label';
    found[found[part] === undefined ? part : isCode ? 'label' : 'code'] ??= at;
  }
  return {
    measureNameAt,
    currencyAt,
    measures: measured.map((at) => {
      const role = roles.get(at);
      const name = header[at]!;
      const isMeasure = role?.kind === 'measure';
      return {
        key: isMeasure ? role.key : 'amount',
        label: name,
        at,
        factor: role?.factor,
        year: isMeasure ? role.year : yearHeading(name),
        decimal: decimalMark(texts[at]!),
      };
    }),
    dimensions: [...columns].map(([key, { group, label, code }]) => ({
      key,
      group,
      label: header[label ?? code!]!.trim(),
      labelAt: label ?? code,
      codeAt: label === undefined ? undefined : code,
    })),
  };
}

function mappedRoles(
  header: readonly string[],
  mapping: ColumnMapping,
  problems: Problem[],
): Map<number, ColumnRole> {
  const find = (name: string): number => {
    const exact = header.findIndex((text) => text.trim() === name.trim());
    return exact === -1 ? header.findIndex((text) => plainWords(text) === plainWords(name)) : exact;
  };
  const roles = new Map<number, ColumnRole>();
  for (const [one, other] of Object.entries(mapping)) {
    // Written the other way round, header to role, it can be understood all the same.
    const turned = find(other) === -1 && find(one) !== -1;
    const [role, name] = turned ? [other, one] : [one, other];
    const at = find(name);
    if (at === -1) {
      problems.push({ code: 'missing-column', where: `columns, ${role}`, found: name });
      continue;
    }
    const known = columnRole(role);
    const own = ownDimension(role);
    roles.set(
      at,
      /^(?:measure|medida)$/.test(own.key)
        ? { ...own, kind: 'measure-name' }
        : known && known.kind !== 'measure-name'
          ? { ...known, year: known.year ?? yearIn(name) }
          : own,
    );
  }
  return roles;
}

/** Headers mislead (`EJERCICIO` is a year or what was spent; `PRESUPUESTO` a name or an amount); cells do not. */
function roleByCells(header: string, cells: readonly string[]): ColumnRole | undefined {
  const role = columnRole(header);
  const own = ownDimension(header);
  const kind = role?.kind;
  const isMeasure = kind === 'measure';
  if (isMeasure && !role?.year && cells[0] && cells.every(yearHeading)) {
    return { ...own, key: 'year', group: 'time' };
  }
  // A known header's cells need no reading: on a slow phone it takes longer than all else here.
  if (kind !== 'dimension' && !isMeasure) {
    const named = cells.filter(measureNamed);
    const isNamed = new Set(named).size > 1 && named.length >= cells.length * 0.3;
    if (isNamed) return { ...own, kind: 'measure-name' };
  }
  if (role?.factor) {
    // A text column called `Gasto` classifies; it is no amount.
    return cells.length === 0 || cells.some((text) => isNumeric(text) || /^-+$/.test(text))
      ? role
      : undefined;
  }
  if (role && kind !== 'measure-name') return role;
  const unfit =
    NO_DIMENSION.test(header.trim()) ||
    yearHeading(header) ||
    /^(?:$|https?:)/i.test(cells[0] ?? '') ||
    (own.part === 'either' && mostly(cells));
  return unfit ? undefined : own;
}

/** The decimal mark that a column shows beyond doubt, or `undefined`: then each cell must do so. */
function decimalMark(cells: readonly string[]): '.' | ',' | undefined {
  const point = cells.some((text) => /,\d{3}\.\d+\D*$|^\D*\d+\.(?:\d{1,2}|\d{4,})\D*$/.test(text));
  const comma = cells.some((text) => /\.\d{3},\d+\D*$|^\D*\d+,(?:\d{1,2}|\d{4,})\D*$/.test(text));
  return point === comma ? undefined : point ? '.' : ',';
}
