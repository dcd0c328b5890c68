import { plainWords } from '../plain-words.js';
import type { Budget, BudgetDimension } from './budget.js';

const GROUP_NAMES: Readonly<Record<string, string>> = {
  administrativa: 'administrative',
  programatica: 'programme',
  program: 'programme',
  funcional: 'functional',
  economica: 'economic',
  geografica: 'geographic',
  ano: 'time',
  ciclo: 'time',
};

/** By key, header or label, else by group: `by="economic"` is the first economic dimension. */
export function findDimension(budget: Budget, name: string): BudgetDimension | undefined {
  const exact = budget.dimensions.find(({ key }) => key === name);
  if (exact) return exact;
  const plain = plainWords(name);
  const group = Object.hasOwn(GROUP_NAMES, plain) ? GROUP_NAMES[plain] : plain;
  return (
    budget.dimensions.find(
      ({ key, headers }) =>
        plainWords(key) === plain || headers.some((header) => plainWords(header) === plain),
    ) ?? budget.dimensions.find((dimension) => dimension.group === group)
  );
}

/** Indexes of the values that this key, label or code names (a label may belong to several codes). */
export function findValue(dimension: BudgetDimension, name: string): ReadonlySet<number> {
  const by = (matches: (value: BudgetDimension['values'][number]) => boolean): Set<number> =>
    new Set(dimension.values.flatMap((value, index) => (matches(value) ? [index] : [])));
  const plain = plainWords(name);
  return (
    [
      by(({ key }) => key === name),
      by(({ label }) => label === name),
      by(({ code }) => code === name),
    ].find(({ size }) => size > 0) ?? by(({ label }) => !!plain && plainWords(label) === plain)
  );
}

/** Dimension to value: `{ ramo: 'Salud', year: '2023' }`. Names and values as `findDimension` and `findValue` take them. */
export type Where = Readonly<Record<string, string>>;

/** Does a fact belong? `undefined` when `where` names what the budget does not have. */
export function selection(budget: Budget, where: Where): ((fact: number) => boolean) | undefined {
  const tests = Object.keys(where).map((name) => {
    const dimension = findDimension(budget, name);
    return { codes: dimension?.codes, indexes: dimension && findValue(dimension, where[name]!) };
  });
  return tests.every(({ indexes }) => indexes?.size)
    ? (fact) => tests.every(({ codes, indexes }) => indexes!.has(codes![fact]!))
    : undefined;
}
