import type { Budget } from './budget.js';

/** The budget without some of its facts. */
export function keepFacts(budget: Budget, without: ReadonlySet<number>): Budget {
  if (without.size === 0) return budget;
  const kept = [...Array(budget.facts).keys()].filter((fact) => !without.has(fact));
  const codesOf = (codes: Uint32Array): Uint32Array =>
    Uint32Array.from(kept, (fact) => codes[fact] ?? 0);
  const pick = <T>(map: ReadonlyMap<number, T>): Map<number, T> =>
    new Map(
      kept.flatMap((fact, at) => {
        const found = map.get(fact);
        return found === undefined ? [] : [[at, found] as const];
      }),
    );
  return {
    ...budget,
    facts: kept.length,
    currencyOf: codesOf(budget.currencyOf),
    dimensions: budget.dimensions.map((dimension) => ({
      ...dimension,
      codes: codesOf(dimension.codes),
    })),
    measures: budget.measures.map((measure) => {
      const { cents, exact, unreadable } = measure.amounts;
      return {
        ...measure,
        amounts: {
          cents: Float64Array.from(kept, (fact) => cents[fact] ?? 0),
          exact: pick(exact),
          unreadable: pick(unreadable),
        },
      };
    }),
  };
}
