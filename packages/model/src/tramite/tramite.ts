import type { CivilDate } from '../civil-date.js';
import type { Cost } from './cost.js';
import type { Duration } from './duration.js';

/**
 * A trámite or service: what somebody asks of a public office, and what it takes. The fields are
 * those of Mexico's national catalogue (CNRTyS); HSDS `service` and schema.org `GovernmentService`
 * are read into the same shape. Absent means the source does not say: nothing is guessed.
 * Texts are as the source writes them. Addresses are already guarded (https, http, mailto, tel).
 */
export interface Tramite {
  /**
   * Unique in its catalogue: the homoclave, else the source's own key, else made from the name
   * (`#acta-de-nacimiento`). One that is taken gets a number.
   */
  readonly id: string;
  /** The official key, as written: `SAMJ/01`, `SRE-01-001-A`. Two entries may share one by mistake. */
  readonly homoclave?: string;
  readonly name: string;
  readonly description?: string;
  /** Dependencia: ministry, agency or municipal secretariat that answers for it. */
  readonly institution?: string;
  /** The unit or person inside the institution. */
  readonly unit?: string;
  readonly responsible?: string;
  readonly level?: GovernmentLevel;
  readonly state?: string;
  readonly municipality?: string;
  /** Modalidad: variant of the trámite, or way of doing it, as written. */
  readonly modality?: string;
  readonly channels: readonly Channel[];
  readonly cost?: Cost;
  readonly duration?: Duration;
  readonly requirements: readonly Requirement[];
  /** One remark on copies for all requirements, as written: `1 copia de cada documento`. */
  readonly copiesNote?: string;
  readonly steps: readonly string[];
  readonly places: readonly TramitePlace[];
  readonly legalBasis: readonly LegalBasis[];
  /** Vigencia of what one gets, as written: `1 año`, `Indefinida`. */
  readonly validity?: string;
  /** What one gets: `Constancia`, `Licencia`. */
  readonly result?: string;
  /** On what grounds it is granted or refused. */
  readonly resolution?: string;
  /** Who may ask for it. */
  readonly who?: string;
  /** When one may or must. */
  readonly when?: string;
  readonly lifeEvents: readonly string[];
  readonly audience: readonly string[];
  readonly keywords: readonly string[];
  /** Times one has to go there in person, where the source says it. */
  readonly visits?: number;
  /** Uses per year, where the source says it: the order of an empty search. */
  readonly uses?: number;
  /** The official entry. */
  readonly url?: string;
  /** An address that the guard refused, or no address at all: text, never a link. */
  readonly urlVerbatim?: string;
  /** Day the official entry was last changed or checked. */
  readonly updated?: CivilDate;
  readonly updatedVerbatim?: string;
  /** What the source says beyond these fields, under the source's own names. */
  readonly other: readonly OtherField[];
}

export type GovernmentLevel = 'federal' | 'state' | 'municipal';

export type Channel = 'in-person' | 'online' | 'phone' | 'mail' | 'app' | 'kiosk';

/** In the order in which a reader is told of them. */
export const CHANNELS: readonly Channel[] = [
  'online',
  'app',
  'in-person',
  'phone',
  'kiosk',
  'mail',
];

/** One thing to bring. */
export interface Requirement {
  /** As the source writes it. */
  readonly name: string;
  /** Originals to show or leave; absent: the source does not say. */
  readonly original?: number;
  /** Copies to leave; absent: the source does not say. */
  readonly copies?: number;
  readonly note?: string;
}

export interface TramitePlace {
  readonly name?: string;
  readonly address?: string;
  readonly hours?: string;
  readonly phone?: string;
  readonly url?: string;
}

export interface LegalBasis {
  readonly text: string;
  readonly url?: string;
}

export interface OtherField {
  readonly name: string;
  readonly text: string;
}

/** Trámites that come from one address, and what the source says of the whole. */
export interface TramiteCatalogue {
  readonly title?: string;
  readonly publisher?: string;
  readonly license?: string;
  /** Page of the catalogue for people. */
  readonly url?: string;
  readonly updated?: CivilDate;
  /** Made-up data for showing the widget: the reader is told so. */
  readonly example?: boolean;
  /** The source may hold more than was read (pages changed or ended early): say "al menos". */
  readonly atLeast?: boolean;
  readonly tramites: readonly Tramite[];
}
