import { keepFacts, MAX_PROBLEMS, type Budget, type Reading } from '@ventana/model';
import type { BudgetDraft } from './budget-reader.js';
import {
  byPattern,
  keyIn,
  kindOf,
  totalsOfAll,
  totalsOfBlanks,
  totalsOfCodes,
  totalsOfNames,
  type Kind,
  type Search,
} from './inferred-totals.js';
import { besideParts, type FactTable, type Steps } from './total-sums.js';

/**
 * What was read of a table without the facts that are totals of others. Loaded when there may be some.
 * Yields now and then, so that the caller can let the page have its turn.
 */
export function* withoutSubtotals({ reading, rowOf, unread }: BudgetDraft): Steps<Reading<Budget>> {
  const { model } = reading;
  const problems = [...reading.problems];
  let { doubtful = 0 } = reading;
  const subtotals = yield* findSubtotals(model, (fact, found) => {
    doubtful++;
    if (problems.length >= MAX_PROBLEMS) return;
    problems.push({ code: 'subtotal-differs', where: `row ${rowOf[fact]}`, found });
  });
  if (subtotals.size === 0) return { ...reading, doubtful, problems };
  const lines = new Set([...subtotals].map((fact) => rowOf[fact]!));
  // A row is left out once.
  const rows = [...lines].filter((line) => !unread.has(line)).length;
  const last = model.omissions.filter(({ reason }) => reason === 'not-received');
  const omissions = [
    ...model.omissions.filter((omission) => !last.includes(omission)),
    ...(rows > 0 ? [{ reason: 'subtotal' as const, rows }] : []),
    ...last,
  ];
  return {
    ...reading,
    doubtful,
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
 * Before these, those that are totals because they add up: see inferred-totals.ts.
 */
export function* findSubtotals(
  table: FactTable,
  differs: (fact: number, found: string) => void,
): Steps<ReadonlySet<number>> {
  const { dimensions } = table;
  const totals = new Set<number>();
  const kinds = dimensions.map(({ group, values }) =>
    values.map((value) => kindOf(value, group === 'time')),
  );
  const search: Search = { ...table, kinds, totals, differs };
  yield* totalsOfNames(search);
  yield* totalsOfBlanks(search);
  yield* totalsOfCodes(search);
  yield* totalsOfAll(search);

  const saysTotal = (pattern: readonly Kind[]): boolean => pattern.includes('total');
  const isBlank = (pattern: readonly Kind[]): boolean =>
    pattern.includes('blank') && pattern.every((kind) => kind === 'blank' || kind === 'time');
  const patterns = yield* byPattern(search, (one) => saysTotal(one) || isBlank(one));
  const candidates = new Set(patterns.flatMap(([, facts]) => facts));
  for (const [pattern, facts] of patterns) {
    const keyOf = keyIn(
      dimensions.filter((_, at) => pattern[at] !== 'blank' && pattern[at] !== 'total'),
    );
    const found = yield* besideParts(search, facts, keyOf, (fact) =>
      candidates.has(fact) || totals.has(fact) ? undefined : keyOf(fact),
    );
    for (const { fact, parts, off } of found) {
      if (parts === 0 || (off && !saysTotal(pattern))) continue;
      totals.add(fact);
      if (off) differs(fact, off);
    }
  }
  return totals;
}
