import {
  amountSums,
  compareDecimals,
  figureAt,
  keepFacts,
  MAX_PROBLEMS,
  subtractDecimals,
  type BudgetDimension,
  type Budget,
  type BudgetMeasure,
  type Reading,
} from '@ventana/model';
import { saysTotal, type BudgetDraft } from './budget-reader.js';

/** Different subtotal patterns looked into: each costs one pass over the facts. */
const MAX_PATTERNS = 12;
/** Facts between two yields. */
const STEP = 512;

/**
 * What was read of a table without the facts that are totals of others. Loaded when there may be some.
 * Yields now and then, so that the caller can let the page have its turn.
 */
export function* withoutSubtotals({
  reading,
  rowOf,
}: BudgetDraft): Generator<undefined, Reading<Budget>> {
  const { model } = reading;
  const problems = [...reading.problems];
  const subtotals = yield* findSubtotals(
    model.facts,
    model.dimensions,
    model.measures,
    (fact, found) => {
      if (problems.length >= MAX_PROBLEMS) return;
      problems.push({ code: 'subtotal-differs', where: `row ${rowOf[fact]}`, found });
    },
  );
  const rows = new Set([...subtotals].map((fact) => rowOf[fact])).size;
  if (rows === 0) return reading;
  const last = model.omissions.filter(({ reason }) => reason === 'not-received');
  const omissions = [
    ...model.omissions.filter((omission) => !last.includes(omission)),
    { reason: 'subtotal' as const, rows },
    ...last,
  ];
  return {
    ...reading,
    problems,
    omitted: reading.omitted + rows,
    model: keepFacts({ ...model, omissions }, subtotals),
  };
}

/**
 * The facts that are totals of other facts, which adding would count twice.
 *
 * A fact is one when a cell of its dimensions says so (`TOTAL`, `Subtotal`, `Total (€)`), or all its
 * dimensions but the year are blank, and there are facts under it: the same values in the
 * dimensions it fills, whatever in those that say total or are blank. Without a single fact under
 * it, it is the only source of its amount and stays. One with all dimensions blank must also
 * equal the sum. A total that differs from the sum by more than one unit is told to `differs`.
 *
 * Yields now and then, so that the caller can let the page have its turn.
 */
export function* findSubtotals(
  facts: number,
  dimensions: readonly Pick<BudgetDimension, 'values' | 'codes' | 'group'>[],
  measures: readonly Pick<BudgetMeasure, 'amounts'>[],
  differs: (fact: number, found: string) => void,
): Generator<undefined, ReadonlySet<number>> {
  // Per value: 2 says total, 1 is blank. A year is never what a total leaves blank.
  const kinds = dimensions.map(({ group, values }) =>
    values.map((value) => (saysTotal(value) ? 2 : group === 'time' ? 3 : value.key === '' ? 1 : 0)),
  );
  const patterns = new Map<string, number[]>();
  for (let fact = 0; fact < facts; fact++) {
    if (fact % STEP === 0) yield;
    const pattern = dimensions.map(({ codes }, index) => kinds[index]?.[codes[fact] ?? 0]).join('');
    if (!/2|^3*1[13]*$/.test(pattern)) continue;
    const list = patterns.get(pattern);
    if (list) list.push(fact);
    else if (patterns.size < MAX_PATTERNS) patterns.set(pattern, [fact]);
  }
  const candidates = new Set([...patterns.values()].flat());
  const subtotals = new Set<number>();
  for (const [pattern, list] of patterns) {
    const fixed = dimensions.filter((_, index) => /[03]/.test(pattern[index]!));
    const keyOf = (fact: number): string => fixed.map(({ codes }) => codes[fact]).join();
    const groups = new Map<string, number>();
    for (const fact of list) groups.set(keyOf(fact), groups.get(keyOf(fact)) ?? groups.size);
    const sums = (): ReturnType<typeof amountSums>[] => measures.map(() => amountSums(groups.size));
    const [parts, own] = [sums(), sums()];
    const withParts = new Set<number>();
    for (let fact = 0; fact < facts; fact++) {
      if (fact % STEP === 0) yield;
      const group = groups.get(keyOf(fact));
      const total = candidates.has(fact);
      if (group === undefined || (total && !list.includes(fact))) continue;
      if (!total) withParts.add(group);
      measures.forEach(({ amounts }, index) =>
        (total ? own : parts)[index]?.add(amounts, fact, group),
      );
    }
    for (const fact of list) {
      const group = groups.get(keyOf(fact)) ?? 0;
      if (!withParts.has(group)) continue;
      const off = measures.flatMap(({ amounts }, index) => {
        const found = figureAt(amounts, fact).value;
        const sum = parts[index]?.figure(group).value ?? '0';
        // Two totals of one name (a source that repeats it) are right when together they are.
        const together = own[index]?.figure(group).value ?? '0';
        if (found === undefined || isNear(found, sum) || isNear(together, sum)) return [];
        return `${found}; its parts add up to ${sum}`;
      });
      if (off[0] && !pattern.includes('2')) continue;
      subtotals.add(fact);
      if (off[0]) differs(fact, off[0]);
    }
  }
  return subtotals;
}

function isNear(a: string, b: string): boolean {
  return compareDecimals(subtractDecimals(a, b).replace('-', ''), '1') <= 0;
}
