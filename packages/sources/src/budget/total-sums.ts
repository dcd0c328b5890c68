import {
  amountSums,
  compareDecimals,
  figureAt,
  subtractDecimals,
  timesWhole,
  type BudgetDimension,
  type BudgetMeasure,
  type Decimal,
} from '@ventana/model';

/** Facts between two yields. */
const STEP = 512;

/** What totals are looked for in. */
export interface FactTable {
  readonly facts: number;
  readonly dimensions: readonly Pick<BudgetDimension, 'values' | 'codes' | 'group'>[];
  readonly measures: readonly Pick<BudgetMeasure, 'amounts'>[];
}

/** A fact that may be a total, beside its parts. */
export interface Beside {
  readonly fact: number;
  /** Facts under it. */
  readonly parts: number;
  /** `30; its parts add up to 3`: where it is more than one unit off. */
  readonly off: string | undefined;
  /** It is the sum of its parts, but for a thousandth that was lost in rounding. */
  readonly isSum: boolean;
}

/** The numbers of all facts, with a yield now and then. */
export function* eachFact({ facts }: FactTable, visit: (fact: number) => void): Steps {
  for (let fact = 0; fact < facts; fact++) {
    if (fact % STEP === 0) yield;
    visit(fact);
  }
}

/** Work that lets the page have its turn. */
export type Steps<T = void> = Generator<undefined, T>;

/** Each of `totals` beside the sum of the facts that it stands for: those whose `keyOfPart` is its key. */
export function* besideParts(
  table: FactTable,
  totals: readonly number[],
  keyOf: (fact: number) => string,
  keyOfPart: (fact: number) => string | undefined,
): Steps<Beside[]> {
  const { measures } = table;
  const groups = new Map<string, number>();
  for (const fact of totals) groups.set(keyOf(fact), groups.get(keyOf(fact)) ?? groups.size);
  const sums = (): ReturnType<typeof amountSums>[] => measures.map(() => amountSums(groups.size));
  const [parts, own] = [sums(), sums()];
  const counts = new Uint32Array(groups.size);
  const groupOf = (fact: number): number => groups.get(keyOf(fact)) ?? 0;
  for (const fact of totals) {
    measures.forEach(({ amounts }, index) => own[index]?.add(amounts, fact, groupOf(fact)));
  }
  yield* eachFact(table, (fact) => {
    const group = groups.get(keyOfPart(fact) ?? ' ');
    if (group === undefined) return;
    counts[group]!++;
    measures.forEach(({ amounts }, index) => parts[index]?.add(amounts, fact, group));
  });
  return totals.map((fact) => {
    const group = groupOf(fact);
    const found = measures.flatMap(({ amounts }, index) => {
      const value = figureAt(amounts, fact).value;
      const sum = parts[index]?.figure(group).value ?? '0';
      // Two totals of one name (a source that repeats it) are right when together they are.
      const together = own[index]?.figure(group).value ?? '0';
      return value === undefined ? [] : [{ value, sum, together }];
    });
    const differs = found.find(
      ({ value, sum, together }) => !isNear(value, sum) && !isNear(together, sum),
    );
    return {
      fact,
      parts: counts[group]!,
      off: differs && `${differs.value}; its parts add up to ${differs.sum}`,
      isSum:
        found.some(({ value }) => value !== '0') &&
        found.every(({ value, sum }) => compareDecimals(off(value, sum, 1000n), size(sum)) <= 0),
    };
  });
}

const size = (value: Decimal): Decimal => value.replace('-', '');
const off = (a: Decimal, b: Decimal, times = 1n): Decimal =>
  timesWhole(size(subtractDecimals(a, b)), times);

function isNear(a: Decimal, b: Decimal): boolean {
  return compareDecimals(off(a, b), '1') <= 0;
}
