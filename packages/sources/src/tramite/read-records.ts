import {
  MAX_PROBLEMS,
  wholeTramite,
  type Problem,
  type Reading,
  type Tramite,
  type TramiteCatalogue,
} from '@ventana/model';
import type { Steps } from '@ventana/model/tramite/search/steps.js';
import type { Draft } from './fields.js';
import { readDraft } from './read-draft.js';

/** What the source says of the whole. */
export type CatalogueHead = Omit<TramiteCatalogue, 'tramites'>;

/**
 * Records to a catalogue, one a step. `draft` gives `undefined` for what is no record: it is left
 * out and counted. A key that occurs twice gets a number, and a finding.
 *
 * @param where - how a record is named in findings: JSON Pointer or row
 */
export function* readRecords<R>(
  head: CatalogueHead,
  records: readonly R[],
  draft: (record: R) => Draft | undefined,
  where: (at: number) => string,
  finish: (tramite: Tramite) => Tramite = (tramite) => tramite,
): Steps<Reading<TramiteCatalogue>> {
  const tramites: Tramite[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (let at = 0; at < records.length; at++) {
    const note = (code: string, field: string, found?: unknown): void => {
      if (problems.length >= MAX_PROBLEMS) return;
      problems.push({
        code,
        where: `${where(at)}${field && `/${field}`}`,
        ...(found !== undefined && { found: shorten(found) }),
      });
    };
    const tramite = readOne(records[at] as R, draft, `#${at + 1}`, note);
    if (tramite) {
      let times = seen.get(tramite.id) ?? 0;
      let { id } = tramite;
      if (times > 0 && !id.startsWith('#')) note('duplicate-id', '', id);
      while (seen.has(id)) id = `${tramite.id}#${++times}`;
      seen.set(tramite.id, times || 1).set(id, 1);
      tramites.push(finish(id === tramite.id ? tramite : { ...tramite, id }));
    }
    yield;
  }
  return {
    model: { ...head, tramites },
    received: records.length,
    omitted: records.length - tramites.length,
    problems,
    empty: records.length === 0,
  };
}

/** The same with what `wholeTramite` reads, for whoever takes a catalogue as a whole. */
export const readWholeRecords: ReadRecords = (head, records, draft, where) =>
  readRecords(head, records, draft, where, wholeTramite);

/** {@link readRecords}, for readers that are loaded apart and leave what they share to who loads them. */
export type ReadRecords = typeof readRecords;

function readOne<R>(
  record: R,
  draft: (record: R) => Draft | undefined,
  id: string,
  note: (code: string, field: string, found?: unknown) => void,
): Tramite | undefined {
  try {
    const sorted = draft(record);
    const tramite = sorted && readDraft(sorted, id, note);
    if (!tramite) note(sorted ? 'nothing-to-name' : 'not-a-record', '', record);
    return tramite;
  } catch (cause) {
    note('unreadable-record', '', String(cause));
    return undefined;
  }
}

function shorten(value: unknown): string {
  const text =
    typeof value === 'object' && value !== null
      ? Array.isArray(value)
        ? '[…]'
        : '{…}'
      : String(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
