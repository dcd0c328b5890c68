import { parseCivilDate, type CivilDate } from '../civil-date.js';
import type { LocalizedText } from '../localized-text.js';
import { MAX_PROBLEMS, type Problem } from '../reading.js';
import { foldKey } from './fold.js';
import { isAfter } from './progress.js';
import { valueTerm } from './values.js';

/** What a plan reader asks of its surroundings. */
export interface ReadPlanOptions {
  /** The safe, absolute form of an address found in the plan, or `undefined` to refuse it. */
  readonly guard: (address: string) => string | undefined;
  /** Where a record or its field came from, when not from JSON: `row 17, column fin`. Default: its JSON Pointer. */
  readonly origin?: ((record: object, key?: string) => string | undefined) | undefined;
  /** The day it is read on: what is dated later has not happened. Default: today. */
  readonly today?: CivilDate;
  /** Found before, such as by whoever made records of rows; listed first. */
  readonly problems?: readonly Problem[];
}

export type Raw = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What one reading has found so far. */
export interface Findings {
  readonly options: ReadPlanOptions;
  readonly problems: Problem[];
  readonly today: CivilDate;
  /** Problems with something that is written; what is merely not there is none of these. */
  doubtful: number;
  /** A plan repeats its days: 20,000 milestones fall on a few hundred of them. */
  readonly days: Map<string, string | undefined>;
}

/** Where in the document we are. Its text is only made when there is something to tell. */
export interface Place {
  readonly findings: Findings;
  readonly raw: unknown;
  readonly parent?: Place | undefined;
  /** The key in the parent, and the place in a list there (-1: no list). */
  readonly key: string;
  readonly index: number;
}

