import { formatCount } from '@ventana/l10n';
import type { FacetCount, FacetFilters } from '@ventana/model/tramite/search/facets.js';
import type { Ranges } from '@ventana/model/tramite/search/highlight.js';
import type { TramiteHit } from '@ventana/model/tramite/search/search-index.js';
import type { TramiteHits } from '@ventana/sources';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { renderFacetValue } from './finder-filters.js';
import { brief, briefCost, channelList, renderOffice, setApart } from './finder-page.js';
import type { FinderPage } from './finder-page.js';

/** Moments of life offered where nothing was asked. */
const MOST_EVENTS = 12;

/** What the list of results needs to know. */
export interface ResultsView {
  readonly results: TramiteHits;
  /** Moments of life that the results are for, the most frequent first. */
  readonly events: readonly FacetCount[];
  /** Those on screen. */
  readonly hits: readonly Omit<TramiteHit, 'score'>[];
  /** Other ones are being asked for. */
  readonly isSearching: boolean;
  /** What the results answer, as typed. */
  readonly query: string;
  readonly filters: FacetFilters;
  /** Results without the filters, where these leave none; else 0. */
  readonly without: number;
  readonly atLeast: boolean | undefined;
  search(query: string): void;
  choose(filters: FacetFilters): void;
  more(): void;
}

/** The text with what matches marked, where it is not cut. */
export function renderMarked(text: string, ranges: Ranges): unknown {
  const cut = brief(text);
  if (cut !== text) return setApart(cut);
  let at = 0;
  const parts = ranges.map(([start, end]) => {
    const before = text.slice(at, start);
    at = end;
    return html`${before}<mark>${text.slice(start, end)}</mark>`;
  });
  return setApart(text, [...parts, text.slice(at)]);
}

/** `25 trámites`, `al menos 25 trámites para «acta»`. */
export function countWords({ t }: FinderPage, view: ResultsView): string {
  const { total } = view.results;
  const results = t('results', { count: total });
  const counted = view.atLeast ? t('atLeast', { results }) : results;
  return view.query ? t('resultsFor', { results: counted, query: view.query }) : counted;
}

/** How many results, and their list. */
export function renderResults(page: FinderPage, view: ResultsView): TemplateResult {
  const { say, t } = page;
  const { hits, query } = view;
  const { total, suggestion } = view.results;
  const hasUses = !query && hits.some(({ tramite }) => tramite.uses);
  const shown = `(${formatCount(view.results.hits.length, t.lang)}/${formatCount(total, t.lang)})`;
  return html`<div class="count-title" role="heading" aria-level=${page.level}>
      <span role="status" class="count"
        >${
          view.isSearching
            ? say('searching')
            : total > 0
              ? countWords(page, view)
              : say(query ? 'none' : 'noneFiltered', { query })
        }</span
      >${hasUses ? html` · ${say('mostUsed')}` : nothing}
    </div>
    ${
      suggestion && suggestion !== query
        ? html`<p class="suggestion">
            ${say('didYouMean')}
            <button type="button" class="plain" @click=${() => view.search(suggestion)}>
              ${setApart(suggestion)}
            </button>
          </p>`
        : nothing
    }
    ${
      total === 0
        ? renderNone(page, view)
        : html`<ol class="hits" part="results">
            ${hits.map((hit) => renderHit(page, hit))}
          </ol>`
    }
    ${
      view.results.hits.length < total && hits.length < total
        ? html`<button
              type="button"
              class="action"
              part="action action-more"
              @click=${() => view.more()}
            >
              ${say('more')} ${shown}</button
            ><span class="print-only">${shown}</span>`
        : nothing
    }`;
}

function renderHit(
  page: FinderPage,
  { tramite, nameRanges, snippet }: ResultsView['hits'][number],
): TemplateResult {
  const { say } = page;
  const isPlanned = page.isPlanned(tramite);
  return html`<li class="hit" part="result">
    <div role="heading" aria-level=${Math.min(6, page.level + 1)}>
      <button
        type="button"
        class="opener"
        part="opener"
        value=${tramite.id}
        @click=${() => page.open(tramite)}
      >
        ${tramite.name ? renderMarked(tramite.name, nameRanges) : say('untitled')}
      </button>
    </div>
    <p class="meta">${renderOffice(page, tramite)}</p>
    ${
      snippet
        ? html`<p class="snippet-text">${renderMarked(snippet.text, snippet.ranges)}</p>`
        : nothing
    }
    <p class="brief">
      <span>${say('cost')}: ${setApart(briefCost(page, tramite))}</span>
      <span
        >${say('time')}: ${setApart(brief(tramite.duration?.verbatim ?? page.word('noData')))}</span
      >
      ${tramite.channels.length > 0 ? html`<span>${channelList(page, tramite)}</span>` : nothing}
    </p>
    <button
      type="button"
      class="action add"
      part="action action-add"
      aria-pressed=${isPlanned}
      @click=${() => page.plan(tramite)}
    >
      ${say(isPlanned ? 'added' : 'add')}<span class="visually-hidden"
        >: ${brief(tramite.name)}</span
      >
    </button>
  </li>`;
}

/** Ways in for somebody who does not know what to type. */
export function renderEvents(page: FinderPage, view: ResultsView): unknown {
  const { events, filters } = view;
  if (view.query || events.length < 2) return nothing;
  const own = filters.lifeEvent ?? [];
  return html`<div class="events" role="group" aria-labelledby="events">
    <p id="events">${page.say('byLifeEvent')}</p>
    ${events
      .slice(0, MOST_EVENTS)
      .map(
        ({ value }) =>
          html`<button
            type="button"
            class="action chip"
            aria-pressed=${own.includes(value)}
            @click=${() => view.choose({ ...filters, lifeEvent: own.includes(value) ? [] : [value] })}
          >
            ${renderFacetValue(page, 'lifeEvent', value)}
          </button>`,
      )}
  </div>`;
}

function renderNone(page: FinderPage, view: ResultsView): TemplateResult {
  const { say, t } = page;
  return html`${
      view.without
        ? html`<p>
            <button type="button" class="action" @click=${() => view.choose({})}>
              ${say('withoutFilters', { results: t('results', { count: view.without }) })}
            </button>
          </p>`
        : nothing
    }
    <p>${say('ideas')}</p>
    <p class="ways">
      <button
        type="button"
        class="action"
        @click=${() => {
          view.choose({});
          view.search('');
        }}
      >
        ${say('seeAll')}
      </button>
    </p>`;
}
