import { formatCount, formatList } from '@ventana/l10n';
import type { Budget, Reading } from '@ventana/model';
import type { FrameView } from '../frame/frame-controller.js';
import type { LocaleController } from '../frame/locale-controller.js';
import type { BudgetHost } from './budget-host.js';
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

/** What the frame's notice says of these data: rows are left out for other reasons than in other widgets. */
export function noticeOf(
  { omitted, problems }: Reading<Budget>,
  { frame, locale }: BudgetHost,
): Pick<FrameView, 'say' | 'doubts'> {
  const say = frame.saying(locale.translator(dataRemarksMessages).of);
  return {
    say: (key: 'omitted', counts) => say(key, counts),
    doubts: problems[0] && !omitted ? say('doubts') : undefined,
  };
}
