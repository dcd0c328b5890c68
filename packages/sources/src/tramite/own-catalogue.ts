import type { Reading, TramiteCatalogue } from '@ventana/model';
import type { Steps } from '@ventana/model/tramite/search/steps.js';
import { headOf } from './catalogue-head.js';
import { draftOf, ownField, type Field } from './fields.js';
import { at, isRecord, listOf, textOf } from './plain-value.js';
import type { ReadRecords } from './read-records.js';

/** Keys of a catalogue in our own JSON. */
const HEAD =
  /^(?:\$.*|titulo|title|editor|publisher|licencia|license|liga|url|actualizado|updated|ejemplo|example|tramites)$/;

/** Names of parts that `readDraft` reads by itself; others, and parts of other fields, are put in its words first. */
const PARTS: Partial<Readonly<Record<Field, RegExp>>> = {
  cost: /^(?:monto|moneda)$/,
  requirements: /^(?:nombre|original|copias|nota)$/,
  places: /^(?:nombre|direccion|horario|telefono|url)$/,
  legalBasis: /^(?:texto|url)$/,
};

/**
 * A catalogue that is plainly our own JSON, every key spelt as the schema spells it. `undefined` for
 * any other: its keys may mean what only the names that other people use tell.
 */
export function* readOwn(
  root: unknown,
  readRecords: ReadRecords,
): Steps<Reading<TramiteCatalogue> | undefined> {
  const isList = Array.isArray(root);
  const records: unknown = isList ? root : at(root, 'tramites');
  if (!Array.isArray(records)) return undefined;
  if (!isList && !Object.keys(root as object).every((key) => HEAD.test(key))) return undefined;
  // Nothing at all is a valid zero; something must hold at least one trámite.
  let hasOne = records.length === 0;
  for (const record of records as unknown[]) {
    for (const key of isRecord(record) ? keysOf(record) : []) {
      const field = ownField(key);
      if (!field) return undefined;
      hasOne ||= field === 'name' || field === 'homoclave';
      const parts = PARTS[field];
      const value = at(record, key);
      if (typeof value !== 'object') continue;
      const isPlain = (item: unknown): unknown =>
        // One cost, of plain figures; several, or with more, become words.
        (field !== 'cost' || textOf(at(value, 'monto'))?.match(/^\d[\d.,]*$/)) &&
        (typeof item !== 'object' ||
          (parts && Object.keys(item as object).every((name) => parts.test(name))));
      if (!listOf(value).every(isPlain)) return undefined;
    }
    yield;
  }
  if (!hasOne) return undefined;
  return yield* readRecords(
    headOf(root),
    records as unknown[],
    (record) =>
      isRecord(record)
        ? draftOf(
            keysOf(record).map((key) => [key, record[key]]),
            ownField,
          )
        : undefined,
    (number) => `${isList ? '' : '/tramites'}/${number}`,
  );
}

/** `$schema` and its like are no fields. */
function keysOf(record: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(record).filter((key) => !key.startsWith('$'));
}
