import { isPlanDocument, readPlan } from '../plan/read-plan.js';
import { readJsonPlaces, type TextPlace } from './json-text.js';
import { sentenceOf, type Sentence } from './sentences.js';
import { walkSchema, type Schema } from './walk-schema.js';

/** One thing that is wrong in a plan, where, and how to mend it, in Spanish and in English. */
export interface Finding extends TextPlace {
  /** The same code as the problem that a widget lists for it, where it lists one. */
  readonly code: string;
  /** `error`: the plan is not read as it was meant. `warning`: it is, but look at it. */
  readonly severity: 'error' | 'warning';
  /** JSON Pointer. */
  readonly pointer: string;
  readonly found?: string;
  readonly es: Sentence;
  readonly en: Sentence;
}

/**
 * What is wrong in a plan written as JSON text: its syntax; then what the reader that widgets use
 * finds, in the same words; then what only the schema knows, such as a field that has no such name.
 *
 * @param schema - `plan.schema.json`, parsed
 * @returns in the order of the text; none for a plan without fault
 */
export function validatePlan(text: string, schema: Schema): Finding[] {
  const { value, places, duplicateKeys, fault } = readJsonPlaces(text);
  if (fault) return [finding(fault.code, '', fault.at, fault.found)];
  const start: TextPlace = { line: 1, column: 1 };
  /** A problem may point at a field that is not there: then its record is the place. */
  const placeOf = (pointer: string): TextPlace =>
    places.get(pointer) ??
    (pointer === '' ? start : placeOf(pointer.slice(0, pointer.lastIndexOf('/'))));

  const findings = duplicateKeys.map(({ pointer, at }) =>
    finding('duplicate-key', pointer, at, pointer.slice(pointer.lastIndexOf('/') + 1)),
  );
  if (!isPlanDocument(value)) return [...findings, finding('not-a-plan', '', placeOf(''))];

  // A bare list of commitments is read as a document that holds it.
  const [document, prefix] = Array.isArray(value)
    ? [{ commitments: value }, '/commitments']
    : [value, ''];
  const own = (pointer: string): string =>
    prefix && pointer.startsWith(prefix) ? pointer.slice(prefix.length) : pointer;
  const guard = (address: string): string | undefined =>
    /^(?![a-z][a-z0-9+.-]*:)|^(?:https?|mailto|tel):/i.test(address) ? address : undefined;
  const told = new Set<string>();
  for (const { code, where, found } of readPlan(document, { guard }).problems) {
    const pointer = own(where);
    told.add(pointer);
    findings.push(finding(code, pointer, placeOf(pointer), found));
  }
  for (const { code, pointer: where, found, expected } of walkSchema(schema, document)) {
    const pointer = own(where);
    if (told.has(pointer)) continue;
    findings.push(finding(code, pointer, placeOf(pointer), found, expected));
  }
  return findings.sort((a, b) => a.line - b.line || a.column - b.column);
}

function finding(
  code: string,
  pointer: string,
  { line, column }: TextPlace,
  found?: string,
  expected?: string,
): Finding {
  return {
    code,
    severity: code === 'unknown-field' ? 'warning' : 'error',
    line,
    column,
    pointer,
    ...(found !== undefined && { found }),
    ...sentenceOf(code, found ?? '', expected ?? ''),
  };
}
