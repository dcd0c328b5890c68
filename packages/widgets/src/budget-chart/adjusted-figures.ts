import { formatList, formatPercent } from '@ventana/l10n';
import { timesWhole } from '@ventana/model';
import type { Adjustment, Budget, Decimal } from '@ventana/model';
import { loadAdjustment } from '@ventana/sources/budget/load-adjustment.js';
import { adjustedFiguresMessages } from './adjusted-figures.messages.js';
import type { BudgetHost } from './budget-host.js';
import { currencyOf } from './budget-scene.js';
import type { Scene } from './budget-scene.js';

/** Addresses of series, empty for ours, as the element's attributes give them. */
export interface AdjustmentRequest {
  readonly adjust: Adjustment['kind'];
  readonly deflator: string;
  readonly population: string;
  readonly gdp: string;
  readonly baseYear: number;
}

/** How a reader reads adjusted figures. */
export interface AdjustedWords {
  /** Of a figure that is no amount of money any more: a share. */
  readonly figure?: (value: Decimal) => string;
  /** The same for a machine, exact, in what `unit` says. */
  readonly exact?: (value: Decimal | undefined) => Decimal | undefined;
  /** An amount with what it is an amount of: "por habitante", "del PIB", "de 2023". */
  amount(amount: string): string;
  /** What the figures are in: "pesos constantes de 2023". */
  unit(currency: string): string;
  /** The series, and who publishes it. */
  readonly series: readonly [name: string, text: string];
  /** Years that the series lacks, or that can't be added. */
  remarks(scene: Scene): readonly string[];
}

/** What adjusts figures, and says so. Loaded when figures are to be adjusted. */
export interface AdjustedFigures {
  /** Absent, and `words` too: there is trouble. */
  readonly adjustment?: Adjustment;
  /**
   * Why these figures can't be adjusted by it, in words.
   *
   * @param currency - as the page asks for it
   */
  trouble(budget: Budget, currency: string): string | undefined;
  /** @param year - as the page or the reader asks for it */
  words?(year: string): AdjustedWords;
}

/**
 * @returns `undefined` when the series has no year at all
 * @throws when the series can't be read
 */
export async function adjustedFigures(
  { adjust: kind, deflator, population, gdp, baseYear }: AdjustmentRequest,
  { locale, source, context }: BudgetHost,
): Promise<AdjustedFigures | undefined> {
  const named = { real: deflator, 'per-capita': population, 'gdp-share': gdp }[kind];
  const address = source.resolve(named);
  const fetchOption = context().fetch;
  const adjustment = await loadAdjustment({
    ...(fetchOption ? { fetch: fetchOption } : {}),
    kind,
    address,
    baseYear: baseYear || undefined,
  });
  if (!adjustment) {
    const t = locale.translator(adjustedFiguresMessages);
    return baseYear ? { trouble: () => t('noBaseYear', { year: String(baseYear) }) } : undefined;
  }
  const { series } = adjustment;
  const year = String(adjustment.baseYear);
  const lacking = (years: readonly string[], lang: string): string =>
    formatList(
      years.filter((one) => !adjustment.factor(Number.parseInt(one, 10))),
      lang,
    );
  return {
    adjustment,
    trouble(budget, asked) {
      const currency = currencyOf(budget, asked);
      const t = locale.translator(adjustedFiguresMessages);
      if (!budget.dimensions.some(({ key }) => key === 'year')) return t('noYears');
      return (series.currency ?? currency) === currency ? undefined : t('noSeries');
    },
    words(asked) {
      const t = locale.translator(adjustedFiguresMessages);
      const { title, source, unit } = series;
      return {
        series: [t('deflator'), `${title} (${source}). ${unit}`],
        remarks: ({ unadjusted, years, year: shown }) => [
          ...(unadjusted > 0
            ? [
                t('unadjusted', {
                  count: unadjusted,
                  years: lacking(shown ? [shown] : years, t.lang),
                }),
              ]
            : []),
          ...(kind !== 'real' && asked === 'all' && shown !== undefined
            ? [t('oneYear', { year: shown })]
            : []),
        ],
        ...{
          real: {
            amount: (amount: string) => t('inPesosOf', { amount, year }),
            unit: (currency: string) => t('unitReal', { currency, year }),
          },
          'per-capita': {
            amount: (amount: string) => t('perHead', { amount }),
            unit: (currency: string) => t('unitPerHead', { currency }),
          },
          'gdp-share': {
            figure: (value: Decimal) => percentOf(value, t.lang),
            exact: (value: Decimal | undefined) => value && timesWhole(value, 100n),
            amount: (amount: string) => t('ofGdp', { amount }),
            unit: () => t('unitGdp'),
          },
        }[kind],
      };
    },
  };
}

/** The smaller the share, the more digits: "0.0012 %" is not "0 %". */
function percentOf(value: Decimal, lang: string): string {
  const size = Math.abs(Number(value));
  return formatPercent(Number(value), lang, { digits: size < 0.0001 ? 6 : size < 0.01 ? 4 : 2 });
}
