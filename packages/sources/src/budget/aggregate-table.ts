import type { DimensionGroup } from '@ventana/model';
import type { BudgetTable } from './budget-reader.js';
import type { DimensionPlan, MeasurePlan } from './column-plan.js';
import { columnRole } from './known-columns.js';
import { listOf, member, namesOf, rowReader, textOf } from './json-value.js';

/**
 * An answer of OpenSpending's babbage `aggregate`: `cells` with one member per drilldown attribute
 * (`cofog1.name`, `cofog1.label`) and per aggregate (`amount.sum`), `attributes` and `aggregates`
 * naming them, `total_cell_count` over all pages. The request's drilldown `a|b` is two dimensions.
 */
export function aggregateTable(document: unknown): BudgetTable | undefined {
  const cells = listOf(member(document, 'cells'));
  if (!cells) return undefined;
  const names = namesOf(cells);
  const named = (key: string): string[] =>
    (listOf(member(document, key)) ?? []).flatMap((name) => textOf(name) ?? []);
  const aggregates = named('aggregates');
  const isAggregate = (name: string): boolean =>
    aggregates.length > 0
      ? aggregates.includes(name)
      : /^_count$|\.(sum|count|avg|min|max)$/.test(name);
  // Counts and averages are no amounts, and averages do not add up.
  const measures = names.flatMap((name, at): MeasurePlan[] => {
    if (!isAggregate(name) || !/^(?!_)(?!.*\.(?:count|avg|min|max)$)/.test(name)) return [];
    const base = name.replace(/\.sum$/, '');
    const role = columnRole(base);
    return [
      {
        key: role?.kind === 'measure' ? role.key : base === 'value' ? 'amount' : base,
        label: base,
        at,
      },
    ];
  });
  const attributes = named('attributes').filter((name) => names.includes(name));
  const dimensions = new Map<string, { label?: number; code?: number; first: number }>();
  for (const name of attributes.length > 0
    ? attributes
    : names.filter((name) => !isAggregate(name))) {
    const at = names.indexOf(name);
    const point = name.lastIndexOf('.');
    const base = point === -1 ? name : name.slice(0, point);
    const part = name.slice(point + 1);
    const found = dimensions.get(base) ?? { first: at };
    if (/label|title|desc|nombre/i.test(part)) found.label ??= at;
    else found.code ??= at;
    dimensions.set(base, found);
  }
  const total = member(document, 'total_cell_count');
  return {
    header: names,
    next: rowReader(cells, names),
    plan: {
      header: names,
      measures,
      dimensions: [...dimensions].map(([base, { label, code, first }]): DimensionPlan => {
        const role = columnRole(base);
        const known = role?.kind === 'dimension';
        return {
          key: known ? role.key : base,
          group: known ? role.group : groupOf(base),
          label: base,
          labelAt: label ?? code ?? first,
          ...(label !== undefined && code !== undefined ? { codeAt: code } : {}),
        };
      }),
    },
    ...(typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 ? { total } : {}),
  };
}

const GROUPS: readonly (readonly [RegExp, DimensionGroup])[] = [
  [/cofog|function|funcion/, 'functional'],
  [/econom|object|capitulo/, 'economic'],
  [/admin|entity|ministr|depart|organi|payer/, 'administrative'],
  [/program|activity|project/, 'programme'],
  [/geo|location|region|state|countr/, 'geographic'],
  [/year|time|date|period|fiscal/, 'time'],
];

/** What a name in another country's or a descriptor's words speaks of. */
export function groupOf(name: string): DimensionGroup {
  const plain = name.toLowerCase();
  return GROUPS.find(([pattern]) => pattern.test(plain))?.[1] ?? 'other';
}
