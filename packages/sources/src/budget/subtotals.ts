import {
  amountSums,
  compareDecimals,
  MAX_PROBLEMS,
  plainName,
  subtractDecimals,
  sumDecimals,
  type BudgetDimension,
  type BudgetMeasure,
  type Decimal,
  type Problem,
} from '@ventana/model';

const TOTAL =
  /^(?:(?:gran|sub|grand) ?)?total(?:es)?(?: (?:general|nacional|mxn|eur|usd|pesos))?$|^sumas?$/;
/** Different subtotal patterns looked into: each costs one pass over the facts. */
const MAX_PATTERNS = 12;

/** Does this cell call its row a total of others (`TOTAL`, `Subtotal`, `Total (€)`)? */
export function saysTotal(text: string): boolean {
  return TOTAL.test(plainName(text));
}

/**
 * The facts that are totals of other facts, which adding would count twice.
 *
 * A fact is one when a cell of its dimensions says so (see {@link saysTotal}), or all its
 * dimensions but the year are blank, and there are facts under it: the same values in the
 * dimensions it fills, whatever in those that say total or are blank. Without a single fact under
 * it, it is the only source of its amount and stays. One with all dimensions blank must also
 * equal the sum. A total that differs from the sum by more than one unit is listed as a problem.
 *
 * Yields now and then, so that the caller can let the page have its turn.
 */
export function* findSubtotals(
  facts: number,
  dimensions: readonly Pick<BudgetDimension, 'key' | 'values' | 'codes' | 'group'>[],
  measures: readonly Pick<BudgetMeasure, 'key' | 'amounts'>[],
  whereIs: (fact: number) => string,
  problems: Problem[],
): Generator<void, ReadonlySet<number>> {
  const spoken = dimensions.filter(({ group }) => group !== 'time');
  const isTotal = spoken.map(({ values }) =>
    values.map(({ label, code }) => saysTotal(label) || (code !== undefined && saysTotal(code))),
  );
  const isBlank = spoken.map(({ values }) => values.map(({ key }) => key === ''));
  const candidates = new Map<string, number[]>();
  for (let fact = 0; fact < facts; fact++) {
    if (fact % 512 === 0) yield;
    let total = false;
    let open = '';
    let blanks = 0;
    spoken.forEach(({ codes }, index) => {
      const code = codes[fact] ?? 0;
      const says = isTotal[index]?.[code] ?? false;
      const blank = isBlank[index]?.[code] ?? false;
      total ||= says;
      if (blank) blanks++;
      open += says || blank ? '1' : '0';
    });
    if (!total && (blanks < spoken.length || blanks === 0)) continue;
    const list = candidates.get(open);
    if (list) list.push(fact);
    else if (candidates.size < MAX_PATTERNS) candidates.set(open, [fact]);
  }
  const all = new Set([...candidates.values()].flat());
  const subtotals = new Set<number>();
  const years = dimensions.filter(({ group }) => group === 'time');

  for (const [open, list] of candidates) {
    const fixed = [...years, ...spoken.filter((_, index) => open[index] === '0')];
    const keyOf = (fact: number): string => fixed.map(({ codes }) => codes[fact] ?? 0).join(',');
    const groups = new Map<string, number>();
    for (const fact of list) {
      const key = keyOf(fact);
      if (!groups.has(key)) groups.set(key, groups.size);
    }
    const parts = measures.map(() => amountSums(groups.size));
    const own = measures.map(() => amountSums(groups.size));
    const below = new Uint32Array(groups.size);
    for (let fact = 0; fact < facts; fact++) {
      if (fact % 512 === 0) yield;
      if (all.has(fact)) continue;
      const group = groups.get(keyOf(fact));
      if (group === undefined) continue;
      below[group] = (below[group] ?? 0) + 1;
      measures.forEach(({ amounts }, index) => parts[index]?.add(amounts, fact, group));
    }
    for (const fact of list) {
      const group = groups.get(keyOf(fact)) ?? 0;
      measures.forEach(({ amounts }, index) => own[index]?.add(amounts, fact, group));
    }
    const unnamed = !list.some((fact) =>
      spoken.some(({ codes }, index) => isTotal[index]?.[codes[fact] ?? 0]),
    );
    for (const fact of list) {
      const group = groups.get(keyOf(fact)) ?? 0;
      if (!below[group]) continue;
      let differs: { found: Decimal; sum: Decimal } | undefined;
      measures.forEach(({ amounts }, index) => {
        const single = amountSums(1);
        single.add(amounts, fact, 0);
        const found = single.figure(0).value;
        const sum = parts[index]?.figure(group).value ?? '0';
        // Two totals of one name (a source that repeats it) are right when together they are.
        const together = own[index]?.figure(group).value ?? '0';
        if (found === undefined || isNear(found, sum) || isNear(together, sum)) return;
        differs ??= { found, sum };
      });
      if (differs && unnamed) continue;
      subtotals.add(fact);
      if (differs && problems.length < MAX_PROBLEMS) {
        const { found, sum } = differs;
        problems.push({
          code: 'subtotal-differs',
          where: whereIs(fact),
          found: `${found}; its parts add up to ${sumDecimals([sum])}`,
        });
      }
    }
  }
  return subtotals;
}

function isNear(a: Decimal, b: Decimal): boolean {
  const difference = subtractDecimals(a, b).replace('-', '');
  return compareDecimals(difference, '1') <= 0;
}
