import { formatCount, formatList } from '@ventana/l10n';
import type { LocaleController } from '../frame/locale-controller.js';
import type { Scene } from './budget-scene.js';
import { dataRemarksMessages } from './data-remarks.messages.js';

/** What a reader should know of these data before quoting them. Loaded with data that have any of it. */
export function dataRemarks({ budget, currency }: Scene, locale: LocaleController): string[] {
  const t = locale.translator(dataRemarksMessages);
  const { lang } = t;
  const { basis, currencies, incomplete, omissions } = budget;
  const others = currencies.filter((code) => code !== currency);
  return [
    ...(others.length > 0 ? [t('otherCurrencies', { list: formatList(others, lang) })] : []),
    ...(basis ? [t(basis)] : []),
    ...(incomplete ? [t('incomplete')] : []),
    ...omissions.map(({ reason, rows }) => `${t(reason)}: ${formatCount(rows, lang)}`),
  ];
}
