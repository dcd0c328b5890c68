import type { DimensionGroup } from '@ventana/model';
import type { BudgetTable } from './budget-reader.js';
import type { MeasurePlan } from './column-plan.js';
import { columnRole } from './known-columns.js';
import { countOf, listOf, member, namesOf, rowReader } from './json-value.js';
import { distinctMeasures, planDimension } from './plan-columns.js';

/**
 * An answer of OpenSpending's babbage `aggregate`, in pages: `cells` with one member per drilldown
 * attribute (`cofog1.name`, `cofog1.label`) and per aggregate (`amount.sum`), `aggregates` naming
 * the latter, `total_cell_count` over all pages. The request's drilldown `a|b` is two dimensions.
 */
export function aggregateTable(pages: readonly unknown[]): BudgetTable {
  const cells = pages.flatMap((page) => listOf(member(page, 'cells')) ?? []);
  const header = namesOf(cells);
  const aggregates = listOf(member(pages[0], 'aggregates')) ?? [];
  const measures: MeasurePlan[] = [];
  const dimensions = new Map<string, { label?: number; code?: number }>();
  header.forEach((name, at) => {
    if (aggregates.includes(name) || /^_count$|\.(?:sum|count|avg|min|max)$/.test(name)) {
      // Counts are no amounts, and averages do not add up.
      if (/^_|\.(?:count|avg|min|max)$/.test(name)) return;
      const base = name.replace(/\.sum$/, '');
      const role = columnRole(base);
      const key = role?.kind === 'measure' ? role.key : 'amount';
      measures.push({ key, label: base, at });
      return;
    }
    const [, base = name, part = ''] = /^(.*)\.(.*)$/.exec(name) ?? [];
    const found = dimensions.get(base) ?? {};
    found[/label|title|desc|nombre/i.test(part) ? 'label' : 'code'] ??= at;
    dimensions.set(base, found);
  });
  return {
    header,
    next: rowReader(cells, header),
    total: countOf(member(pages[0], 'total_cell_count')),
    plan: () => ({
      measures: distinctMeasures(measures, header),
      dimensions: [...dimensions].map(([base, { label, code }]) =>
        planDimension(base, base, groupOf(base), label, code),
      ),
    }),
  };
}

const GROUPS: readonly (readonly [RegExp, DimensionGroup])[] = [
  [/cofog|function/i, 'functional'],
  [/econom|object/i, 'economic'],
  [/admin|entity|ministr|depart|organi|payer/i, 'administrative'],
  [/program|activity|project/i, 'programme'],
  [/geo|location|region|state|countr/i, 'geographic'],
  [/year|time|date|period/i, 'time'],
];

/** What a name in another country's or a descriptor's words speaks of. */
export function groupOf(...names: readonly (string | undefined)[]): DimensionGroup {
  for (const name of names) {
    const found = name && GROUPS.find(([pattern]) => pattern.test(name));
    if (found) return found[1];
  }
  return 'other';
}
