import type { CivilDate } from '../civil-date.js';
import type { LocalizedText } from '../localized-text.js';

/**
 * A published dataset, as CKAN (`package_show`) and DCAT (`data.json`) describe it, in one shape.
 * Absent means the source does not say; nothing here is guessed. Addresses are already guarded
 * (https, http, mailto, tel); one that was refused is kept as text in `…Verbatim`.
 */
export interface Dataset {
  /** The source's own identifier: CKAN `id` or `name`, DCAT `identifier`. */
  readonly id?: string;
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  /** CKAN `organization.title` (else `author`), DCAT `publisher.name`. */
  readonly publisher?: LocalizedText;
  readonly contact?: Contact;
  /** The page of the dataset on its portal: DCAT `landingPage`, CKAN portal + `/dataset/` + name. */
  readonly landingPage?: string;
  readonly license?: License;
  /** Day the data last changed, by the publisher's own field. */
  readonly modified?: CivilDate;
  /** The field's text when it could not be read as a day. */
  readonly modifiedVerbatim?: string;
  /** Day the portal last touched the description (CKAN `metadata_modified`), where it differs from `modified`. */
  readonly metadataModified?: CivilDate;
  readonly issued?: CivilDate;
  readonly issuedVerbatim?: string;
  readonly frequency?: Frequency;
  readonly temporal?: Temporal;
  readonly spatial?: string;
  readonly keywords: readonly string[];
  readonly themes: readonly string[];
  /** Of the metadata or data, as the source writes it (`spa`, `es`). */
  readonly languages: readonly string[];
  readonly resources: readonly Resource[];
  /** ADELA's `openessRating` (sic) and the like: the publisher's own claim of stars, 0 to 5. */
  readonly claimedStars?: number;
  /** CKAN `private`, DCAT-US `accessLevel`, ADELA `public`; absent where the source does not say. */
  readonly isPrivate?: boolean;
  /** CKAN `state`: `active`, `draft`, `deleted`. */
  readonly state?: string;
  readonly dataDictionary?: string;
}

export interface Contact {
  readonly name?: string;
  /** `mailto:` or `https:` address. */
  readonly address?: string;
}

export interface License {
  /** As written by the source. */
  readonly title?: string;
  readonly id?: string;
  readonly url?: string;
  /** What the source itself says of openness (CKAN `isopen`). */
  readonly claimedOpen?: boolean;
}

/** How often the publisher promises to update. */
export interface Frequency {
  /** As written: `R/P1M`, `mensual`, `Diária`. */
  readonly verbatim: string;
}

export interface Temporal {
  readonly start?: CivilDate;
  readonly end?: CivilDate;
  /** As written, where not both ends could be read. */
  readonly verbatim?: string;
}

/** A file or service of the dataset: CKAN `resource`, DCAT `distribution`. */
export interface Resource {
  readonly id?: string;
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  /** As written by the source: `csv`, `zip+csv`, `.xlsx`, `text/csv`. */
  readonly format?: string;
  readonly mediaType?: string;
  /** Guarded address of the file itself or of a page to get it. */
  readonly url?: string;
  /** An address that the guard refused, as text, never a link. */
  readonly urlVerbatim?: string;
  /** Bytes. */
  readonly size?: number;
  readonly modified?: CivilDate;
  readonly issued?: CivilDate;
  /** CKAN `datastore_active`: the portal's API answers row by row. */
  readonly hasApi?: boolean;
  /** Where it has one of its own (DCAT). */
  readonly license?: License;
}
