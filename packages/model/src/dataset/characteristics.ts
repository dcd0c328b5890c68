import type { CivilDate } from '../civil-date.js';
import type { Dataset } from './dataset.js';
import { judgeFreshness } from './freshness.js';
import type { Evidence, Judgement, Verdict } from './judgement.js';
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

export type CharacteristicId =
  'public-and-free' | 'reachable-online' | 'open-formats' | 'clear-license' | 'primary-and-timely';

export type Characteristic = Judgement<CharacteristicId>;

export interface CharacteristicsOptions {
  /** The reader's day (see `today()`). */
  readonly today: CivilDate;
  /** Answers of `check-links`; without them an address that is there counts as reachable. */
  readonly links?: CheckedLinks | undefined;
}

/**
 * The five characteristics by which Mexico's open-data policy knows open data, in this order. They
 * group the attributes of the Decreto por el que se establece la regulación en materia de Datos
 * Abiertos (DOF, 20 February 2015, article fifth) and of article 3, section VI, of the Ley General
 * de Transparencia y Acceso a la Información Pública (DOF, 4 May 2015): gratuitous and not
 * discriminating; accessible; machine-readable and in open formats; of free use; primary, timely.
 *
 * What each answer rests on, since a description shows only so much:
 * - public and free: `no` when it says private, restricted, draft or deleted; `yes` when its
 *   licence is open, for an open licence gives everyone access to use and charges nothing (Open
 *   Definition 2.1, 2.1.9)
 * - reachable online: every resource has a web address, and none that was asked is broken
 * - open, machine-readable formats: at least one resource is in one
 * - clear licence: a licence known to be open; `no` when it is closed or expressly not specified
 * - primary and timely: `no` when an update is late; `yes` when none is and the institution that
 *   answers for the data is named. How far the data is broken down, no description tells
 */
export function judgeCharacteristics(
  dataset: Dataset,
  { today, links }: CharacteristicsOptions,
): readonly Characteristic[] {
  const license = findLicense(dataset);
  const addresses = findAddresses(dataset, links, 'each');
  const formats = findFormats(dataset, 'isMachineReadable', 'isOpen');
  return [
    publicAndFree(dataset, license),
    item('reachable-online', addresses, addressRemedy(dataset, addresses)),
    item('open-formats', formats, formatRemedy(dataset, formats, 'open-format')),
    item(
      'clear-license',
      license.isUnspecified && license.evidence.length > 0
        ? { ...license, verdict: 'no' }
        : license,
      licenseRemedy(license),
    ),
    primaryAndTimely(dataset, today),
  ];
}

function publicAndFree(dataset: Dataset, license: ReturnType<typeof findLicense>): Characteristic {
  const { isPrivate, state } = dataset;
  const isHidden = isPrivate === true || (state !== undefined && state !== 'active');
  const evidence: Evidence[] = [];
  if (isPrivate !== undefined) evidence.push({ field: 'private', value: isPrivate });
  if (isHidden && state !== undefined) evidence.push({ field: 'state', value: state });
  if (isHidden) return item('public-and-free', { verdict: 'no', evidence }, 'make-public');
  const verdict: Verdict = license.verdict === 'yes' ? 'yes' : 'cant-tell';
  return item(
    'public-and-free',
    { verdict, evidence: [...evidence, ...license.evidence] },
    licenseRemedy(license),
  );
}

function primaryAndTimely(dataset: Dataset, today: CivilDate): Characteristic {
  const { status, modified, due, remedy } = judgeFreshness(dataset, today);
  const { publisher, frequency } = dataset;
  const evidence: Evidence[] = [];
  const name = typeof publisher === 'string' ? publisher : Object.values(publisher ?? {})[0];
  if (name !== undefined) evidence.push({ field: 'publisher', value: name });
  if (modified !== undefined) evidence.push({ field: 'modified', value: modified });
  if (frequency) evidence.push({ field: 'frequency', value: frequency.verbatim });
  if (due !== undefined) evidence.push({ field: 'due', value: due });
  const verdict: Verdict =
    status === 'late' ? 'no' : status === 'current' && name !== undefined ? 'yes' : 'cant-tell';
  if (verdict === 'cant-tell' && status === 'irregular' && name !== undefined) {
    return { id: 'primary-and-timely', verdict, evidence };
  }
  return item('primary-and-timely', { verdict, evidence }, remedy ?? 'name-publisher');
}
