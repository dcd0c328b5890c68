import type { Dataset } from './dataset.js';
import type { Evidence, Judgement, Remedy, Verdict } from './judgement.js';
import { recognizeFormat } from './recognize-format.js';
import { licenseName, recognizeLicense } from './recognize-license.js';

/**
 * What asking a resource's address told.
 *
 * - `ok`: it answers, readably
 * - `broken`: it answers that it is not there (404, 410) or fails (5xx)
 * - `unreadable`: can't tell: the browser may not read the answer, may not ask, or the server wants
 *   something else (a login, another time)
 * - `unreachable`: nobody answers this reader: the link, or this reader's network or blocker
 */
export type LinkState = 'ok' | 'broken' | 'unreadable' | 'unreachable';

/** Results of `check-links`, by address. */
export type CheckedLinks = ReadonlyMap<string, LinkState>;

/** An answer with what it rests on, and what to do where it is not yes. */
export interface Finding {
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  readonly remedy: Remedy;
}

/** One item of a rule; a remedy is for what is not well. */
export function item<Id extends string>(
  id: Id,
  { verdict, evidence, remedy }: Finding,
): Judgement<Id> {
  return { id, verdict, evidence, ...(verdict !== 'yes' && { remedy }) };
}

/** Evidence of the facts that are there. */
export function evidenceOf(
  facts: Partial<Record<Evidence['field'], Evidence['value'] | undefined>>,
): readonly Evidence[] {
  return Object.entries(facts).flatMap(([field, value]) =>
    value === undefined ? [] : [{ field: field as Evidence['field'], value }],
  );
}

/**
 * Is there an address for each resource (or for at least one), and do those that were asked answer?
 * Where nobody does is no proof that a link is broken.
 */
export function findAddresses(
  { resources }: Dataset,
  links: CheckedLinks | undefined,
  wanted: 'each' | 'one',
): Finding {
  const of = resources.length;
  const urls = resources.flatMap(({ url }) => (/^http/.test(url ?? '') ? url! : []));
  const count = (state: LinkState): number =>
    urls.filter((url) => links?.get(url) === state).length;
  const broken = count('broken');
  const unanswered = count('unreachable');
  const good = urls.length - broken - unanswered;
  const isEnough = (enough: number): boolean => enough > 0 && (wanted === 'one' || enough === of);
  return {
    verdict: isEnough(good) ? 'yes' : isEnough(good + unanswered) ? 'cant-tell' : 'no',
    evidence: [
      { field: 'addresses', value: urls.length, of },
      ...[
        { field: 'broken-links' as const, value: broken, of: urls.length },
        { field: 'unanswered-links' as const, value: unanswered, of: urls.length },
      ].filter(({ value }) => value > 0),
    ],
    remedy: broken || unanswered ? 'fix-links' : of ? 'add-addresses' : 'add-resources',
  };
}

/** Is the licence open? Expressly not having chosen one is `no`; leaving it out is `cant-tell`. */
export function findLicense({ license }: Dataset): Finding {
  const found = recognizeLicense(license);
  const verdict = found?.isUnspecified ? 'no' : (found?.isOpen ?? 'cant-tell');
  return {
    verdict,
    evidence: evidenceOf({ license: licenseName(license) }),
    remedy:
      !found || found.isUnspecified
        ? 'declare-license'
        : verdict === 'no'
          ? 'open-license'
          : 'known-license',
  };
}

/**
 * Does at least one resource have these qualities? A dataset is as open as its best resource, as
 * CKAN's ckanext-qa scores it: the same table may be offered in Excel beside the CSV. `no` only
 * when every format is known; one unknown format may be the good one.
 */
export function findFormats(
  { resources }: Dataset,
  remedy: Remedy,
  ...qualities: readonly ('isMachineReadable' | 'isOpen' | 'isLinkedData')[]
): Finding {
  const formats = resources.map(recognizeFormat);
  const good = formats.filter((format) => format && qualities.every((quality) => format[quality]));
  const isSure = formats.every((format) =>
    qualities.some((quality) => format?.[quality] === false),
  );
  const labels = (good.length > 0 ? good : formats).flatMap((format) => format?.label ?? []);
  const verdict = good.length > 0 ? 'yes' : isSure && formats.length > 0 ? 'no' : 'cant-tell';
  return {
    verdict,
    evidence: evidenceOf({ formats: labels.length > 0 ? [...new Set(labels)] : undefined }),
    remedy: formats.length === 0 ? 'add-resources' : verdict === 'no' ? remedy : 'declare-format',
  };
}
