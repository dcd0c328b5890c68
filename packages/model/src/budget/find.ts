import type { Budget, BudgetDimension } from './budget.js';

/** Without accents, case or punctuation: `Entidad_Federativa` and `entidad federativa` are one name. */
export function plainName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

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
  const plain = plainName(name);
  const group = Object.hasOwn(GROUP_NAMES, plain) ? GROUP_NAMES[plain] : plain;
  return (
    budget.dimensions.find(
      ({ key, headers }) =>
        plainName(key) === plain || headers.some((header) => plainName(header) === plain),
    ) ?? budget.dimensions.find((dimension) => dimension.group === group)
  );
}

/** Indexes of the values that this key, label or code names (a label may belong to several codes). */
export function findValue(dimension: BudgetDimension, name: string): ReadonlySet<number> {
  const by = (matches: (value: BudgetDimension['values'][number]) => boolean): Set<number> =>
    new Set(dimension.values.flatMap((value, index) => (matches(value) ? [index] : [])));
  for (const found of [
    by(({ key }) => key === name),
    by(({ label }) => label === name),
    by(({ code }) => code === name),
  ]) {
    if (found.size > 0) return found;
  }
  const plain = plainName(name);
  return plain === '' ? new Set() : by(({ label }) => plainName(label) === plain);
}
