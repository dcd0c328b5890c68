import { cutText, NO_VALUE, PLAN_FACETS, PLAN_ORDERS, PLAN_STATUSES } from '@ventana/model';
import type { PlanFacetValue } from '@ventana/model';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { CHOICE_NAMES } from './plan-choice.js';
import type { ChoiceName, PlanChoice } from './plan-choice.js';
import type { PlanPage, TextKey } from './plan-page.js';

/** A list of names is cut here: an `<option>` does not wrap. */
const OPTION_MOST = 80;

/** Search, a list for each facet with more than one value, "solo lo atrasado", order. */
export function renderFilters(
  page: PlanPage,
  choice: PlanChoice,
  choose: (name: ChoiceName, value: string | undefined) => void,
  clear: () => void,
  isOpen: boolean,
): TemplateResult {
  const { overdue } = page.reckoning;
  const select = (
    name: ChoiceName,
    label: TextKey,
    options: readonly (readonly [value: string, text: string])[],
    all: TextKey,
  ): TemplateResult => {
    const chosen = choice.get(name);
    return html`<label
      >${page.say(label)}
      <select
        name=${name}
        @change=${({ target }: Event) => {
          const { value } = target as HTMLSelectElement;
          // The sign tells "everything" from the facet's own empty value.
          choose(name, value ? value.slice(1) : undefined);
        }}
      >
        <option value="" .selected=${chosen === undefined}>${page.text(all)}</option>
        ${options.map(
          ([value, text]) =>
            html`<option value=${`=${value}`} .selected=${chosen === value}>${text}</option>`,
        )}
      </select></label
    >`;
  };
  const facetOption = (found: PlanFacetValue): readonly [string, string] => [
    found.value,
    `${facetText(page, found)} (${found.count})`,
  ];
  const facets = PLAN_FACETS.map((facet) => {
    const values = page.reckoning.facet(facet);
    return values.length > 1 || choice.get(facet) !== undefined
      ? select(facet, facet, values.map(facetOption), 'all')
      : nothing;
  });
  const orders = PLAN_ORDERS.map((order): readonly [string, string] => [
    order,
    page.text(order === 'title' ? 'commitment' : order === 'due' ? 'next' : order),
  ]);
  return html`<form
    class="filters"
    part="filters"
    role="search"
    @submit=${(event: Event) => event.preventDefault()}
  >
    <label
      >${page.say('search')}
      <input
        type="search"
        name="q"
        autocomplete="off"
        .value=${choice.get('q') ?? ''}
        @input=${({ target }: Event) => choose('q', (target as HTMLInputElement).value || undefined)}
    /></label>
    <details ?open=${isOpen}>
      <summary>${page.say('filters')}</summary>
      <div class="lists">
        ${facets} ${select('order', 'order', orders, 'order-plan')}
        ${
          overdue.size > 0 || choice.get('overdue') !== undefined
            ? html`<label class="check"
                ><input
                  type="checkbox"
                  name="overdue"
                  .checked=${choice.get('overdue') !== undefined}
                  @change=${({ target }: Event) =>
                    choose('overdue', (target as HTMLInputElement).checked ? '' : undefined)}
                />
                ${page.say('onlyOverdue')}</label
              >`
            : nothing
        }
      </div>
    </details>
    ${
      CHOICE_NAMES.some((name) => choice.get(name) !== undefined)
        ? html`<button type="button" class="action" part="action action-clear" @click=${clear}>
            ${page.say('clear')}
          </button>`
        : nothing
    }
  </form>`;
}

function facetText(page: PlanPage, { value, label }: PlanFacetValue): string {
  if (value === NO_VALUE) return page.text('unknown');
  const isTerm = !label && (PLAN_STATUSES as readonly string[]).includes(value);
  const text = isTerm ? page.text(value as TextKey) : (page.pick(label)?.text ?? value);
  return cutText(text, OPTION_MOST);
}

/** What is chosen, in words, for paper. */
export function renderChosen(page: PlanPage, choice: PlanChoice): unknown {
  const query = choice.get('q');
  return html`<ul class="chosen">
    ${query ? html`<li>${page.say('search')}: <bdi>${query}</bdi></li>` : nothing}
    ${PLAN_FACETS.map((facet) => {
      const found = page.reckoning.facet(facet).find(({ value }) => value === choice.get(facet));
      return found
        ? html`<li>${page.say(facet)}: <bdi>${facetText(page, found)}</bdi></li>`
        : nothing;
    })}
    ${choice.get('overdue') === undefined ? nothing : html`<li>${page.say('onlyOverdue')}</li>`}
  </ul>`;
}
