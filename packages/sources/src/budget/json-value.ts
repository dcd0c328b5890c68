/** A JSON object, or nothing: lists, null and plain values are none. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** An own member; a name from data never reaches the prototype. */
export function member(value: unknown, name: string): unknown {
  const object = objectOf(value);
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}

export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
}

/** Text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The names that rows have, in order of appearance; the first rows are enough to know them. */
export function namesOf(rows: readonly unknown[]): string[] {
  const names = new Set<string>();
  for (const row of rows.slice(0, 200)) {
    for (const name of Object.keys(objectOf(row) ?? {})) names.add(name);
  }
  return [...names];
}

/** Rows as lists in the order of `names`, one by one; what is no object comes as it is. */
export function rowReader(rows: readonly unknown[], names: readonly string[]): () => unknown {
  let at = 0;
  return () => {
    if (at >= rows.length) return undefined;
    const row = rows[at++];
    return objectOf(row) ? names.map((name) => member(row, name)) : (row ?? null);
  };
}
