import { pickText, type LocalizedText } from '../localized-text.js';
import { NO_VALUE, type PlanIndex } from './select.js';
import type { Commitment, Milestone, Organization } from './plan.js';

/**
 * Columns of a plan as a table, in their Spanish names: what an export writes and what the CSV
 * reader takes, so that a plan exported, edited in a spreadsheet and published again still reads.
 */
export const PLAN_COLUMNS = [
  'numero',
  'titulo',
  'resumen',
  'eje',
  'tema',
  'instituciones',
  'osc',
  'inicio',
  'fin',
  'estatus',
  'hito_id',
  'hito',
  'hito_fecha',
  'hito_cumplido',
  'hito_estatus',
  'hito_responsables',
  'hito_nota',
  'evidencia',
] as const;

/**
 * The header row and then one row for each milestone, or for a commitment without any: rows for
 * `toCsvText`. Statuses are their codes (`in-progress`) and dates are `YYYY-MM-DD`, or as written.
 */
export function planRows(
  index: PlanIndex,
  commitments: readonly Commitment[],
  lang = 'es-MX',
): string[][] {
  const say = (text: LocalizedText | undefined): string => pickText(text, lang)?.text ?? '';
  const names = (list: readonly Organization[]): string => list.map((o) => say(o.name)).join('; ');
  const group = (c: Commitment, facet: 'axis' | 'theme'): string => {
    const [id = NO_VALUE] = index.valuesOf(c, facet);
    return say(index.plan[facet === 'axis' ? 'axes' : 'themes'].find((g) => g.id === id)?.title);
  };
  const rows: string[][] = [[...PLAN_COLUMNS]];
  for (const c of commitments) {
    const own = [
      c.number ?? '',
      say(c.title),
      say(c.summary),
      group(c, 'axis'),
      group(c, 'theme'),
      names(c.institutions),
      names(c.csos),
      c.start ?? '',
      c.end ?? '',
      c.status ?? '',
    ];
    const milestones: readonly (Milestone | undefined)[] = c.milestones.length
      ? c.milestones
      : [undefined];
    for (const m of milestones) {
      const evidence = (m ?? c).evidence.map((e) => e.url ?? e.urlVerbatim ?? say(e.title));
      rows.push([
        ...own,
        m?.id ?? '',
        say(m?.title),
        m?.due ?? '',
        m?.done ?? '',
        m?.status ?? '',
        names(m?.responsible ?? []),
        say(m?.note),
        evidence.join(' | '),
      ]);
    }
  }
  return rows;
}
