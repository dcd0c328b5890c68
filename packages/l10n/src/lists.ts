import { cached } from './intl-locale.js';

/** Items as a sentence lists them: "CSV, JSON y XML", "padres e hijos". */
export function formatList(items: Iterable<string>, lang: string): string {
  const texts = [...items].filter((item) => typeof item === 'string' && item !== '');
  return cached('l', lang, (locales) => new Intl.ListFormat(locales)).format(texts);
}

/** Order of names: accents and case aside, ñ after n, "Anexo 2" before "Anexo 10". */
export function collator(lang: string): Intl.Collator {
  const options: Intl.CollatorOptions = { numeric: true, sensitivity: 'base' };
  return cached('c', lang, (locales) => new Intl.Collator(locales, options));
}

/** For matching what people type: the model's own folding. */
export { foldText as foldAccents } from '@ventana/model';
