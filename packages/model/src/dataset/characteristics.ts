import type { CivilDate } from '../civil-date.js';
import { pickText } from '../localized-text.js';
import type { Dataset } from './dataset.js';
import { judgeFreshness } from './freshness.js';
import type { Judgement } from './judgement.js';
import {
  evidenceOf,
  findAddresses,
  findFormats,
  findLicense,
  item,
  type CheckedLinks,
  type Finding,
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
  return [
    item('public-and-free', findPublic(dataset, license)),
    item('reachable-online', findAddresses(dataset, links, 'each')),
    item('open-formats', findFormats(dataset, 'open-format', 'isMachineReadable', 'isOpen')),
    item('clear-license', license),
    primaryAndTimely(dataset, today),
  ];
}

function findPublic({ isPrivate, state }: Dataset, license: Finding): Finding {
  const isOut = state === 'draft' || state === 'deleted';
  const evidence = evidenceOf({ private: isPrivate, state: isOut ? state : undefined });
  if (isPrivate || isOut) return { verdict: 'no', evidence, remedy: 'make-public' };
  return {
    verdict: license.verdict === 'yes' ? 'yes' : 'cant-tell',
    evidence: [...evidence, ...license.evidence],
    remedy: license.remedy,
  };
}

function primaryAndTimely(dataset: Dataset, today: CivilDate): Characteristic {
  const { status, modified, due, remedy } = judgeFreshness(dataset, today);
  const publisher = pickText(dataset.publisher, 'es')?.text;
  const verdict =
    status === 'late' ? 'no' : status === 'current' && publisher ? 'yes' : 'cant-tell';
  const evidence = evidenceOf({
    publisher,
    modified: modified ?? dataset.modifiedVerbatim,
    frequency: dataset.frequency?.verbatim,
    due,
  });
  const better = remedy ?? (publisher ? undefined : 'name-publisher');
  return { id: 'primary-and-timely', verdict, evidence, ...(better && { remedy: better }) };
}
