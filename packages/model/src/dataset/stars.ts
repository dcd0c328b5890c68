import type { Dataset } from './dataset.js';
import type { Judgement } from './judgement.js';
import {
  addressRemedy,
  findAddresses,
  findFormats,
  findLicense,
  formatRemedy,
  item,
  licenseRemedy,
  type CheckedLinks,
} from './open-data-findings.js';

export type StarId =
  'online-open-license' | 'structured' | 'open-format' | 'uses-addresses' | 'linked';

export interface Stars {
  /** The five, in order, each on its own merits. */
  readonly stars: readonly Judgement<StarId>[];
  /** Stars earned, 0 to 5: those in a row from the first, since each presupposes the ones before. */
  readonly total: number;
  /** What the publisher claims (ADELA's `openessRating`), shown apart and never mixed with `total`. */
  readonly claimed?: number;
}

/**
 * Tim Berners-Lee's five stars of open data ("Linked Data", w3.org/DesignIssues/LinkedData.html,
 * 2006, stars added 2010; 5stardata.info): on the web with an open licence; as machine-readable
 * structured data (Excel rather than a scan); in a non-proprietary format (CSV rather than Excel);
 * with W3C standards that give things addresses (RDF, SPARQL); linked to other people's data. The
 * fifth cannot be read from a description: it is `no` where the fourth is, else `cant-tell`.
 */
export function judgeStars(dataset: Dataset, links?: CheckedLinks): Stars {
  const license = findLicense(dataset);
  const addresses = findAddresses(dataset, links, 'one');
  const structured = findFormats(dataset, 'isMachineReadable');
  const open = findFormats(dataset, 'isMachineReadable', 'isOpen');
  const linked = findFormats(dataset, 'isLinkedData');
  const first = {
    verdict: addresses.verdict === 'no' ? 'no' : license.verdict,
    evidence: [...addresses.evidence, ...license.evidence],
  } as const;
  const stars = [
    item(
      'online-open-license',
      first,
      addresses.verdict === 'no' ? addressRemedy(dataset, addresses) : licenseRemedy(license),
    ),
    item('structured', structured, formatRemedy(dataset, structured, 'structured-format')),
    item('open-format', open, formatRemedy(dataset, open, 'open-format')),
    item('uses-addresses', linked, formatRemedy(dataset, linked, 'linked-format')),
    item(
      'linked',
      linked.verdict === 'no' ? linked : { ...linked, verdict: 'cant-tell' },
      'link-to-others',
    ),
  ] as const;
  const firstMissing = stars.findIndex(({ verdict }) => verdict !== 'yes');
  return {
    stars,
    total: firstMissing < 0 ? stars.length : firstMissing,
    ...(dataset.claimedStars === undefined ? {} : { claimed: dataset.claimedStars }),
  };
}
