import { foldKey } from '../plan/fold.js';

/** The part of JSON Schema 2020-12 that our schemas are written in. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export interface Violation {
  readonly code: 'wrong-type' | 'missing-field' | 'bad-pattern' | 'unknown-field';
  readonly pointer: string;
  readonly found?: string;
  /** What would do: a type, the names of a missing field, or the field that was probably meant. */
  readonly expected?: string;
}

/**
 * What in `value` is not as `schema` says, and fields that it does not name. Names may differ in
 * accents, case and separators, as the plan reader allows. Documents nest as deep as the schema
 * does, so the recursion is bounded by it.
 */
export function walkSchema(schema: Schema, value: unknown): Violation[] {
  return walk(schema, value, '', schema);
}

function walk(schema: Schema, value: unknown, pointer: string, root: Schema): Violation[] {
  const found: Violation[] = [];
  if (schema.$ref !== undefined)
    found.push(...walk(resolve(schema.$ref, root), value, pointer, root));
  if (schema.type !== undefined && ![schema.type].flat().includes(typeOf(value)))
    return [
      {
        code: 'wrong-type',
        pointer,
        found: typeOf(value),
        expected: [schema.type].flat().join(', '),
      },
    ];
  if (schema.enum && !schema.enum.includes(value))
    return [{ code: 'wrong-type', pointer, found: String(value).slice(0, 120) }];
  if (
    schema.pattern !== undefined &&
    typeof value === 'string' &&
    !new RegExp(schema.pattern).test(value)
  )
    found.push({ code: 'bad-pattern', pointer, found: value.slice(0, 120) });
  if (Array.isArray(value) && schema.items) {
    const { items } = schema;
    value.forEach((item, i) => found.push(...walk(items, item, `${pointer}/${i}`, root)));
  }
  if (typeOf(value) === 'object') found.push(...walkObject(schema, value as object, pointer, root));
  if (schema.anyOf) found.push(...walkAnyOf(schema.anyOf, value, pointer, root));
  return found;
}

function walkObject(schema: Schema, value: object, pointer: string, root: Schema): Violation[] {
  const found: Violation[] = [];
  const { properties, required, propertyNames, additionalProperties } = schema;
  const byName = new Map(Object.keys(properties ?? {}).map((name) => [foldKey(name), name]));
  const keys = Object.keys(value);
  for (const key of keys) {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const one: unknown = (value as Record<string, unknown>)[key];
    const name = byName.get(foldKey(key));
    const inner = name === undefined ? undefined : properties?.[name];
    if (inner) found.push(...walk(inner, one, at, root));
    else if (properties && !/^[$_]|^x-/.test(key)) {
      const meant = nearest(foldKey(key), byName);
      found.push({
        code: 'unknown-field',
        pointer: at,
        found: key,
        ...(meant && { expected: meant }),
      });
    }
    if (propertyNames?.pattern && !new RegExp(propertyNames.pattern).test(key))
      found.push({ code: 'wrong-type', pointer: at, found: key });
    if (additionalProperties) found.push(...walk(additionalProperties, one, at, root));
  }
  const folded = new Set(keys.map(foldKey));
  for (const name of required ?? [])
    if (!folded.has(foldKey(name))) found.push({ code: 'missing-field', pointer, expected: name });
  return found;
}

/** Fewest things wrong wins, so that of "a text or an object" an object is told what it lacks. */
function walkAnyOf(
  choices: readonly Schema[],
  value: unknown,
  pointer: string,
  root: Schema,
): Violation[] {
  const tries = choices.map((choice) => walk(choice, value, pointer, root));
  const wrong = (list: Violation[]): number =>
    list.reduce(
      (sum, v) => sum + (v.code === 'unknown-field' ? 1 : v.pointer === pointer ? 1e6 : 1e3),
      0,
    );
  const best = tries.reduce((a, b) => (wrong(b) < wrong(a) ? b : a));
  const types = choices.map((c) => (c.$ref ? resolve(c.$ref, root) : c).type ?? []).flat();
  return best.map((v) =>
    v.code === 'wrong-type' && v.pointer === pointer && types.length > 0
      ? { ...v, expected: [...new Set(types)].join(', ') }
      : v,
  );
}

function resolve(ref: string, root: Schema): Schema {
  let node: unknown = root;
  for (const part of ref.replace(/^#\/?/, '').split('/'))
    if (part !== '') node = (node as Record<string, unknown>)[part];
  return node as Schema;
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

/** The known name at most two slips away, for "did you mean". */
function nearest(key: string, names: ReadonlyMap<string, string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.min(3, Math.ceil(key.length / 2));
  for (const [folded, name] of names) {
    const slips = distance(key.slice(0, 40), folded);
    if (slips < fewest) {
      fewest = slips;
      best = name;
    }
  }
  return best;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
