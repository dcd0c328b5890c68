import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AdjustmentKind } from '@ventana/model';
import { ADJUSTMENTS } from './adjustment-controller.js';
import { VIEWS } from './budget-scene.js';
import type { BudgetUnit, BudgetWords } from './budget-words.js';

/** Names of the properties that the reader may change. */
export type Choice = 'view' | 'by' | 'measure' | 'year' | 'adjust' | 'unit' | 'currency';

type Options = readonly (readonly [value: string, label: string])[];

/** What is chosen beside what the scene says. */
export interface Chosen {
  readonly adjust: AdjustmentKind | 'nominal';
  readonly unit: BudgetUnit;
  /** The page names a series of its own: figures in any currency can be adjusted. */
  readonly hasSeries: boolean;
}

/** The row of choices; one that leaves no choice is not shown. */
export function renderControls(
  { scene, t, adjusted, dimension, measure }: BudgetWords,
  { adjust, unit, hasSeries }: Chosen,
  choose: (name: Choice, value: string) => void,
): TemplateResult {
  const { budget, years, view, path, currency } = scene;
  const dimensions = budget.dimensions.filter(
    ({ key, values, group }) =>
      values.length > 1 && group !== 'time' && !path.some(({ by }) => by === key),
  );
  // Ours are of Mexico.
  const canAdjust = years[0] && (currency === 'MXN' || adjust !== 'nominal' || hasSeries);
  const isSeries = view === 'series';
  const shownYear = scene.year ?? 'all';
  const said = (values: readonly Parameters<typeof t>[0][]): Options =>
    values.map((one) => [one, t(one as 'view')]);
  const select = (name: Choice, value: string, options: Options): unknown =>
    options.length < 2
      ? nothing
      : html`<label
          ><span>${t(name)}</span
          ><select
            name=${name}
            @change=${({ target }: Event) => {
              const list = target as HTMLSelectElement;
              const chosen = list.value;
              // Until what is shown says so: what cannot be had is not what stands here.
              list.value = value;
              choose(name, chosen);
            }}
          >
            ${options.map(
              ([option, label]) =>
                html`<option value=${option} .selected=${option === value}>${label}</option>`,
            )}
          </select></label
        >`;
  return html`<div class="controls" part="controls">
    ${select(
      'view',
      view,
      said(
        VIEWS.filter(
          (one) =>
            one === view ||
            (one === 'series'
              ? years.length > 1
              : one !== 'execution' || budget.measures.length > 1),
        ),
      ),
    )}
    ${select(
      'by',
      scene.by?.key ?? '',
      isSeries ? [] : dimensions.map((one) => [one.key, dimension(one)]),
    )}
    ${select(
      'measure',
      scene.columns[scene.main]?.measure.key ?? '',
      budget.measures.map((one) => [one.key, measure(one)]),
    )}
    ${select(
      'year',
      shownYear,
      isSeries || years.length < 2
        ? []
        : [...new Set([...years].reverse().concat(shownYear, 'all'))].map((year) => [
            year,
            year === 'all' ? t('allYears') : year,
          ]),
    )}
    ${select('adjust', adjust, canAdjust ? said(ADJUSTMENTS) : [])}
    ${select('unit', unit, adjusted?.figure ? [] : [['', t('words')], ...said(['pesos', 'mdp'])])}
    ${select(
      'currency',
      currency,
      budget.currencies.map((code) => [code, code]),
    )}
  </div>`;
}