/** JSON Pointer (RFC 6901), or the row that the record came from. */
function where({ findings, raw, parent, key, index }: Place, field?: string): string {
  const origin = isRecord(raw) ? findings.options.origin?.(raw, field) : undefined;
  if (origin !== undefined) return origin;
  const own = parent ? where(parent, key) + (index < 0 ? '' : `/${index}`) : '';
  return field === undefined ? own : `${own}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Puts something on the list of problems: the whole record, or one field of it and what it holds. */
export function note(place: Place, code: string, field?: string, found?: unknown): void {
  const { findings } = place;
  const { problems } = findings;
  if (!code.startsWith('missing-')) findings.doubtful++;
  if (problems.length >= MAX_PROBLEMS) return;
  const text = typeof found === 'object' && found ? '{…}' : String(found ?? '');
  const short = text.length > 120 ? `${text.slice(0, 119)}…` : text;
  problems.push({ code, where: where(place, field), ...(short && { found: short }) });
}

/** The same, of the field that holds `value`, whatever its name. */
export function noteValue(place: Place, code: string, value: string | undefined): void {
  const raw = isRecord(place.raw) ? place.raw : {};
  const field = Object.keys(raw).find((k) => raw[k] === value || raw[k] === Number(value));
  note(place, code, field, value);
}

/** Takes what it understands of a value, lists what it does not, and never throws. */
export type Reader<T> = (
  value: unknown,
  place: Place,
  key: string,
  into: Record<string, unknown>,
) => T | undefined;

/** For each field of a `T`: its other names (folded, see `foldKey`), its reader, its value when it is not there. */
export type Shape<T> = {
  readonly [K in keyof T]-?: readonly [names: string, read: Reader<T[K]>, absent?: T[K]];
};

/**
 * A reader of objects. It goes over the keys that are there, once, and asks each for the field it
 * stands for: 2,000 commitments hold 20,000 milestones of a dozen possible fields, few of them used.
 * Of two keys for one field the first that says something wins.
 */
export function shaped<T extends object>(shape: Shape<T>): (raw: object, place: Place) => T {
  const fields = Object.keys(shape) as (keyof T & string)[];
  const entries = new Map<string, keyof T & string>();
  for (const field of fields)
    for (const name of [field, foldKey(field), ...shape[field][0].split(' ')])
      if (!entries.has(name)) entries.set(name, field);
  return (raw, place) => {
    const into: Record<string, unknown> = {};
    for (const key of Object.keys(raw)) {
      const value = (raw as Raw)[key];
      const field = value == null ? undefined : (entries.get(key) ?? entries.get(foldKey(key)));
      if (field === undefined || into[field] !== undefined) continue;
      const read = shape[field][1](value, place, key, into);
      if (read !== undefined) into[field] = read;
    }
    for (const field of fields) {
      const absent = shape[field][2];
      if (absent !== undefined && into[field] === undefined) into[field] = absent;
    }
    return into as T;
  };
}

const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]+)*$/i;

function asText(value: unknown): LocalizedText | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (!isRecord(value)) return undefined;
  const texts = Object.entries(value).flatMap(([lang, said]) =>
    LANGUAGE.test(lang) && typeof said === 'string' && said.trim() ? [[lang, said.trim()]] : [],
  );
  return texts.length > 0 ? (Object.fromEntries(texts) as LocalizedText) : undefined;
}

/** Text in one language or several. A number is taken as its digits. */
export const text: Reader<LocalizedText> = (value, place, key) => {
  const found = asText(value);
  if (!found && typeof value !== 'string') note(place, 'bad-text', key, value);
  return found;
};

/** A short name or code, in one language. */
export const word: Reader<string> = (value, place, key, into) => {
  const found = text(value, place, key, into);
  return typeof found === 'object' ? Object.values(found)[0] : found;
};

/** A civil date, or the text as written and a problem on the list. */
export const date: Reader<string> = (value, place, key, into) => {
  const written = word(value, place, key, into);
  if (written === undefined) return undefined;
  const { days } = place.findings;
  if (!days.has(written)) days.set(written, parseCivilDate(written));
  const day = days.get(written);
  if (day === undefined) note(place, 'bad-date', key, value);
  return day ?? written;
};

/** The day of something that has happened: one that is still to come is put on the list of problems. */
export const past: Reader<string> = (value, place, ...at) => {
  const day = date(value, place, ...at);
  if (isAfter(day, place.findings.today)) note(place, 'future-date', at[0], value);
  return day;
};

/** One of `known`, or the text as written and a problem on the list. */
export const oneOf =
  (known: readonly string[], code: string): Reader<string> =>
  (value, place, key, into) => {
    const written = word(value, place, key, into);
    const term = written && valueTerm(written, known);
    if (term && !known.includes(term)) note(place, code, key, value);
    return term || undefined;
  };

/** The safe form of an address; that of a refused one stays as text in `urlVerbatim`. */
export const link: Reader<string> = (value, place, key, into) => {
  const written = word(value, place, key, into);
  if (written === undefined) return undefined;
  // A text with blanks is a sentence ("oficio 123"), which would resolve to some address or other.
  const safe = /\s/.test(written) ? undefined : place.findings.options.guard(written);
  if (safe === undefined) {
    note(place, 'bad-address', key, value);
    into['urlVerbatim'] = written;
  }
  return safe;
};

/** The safe form of an address, where there is no place for the text of a refused one. */
export const safeLink: Reader<string> = (value, place, key) => link(value, place, key, {});

/** `urlVerbatim` of a plan that was read before. */
export const refused: Reader<string> = (value, place, key, into) => {
  into['url'] ??= link(value, place, key, into);
  return undefined;
};

/**
 * The objects of a list; one thing alone is a list of one, and a text may list with `;` or `|`
 * (addresses, which hold such signs, only with blanks around them). A bare text stands for an object
 * with only the field `alone`; the rest is told and left out.
 */
export const list =
  <T>(
    read: (raw: Raw, place: Place, index: number) => T | undefined,
    alone = 'title',
  ): Reader<readonly T[]> =>
  (value, place, key) => {
    const many = Array.isArray(value);
    const items: unknown[] = many
      ? value
      : typeof value === 'string'
        ? value.split(alone === 'url' ? / [|;] |\n/ : /[|;\n]/).filter((part) => part.trim())
        : [value];
    const found: T[] = [];
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      const bare = isRecord(item) && !item['es'] && !item['en'] ? undefined : alone && asText(item);
      const raw = bare ? { [alone]: bare } : item;
      const { findings } = place;
      const at: Place = { findings, raw, parent: place, key, index: many ? index : -1 };
      const one = isRecord(raw) ? read(raw, at, index) : undefined;
      if (one !== undefined) found.push(one);
      else note(at, 'bad-record', undefined, item);
    }
    return found;
  };

/** The first of such a list. */
export const first =
  <T>(read: (raw: Raw, place: Place) => T | undefined, alone?: string): Reader<T> =>
  (...from) =>
    list(read, alone)(...from)?.[0];
