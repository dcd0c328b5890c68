import type { Budget } from './budget.js';

/** The budget without some of its facts, and without the values that only those had. */
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
    dimensions: budget.dimensions.map((dimension) => {
      const codes = codesOf(dimension.codes);
      const used = [...new Set(codes)].sort((a, b) => a - b);
      const at = new Map(used.map((code, index) => [code, index]));
      return {
        ...dimension,
        values: used.flatMap((code) => dimension.values[code] ?? []),
        codes: codes.map((code) => at.get(code) ?? 0),
      };
    }),
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
