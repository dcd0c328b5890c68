import type { Dataset } from './dataset.js';
import type { Judgement } from './judgement.js';
import {
  findAddresses,
  findFormats,
  findLicense,
  item,
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
  const online = findAddresses(dataset, links, 'one');
  const linked = findFormats(dataset, 'linked-format', 'isLinkedData');
  const stars = [
    item('online-open-license', {
      ...(online.verdict === 'no' || license.verdict === 'yes' ? online : license),
      evidence: [...online.evidence, ...license.evidence],
    }),
    item('structured', findFormats(dataset, 'structured-format', 'isMachineReadable')),
    item('open-format', findFormats(dataset, 'open-format', 'isMachineReadable', 'isOpen')),
    item('uses-addresses', linked),
    item('linked', {
      ...linked,
      verdict: linked.verdict === 'no' ? 'no' : 'cant-tell',
      remedy: 'link-to-others',
    }),
  ];
  return {
    stars,
    // The fifth is never yes, so one that is missing is always found.
    total: stars.findIndex(({ verdict }) => verdict !== 'yes'),
    ...(dataset.claimedStars !== undefined && { claimed: dataset.claimedStars }),
  };
}
