import type { Dataset } from './dataset.js';
import type { Evidence, Judgement, Remedy, Verdict } from './judgement.js';
import { recognizeFormat } from './recognize-format.js';
import { recognizeLicense } from './recognize-license.js';

/** What came of asking a resource's address: `unreadable` is one that the browser may not read, alive or not. */
export type LinkState = 'ok' | 'broken' | 'unreadable' | 'unreachable';

/** Results of `check-links`, by address. */
export type CheckedLinks = ReadonlyMap<string, LinkState>;

/** A fact with what it rests on. */
export interface Finding {
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
}

/** Is there an address for each resource (or for at least one), and do those that were asked answer? */
export function findAddresses(
  { resources }: Dataset,
  links: CheckedLinks | undefined,
  wanted: 'each' | 'one',
): Finding {
  const of = resources.length;
  const urls = resources.flatMap(({ url }) => (url && /^https?:/i.test(url) ? [url] : []));
  const broken = urls.filter((url) => links?.get(url) === 'broken').length;
  const evidence: Evidence[] = [{ field: 'addresses', value: urls.length, of }];
  if (broken > 0) evidence.push({ field: 'broken-links', value: broken, of: urls.length });
  const good = urls.length - broken;
  return { verdict: good > 0 && (wanted === 'one' || good === of) ? 'yes' : 'no', evidence };
}

/** Is the licence open? */
export function findLicense({ license }: Dataset): Finding & { readonly isUnspecified: boolean } {
  const found = recognizeLicense(license);
  const value = found?.name ?? license?.title ?? license?.id ?? license?.url;
  return {
    verdict: found?.isOpen ?? 'cant-tell',
    evidence: value === undefined ? [] : [{ field: 'license', value }],
    isUnspecified: found === undefined || found.isUnspecified === true,
  };
}

/**
 * Does at least one resource have this quality? A dataset is as open as its best resource, as
 * CKAN's ckanext-qa scores it: the same table may be offered in Excel beside the CSV. `no` only
 * when every format is known; one unknown format may be the good one.
 */
export function findFormats(
  { resources }: Dataset,
  ...qualities: readonly ('isMachineReadable' | 'isOpen' | 'isLinkedData')[]
): Finding {
  const good = new Set<string>();
  const other = new Set<string>();
  let isUnsure = resources.length === 0;
  for (const resource of resources) {
    const format = recognizeFormat(resource);
    if (format && qualities.every((quality) => format[quality])) {
      good.add(format.label);
    } else {
      if (!format || !qualities.some((quality) => format[quality] === false)) isUnsure = true;
      if (format) other.add(format.label);
    }
  }
  const labels = good.size > 0 ? good : other;
  return {
    verdict: good.size > 0 ? 'yes' : isUnsure ? 'cant-tell' : 'no',
    evidence: labels.size > 0 ? [{ field: 'formats', value: [...labels] }] : [],
  };
}

/** One item; a remedy is for what is not well. */
export function item<Id extends string>(
  id: Id,
  { verdict, evidence }: Finding,
  remedy: Remedy,
): Judgement<Id> {
  return { id, verdict, evidence, ...(verdict === 'yes' ? {} : { remedy }) };
}

export function addressRemedy({ resources }: Dataset, { evidence }: Finding): Remedy {
  if (resources.length === 0) return 'add-resources';
  return evidence.length > 1 ? 'fix-links' : 'add-addresses';
}

export function licenseRemedy(license: ReturnType<typeof findLicense>): Remedy {
  if (license.isUnspecified) return 'declare-license';
  return license.verdict === 'no' ? 'open-license' : 'known-license';
}

export function formatRemedy({ resources }: Dataset, { verdict }: Finding, whenNo: Remedy): Remedy {
  if (resources.length === 0) return 'add-resources';
  return verdict === 'no' ? whenNo : 'declare-format';
}
