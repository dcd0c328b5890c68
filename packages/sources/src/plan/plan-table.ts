import { foldKey, readPlan, type Plan, type Problem, type Reading } from '@ventana/model';
import { parseCsvRows } from '../csv/csv.js';
import { SourceError } from '../transport/source-error.js';

/** A column by which a table is known for a plan, and a commitment for a commitment. */
const NAMING = /^(numero|num|number|titulo|title|nombre|name|compromiso|commitment)$/;
/** `hito`, `hito_fecha`, `milestone_due`: a column of the milestone, not of the commitment. */
const MILESTONE = /^(hito|milestone)s?/;
/** Notes above the header that a spreadsheet may have. */
const ROWS_BEFORE_HEADER = 10;

type Cells = Record<string, unknown>;

/**
 * A plan as CSV, as a spreadsheet exports it. Columns carry the names of the plan document's fields
 * (`numero`, `titulo`, `eje`, `estatus`…, accents and case ignored); those of a milestone start with
 * `hito` (`hito`, `hito_fecha`, `hito_cumplido`, `hito_estatus`, `hito_responsables`…). One row is a
 * commitment, or one of its milestones: rows with the same number and title, or with neither, are
 * one commitment. A row with more cells than the header is left out and counted: a comma without its
 * quotes has moved them under the wrong names. `evidencia` belongs to the row's milestone where the row has one. Problems say
 * `row 17, column fin`, counting rows that are not blank, the header's among them.
 *
 * @throws {SourceError} `malformed` where no row looks like a header
 */
export function readPlanTable(
  text: string,
  address: string,
  guard: (found: string) => string | undefined,
): Reading<Plan> {
  const rows = parseCsvRows(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  const headerAt = rows
    .slice(0, ROWS_BEFORE_HEADER)
    .findIndex((row) => row.length > 1 && row.some((cell) => NAMING.test(foldKey(cell))));
  const header = rows[headerAt];
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

  const origins = new WeakMap<object, { row: number; names: Map<string, string> }>();
  const problems: Problem[] = [];
  const commitments: Cells[] = [];
  const byName = new Map<string, Cells>();
  let omitted = 0;
  /** The commitment that rows without a name would belong to was left out. */
  let isLost = false;
  rows.slice(headerAt + 1).forEach((cells, index) => {
    const row = headerAt + index + 2;
    const names = new Map<string, string>();
    const own: Cells = {};
    const milestone: Cells = {};
    const evidence: Cells = {};
    let name = '';
    columns.forEach((column, at) => {
      const cell = cells[at]?.trim() ?? '';
      if (cell === '') return;
      const into = column.isEvidence ? evidence : column.ofMilestone ? milestone : own;
      into[column.field] ??= cell;
      names.set(column.field, column.name);
      if (column.isName) name += `${foldKey(cell)}\n`;
    });
    if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
      omitted++;
      problems.push({ code: 'bad-row', where: `row ${row}`, found: `${cells.length} cells` });
      isLost ||= name !== '' && !byName.has(name);
      return;
    }
    isLost &&= name === '';
    const hasMilestone = Object.keys(milestone).length > 0;
    const above = isLost ? undefined : commitments.at(-1);
    const known = name === '' ? above : byName.get(name);
    if (!known && name === '') {
      omitted++;
      problems.push({ code: 'bad-record', where: `row ${row}` });
      return;
    }
    // Two rows with one name and no milestone are two commitments with one number, which readPlan tells.
    const commitment = known && hasMilestone ? known : name === '' ? known : own;
    if (!commitment) return;
    if (commitment === own) {
      commitments.push(own);
      byName.set(name, own);
      origins.set(own, { row, names });
    }
    Object.assign(hasMilestone ? milestone : commitment, evidence);
    if (hasMilestone) {
      origins.set(milestone, { row, names });
      commitment['hitos'] = [...((commitment['hitos'] as Cells[] | undefined) ?? []), milestone];
    }
  });

  const reading = readPlan(
    { commitments },
    {
      guard,
      problems,
      origin: (record, field) => {
        const origin = origins.get(record);
        if (!origin) return undefined;
        const column = field && origin.names.get(field);
        return `row ${origin.row}${column ? `, column ${column}` : ''}`;
      },
    },
  );
  return {
    ...reading,
    received: reading.received + omitted,
    omitted: reading.omitted + omitted,
    // Rows of which none could be read are not the valid zero.
    ...(omitted > 0 && { empty: false }),
  };
}
