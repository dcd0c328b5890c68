import { plainName, type DimensionGroup, type LocalizedText, type Problem } from '@ventana/model';
import {
  baseName,
  columnRole,
  measureNamed,
  yearHeading,
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
  readonly labelAt?: number;
  readonly codeAt?: number;
  readonly constant?: string;
}

export interface MeasurePlan {
  readonly key: string;
  readonly label: LocalizedText;
  readonly at: number;
  readonly factor?: number;
  readonly year?: string;
  readonly currency?: string;
  readonly decimal?: '.' | ',';
}

/** What each column of a table is for. */
export interface ColumnPlan {
  readonly header: readonly string[];
  readonly dimensions: readonly DimensionPlan[];
  /** One, of key `amount`, when `measureNameAt` says which measure each row is about. */
  readonly measures: readonly MeasurePlan[];
  readonly measureNameAt?: number;
  readonly currencyAt?: number;
}

/** Text of a cell that stands for a dimension's value. */
export function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell.trim();
  return typeof cell === 'number' || typeof cell === 'bigint' || typeof cell === 'boolean'
    ? String(cell)
    : '';
}

/** `columns` as an attribute holds it: JSON, or `ramo: Dependencia; aprobado: Monto 2024`. */
export function parseColumnMapping(text: string): ColumnMapping | undefined {
  const entries: [string, string][] = [];
  if (text.trim().startsWith('{')) {
    try {
      const value: unknown = JSON.parse(text);
      for (const [role, header] of Object.entries(value as object)) {
        if (typeof header === 'string') entries.push([role, header]);
      }
    } catch {
      return undefined;
    }
  } else {
    for (const pair of text.split(';')) {
      const at = pair.search(/[:=]/);
      if (at > 0) entries.push([pair.slice(0, at).trim(), pair.slice(at + 1).trim()]);
    }
  }
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

const LOOKS_NUMERIC = /^[-+($\s]*[\d.,\s]*\d[)\s%-]*$/;
const NOT_A_DIMENSION = /^(_id|_full_text|rank|_count)$|^porcentaje|^https?/i;

/**
 * Decides from headers, the embedder's mapping and some rows what each column is for; the mapping
 * wins. What is not recognised becomes a dimension when it holds text, and is left aside when it
 * holds numbers. `measures` is empty when no column can be taken for an amount.
 */
export function planColumns(
  header: readonly string[],
  sample: readonly (readonly unknown[])[],
  mapping: ColumnMapping = {},
  problems: Problem[] = [],
): ColumnPlan {
  const texts = (at: number): string[] =>
    sample.map((row) => cellText(row[at])).filter((text) => text !== '');
  const roles = new Map<number, ColumnRole & { readonly name?: string }>();
  for (const [at, role] of mappedRoles(header, mapping, problems)) roles.set(at, role);
  header.forEach((name, at) => {
    if (roles.has(at) || name.trim() === '') return;
    const role = roleByCells(name, columnRole(name), texts(at));
    if (role) roles.set(at, role);
  });

  const has = (kind: ColumnRole['kind']): number[] =>
    [...roles].flatMap(([at, role]) => (role.kind === kind ? [at] : [])).sort((a, b) => a - b);
  const [measureNameAt] = has('measure-name');
  const measured = measureNameAt === undefined ? has('measure') : [];
  let amounts = measured.length > 0 ? [] : has('amount');
  // `TOTAL` beside its parts is the one to read; `PRESUPUESTO` names measures or is the amount.
  const total = amounts.find((at) => /^total$/i.test(header[at]?.trim() ?? ''));
  amounts = [total ?? amounts[0] ?? -1].filter((at) => at >= 0);
  const yearColumns = header.flatMap((name, at) => (yearHeading(name) ? [at] : []));
  if (measured.length + amounts.length === 0 && yearColumns.length > 0) amounts = yearColumns;
  if (measured.length + amounts.length === 0) {
    const numeric = header.flatMap((name, at) =>
      name.trim() !== '' && !roles.has(at) && isNumeric(texts(at)) ? [at] : [],
    );
    if (numeric.length === 1) amounts = numeric;
  }

  const measures = [...measured, ...amounts].map((at): MeasurePlan => {
    const role = roles.get(at);
    const name = header[at] ?? '';
    const year = role?.kind === 'measure' ? role.year : yearHeading(name);
    const decimal = decimalMark(texts(at));
    return {
      key: role?.kind === 'measure' ? role.key : 'amount',
      label: role?.name ?? name,
      at,
      factor: role?.kind === 'measure' || role?.kind === 'amount' ? role.factor : 1,
      ...(year === undefined ? {} : { year }),
      ...(decimal === undefined ? {} : { decimal }),
    };
  });
  const taken = new Set(measures.map(({ at }) => at));
  if (measureNameAt !== undefined) taken.add(measureNameAt);
  const [currencyAt] = has('currency');
  return {
    header,
    measures,
    dimensions: planDimensions(header, roles, taken, texts),
    ...(measureNameAt === undefined ? {} : { measureNameAt }),
    ...(currencyAt === undefined ? {} : { currencyAt }),
  };
}

function* mappedRoles(
  header: readonly string[],
  mapping: ColumnMapping,
  problems: Problem[],
): Generator<[number, ColumnRole & { readonly name?: string }]> {
  const find = (name: string): number => {
    const exact = header.findIndex((text) => text.trim() === name.trim());
    return exact === -1 ? header.findIndex((text) => plainName(text) === plainName(name)) : exact;
  };
  for (const [one, other] of Object.entries(mapping)) {
    if (typeof other !== 'string') continue;
    // Written the other way round, header to role, it can be understood all the same.
    const turned = find(other) === -1 && find(one) !== -1;
    const [role, name] = turned ? [other, one] : [one, other];
    const at = find(name);
    if (at === -1) {
      problems.push({ code: 'missing-column', where: `columns, ${role}`, found: name });
      continue;
    }
    const plain = plainName(role);
    const { base, part } = baseName(role);
    const known = columnRole(role);
    const own = {
      kind: 'dimension',
      key: base.replaceAll(' ', '_'),
      group: 'other',
      part,
    } as const;
    if (plain === 'measure' || plain === 'medida') yield [at, { kind: 'measure-name' }];
    else if (plain === 'amount' || plain === 'monto') yield [at, { kind: 'amount', factor: 1 }];
    else if (known?.kind === 'measure') yield [at, { ...withYear(known, name), name }];
    else yield [at, known?.kind === 'dimension' || known?.kind === 'currency' ? known : own];
  }
}

function withYear(role: ColumnRole & { kind: 'measure' }, header: string): ColumnRole {
  const year = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(header)?.[1];
  return role.year === undefined && year !== undefined ? { ...role, year } : role;
}

/** Headers mislead (`EJERCICIO` is a year or what was spent; `PRESUPUESTO` a name or an amount); cells do not. */
function roleByCells(
  header: string,
  role: ColumnRole | undefined,
  cells: readonly string[],
): ColumnRole | undefined {
  const years = cells.length > 0 && cells.every((text) => /^(?:19|20)\d\d$/.test(text));
  if (role?.kind === 'measure' && years && role.year === undefined) {
    return { kind: 'dimension', key: 'year', group: 'time', part: 'either' };
  }
  const named = cells.filter((text) => measureNamed(text) !== undefined);
  if (
    new Set(named).size > 1 &&
    named.length >= cells.length * 0.3 &&
    (role === undefined || role.kind === 'amount' || role.kind === 'measure-name')
  ) {
    return { kind: 'measure-name' };
  }
  if (role?.kind === 'measure-name') return undefined;
  if (role?.kind === 'measure' || role?.kind === 'amount') {
    // A text column called `Gasto` classifies; it is no amount.
    return cells.length > 0 && !cells.some((text) => LOOKS_NUMERIC.test(text) || /^-+$/.test(text))
      ? undefined
      : role;
  }
  if (role || NOT_A_DIMENSION.test(header.trim()) || yearHeading(header)) return role;
  const { base, part } = baseName(header);
  if (cells.length === 0 || /^https?:/i.test(cells[0] ?? '')) return undefined;
  if (isNumeric(cells) && part === 'either') return undefined;
  return {
    kind: 'dimension',
    key: base.replaceAll(' ', '_') || header.trim(),
    group: 'other',
    part,
  };
}

function isNumeric(cells: readonly string[]): boolean {
  return cells.filter((text) => LOOKS_NUMERIC.test(text)).length > cells.length * 0.5;
}

function planDimensions(
  header: readonly string[],
  roles: ReadonlyMap<number, ColumnRole>,
  taken: ReadonlySet<number>,
  texts: (at: number) => string[],
): DimensionPlan[] {
  const columns = new Map<string, { group: DimensionGroup; at: number[]; parts: string[] }>();
  for (const [at, role] of [...roles].sort(([a], [b]) => a - b)) {
    if (role.kind !== 'dimension' || taken.has(at)) continue;
    const found = columns.get(role.key);
    if (found) {
      found.at.push(at);
      found.parts.push(role.part);
    } else {
      columns.set(role.key, { group: role.group, at: [at], parts: [role.part] });
    }
  }
  return [...columns].map(([key, { group, at, parts }]): DimensionPlan => {
    const wordy = at.find(
      (column) => !isNumeric(texts(column)) && parts[at.indexOf(column)] !== 'code',
    );
    const labelAt = at.find((_, index) => parts[index] === 'label') ?? wordy ?? at.at(-1) ?? 0;
    const codeAt = at.find((column) => column !== labelAt);
    return {
      key,
      group,
      label: header[labelAt]?.trim() ?? key,
      labelAt,
      ...(codeAt === undefined ? {} : { codeAt }),
    };
  });
}

/** The decimal mark that a column shows beyond doubt, or `undefined`: then each cell must do so. */
function decimalMark(cells: readonly string[]): '.' | ',' | undefined {
  const point = cells.some((text) => /,\d{3}\.\d+\D*$|^\D*\d+\.(?:\d{1,2}|\d{4,})\D*$/.test(text));
  const comma = cells.some((text) => /\.\d{3},\d+\D*$|^\D*\d+,(?:\d{1,2}|\d{4,})\D*$/.test(text));
  return point === comma ? undefined : point ? '.' : ',';
}
