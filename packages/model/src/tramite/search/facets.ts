import type { Cost } from '../cost.js';
import type { Tramite } from '../tramite.js';

/** What results can be narrowed by. */
export type FacetName =
  | 'institution'
  | 'level'
  | 'state'
  | 'municipality'
  | 'channel'
  | 'cost'
  | 'lifeEvent'
  | 'audience';

export const FACETS: readonly FacetName[] = [
  'institution',
  'level',
  'state',
  'municipality',
  'channel',
  'cost',
  'lifeEvent',
  'audience',
];

/** A value and how many results have it. */
export interface FacetCount {
  /**
   * As the source writes it; for `level` and `channel` the model's word; for `cost` one of
   * `free`, `paid`, `words` (depends) and `unknown` (Sin dato).
   */
  readonly value: string;
  readonly count: number;
}

export type Facets = Readonly<Partial<Record<FacetName, readonly FacetCount[]>>>;

/** Chosen values: any of those of one facet, and all facets together. */
export type FacetFilters = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** One facet: its values, and for each document the numbers of those it has. */
export interface FacetValues {
  readonly values: string[];
  readonly of: (readonly number[])[];
}

export type FacetIndex = Readonly<Record<FacetName, FacetValues>>;

/** The values that a trámite has for a facet; those it lacks are no value. */
function valuesOf(tramite: Tramite, facet: FacetName): readonly (string | undefined)[] {
  switch (facet) {
    case 'cost':
      return [costClass(tramite.cost)];
    case 'channel':
      return tramite.channels;
    case 'lifeEvent':
      return tramite.lifeEvents;
    case 'audience':
      return tramite.audience;
    default:
      return [tramite[facet]];
  }
}

export function costClass(cost: Cost | undefined): 'free' | 'paid' | 'words' | 'unknown' {
  if (!cost) return 'unknown';
  return cost.kind === 'free' || cost.kind === 'words' ? cost.kind : 'paid';
}

export function emptyFacets(): FacetIndex {
  const entries = FACETS.map((facet): [FacetName, FacetValues] => [facet, { values: [], of: [] }]);
  return Object.fromEntries(entries) as Record<FacetName, FacetValues>;
}

const NONE: readonly number[] = [];

/** A function that notes the values of one document after another. */
export function facetWriter(facets: FacetIndex): (tramite: Tramite) => void {
  const writers = FACETS.map((facet) => {
    const numbers = new Map<string, readonly [number]>();
    const { values, of } = facets[facet];
    return (tramite: Tramite): void => {
      // One shared list for the many documents that have one and the same value.
      let found: readonly number[] = NONE;
      for (const value of valuesOf(tramite, facet)) {
        if (!value) continue;
        let number = numbers.get(value);
        if (!number) {
          number = [values.length];
          values.push(value);
          numbers.set(value, number);
        }
        found = found.length === 0 ? number : [...found, ...number];
      }
      of.push(found);
    };
  });
  return (tramite) => {
    for (const write of writers) write(tramite);
  };
}
