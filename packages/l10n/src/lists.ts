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

/**
 * A text for matching what people type: lower case, without accents, ü as u and ñ as n too, because
 * on many keyboards people write "ano" and "Nunez". Fold both sides. The result may differ in
 * length, so its positions are not those of the text.
 */
export function foldAccents(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}
