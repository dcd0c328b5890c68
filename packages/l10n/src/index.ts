// Texts
export { defineMessages } from './messages.js';
export type { Messages, Texts } from './messages.js';
export { createTranslator } from './translator.js';
export type { Param, Translated, Translator } from './translator.js';
export { onLocalesChanged } from './instance.js';
export { addCommunityLocale, addLocale } from './community.js';
export { enablePseudoLocale, pseudo, PSEUDO_LOCALE } from './pseudo.js';

// Languages
export { baseLanguage, direction, languageTag, resolveLanguage } from './language.js';
export { intlLocales } from './intl-locale.js';

// Formats: (value, lang, options?) -> text; they never throw
export { formatCount, formatDecimal, numberFormat } from './format-number.js';
export type { Figure } from './format-number.js';
export { formatPercent } from './format-percent.js';
export { formatMoney, formatMoneyShort } from './format-money.js';
export type { MoneyOptions, ShortMoney, ShortMoneyOptions } from './format-money.js';
export { formatCivilDate, formatInstant } from './format-date.js';
export type { DateStyle } from './format-date.js';
export { formatDuration, formatRelativeDays } from './format-days.js';
export { formatBytes } from './format-bytes.js';
export { collator, foldAccents, formatList } from './lists.js';
