import {
  parseAmount,
  plainWords,
  type DimensionGroup,
  type LocalizedText,
  type Problem,
} from '@ventana/model';
import { cellText, NOTHING } from './column-plan.js';
import type { ColumnMapping, ColumnPlan, DimensionPlan, MeasurePlan } from './column-plan.js';
import {
  baseName,
  columnRole,
  DERIVED,
  measureNamed,
  ownDimension,
  yearHeading,
  yearIn,
  type ColumnRole,
} from './known-columns.js';

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

const isNumeric = (text: string): boolean =>
  /^[-+($\s]*[\d.,\s]*\d[)\s%-]*$/.test(text) || parseAmount(text).kind === 'amount';
const mostly = (cells: readonly string[], test: (text: string) => unknown = isNumeric): boolean =>
  cells.filter(test).length > cells.length / 2;
const isLeftAside = (header: string): boolean =>
  NOTHING.test(header.trim()) || DERIVED.test(header);

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
  const mapped: ReadonlySet<number> = new Set(roles.keys());
  header.forEach((name, at) => {
    const role = roles.has(at) || !name.trim() ? undefined : roleByCells(name, texts[at]!);
    if (role) roles.set(at, role);
  });

  const all = [...header.keys()];
  const isYear = (at: number): boolean => mostly(texts[at]!, yearHeading);
  const times = all.filter((at) => roles.get(at)?.key === 'year' && !mapped.has(at));
  // `Año, Periodo`: months beside years are a dimension of their own; `Año, Ejercicio`: amounts.
  for (const at of times) {
    if (!times.some((other) => other !== at && isYear(other))) continue;
    const role = columnRole(header[at]!);
    if (role?.kind === 'measure') roles.set(at, role);
    else if (!isYear(at)) roles.set(at, ownDimension(header[at]!));
  }
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
    measured = all.filter(
      (at) =>
        header[at]?.trim() && !roles.has(at) && !isLeftAside(header[at]!) && mostly(texts[at]!),
    );
    if (measured.length > 1) measured = [];
  }

  const columns = new Map<string, DimensionColumn[]>();
  for (const at of all) {
    const role = roles.get(at);
    if (role?.kind !== 'dimension' || measured.includes(at)) continue;
    const isMapped = mapped.has(at);
    const isCode =
      role.part === 'code' || (!isMapped && role.part === 'either' && mostly(texts[at]!));
    const column = { at, role, isMapped, isCode };
    columns.set(role.key, [...(columns.get(role.key) ?? []), column]);
  }
  return {
    measureNameAt,
    currencyAt,
    measures: distinctMeasures(
      measured.map((at) => {
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
      header,
      mapped,
    ),
    dimensions: planDimensions(columns, header),
  };
}

interface DimensionColumn {
  readonly at: number;
  readonly role: ColumnRole;
  readonly isMapped: boolean;
  readonly isCode: boolean;
}

/**
 * Label and code of each dimension. The mapped column is the label, else the one that says so, else
 * the first of words; its code is one that says so, or is of numbers, or stands beside a label that
 * says it is one. Further columns of the same name are dimensions of their own.
 */
function planDimensions(
  columns: ReadonlyMap<string, readonly DimensionColumn[]>,
  header: readonly string[],
): DimensionPlan[] {
  const plans: DimensionPlan[] = [];
  const taken = new Set(columns.keys());
  for (const [key, list] of columns) {
    const saysLabel = ({ role }: DimensionColumn): boolean => role.part === 'label';
    const label =
      list.find(({ isMapped, isCode }) => isMapped && !isCode) ??
      list.find(saysLabel) ??
      list.find(({ isCode }) => !isCode);
    const others = list.filter((column) => column !== label);
    const code =
      others.find(({ isCode }) => isCode) ??
      others.find(({ role }) => role.part === 'either' && label && saysLabel(label));
    const own = others.filter((column) => column !== code);
    for (const [one, beside, name] of [
      [label ?? code!, label && code, key] as const,
      ...own.map((column) => [column, undefined, freeKey(header[column.at]!, taken)] as const),
    ]) {
      plans.push({
        key: name,
        group: one.role.group,
        label: header[one.at]!.trim(),
        labelAt: one.at,
        codeAt: beside?.at,
      });
    }
  }
  return plans;
}

/** A key from the header's own words that no other column has. */
function freeKey(header: string, taken: Set<string>): string {
  const own = plainWords(header).replaceAll(' ', '_') || header.trim();
  let key = own;
  for (let n = 2; taken.has(key); n++) key = `${own}_${n}`;
  taken.add(key);
  return key;
}

/**
 * Of two columns for one measure of one year, the first that bears its name has it, and the other is
 * a measure under its own header; where the page has mapped one, the other is left aside.
 */
export function distinctMeasures(
  measures: readonly MeasurePlan[],
  header: readonly string[],
  mapped: ReadonlySet<number> = new Set(),
): MeasurePlan[] {
  const slot = ({ key, year = '' }: MeasurePlan): string => `${key} ${year}`;
  const rank = ({ at, key }: MeasurePlan): number =>
    mapped.has(at) ? 0 : baseName(header[at]!).base === key ? 1 : 2;
  const first = new Map<string, MeasurePlan>();
  for (const measure of measures) {
    const found = first.get(slot(measure));
    if (!found || rank(measure) < rank(found)) first.set(slot(measure), measure);
  }
  const taken = new Set(measures.map(({ key }) => key));
  return measures.flatMap((measure): MeasurePlan[] => {
    const winner = first.get(slot(measure));
    if (winner === measure) return [measure];
    if (winner && mapped.has(winner.at)) return [];
    const name = header[measure.at]!.trim();
    const key = freeKey(name, taken);
    const isTwin = plainWords(name) === plainWords(header[winner!.at]!);
    return [{ ...measure, key, label: isTwin ? `${name} (2)` : measure.label }];
  });
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
  if (isMeasure && /^\s*ejercicio\s*$/i.test(header) && mostly(cells, yearHeading)) {
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
    isLeftAside(header) ||
    yearHeading(header) ||
    /^(?:$|https?:)/i.test(cells[0] ?? '') ||
    (own.part === 'either' && mostly(cells));
  return unfit ? undefined : own;
}

/** The decimal mark that a column shows beyond doubt, or `undefined`: then each cell must do so. */
function decimalMark(cells: readonly string[]): '.' | ',' | undefined {
  const point = cells.some((text) =>
    /,\d{3}[.,]\d+\D*$|^\D*\d+\.(?:\d{1,2}|\d{4,})\D*$/.test(text),
  );
  const comma = cells.some((text) =>
    /\.\d{3}[.,]\d+\D*$|^\D*\d+,(?:\d{1,2}|\d{4,})\D*$/.test(text),
  );
  return point === comma ? undefined : point ? '.' : ',';
}
