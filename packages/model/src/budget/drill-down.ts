import type { Budget, BudgetDimension } from './budget.js';
import { findDimension, selection, type Where } from './find.js';

/** From the whole to its parts, as the Mexican classifications nest. */
const CHAINS: readonly (readonly string[])[] = [
  ['ente', 'ramo', 'subramo', 'unidad', 'modalidad', 'programa', 'actividad'],
  ['finalidad', 'funcion', 'subfuncion', 'programa'],
  ['tipo_gasto', 'capitulo', 'concepto', 'partida_generica', 'partida'],
  ['entidad', 'municipio'],
];
/** Where a chain ends, what else a reader may ask of the same money. */
const THEN = [
  'capitulo',
  'concepto',
  'partida_generica',
  'partida',
  'programa',
  'unidad',
  'entidad',
];

/** The dimension a viewer opens with: the first administrative one, else the first that splits the money. */
export function firstDimension(budget: Budget): BudgetDimension | undefined {
  const many = budget.dimensions.filter(
    ({ group, values }) => group !== 'time' && values.length > 1,
  );
  return (
    many.find(({ key }) => key === 'ramo') ??
    many.find(({ group }) => group === 'administrative') ??
    many[0] ??
    budget.dimensions.find(({ group }) => group !== 'time') ??
    budget.dimensions[0]
  );
}

/**
 * The dimension to break down by after choosing a value of `by`: the next of its chain, then of
 * the others, then as the source orders them, that still splits what `where` selects in two or
 * more. `undefined` at the bottom.
 */
export function nextDimension(
  budget: Budget,
  by: string,
  where: Where,
): BudgetDimension | undefined {
  return dimensionsBelow(budget, by, where).find(
    (dimension) => splitBy(budget, dimension, where).size > 0,
  );
}

/** Keys of the values of `by` that a dimension below still splits in two or more. */
export function valuesThatOpen(
  budget: Budget,
  by: BudgetDimension,
  where: Where,
): ReadonlySet<string | undefined> {
  const split = new Set<number>();
  for (const dimension of dimensionsBelow(budget, by.key, where)) {
    splitBy(budget, dimension, where, split, by);
  }
  return new Set([...split].map((index) => by.values[index]?.key));
}

/** What a reader may still ask, in the order of {@link nextDimension}. */
function dimensionsBelow(budget: Budget, by: string, where: Where): BudgetDimension[] {
  const { dimensions } = budget;
  const [current, ...above] = [by, ...Object.keys(where)].map((name) =>
    findDimension(budget, name),
  );
  const key = current?.key ?? '';
  const chain = CHAINS.find((keys) => keys.includes(key)) ?? [];
  const nested = [...chain.slice(chain.indexOf(key) + 1), ...THEN];
  const order = [
    ...nested.flatMap((name) => dimensions.find((dimension) => dimension.key === name) ?? []),
    ...dimensions.slice(dimensions.indexOf(current as BudgetDimension) + 1),
  ];
  return [...new Set(order)].filter(
    (dimension) =>
      dimension.group !== 'time' && dimension !== current && !above.includes(dimension),
  );
}

/** Adds to `split` the indexes of those values of `parts` (without them: 0, the whole) that a dimension splits. */
function splitBy(
  budget: Budget,
  { codes }: BudgetDimension,
  where: Where,
  split = new Set<number>(),
  parts?: BudgetDimension,
): ReadonlySet<number> {
  const select = selection(budget, where);
  const first: (number | undefined)[] = [];
  for (let fact = 0; fact < budget.facts; fact++) {
    const part = parts?.codes[fact] ?? 0;
    if (split.has(part) || !select?.(fact)) continue;
    const code = codes[fact];
    if ((first[part] ??= code) !== code) split.add(part);
  }
  return split;
}
