import type { Tramite } from '@ventana/model';
import type { FacetFilters } from '@ventana/model/tramite/search/facets.js';
import { keyOf } from './tramite-words.js';

/** Fired when the reader chooses a trámite. Bubbles, also out of shadow roots. */
export class VentanaTramiteFinderSelectEvent extends Event {
  /** The official key, or the catalogue's own where there is none: the form value. */
  readonly homoclave: string;
  readonly tramite: Tramite;

  constructor(tramite: Tramite) {
    super('ventana-tramite-finder-select', { bubbles: true, composed: true });
    this.homoclave = keyOf(tramite);
    this.tramite = tramite;
  }
}

/** Fired when the results of what the reader typed or filtered are shown. Bubbles, also out of shadow roots. */
export class VentanaTramiteFinderSearchEvent extends Event {
  /** As typed. */
  readonly query: string;
  readonly filters: FacetFilters;
  /** Results found. */
  readonly total: number;

  constructor(query: string, filters: FacetFilters, total: number) {
    super('ventana-tramite-finder-search', { bubbles: true, composed: true });
    this.query = query;
    this.filters = filters;
    this.total = total;
  }
}
