import { formatList, formatMoney, formatMoneyShort, formatPercent } from '@ventana/l10n';
import type { Messages, Translator } from '@ventana/l10n';
import { cutText, executionRate, findDimension, findValue, pickText } from '@ventana/model';
import type { BudgetDimension, BudgetMeasure, Decimal, DimensionValue } from '@ventana/model';
import type { AdjustedWords } from './adjusted-figures.js';
import type { budgetChartMessages } from './budget-chart.messages.js';
import { CYCLE } from './budget-scene.js';
import type { PathStep, Scene, SceneColumn, SceneRow } from './budget-scene.js';

/** The budget chart's translator. */
export type BudgetTranslator =
  typeof budgetChartMessages extends Messages<infer K, infer P> ? Translator<K, P> : never;

/** `''`: short figures in cells and sentences, full ones in tables. */
export type BudgetUnit = '' | 'pesos' | 'mdp';

/** How this reader reads what a scene holds; made once per render, for its formats cost microseconds. */
export interface BudgetWords {
  readonly scene: Scene;
  readonly t: BudgetTranslator;
  readonly unit: BudgetUnit;
  /** Of figures that are adjusted. */
  readonly adjusted: AdjustedWords | undefined;
  /** In a table: exact to the cent, or in the unit that was chosen. "Sin dato" without a figure. */
  full(value: Decimal | undefined): string;
  /** In a cell or a sentence. */
  short(value: Decimal | undefined): string;
  /** In the fewest letters: `1,234.5 mdp`. */
  brief(value: Decimal | undefined): string;
  /** For a machine, in the unit that `unitOf` says. */
  exact(value: Decimal | undefined): Decimal | undefined;
  percent(ratio: number | undefined): string;
  /** `+4.5%`, `−3%`. */
  signed(ratio: number | undefined): string;
  measure(measure: BudgetMeasure): string;
  column(column: SceneColumn): string;
  dimension(dimension: BudgetDimension): string;
  row(row: Pick<SceneRow, 'label' | 'key'>): string;
  /** Label of a step into the budget. */
  step(step: PathStep): string;
}

/** Beyond this a label is cut where it is one of many; whole in the table. */
const LABEL = 160;

export function budgetWords(
  scene: Scene,
  t: BudgetTranslator,
  unit: BudgetUnit,
  adjusted?: AdjustedWords,
): BudgetWords {
  const { lang } = t;
  const { currency, budget } = scene;
  const figure = adjusted?.figure;
  const missing = t('noData');
  const write =
    (style: 'words' | 'mdp' | '') =>
    (value: Decimal | undefined): string =>
      value === undefined
        ? missing
        : (figure?.(value) ??
          (style
            ? formatMoneyShort(value, lang, { currency, style }).text
            : formatMoney(value, lang, { currency })));
  // What is there is not "0 %".
  const percent = (value: number | undefined): string =>
    value !== undefined && value > 0 && value < 0.0005
      ? `<${formatPercent(0.001, lang)}`
      : formatPercent(value, lang);
  const own = (key: string, label: string): string =>
    key === 'amount' || CYCLE.includes(key) ? t(key as 'ejercido') : capital(label || key);
  const measure = ({ key, label }: BudgetMeasure): string =>
    own(key, pickText(label, lang)?.text ?? '');
  const row = ({ label, key }: Pick<SceneRow, 'label' | 'key'>): string =>
    label || key || (scene.by ? missing : t('whole'));
  return {
    scene,
    t,
    unit,
    adjusted,
    percent,
    measure,
    row,
    full: write(unit === 'mdp' ? unit : ''),
    short: write(unit === 'pesos' ? '' : unit || 'words'),
    brief: write('mdp'),
    exact: adjusted?.exact ?? ((value) => value),
    signed: (value) => (value !== undefined && value > 0 ? `+${percent(value)}` : percent(value)),
    column: ({ measure: one, year }) =>
      year === undefined ? measure(one) : `${measure(one)} ${year}`,
    dimension: ({ key, label }) =>
      /^(?:year|capitulo|funcion|entidad)$/.test(key)
        ? t(key as 'year')
        : capital(pickText(label, lang)?.text ?? key),
    step: ({ by, value }) => {
      const dimension = findDimension(budget, by);
      const [index = -1] = (dimension && findValue(dimension, value)) ?? [];
      const found: DimensionValue | undefined = dimension?.values[index];
      return (found ? found.label || found.key : value) || missing;
    },
  };
}

