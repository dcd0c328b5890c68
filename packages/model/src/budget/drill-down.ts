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
  const current = findDimension(budget, by);
  const used = new Set([current, ...Object.keys(where).map((name) => findDimension(budget, name))]);
  const chain = CHAINS.find((keys) => keys.includes(current?.key ?? '')) ?? [];
  const below = chain.slice(chain.indexOf(current?.key ?? '') + 1);
  const own = budget.dimensions.indexOf(current as BudgetDimension);
  const order = [
    ...[...below, ...THEN].map((key) =>
      budget.dimensions.find((dimension) => dimension.key === key),
    ),
    ...budget.dimensions.slice(own + 1),
  ];
  const tried = new Set<BudgetDimension>();
  for (const dimension of order) {
    if (!dimension || used.has(dimension) || tried.has(dimension)) continue;
    if (dimension.group === 'time') continue;
    tried.add(dimension);
    if (splits(budget, dimension, where)) return dimension;
  }
  return undefined;
}

function splits(budget: Budget, dimension: BudgetDimension, where: Where): boolean {
  const select = selection(budget, where);
  let first: number | undefined;
  for (let fact = 0; fact < budget.facts; fact++) {
    if (!select?.(fact)) continue;
    const value = dimension.codes[fact];
    first ??= value;
    if (value !== first) return true;
  }
  return false;
}
