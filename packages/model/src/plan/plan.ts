import type { License } from '../dataset/dataset.js';
import type { LocalizedText } from '../localized-text.js';

/**
 * An open-government action plan: what a government and civil society committed to, and what has
 * become of it. Terms follow the Open Government Partnership (commitment, milestone, completion,
 * ambition) and the Mexican plans (`eje`, `mesa`, `OSC`, secretariado técnico tripartita).
 * `plan.schema.json` says the same to whoever writes one by hand, with Spanish names beside these.
 *
 * Absent means that the source does not say. Addresses are already guarded; one that was refused is
 * kept as text in `urlVerbatim`, never a link.
 */
export interface Plan {
  readonly title?: LocalizedText;
  readonly summary?: LocalizedText;
  /** A fictional plan: whoever shows it must say "datos de ejemplo". */
  readonly example?: true;
  /** What a reader must know before reading on, such as that nobody published the progress. */
  readonly notice?: LocalizedText;
  readonly period?: PlanPeriod;
  /** Day the plan was presented. */
  readonly published?: WrittenDate;
  /** Day the data was last changed. */
  readonly updated?: WrittenDate;
  readonly homepage?: string;
  /** Atom feed of changes. */
  readonly feed?: string;
  readonly license?: License;
  readonly sources: readonly PlanLink[];
  /** Who steers the plan: in Mexico government, guarantor of transparency and civil society. */
  readonly secretariat: readonly SecretariatMember[];
  readonly axes: readonly Axis[];
  readonly themes: readonly Theme[];
  /** Public reviews of the whole plan, such as the three `avances` of 2013–2015. */
  readonly reviews: readonly PlanReview[];
  readonly commitments: readonly Commitment[];
}

/**
 * A civil date (`2026-03-01`), or the text as its author wrote it where that is no day we can read
 * (`31/12/2026`, `marzo`): shown as "Fecha no válida" and reckoned with nowhere. `isCivilDate` tells.
 */
export type WrittenDate = string;

export interface PlanPeriod {
  readonly label?: LocalizedText;
  readonly start?: WrittenDate;
  readonly end?: WrittenDate;
}

export interface Organization {
  readonly name: LocalizedText;
  readonly url?: string;
  readonly urlVerbatim?: string;
}

/** The parties of a tripartite secretariat. */
export const SECRETARIAT_ROLES = ['government', 'guarantor', 'civil-society'] as const;

export interface SecretariatMember extends Organization {
  /** Which of the {@link SECRETARIAT_ROLES}, or as written. */
  readonly role?: string;
}

/** `eje`: a strategic line that groups commitments. */
export interface Axis {
  readonly id: string;
  readonly title: LocalizedText;
  readonly summary?: LocalizedText;
}

/** `mesa`: a working table, with the civil-society organisations that lead it. */
export interface Theme extends Axis {
  readonly csos: readonly Organization[];
}

export interface PlanReview {
  readonly id: string;
  readonly title?: LocalizedText;
  readonly date?: WrittenDate;
}

/** An address with what stands behind it. */
export interface PlanLink {
  readonly title?: LocalizedText;
  readonly url?: string;
  readonly urlVerbatim?: string;
  readonly date?: WrittenDate;
}

export interface PlanEvidence extends PlanLink {
  /** Copy of the same page in a web archive. */
  readonly archiveUrl?: string;
  /** What it is: `document`, `news`, `dataset` … as written. */
  readonly kind?: string;
}

/** Something of another kind that a commitment speaks of: a dataset, a trámite, a budget. */
export interface RelatedRecord extends PlanLink {
  /** Identifier behind the address: CKAN id or DCAT identifier, homoclave, budget key. */
  readonly id?: string;
}

/** The statuses we know. Anything else is kept, and shown, as its author wrote it. */
export const PLAN_STATUSES = [
  'not-started',
  'in-progress',
  'delayed',
  'complete',
  'not-fulfilled',
  'withdrawn',
] as const;
export type KnownPlanStatus = (typeof PLAN_STATUSES)[number];
export type PlanStatus = KnownPlanStatus | (string & {});

/** OGP's Independent Reporting Mechanism on how much was done ("completion"). */
export const COMPLETIONS = ['not-started', 'limited', 'substantial', 'complete'] as const;
export type Completion = (typeof COMPLETIONS)[number] | (string & {});

/** The same on how much it would change ("ambition", formerly "potential impact"). */
export const AMBITIONS = ['none', 'minor', 'moderate', 'transformative'] as const;
export type Ambition = (typeof AMBITIONS)[number] | (string & {});

/** Who judged: the government itself, civil society, or OGP's Independent Reporting Mechanism. */
export const ASSESSORS = ['government', 'society', 'irm'] as const;
export type Assessor = (typeof ASSESSORS)[number] | (string & {});

export interface Commitment {
  /** Unique within the plan: its number, else its `id`, else its place; `7~2` for a second 7. */
  readonly key: string;
  /** As the plan numbers it: `7`, `2.1`. */
  readonly number?: string;
  readonly id?: string;
  readonly title?: LocalizedText;
  readonly summary?: LocalizedText;
  /** `Axis.id`. */
  readonly axis?: string;
  /** `Theme.id`. */
  readonly theme?: string;
  readonly policyAreas: readonly LocalizedText[];
  /** Responsible public institutions. */
  readonly institutions: readonly Organization[];
  /** Co-responsible civil-society organisations. */
  readonly csos: readonly Organization[];
  readonly start?: WrittenDate;
  readonly end?: WrittenDate;
  /** Absent is "sin dato", which is not the same as `not-started`. */
  readonly status?: PlanStatus;
  /** As written by the source, usually oldest first. */
  readonly history: readonly StatusChange[];
  readonly milestones: readonly Milestone[];
  readonly assessments: readonly Assessment[];
  readonly evidence: readonly PlanEvidence[];
  readonly datasets: readonly RelatedRecord[];
  readonly tramites: readonly RelatedRecord[];
  readonly budgets: readonly RelatedRecord[];
  readonly url?: string;
  readonly urlVerbatim?: string;
  readonly updated?: WrittenDate;
}

export interface StatusChange {
  readonly date?: WrittenDate;
  readonly status?: PlanStatus;
  readonly note?: LocalizedText;
  readonly url?: string;
  readonly urlVerbatim?: string;
}

export interface Milestone {
  /** Unique within its commitment. */
  readonly id: string;
  readonly title?: LocalizedText;
  /** The review it belongs to, where the plan has reviews (`PlanReview.id`). */
  readonly step?: string;
  readonly due?: WrittenDate;
  readonly done?: WrittenDate;
  readonly status?: PlanStatus;
  readonly responsible: readonly Organization[];
  readonly evidence: readonly PlanEvidence[];
  readonly note?: LocalizedText;
}

export interface Assessment {
  readonly by?: Assessor;
  readonly completion?: Completion;
  readonly ambition?: Ambition;
  readonly date?: WrittenDate;
  readonly note?: LocalizedText;
  readonly url?: string;
  readonly urlVerbatim?: string;
}
