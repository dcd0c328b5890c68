import type { Tramite } from '@ventana/model';
import { FACETS } from '@ventana/model/tramite/search/facets.js';
import type { FacetFilters } from '@ventana/model/tramite/search/facets.js';
import { PermalinkController } from '../frame/permalink-controller.js';
import type { PermalinkHost } from '../frame/permalink-controller.js';
import { filtersText } from './finder-filters.js';

/** What of a finder its address carries. */
export interface FinderInAddress {
  query: string;
  filters: FacetFilters;
  /** Homoclave of the trámite chosen, or that a link asks for. */
  value: string;
  chosen: Tramite | undefined;
  showsPlan: boolean;
  readonly planned: readonly Tramite[];
}

/** Keeps search, filters, trámite and plan in the page's address. A file of its own: few pages ask for it. */
export function keepInAddress(
  host: PermalinkHost,
  finder: FinderInAddress,
  wantPlan: (ids: readonly string[]) => void,
): void {
  new PermalinkController(
    host,
    () => ({
      q: finder.query,
      filtros: filtersText(finder.filters),
      // Two trámites may share a homoclave by mistake.
      tramite: finder.chosen?.id ?? finder.value,
      plan: finder.planned.map(({ id }) => id).join('\n'),
      vista: finder.showsPlan ? 'plan' : '',
    }),
    ({ q = '', filtros = '', tramite = '', plan = '', vista }) => {
      finder.query = q;
      finder.filters = readFilters(filtros);
      finder.value = tramite;
      if (finder.chosen?.id !== tramite) finder.chosen = undefined;
      finder.showsPlan = vista === 'plan';
      wantPlan(plan.split('\n').filter(Boolean));
    },
  );
  host.requestUpdate();
}

function readFilters(text: string): FacetFilters {
  const given = new URLSearchParams(text);
  return Object.fromEntries(
    FACETS.flatMap((facet) => (given.has(facet) ? [[facet, given.getAll(facet)]] : [])),
  );
}
