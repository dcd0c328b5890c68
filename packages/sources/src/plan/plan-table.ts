import {
  foldKey,
  foldText,
  MAX_PROBLEMS,
  readPlan,
  type Plan,
  type Problem,
  type Reading,
} from '@ventana/model';
import { parseCsvRows } from '../csv/csv.js';
import { SourceError } from '../transport/source-error.js';

/** A column by which a table is known for a plan, and a commitment for a commitment. */
const NAMING = /^(numero|num|number|titulo|title|nombre|name|compromiso|commitment)$/;
/** `hito`, `hito_fecha`, `milestone_due`: a column of the milestone, not of the commitment. */
const MILESTONE = /^(hito|milestone)s?/;
/** Notes above the header that a spreadsheet may have. */
const ROWS_BEFORE_HEADER = 10;

type Cells = Record<string, unknown>;

/** The rows that a record was made of, the first of them first. */
interface Origin {
  readonly ofMilestone: boolean;
  readonly rows: Row[];
}

/** Its number in the file, and its cells. */
type Row = readonly [row: number, cells: readonly string[]];

/**
 * A plan as CSV, as a spreadsheet exports it. Columns carry the names of the plan document's fields
 * (`numero`, `titulo`, `eje`, `estatus`…, accents and case ignored); those of a milestone start with
 * `hito` (`hito`, `hito_fecha`, `hito_cumplido`, `hito_estatus`, `hito_responsables`…). One row is a
 * commitment, or one of its milestones: rows with the same number and title, or with neither, are
 * one commitment. What its first row leaves blank a later one fills; where a later one says
 * otherwise the first stands, and that is told and counted as doubtful. A row with more cells than
 * the header is left out and counted: a comma without its quotes has moved them under the wrong
 * names. `evidencia` belongs to the row's milestone where the row has one. Problems say
 * `row 17, column fin`, by the rows of the file, the header and blank ones among them.
 *
 * @throws {SourceError} `malformed` where no row looks like a header
 */
export function readPlanTable(
  text: string,
  address: string,
  guard: (found: string) => string | undefined,
): Reading<Plan> {
  const rows = parseCsvRows(text, { blank: true })
    .map((cells, index): Row => [index + 1, cells])
    .filter(([, cells]) => cells.some((cell) => cell.trim() !== ''));
  const headerAt = rows
    .slice(0, ROWS_BEFORE_HEADER)
    .findIndex(([, cells]) => cells.length > 1 && cells.some((cell) => NAMING.test(foldKey(cell))));
  const header = rows[headerAt]?.[1];
  if (!header) {
    throw new SourceError(
      'malformed',
      address,
      `${address} is neither JSON nor a table with a column "titulo" or "numero".`,
    );
  }
  const columns = header.map((name) => {
    const folded = foldKey(name);
    const ofMilestone = folded.replace(MILESTONE, '');
    return {
      name: name.trim(),
      ofMilestone: MILESTONE.test(folded),
      field: MILESTONE.test(folded) ? ofMilestone || 'titulo' : name.trim(),
      isName: NAMING.test(folded),
      isEvidence: folded.startsWith('evidencia') || folded.startsWith('evidence'),
    };
  });

  /** The row of the file, and the column that holds `field` there. */
  const whereIn = ([row, cells]: Row, field?: string, ofMilestone = false): string => {
    const column = columns.find(
      (each, at) =>
        each.field === field &&
        (each.isEvidence || each.ofMilestone === ofMilestone) &&
        cells[at]?.trim(),
    );
    return `row ${row}${column ? `, column ${column.name}` : ''}`;
  };
  const origins = new WeakMap<object, Origin>();
  const problems: Problem[] = [];
  const commitments: Cells[] = [];
  const byName = new Map<string, Cells>();
  let omitted = 0;
  let differing = 0;
  /** What another row says of a commitment that has been met. */
  const addTo = (commitment: Cells, own: Cells, row: Row): void => {
    origins.get(commitment)?.rows.push(row);
    for (const [field, cell] of Object.entries(own)) {
      const before = (commitment[field] ??= cell);
      // Rows are one commitment by what names it, whatever its signs.
      if (before === cell || NAMING.test(foldKey(field))) continue;
      if (foldText(String(before)) === foldText(String(cell))) continue;
      differing++;
      if (problems.length < MAX_PROBLEMS) {
        const found = String(cell).slice(0, 120);
        problems.push({ code: 'row-differs', where: whereIn(row, field), found });
      }
    }
  };
  /** The commitment that rows without a name would belong to was left out. */
  let isLost = false;
  for (const each of rows.slice(headerAt + 1)) {
    const [row, cells] = each;
    const own: Cells = {};
    const milestone: Cells = {};
    const evidence: Cells = {};
    let name = '';
    columns.forEach((column, at) => {
      const cell = cells[at]?.trim() ?? '';
      if (cell === '') return;
      const into = column.isEvidence ? evidence : column.ofMilestone ? milestone : own;
      into[column.field] ??= cell;
      if (column.isName) name += `${foldKey(cell)}\n`;
    });
    if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
      omitted++;
      problems.push({ code: 'bad-row', where: `row ${row}`, found: `${cells.length} cells` });
      isLost ||= name !== '' && !byName.has(name);
      continue;
    }
    isLost &&= name === '';
    const hasMilestone = Object.keys(milestone).length > 0;
    const above = isLost ? undefined : commitments.at(-1);
    const known = name === '' ? above : byName.get(name);
    if (!known && name === '') {
      omitted++;
      problems.push({ code: 'bad-record', where: `row ${row}` });
      continue;
    }
    // Two rows with one name and no milestone are two commitments with one number, which readPlan tells.
    const commitment = known && (hasMilestone || name === '') ? known : own;
    if (commitment === own) {
      commitments.push(own);
      byName.set(name, own);
      origins.set(own, { ofMilestone: false, rows: [each] });
    } else addTo(commitment, own, each);
    const proven = hasMilestone ? milestone : commitment;
    for (const [field, cell] of Object.entries(evidence))
      proven[field] = [proven[field], cell].filter(Boolean).join(' | ');
    if (hasMilestone) {
      origins.set(milestone, { ofMilestone: true, rows: [each] });
      commitment['hitos'] = [...((commitment['hitos'] as Cells[] | undefined) ?? []), milestone];
    }
  }

  const reading = readPlan(
    { commitments },
    {
      guard,
      problems,
      origin: (record, field) => {
        const { rows: from, ofMilestone } = origins.get(record) ?? {};
        const places = from?.map((each) => whereIn(each, field, ofMilestone));
        return places?.find((place) => place.includes(', ')) ?? places?.[0];
      },
    },
  );
  const doubtful = (reading.doubtful ?? 0) + differing;
  return {
    ...reading,
    received: reading.received + omitted,
    omitted: reading.omitted + omitted,
    ...(doubtful > 0 && { doubtful }),
    // Rows of which none could be read are not the valid zero.
    ...(omitted > 0 && { empty: false }),
  };
}
