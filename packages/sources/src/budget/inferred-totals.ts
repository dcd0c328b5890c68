import { plainWords, type BudgetDimension, type DimensionValue } from '@ventana/model';
import { besideParts, eachFact, type Beside, type FactTable, type Steps } from './total-sums.js';

/** Different patterns of one kind looked into: each costs one pass over the facts. */
export const MAX_PATTERNS = 12;

/**
 * What a value says of the facts that have it. A `may-be-total` (`Total Salud`) is a total where it
 * adds up. A time is never what a total leaves blank.
 */
export type Kind = 'name' | 'blank' | 'time' | 'total' | 'may-be-total';

const TOTAL =
  /^(?:(?:gran|sub|grand|suma|gasto|presupuesto) ?)*tota(?:l|ls|les)(?: (?:general|nacional|mxn|eur|usd|pesos|del?|la|el|egresos|gastos?|presupuesto|municipio|municipal|ayuntamiento|estado|estatal|anual|ano|ejercicio|(?:19|20)\d\d))*$|^sumas?(?: iguales)?$/;
const NAMED =
  /^(?:(?:gran|sub) ?)?(?:totale?s?|sumas?) (?:(?:del?|la|el|los|las) )*(.+)$|^(.+) total$/;

/** `TOTAL`, `Subtotal`, `Total (€)`: a name or code that stands for others. */
export function kindOf({ key, label, code = '' }: DimensionValue, isTime: boolean): Kind {
  const words = [label, code].map(plainWords);
  if (words.some((text) => TOTAL.test(text))) return 'total';
  if (isTime) return 'time';
  return key === '' ? 'blank' : NAMED.test(words[0]!) ? 'may-be-total' : 'name';
}

/** A table with what is known of it while totals are looked for. */
export interface Search extends FactTable {
  /** Of each dimension's values. */
  readonly kinds: readonly (readonly Kind[])[];
  /** Totals so far. */
  readonly totals: Set<number>;
  differs(fact: number, found: string): void;
}

/** The kinds of a fact's values. */
export function patternOf({ dimensions, kinds }: Search, fact: number): Kind[] {
  return dimensions.map(({ codes }, index) => kinds[index]![codes[fact]!]!);
}

/** Facts of the same values in those dimensions have the same key. */
export function keyIn(
  dimensions: readonly Pick<BudgetDimension, 'codes'>[],
): (fact: number) => string {
  return (fact) => dimensions.map(({ codes }) => codes[fact]).join();
}

/** The facts by their pattern, where `isWanted`. */
export function* byPattern(
  search: Search,
  isWanted: (kinds: readonly Kind[], fact: number) => boolean,
): Steps<[Kind[], number[]][]> {
  const lists = new Map<string, [Kind[], number[]]>();
  yield* eachFact(search, (fact) => {
    if (search.totals.has(fact)) return;
    const kinds = patternOf(search, fact);
    if (!isWanted(kinds, fact)) return;
    const list = lists.get(kinds.join());
    if (list) list[1].push(fact);
    else if (lists.size < MAX_PATTERNS) lists.set(kinds.join(), [kinds, [fact]]);
  });
  return [...lists.values()];
}

/**
 * Where one total of two parts or more shows that the table has such rows, and half of them agree,
 * those that add up are totals; the others are told. One part of the same amount may be chance, but
 * not of a total that bears its name.
 */
function take({ totals, differs }: Search, found: readonly Beside[], isNamed = false): void {
  const all = found.filter(({ parts }) => parts > 0);
  const sums = all.filter(({ isSum }) => isSum);
  const isProven = sums.some(({ parts }) => parts > 1) && sums.length * 2 >= all.length;
  if (!isNamed && !isProven) return;
  for (const { fact, off, isSum } of all) {
    if (isSum) totals.add(fact);
    if (off) differs(fact, off);
  }
}

/** `Total Salud` in the column of `Salud`, as spreadsheets write it. */
export function* totalsOfNames(search: Search): Steps {
  const { dimensions, totals, kinds } = search;
  for (const [index, { codes, values }] of dimensions.entries()) {
    if (!kinds[index]!.includes('may-be-total')) continue;
    const words = values.map(({ label }) => plainWords(label));
    const named = words.map((text) => {
      const [, after, before] = NAMED.exec(text) ?? [];
      return words.indexOf(after ?? before ?? ' ');
    });
    const patterns = yield* byPattern(
      search,
      (kindsOfFact, fact) => kindsOfFact[index] === 'may-be-total' && named[codes[fact]!] !== -1,
    );
    for (const [pattern, facts] of patterns) {
      const rest = keyIn(dimensions.filter((_, at) => at !== index && pattern[at] !== 'blank'));
      const found = yield* besideParts(
        search,
        facts,
        (fact) => `${rest(fact)} ${named[codes[fact]!]}`,
        (fact) => (totals.has(fact) ? undefined : `${rest(fact)} ${codes[fact]}`),
      );
      take(search, found, true);
    }
  }
}