/** `DESC_RAMO`, `capítulo de gasto`: headers as a reader would write them. */
function capital(text: string): string {
  const plain = cutText(text.replace(/_/g, ' '), LABEL);
  return capitalSentence(plain === plain.toUpperCase() ? plain.toLowerCase() : plain);
}

/** An amount with what it is an amount of. */
function inContext({ short, adjusted }: BudgetWords, value: Decimal | undefined): string {
  const amount = short(value);
  return (value !== undefined && adjusted?.amount(amount)) || amount;
}

/** What is shown, said in a sentence: "En 2023 se ejercieron … de … aprobados (102.3%)." */
export function sentenceOf(words: BudgetWords): string {
  const { scene, t } = words;
  const { columns, totals, main, last } = scene;
  const column = columns[main];
  if (!column) return '';
  const figures = last?.figures ?? totals;
  const total = figures[main]?.value;
  if (total === undefined) return t('nothing');
  const amount = inContext(words, total);
  const { key } = column.measure;
  let said = CYCLE.includes(key)
    ? t(`said-${key}` as 'said-ejercido', { amount })
    : t('said-other', { measure: isolated(words.measure(column.measure)), amount });
  const approvedAt = columns.findIndex(({ measure }) => measure.key === 'aprobado');
  const approved = last ? figures[approvedAt] : scene.approved;
  if (approvedAt !== main && approved?.value !== undefined) {
    const rate = executionRate(total, approved.value);
    const of = inContext(words, approved.value);
    said = t('ofApproved', { said, amount: of, rate: words.percent(rate) });
  }
  const part = [...scene.filter, ...scene.path]
    .filter(({ by }) => by !== 'year')
    .map((step) => isolated(cutText(words.step(step), LABEL)));
  if (part.length > 0) said = t('inPart', { said, part: part.join(' › ') });
  const year = last?.key || periodOf(scene);
  const whole = year ? t('inYear', { year, said }) : capitalSentence(said);
  const other = columns[1];
  // Said already.
  const isApproved = other?.measure.key === 'aprobado' && other.year === undefined;
  if (!scene.change || !other || last || isApproved) return `${whole}.`;
  return `${whole}. ${t('fromOther', {
    other: isolated(words.column(other).toLowerCase()),
    amount: words.short(totals[1]?.value),
    change: words.signed(scene.change.rate),
  })}`;
}

/**
 * A text of the source's within a line of ours. Where it may be written from right to left, or says
 * that it is, it must not turn the amounts beside it around.
 */
export function isolated(text: string): string {
  return /[\u0590-\uffff]/.test(text)
    ? `\u2068${text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`
    : text;
}

function capitalSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "2023", "2013–2023", or empty where the data do not say. */
export function periodOf({ year, covered }: Scene): string {
  return year ?? [...new Set([covered[0], covered.at(-1)])].join('–');
}

/** "Ejercido por ramo". */
export function captionOf(words: BudgetWords): string {
  const { columns, by } = words.scene;
  const names = columns.map(words.column);
  // A list's format costs a millisecond to make.
  const measure = names.length > 1 ? formatList(names, words.t.lang) : (names[0] ?? '');
  return by ? words.t('caption', { measure, by: words.dimension(by).toLowerCase() }) : measure;
}

/** What the figures are in: "pesos corrientes". */
export function unitOf({ scene, t, adjusted }: BudgetWords): string {
  const currency = scene.currency === 'MXN' ? t('mxn') : scene.currency;
  return adjusted?.unit(currency) ?? t('unitNominal', { currency });
}

/** Period, filter, total, unit and deflator: printed with every view, burnt into every picture. */
export function scopeOf(words: BudgetWords): readonly (readonly [string, string])[] {
  const { scene, t } = words;
  const steps = [...scene.filter, ...scene.path];
  const filters = steps.map((step) => {
    const dimension = findDimension(scene.budget, step.by);
    const name = dimension ? words.dimension(dimension) : step.by;
    return `${name}: ${cutText(words.step(step), LABEL)}`;
  });
  return [
    [t('period'), periodOf(scene) || t('noPeriod')],
    [t('filter'), filters.join('; ') || t('noFilter')],
    [t('total'), words.full(scene.totals[scene.main]?.value)],
    [t('unit'), unitOf(words)],
    ...(words.adjusted ? [words.adjusted.series] : []),
  ];
}
