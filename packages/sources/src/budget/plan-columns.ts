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
  dimensionName,
  measureNamed,
  ownDimension,
  yearHeading,
  yearIn,
  type ColumnRole,
} from './known-columns.js';
import { unitIn, unitOfTitle, withoutUnit, type Unit } from './heading-units.js';

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
const TOTAL = /^\s*total\s*$/i;
/** Parts of a year, which are told apart though they be numbers. */
const PERIOD = /^(?:(?:bi|tri|cuatri|se)mestre|mes|quarter|month)$/;
const isLeftAside = (header: string): boolean =>
  NOTHING.test(header.trim()) || DERIVED.test(header);

/**
 * Decides from headers, the embedder's mapping, some rows and those above the header what each column
 * is for; the mapping wins. What is not recognised becomes a dimension when it holds text; when it
 * holds numbers it is left aside and listed. `measures` is empty when no column can be taken for an
 * amount.
 */
export function planColumns(
  named: readonly string[],
  below: readonly (readonly unknown[])[],
  mapping: ColumnMapping,
  problems: Problem[],
  above: readonly (readonly unknown[])[] = [],
): ColumnPlan {
  const { header, skip } = wholeHeader(named, above.at(-1) ?? [], below);
  const sample = below.slice(skip);
  const heads = header.map(withoutUnit);
  const texts = header.map((_, at) => sample.map((row) => cellText(row[at])).filter(Boolean));
  const roles = mappedRoles([header, named], mapping, problems);
  const mapped: ReadonlySet<number> = new Set(roles.keys());
  heads.forEach((name, at) => {
    const role = roles.has(at) || !name.trim() ? undefined : roleByCells(name, texts[at]!);
    if (role) roles.set(at, role);
  });

  const all = [...header.keys()];
  const isYear = (at: number): boolean => mostly(texts[at]!, yearHeading);
  const times = all.filter((at) => roles.get(at)?.key === 'year' && !mapped.has(at));
  // `Año, Periodo`: months beside years are a dimension of their own; `Año, Ejercicio`: amounts.
  for (const at of times) {
    if (!times.some((other) => other !== at && isYear(other))) continue;
    const role = columnRole(heads[at]!);
    if (role?.kind === 'measure') roles.set(at, role);
    else if (!isYear(at)) roles.set(at, ownDimension(heads[at]!));
  }
  // Where no other column names the rows, one of words without a header does.
  if (![...roles.values()].some(({ kind, key }) => kind === 'dimension' && key !== 'year')) {
    const at = all.find((one) => !heads[one]?.trim() && texts[one]![0] && !mostly(texts[one]!));
    if (at !== undefined) {
      header[at] = heads[at] = `Columna ${at + 1}`;
      roles.set(at, ownDimension(header[at]));
    }
  }
  const has = (kind: ColumnRole['kind']): number[] =>
    all.filter((at) => roles.get(at)?.kind === kind);
  const [measureNameAt] = has('measure-name');
  const [currencyAt] = has('currency');
  let measured = measureNameAt === undefined ? has('measure') : [];
  if (measured.length === 0) {
    // `TOTAL` beside its parts is the one to read.
    const amounts = has('amount');
    const total = amounts.find((at) => TOTAL.test(heads[at]!));
    measured = total === undefined ? amounts.slice(0, 1) : [total];
  }
  if (measured.length === 0) measured = all.filter((at) => yearHeading(heads[at]!));
  if (measured.length === 0) {
    measured = all.filter(
      (at) => heads[at]?.trim() && !roles.has(at) && !isLeftAside(heads[at]!) && mostly(texts[at]!),
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
  const used = new Set([...measured, measureNameAt, currencyAt]);
  // What stands beside a `TOTAL` is in it.
  const isTotal = measured.length === 1 && TOTAL.test(heads[measured[0]!]!);
  for (const at of isTotal ? [] : all) {
    if (used.has(at) || roles.get(at)?.kind === 'dimension') continue;
    if (!mostly(texts[at]!) || DERIVED.test(heads[at]!)) continue;
    if (heads[at]?.trim() && NOTHING.test(heads[at].trim())) continue;
    const found = header[at]!.trim() || `#${at + 1}`;
    problems.push({ code: 'column-left-out', where: 'columns', found });
  }
  const unitAt = unitsOf(
    header,
    measured,
    [...above, ...below.filter((row, at) => (at < skip ? isOfUnits(row) : isLine(row)))],
    problems,
  );
  return {
    header,
    skip,
    doubtful: problems.filter(({ code }) => code === 'unknown-unit').length,
    measureNameAt,
    currencyAt,
    measures: distinctMeasures(
      measured.map((at) => {
        const role = roles.get(at);
        const isMeasure = role?.kind === 'measure';
        return {
          key: isMeasure ? role.key : 'amount',
          label: heads[at]!,
          at,
          factor: unitAt.get(at)?.factor,
          currency: unitAt.get(at)?.currency,
          year: isMeasure ? role.year : yearHeading(heads[at]!),
          decimal: decimalMark(texts[at]!),
        };
      }),
      heads,
      mapped,
    ),
    dimensions: planDimensions(columns, heads),
  };
}

/** `Cifras en miles de pesos` below the header, in a cell of its own. */
const isLine = (row: readonly unknown[]): boolean =>
  row.filter(cellText).length === 1 && row.some((cell) => /^\W*cifras\b/i.test(cellText(cell)));

/** The unit of each column of amounts: what its header says, else a line above or below the table. */
function unitsOf(
  header: readonly string[],
  measured: readonly number[],
  lines: readonly (readonly unknown[])[],
  problems: Problem[],
): ReadonlyMap<number, Unit | undefined> {
  const doubt = (where: string, found: string): void => {
    problems.push({ code: 'unknown-unit', where, found });
  };
  const said = new Map<string, Unit>();
  for (const title of lines.flat().map(cellText)) {
    const unit = unitOfTitle(title);
    if (unit) said.set(`${unit.factor} ${unit.currency}`, unit);
  }
  const [common] = said.size === 1 ? said.values() : [];
  const units = new Map<number, Unit | undefined>();
  for (const at of measured) {
    const own = unitIn(header[at]!);
    units.set(at, own ?? common);
    if (own?.isDoubtful) doubt(`column ${header[at]}`, header[at]!);
    if (!own && said.size > 1) doubt(`column ${header[at]}`, [...said.keys()].join(', '));
  }
  return units;
}

/**
 * The header with the row of groups above its names, where there is one: a name that is blank is the
 * group's, and a year that all groups say is their columns'. `skip`: rows below that belong to it.
 */
function wholeHeader(
  header: readonly string[],
  above: readonly unknown[],
  below: readonly (readonly unknown[])[],
): { header: string[]; skip: number } {
  const isMeasure = (name: string): boolean => columnRole(withoutUnit(name))?.kind === 'measure';
  const first = below[0]?.map(cellText) ?? [];
  const isNames = first.filter(isMeasure).length > 1 && !first.some(isNumeric);
  const [groups, names] = isNames ? [header, first] : [above.map(cellText), header];
  const after = isNames ? 1 : 0;
  let skip = after;
  while (isNumbering(below[skip] ?? []) || isOfUnits(below[skip] ?? [])) skip++;
  // A title stands in the first cell alone.
  if (!groups.some((text, at) => at > 0 && text)) return { header: [...names], skip };
  let group = '';
  const years = names.map((_, at) => yearIn((group = groups[at] || group)));
  const isDated = names.every((name, at) => !isMeasure(name) || (years[at] && !yearIn(name)));
  const joined = names.map((name, at) =>
    !name ? (groups[at] ?? '') : isDated && isMeasure(name) ? `${name} ${years[at]}` : name,
  );
  return { header: joined, skip };
}

/** `,(miles de pesos),(miles de pesos)`: a row that says what the columns are in. */
function isOfUnits(row: readonly unknown[]): boolean {
  const filled = row.map(cellText).filter(Boolean);
  return filled.length > 0 && !cellText(row[0]) && filled.every(unitOfTitle);
}

/** `,1,2,3=(1+2)` or `(1),(2),(3)`: a row that numbers the columns. */
function isNumbering(row: readonly unknown[]): boolean {
  const filled = row.map(cellText).filter(Boolean);
  return (
    filled.length > 1 &&
    filled.every((text, at) => text.split('=')[0]!.replace(/[()\s]/g, '') === String(at + 1)) &&
    (!cellText(row[0]) || filled.some((text) => /\D/.test(text)))
  );
}

function nameOf(header: string): string {
  const role = columnRole(header);
  return role?.kind === 'dimension' ? dimensionName(header, role) : header.trim();
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
        label: nameOf(header[one.at]!),
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
  headers: readonly (readonly string[])[],
  mapping: ColumnMapping,
  problems: Problem[],
): Map<number, ColumnRole> {
  const find = (name: string): number =>
    [(text: string) => text.trim(), plainWords]
      .flatMap((same) =>
        headers.map((header) => header.findIndex((text) => same(text) === same(name))),
      )
      .find((at) => at !== -1) ?? -1;
  const roles = new Map<number, ColumnRole>();
  for (const [one, other] of Object.entries(mapping)) {
    // Written the other way round, header to role, it can be understood all the same.
    const isTurned =
      find(other) === -1 && find(one) !== -1 && (columnRole(other) ?? !columnRole(one));
    const [role, name] = isTurned ? [other, one] : [one, other];
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
          ? { ...known, year: known.year ?? yearIn(withoutUnit(name)) }
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
  if (isMeasure || kind === 'amount') {
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
    (own.part === 'either' && mostly(cells) && !PERIOD.test(own.key));
  return unfit ? undefined : own;
}

/**
 * The decimal mark that a column shows beyond doubt, or `undefined`: then each cell must do so. Among
 * as many cells such as `10,500`, one `7,5` proves nothing: in Mexico the comma separates thousands.
 */
function decimalMark(cells: readonly string[]): '.' | ',' | undefined {
  const count = (pattern: RegExp): number => cells.filter((text) => pattern.test(text)).length;
  const point = count(/,\d{3}[.,]\d+\D*$|^\D*\d+\.(?:\d{1,2}|\d{4,})\D*$/) > 0;
  const dotted = count(/\.\d{3}[.,]\d+\D*$/) > 0;
  const decimals = count(/^\D*\d+,(?:\d{1,2}|\d{4,})\D*$|^\D*\d{4,},\d+\D*$/);
  const comma = dotted || decimals > count(/^\D*[1-9]\d{0,2},\d{3}\D*$/);
  return point === comma ? undefined : point ? '.' : ',';
}