/** `Salud` without a programme, above its programmes. */
export function* totalsOfBlanks(search: Search): Steps {
  const { dimensions, totals, kinds } = search;
  if (!kinds.flat().includes('blank')) return;
  const isLevel = (pattern: readonly Kind[]): boolean =>
    pattern.includes('blank') &&
    pattern.includes('name') &&
    !pattern.includes('total') &&
    !pattern.includes('may-be-total');
  const blanks = (pattern: readonly Kind[]): number =>
    pattern.filter((kind) => kind === 'blank').length;
  const patterns = yield* byPattern(search, isLevel);
  for (const [pattern, facts] of patterns.sort(([a], [b]) => blanks(a) - blanks(b))) {
    const keyOf = keyIn(dimensions.filter((_, at) => pattern[at] !== 'blank'));
    const isPart = (fact: number): boolean => {
      const own = patternOf(search, fact);
      return (
        !totals.has(fact) &&
        !own.includes('total') &&
        own.some((kind, at) => kind === 'name' && pattern[at] === 'blank')
      );
    };
    take(
      search,
      yield* besideParts(search, facts, keyOf, (fact) => (isPart(fact) ? keyOf(fact) : undefined)),
    );
  }
}

/** `1000`, `1100`, `1110`, or `1`, `1.1`, `1.1.1`: codes of levels in one column. */
export function* totalsOfCodes(search: Search): Steps {
  const { dimensions, totals } = search;
  for (const [index, { codes, values, group }] of dimensions.entries()) {
    const own = values.map(({ label, code = label }) => levelCode(code));
    const all = new Set(own);
    const above = own.map((code) => {
      let parent = codeAbove(code);
      while (parent && !all.has(parent)) parent = codeAbove(parent);
      return parent;
    });
    if (group === 'time' || !above.some(Boolean)) continue;
    // A name beside the code says nothing of its own.
    const others: (typeof dimensions)[number][] = [];
    for (const [at, dimension] of dimensions.entries()) {
      if (at !== index && !(yield* isSaidBy(search, codes, dimension.codes))) {
        others.push(dimension);
      }
    }
    const rest = keyIn(others);
    const parents = new Set(above);
    const facts: number[] = [];
    yield* eachFact(search, (fact) => {
      if (!totals.has(fact) && parents.has(own[codes[fact]!]!) && own[codes[fact]!])
        facts.push(fact);
    });
    const found = yield* besideParts(
      search,
      facts,
      (fact) => `${rest(fact)} ${own[codes[fact]!]}`,
      (fact) => (totals.has(fact) ? undefined : `${rest(fact)} ${above[codes[fact]!]}`),
    );
    take(search, found);
  }
}

/** `Total de la Secretaría`: a name that no other value has; all below it adds up to it. */
export function* totalsOfAll(search: Search): Steps {
  const { dimensions, totals, kinds } = search;
  if (!kinds.flat().includes('may-be-total')) return;
  const maySay = (pattern: readonly Kind[]): boolean =>
    pattern.includes('may-be-total') && !pattern.includes('total');
  for (const [pattern, facts] of yield* byPattern(search, maySay)) {
    const keyOf = keyIn(
      dimensions.filter((_, at) => pattern[at] === 'name' || pattern[at] === 'time'),
    );
    const isPart = (fact: number): boolean => {
      const own = patternOf(search, fact);
      return !totals.has(fact) && !own.includes('total') && !own.includes('may-be-total');
    };
    const found = yield* besideParts(search, facts, keyOf, (fact) =>
      isPart(fact) ? keyOf(fact) : undefined,
    );
    for (const { fact, parts, isSum } of found) if (isSum && parts > 1) totals.add(fact);
  }
}

/** The code of a level that a text is or begins with, else nothing. */
function levelCode(text: string): string {
  return /^(?:\d{4,5}|\d{1,2}(?:\.\d{1,2})*)(?=$|[.\s-])/.exec(text.trim())?.[0] ?? '';
}

/** The code of the level above: `1100` of `1110`, `1.1` of `1.1.2`; nothing above the first. */
function codeAbove(code: string): string {
  if (code.includes('.')) return code.replace(/\.\d+$/, '');
  const above = /^\d{4}/.test(code) ? code.replace(/[1-9](0*)$/, '0$1') : '';
  return /[1-9]/.test(above) ? above : '';
}

/** Does each value of one dimension go with one value of the other? */
function* isSaidBy(table: FactTable, codes: Uint32Array, other: Uint32Array): Steps<boolean> {
  const said = new Map<number, number>();
  let isSaid = true;
  yield* eachFact(table, (fact) => {
    const [one, two] = [codes[fact]!, other[fact]!];
    if ((said.get(one) ?? two) !== two) isSaid = false;
    said.set(one, two);
  });
  return isSaid;
}
