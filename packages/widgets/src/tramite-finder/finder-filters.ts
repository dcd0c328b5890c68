import { formatCount } from '@ventana/l10n';
import { FACETS } from '@ventana/model/tramite/search/facets.js';
import type { FacetFilters, FacetName, Facets } from '@ventana/model/tramite/search/facets.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { brief, setApart } from './finder-page.js';
import type { FinderPage } from './finder-page.js';
import { facetKey } from './tramite-words.js';

/** Values of one facet shown before "Ver más". */
const FIRST_VALUES = 6;

/** The filters with one value put in or taken out. */
export function toggled(
  filters: FacetFilters,
  facet: FacetName,
  value: string,
  isOn: boolean,
): FacetFilters {
  const rest = (filters[facet] ?? []).filter((each) => each !== value);
  return { ...filters, [facet]: isOn ? [...rest, value] : rest };
}

/** Filters as one text, for a link: `cost=free&level=federal`. */
export function filtersText(filters: FacetFilters): string {
  const text = new URLSearchParams();
  for (const facet of FACETS) {
    for (const value of filters[facet] ?? []) text.append(facet, value);
  }
  return text.toString();
}

export function renderFacetValue({ say }: FinderPage, facet: FacetName, value: string): unknown {
  const key = facetKey(facet, value);
  return key ? say(key) : setApart(brief(value));
}

/** Chosen filters as buttons that take them out, and a group of boxes for each facet that tells results apart. */
export function renderFilters(
  page: FinderPage,
  facets: Facets,
  filters: FacetFilters,
  opened: ReadonlySet<FacetName>,
  deeds: {
    choose(filters: FacetFilters): void;
    openFacet(facet: FacetName): void;
  },
): TemplateResult {
  const { say, t } = page;
  const chosen = FACETS.flatMap((facet) =>
    (filters[facet] ?? []).map((value): [FacetName, string] => [facet, value]),
  );
  const group = (facet: FacetName): unknown => {
    const values = facets[facet] ?? [];
    const own = filters[facet] ?? [];
    if (values.length < 2 && own.length === 0) return nothing;
    const isOpen = opened.has(facet);
    const shown = values.filter(
      ({ value }, at) => isOpen || at < FIRST_VALUES || own.includes(value),
    );
    const left = values.length - FIRST_VALUES;
    return html`<fieldset>
      <legend>${say(facet)}</legend>
      ${shown.map(
        ({ value, count }) =>
          html`<label
            ><input
              type="checkbox"
              name=${facet}
              .checked=${own.includes(value)}
              @change=${({ target }: Event) =>
                deeds.choose(toggled(filters, facet, value, (target as HTMLInputElement).checked))}
            />
            <span
              >${renderFacetValue(page, facet, value)}
              <small>(${formatCount(count, t.lang)})</small></span
            ></label
          >`,
      )}
      ${
        left > 0 && !isOpen
          ? html`<button type="button" class="plain" @click=${() => deeds.openFacet(facet)}>
              ${say('moreValues', { count: left })}<span class="visually-hidden"
                >: ${say(facet)}</span
              >
            </button>`
          : nothing
      }
    </fieldset>`;
  };
  // The button that was pressed goes: the focus stays with the filters.
  const leave =
    (left: FacetFilters) =>
    ({ target }: Event): void => {
      ((target as Element).getRootNode() as ShadowRoot)
        .querySelector<HTMLElement>('.filters summary')
        ?.focus();
      deeds.choose(left);
    };
  return html`<details class="filters" part="filters">
      <summary>${say('filters')}${chosen.length > 0 ? ` (${chosen.length})` : ''}</summary>
      <div class="facets">${FACETS.map(group)}</div>
    </details>
    ${
      chosen.length > 0
        ? html`<ul class="chosen" aria-label=${t('chosen')}>
            ${chosen.map(
              ([facet, value]) =>
                html`<li>
                  <button
                    type="button"
                    class="action chip"
                    @click=${leave(toggled(filters, facet, value, false))}
                  >
                    <span class="visually-hidden">${say('remove')} </span>${renderFacetValue(
                      page,
                      facet,
                      value,
                    )}
                    <span aria-hidden="true">×</span>
                  </button>
                </li>`,
            )}
            <li>
              <button type="button" class="plain" @click=${leave({})}>
                ${say('clearFilters')}
              </button>
            </li>
          </ul>`
        : nothing
    }`;
}
