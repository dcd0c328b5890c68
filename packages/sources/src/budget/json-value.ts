/** An own member of a JSON object, or nothing; a name from data never reaches the prototype. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A JSON object: lists, null and plain values are none. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list, else none. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
}

/** Text that says something. */
export function textOf(value: unknown): string | undefined {
  return (typeof value === 'string' && value.trim()) || undefined;
}

/** A count: whole, not negative. */
export function countOf(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
}

/** The members of an object whose value is text. */
export function textsOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).filter(
      (entry): entry is [string, string] => textOf(entry[1]) !== undefined,
    ),
  );
}

/** The names that rows have, in order of appearance. */
export function namesOf(rows: readonly unknown[]): string[] {
  const names = new Set<string>();
  for (const row of rows) if (isObject(row)) for (const name of Object.keys(row)) names.add(name);
  return [...names];
}

/** Rows as lists in the order of `names`, one by one; what is no object comes as it is. */
export function rowReader(rows: readonly unknown[], names: readonly string[]): () => unknown {
  let at = 0;
  return () => {
    const row = rows[at++];
    if (isObject(row)) return names.map((name) => member(row, name));
    return at > rows.length ? undefined : (row ?? null);
  };
}
