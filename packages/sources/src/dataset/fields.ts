import { parseCivilDate, type CivilDate, type LocalizedText } from '@ventana/model';

export type RawRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `dcat:accessURL`, `http://www.w3.org/ns/dcat#accessURL`, `Access URL` and `access_url` are one name. */
function plainName(name: string): string {
  return name
    .replace(/^.*[:/#]/, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'object') return !value || Object.keys(value).length === 0;
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/**
 * JSON that an API hands over inside a string (CKAN extras, fluent titles). Other text stays; text
 * that starts like JSON but is not is just text.
 */
export function unfold(value: unknown): unknown {
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) {
    try {
      return JSON.parse(value) as unknown;
    } catch {
      // Just text.
    }
  }
  return value;
}

/** Whatever holds a list: an array, JSON of one in a string, or its single member bare. */
export function listOf(value: unknown): readonly unknown[] {
  const unfolded = unfold(value);
  return Array.isArray(unfolded) ? unfolded : isBlank(unfolded) ? [] : [unfolded];
}

/** Plain names of the fields by which a record that stands for a name says it, best first. */
const NAMES = 'value title displayname name label preflabel fn verbatim id'.split(' ');

/** `{ "es": "…", "en": "…" }` and nothing else. */
function byLanguage(record: unknown): LocalizedText | undefined {
  if (!isRecord(record)) return undefined;
  const entries = Object.entries(record);
  if (!entries.every(([key]) => /^[a-z]{2,3}([-_]\w+)*$/i.test(key))) return undefined;
  const texts = entries.filter(([, value]) => typeof value === 'string' && !isBlank(value));
  return texts.length > 0 ? (Object.fromEntries(texts) as LocalizedText) : undefined;
}

/**
 * The text in a value as publishers write one: itself, a number, the first of a list, a named
 * thing; in several languages as CKAN's fluent extension, JSON-LD and our own JSON write them.
 */
export function localizedOf(value: unknown, depth = 4): LocalizedText | undefined {
  if (typeof value === 'string') {
    return isBlank(value) ? undefined : (byLanguage(unfold(value)) ?? value);
  }
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (depth === 0) return undefined;
  if (isRecord(value)) {
    return byLanguage(value) ?? new Fields(value).localized(NAMES, depth - 1);
  }
  if (!Array.isArray(value)) return undefined;
  const tagged = value.filter(isRecord).map((part) => [part['@language'], part['@value']] as const);
  return (
    byLanguage(Object.fromEntries(tagged)) ??
    first(value.slice(0, 9), (part) => localizedOf(part, depth - 1))
  );
}

export function textOf(value: unknown): string | undefined {
  const text = localizedOf(value);
  return typeof text === 'object' ? Object.values(text)[0] : text;
}

/** The first that `find` makes something of. */
export function first<T, R>(
  values: readonly T[],
  find: (value: T) => R | undefined,
): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * A record's own fields by plain name, blanks left out, so that one reader serves CKAN, DCAT in
 * JSON and in JSON-LD, and CKAN's extras. The first record that has a field wins.
 */
export class Fields {
  readonly #values = new Map<string, unknown>();

  constructor(...records: readonly unknown[]) {
    for (const record of records.filter(isRecord)) {
      for (const key of Object.keys(record)) {
        const name = plainName(key);
        if (!isBlank(record[key]) && !this.#values.has(name)) this.#values.set(name, record[key]);
      }
    }
  }

  /** The first of these that is there. */
  get(...names: readonly string[]): unknown {
    return first(names, (name) => this.#values.get(name));
  }

  /** The first of these that is a text. */
  text(...names: readonly string[]): string | undefined {
    return first(names, (name) => textOf(this.#values.get(name)));
  }

  localized(names: readonly string[], depth?: number): LocalizedText | undefined {
    return first(names, (name) => localizedOf(this.#values.get(name), depth));
  }

  /** The texts of a list, or of one text with commas. */
  texts(...names: readonly string[]): readonly string[] {
    return listOf(this.get(...names))
      .flatMap((part, _, { length }) =>
        length === 1 && typeof part === 'string' ? part.split(',') : part,
      )
      .flatMap((part) => textOf(part)?.trim() || []);
  }

  /** Text of the first field whose plain name fits. */
  matching(fits: RegExp): string | undefined {
    return first([...this.#values.keys()], (name) =>
      fits.test(name) ? this.text(name) : undefined,
    );
  }

  /** The day of a field, or its text where that is no day. */
  day(...names: readonly string[]): { readonly day?: CivilDate; readonly verbatim?: string } {
    const verbatim = this.text(...names);
    const day = parseCivilDate(verbatim);
    return day ? { day } : verbatim === undefined ? {} : { verbatim };
  }
}
